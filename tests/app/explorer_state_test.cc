// What a reader finds, how the timeline follows, and what stays when the story grows.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "app/app_state.h"
#include "support/make_story.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

class ExplorerTest : public testing::Test {
 protected:
  ExplorerTest() { SetStory(&state_, ReadStory("harbour")); }
  Changes Do(const Action& action) { return Update(&state_, action, 0); }
  Changes Search(std::string text) {
    return Do({.kind = ActionKind::kSearch, .text = std::move(text)});
  }
  const Quote& QuoteAt(size_t position) { return state_.story.quotes[state_.quotes[position]]; }
  AppState state_;
};

TEST_F(ExplorerTest, ASearchShowsTheBestFirstUntilAnotherOrderIsChosen) {
  Search("harbour");
  EXPECT_EQ(state_.question.order, Order::kRelevance);
  Do(saywhen::Do(ActionKind::kSetOrder, Order::kLength));
  Search("harbour master");
  EXPECT_EQ(state_.question.order, Order::kLength);
  for (size_t i = 1; i < state_.quotes.size(); ++i) {
    EXPECT_GE(QuoteAt(i - 1).text.size(), QuoteAt(i).text.size());
  }
  Search("");
  EXPECT_EQ(state_.quotes.size(), state_.story.quotes.size());
}

TEST_F(ExplorerTest, ASearchAndAFilterHoldTogether) {
  Search("the");
  const size_t found = state_.quotes.size();
  ASSERT_GT(found, 1U);
  const Index speaker = QuoteAt(0).speakers.front();
  Do(ToggleFilter(SpeakerFilter(state_, speaker)));
  EXPECT_LT(state_.quotes.size(), found);
  for (size_t i = 0; i < state_.quotes.size(); ++i) {
    const auto& speakers = QuoteAt(i).speakers;
    EXPECT_NE(std::find(speakers.begin(), speakers.end(), speaker), speakers.end());
  }
}

TEST_F(ExplorerTest, WhatIsSuggestedBringsQuotesBack) {
  Search("zzzzzz");
  ASSERT_TRUE(state_.quotes.empty());
  EXPECT_TRUE(Do({.kind = ActionKind::kDropSuggested}).any);
  EXPECT_FALSE(state_.quotes.empty());
}

TEST_F(ExplorerTest, ChoosingAHiddenQuoteLiftsWhatHidesIt) {
  Search("zzzzzz");
  Do({.kind = ActionKind::kSelectQuote, .index = 3});
  EXPECT_EQ(state_.selected, 3U);
  EXPECT_TRUE(state_.search.empty());
  EXPECT_EQ(state_.quotes.size(), state_.story.quotes.size());
}

TEST_F(ExplorerTest, ZoomingToTheResultsShowsAllOfThem) {
  Search("bridge");
  Search("1998");
  ASSERT_FALSE(state_.quotes.empty());
  state_.reduced_motion = true;
  Do({.kind = ActionKind::kZoomToResults});
  const Viewport view = state_.viewport.target();
  EXPECT_LT(view.size(), 1);
  for (const Index quote : state_.quotes) {
    const TimeExtent said = KnownExtent(*WhenSaid(state_.story, state_.story.quotes[quote]));
    EXPECT_GE(UnitOf(state_.stretches, said.begin), view.begin);
    EXPECT_LE(UnitOf(state_.stretches, said.end), view.end);
  }
}

TEST_F(ExplorerTest, AMovedLaneStandsOnePlaceHigher) {
  const uint32_t second = state_.lanes.lanes[1].key;
  const uint32_t first = state_.lanes.lanes[0].key;
  Do({.kind = ActionKind::kMoveLaneUp, .index = second});
  EXPECT_EQ(state_.lanes.lanes[0].key, second);
  EXPECT_EQ(state_.lanes.lanes[1].key, first);
  EXPECT_FALSE(Do({.kind = ActionKind::kMoveLaneUp, .index = second}).any);
}

TEST_F(ExplorerTest, AHiddenLaneComesBack) {
  const uint32_t first = state_.lanes.lanes[0].key;
  Do({.kind = ActionKind::kHideLane, .index = first});
  EXPECT_NE(state_.lanes.lanes[0].key, first);
  Do({.kind = ActionKind::kShowHiddenLanes});
  EXPECT_EQ(state_.lanes.lanes[0].key, first);
}

TEST_F(ExplorerTest, AtMostFourAreCompared) {
  Do(saywhen::Do(ActionKind::kShowView, ViewName::kCompare));
  EXPECT_EQ(state_.compared.size(), 2U) << "the two who say most";
  for (const Index voice : state_.voices) {
    if (std::find(state_.compared.begin(), state_.compared.end(), voice) == state_.compared.end()) {
      Do({.kind = ActionKind::kToggleCompared, .index = voice});
    }
  }
  EXPECT_EQ(state_.compared.size(), kMostCompared);
}

TEST_F(ExplorerTest, AnUpdateKeepsPlaceSelectionFilterAndSearchAndTellsWhatIsNew) {
  Search("the");
  const Index speaker = QuoteAt(0).speakers.front();
  const std::string speaker_id = state_.story.speakers[speaker].id;
  Do(ToggleFilter(SpeakerFilter(state_, speaker)));
  Do({.kind = ActionKind::kSelectPosition, .amount = 1});
  const std::string selected = state_.story.quotes[state_.selected].id;
  const size_t shown = state_.quotes.size();

  Story newer = ReadStory("harbour");
  // Everything has another number than before.
  Speaker stranger;
  stranger.id = "stranger";
  stranger.name = "A stranger";
  newer.speakers.insert(newer.speakers.begin(), stranger);
  for (Quote& quote : newer.quotes) {
    for (auto* list : {&quote.speakers, &quote.more.Own().mentions, &quote.more.Own().addressees}) {
      for (Index& index : *list) ++index;
    }
    if (quote.within != kNone) ++quote.within;
  }
  Quote quote = newer.quotes.front();
  quote.id = "brand-new";
  quote.text = "Zzz";
  quote.speakers.clear();
  quote.spans.clear();
  quote.within = kNone;
  Story first = newer;
  newer.quotes = {quote};
  for (const Quote& each : first.quotes) newer.quotes.push_back(each);

  EXPECT_EQ(UpdateStory(&state_, std::move(newer)), 1U);
  EXPECT_EQ(state_.story.quotes[state_.selected].id, selected);
  EXPECT_EQ(state_.search, "the");
  EXPECT_EQ(state_.quotes.size(), shown);
  ASSERT_EQ(state_.question.chosen.size(), 1U);
  EXPECT_EQ(state_.story.speakers[state_.question.chosen[0].value].id, speaker_id);
  EXPECT_TRUE(state_.fresh[0]);
  EXPECT_EQ(std::count(state_.fresh.begin(), state_.fresh.end(), true), 1);
}

TEST_F(ExplorerTest, OtherVersionsAreFoundInOtherArticles) {
  StoryMaker maker(1);
  maker.Quote({{0}, "2010"}).Quote({{0}, "2011"});
  Story story = maker.Take();
  story.articles.push_back(story.articles[0]);
  story.articles[1].id = "a1";
  story.quotes[0].text = "We will never close the old bridge over the river again";
  story.quotes[1].text = "We will never close the old bridge over the river";
  story.quotes[1].article = 1;
  SetStory(&state_, std::move(story));
  EXPECT_EQ(state_.versions, std::vector<Index>{1});
}

TEST(Speakers, WhoAreTheSameInTwoArticlesAreOneVoice) {
  StoryMaker maker(3);
  maker.Quote({{0}, "2010"}).Quote({{1}, "2011"}).Quote({{2}, "2012"});
  Story story = maker.Take();
  story.speakers[1].same_as = story.speakers[0].same_as = {"https://example.org/person"};
  AppState state;
  SetStory(&state, std::move(story));
  EXPECT_EQ(state.voices.size(), 2U);
  EXPECT_EQ(state.quotes_of_voice[0], 2U);
}

TEST(LongList, ShowsAWindowAroundAFarQuote) {
  StoryMaker maker(1);
  for (int i = 0; i < 2000; ++i) maker.Quote({{0}, "2001"});
  AppState state;
  SetStory(&state, maker.Take());
  Update(&state, {.kind = ActionKind::kSelectQuote, .index = 1500}, 0);
  EXPECT_GT(state.first_row, 0U);
  EXPECT_LE(state.first_row, 1500U);
  EXPECT_GT(state.first_row + state.rows, 1500U);
  EXPECT_LT(state.rows, 100U);
  const size_t first = state.first_row;
  Update(&state, {.kind = ActionKind::kShowEarlierQuotes}, 0);
  EXPECT_LT(state.first_row, first);
  EXPECT_GT(state.first_row + state.rows, 1500U);
}

}  // namespace
}  // namespace saywhen
