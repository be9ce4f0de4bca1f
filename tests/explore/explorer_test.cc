#include "explore/explorer.h"

#include <gtest/gtest.h>

#include <vector>

#include "explore/told_story.h"

namespace saywhen {
namespace {

using enum FacetKind;
using Indexes = std::vector<Index>;

Story Talks() {
  return Tell({{"Mark"}, {"Olena"}},
              {{.text = "promises of peace", .speakers = {0}, .said = "2025"},
               {.text = "promise", .speakers = {1}, .said = "2024"},
               {.text = "peace promise", .speakers = {1}, .said = "2023"},
               {.text = "war", .speakers = {0}, .said = "2022"}});
}

Answer Asked(Explorer* explorer, std::string_view query, std::vector<FacetValue> chosen = {},
             Order order = Order::kArticle) {
  Answer answer;
  explorer->Ask({ParseQuery(query, "en"), std::move(chosen), order}, &answer);
  return answer;
}

TEST(Explorer, WithoutAQuestionAllAreTheAnswer) {
  const Story story = Talks();
  Explorer explorer(&story);
  const Answer answer = Asked(&explorer, "");
  EXPECT_EQ(answer.quotes, (Indexes{0, 1, 2, 3}));
  EXPECT_EQ(answer.found, 4U);
}

TEST(Explorer, WordsAndFiltersAndOrder) {
  const Story story = Talks();
  Explorer explorer(&story);
  const Answer answer = Asked(&explorer, "promise", {{kSpeaker, 1}}, Order::kSaid);
  EXPECT_EQ(answer.quotes, (Indexes{2, 1}));
  EXPECT_EQ(answer.found, 3U);
  EXPECT_EQ(answer.counts.of[0], (std::vector<uint32_t>{1, 2, 0}));
}

TEST(Explorer, RelevanceIsBestFirstThenByArticle) {
  const Story story = Talks();
  Explorer explorer(&story);
  EXPECT_EQ(Asked(&explorer, "promise", {}, Order::kRelevance).quotes, (Indexes{1, 2, 0}));
}

TEST(Explorer, RelevanceWithoutWordsIsTheArticles) {
  const Story story = Talks();
  Explorer explorer(&story);
  EXPECT_EQ(Asked(&explorer, "", {}, Order::kRelevance).quotes, (Indexes{0, 1, 2, 3}));
  EXPECT_EQ(Asked(&explorer, "-war", {}, Order::kRelevance).quotes, (Indexes{0, 1, 2}));
}

TEST(Explorer, OneAnswerDoesNotChangeTheNext) {
  const Story story = Talks();
  Explorer explorer(&story);
  const Indexes promise = Asked(&explorer, "promise", {}, Order::kRelevance).quotes;
  Asked(&explorer, "", {}, Order::kSaid);
  Asked(&explorer, "war", {}, Order::kLength);
  EXPECT_EQ(Asked(&explorer, "promise", {}, Order::kRelevance).quotes, promise);
}

TEST(Explorer, CanBePreparedBitByBit) {
  const Story story = Talks();
  Explorer explorer(&story);
  EXPECT_FALSE(explorer.Prepare(3));
  while (!explorer.Prepare(3)) continue;
  EXPECT_EQ(Asked(&explorer, "war").quotes, (Indexes{3}));
}

TEST(Explorer, AnswersAStoryWithoutQuotes) {
  const Story story;
  Explorer explorer(&story);
  for (uint8_t order = 0; order < kOrders; ++order) {
    EXPECT_TRUE(Asked(&explorer, "word", {}, static_cast<Order>(order)).quotes.empty());
  }
}

struct DropCase {
  std::string_view name;
  std::string_view query;
  std::vector<FacetValue> chosen;
  Drop::What what;
  FacetKind kind;
  size_t quotes;
};

class DropTable : public testing::TestWithParam<DropCase> {};

TEST_P(DropTable, Names) {
  const Story story = Talks();
  Explorer explorer(&story);
  const Drop drop =
      explorer.NearestDrop({ParseQuery(GetParam().query, "en"), GetParam().chosen, {}});
  EXPECT_EQ(drop.what, GetParam().what);
  EXPECT_EQ(drop.kind, GetParam().kind);
  EXPECT_EQ(drop.quotes, GetParam().quotes);
}

INSTANTIATE_TEST_SUITE_P(
    NearestDrop, DropTable,
    testing::Values(
        DropCase{"Nothing", "", {}, Drop::kNothing, kSpeaker, 0},
        DropCase{"TheOneFilter", "war", {{kSpeaker, 1}}, Drop::kWords, kSpeaker, 2},
        DropCase{"TheFilterThatGivesMost",
                 "",
                 {{kYear, 0}, {kSpeaker, 1}, {kSpeaker, 1}},
                 Drop::kFilter,
                 kYear,
                 2},
        DropCase{
            "AllOfAKind", "", {{kYear, 0}, {kYear, 0}, {kSpeaker, 1}}, Drop::kFilter, kYear, 2},
        DropCase{"Words", "nothing", {}, Drop::kWords, kSpeaker, 4},
        DropCase{"Dates", "before:1999", {}, Drop::kDates, kSpeaker, 4},
        DropCase{"DatesRatherThanWords", "promise before:1999", {}, Drop::kDates, kSpeaker, 3},
        DropCase{"WordsRatherThanDates", "nothing after:2023", {}, Drop::kWords, kSpeaker, 2},
        DropCase{"TheWholeQuery", "nothing before:1999", {}, Drop::kQuery, kSpeaker, 4},
        DropCase{"NoSingleOne", "nothing", {{kSpeaker, 2}}, Drop::kNothing, kSpeaker, 0}),
    [](const auto& test) { return std::string(test.param.name); });

TEST(NearestDrop, LeavesTheNextAnswerAlone) {
  const Story story = Talks();
  Explorer explorer(&story);
  const Question question = {ParseQuery("war after:2023", "en"), {}, Order::kArticle};
  Answer answer;
  explorer.Ask(question, &answer);
  explorer.NearestDrop(question);
  explorer.Ask(question, &answer);
  EXPECT_TRUE(answer.quotes.empty());
}

}  // namespace
}  // namespace saywhen
