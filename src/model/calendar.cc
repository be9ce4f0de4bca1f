#include "model/calendar.h"

#include <algorithm>

namespace saywhen {
namespace {

// Beyond this the milliseconds do not fit in 64 bits.
constexpr int64_t kLastYear = 292'000'000;

struct Division {
  int64_t quotient;
  int64_t remainder;  // 0 to divisor - 1
};

Division FloorDivide(int64_t value, int64_t divisor) {
  int64_t quotient = value / divisor;
  int64_t remainder = value % divisor;
  if (remainder < 0) {
    remainder += divisor;
    --quotient;
  }
  return {quotient, remainder};
}

}  // namespace

bool IsLeapYear(int64_t year) { return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0); }

int DaysInMonth(int64_t year, int month) {
  if (month == 2) return IsLeapYear(year) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil: years are counted
// from March, so that the leap day is the last of its year, in eras of 400 years = 146097 days.
int64_t DaysFromCivil(int64_t year, int month, int day) {
  const int64_t march_year = month <= 2 ? year - 1 : year;
  const Division era = FloorDivide(march_year, 400);
  const int64_t month_from_march = (month + 9) % 12;
  const int64_t day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
  const int64_t day_of_era =
      era.remainder * 365 + era.remainder / 4 - era.remainder / 100 + day_of_year;
  return era.quotient * 146097 + day_of_era - 719468;
}

CivilMs SaturatingAdd(CivilMs a, int64_t b) {
  if (b > 0 && a > kDistantFuture - b) return kDistantFuture;
  if (b < 0 && a < kDistantPast - b) return kDistantPast;
  return a + b;
}

CivilMs ToCivilMs(const CivilTime& time) {
  const Division months = FloorDivide(int64_t{time.month} - 1, 12);
  const int64_t year = SaturatingAdd(time.year, months.quotient);
  if (year > kLastYear) return kDistantFuture;
  if (year < -kLastYear) return kDistantPast;
  const int64_t days = DaysFromCivil(year, static_cast<int>(months.remainder) + 1, time.day);
  return days * kMsPerDay + time.hour * kMsPerHour + time.minute * kMsPerMinute +
         time.second * kMsPerSecond + time.millisecond;
}

// The same paper, civil_from_days.
CivilTime FromCivilMs(CivilMs ms) {
  const Division days = FloorDivide(ms, kMsPerDay);
  const Division era = FloorDivide(days.quotient + 719468, 146097);
  const int64_t day_of_era = era.remainder;
  const int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int64_t day_of_year =
      day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int64_t month_from_march = (5 * day_of_year + 2) / 153;

  CivilTime time;
  time.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
  time.month =
      static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
  time.year = year_of_era + era.quotient * 400 + (time.month <= 2 ? 1 : 0);
  const int64_t in_day = days.remainder;
  time.hour = static_cast<int>(in_day / kMsPerHour);
  time.minute = static_cast<int>(in_day / kMsPerMinute % 60);
  time.second = static_cast<int>(in_day / kMsPerSecond % 60);
  time.millisecond = static_cast<int>(in_day % kMsPerSecond);
  return time;
}

int Weekday(CivilMs ms) {
  // 1970-01-01 was a Thursday.
  return static_cast<int>(FloorDivide(FloorDivide(ms, kMsPerDay).quotient + 3, 7).remainder);
}

CivilMs AddMonths(CivilMs ms, int64_t months) {
  if (ms == kDistantPast || ms == kDistantFuture) return ms;
  CivilTime time = FromCivilMs(ms);
  const Division shifted = FloorDivide(SaturatingAdd(time.month - 1, months), 12);
  time.year = SaturatingAdd(time.year, shifted.quotient);
  time.month = static_cast<int>(shifted.remainder) + 1;
  time.day = std::min(time.day, DaysInMonth(time.year, time.month));
  return ToCivilMs(time);
}

}  // namespace saywhen
