#include "ui/time_text.h"

#include <gtest/gtest.h>

#include "model/calendar.h"
#include "support/english_locale.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

// Words of the test's own: how the widget puts it may change.
Strings TestStrings() {
  Strings strings = EnglishStrings();
  strings.unknown_time = "unknown";
  strings.range = "{}–{}";
  strings.from = "from {}";
  strings.until = "until {}";
  strings.approximate = "about {}";
  strings.perhaps = "perhaps {}";
  strings.decade = "{}s";
  strings.century = "{}s";
  strings.spring = "spring {}";
  strings.summer = "summer {}";
  strings.autumn = "autumn {}";
  strings.winter = "winter {}";
  strings.folded_years = "a year|{} years";
  strings.folded_months = "a month|{} months";
  strings.folded_days = "a day|{} days";
  strings.folded_hours = "1 hour|{} hours";
  return strings;
}

TEST(TimeText, IsOnlyAsPreciseAsTheTime) {
  const struct {
    const char* edtf;
    const char* expected;
    const char* expected_long;
  } kCases[] = {
      {"2025", "2025", "2025"},
      {"2025-02", "February 2025", "February 2025"},
      {"2025-02-13", "13 Feb 2025", "13 February 2025"},
      {"2025-02-13T18:05:00Z", "13 Feb 2025, 18:05 (UTC)", "13 Feb 2025, 18:05 (UTC)"},
      {"2025-02-13T18:05:00+03:00", "13 Feb 2025, 18:05 (UTC+3)", "13 Feb 2025, 18:05 (UTC+3)"},
      {"2025-02-13T18:05:00-03:30", "13 Feb 2025, 18:05 (UTC−3:30)",
       "13 Feb 2025, 18:05 (UTC−3:30)"},
      {"2025-02-13T18:05:00", "13 Feb 2025, 18:05", "13 Feb 2025, 18:05"},
      {"198X", "1980s", "1980s"},
      {"10XX", "1000s", "1000s"},
      {"-0330", "331 BC", "331 BC"},
      {"Y-15000", "15001 BC", "15001 BC"},
      {"2025-21", "spring 2025", "spring 2025"},
      {"2025-23", "autumn 2025", "autumn 2025"},
      {"2029-24", "winter 2029", "winter 2029"},
      {"2010/2014", "2010–2014", "2010–2014"},
      {"2014-09/2015-02", "September 2014–February 2015", "September 2014–February 2015"},
      {"2024-07-09/2024-07-11", "9 Jul 2024–11 Jul 2024", "9 July 2024–11 July 2024"},
      {"2025-02-13/2025-02-13", "13 Feb 2025", "13 February 2025"},
      {"196X/198X", "1960s–1980s", "1960s–1980s"},
      {"2028-21/2029-24", "spring 2028–winter 2029", "spring 2028–winter 2029"},
      {"2026/..", "from 2026", "from 2026"},
      {"2026/", "from 2026", "from 2026"},
      {"../2011", "until 2011", "until 2011"},
      {"/2021", "until 2021", "until 2021"},
      {"../2029-24", "until winter 2029", "until winter 2029"},
      {"2025~", "about 2025", "about 2025"},
      {"2025?", "perhaps 2025", "perhaps 2025"},
      {"2025%", "perhaps about 2025", "perhaps about 2025"},
      {"1987-03~", "about March 1987", "about March 1987"},
  };
  EnglishLocale locale;
  const Strings strings = TestStrings();
  for (const auto& test : kCases) {
    const TimeInterval when = Edtf(test.edtf);
    EXPECT_EQ(TimeText(when, TimeLength::kShort, &locale, strings), test.expected) << test.edtf;
    EXPECT_EQ(TimeText(when, TimeLength::kLong, &locale, strings), test.expected_long) << test.edtf;
  }
}

TEST(TimeText, SaysThatNothingIsKnown) {
  EnglishLocale locale;
  TimeInterval when;
  when.earliest = kDistantPast;
  when.latest = kDistantFuture;
  EXPECT_EQ(TimeText(when, TimeLength::kLong, &locale, TestStrings()), "unknown");
}

TEST(FoldText, CountsInTheLargestUnitThatFits) {
  const struct {
    int64_t hours;
    const char* expected;
  } kCases[] = {
      {0, "1 hour"},           {5, "5 hours"},         {24, "a day"},
      {47, "a day"},           {10 * 24, "10 days"},   {59 * 24, "59 days"},
      {60 * 24, "2 months"},   {183 * 24, "6 months"}, {730 * 24, "2 years"},
      {3652 * 24, "10 years"}, {3400 * 24, "9 years"}, {365'243 * 24, "1000 years"},
  };
  EnglishLocale locale;
  for (const auto& test : kCases) {
    EXPECT_EQ(FoldText({0, test.hours * kMsPerHour}, &locale, TestStrings()), test.expected)
        << test.hours;
  }
}

TEST(TickText, SaysTheDateInFullOnlyAtTheFirst) {
  const auto at = [](CivilTime time) { return ToCivilMs(time); };
  const struct {
    Tick tick;
    const char* expected;
  } kCases[] = {
      {{at({2014}), 0, TickUnit::kYear, true}, "2014"},
      {{at({2014}), 0, TickUnit::kYear, false}, "2014"},
      {{at({2014, 3}), 0, TickUnit::kMonth, true}, "March 2014"},
      {{at({2014, 3}), 0, TickUnit::kMonth, false}, "Mar"},
      {{at({2014, 1}), 0, TickUnit::kMonth, false}, "2014"},
      {{at({2014, 3, 7}), 0, TickUnit::kDay, true}, "7 Mar 2014"},
      {{at({2014, 3, 7}), 0, TickUnit::kDay, false}, "7 Mar"},
      {{at({2014, 3, 7, 18}), 0, TickUnit::kHour, true}, "7 Mar 2014, 18:00"},
      {{at({2014, 3, 7, 18}), 0, TickUnit::kHour, false}, "18:00"},
      {{at({2014, 3, 7}), 0, TickUnit::kHour, false}, "7 Mar"},
      {{at({2014, 3, 7, 18, 5}), 0, TickUnit::kMinute, false}, "18:05"},
  };
  EnglishLocale locale;
  for (const auto& test : kCases) EXPECT_EQ(TickText(test.tick, &locale), test.expected);
}

}  // namespace
}  // namespace saywhen
