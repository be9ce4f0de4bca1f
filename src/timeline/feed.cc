#include "timeline/feed.h"

#include <algorithm>

#include "base/sort.h"

namespace saywhen {
namespace {

struct Item {
  FeedEntry entry;
  TimeExtent time;
};

std::vector<Item> SortedItems(const Story& story, std::span<const Index> quotes, bool whole) {
  std::vector<Item> items;
  TimeExtent span{kDistantFuture, kDistantPast};
  for (const Index i : quotes) {
    const TimeInterval* when = WhenSaid(story, story.quotes[i]);
    if (when == nullptr) continue;
    span.begin = std::min(span.begin, KnownExtent(*when).begin);
    span.end = std::max(span.end, KnownExtent(*when).end);
  }
  for (Index i = 0; i < story.events.size(); ++i) {
    if (!story.events[i].when) continue;
    const TimeInterval& when = story.events[i].when->when;
    const TimeExtent extent = KnownExtent(when);
    if (!whole && (extent.begin < span.begin || extent.begin >= span.end)) continue;
    items.push_back({{FeedKind::kEvent, i, &when, {}, {}}, KnownExtent(when)});
  }
  for (const Index i : quotes) {
    const TimeInterval* when = WhenSaid(story, story.quotes[i]);
    const TimeExtent time =
        when != nullptr ? KnownExtent(*when) : TimeExtent{kDistantFuture - 1, kDistantFuture};
    items.push_back({{FeedKind::kQuote, i, when, {}, {}}, time});
  }
  // Of what begins together the shorter comes first, so that those of one time stand together.
  SortItems(&items, [](const Item& item) { return SortKey(item.time.end); });
  SortItems(&items, [](const Item& item) { return SortKey(item.time.begin); });
  return items;
}

size_t StretchAt(std::span<const Stretch> stretches, CivilMs time) {
  size_t i = 0;
  while (i + 1 < stretches.size() && time >= stretches[i + 1].time.begin) ++i;
  return i;
}

// The heading over the quotes from items[at] on that were said at the same time.
FeedEntry DateHeading(const Story& story, std::span<const Item> items, size_t at) {
  FeedEntry heading{FeedKind::kDate, kNone, items[at].entry.when, {}, {}};
  heading.place = story.quotes[items[at].entry.index].place;
  for (size_t i = at; i < items.size() && items[i].time == items[at].time; ++i) {
    if (items[i].entry.kind != FeedKind::kQuote) continue;
    if (story.quotes[items[i].entry.index].place != heading.place) heading.place.clear();
  }
  return heading;
}

}  // namespace

std::vector<FeedEntry> BuildFeed(const Story& story, std::span<const Index> quotes,
                                 std::span<const Stretch> stretches, bool whole) {
  const std::vector<Item> items = SortedItems(story, quotes, whole);
  std::vector<FeedEntry> feed;
  const TimeExtent* heading = nullptr;
  for (size_t i = 0; i < items.size(); ++i) {
    const Item& item = items[i];
    if (i > 0 && item.entry.when != nullptr) {
      const size_t before = StretchAt(stretches, items[i - 1].time.begin);
      const size_t here = StretchAt(stretches, item.time.begin);
      if (here > before) {
        // A stretch between them holds nothing that is shown: it is folded away too.
        const TimeExtent folded{stretches[before].time.end, stretches[here].time.begin};
        feed.push_back({FeedKind::kFold, kNone, nullptr, folded, {}});
      }
    }
    if (item.entry.kind == FeedKind::kQuote && (heading == nullptr || !(*heading == item.time))) {
      feed.push_back(DateHeading(story, items, i));
      heading = &item.time;
    }
    feed.push_back(item.entry);
  }
  return feed;
}

}  // namespace saywhen
