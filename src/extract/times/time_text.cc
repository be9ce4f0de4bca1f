#include "extract/times/time_text.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>

#include "model/calendar.h"

namespace saywhen {
namespace {

std::string Padded(int64_t value, size_t width) {
  std::string digits = std::to_string(value);
  return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

std::string ClockText(const TimePlace& place) {
  std::string out = "T" + Padded(place.hour, 2) + ":" + Padded(place.minute, 2);
  if (place.grain == Grain::kSecond) out.append(":").append(Padded(place.second, 2));
  return out;
}

std::string ZoneText(int minutes) {
  if (minutes == 0) return "Z";
  const int size = std::abs(minutes);
  return (minutes < 0 ? "-" : "+") + Padded(size / 60, 2) + ":" + Padded(size % 60, 2);
}

// ISO 8601: the week's year is that of its Thursday.
std::string WeekText(int64_t monday) {
  const CivilTime thursday = FromCivilMs((monday + 3) * kMsPerDay);
  const int64_t day_of_year = monday + 3 - DaysFromCivil(thursday.year, 1, 1);
  return EdtfYear(thursday.year) + "-W" + Padded(day_of_year / 7 + 1, 2);
}

std::string_view PartText(DayPart part) {
  switch (part) {
    case DayPart::kMorning:
      return "TMO";
    case DayPart::kMidday:
      return "TMI";
    case DayPart::kAfternoon:
      return "TAF";
    case DayPart::kEvening:
      return "TEV";
    case DayPart::kNight:
      return "TNI";
    case DayPart::kDaytime:
      return "TDT";
    case DayPart::kWhole:
      return "";
  }
  return "";
}

std::string_view SeasonText(int season) {
  constexpr std::string_view kNames[] = {"SP", "SU", "FA", "WI"};
  return season >= 21 && season <= 24 ? kNames[season - 21] : "";
}

std::string TimexOf(const TimePlace& place) {
  const std::string year = EdtfYear(place.year);
  switch (place.grain) {
    case Grain::kCentury:
      return year.substr(0, year.size() - 2);
    case Grain::kDecade:
      return year.substr(0, year.size() - 1);
    case Grain::kHalf:
      return year + "-H" + std::to_string(place.index);
    case Grain::kQuarter:
      return year + "-Q" + std::to_string(place.index);
    case Grain::kSeason:
      return year + "-" + std::string(SeasonText(place.index));
    case Grain::kWeek:
      return WeekText(place.day);
    case Grain::kWeekend:
      return WeekText(place.day - 5) + "-WE";
    case Grain::kPart:
      return EdtfDay(place.day) + std::string(PartText(place.part));
    case Grain::kMinute:
    case Grain::kSecond:
      return EdtfDay(place.day) + ClockText(place) + (place.zone == 0 ? "Z" : "");
    default:
      return EdtfOf(place);
  }
}

struct UnitText {
  std::string_view text;
  bool of_time;  // behind "T"
};

UnitText TextOf(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::kSecond:
      return {"S", true};
    case TimeUnit::kMinute:
      return {"M", true};
    case TimeUnit::kHour:
      return {"H", true};
    case TimeUnit::kNight:
      return {"NI", true};
    case TimeUnit::kDay:
      return {"D", false};
    case TimeUnit::kWeekend:
      return {"WE", false};
    case TimeUnit::kWeek:
      return {"W", false};
    case TimeUnit::kMonth:
      return {"M", false};
    case TimeUnit::kQuarter:
      return {"Q", false};
    case TimeUnit::kSeason:
      return {"SN", false};
    case TimeUnit::kYear:
      return {"Y", false};
    case TimeUnit::kDecade:
      return {"DE", false};
    case TimeUnit::kCentury:
      return {"CE", false};
    case TimeUnit::kMillennium:
      return {"ML", false};
  }
  return {"", false};
}

std::string CountText(const TimeFields& fields) {
  if (fields.Get(TimeField::kVague) == 1) return "X";
  const int32_t fraction = fields.Get(TimeField::kFraction);
  std::string out = std::to_string(fields.Get(TimeField::kCount, fraction != 0 ? 0 : 1));
  if (fraction % 100 == 0) return out;
  out.append(".").append(Padded(fraction % 100, 2));
  return out.ends_with('0') ? out.substr(0, out.size() - 1) : out;
}

std::string PeriodText(const TimeFields& fields) {
  const UnitText unit = TextOf(static_cast<TimeUnit>(fields.Get(TimeField::kUnit)));
  std::string out = unit.of_time ? "PT" : "P";
  out.append(CountText(fields)).append(unit.text);
  if (fields.Has(TimeField::kOtherUnit)) {
    const UnitText other = TextOf(static_cast<TimeUnit>(fields.Get(TimeField::kOtherUnit)));
    if (other.of_time && !unit.of_time) out.append("T");
    out.append(std::to_string(fields.Get(TimeField::kOtherCount, 1))).append(other.text);
  }
  return out;
}

std::string SetText(const TimeFields& fields) {
  if (fields.Has(TimeField::kWeekday)) {
    std::string out = "XXXX-WXX-" + std::to_string(fields.Get(TimeField::kWeekday));
    return out.append(PartText(static_cast<DayPart>(fields.Get(TimeField::kPart))));
  }
  if (fields.Has(TimeField::kMonth)) {
    std::string out = "XXXX-" + Padded(fields.Get(TimeField::kMonth), 2);
    if (fields.Has(TimeField::kDay)) out.append("-").append(Padded(fields.Get(TimeField::kDay), 2));
    return out;
  }
  if (fields.Has(TimeField::kSeason)) {
    return "XXXX-" + std::string(SeasonText(fields.Get(TimeField::kSeason)));
  }
  if (fields.Has(TimeField::kPart)) {
    return "XXXX-XX-XX" + std::string(PartText(static_cast<DayPart>(fields.Get(TimeField::kPart))));
  }
  return PeriodText(fields);
}

std::string ReferenceText(int reference) {
  if (reference == static_cast<int>(TimeReference::kPast)) return "PAST_REF";
  if (reference == static_cast<int>(TimeReference::kFuture)) return "FUTURE_REF";
  return "PRESENT_REF";
}

// What can be said of a date that has no place.
std::string WithoutPlace(const TimeFields& fields) {
  if (fields.form() == TimeForm::kShift && fields.Get(TimeField::kVague) == 1) {
    return ReferenceText(fields.Get(TimeField::kOrder) < 0
                             ? static_cast<int>(TimeReference::kPast)
                             : static_cast<int>(TimeReference::kFuture));
  }
  if (!fields.Has(TimeField::kUnit)) {
    const auto part = static_cast<DayPart>(fields.Get(TimeField::kPart));
    return "XXXX-XX-XX" + std::string(PartText(part));
  }
  if (fields.form() != TimeForm::kAnaphor) return PeriodText(fields);
  switch (static_cast<TimeUnit>(fields.Get(TimeField::kUnit))) {
    case TimeUnit::kYear:
      return "XXXX";
    case TimeUnit::kMonth:
      return "XXXX-XX";
    case TimeUnit::kQuarter:
      return "XXXX-QX";
    case TimeUnit::kWeek:
      return "XXXX-WXX";
    case TimeUnit::kWeekend:
      return "XXXX-WXX-WE";
    case TimeUnit::kNight:
      return "XXXX-XX-XXTNI";
    default:
      return "XXXX-XX-XX";
  }
}

}  // namespace

std::string EdtfYear(int64_t year) {
  const std::string digits = Padded(std::abs(year), 4);
  return (digits.size() > 4 ? "Y" : "") + std::string(year < 0 ? "-" : "") + digits;
}

std::string EdtfDay(int64_t day) {
  const CivilTime time = FromCivilMs(day * kMsPerDay);
  return EdtfYear(time.year) + "-" + Padded(time.month, 2) + "-" + Padded(time.day, 2);
}

std::string EdtfOf(const TimePlace& place) {
  std::string year = EdtfYear(place.year);
  switch (place.grain) {
    case Grain::kCentury:
      return year.replace(year.size() - 2, 2, "XX");
    case Grain::kDecade:
      return year.replace(year.size() - 1, 1, "X");
    case Grain::kYear:
      return year;
    case Grain::kHalf:
      return year + "-" + std::to_string(39 + place.index);
    case Grain::kQuarter:
      return year + "-" + std::to_string(32 + place.index);
    case Grain::kSeason:
    case Grain::kMonth:
      return year + "-" + Padded(place.index, 2);
    case Grain::kMinute:
    case Grain::kSecond:
      return EdtfDay(place.day) + ClockText(place) + (place.zone ? ZoneText(*place.zone) : "");
    default:
      return EdtfDay(place.day);
  }
}

std::string TimexValue(const TimeExpression& expression, const TimeLexicon& lexicon,
                       const TimeAnchor& anchor, Direction direction) {
  const TimeExpression first = EndsOf(expression).front();
  const TimeFields& fields = first.fields;
  switch (fields.form()) {
    case TimeForm::kDuration:
      return PeriodText(fields);
    case TimeForm::kPeriod:
      // "The coming days" count nothing.
      if (fields.Get(TimeField::kVague) == 1 && !fields.Has(TimeField::kCount)) {
        return ReferenceText(fields.Get(TimeField::kOrder) < 0
                                 ? static_cast<int>(TimeReference::kPast)
                                 : static_cast<int>(TimeReference::kFuture));
      }
      return PeriodText(fields);
    case TimeForm::kSet:
      return SetText(fields);
    case TimeForm::kReference:
      return ReferenceText(fields.Get(TimeField::kReference));
    default:
      break;
  }
  // "A few days ago" counts no days either.
  if (fields.form() == TimeForm::kShift && fields.Get(TimeField::kVague) == 1) {
    return WithoutPlace(fields);
  }
  // A value must be some; what was told of last is likely not far from publication.
  TimeAnchor told = anchor;
  if (!told.reference && fields.form() == TimeForm::kShift) told.reference = anchor.published;
  const std::optional<TimePlace> place = Locate(fields, lexicon, told, direction);
  return place ? TimexOf(*place) : WithoutPlace(fields);
}

}  // namespace saywhen
