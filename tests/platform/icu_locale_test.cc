#include "platform/native/icu_locale.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <limits>
#include <string>

namespace saywhen {
namespace {

constexpr CivilMs kDay = 86'400'000;
constexpr CivilMs kMeeting = 1'739'404'800'000;             // 2025-02-13T00:00
constexpr CivilMs kMeetingEvening = kMeeting + 65'100'000;  // 18:05
constexpr CivilMs kGaugamela = -72'557'769'600'000;         // -0330-09-26, the year 331 BC
constexpr CivilMs kGregorianEve = -12'219'379'200'000;      // 1582-10-14, a day Rome skipped

// CLDR moves between ordinary and narrow no-break spaces from release to release.
std::string Plain(std::string text) {
  for (const char* space : {"\u00A0", "\u202F", "\u2009"}) {
    for (size_t at; (at = text.find(space)) != std::string::npos;) {
      text.replace(at, std::string(space).size(), " ");
    }
  }
  return text;
}

struct Sample {
  const char* language;
  CivilMs when;
  DateStyle style;
  const char* expected;
};

const Sample kSamples[] = {
    {"en", kMeeting, DateStyle::kYear, "2025"},
    {"en", kMeeting, DateStyle::kMonth, "Feb"},
    {"en", kMeeting, DateStyle::kMonthYear, "February 2025"},
    {"en", kMeeting, DateStyle::kDay, "13 Feb"},
    {"en", kMeeting, DateStyle::kDayYear, "13 Feb 2025"},
    {"en", kMeeting, DateStyle::kLongDay, "13 February 2025"},
    {"en", kMeeting, DateStyle::kTime, "00:00"},
    {"en", kMeetingEvening, DateStyle::kTime, "18:05"},
    {"en", kMeetingEvening, DateStyle::kDayTime, "13 Feb 2025, 18:05"},
    {"", kMeeting, DateStyle::kDayYear, "13 Feb 2025"},
    {"not a language!", kMeeting, DateStyle::kDayYear, "13 Feb 2025"},
    {"en-US", kMeeting, DateStyle::kDayYear, "Feb 13, 2025"},
    {"en-US", kMeetingEvening, DateStyle::kTime, "6:05 PM"},
    {"tr", kMeeting, DateStyle::kMonth, "Şub"},
    {"tr", kMeeting, DateStyle::kMonthYear, "Şubat 2025"},
    {"tr", kMeeting, DateStyle::kDayYear, "13 Şub 2025"},
    {"tr", kMeetingEvening, DateStyle::kDayTime, "13 Şub 2025 18:05"},
    {"de", kMeeting, DateStyle::kLongDay, "13. Februar 2025"},
    {"zh", kMeeting, DateStyle::kYear, "2025年"},
    {"zh", kMeeting, DateStyle::kLongDay, "2025年2月13日"},
    {"zh", kMeetingEvening, DateStyle::kTime, "18:05"},
    {"ar", kMeeting, DateStyle::kLongDay, "١٣ فبراير ٢٠٢٥"},
    {"ar", kMeeting, DateStyle::kYear, "٢٠٢٥"},
    {"en", kGaugamela, DateStyle::kYear, "331 BC"},
    {"en", kGaugamela, DateStyle::kMonthYear, "September 331 BC"},
    {"en", kGaugamela, DateStyle::kDayYear, "26 Sept 331 BC"},
    {"en", kGaugamela, DateStyle::kDay, "26 Sept"},
    {"tr", kGaugamela, DateStyle::kYear, "MÖ 331"},
    {"zh", kGaugamela, DateStyle::kYear, "公元前331年"},
    {"en", -62'135'596'800'000, DateStyle::kLongDay, "1 January 1"},
    {"en", -62'135'596'800'000 - kDay, DateStyle::kLongDay, "31 December 1 BC"},
    {"en", kGregorianEve, DateStyle::kLongDay, "14 October 1582"},
};

TEST(IcuLocaleTest, WritesDatesInTheReadersLanguage) {
  for (const Sample& sample : kSamples) {
    IcuLocale locale(sample.language);
    EXPECT_EQ(Plain(locale.FormatDate(sample.when, sample.style)), sample.expected)
        << sample.language << " " << sample.when;
  }
}

struct RangeSample {
  const char* language;
  CivilMs first;
  CivilMs last;
  DateStyle style;
  const char* expected;
};

const RangeSample kRangeSamples[] = {
    {"en", kMeeting, kMeeting, DateStyle::kDayYear, "13 Feb 2025"},
    {"en", kMeeting, kMeeting + 2 * kDay, DateStyle::kDayYear, "13–15 Feb 2025"},
    {"en", kMeeting, kMeeting + 30 * kDay, DateStyle::kDayYear, "13 Feb – 15 Mar 2025"},
    {"en", kMeeting, kMeeting + 400 * kDay, DateStyle::kYear, "2025–2026"},
    {"en", kMeeting, kMeeting + 400 * kDay, DateStyle::kMonthYear, "February 2025 – March 2026"},
    {"tr", kMeeting, kMeeting + 2 * kDay, DateStyle::kLongDay, "13–15 Şubat 2025"},
    {"zh", kMeeting, kMeeting + 2 * kDay, DateStyle::kLongDay, "2025年2月13日至15日"},
    {"en", kMeeting, kMeetingEvening, DateStyle::kTime, "00:00–18:05"},
    {"en", kGaugamela, kGaugamela + 3 * kDay, DateStyle::kDayYear, "26 – 29 Sept 331 BC"},
    {"en", kGregorianEve - kDay, kGregorianEve, DateStyle::kLongDay, "13–14 October 1582"},
};

TEST(IcuLocaleTest, RangesSayOnceWhatBothEndsShare) {
  for (const RangeSample& sample : kRangeSamples) {
    IcuLocale locale(sample.language);
    EXPECT_EQ(Plain(locale.FormatRange(sample.first, sample.last, sample.style)), sample.expected)
        << sample.language << " " << sample.first;
  }
}

TEST(IcuLocaleTest, NoZoneOfTheMachineMovesADay) {
  const char* before = std::getenv("TZ");
  const std::string kept = before == nullptr ? "" : before;
  for (const char* zone : {"Pacific/Kiritimati", "America/Adak", "Asia/Kathmandu", "UTC"}) {
    setenv("TZ", zone, 1);
    tzset();
    IcuLocale locale("en");
    EXPECT_EQ(locale.FormatDate(kMeeting, DateStyle::kDayTime), "13 Feb 2025, 00:00") << zone;
    EXPECT_EQ(locale.FormatDate(kMeeting + kDay - 1, DateStyle::kDayTime), "13 Feb 2025, 23:59")
        << zone;
    EXPECT_EQ(locale.FormatRange(kMeeting, kMeeting + kDay, DateStyle::kDayYear), "13–14 Feb 2025")
        << zone;
  }
  if (before == nullptr) {
    unsetenv("TZ");
  } else {
    setenv("TZ", kept.c_str(), 1);
  }
  tzset();
}

TEST(IcuLocaleTest, TheEndsOfTimeAreDatesToo) {
  IcuLocale locale("en");
  EXPECT_EQ(locale.FormatDate(std::numeric_limits<CivilMs>::max(), DateStyle::kYear), "275760");
  EXPECT_EQ(locale.FormatDate(std::numeric_limits<CivilMs>::min(), DateStyle::kYear), "271822 BC");
}

TEST(IcuLocaleTest, WritesNumbers) {
  EXPECT_EQ(IcuLocale("en").FormatNumber(1'234'567), "1,234,567");
  EXPECT_EQ(IcuLocale("tr").FormatNumber(1'234'567), "1.234.567");
  EXPECT_EQ(IcuLocale("ar").FormatNumber(12), "١٢");
  EXPECT_EQ(IcuLocale("en").FormatNumber(-3), "-3");
}

}  // namespace
}  // namespace saywhen
