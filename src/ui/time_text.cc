#include "ui/time_text.h"

#include <algorithm>
#include <cstdlib>

#include "model/calendar.h"

namespace saywhen {
namespace {

class TimeWriter {
 public:
  TimeWriter(TimeLength length, Locale* locale, const Strings& strings)
      : length_(length), locale_(*locale), strings_(strings) {}

  // The unit of `precision` that holds `at`.
  std::string Unit(CivilMs at, Precision precision) const {
    switch (precision) {
      case Precision::kMillennium:
      case Precision::kCentury:
        return Round(at, strings_.century, 100);
      case Precision::kDecade:
        return Round(at, strings_.decade, 10);
      case Precision::kSeason:
        return Season(at);
      default:
        return locale_.FormatDate(at, StyleOf(precision));
    }
  }

  // From the unit that holds `first` to the one that holds `last`.
  std::string Range(CivilMs first, CivilMs last, Precision precision) const {
    if (precision >= Precision::kYear && precision != Precision::kSeason) {
      return locale_.FormatRange(first, last, StyleOf(precision));
    }
    const std::string begin = Unit(first, precision);
    const std::string end = Unit(last, precision);
    return begin == end ? begin : Fill(strings_.range, begin, end);
  }

 private:
  DateStyle StyleOf(Precision precision) const {
    switch (precision) {
      case Precision::kMonth:
        return DateStyle::kMonthYear;
      case Precision::kDay:
        return length_ == TimeLength::kLong ? DateStyle::kLongDay : DateStyle::kDayYear;
      case Precision::kMinute:
      case Precision::kSecond:
        return DateStyle::kDayTime;
      default:
        return DateStyle::kYear;
    }
  }

  std::string Round(CivilMs at, std::string_view pattern, int64_t step) const {
    CivilTime civil = FromCivilMs(at);
    civil.year -= (civil.year % step + step) % step;
    civil.month = civil.day = 1;
    return Fill(pattern, locale_.FormatDate(ToCivilMs(civil), DateStyle::kYear));
  }

  // Bounds of seasons are quarters that begin with spring in March (see model/edtf.h). A winter is
  // named by the year that it begins in.
  std::string Season(CivilMs at) const {
    const int since_spring = (FromCivilMs(at).month - 3 + 12) % 12;
    const CivilMs first_month = AddMonths(at, -(since_spring % 3));
    const std::string_view seasons[] = {strings_.spring, strings_.summer, strings_.autumn,
                                        strings_.winter};
    return Fill(seasons[since_spring / 3], locale_.FormatDate(first_month, DateStyle::kYear));
  }

  TimeLength length_;
  Locale& locale_;
  const Strings& strings_;
};

// "UTC+3", "UTC−3:30": as every language writes it, and no zone has a name that all understand.
std::string ZoneText(int minutes) {
  std::string text = "UTC";
  if (minutes == 0) return text;
  text += minutes < 0 ? "−" : "+";
  const int size = std::abs(minutes);
  text += std::to_string(size / 60);
  if (size % 60 != 0) text += (size % 60 < 10 ? ":0" : ":") + std::to_string(size % 60);
  return text;
}

}  // namespace

std::string TimeText(const TimeInterval& interval, TimeLength length, Locale* locale,
                     const Strings& strings) {
  const TimeWriter writer(length, locale, strings);
  const bool has_start = interval.earliest != kDistantPast;
  const bool has_end = interval.latest != kDistantFuture;
  const CivilMs last = interval.latest - 1;  // the interval is half open
  std::string text;
  if (!has_start && !has_end) return std::string(strings.unknown_time);
  if (!has_start) {
    text = Fill(strings.until, writer.Unit(last, interval.precision));
  } else if (!has_end) {
    text = Fill(strings.from, writer.Unit(interval.earliest, interval.precision));
  } else {
    text = interval.is_interval ? writer.Range(interval.earliest, last, interval.precision)
                                : writer.Unit(interval.earliest, interval.precision);
  }
  if (interval.utc_offset_minutes) text += " (" + ZoneText(*interval.utc_offset_minutes) + ")";
  if (interval.approximate) text = Fill(strings.approximate, text);
  if (interval.uncertain) text = Fill(strings.perhaps, text);
  return text;
}

std::string FoldText(const TimeExtent& folded, Locale* locale, const Strings& strings) {
  const int64_t days = (folded.end - folded.begin) / kMsPerDay;
  const auto counted = [&](int64_t count, std::string_view forms) {
    return Counted(forms, count, locale, strings);
  };
  // The nearest whole number of a year's 365.25 days, and of the twelfth of that.
  if (days >= 730) return counted((days * 8 + 1461) / 2922, strings.folded_years);
  if (days >= 60) {
    return counted((days * 96 + 1461) / 2922, strings.folded_months);
  }
  if (days >= 1) return counted(days, strings.folded_days);
  const int64_t hours = (folded.end - folded.begin) / kMsPerHour;
  return counted(std::max<int64_t>(hours, 1), strings.folded_hours);
}

std::string TickText(const Tick& tick, Locale* locale) {
  const CivilTime civil = FromCivilMs(tick.at);
  switch (tick.unit) {
    case TickUnit::kYear:
      return locale->FormatDate(tick.at, DateStyle::kYear);
    case TickUnit::kMonth:
      if (civil.month == 1) return locale->FormatDate(tick.at, DateStyle::kYear);
      return locale->FormatDate(tick.at, tick.first ? DateStyle::kMonthYear : DateStyle::kMonth);
    case TickUnit::kDay:
      return locale->FormatDate(tick.at, tick.first ? DateStyle::kDayYear : DateStyle::kDay);
    case TickUnit::kHour:
    case TickUnit::kMinute:
      if (civil.hour == 0 && civil.minute == 0) {
        return locale->FormatDate(tick.at, tick.first ? DateStyle::kDayYear : DateStyle::kDay);
      }
      if (tick.first) return locale->FormatDate(tick.at, DateStyle::kDayTime);
      return locale->FormatDate(tick.at, DateStyle::kTime);
  }
  return {};
}

}  // namespace saywhen
