#include "extract/times/time_resolver.h"

#include <gtest/gtest.h>

#include <string>

#include "model/edtf.h"
#include "times_fixture.h"

namespace saywhen {
namespace {

struct Placed {
  const char* published;
  Direction direction;
  const char* text;
  const char* edtf;
};

void Check(const TimeLexicon& lexicon, std::initializer_list<Placed> cases) {
  for (const Placed& each : cases) {
    EXPECT_EQ(EdtfIn(each.text, lexicon, AnchorAt(each.published), each.direction), each.edtf)
        << each.text;
  }
}

constexpr Direction kPast = Direction::kPast;
constexpr Direction kFuture = Direction::kFuture;

// 13 February 2025 was a Thursday.
TEST(TimesResolver, PutsNamedDates) {
  Check(EnglishTimes(),
        {
            {"2025-02-13", kPast, "on Feb. 13, 2025", "2025-02-13"},
            {"2025-02-13", kPast, "on 2/13/2025", "2025-02-13"},
            {"2025-02-13", kPast, "on 2/3/2025", "2025-02-03?"},
            {"2025-02-13", kPast, "in March", "2024-03"},
            {"2025-02-13", kFuture, "in March", "2025-03"},
            {"2025-02-13", kPast, "on March 3", "2024-03-03"},
            {"2025-02-13", kFuture, "on March 3", "2025-03-03"},
            {"2025-02-13", kPast, "on Feb. 29", "2024-02-29"},
            {"2025-02-13", kPast, "Feb. 30, 2025", "-"},
            {"2025-02-13", kPast, "on the 3rd, he", "2025-02-03"},
            {"2025-02-13", kPast, "on Friday, Dec. 26", "2025-12-26"},
            {"2025-02-13", kPast, "in summer 2014", "2014-22"},
            {"2025-02-13", kPast, "last winter", "2023-24"},
            {"2025-02-13", kPast, "Q3 2019", "2019-35"},
            {"2025-02-13", kPast, "the first half of 2012", "2012-40"},
            {"2025-02-13", kPast, "the fourth quarter", "2024-36"},
            {"2025-02-13", kPast, "the 1990s", "199X"},
            {"2025-02-13", kPast, "the '90s", "199X"},
            {"2025-02-13", kPast, "the 19th century", "18XX"},
            {"2025-02-13", kPast, "in 44 BC", "-0043"},
            {"2025-02-13", kPast, "the first week of 2016", "2016-01-04/2016-01-10"},
            {"2025-02-13", kPast, "the first Monday in September", "2024-09-02"},
        });
}

TEST(TimesResolver, PutsWeekdaysWhereTheSentenceLooks) {
  Check(EnglishTimes(), {
                            {"2025-02-13", kPast, "on Tuesday", "2025-02-11"},
                            {"2025-02-13", kFuture, "on Tuesday", "2025-02-18"},
                            {"2025-02-13", kPast, "on Thursday", "2025-02-13"},
                            {"2025-02-13", kPast, "last Thursday", "2025-02-06"},
                            {"2025-02-13", kPast, "next Thursday", "2025-02-20"},
                            {"2025-02-13", Direction::kPresent, "on Friday", "2025-02-14"},
                            {"2025-02-13", kPast, "over the weekend", "2025-02-08/2025-02-09"},
                            {"2025-02-13", kFuture, "over the weekend", "2025-02-15/2025-02-16"},
                            {"2025-02-13", kPast, "Monday to Friday", "2025-02-03/2025-02-07"},
                            {"2025-02-13", kFuture, "Monday to Friday", "2025-02-17/2025-02-21"},
                        });
}

TEST(TimesResolver, CountsFromPublication) {
  Check(EnglishTimes(), {
                            {"2025-02-13", kPast, "yesterday", "2025-02-12"},
                            {"2025-02-13", kPast, "last week", "2025-02-03/2025-02-09"},
                            {"2025-01-13", kPast, "last month", "2024-12"},
                            {"2025-01-13", kPast, "last quarter", "2024-36"},
                            {"2025-01-13", kPast, "three days ago", "2025-01-10"},
                            {"2025-01-13", kPast, "two years ago", "2023"},
                            {"2025-01-13", kPast, "a year and a half ago", "2023-07"},
                            {"2025-01-13", kPast, "a few days ago", "2025-01-10~"},
                            {"2025-01-13", kPast, "years ago", "-"},
                            {"2025-01-13", kPast, "the past three years", "2022/2025"},
                            {"2025-01-13", kPast, "the past two weeks", "2024-12-30/2025-01-13"},
                            {"2025-01-13", kPast, "the coming days", "2025-01-13~/2025-01-16~"},
                            {"2025-01-13", kPast, "two weeks later", "-"},
                            {"2025-01-13", kPast, "now", "2025-01-13~"},
                            {"2025-01-13", kPast, "recently", "-"},
                            {"2025-01-13", kPast, "two years", "-"},
                            {"2025-01-13T12:00", kPast, "two hours ago", "2025-01-13T10:00"},
                            {"2025-01-13", kPast, "two hours ago", "2025-01-13"},
                            {"2025-01-13", kPast, "in March of last year", "2024-03"},
                        });
}

TEST(TimesResolver, CountsFromWhatWasToldOf) {
  TimeAnchor anchor = AnchorAt("2025-01-13");
  anchor.reference = ParseEdtf("2008-06-01").value().earliest;
  EXPECT_EQ(EdtfIn("four years later", EnglishTimes(), anchor, kPast), "2012");
  EXPECT_EQ(EdtfIn("that day", EnglishTimes(), anchor, kPast), "2008-06-01");
}

TEST(TimesResolver, WritesClocksRangesAndQualifiers) {
  Check(EnglishTimes(),
        {
            {"2025-02-13", kPast, "at 6:05 p.m. Tuesday", "2025-02-11T18:05"},
            {"2025-02-13", kPast, "at 10:30 GMT", "2025-02-13T10:30Z"},
            {"2025-02-13", kPast, "at noon", "2025-02-13T12:00"},
            {"2025-02-13", kPast, "midnight", "2025-02-13T00:00"},
            {"2025-02-13", kPast, "at 12 a.m.", "2025-02-13T00:00"},
            {"2025-02-13", kPast, "from 8 a.m. to noon", "2025-02-13T08:00/2025-02-13T12:00"},
            {"2025-02-13", kPast, "Tuesday night", "2025-02-11"},
            {"2025-02-13", kPast, "from 2010 to 2014", "2010/2014"},
            {"2025-02-13", kPast, "2010-14", "2010/2014"},
            {"2025-02-13", kPast, "from October to January", "2024-10/2025-01"},
            {"2025-02-13", kPast, "May 13-15, 2014", "2014-05-13/2014-05-15"},
            {"2025-02-13", kPast, "since 2014", "2014/.."},
            {"2025-02-13", kPast, "until 2014", "../2014"},
            {"2025-02-13", kPast, "about 1950", "1950~"},
            {"2025-02-13", kPast, "early 2014", "2014-37~"},
            {"2025-02-13", kPast, "mid-March", "2024-03-11~/2024-03-20~"},
            {"2025-02-13", kPast, "the late 1990s", "1996~/1999~"},
        });
}

TEST(TimesResolver, KnowsFestivals) {
  Check(EnglishTimes(), {
                            {"2025-02-13", kPast, "Christmas 2014", "2014-12-25"},
                            {"2025-02-13", kPast, "at Easter", "2024-03-31"},
                            {"2025-02-13", kFuture, "at Easter", "2025-04-20"},
                            {"2025-02-13", kPast, "Thanksgiving 2024", "2024-11-28"},
                            {"2025-02-13", kPast, "Ramadan 2024", "2024-03-11~/2024-04-09~"},
                        });
}

TEST(TimesResolver, PutsGermanAndTurkish) {
  Check(GermanTimes(), {
                           {"2025-02-13", kPast, "am Dienstag", "2025-02-11"},
                           {"2025-02-13", kPast, "vor drei Jahren", "2022"},
                           {"2025-02-13", kPast, "Ende März", "2024-03-21~/2024-03-31~"},
                           {"2025-02-13", kPast, "seit 2010", "2010/.."},
                           {"2025-02-13", kPast, "vorletztes Jahr", "2023"},
                           {"2025-02-13", kPast, "Pfingsten 2024", "2024-05-19"},
                       });
  Check(TurkishTimes(), {
                            {"2025-02-13", kPast, "geçen hafta", "2025-02-03/2025-02-09"},
                            {"2025-02-13", kPast, "13 Şubat'ta", "2025-02-13"},
                            {"2025-02-13", kPast, "2010'dan 2014'e kadar", "2010/2014"},
                            {"2025-02-13", kPast, "1 Ocak 2026'dan itibaren", "2026-01-01/.."},
                            {"2025-02-13", kPast, "salı günü", "2025-02-11"},
                        });
}

TEST(TimesResolver, GivesTimexValues) {
  struct Valued {
    const char* text;
    const char* value;
  };
  for (const Valued& each : std::initializer_list<Valued>{
           {"in February 2014", "2014-02"},
           {"three years", "P3Y"},
           {"two hours", "PT2H"},
           {"several weeks", "PXW"},
           {"recently", "PAST_REF"},
           {"every Tuesday", "XXXX-WXX-2"},
           {"this morning", "2025-02-13TMO"},
           {"last week", "2025-W06"},
           {"the weekend before, over the weekend", "2025-W06-WE"},
           {"the 1990s", "199"},
           {"the 19th century", "18"},
           {"the third quarter of 2019", "2019-Q3"},
           {"summer 2014", "2014-SU"},
           {"that night", "XXXX-XX-XXTNI"},
           {"the coming days", "FUTURE_REF"},
           {"from 2010 to 2014", "2010 | 2014"},
           {"at 10:30 GMT", "2025-02-13T10:30Z"},
       }) {
    EXPECT_EQ(TimexIn(each.text, EnglishTimes(), AnchorAt("2025-02-13"), kPast), each.value)
        << each.text;
  }
}

TEST(TimesResolver, GuessesWhereASentenceLooks) {
  const auto guess = [](const std::string& text, const std::string& words) {
    const uint32_t begin = static_cast<uint32_t>(text.find(words));
    const TextSpan span{begin, begin + static_cast<uint32_t>(words.size())};
    return GuessDirection(text, span, EnglishTimes());
  };
  EXPECT_EQ(guess("He said Tuesday that they will leave.", "Tuesday"), kPast);
  EXPECT_EQ(guess("He said they will leave on Tuesday.", "Tuesday"), kFuture);
  EXPECT_EQ(guess("On Tuesday the court will rule.", "Tuesday"), kFuture);
  EXPECT_EQ(guess("They will go. It rained on Tuesday.", "Tuesday"), kPast);
  EXPECT_EQ(guess("They won’t be counted until Tuesday.", "Tuesday"), kFuture);
}

}  // namespace
}  // namespace saywhen
