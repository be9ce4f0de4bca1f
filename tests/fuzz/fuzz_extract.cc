// Any bytes as an article: no crash, and a story that holds together, whose spans are within its
// text, and that is written and read again. The first byte chooses the language (or none), whether
// the text is kept, and what else is known of the article; the rest is the text. Built with clang,
// see CMakeLists.txt.
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check_story.h"
#include "extract/embedded_packs.h"
#include "extract/extract.h"

namespace {

using namespace saywhen;  // NOLINT(google-build-using-namespace): one short program

Extractor MadeOnce() {
  Result<Extractor> extractor = Extractor::Make(EmbeddedPacks());
  Check(extractor.ok());
  return std::move(extractor).value();
}

constexpr std::array<std::string_view, 8> kLanguages = {"", "en", "de",    "tr",
                                                        "", "fi", "en-GB", "?"};

void CheckExtraction(const Extraction& extraction) {
  const Story& story = extraction.story;
  Check(story.articles.size() == 1);
  Check(IsValidUtf8(story.articles[0].text));
  Check(extraction.explanations.size() == story.quotes.size());
  for (const Quote& quote : story.quotes) {
    Check(quote.article == 0 && !quote.spans.empty());
    for (const TextSpan span : quote.spans) Check(!span.empty());
    if (quote.said) CheckSpan(story, 0, quote.said->words->span);
  }
  for (const Speaker& speaker : story.speakers) Check(!speaker.id.empty() && !speaker.name.empty());
  CheckStory(story);
  Check(IsValidUtf8(Explain(extraction)));
  // A file has a quote or an event.
  if (!story.quotes.empty() || !story.events.empty()) CheckWritten(story);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const Extractor extractor = MadeOnce();
  if (size == 0) return 0;
  ExtractInput input;
  input.text = {reinterpret_cast<const char*>(data) + 1, size - 1};
  input.language = kLanguages[data[0] & 7];
  input.keep_text = (data[0] & 8) != 0;
  if ((data[0] & 16) != 0) input.published = "2024-03-13";
  // Any bytes for what is known too, and what the markup says of the text's beginning.
  const std::string_view first = input.text.substr(0, input.text.find('\n'));
  if ((data[0] & 32) != 0) input.headline = first;
  if ((data[0] & 64) != 0) input.published = input.id = input.publisher = first;
  const BlockHint hint = {{0, static_cast<uint32_t>(first.size())}, ParagraphKind::kHeading};
  if ((data[0] & 128) != 0) input.hints = {&hint, 1};
  const Result<Extraction> extraction = extractor.Extract(input);
  Check(extraction.ok());
  CheckExtraction(extraction.value());
  return 0;
}
