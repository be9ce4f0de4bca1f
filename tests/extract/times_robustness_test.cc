// Times in anything: broken bytes, and texts made to be slow.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/times/festivals.h"
#include "extract/times/time_tokens.h"
#include "model/calendar.h"
#include "times_fixture.h"

namespace saywhen {
namespace {

std::string Repeated(std::string_view piece, size_t bytes) {
  std::string out;
  while (out.size() < bytes) out.append(piece);
  return out;
}

// All that can be asked of a text's times.
void UseAll(std::string_view text, const TimeLexicon& lexicon) {
  uint32_t end = 0;
  const TimeAnchor anchor = AnchorAt("2025-02-13");
  for (const TimeExpression& each : TimesIn(text, lexicon)) {
    EXPECT_LE(end, each.span.begin);
    EXPECT_LT(each.span.begin, each.span.end);
    end = each.span.end;
    EXPECT_LE(end, text.size());
    const Direction direction = GuessDirection(text, each.span, lexicon);
    Resolve(each, lexicon, anchor, direction);
    for (const TimeExpression& part : EndsOf(each)) {
      EXPECT_FALSE(TimexValue(part, lexicon, anchor, direction).empty());
    }
  }
}

TEST(TimesRobustness, AnyBytes) {
  // A linear congruential generator: the same bytes on every machine.
  uint32_t state = 2025;
  const auto random = [&] {
    state = state * 1664525U + 1013904223U;
    return state >> 16;
  };
  const std::vector<std::string_view> pieces = {"last ",    "2014",    "-",
                                                "May ",     "the ",    "of ",
                                                "3",        "years ",  "\n\n",
                                                "\xE2",     "\x80",    "\xFF",
                                                "\xC2\xA0", "’",       "'",
                                                "to ",      "from ",   "second",
                                                ":",        "30",      " p.m.",
                                                "Q",        "every ",  "999999999",
                                                "ago ",     "bin ",    "yüz ",
                                                "Jahren ",  "vor ",    "'ten",
                                                "BC ",      "0",       "century",
                                                "week ",    "th ",     "first ",
                                                "Easter ",  "decade ", std::string_view("\0", 1)};
  for (int round = 0; round < 300; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) {
      if (random() % 4 == 0) {
        text.push_back(static_cast<char>(random() & 0xFF));
      } else {
        text.append(pieces[random() % pieces.size()]);
      }
    }
    UseAll(text, EnglishTimes());
    UseAll(text, GermanTimes());
    UseAll(text, TurkishTimes());
  }
}

// These would take minutes if the time were not linear.
TEST(TimesRobustness, LongRuns) {
  constexpr size_t kBytes = 1'000'000;
  for (const char* piece :
       {"7",      "7 ",   "last ",    "-",      "the ",    "2014-",
        "May ",   "' ",   "1,000,",   ".",      "in the ", "a",
        "\xE2",   " \n ", "to 2014 ", "early ", "twenty ", "every first Monday of ",
        "10:30 ", "\t"}) {
    const std::string text = Repeated(piece, kBytes);
    std::vector<TimeExpression> found;
    FindTimes(text, EnglishTimes(), &found);
    EXPECT_LE(found.size(), kBytes);
  }
}

TEST(TimesRobustness, HugeNumbersHaveNoPlace) {
  UseAll("999999999 years ago, 999999999 decades later, the 999999999th century", EnglishTimes());
  EXPECT_EQ(EdtfIn("999999999 years ago", EnglishTimes(), AnchorAt("2025-02-13"), Direction::kPast),
            "-");
}

TEST(TimeLexicon, SaysWhichLineIsWrong) {
  struct Wrong {
    const char* pack;
    const char* code;
    uint32_t line;
  };
  for (const Wrong& each : std::initializer_list<Wrong>{
           {"[times]\nmont\t1\tjanuary\n", "time-word", 2},
           {"[times]\nmonth\tx\tjanuary\n", "time-word", 2},
           {"[times]\nmonth\t1\t\n", "time-word", 2},
           {"[time-settings]\nplurals\ts\n", "time-word", 2},
           {"[time-festivals]\nfixed 13 1\tNever\n", "time-festival", 2},
           {"[time-parts]\nDATE\tx\tMONHT\n", "time-rule", 2},
           {"[time-parts]\nDATUM\tx\tMONTH\n", "time-rule", 2},
           {"[time-parts]\n\nDATE\tx\tMONTH\tdaay=1\n", "time-rule", 3},
           {"[time-parts]\nDATE\tx\t[in]\n", "time-rule", 2},
           {"[time-parts]\nDATE\tx\t\n", "time-rule", 2},
       }) {
    const Result<LanguagePack> pack = LanguagePack::Parse(each.pack);
    ASSERT_TRUE(pack.ok());
    const Result<TimeLexicon> lexicon = TimeLexicon::Make(pack.value());
    ASSERT_FALSE(lexicon.ok()) << each.pack;
    EXPECT_EQ(lexicon.error().code, each.code) << each.pack;
    EXPECT_EQ(lexicon.error().line, each.line) << each.pack;
  }
}

TEST(TimeLexicon, OfALanguageWithoutTimesFindsNothing) {
  const Result<TimeLexicon> lexicon = TimeLexicon::Make(LanguagePack());
  ASSERT_TRUE(lexicon.ok());
  EXPECT_EQ(WordsOf("on May 3, 2014, last week", lexicon.value()), "");
}

TEST(TimeTokens, FoldsWithoutALocale) {
  char out[64];
  const auto fold = [&](std::string_view word) {
    return std::string(out, FoldTimeWord(word, out, sizeof(out)));
  };
  EXPECT_EQ(fold("MÄRZ"), "märz");
  EXPECT_EQ(fold("EKİM"), "ekim");
  EXPECT_EQ(fold("ARALIK"), fold("Aralık"));
  EXPECT_EQ(fold("ŞUBAT"), "şubat");
}

TEST(Festivals, FallOnTheirDays) {
  struct Day {
    const char* festival;
    int64_t year;
    int month;
    int day;
  };
  for (const Day& each : std::initializer_list<Day>{
           {"easter 0", 1818, 3, 22},
           {"easter 0", 2000, 4, 23},
           {"easter 0", 2038, 4, 25},
           {"easter -2", 2025, 4, 18},
           {"orthodox 0", 2024, 5, 5},
           {"weekday 11 4 4", 2024, 11, 28},
           {"weekday 5 1 -1", 2021, 5, 31},
           {"fixed 12 25", 2014, 12, 25},
           {"hijri 9 1 30", 2025, 3, 1},
       }) {
    const auto festival = ReadFestival(each.festival);
    ASSERT_TRUE(festival) << each.festival;
    const auto day = FirstDayOf(*festival, each.year);
    ASSERT_TRUE(day);
    EXPECT_EQ(*day, DaysFromCivil(each.year, each.month, each.day))
        << each.festival << " " << each.year;
  }
  EXPECT_FALSE(ReadFestival("fixed 12"));
  EXPECT_FALSE(ReadFestival("lunar 1 1"));
  EXPECT_FALSE(ReadFestival("easter x"));
  EXPECT_FALSE(ReadFestival(""));
}

}  // namespace
}  // namespace saywhen
