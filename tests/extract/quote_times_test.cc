#include "extract/quote_times.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>
#include <vector>

#include "engine_support.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

std::optional<TimeInterval> Day(std::string_view edtf) {
  const Result<TimeInterval> read = ParseEdtf(edtf);
  if (!read.ok()) return std::nullopt;
  return read.value();
}

std::string_view BasisName(const std::optional<Basis>& basis) {
  constexpr std::string_view kNames[] = {"stated", "inferred", "published"};
  return basis ? kNames[static_cast<size_t>(*basis)] : std::string_view("none");
}

// By attribution "said basis [words] about a, b"; published on Wednesday, 13 March 2024.
std::string Times(std::string_view text, std::string_view code = "en",
                  std::string_view published = "2024-03-13") {
  const Language& language = LanguageOf(code);
  const Document document = Read(text, code);
  const std::vector<Attribution> attributions = FindAttributions(document, language);
  std::vector<std::string> all;
  for (const QuoteTimes& each :
       FindQuoteTimes(document, language.times, attributions, Day(published))) {
    std::string one = "never";
    if (each.said) {
      one = PrintEdtf(each.said->when) + " " + std::string(BasisName(each.said->basis));
      if (!each.said->words->text.empty()) one += " [" + each.said->words->text + "]";
    }
    for (const StoryTime& about : each.about) {
      one += &about == &each.about.front() ? " about " : ", ";
      one += PrintEdtf(about.when);
    }
    all.push_back(one);
  }
  return Joined(all, "; ");
}

struct Timed {
  const char* text;
  const char* times;
  const char* code = "en";
};

void Check(const std::vector<Timed>& cases) {
  for (const Timed& each : cases) EXPECT_EQ(Times(each.text, each.code), each.times) << each.text;
}

TEST(QuoteTimes, SaidWhenTheSentenceSaysSo) {
  Check(
      {{"“The ferry will open,” Ada Holm said on Tuesday.", "2024-03-12 stated [Tuesday]"},
       {"On 3 March 2024, Ada Holm said that the ferry would open.",
        "2024-03-03 stated [3 March 2024]"},
       {"„Die Fähre öffnet“, sagte Ada Holm am Dienstag.", "2024-03-12 stated [Dienstag]", "de"}});
}

TEST(QuoteTimes, SaidWithTheSentenceBeforeInTheParagraph) {
  Check({{"“The ferry will open,” Ada Holm said on Tuesday. “Bring towels,” Tom Ray said.",
          "2024-03-12 stated [Tuesday]; 2024-03-12 inferred [Tuesday]"}});
}

TEST(QuoteTimes, AnotherParagraphInheritsNone) {
  Check({{"“The ferry will open,” Ada Holm said on Tuesday.\n\n“Bring towels,” Tom Ray said.",
          "2024-03-12 stated [Tuesday]; 2024-03-13 published"}});
}

TEST(QuoteTimes, ElseSaidOnTheDayOfPublication) {
  EXPECT_EQ(Times("“The ferry will open,” Ada Holm said."), "2024-03-13 published");
  EXPECT_EQ(Times("“The ferry will open,” Ada Holm said.", "en", "2024-03-13T18:05:00Z"),
            "2024-03-13 published");
}

TEST(QuoteTimes, WithoutPublicationItIsNotKnown) {
  EXPECT_EQ(Times("“The ferry will open,” Ada Holm said.", "en", ""), "never");
  EXPECT_EQ(Times("“The ferry will open,” Ada Holm said on Tuesday.", "en", ""), "never");
  EXPECT_EQ(Times("“The ferry will open,” Ada Holm said on 3 March 2024.", "en", ""),
            "2024-03-03 stated [3 March 2024]");
}

TEST(QuoteTimes, AboutWhatTheContentNames) {
  Check({{"“The ferry sank in 2014 and in 2016,” Ada Holm said.",
          "2024-03-13 published about 2014, 2016"},
         {"Ada Holm said that the ferry had sunk in 2014.", "2024-03-13 published about 2014"}});
}

TEST(QuoteTimes, ATimeInTheContentIsNotWhenItWasSaid) {
  Check({{"“The ferry sank on Monday,” Ada Holm said.", "2024-03-13 published about 2024-03-11"}});
}

TEST(QuoteTimes, RelativeOnesCountFromWhenItWasSaid) {
  Check({{"“The ferry sank yesterday,” Ada Holm said on 3 March 2024.",
          "2024-03-03 stated [3 March 2024] about 2024-03-02"},
         {"“The ferry sank yesterday,” Ada Holm said.", "2024-03-13 published about 2024-03-12"}});
}

TEST(QuoteTimes, TheNearestToTheCueCounts) {
  Check({{"In 2019 she was elected, and on Tuesday Ada Holm said, “The ferry will open.”",
          "2024-03-12 stated [Tuesday]"}});
}

TEST(QuoteTimes, ADurationIsNotWhenItWasSaid) {
  Check({{"For three years Ada Holm said, “The ferry will open.”", "2024-03-13 published"}});
}

TEST(QuoteTimes, WhatARelativeClauseTellsIsNotWhenItWasSaid) {
  Check(
      {{"“It is good,” said Ada Holm, who was elected in March.", "2024-03-13 published"},
       {"“It is good,” said Ada Holm, who has run the pier since 2010.", "2024-03-13 published"}});
}

TEST(QuoteTimes, NothingIsSaidAfterPublicationOrForYears) {
  Check({{"In 2019, Ada Holm said that the ferry would open.", "2024-03-13 published"},
         {"“It is good,” Ada Holm said before she retires next month.", "2024-03-13 published"}});
}

TEST(QuoteTimes, OneForEachAttribution) {
  const Document document = Read("The ferry came on Tuesday.");
  EXPECT_TRUE(FindQuoteTimes(document, LanguageOf("en").times, {}, Day("2024-03-13")).empty());
}

TEST(DateIn, ADayInAShortText) {
  const struct {
    const char* text;
    const char* edtf;
    const char* code = "en";
  } kCases[] = {{"13 February 2025", "2025-02-13"},
                {"Published: March 3, 2024", "2024-03-03"},
                {"13. Februar 2025", "2025-02-13", "de"},
                {"13 Şubat 2025", "2025-02-13", "tr"},
                {"2025-02-13", "2025-02-13"}};
  for (const auto& each : kCases) {
    const auto date = DateIn(each.text, LanguageOf(each.code).times);
    ASSERT_TRUE(date.has_value()) << each.text;
    EXPECT_EQ(PrintEdtf(*date), each.edtf);
  }
}

TEST(DateIn, WithoutADayThereIsNone) {
  for (const char* text : {"", "February 2025", "2025", "soon"}) {
    EXPECT_FALSE(DateIn(text, LanguageOf("en").times).has_value()) << text;
  }
}

}  // namespace
}  // namespace saywhen
