#include "timeline/lane_plan.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

LanePlan PlanOf(const Story& story, const LaneChoices& choices = {}) {
  const std::vector<Index> all = AllQuotes(story);
  return PlanLanes(LaneSource(story, all, choices.grouping), all, choices);
}

std::vector<uint32_t> KeysOf(const LanePlan& plan) {
  std::vector<uint32_t> keys;
  for (const PlannedLane& lane : plan.lanes) keys.push_back(lane.key);
  return keys;
}

// Ten speakers, of whom the i-th says i + 1 things.
Story TenSpeakers() {
  StoryMaker maker(10);
  for (Index speaker = 0; speaker < 10; ++speaker) {
    for (Index i = 0; i <= speaker; ++i) maker.Quote({{speaker}, "2010"});
  }
  return maker.Take();
}

TEST(PlanLanes, LeavesThoseWhoSayLeastToTheOthers) {
  const LanePlan plan = PlanOf(TenSpeakers());
  EXPECT_EQ(KeysOf(plan), (std::vector<uint32_t>{3, 4, 5, 6, 7, 8, 9, kOtherLanes}));
  EXPECT_EQ(plan.lanes.back().lanes, 3U);
  EXPECT_EQ(plan.lanes.back().count, 1U + 2 + 3);
  EXPECT_EQ(plan.all, 10U);
}

TEST(PlanLanes, ShowsAllWhenAsked) {
  LaneChoices choices;
  choices.all = true;
  EXPECT_EQ(PlanOf(TenSpeakers(), choices).lanes.size(), 10U);
}

TEST(PlanLanes, HidesWhatIsHidden) {
  LaneChoices choices;
  choices.all = true;
  choices.hidden = {4, 7};
  const LanePlan plan = PlanOf(TenSpeakers(), choices);
  EXPECT_EQ(KeysOf(plan), (std::vector<uint32_t>{0, 1, 2, 3, 5, 6, 8, 9}));
  EXPECT_EQ(plan.hidden, 2U);
}

TEST(PlanLanes, PutsTheReadersOrderFirst) {
  LaneChoices choices;
  choices.all = true;
  choices.first = {9, 2};
  const std::vector<uint32_t> keys = KeysOf(PlanOf(TenSpeakers(), choices));
  EXPECT_EQ((std::vector<uint32_t>{keys[0], keys[1], keys[2]}), (std::vector<uint32_t>{9, 2, 0}));
}

TEST(PlanLanes, FoldsOnlyWhatIsFolded) {
  LaneChoices choices;
  choices.folded = {5};
  for (const PlannedLane& lane : PlanOf(TenSpeakers(), choices).lanes) {
    EXPECT_EQ(lane.folded, lane.key == 5) << lane.key;
  }
}

TEST(PlanLanes, GroupsByAffiliationAndHasOneForThoseWithout) {
  StoryMaker maker(4);
  maker.Quote({{0}, "2010"}).Quote({{1}, "2011"}).Quote({{2}, "2012"}).Quote({{3}, "2013"});
  maker.Quote({{0, 1}, "2014"}).Quote({{}, "2015"});
  Story story = maker.Take();
  story.speakers[0].affiliation = story.speakers[1].affiliation = "One";
  story.speakers[2].affiliation = "Two";
  LaneChoices choices;
  choices.grouping = LaneGrouping::kAffiliation;
  const LanePlan plan = PlanOf(story, choices);
  EXPECT_EQ(KeysOf(plan), (std::vector<uint32_t>{0, 2, kNone}));
  EXPECT_EQ(plan.lanes[0].count, 3U) << "two of one affiliation together count once";
  EXPECT_EQ(plan.lanes[2].count, 2U);
}

TEST(PlanLanes, OrdersALanesQuotesByTimeAndEqualOnesAsTheArticleDoes) {
  StoryMaker maker(1);
  maker.Quote({{0}, "2012"}).Quote({{0}, "2010"}).Quote({{0}, "2012"}).Quote({{0}});
  const LanePlan plan = PlanOf(maker.story());
  EXPECT_EQ(plan.lanes[0].quotes, (std::vector<Index>{1, 0, 2}));
  EXPECT_EQ(plan.lanes[0].count, 4U) << "one has no time";
  EXPECT_TRUE(std::is_sorted(plan.lanes[0].middles.begin(), plan.lanes[0].middles.end()));
}

TEST(PlanLanes, AQuoteOfTwoAmongTheOthersStandsThereOnce) {
  Story story = TenSpeakers();
  Quote quote;
  quote.id = "both";
  quote.article = 0;
  quote.text = "Together";
  quote.speakers = {0, 1};
  quote.said = TimeOf("2011");
  story.quotes.push_back(quote);
  const LanePlan plan = PlanOf(story);
  const auto& others = plan.lanes.back().quotes;
  EXPECT_EQ(std::count(others.begin(), others.end(), story.quotes.size() - 1), 1);
}

}  // namespace
}  // namespace saywhen
