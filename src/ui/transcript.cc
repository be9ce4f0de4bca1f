#include "ui/transcript.h"

#include <algorithm>
#include <span>

#include "model/time_extent.h"
#include "ui/time_text.h"
#include "ui/view.h"

namespace saywhen {

std::vector<TranscriptQuote> TranscriptOf(const AppState& state, size_t first, size_t most,
                                          Locale* locale, const Strings& strings) {
  const Story& story = state.story;
  const auto name = [&](Index speaker) {
    return speaker < state.names.size() ? state.names[speaker]
                                        : std::string(strings.unknown_speaker);
  };
  std::vector<TranscriptQuote> transcript;
  const std::span<const Index> order = ArticleOrder(state);
  first = std::min(first, order.size());
  const size_t end = first + std::min(most, order.size() - first);
  for (size_t i = first; i < end; ++i) {
    const Quote& quote = story.quotes[order[i]];
    TranscriptQuote out;
    out.id = quote.id;
    out.text = ShownText(story, quote);
    out.language = LanguageOf(story, quote);
    out.cite = quote.more->url;
    if (out.cite.empty() && quote.article < story.articles.size()) {
      out.cite = story.articles[quote.article].url;
    }
    for (const Index speaker : quote.speakers) out.speakers.push_back(name(speaker));
    if (quote.speakers.empty()) out.speakers.push_back(name(kNone));
    if (const TimeInterval* said = WhenSaid(story, quote)) {
      out.said = said->edtf;
      out.when = TimeText(*said, TimeLength::kLong, locale, strings);
    }
    transcript.push_back(std::move(out));
  }
  return transcript;
}

}  // namespace saywhen
