#include "explore/order.h"

#include <algorithm>
#include <limits>

#include "base/sort.h"
#include "explore/fold.h"
#include "explore/word_table.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

constexpr uint64_t kLast = std::numeric_limits<uint64_t>::max();

uint64_t KeyOf(const TimeInterval& interval) {
  if (interval.earliest == kDistantPast && interval.latest == kDistantFuture) return kLast;
  // As unsigned numbers the times before 1970 come first too.
  return static_cast<uint64_t>(KnownExtent(interval).begin) ^ 1ULL << 63;
}

// Each speaker's place in the order of their names.
std::vector<uint64_t> RanksOf(const Story& story) {
  WordTable names;
  std::vector<uint32_t> numbers;
  FoldedText folded;
  for (const Speaker& speaker : story.speakers) {
    Fold(speaker.name, story.language, &folded);
    numbers.push_back(names.Add(folded.text));
  }
  std::vector<uint64_t> rank_of_number(names.size());
  uint64_t rank = 0;
  for (const uint32_t number : names.Sorted()) rank_of_number[number] = rank++;
  std::vector<uint64_t> ranks;
  ranks.reserve(numbers.size());
  for (const uint32_t number : numbers) ranks.push_back(rank_of_number[number]);
  return ranks;
}

}  // namespace

std::vector<Index> InArticleOrder(const Story& story) {
  std::vector<Index> order = CountUp(story.quotes.size());
  std::vector<uint64_t> keys(order.size());
  bool all_placed = true;
  for (Index i = 0; i < order.size(); ++i) {
    const Quote& quote = story.quotes[i];
    all_placed = all_placed && !quote.spans.empty();
    if (all_placed) keys[i] = static_cast<uint64_t>(quote.article) << 32 | quote.spans[0].begin;
  }
  // A quote without a place in its text stays where the file put it.
  if (all_placed) SortBy(keys, &order);
  return order;
}

std::vector<Index> InOrder(const Story& story, Order order, std::vector<Index> article_order) {
  if (order == Order::kArticle || order == Order::kRelevance) return article_order;
  std::vector<uint64_t> ranks;
  if (order == Order::kSpeaker) ranks = RanksOf(story);
  std::vector<uint64_t> keys(story.quotes.size(), kLast);
  for (size_t i = 0; i < keys.size(); ++i) {
    const Quote& quote = story.quotes[i];
    if (order == Order::kSaid) {
      const TimeInterval* when = WhenSaid(story, quote);
      if (when != nullptr) keys[i] = KeyOf(*when);
    } else if (order == Order::kAbout) {
      for (const StoryTime& about : quote.about) keys[i] = std::min(keys[i], KeyOf(about.when));
    } else if (order == Order::kSpeaker) {
      if (!quote.speakers.empty() && quote.speakers[0] < ranks.size()) {
        keys[i] = ranks[quote.speakers[0]];
      }
    } else {
      keys[i] = ~static_cast<uint64_t>(quote.text.size());
    }
  }
  SortBy(keys, &article_order);
  return article_order;
}

}  // namespace saywhen
