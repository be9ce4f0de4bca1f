#include "explore/before_after.h"

#include <algorithm>

#include "model/time_extent.h"

namespace saywhen {

BeforeAfter AroundEvent(const Story& story, std::span<const Index> quotes, Index speaker,
                        const Event& event) {
  BeforeAfter split;
  TimeExtent time;
  if (event.when) {
    time = KnownExtent(event.when->when);
    if (event.when->when.start == Boundary::kOpen) time.begin = kDistantPast;
    if (event.when->when.end == Boundary::kOpen) time.end = kDistantFuture;
  }
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    const std::vector<Index>& by = quote.speakers;
    if (speaker != kNone && std::find(by.begin(), by.end(), speaker) == by.end()) continue;
    const TimeInterval* when = event.when ? WhenSaid(story, quote) : nullptr;
    std::vector<Index>* part = &split.unclear;
    if (when != nullptr) {
      const TimeExtent said = KnownExtent(*when);
      // An end that is not known may be anywhere.
      const bool begins = when->earliest != kDistantPast;
      const bool ends = when->latest != kDistantFuture;
      if (ends && said.end <= time.begin) {
        part = &split.before;
      } else if (begins && said.begin >= time.end) {
        part = &split.after;
      } else if (begins && ends && said.begin >= time.begin && said.end <= time.end) {
        part = &split.during;
      }
    }
    part->push_back(index);
  }
  return split;
}

}  // namespace saywhen
