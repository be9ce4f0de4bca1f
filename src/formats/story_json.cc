// ParseStory: tokens come from the scanner, what each means is the reader's.
#include "formats/story_json.h"

#include <utility>

#include "formats/story_json_draft.h"
#include "formats/story_json_reader.h"

namespace saywhen {

Result<Story> ParseStory(std::string_view json, Diagnostics* diagnostics,
                         const StoryLimits& limits) {
  using story_json::Reader;
  if (json.size() > limits.bytes || json.size() > UINT32_MAX) {
    return Error{"limit-bytes",
                 "the file is larger than the limit of " + Decimal(limits.bytes) + " bytes", "", 1,
                 1};
  }
  const JsonInput input(json);
  Reporter reporter(input.text(), diagnostics);
  input.ReportRepairs(&reporter);
  Reader reader(input.text(), limits, &reporter);
  ScanJson(input.text(), &reader);
  if (reader.refused()) return std::move(reader.error());
  if (reader.broken()) reader.DropUnfinished();
  Story& story = reader.draft().story;
  if (story.quotes.empty() && story.events.empty()) {
    if (reader.broken()) return std::move(reader.error());
    return Error{"empty-story", "the file has no quote and no event that can be used", "", 1, 1};
  }
  if (reader.broken() && diagnostics != nullptr) {
    Error& error = reader.error();
    diagnostics->Add({Severity::kError, error.code,
                      error.message + "; the rest of the file is lost", error.pointer, error.line,
                      error.column});
  }
  ResolveDraft(&reader.draft(), &reporter);
  return std::move(story);
}

}  // namespace saywhen
