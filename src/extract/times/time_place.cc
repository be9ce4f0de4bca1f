#include "extract/times/time_place.h"

#include <algorithm>
#include <cstdlib>

#include "model/calendar.h"

namespace saywhen {
namespace {

// "The first Monday in September".
std::optional<TimePlace> NthWeekday(const TimePlace& month, int weekday, int nth) {
  if (nth == 0 || nth > 5 || nth < -1) return std::nullopt;
  Festival festival;
  festival.kind = Festival::Kind::kWeekday;
  festival.month = month.index;
  festival.weekday = weekday;
  festival.nth = nth;
  const std::optional<int64_t> day = FirstDayOf(festival, month.year);
  return day ? std::optional(DayPlace(*day)) : std::nullopt;
}

// One asking: the fields, and all that their place depends on.
class Locator {
 public:
  Locator(const TimeFields& fields, const TimeLexicon& lexicon, const TimeAnchor& anchor,
          Direction direction)
      : fields_(fields),
        lexicon_(lexicon),
        anchor_(anchor),
        direction_(direction),
        today_(DayOf(anchor.published)),
        now_(FromCivilMs(anchor.published)) {}

  std::optional<TimePlace> Find();

 private:
  bool Has(TimeField field) const { return fields_.Has(field); }
  int Get(TimeField field, int otherwise = 0) const { return fields_.Get(field, otherwise); }

  std::optional<TimePlace> FindShift();
  std::optional<TimePlace> FindCalendar();
  std::optional<int64_t> NamedYear() const;
  bool NamesPartOfYear() const;
  std::optional<TimePlace> PartOfYear(int64_t year) const;
  std::optional<TimePlace> OrdinalIn(const TimePlace& whole) const;
  std::optional<TimePlace> Within(const TimePlace& whole) const;
  std::optional<TimePlace> WithTime(TimePlace day) const;
  // The candidate that the order and the direction want; candidates are in order of time.
  std::optional<TimePlace> Choose(const std::vector<TimePlace>& candidates) const;
  std::optional<TimePlace> ChooseYear() const;
  std::optional<TimePlace> ChooseDay() const;

  const TimeFields& fields_;
  const TimeLexicon& lexicon_;
  const TimeAnchor& anchor_;
  Direction direction_;
  int64_t today_;
  CivilTime now_;
};

std::optional<int64_t> Locator::NamedYear() const {
  if (!Has(TimeField::kYear)) return std::nullopt;
  int64_t year = Get(TimeField::kYear);
  if (Get(TimeField::kShortYear) == 1 && year < 100) {
    year += year <= now_.year % 100 + 10 ? now_.year / 100 * 100 : now_.year / 100 * 100 - 100;
  }
  return Get(TimeField::kEra) < 0 ? 1 - year : year;
}

bool Locator::NamesPartOfYear() const {
  return Has(TimeField::kMonth) || Has(TimeField::kSeason) || Has(TimeField::kQuarter) ||
         Has(TimeField::kHalf) || Has(TimeField::kFestival) || Has(TimeField::kWeek);
}

std::optional<TimePlace> Locator::PartOfYear(int64_t year) const {
  TimePlace place;
  place.year = year;
  if (Has(TimeField::kMonth)) {
    place.index = Get(TimeField::kMonth);
    place.grain = Grain::kMonth;
    if (Has(TimeField::kWeekday) && Has(TimeField::kOrdinal)) {
      return NthWeekday(place, Get(TimeField::kWeekday), Get(TimeField::kOrdinal));
    }
    if (!Has(TimeField::kDay)) return place;
    const int day = Get(TimeField::kDay);
    if (day < 1 || day > DaysInMonth(year, place.index)) return std::nullopt;
    return DayPlace(DaysFromCivil(year, place.index, day));
  }
  if (Has(TimeField::kFestival)) {
    const size_t number = static_cast<size_t>(Get(TimeField::kFestival));
    if (number >= lexicon_.festivals().size()) return std::nullopt;
    const Festival& festival = lexicon_.festivals()[number];
    const std::optional<int64_t> day = FirstDayOf(festival, year);
    if (!day) return std::nullopt;
    place.day = *day;
    place.days = festival.days;
    place.approximate = festival.kind == Festival::Kind::kHijri;
    return place;
  }
  if (Has(TimeField::kWeek)) {
    place.grain = Grain::kWeek;
    place.day = MondayOf(DaysFromCivil(year, 1, 4)) + int64_t{7} * (Get(TimeField::kWeek) - 1);
    return place;
  }
  const auto index = [&](TimeField field, Grain grain) {
    place.grain = grain;
    place.index = Get(field);
    return place;
  };
  if (Has(TimeField::kSeason)) return index(TimeField::kSeason, Grain::kSeason);
  if (Has(TimeField::kQuarter)) return index(TimeField::kQuarter, Grain::kQuarter);
  return index(TimeField::kHalf, Grain::kHalf);
}

std::optional<TimePlace> Locator::Choose(const std::vector<TimePlace>& candidates) const {
  const bool ordered = Has(TimeField::kOrder);
  const int order = Get(TimeField::kOrder);
  std::optional<TimePlace> best;
  const auto distance = [&](const DayRange& days) {
    if (days.end <= today_) return today_ - days.end + 1;
    return days.begin > today_ ? days.begin - today_ : 0;
  };
  for (const TimePlace& each : candidates) {
    const DayRange days = DaysOf(each);
    if (ordered && order < 0) {
      if (days.end <= today_) best = each;
    } else if (ordered && order > 0) {
      if (!best && days.begin > today_) best = each;
    } else if (ordered || direction_ == Direction::kPresent) {
      if (!best || distance(days) < distance(DaysOf(*best))) best = each;
    } else if (direction_ == Direction::kFuture) {
      if (!best && days.end > today_) best = each;
    } else if (days.begin <= today_) {
      best = each;
    }
  }
  return best;
}

std::optional<TimePlace> Locator::ChooseYear() const {
  std::vector<TimePlace> candidates;
  std::vector<TimePlace> of_weekday;  // those whose weekday is the one named
  // 29 February may be eight years away.
  const int reach = Get(TimeField::kMonth) == 2 && Get(TimeField::kDay) == 29 ? 8 : 2;
  for (int64_t year = now_.year - reach; year <= now_.year + reach; ++year) {
    const std::optional<TimePlace> place = PartOfYear(year);
    if (!place) continue;
    candidates.push_back(*place);
    if (place->grain == Grain::kDay && Has(TimeField::kWeekday) &&
        Weekday(place->day * kMsPerDay) + 1 == Get(TimeField::kWeekday)) {
      of_weekday.push_back(*place);
    }
  }
  if (Has(TimeField::kOrder) && Get(TimeField::kOrder) == 0 && !Has(TimeField::kSeason)) {
    return PartOfYear(now_.year);
  }
  if (of_weekday.size() == 1) return of_weekday.front();
  return Choose(of_weekday.empty() ? candidates : of_weekday);
}

std::optional<TimePlace> Locator::ChooseDay() const {
  std::vector<TimePlace> candidates;
  if (Has(TimeField::kDay)) {
    for (int64_t offset = -13; offset <= 13; ++offset) {
      const TimePlace month = MonthPlace(now_.year * 12 + now_.month - 1 + offset);
      const int day = Get(TimeField::kDay);
      if (day > DaysInMonth(month.year, month.index)) continue;
      const TimePlace place = DayPlace(DaysFromCivil(month.year, month.index, day));
      const bool fits = !Has(TimeField::kWeekday) ||
                        Weekday(place.day * kMsPerDay) + 1 == Get(TimeField::kWeekday);
      if (fits) candidates.push_back(place);
    }
    return Choose(candidates);
  }
  if (Has(TimeField::kWeekday)) {
    const int64_t monday = MondayOf(today_) + Get(TimeField::kWeekday) - 1;
    if (Has(TimeField::kOrder) && Get(TimeField::kOrder) == 0) return DayPlace(monday);
    for (int64_t week = -2; week <= 2; ++week) candidates.push_back(DayPlace(monday + 7 * week));
    return Choose(candidates);
  }
  if (Has(TimeField::kUnit)) {
    for (int64_t week = -1; week <= 1; ++week) {
      const auto place = ShiftedBy(TimeUnit::kWeekend, week, anchor_.published, anchor_.has_time);
      if (place) candidates.push_back(*place);
    }
    return Choose(candidates);
  }
  return DayPlace(today_);
}

// "The first week of 2016", "the third day".
std::optional<TimePlace> Locator::OrdinalIn(const TimePlace& whole) const {
  const DayRange days = DaysOf(whole);
  const int nth = Get(TimeField::kOrdinal);
  const auto unit = static_cast<TimeUnit>(Get(TimeField::kUnit));
  if (nth == 0 || std::abs(nth) > 400) return std::nullopt;
  const CivilTime first = FromCivilMs(days.begin * kMsPerDay);
  const CivilTime last = FromCivilMs((days.end - 1) * kMsPerDay);
  switch (unit) {
    case TimeUnit::kDay:
      return DayPlace(nth > 0 ? days.begin + nth - 1 : days.end + nth);
    case TimeUnit::kWeek:
    case TimeUnit::kWeekend: {
      TimePlace place;
      place.grain = unit == TimeUnit::kWeek ? Grain::kWeek : Grain::kWeekend;
      // A week belongs to the year or month that has its Thursday.
      place.day = nth > 0 ? MondayOf(days.begin + 3) + int64_t{7} * (nth - 1)
                          : MondayOf(days.end - 4) + int64_t{7} * (nth + 1);
      if (place.grain == Grain::kWeekend) place.day += 5;
      return place;
    }
    case TimeUnit::kMonth:
      return nth > 0 ? MonthPlace(first.year * 12 + first.month - 1 + nth - 1)
                     : MonthPlace(last.year * 12 + last.month - 1 + nth + 1);
    case TimeUnit::kYear: {
      TimePlace place;
      place.grain = Grain::kYear;
      place.year = nth > 0 ? first.year + nth - 1 : last.year + nth + 1;
      return place;
    }
    case TimeUnit::kDecade: {
      TimePlace place;
      place.grain = Grain::kDecade;
      place.year = nth > 0 ? first.year + int64_t{10} * (nth - 1) : last.year - 9;
      return place;
    }
    default:
      return std::nullopt;
  }
}

// The finer fields within the place that the coarser ones gave.
std::optional<TimePlace> Locator::Within(const TimePlace& whole) const {
  if (whole.grain == Grain::kYear && NamesPartOfYear()) {
    const std::optional<TimePlace> part = PartOfYear(whole.year);
    if (part && Has(TimeField::kOrdinal) && Has(TimeField::kUnit) &&
        fields_.form() == TimeForm::kCalendar) {
      return OrdinalIn(*part);
    }
    return part ? WithTime(*part) : std::nullopt;
  }
  if (Has(TimeField::kOrdinal) && Has(TimeField::kUnit) && fields_.form() == TimeForm::kCalendar) {
    return OrdinalIn(whole);
  }
  if (whole.grain == Grain::kWeek && Has(TimeField::kWeekday)) {
    return WithTime(DayPlace(whole.day + Get(TimeField::kWeekday) - 1));
  }
  if (whole.grain == Grain::kMonth && Has(TimeField::kDay)) {
    const int day = Get(TimeField::kDay);
    if (day > DaysInMonth(whole.year, whole.index)) return std::nullopt;
    return WithTime(DayPlace(DaysFromCivil(whole.year, whole.index, day)));
  }
  return WithTime(whole);
}

std::optional<TimePlace> Locator::WithTime(TimePlace day) const {
  if (day.grain != Grain::kDay) return day;
  if (Has(TimeField::kHour)) {
    int hour = Get(TimeField::kHour);
    const auto part = static_cast<DayPart>(Get(TimeField::kPart));
    const bool afternoon = part == DayPart::kAfternoon || part == DayPart::kEvening ||
                           (part == DayPart::kNight && hour > 5);
    if (Get(TimeField::kMeridiem) == 2 || (!Has(TimeField::kMeridiem) && afternoon)) {
      if (hour < 12) hour += 12;
    } else if (Get(TimeField::kMeridiem) == 1 && hour == 12) {
      hour = 0;
    }
    if (hour == 24) {
      hour = 0;
      ++day.day;
    }
    day.hour = hour;
    day.minute = Get(TimeField::kMinute);
    day.second = Get(TimeField::kSecond);
    day.grain = Has(TimeField::kSecond) ? Grain::kSecond : Grain::kMinute;
    if (Has(TimeField::kZone)) day.zone = Get(TimeField::kZone);
    return day;
  }
  if (Has(TimeField::kPart) && day.days == 1) {
    day.grain = Grain::kPart;
    day.part = static_cast<DayPart>(Get(TimeField::kPart));
  }
  return day;
}

std::optional<TimePlace> Locator::FindShift() {
  const auto unit = static_cast<TimeUnit>(Get(TimeField::kUnit));
  const bool vague = Get(TimeField::kVague) == 1;
  if (vague && !Has(TimeField::kCount)) return std::nullopt;
  CivilMs base = anchor_.published;
  if (Get(TimeField::kNarrative) == 1) {
    if (!anchor_.reference) return std::nullopt;
    base = *anchor_.reference;
  }
  int64_t amount = int64_t{Get(TimeField::kCount, 1)} * Get(TimeField::kOrder);
  TimeUnit step = unit;
  if (Get(TimeField::kFraction) != 0) {
    // Half a year is six months, half an hour thirty minutes.
    const int64_t hundredths =
        (int64_t{Get(TimeField::kCount, 0)} * 100 + Get(TimeField::kFraction)) *
        (Get(TimeField::kOrder) < 0 ? -1 : 1);
    int64_t finer = 0;
    if (unit == TimeUnit::kYear) finer = 12, step = TimeUnit::kMonth;
    if (unit == TimeUnit::kHour) finer = 60, step = TimeUnit::kMinute;
    if (unit == TimeUnit::kDecade) finer = 10, step = TimeUnit::kYear;
    if (unit == TimeUnit::kCentury) finer = 100, step = TimeUnit::kYear;
    if (finer == 0) return std::nullopt;
    amount = hundredths * finer / 100;
  }
  std::optional<TimePlace> place = ShiftedBy(step, amount, base, anchor_.has_time);
  if (!place) return std::nullopt;
  place = Within(*place);
  if (place && vague) place->approximate = true;
  return place;
}

std::optional<TimePlace> Locator::FindCalendar() {
  if (Has(TimeField::kCentury)) {
    TimePlace place;
    place.grain = Grain::kCentury;
    place.year = (int64_t{Get(TimeField::kCentury)} - 1) * 100;
    if (Get(TimeField::kEra) < 0) place.year = -int64_t{Get(TimeField::kCentury)} * 100;
    return place;
  }
  if (Has(TimeField::kDecade)) {
    TimePlace place;
    place.grain = Grain::kDecade;
    place.year = Get(TimeField::kDecade);
    if (place.year < 100) {
      place.year += now_.year / 100 * 100;
      if (place.year > now_.year) place.year -= 100;
    }
    return Has(TimeField::kOrdinal) ? OrdinalIn(place) : place;
  }
  if (const std::optional<int64_t> year = NamedYear()) {
    TimePlace place;
    place.grain = Grain::kYear;
    place.year = *year;
    return Within(place);
  }
  if (NamesPartOfYear()) {
    const std::optional<TimePlace> place = ChooseYear();
    if (!place) return std::nullopt;
    return Has(TimeField::kOrdinal) && Has(TimeField::kUnit) ? OrdinalIn(*place) : WithTime(*place);
  }
  if (Has(TimeField::kOrdinal) && Has(TimeField::kUnit)) return std::nullopt;
  const bool weekend =
      Has(TimeField::kUnit) && Get(TimeField::kUnit) == static_cast<int>(TimeUnit::kWeekend);
  if (!Has(TimeField::kDay) && !Has(TimeField::kWeekday) && !Has(TimeField::kHour) &&
      !Has(TimeField::kPart) && !weekend) {
    return std::nullopt;
  }
  const std::optional<TimePlace> day = ChooseDay();
  return day ? WithTime(*day) : std::nullopt;
}

std::optional<TimePlace> Locator::Find() {
  switch (fields_.form()) {
    case TimeForm::kShift:
      return FindShift();
    case TimeForm::kCalendar:
      return FindCalendar();
    case TimeForm::kAnaphor: {
      if (!anchor_.reference) return std::nullopt;
      const auto unit = static_cast<TimeUnit>(Get(TimeField::kUnit));
      const std::optional<TimePlace> place = ShiftedBy(unit, 0, *anchor_.reference, false);
      return place ? WithTime(*place) : std::nullopt;
    }
    default:
      return std::nullopt;
  }
}

}  // namespace

std::optional<TimePlace> Locate(const TimeFields& fields, const TimeLexicon& lexicon,
                                const TimeAnchor& anchor, Direction direction) {
  return Locator(fields, lexicon, anchor, direction).Find();
}

}  // namespace saywhen
