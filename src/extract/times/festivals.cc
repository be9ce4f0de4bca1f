#include "extract/times/festivals.h"

#include <array>
#include <charconv>

#include "model/calendar.h"

namespace saywhen {
namespace {

// The Anonymous Gregorian algorithm (Meeus, Jones and Butcher).
int64_t EasterOf(int64_t year) {
  const int64_t a = year % 19;
  const int64_t b = year / 100;
  const int64_t c = year % 100;
  const int64_t d = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int64_t e = (32 + 2 * (b % 4) + 2 * (c / 4) - d - c % 4) % 7;
  const int64_t f = d + e - 7 * ((a + 11 * d + 22 * e) / 451) + 114;
  return DaysFromCivil(year, static_cast<int>(f / 31), static_cast<int>(f % 31) + 1);
}

// Meeus's Julian algorithm; 13 days from one calendar to the other hold from 1900 to 2099.
int64_t OrthodoxEasterOf(int64_t year) {
  const int64_t d = (19 * (year % 19) + 15) % 30;
  const int64_t e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7;
  const int64_t f = d + e + 114;
  return DaysFromCivil(year, static_cast<int>(f / 31), static_cast<int>(f % 31) + 1 + 13);
}

int64_t WeekdayOf(const Festival& festival, int64_t year) {
  const int wanted = festival.weekday - 1;
  if (festival.nth > 0) {
    const int64_t first = DaysFromCivil(year, festival.month, 1);
    const int ahead = (wanted - Weekday(first * kMsPerDay) + 7) % 7;
    return first + ahead + int64_t{7} * (festival.nth - 1);
  }
  const int64_t last = DaysFromCivil(year, festival.month, DaysInMonth(year, festival.month));
  const int back = (Weekday(last * kMsPerDay) - wanted + 7) % 7;
  return last - back;
}

// The tabular Islamic calendar, civil epoch: months of 30 and 29 days, 11 leap years in 30.
int64_t HijriDay(int64_t year, int month, int day) {
  constexpr int64_t kEpoch = 1948440 - 385;  // Julian day
  constexpr int64_t kUnixEpoch = 2440588;    // Julian day of 1970-01-01
  return (11 * year + 3) / 30 + 354 * year + 30 * month - (month - 1) / 2 + day + kEpoch -
         kUnixEpoch;
}

std::optional<int64_t> HijriIn(const Festival& festival, int64_t year) {
  const int64_t begin = DaysFromCivil(year, 1, 1);
  const int64_t end = DaysFromCivil(year + 1, 1, 1);
  const int64_t guess = (year - 622) * 33 / 32;
  for (int64_t hijri = guess - 1; hijri <= guess + 2; ++hijri) {
    const int64_t day = HijriDay(hijri, festival.month, festival.day);
    if (day >= begin && day < end) return day;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Festival> ReadFestival(std::string_view text) {
  const size_t blank = text.find(' ');
  const std::string_view kind = text.substr(0, blank);
  std::array<int, 4> numbers{};
  size_t count = 0;
  while (blank != std::string_view::npos && count < numbers.size()) {
    const size_t begin = text.find_first_not_of(' ', count == 0 ? blank : 0);
    if (begin == std::string_view::npos) break;
    text.remove_prefix(begin);
    const auto [end, error] =
        std::from_chars(text.data(), text.data() + text.size(), numbers[count]);
    if (error != std::errc()) return std::nullopt;
    text.remove_prefix(static_cast<size_t>(end - text.data()));
    ++count;
  }
  Festival festival;
  if (kind == "easter" || kind == "orthodox") {
    if (count < 1) return std::nullopt;
    festival.kind = kind == "easter" ? Festival::Kind::kEaster : Festival::Kind::kOrthodoxEaster;
    festival.day = numbers[0];
    if (count > 1) festival.days = numbers[1];
    return festival;
  }
  if (count < 2 || numbers[0] < 1 || numbers[0] > 12) return std::nullopt;
  festival.month = numbers[0];
  if (kind == "weekday") {
    if (count < 3 || numbers[1] < 1 || numbers[1] > 7 || numbers[2] == 0) return std::nullopt;
    festival.kind = Festival::Kind::kWeekday;
    festival.weekday = numbers[1];
    festival.nth = numbers[2];
    if (count > 3) festival.days = numbers[3];
    return festival;
  }
  festival.day = numbers[1];
  if (count > 2) festival.days = numbers[2];
  if (kind == "fixed") return festival;
  if (kind != "hijri") return std::nullopt;
  festival.kind = Festival::Kind::kHijri;
  return festival;
}

std::optional<int64_t> FirstDayOf(const Festival& festival, int64_t year) {
  switch (festival.kind) {
    case Festival::Kind::kFixed:
      return DaysFromCivil(year, festival.month, festival.day);
    case Festival::Kind::kEaster:
      return year < 1 ? std::nullopt : std::optional(EasterOf(year) + festival.day);
    case Festival::Kind::kOrthodoxEaster:
      return year < 1 ? std::nullopt : std::optional(OrthodoxEasterOf(year) + festival.day);
    case Festival::Kind::kWeekday:
      return WeekdayOf(festival, year);
    case Festival::Kind::kHijri:
      return year < 622 ? std::nullopt : HijriIn(festival, year);
  }
  return std::nullopt;
}

}  // namespace saywhen
