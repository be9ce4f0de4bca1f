// A date or interval as an archivist writes it: Extended Date/Time Format (EDTF, ISO 8601-2:2019),
// levels 0 and 1, read into bounds that a timeline can draw.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace saywhen {

// Milliseconds since 1970-01-01T00:00 on the proleptic Gregorian calendar, civil time: the clock
// on the wall where it happened. A bare date has no zone and never moves; a date-time keeps its
// own offset beside it (TimeInterval::utc_offset_minutes).
using CivilMs = int64_t;

constexpr CivilMs kDistantPast = std::numeric_limits<CivilMs>::min();
constexpr CivilMs kDistantFuture = std::numeric_limits<CivilMs>::max();

// How finely the writer knew it; of an interval, the finer of the two ends.
enum class Precision : uint8_t {
  kMillennium,
  kCentury,
  kDecade,
  kYear,
  kSeason,
  kMonth,
  kDay,
  kMinute,
  kSecond,
};

// One end of an interval may be unknown ("/2011": we do not know) or open ("../2011": it has none).
enum class Boundary : uint8_t { kKnown, kUnknown, kOpen };

struct TimeInterval {
  CivilMs earliest = 0;  // the first instant it can mean; kDistantPast when the start is not known
  CivilMs latest = 0;    // the first instant after it; kDistantFuture when the end is not known
  Precision precision = Precision::kDay;
  Boundary start = Boundary::kKnown;
  Boundary end = Boundary::kKnown;
  bool is_interval = false;                   // written with a slash
  bool uncertain = false;                     // "?" or "%" on any part
  bool approximate = false;                   // "~" or "%" on any part
  bool unspecified = false;                   // an "X" digit
  std::optional<int16_t> utc_offset_minutes;  // only of a date-time that names its zone
  std::string edtf;                           // as written; PrintEdtf() gives the canonical form

  friend bool operator==(const TimeInterval&, const TimeInterval&) = default;
};

}  // namespace saywhen
