// The kinds of files that a story comes from and goes to. Field by field: docs/formats.md.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "formats/json_tree.h"

namespace saywhen {

enum class Format : uint8_t {
  kStory,          // our own, version 1
  kSchemaOrg,      // JSON-LD of schema.org
  kNinjs,          // IPTC ninjs 1, 2 and 3
  kTimelineJs,     // JSON of TimelineJS 2 and 3
  kTimelineCsv,    // its spreadsheet
  kWebAnnotation,  // W3C Web Annotation
  kCitron,         // quotes as BBC Citron gives them
  kGdelt,          // GDELT's Global Quotation Graph
  kCsv,            // our own columns, WriteQuotesCsv()
  kHtml,           // an article's page
};

// As the command line has it: "story", "schema-org", …
std::string_view NameOf(Format format);
std::optional<Format> FormatNamed(std::string_view name);

// What a file is by its content: JSON or lines of it by their fields, a page by its first "<",
// else a table by its header; nothing when it is none of these. `text` begins without a byte
// order mark.
std::optional<Format> DetectJson(JsonValue root);
std::optional<Format> DetectTable(std::string_view text);

// The first character that is not white space, or 0.
char FirstCharacter(std::string_view text);
// One JSON object a line, more than one.
bool IsJsonLines(std::string_view text);

}  // namespace saywhen
