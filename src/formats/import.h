// A story from any of the formats.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostics.h"
#include "base/result.h"
#include "formats/format.h"
#include "formats/html_tokenizer.h"
#include "formats/story_json.h"
#include "model/story.h"

namespace saywhen {

struct ImportOptions {
  std::optional<Format> format = std::nullopt;  // nothing: by content
  const HtmlTokenizer* html = nullptr;          // needed
  StoryLimits limits = {};
};

struct Imported {
  Story story;
  Format format;
};

// What was wrong, repaired or left out is added to `diagnostics` (may be null), each with its line
// and column and, in JSON, its pointer: kError what was there but could not be used, kWarning what
// was repaired, kNote what a story has no place for. Errors: those of ParseStory(), and
// "unknown-format".
Result<Imported> ImportStory(std::string_view file, const ImportOptions& options,
                             Diagnostics* diagnostics);

}  // namespace saywhen
