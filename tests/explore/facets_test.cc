#include "explore/facets.h"

#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <string>
#include <vector>

#include "explore/told_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

using enum FacetKind;
using Counts = std::vector<uint32_t>;

Story Talks() {
  return Tell(
      {{"Mark", "NATO"}, {"Olena", "Ukraine"}, {"Jens", "NATO"}},
      {{.speakers = {0}, .said = "2025-02-13", .place = "Brussels", .tags = {"war", "nato"}},
       {.speakers = {1}, .said = "2024-07", .place = "Kyiv", .tags = {"war"}, .confidence = .8F},
       {.speakers = {0, 2}, .said = "2025", .article = 1, .type = QuoteType::kMixed},
       {.said = "201X", .confidence = .2F}});
}

FacetCounts CountsOf(const Facets& facets, const std::vector<FacetValue>& chosen,
                     const std::vector<uint8_t>* among = nullptr) {
  std::vector<uint8_t> shown;
  FacetCounts counts;
  facets.Apply(chosen, among, &shown, &counts);
  return counts;
}

std::vector<Index> Shown(const Facets& facets, const std::vector<FacetValue>& chosen,
                         const std::vector<uint8_t>* among = nullptr) {
  std::vector<uint8_t> shown;
  FacetCounts counts;
  facets.Apply(chosen, among, &shown, &counts);
  std::vector<Index> quotes;
  for (Index i = 0; i < shown.size(); ++i) {
    if (shown[i] != 0) quotes.push_back(i);
  }
  EXPECT_EQ(counts.shown, quotes.size());
  return quotes;
}

struct CountCase {
  std::string_view name;
  FacetKind kind;
  Counts counts;
};

class CountTable : public testing::TestWithParam<CountCase> {};

TEST_P(CountTable, CountsAll) {
  const Story story = Talks();
  const Facets facets(story);
  EXPECT_EQ(facets.size(GetParam().kind), GetParam().counts.size());
  EXPECT_EQ(CountsOf(facets, {}).of[static_cast<size_t>(GetParam().kind)], GetParam().counts);
}

INSTANTIATE_TEST_SUITE_P(
    Facets, CountTable,
    testing::Values(CountCase{"Speakers", kSpeaker, {2, 1, 1, 1}},
                    CountCase{"AffiliationsOnceAQuote", kAffiliation, {2, 1}},
                    CountCase{"Types", kType, {3, 0, 1}}, CountCase{"Years", kYear, {1, 2}},
                    CountCase{"Months", kMonth, {1, 1}}, CountCase{"Places", kPlace, {1, 1}},
                    CountCase{"Tags", kTag, {2, 1}}, CountCase{"Articles", kArticle, {3, 1}},
                    CountCase{"Confidence", kConfidence, {2, 1, 1}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Facets, NamesAreThoseOfTheStory) {
  const Story story = Talks();
  const Facets facets(story);
  EXPECT_EQ(facets.Name({kAffiliation, 1}), "Ukraine");
  EXPECT_EQ(facets.Name({kPlace, 0}), "Brussels");
  EXPECT_EQ(facets.Name({kTag, 1}), "nato");
  EXPECT_EQ(facets.Name({kTag, 9}), "");
  EXPECT_EQ(facets.Name({kSpeaker, 0}), "");
}

TEST(Facets, YearsAndMonthsAreInTheirOrder) {
  const Story story = Talks();
  const Facets facets(story);
  EXPECT_EQ(facets.Start({kYear, 0}), Edtf("2024").earliest);
  EXPECT_EQ(facets.Start({kYear, 1}), Edtf("2025").earliest);
  EXPECT_EQ(facets.Start({kMonth, 0}), Edtf("2024-07").earliest);
  EXPECT_EQ(facets.Start({kMonth, 1}), Edtf("2025-02").earliest);
  EXPECT_EQ(facets.Start({kMonth, 9}), 0);
  EXPECT_EQ(facets.Start({kPlace, 0}), 0);
}

struct TimeCase {
  std::string_view said;
  size_t years;
  size_t months;
};

TEST(Facets, ATimeHasAYearAndMonthWhenItLiesWithinThem) {
  for (const TimeCase& time :
       {TimeCase{"2024-12-31T23:59:59Z", 1, 1}, TimeCase{"2024-12", 1, 1},
        TimeCase{"2024-11/2024-12", 1, 0}, TimeCase{"2024", 1, 0}, TimeCase{"2024-24", 0, 0},
        TimeCase{"2024/2025", 0, 0}, TimeCase{"2024/..", 0, 0}, TimeCase{"../2024", 0, 0},
        TimeCase{"-0330", 1, 0}, TimeCase{"Y-17000", 1, 0}}) {
    const Story story = Tell({}, {{.said = time.said}});
    const Facets facets(story);
    EXPECT_EQ(facets.size(kYear), time.years) << time.said;
    EXPECT_EQ(facets.size(kMonth), time.months) << time.said;
  }
}

TEST(Facets, BandsOfConfidence) {
  const std::pair<float, uint32_t> bands[] = {{1.F, kSure},   {.9F, kSure},      {.89F, kLikely},
                                              {.7F, kLikely}, {.69F, kDoubtful}, {0.F, kDoubtful}};
  for (const auto& [confidence, band] : bands) {
    const Story story = Tell({}, {{.confidence = confidence}});
    EXPECT_EQ(Facets(story).ValuesOf(0, kConfidence), Counts{band}) << confidence;
  }
}

struct ChoiceCase {
  std::string_view name;
  std::vector<FacetValue> chosen;
  std::vector<Index> shown;
};

class ChoiceTable : public testing::TestWithParam<ChoiceCase> {};

TEST_P(ChoiceTable, Shows) {
  const Story story = Talks();
  EXPECT_EQ(Shown(Facets(story), GetParam().chosen), GetParam().shown);
}

INSTANTIATE_TEST_SUITE_P(
    Facets, ChoiceTable,
    testing::Values(ChoiceCase{"AllWithoutAChoice", {}, {0, 1, 2, 3}},
                    ChoiceCase{"OneSpeaker", {{kSpeaker, 0}}, {0, 2}},
                    ChoiceCase{"EitherOfAKind", {{kSpeaker, 1}, {kSpeaker, 2}}, {1, 2}},
                    ChoiceCase{"AllOfTheKinds", {{kSpeaker, 0}, {kYear, 1}, {kTag, 0}}, {0}},
                    ChoiceCase{"UnknownSpeaker", {{kSpeaker, 3}}, {3}},
                    ChoiceCase{"NoneHasBoth", {{kSpeaker, 1}, {kPlace, 0}}, {}},
                    ChoiceCase{"NoSuchValue", {{kTag, 99}}, {}}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(Facets, AKindsCountsLeaveOutItsOwnChoice) {
  const Story story = Talks();
  const FacetCounts counts = CountsOf(Facets(story), {{kSpeaker, 0}});
  EXPECT_EQ(counts.of[0], (Counts{2, 1, 1, 1}));
  EXPECT_EQ(counts.Of({kYear, 0}), 0U);
  EXPECT_EQ(counts.Of({kYear, 1}), 2U);
  EXPECT_EQ(counts.without[0], 4U);
  EXPECT_EQ(counts.without[1], 2U);
}

TEST(Facets, OnlyWhatWasFoundCounts) {
  const Story story = Talks();
  const Facets facets(story);
  const std::vector<uint8_t> among = {0, 1, 1, 0};
  EXPECT_EQ(Shown(facets, {{kSpeaker, 0}}, &among), (std::vector<Index>{2}));
  EXPECT_EQ(CountsOf(facets, {{kSpeaker, 0}}, &among).of[0], (Counts{1, 1, 1, 0}));
}

TEST(Facets, AStoryWithoutQuotesHasNoCounts) {
  const Story story;
  const Facets facets(story);
  EXPECT_TRUE(Shown(facets, {}).empty());
  EXPECT_EQ(CountsOf(facets, {}).of[0], Counts{0});
}

// Each count is the number of quotes that are shown with that value as its kind's only choice.
TEST(Facets, CountsSayWhatAChoiceWouldShow) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  static constexpr std::string_view kSaid[] = {"", "2024", "2024-02", "2025-02-01", "2025-02-03"};
  static constexpr std::string_view kPlaces[] = {"", "here", "there"};
  std::vector<ToldQuote> quotes(100);
  for (ToldQuote& quote : quotes) {
    quote.said = kSaid[random() % std::size(kSaid)];
    quote.place = kPlaces[random() % std::size(kPlaces)];
    for (auto n = random() % 3; n > 0; --n) quote.speakers.push_back(random() % 4);
    for (auto n = random() % 3; n > 0; --n)
      quote.tags.push_back(std::string(1, 'a' + char(random() % 3)));
    quote.type = static_cast<QuoteType>(random() % 3);
    quote.confidence = static_cast<float>(random() % 11) / 10;
    quote.article = random() % 2;
  }
  const Story story = Tell({{"A", "x"}, {"B", "x"}, {"C", "y"}, {"D"}}, quotes);
  const Facets facets(story);
  for (int round = 0; round < 50; ++round) {
    std::vector<FacetValue> chosen;
    for (auto n = random() % 5; n > 0; --n) {
      const auto kind = static_cast<FacetKind>(random() % kFacetKinds);
      chosen.push_back({kind, static_cast<uint32_t>(random() % facets.size(kind))});
    }
    const FacetCounts counts = CountsOf(facets, chosen);
    for (size_t k = 0; k < kFacetKinds; ++k) {
      const auto kind = static_cast<FacetKind>(k);
      std::vector<FacetValue> others;
      for (const FacetValue& value : chosen) {
        if (value.kind != kind) others.push_back(value);
      }
      ASSERT_EQ(counts.without[k], Shown(facets, others).size());
      for (uint32_t value = 0; value < facets.size(kind); ++value) {
        others.push_back({kind, value});
        ASSERT_EQ(counts.of[k][value], Shown(facets, others).size());
        others.pop_back();
      }
    }
  }
}

}  // namespace
}  // namespace saywhen
