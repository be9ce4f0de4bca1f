// A place on the calendar, as finely as it was named; between the fields of an expression and the
// text of a value.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/times/time_fields.h"
#include "extract/times/time_lexicon.h"
#include "extract/times/time_resolver.h"

namespace saywhen {

enum class Grain : uint8_t {
  kCentury,  // year is its first
  kDecade,
  kYear,
  kHalf,     // index is 1 or 2
  kQuarter,  // index is 1 to 4
  kSeason,   // index is 21 to 24
  kMonth,    // index is 1 to 12
  kWeek,     // day is its Monday
  kWeekend,  // day is its Saturday
  kDay,      // days of them from `day` on
  kPart,
  kMinute,
  kSecond,
};

struct TimePlace {
  Grain grain = Grain::kDay;
  int64_t year = 0;  // 0 is 1 BCE; of grains up to kMonth
  int index = 0;
  int64_t day = 0;  // since 1970-01-01; of grains from kWeek on
  int64_t days = 1;
  DayPart part = DayPart::kWhole;
  int hour = 0;
  int minute = 0;
  int second = 0;
  std::optional<int> zone;   // minutes east of UTC
  bool approximate = false;  // more than its words say
};

struct DayRange {
  int64_t begin = 0;
  int64_t end = 0;  // the first day after it
};
// Its days.
DayRange DaysOf(const TimePlace& place);

// The place of fields whose form is kCalendar or kShift, or kAnaphor with a reference; nothing when
// they have none.
std::optional<TimePlace> Locate(const TimeFields& fields, const TimeLexicon& lexicon,
                                const TimeAnchor& anchor, Direction direction);

// The day of an instant, and the Monday of that day's week, in days since 1970-01-01.
int64_t DayOf(CivilMs ms);
int64_t MondayOf(int64_t day);
TimePlace DayPlace(int64_t day);
// `months` since January of year 0.
TimePlace MonthPlace(int64_t months);

// The place `amount` units away from `base`; nothing beyond 100 000 units. Without a time of day
// hours are whole days.
std::optional<TimePlace> ShiftedBy(TimeUnit unit, int64_t amount, CivilMs base, bool has_time);

}  // namespace saywhen
