// Times of a story as finite stretches that an axis can hold.
#pragma once

#include "model/story.h"
#include "model/time_interval.h"

namespace saywhen {

// Half open: [begin, end).
struct TimeExtent {
  CivilMs begin = 0;
  CivilMs end = 0;
  friend bool operator==(const TimeExtent&, const TimeExtent&) = default;
};

// The known part of an interval. An end that is open or unknown becomes one unit of the interval's
// precision beyond the known one ("2026/.." covers 2026), so that "for ever" never sets the scale.
TimeExtent KnownExtent(const TimeInterval& interval);
// The middle of that.
CivilMs MiddleOf(const TimeInterval& interval);

// When a quote was said, as well as the story tells: its own `said`, else its article's
// publication, else null.
const TimeInterval* WhenSaid(const Story& story, const Quote& quote);

}  // namespace saywhen
