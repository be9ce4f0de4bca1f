// What somebody said before an event, and what after it.
#pragma once

#include <span>
#include <vector>

#include "model/story.h"

namespace saywhen {

// Each in the order given.
struct BeforeAfter {
  std::vector<Index> before;
  std::vector<Index> during;  // surely within the event's time
  std::vector<Index> after;
  std::vector<Index> unclear;  // the times overlap otherwise, or one of them is not known
};

// Of the quotes those of one speaker; kNone: all. When a quote was said is WhenSaid(); an event
// without end ("2022/..") has no after, one without beginning no before.
BeforeAfter AroundEvent(const Story& story, std::span<const Index> quotes, Index speaker,
                        const Event& event);

}  // namespace saywhen
