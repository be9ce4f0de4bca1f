#include "formats/import.h"

#include <string>
#include <utility>

#include "formats/citron.h"
#include "formats/gdelt.h"
#include "formats/html_article.h"
#include "formats/json_scan.h"
#include "formats/json_tree.h"
#include "formats/ninjs.h"
#include "formats/quotes_csv.h"
#include "formats/schema_org.h"
#include "formats/story_import.h"
#include "formats/timelinejs.h"
#include "formats/web_annotation.h"

namespace saywhen {
namespace {

using JsonReader = void (*)(JsonValue root, StoryImport* import);
using TextReader = void (*)(std::string_view text, StoryImport* import);

JsonReader JsonReaderOf(Format format) {
  switch (format) {
    case Format::kCitron:
      return ReadCitron;
    case Format::kGdelt:
      return ReadGdelt;
    case Format::kNinjs:
      return ReadNinjs;
    case Format::kSchemaOrg:
      return
          [](JsonValue root, StoryImport* import) { ReadSchemaOrg(std::span(&root, 1), import); };
    case Format::kTimelineJs:
      return ReadTimelineJs;
    case Format::kWebAnnotation:
      return ReadWebAnnotation;
    default:
      return nullptr;
  }
}

TextReader TextReaderOf(Format format) {
  switch (format) {
    case Format::kCsv:
      return ReadQuotesCsv;
    case Format::kHtml:
      return ReadHtmlArticle;
    case Format::kTimelineCsv:
      return ReadTimelineCsv;
    default:
      return nullptr;
  }
}

Error Unknown(std::string message) { return {"unknown-format", std::move(message), "", 1, 1}; }

// True when the file says so itself, in its first field: then it needs no tree.
bool BeginsAsStory(std::string_view text) {
  class First final : public JsonEvents {
   public:
    bool Null() override { return false; }
    bool Boolean(bool /*value*/) override { return false; }
    bool Number(double /*value*/, bool /*whole*/) override { return found = is_version_, false; }
    bool String(std::string_view /*value*/) override { return false; }
    bool StartObject() override { return depth_++ == 0; }
    bool Key(std::string_view name) override { return is_version_ = name == "version"; }
    bool StartArray() override { return false; }
    bool End() override { return false; }
    void SyntaxError(std::string /*message*/) override {}

    bool found = false;

   private:
    int depth_ = 0;
    bool is_version_ = false;
  };
  First first;
  ScanJson(text, &first);
  return first.found;
}

// `text` is `file` in valid UTF-8.
Result<Imported> ImportOwn(std::string_view file, const ImportOptions& options,
                           Diagnostics* diagnostics) {
  Result<Story> story = ParseStory(file, diagnostics, options.limits);
  if (!story.ok()) return story.error();
  return Imported{std::move(story).value(), Format::kStory};
}

Result<Imported> Finished(StoryImport import, Format format) {
  Result<Story> story = std::move(import).Finish();
  if (!story.ok()) return story.error();
  return Imported{std::move(story).value(), format};
}

Result<Imported> ImportJson(std::string_view text, Reporter* reporter,
                            const ImportOptions& options) {
  const JsonLimits limits = {.depth = options.limits.depth,
                             .string_bytes = options.limits.string_bytes};
  const Result<JsonTree> tree = IsJsonLines(text) ? JsonTree::ParseLines(text, reporter, limits)
                                                  : JsonTree::Parse(text, reporter, limits);
  if (!tree.ok()) return tree.error();
  const JsonValue root = tree.value().root();
  const std::optional<Format> format = options.format ? options.format : DetectJson(root);
  if (!format) return Unknown("this JSON is of no format that is known here");
  if (format == Format::kStory) return Imported{{}, Format::kStory};
  const JsonReader read = JsonReaderOf(*format);
  if (read == nullptr) return Unknown("this is JSON, and not " + std::string(NameOf(*format)));
  StoryImport import(reporter, options.html, options.limits.string_bytes);
  read(root, &import);
  return Finished(std::move(import), *format);
}

Result<Imported> ImportText(std::string_view text, Format format, Reporter* reporter,
                            const ImportOptions& options) {
  StoryImport import(reporter, options.html, options.limits.string_bytes);
  TextReaderOf(format)(text, &import);
  return Finished(std::move(import), format);
}

}  // namespace

Result<Imported> ImportStory(std::string_view file, const ImportOptions& options,
                             Diagnostics* diagnostics) {
  if (file.size() > options.limits.bytes || file.size() > UINT32_MAX) {
    return Error{"limit-bytes",
                 "the file is larger than the limit of " + Decimal(options.limits.bytes) + " bytes",
                 "", 1, 1};
  }
  const JsonInput input(file);
  const std::string_view text = input.text();
  const char first = FirstCharacter(text);
  const bool json = first == '{' || first == '[';
  std::optional<Format> format = options.format;
  if (!format && json && BeginsAsStory(text)) format = Format::kStory;
  if (!format && first == '<') format = Format::kHtml;
  if (!format && !json) format = DetectTable(text);
  if (format == Format::kStory) return ImportOwn(file, options, diagnostics);
  if (!format && !json) {
    return Unknown(first == '\0'
                       ? "the file is empty"
                       : "this is neither JSON nor a page nor a table that is known here");
  }
  Diagnostics found;
  Reporter reporter(text, &found);
  input.ReportRepairs(&reporter);
  Result<Imported> imported = format && TextReaderOf(*format) != nullptr
                                  ? ImportText(text, *format, &reporter, options)
                                  : ImportJson(text, &reporter, options);
  if (imported.ok() && imported.value().format == Format::kStory) {
    return ImportOwn(file, options, diagnostics);
  }
  if (diagnostics != nullptr) diagnostics->Append(std::move(found));
  return imported;
}

}  // namespace saywhen
