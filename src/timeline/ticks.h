// Where the axis is labelled: round times, as many as there is room for.
#pragma once

#include <cstdint>
#include <vector>

#include "timeline/time_axis.h"

namespace saywhen {

// What a tick counts in; `step` of TickScale is in these.
enum class TickUnit : uint8_t { kMinute, kHour, kDay, kMonth, kYear };

struct TickScale {
  TickUnit unit = TickUnit::kYear;
  int64_t step = 1;
  friend bool operator==(const TickScale&, const TickScale&) = default;
};

struct Tick {
  CivilMs at = 0;
  float x = 0;
  TickUnit unit = TickUnit::kYear;
  bool first = false;  // of its piece of the axis: the place to write the date in full
};

// The finest scale whose ticks stand far enough apart for their labels: `spacing` CSS pixels for
// days, 5/4 of it for hours and minutes, 3/4 for months and 5/8 for years.
TickScale ChooseTickScale(double ms_per_pixel, float spacing);

// The ticks of one piece that is no fold, in order. Years count from year 0 of the proleptic
// Gregorian calendar (EDTF), so that decades and centuries start on round years.
std::vector<Tick> PlaceTicks(const TimeAxis::Piece& piece, float spacing);

}  // namespace saywhen
