// Whatever the bytes: no crash, every span inside its text, and a story that was read is written to
// something that reads without complaint and writes the same. Built with clang, see CMakeLists.txt.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/utf8.h"
#include "formats/story_json.h"

namespace saywhen {
namespace {

void Check(bool holds) {
  if (!holds) std::abort();
}

void CheckSpan(const Story& story, Index article, TextSpan span) {
  if (span.empty()) return;
  Check(article < story.articles.size());
  const std::string_view text = story.articles[article].text;
  Check(span.end <= text.size());
  Check(IsValidUtf8(text.substr(span.begin, span.size())));
}

void CheckStory(const Story& story) {
  for (const Quote& quote : story.quotes) {
    Check(!quote.id.empty() && !quote.text.empty());
    Check(quote.within == kNone || quote.within < story.quotes.size());
    Check(quote.confidence >= 0 && quote.confidence <= 1);
    for (const TextSpan span : quote.spans) CheckSpan(story, quote.article, span);
    CheckSpan(story, quote.article, quote.mention.span);
    CheckSpan(story, quote.article, quote.cue.span);
    for (const Index speaker : quote.speakers) Check(speaker < story.speakers.size());
    for (const StoryTime& time : quote.about) {
      Check(time.when.earliest <= time.when.latest);
      CheckSpan(story, quote.article, time.words.span);
    }
  }
  for (const Event& event : story.events) CheckSpan(story, event.article, event.span);
}

}  // namespace
}  // namespace saywhen

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace saywhen;  // NOLINT(google-build-using-namespace): one short function
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory({reinterpret_cast<const char*>(data), size}, &diagnostics);
  for (const Diagnostic& problem : diagnostics.kept()) {
    Check(problem.line > 0 && problem.column > 0 && IsValidUtf8(problem.message));
  }
  if (!read.ok()) return 0;
  CheckStory(read.value());
  const std::string written = WriteStory(read.value());
  Diagnostics none;
  const Result<Story> again = ParseStory(written, &none);
  Check(again.ok() && none.kept().empty());
  Check(WriteStory(again.value()) == written);
  return 0;
}
