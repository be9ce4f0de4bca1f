// The proleptic Gregorian calendar on CivilMs: clock-on-the-wall arithmetic, no time zones.
#pragma once

#include <cstdint>

#include "model/time_interval.h"

namespace saywhen {

constexpr int64_t kMsPerSecond = 1000;
constexpr int64_t kMsPerMinute = 60 * kMsPerSecond;
constexpr int64_t kMsPerHour = 60 * kMsPerMinute;
constexpr int64_t kMsPerDay = 24 * kMsPerHour;

// Year 0 is 1 BCE, as in ISO 8601; -1 is 2 BCE.
struct CivilTime {
  int64_t year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31
  int hour = 0;
  int minute = 0;
  int second = 0;
  int millisecond = 0;

  friend bool operator==(const CivilTime&, const CivilTime&) = default;
};

bool IsLeapYear(int64_t year);
// `month` 1 to 12.
int DaysInMonth(int64_t year, int month);

// Days since 1970-01-01; `month` 1 to 12; `day` may lie outside its month and carries over. Years
// within ±292 000 000.
int64_t DaysFromCivil(int64_t year, int month, int day);

// Fields after the month may lie outside their range and carry over (second 60 is the next
// minute); a month outside 1..12 carries into the year. Years beyond about ±292 000 000 give
// kDistantPast or kDistantFuture.
CivilMs ToCivilMs(const CivilTime& time);
CivilTime FromCivilMs(CivilMs ms);

// 0 is Monday, 6 is Sunday (ISO 8601 counts 1 to 7 from Monday).
int Weekday(CivilMs ms);

// The same day and time `months` later (or earlier); a day that the month does not have becomes its
// last day. kDistantPast and kDistantFuture stay what they are.
CivilMs AddMonths(CivilMs ms, int64_t months);

// a + b, held within the range of CivilMs.
CivilMs SaturatingAdd(CivilMs a, int64_t b);

}  // namespace saywhen
