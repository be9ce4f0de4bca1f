// Arithmetic on places: the one so many units away, and the days that one has.
#include <cstdlib>

#include "extract/times/time_place.h"
#include "model/calendar.h"

namespace saywhen {
namespace {

constexpr int64_t kMaxShift = 100'000;  // units: no news are older

int64_t FloorTo(int64_t value, int64_t step) {
  const int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

}  // namespace

int64_t DayOf(CivilMs ms) { return FloorTo(ms, kMsPerDay) / kMsPerDay; }
int64_t MondayOf(int64_t day) { return day - Weekday(day * kMsPerDay); }

TimePlace MonthPlace(int64_t months) {
  const int64_t year = FloorTo(months, 12) / 12;
  TimePlace place;
  place.grain = Grain::kMonth;
  place.year = year;
  place.index = static_cast<int>(months - year * 12) + 1;
  return place;
}

TimePlace DayPlace(int64_t day) {
  TimePlace place;
  place.day = day;
  return place;
}

std::optional<TimePlace> ShiftedBy(TimeUnit unit, int64_t amount, CivilMs base, bool has_time) {
  if (std::abs(amount) > kMaxShift) return std::nullopt;
  const CivilTime time = FromCivilMs(base);
  const int64_t today = DayOf(base);
  TimePlace place;
  const auto years = [&](int64_t step, Grain grain) {
    place.grain = grain;
    place.year = FloorTo(time.year, step) + amount * step;
    return place;
  };
  switch (unit) {
    case TimeUnit::kSecond:
    case TimeUnit::kMinute:
    case TimeUnit::kHour: {
      const int64_t ms = unit == TimeUnit::kSecond   ? kMsPerSecond
                         : unit == TimeUnit::kMinute ? kMsPerMinute
                                                     : kMsPerHour;
      if (!has_time) {
        // Without a clock an hour ago was today; only whole days are sure.
        return DayPlace(DayOf(base + amount * ms / kMsPerDay * kMsPerDay));
      }
      const CivilTime then = FromCivilMs(base + amount * ms);
      place.day = DayOf(base + amount * ms);
      place.hour = then.hour;
      place.minute = then.minute;
      place.grain = Grain::kMinute;
      return place;
    }
    case TimeUnit::kNight:
      place.day = today + amount;
      place.grain = Grain::kPart;
      place.part = DayPart::kNight;
      return place;
    case TimeUnit::kDay:
      return DayPlace(today + amount);
    case TimeUnit::kWeekend:
    case TimeUnit::kWeek:
      place.grain = unit == TimeUnit::kWeek ? Grain::kWeek : Grain::kWeekend;
      place.day = MondayOf(today) + amount * 7 + (unit == TimeUnit::kWeek ? 0 : 5);
      return place;
    case TimeUnit::kMonth:
      return MonthPlace(time.year * 12 + time.month - 1 + amount);
    case TimeUnit::kQuarter:
    case TimeUnit::kSeason: {
      // Seasons begin in December, March, June and September.
      const bool quarter = unit == TimeUnit::kQuarter;
      const int64_t three =
          FloorTo(time.year * 12 + time.month - (quarter ? 1 : 3), 3) / 3 + amount;
      place.grain = quarter ? Grain::kQuarter : Grain::kSeason;
      place.year = FloorTo(three, 4) / 4;
      place.index = static_cast<int>(three - place.year * 4) + (quarter ? 1 : 21);
      return place;
    }
    case TimeUnit::kYear:
      return years(1, Grain::kYear);
    case TimeUnit::kDecade:
      return years(10, Grain::kDecade);
    case TimeUnit::kCentury:
      return years(100, Grain::kCentury);
    case TimeUnit::kMillennium:
      return std::nullopt;
  }
  return std::nullopt;
}

DayRange DaysOf(const TimePlace& place) {
  const auto months = [&](int first, int count) {
    return DayRange{ToCivilMs({.year = place.year, .month = first}) / kMsPerDay,
                    ToCivilMs({.year = place.year, .month = first + count}) / kMsPerDay};
  };
  const auto years = [&](int64_t count) {
    return DayRange{DaysFromCivil(place.year, 1, 1), DaysFromCivil(place.year + count, 1, 1)};
  };
  switch (place.grain) {
    case Grain::kCentury:
      return years(100);
    case Grain::kDecade:
      return years(10);
    case Grain::kYear:
      return years(1);
    case Grain::kHalf:
      return months(place.index * 6 - 5, 6);
    case Grain::kQuarter:
      return months(place.index * 3 - 2, 3);
    case Grain::kSeason:
      return months((place.index - 20) * 3, 3);
    case Grain::kMonth:
      return months(place.index, 1);
    case Grain::kWeek:
      return {place.day, place.day + 7};
    case Grain::kWeekend:
      return {place.day, place.day + 2};
    default:
      return {place.day, place.day + place.days};
  }
}

}  // namespace saywhen
