#include "app/derived_story.h"

#include "base/invisible.h"
#include "base/sort.h"
#include "model/unify_speakers.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

void FindPlaces(DerivedStory* of) {
  const auto& quotes = of->story.quotes;
  std::vector<uint64_t> keys(quotes.size());
  of->by_article.resize(quotes.size());
  for (Index i = 0; i < quotes.size(); ++i) {
    const uint32_t at = quotes[i].spans.empty() ? kNone : quotes[i].spans.front().begin;
    keys[i] = static_cast<uint64_t>(quotes[i].article) << 32U | at;
    of->by_article[i] = i;
  }
  SortBy(keys, &of->by_article);
}

void FindVoices(DerivedStory* of) {
  const Story& story = of->story;
  std::vector<uint32_t> place(story.speakers.size() + 1, kNone);
  const auto add = [&](size_t slot, Index speaker) {
    if (place[slot] == kNone) {
      place[slot] = static_cast<uint32_t>(of->voices.size());
      of->voices.push_back(speaker);
      of->quotes_of_voice.push_back(0);
    }
    ++of->quotes_of_voice[place[slot]];
  };
  for (const Index i : of->explorer->article_order()) {
    const Quote& quote = story.quotes[i];
    for (const Index speaker : quote.speakers) add(speaker, speaker);
    if (quote.speakers.empty()) add(story.speakers.size(), kNone);
  }
}

}  // namespace

bool DerivedStory::DeriveFurther() {
  if (!explorer) {
    // One person has one lane, however many articles name them.
    UnifySpeakers(&story, nullptr);
    for (const Speaker& speaker : story.speakers) {
      names.push_back(WithInvisibleShown(speaker.name));
    }
    explorer = std::make_unique<Explorer>(&story);
    return false;
  }
  explorer->Keep(&story);
  if (lane_source) return true;
  FindPlaces(this);
  const std::vector<Index>& order = explorer->article_order();
  lane_source = std::make_unique<LaneSource>(story, order, LaneGrouping::kSpeaker);
  FindVoices(this);
  stretches = FindStretches(ExtentsOf(story, order));
  smallest_viewport = SmallestViewport(stretches);
  return true;
}

}  // namespace saywhen
