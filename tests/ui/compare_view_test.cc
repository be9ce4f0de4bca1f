// Speakers side by side as a reader meets them, wide and narrow.
#include "ui/compare_view.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

#include "shown_widget.h"
#include "support/make_story.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

// Speaker 0 says most, then 1, then 2 to 5.
Story SixSpeakers() {
  StoryMaker maker(6);
  maker.Quote({{0}, "2021"}).Quote({{0}, "2019"}).Quote({{0}, "2020-05-03"}).Quote({{0}, "2022"});
  maker.Quote({{1}, "2018"}).Quote({{1}, "2023"});
  for (Index i = 2; i < 6; ++i) maker.Quote({{i}, "2020"});
  maker.Event("The storm", "2020-05-01/2020-05-07").Event("Undated", "").Event("The flood", "2017");
  return maker.Take();
}

class ComparePage : public testing::TestWithParam<float> {
 protected:
  void SetUp() override { widget_.Press(Role::kTab, "Compare"); }

  const SemanticsNode* Chip(std::string_view speaker) const {
    return widget_->tree().FindId("compare-" + std::string(speaker));
  }
  bool Toggle(std::string_view speaker) {
    const bool any = widget_->Press("compare-" + std::string(speaker)).any;
    widget_.Settle();
    return any;
  }
  const SemanticsNode* Listed(std::string_view speaker, std::string_view quote) const {
    return widget_->tree().FindId("compared-" + std::string(speaker) + "-" + std::string(quote));
  }
  // The id of the group, within the section, that a quote is listed in.
  std::string GroupOf(std::string_view speaker, std::string_view quote) const {
    const SemanticsNode* node = Listed(speaker, quote);
    return node == nullptr ? "" : widget_.nodes()[node->parent].id;
  }

  mutable ShownWidget widget_{SixSpeakers(), GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Width, ComparePage, testing::Values(1120.0F, 390.0F),
                         [](const testing::TestParamInfo<float>& width) {
                           return width.param > 600 ? "Wide" : "Narrow";
                         });

TEST_P(ComparePage, TheTwoWhoSayMostAreCompared) {
  EXPECT_TRUE(Chip("s0")->pressed);
  EXPECT_TRUE(Chip("s1")->pressed);
  EXPECT_FALSE(Chip("s2")->pressed);
}

TEST_P(ComparePage, ChipsStandInTheOrderOfHowMuchIsSaid) {
  const SemanticsNode* group = widget_->tree().FindId("compare-speakers");
  ASSERT_NE(group, nullptr);
  EXPECT_EQ((group + 1)->name, "Speaker 0, 4 quotes");
  EXPECT_EQ((group + 2)->name, "Speaker 1, 2 quotes");
}

TEST_P(ComparePage, PressingAChipAddsASpeaker) {
  EXPECT_TRUE(Toggle("s2"));
  EXPECT_TRUE(Chip("s2")->pressed);
  EXPECT_NE(Listed("s2", "6"), nullptr);
}

TEST_P(ComparePage, PressingAChosenChipTakesTheSpeakerAway) {
  EXPECT_NE(Listed("s1", "4"), nullptr);
  EXPECT_TRUE(Toggle("s1"));
  EXPECT_EQ(Listed("s1", "4"), nullptr);
}

TEST_P(ComparePage, AFifthSpeakerCannotBeChosen) {
  Toggle("s2");
  Toggle("s3");
  EXPECT_TRUE(Chip("s4")->disabled);
  EXPECT_FALSE(Chip("s3")->disabled);
  EXPECT_FALSE(Toggle("s4"));
}

TEST_P(ComparePage, FewerThanTwoAreAskedForMore) {
  EXPECT_FALSE(widget_.Has(Role::kText, EnglishStrings().choose_speakers));
  Toggle("s1");
  EXPECT_TRUE(widget_.Has(Role::kText, EnglishStrings().choose_speakers));
}

TEST_P(ComparePage, WithoutAnySpeakerThereIsOnlyTheChoice) {
  Toggle("s0");
  Toggle("s1");
  EXPECT_TRUE(widget_.Has(Role::kText, EnglishStrings().choose_speakers));
  EXPECT_EQ(widget_->tree().FindId("timeline"), nullptr);
}

TEST_P(ComparePage, TheTimelineHasOnlyTheirLanes) {
  const LanePlan& plan = widget_->state().compared_lanes;
  ASSERT_EQ(plan.lanes.size(), 2U);
  EXPECT_EQ(plan.lanes[0].key, 0U);
  EXPECT_EQ(plan.lanes[1].key, 1U);
  EXPECT_NE(widget_->tree().FindId("timeline"), nullptr);
}

TEST_P(ComparePage, QuotesStandInTheOrderOfTime) {
  const float second = Listed("s0", "1")->box.top;
  EXPECT_LT(second, Listed("s0", "2")->box.top);
  EXPECT_LT(Listed("s0", "2")->box.top, Listed("s0", "0")->box.top);
  EXPECT_LT(Listed("s0", "0")->box.top, Listed("s0", "3")->box.top);
}

TEST_P(ComparePage, ColumnsStandSideBySideWhereThereIsRoom) {
  const Box one = Listed("s0", "1")->box;
  const Box other = Listed("s1", "4")->box;
  if (GetParam() > 600) {
    EXPECT_EQ(one.top, other.top);
    EXPECT_LT(one.right(), other.left);
  } else {
    EXPECT_EQ(one.left, other.left);
    EXPECT_LT(one.bottom(), other.top);
  }
}

TEST_P(ComparePage, OnlyEventsWithATimeAreOffered) {
  EXPECT_TRUE(widget_.Find(Role::kToggle, "The storm")->press.kind == ActionKind::kChooseEvent);
  EXPECT_EQ(widget_->tree().FindId("event-1"), nullptr);
}

TEST_P(ComparePage, AtFirstNoEventIsChosen) {
  EXPECT_TRUE(widget_.Find(Role::kToggle, EnglishStrings().at_any_time)->pressed);
  EXPECT_FALSE(widget_.Has(Role::kHeading, EnglishStrings().before_event));
}

TEST_P(ComparePage, AnEventSplitsWhatTheySayIntoBeforeDuringAndAfter) {
  EXPECT_TRUE(widget_.Press(Role::kToggle, "The storm"));
  EXPECT_TRUE(widget_.Has(Role::kHeading, EnglishStrings().before_event));
  EXPECT_EQ(GroupOf("s0", "1"), "before-s0");
  EXPECT_EQ(GroupOf("s0", "2"), "during-s0");
  EXPECT_EQ(GroupOf("s0", "3"), "after-s0");
  EXPECT_EQ(GroupOf("s1", "4"), "before-s1");
  EXPECT_EQ(GroupOf("s1", "5"), "after-s1");
}

TEST_P(ComparePage, WhatIsNeitherBeforeNorAfterIsNotLost) {
  Toggle("s2");  // some time in 2020
  EXPECT_FALSE(widget_.Has(Role::kHeading, EnglishStrings().unclear_event));
  widget_.Press(Role::kToggle, "The storm");
  EXPECT_TRUE(widget_.Has(Role::kHeading, EnglishStrings().unclear_event));
  EXPECT_EQ(GroupOf("s2", "6"), "unclear-s2");
}

TEST_P(ComparePage, PressingTheChosenEventAgainShowsAllTime) {
  widget_.Press(Role::kToggle, "The storm");
  EXPECT_TRUE(widget_.Find(Role::kToggle, "The storm")->pressed);
  EXPECT_TRUE(widget_.Press(Role::kToggle, "The storm"));
  EXPECT_FALSE(widget_.Find(Role::kToggle, "The storm")->pressed);
  EXPECT_EQ(GroupOf("s0", "1"), "all-s0");
}

TEST_P(ComparePage, AtAnyTimeTakesTheEventBack) {
  widget_.Press(Role::kToggle, "The storm");
  EXPECT_TRUE(widget_.Press(Role::kToggle, EnglishStrings().at_any_time));
  EXPECT_EQ(widget_->state().event, kNone);
}

TEST_P(ComparePage, SectionsAlign) {
  widget_.Press(Role::kToggle, "The storm");
  if (GetParam() < 600) return;
  EXPECT_EQ(Listed("s0", "0")->box.top, Listed("s1", "5")->box.top);
}

TEST_P(ComparePage, PressingAQuoteChoosesIt) {
  const std::string id = Listed("s1", "5")->id;
  EXPECT_TRUE(widget_->Press(id).any);
  widget_.Settle();
  EXPECT_TRUE(Listed("s1", "5")->pressed);
  EXPECT_EQ(widget_->state().selected, 5U);
}

TEST_P(ComparePage, ClickingAQuoteChoosesIt) {
  const Box box = Listed("s1", "5")->box;
  widget_.Click(box.left + box.width / 2, box.top + box.height / 2);
  EXPECT_EQ(widget_->state().selected, 5U);
}

TEST_P(ComparePage, ASearchLeavesOnlyWhatItFinds) {
  widget_->Press("search", 0, "\"words 2\"");
  widget_.Settle();
  EXPECT_NE(Listed("s0", "2"), nullptr);
  EXPECT_EQ(Listed("s0", "1"), nullptr);
}

TEST_P(ComparePage, LongColumnsShowMoreWhenAsked) {
  StoryMaker maker(2);
  for (int i = 0; i < 20; ++i) maker.Quote({{0}, "2021"}).Quote({{1}, "2021"});
  widget_->SetStory(maker.Take());
  widget_.Press(Role::kTab, "Compare");
  EXPECT_NE(Listed("s0", "14"), nullptr);
  EXPECT_EQ(Listed("s0", "16"), nullptr);
  EXPECT_TRUE(widget_.Press(Role::kButton, "Show 12 more"));
  EXPECT_NE(Listed("s0", "38"), nullptr);
  EXPECT_EQ(widget_->tree().FindId("more"), nullptr);
}

TEST_P(ComparePage, ManySpeakersStandBehindAButton) {
  StoryMaker maker(20);
  for (Index i = 0; i < 20; ++i) maker.Quote({{i}, "2021"});
  widget_->SetStory(maker.Take());
  widget_.Press(Role::kTab, "Compare");
  EXPECT_EQ(Chip("s17"), nullptr);
  EXPECT_TRUE(widget_->Press("all-compared").any);
  widget_.Settle();
  EXPECT_NE(Chip("s17"), nullptr);
}

TEST_P(ComparePage, ABandSaysWhatTheWholeSays) {
  widget_.Press(Role::kToggle, "The storm");
  const std::string tree = widget_->tree().ToJson();
  const float height = widget_->content_height();
  for (float top = 0; top < height; top += 300) {
    widget_->Frame(widget_.now() + 16, top, 300);
    EXPECT_EQ(widget_->content_height(), height);
    EXPECT_EQ(widget_->tree().ToJson(), tree);
  }
}

TEST_P(ComparePage, IdsAreUniqueAndBoxesWithinTheWidget) {
  ShownWidget harbour(ReadStory("harbour"), GetParam());
  harbour.Press(Role::kTab, "Compare");
  harbour.Press(Role::kToggle, "The harbour reopens");
  std::set<std::string> ids;
  for (const SemanticsNode& node : harbour.nodes()) {
    EXPECT_TRUE(ids.insert(node.id).second) << node.id;
    EXPECT_FALSE(node.name.empty()) << node.id;
    EXPECT_GE(node.box.left, 0) << node.id;
    EXPECT_LE(node.box.right(), GetParam() + 0.1F) << node.id;
    EXPECT_LE(node.box.bottom(), harbour->content_height()) << node.id;
  }
}

}  // namespace
}  // namespace saywhen
