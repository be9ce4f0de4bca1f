// Days that a year gives: Christmas, Easter, Thanksgiving, Ramadan.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace saywhen {

struct Festival {
  enum class Kind : uint8_t { kFixed, kEaster, kOrthodoxEaster, kWeekday, kHijri };
  Kind kind = Kind::kFixed;
  int month = 1;
  int day = 1;      // of the month; of kEaster: days after Easter Sunday
  int weekday = 1;  // of kWeekday: 1 is Monday
  int nth = 1;      // of kWeekday: -1 is the last in its month
  int days = 1;     // how long it lasts
};

// Reads "fixed MONTH DAY [DAYS]", "easter OFFSET [DAYS]", "orthodox OFFSET [DAYS]",
// "weekday MONTH WEEKDAY NTH [DAYS]" or "hijri MONTH DAY [DAYS]" (the month and day of the Islamic
// calendar). Nothing when it is none of these.
std::optional<Festival> ReadFestival(std::string_view text);

// Its first day in the (Gregorian) year, in days since 1970-01-01. Islamic ones follow the tabular
// calendar, a day or so off what was seen in the sky; of two in one year the first counts, of none
// (it began at the end of the year before) there is nothing.
std::optional<int64_t> FirstDayOf(const Festival& festival, int64_t year);

}  // namespace saywhen
