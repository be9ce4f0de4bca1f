// Dates and numbers in plain English, the same on every machine: a test double of ICU and Intl.
#pragma once

#include <string>

#include "model/calendar.h"
#include "platform/host.h"

namespace saywhen {

class EnglishLocale final : public Locale {
 public:
  std::string FormatDate(CivilMs when, DateStyle style) override {
    const CivilTime t = FromCivilMs(when);
    const std::string year =
        t.year > 0 ? std::to_string(t.year) : std::to_string(1 - t.year) + " BC";
    const std::string month = kMonths[t.month - 1];
    const std::string short_month = month.substr(0, 3);
    const std::string day = std::to_string(t.day);
    const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    const std::string time = two(t.hour) + ":" + two(t.minute);
    switch (style) {
      case DateStyle::kYear:
        return year;
      case DateStyle::kMonth:
        return short_month;
      case DateStyle::kMonthYear:
        return month + " " + year;
      case DateStyle::kDay:
        return day + " " + short_month;
      case DateStyle::kDayYear:
        return day + " " + short_month + " " + year;
      case DateStyle::kLongDay:
        return day + " " + month + " " + year;
      case DateStyle::kTime:
        return time;
      case DateStyle::kDayTime:
        return day + " " + short_month + " " + year + ", " + time;
    }
    return {};
  }

  std::string FormatRange(CivilMs first, CivilMs last, DateStyle style) override {
    const std::string begin = FormatDate(first, style);
    const std::string end = FormatDate(last, style);
    return begin == end ? begin : begin + "–" + end;
  }

  std::string FormatNumber(int64_t number) override { return std::to_string(number); }
  PluralCategory Plural(int64_t number) override {
    return number == 1 ? PluralCategory::kOne : PluralCategory::kOther;
  }
  // 2026-01-15T12:00, whenever the test runs.
  CivilMs Now() override { return 1'768'478'400'000; }

 private:
  static constexpr const char* kMonths[] = {"January",   "February", "March",    "April",
                                            "May",       "June",     "July",     "August",
                                            "September", "October",  "November", "December"};
};

}  // namespace saywhen
