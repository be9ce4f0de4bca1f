#include "extract/times/time_finder.h"

#include <gtest/gtest.h>

#include <string>

#include "times_fixture.h"

namespace saywhen {
namespace {

struct Found {
  const char* name;
  const char* text;
  const char* words;  // parted by " | "
};

void Check(const TimeLexicon& lexicon, std::initializer_list<Found> cases) {
  for (const Found& each : cases) EXPECT_EQ(WordsOf(each.text, lexicon), each.words) << each.name;
}

TEST(TimesFinder, SeesEnglishDates) {
  Check(EnglishTimes(),
        {
            {"month day year", "It began on Feb. 13, 2025, in Brussels.", "Feb. 13, 2025"},
            {"day month", "They met on 13 February at the lake.", "13 February"},
            {"ordinal", "On February 13th, the 14th of May 2011 was far.",
             "February 13th | the 14th of May 2011"},
            {"iso", "See 2025-02-13 and 13.02.2025.", "2025-02-13 | 13.02.2025"},
            {"slashes", "Signed 2/13/2025.", "2/13/2025"},
            {"weekday and date", "on Friday, Dec. 26, 2014, they", "Friday, Dec. 26, 2014"},
            {"month year", "since May 2010 and in early March 2011", "May 2010 | early March 2011"},
            {"year", "In 2014 the 2016 campaign was far.", "2014 | 2016"},
            {"old year", "built in 1789", "1789"},
            {"decades", "the 1990s, the late '90s, the early 1960s",
             "the 1990s | the late '90s | the early 1960s"},
            {"century", "of the 19th century", "the 19th century"},
            {"quarters", "the third quarter of 2019, Q3 2019 and fiscal 2020",
             "the third quarter of 2019 | Q3 2019 | fiscal 2020"},
            {"seasons", "in summer 2014 and last winter", "summer 2014 | last winter"},
            {"festivals", "Christmas 2014, Easter and New Year's Eve",
             "Christmas 2014 | Easter | New Year's Eve"},
            {"before Christ", "in 44 BC", "44 BC"},
        });
}

TEST(TimesFinder, SeesEnglishTimesOfPublication) {
  Check(EnglishTimes(),
        {
            {"days", "yesterday, today and the day after tomorrow",
             "yesterday | today | the day after tomorrow"},
            {"parts", "tonight or yesterday morning or late Tuesday night",
             "tonight | yesterday morning | late Tuesday night"},
            {"units", "last week, this month, the coming weekend",
             "last week | this month | the coming weekend"},
            {"ago", "three days ago, about two years ago", "three days ago | about two years ago"},
            {"later", "two weeks later the day before", "two weeks later | the day before"},
            {"periods", "over the past three years, in the coming days",
             "the past three years | the coming days"},
            {"earlier this", "earlier this month and late last year",
             "earlier this month | late last year"},
            {"references", "now, recently, currently, in the future",
             "now | recently | currently | the future"},
            {"that day", "that day, the same year", "that day | the same year"},
            {"clock", "at 6:05 p.m. Tuesday, at 10:30 GMT, at noon",
             "6:05 p.m. Tuesday | 10:30 GMT | noon"},
            {"possessive", "Monday's vote", "Monday"},
        });
}

TEST(TimesFinder, SeesRangesDurationsAndSets) {
  Check(EnglishTimes(), {
                            {"from to", "his term from 2010 to 2014", "2010 to 2014"},
                            {"between", "between May and July 2014", "May and July 2014"},
                            {"short", "the 2010-14 plan", "2010-14"},
                            {"days", "on May 13-15, 2014", "May 13-15, 2014"},
                            {"durations", "for two years, five-year, about an hour, decades",
                             "two years | five-year | about an hour | decades"},
                            {"decimals", "2.5 hours", "2.5 hours"},
                            {"sets", "every Tuesday, daily, twice a week, on Sundays",
                             "every Tuesday | daily | twice a week | Sundays"},
                        });
}

TEST(TimesFinder, EndsOfARange) {
  const std::string text = "from 2010 to the end of 2014";
  const auto found = TimesIn(text, EnglishTimes());
  ASSERT_EQ(found.size(), 1U);
  const auto ends = EndsOf(found[0]);
  ASSERT_EQ(ends.size(), 2U);
  EXPECT_EQ(text.substr(ends[0].span.begin, ends[0].span.size()), "2010");
  EXPECT_EQ(text.substr(ends[1].span.begin, ends[1].span.size()), "the end of 2014");
}

TEST(TimesFinder, LeavesEnglishWordsThatAreNoTimes) {
  for (const char* text : {
           "2000 people came",
           "1,984 votes were cast",
           "the $2014 prize and 2014 dollars",
           "more than 2000 jobs",
           "You may go. They may march on.",
           "March on Washington, and may I?",
           "a second term in second place",
           "the sun sat low",
           "prices fall and hopes spring up",
           "a 25-year-old man, 42 years old",
           "a quarter of voters, three quarters of them",
           "an F16 over Route 66, 9mm rounds",
           "Exodus 18:21 says so",
           "call 555-2014-1999",
           "100 percent of 31 seats",
           "USA TODAY reported",
           "the fall of the wall",
           "no. 12, page 2014",
           "He won 10:2",
           "decided to date them all by hand, at any rate",
       }) {
    EXPECT_EQ(WordsOf(text, EnglishTimes()),
              std::string(text).find("to date") != std::string::npos ? "to date" : "")
        << text;
  }
}

TEST(TimesFinder, NothingReachesAcrossAnEmptyLine) {
  EXPECT_EQ(WordsOf("on May\n\n2014 was far", EnglishTimes()), "2014");
  EXPECT_EQ(WordsOf("on May\n2, 2014", EnglishTimes()), "May\n2, 2014");
}

TEST(TimesFinder, SeesTypographicMarks) {
  EXPECT_EQ(WordsOf("the ’90s, 2010–14, New Year’s Eve, May\u00A013", EnglishTimes()),
            "the ’90s | 2010–14 | New Year’s Eve | May\u00A013");
}

TEST(TimesFinder, SeesGerman) {
  Check(GermanTimes(),
        {
            {"date", "Er sagte am 13. Februar 2025, am 13.02.2025 sei Schluss.",
             "13. Februar 2025 | 13.02.2025"},
            {"weekday", "am Dienstag, am Dienstagabend, vergangenen Freitag",
             "Dienstag | Dienstagabend | vergangenen Freitag"},
            {"week", "vergangene Woche, im kommenden Jahr", "vergangene Woche | kommenden Jahr"},
            {"range", "von 2010 bis 2014", "2010 bis 2014"},
            {"portion", "Ende März, Anfang 2014, Mitte der 1990er Jahre",
             "Ende März | Anfang 2014 | Mitte der 1990er Jahre"},
            {"ago", "vor drei Jahren, in den letzten Tagen", "vor drei Jahren | den letzten Tagen"},
            {"clock", "um 18 Uhr und um 17:30 Uhr", "18 Uhr | 17:30 Uhr"},
            {"morning", "Gestern hieß es: morgen, am Morgen.", "Gestern | morgen | Morgen"},
            {"no times", "2000 Menschen, der 30-jährige Mann, 14 Prozent, März-Straße 5, an Bord",
             "März"},
        });
}

TEST(TimesFinder, SeesTurkish) {
  Check(TurkishTimes(),
        {
            {"suffix", "13 Şubat'ta, 2014'te ve 29 EKİM 2024'te", "13 Şubat | 2014 | 29 EKİM 2024"},
            {"range", "2010'dan 2014'e kadar", "2010'dan 2014'e kadar"},
            {"week", "Geçen hafta, salı günü, dün", "Geçen hafta | salı günü | dün"},
            {"ago", "üç gün önce, son üç yılda", "üç gün önce | son üç yılda"},
            {"decade", "1990'lı yıllarda, 19. yüzyılda", "1990'lı yıllarda | 19. yüzyılda"},
            {"quarter", "2023 yılının üçüncü çeyreğinde", "2023 yılının üçüncü çeyreğinde"},
            {"clock", "dün akşam saat 20.00'de", "dün akşam saat 20.00"},
            {"no times", "2000 kişi, yüzde 38, aralık kapı, ocağa, 18 yaşında", ""},
        });
}

}  // namespace
}  // namespace saywhen
