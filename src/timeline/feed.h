// The vertical timeline: everything in order of time, as entries that hang on one axis from top to
// bottom. How tall an entry is depends on its words, so the view places them.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "model/story.h"
#include "timeline/time_axis.h"

namespace saywhen {

enum class FeedKind : uint8_t {
  kDate,  // a heading: what follows was said then (and there)
  kFold,  // a long empty stretch
  kEvent,
  kQuote,
};

struct FeedEntry {
  FeedKind kind = FeedKind::kQuote;
  Index index = kNone;                 // of the quote or event
  const TimeInterval* when = nullptr;  // of kDate, kEvent, kQuote; null when the story does not say
  TimeExtent folded;                   // of kFold
  std::string place;                   // of kDate; empty when the quotes below were said in several
};

// `quotes`: those shown, in the order of the article; quotes of one time keep that order. Quotes
// whose time is not known stand at the end. `whole`: with all events; otherwise, as the quotes are
// a part of those shown, with the events of their time. Pointers are into `story`.
std::vector<FeedEntry> BuildFeed(const Story& story, std::span<const Index> quotes,
                                 std::span<const Stretch> stretches, bool whole = true);

}  // namespace saywhen
