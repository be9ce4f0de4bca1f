#include "timeline/lanes.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

class FixedLabels final : public LaneLabels {
 public:
  std::string TimeLabel(const StoryTime& time) override { return time.when.edtf; }
  float LabelWidth(std::string_view label) override { return 6 * static_cast<float>(label.size()); }
};

constexpr float kLeft = 200;
constexpr float kWidth = 900;

// Over the years 2000 to 2020, whatever the story holds.
TimeAxis AxisOf(const Viewport& viewport) {
  const std::vector<Stretch> stretches = {{KnownExtent(Edtf("2000/2019")), 1}};
  return {stretches, viewport, kLeft, kWidth};
}

class LanesTest : public testing::Test {
 protected:
  LaneLayout LayOut(const Story& story, const Viewport& viewport = {}) {
    return LayOutQuotes(story, AllQuotes(story), viewport);
  }
  LaneLayout LayOutQuotes(const Story& story, const std::vector<Index>& quotes,
                          const Viewport& viewport = {}) {
    const TimeAxis axis = AxisOf(viewport);
    plan_ = PlanLanes(LaneSource(story, quotes, LaneGrouping::kSpeaker), quotes, {});
    return LayOutLanes(story, plan_, selected_, axis, style_, &labels_);
  }

  LanePlan plan_;
  Index selected_ = kNone;
  LaneStyle style_;
  FixedLabels labels_;
};

std::vector<Index> SpeakersOf(const LaneLayout& layout) {
  std::vector<Index> speakers;
  for (const Lane& lane : layout.lanes) speakers.push_back(lane.plan->key);
  return speakers;
}

TEST_F(LanesTest, StandInTheOrderOfFirstSpeaking) {
  StoryMaker maker(3);
  maker.Quote({{2}, "2005"}).Quote({{0}, "2001"}).Quote({{2}, "2002"});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_EQ(SpeakersOf(layout), (std::vector<Index>{2, 0}));
  EXPECT_EQ(layout.lanes[0].plan->count, 2U);
  EXPECT_EQ(layout.lanes[1].plan->count, 1U);
}

TEST_F(LanesTest, AnUnknownSpeakerHasALane) {
  StoryMaker maker(1);
  maker.Quote({{}, "2005"}).Quote({{0}, "2006"}).Quote({{}, "2007"});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_EQ(SpeakersOf(layout), (std::vector<Index>{kNone, 0}));
  EXPECT_EQ(layout.lanes[0].plan->count, 2U);
}

TEST_F(LanesTest, LieBelowEachOtherWithoutGaps) {
  StoryMaker maker(3);
  maker.Quote({{0}, "2005"}).Quote({{1}, "2006", {"2001", "2001/2002", "2001/2003"}});
  maker.Quote({{2}, "2007"}).Event("An event", "2008");
  const LaneLayout layout = LayOut(maker.story());
  float top = style_.axis_height;
  for (const Lane& lane : layout.lanes) {
    EXPECT_FLOAT_EQ(lane.top, top);
    EXPECT_GE(lane.height, style_.least_lane);
    top += lane.height;
  }
  EXPECT_FLOAT_EQ(layout.events_top, top);
  EXPECT_GT(layout.height, layout.events_top);
}

TEST_F(LanesTest, SeveralSpeakersHaveAMarkEach) {
  StoryMaker maker(2);
  maker.Quote({{0, 1}, "2005"});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.marks.size(), 2U);
  EXPECT_EQ(layout.marks[0].lane, 0U);
  EXPECT_EQ(layout.marks[1].lane, 1U);
  EXPECT_FLOAT_EQ(layout.marks[0].x, layout.marks[1].x);
}

TEST_F(LanesTest, AFewMarksOfOneInstantStandSideBySide) {
  StoryMaker maker;
  for (int i = 0; i < 3; ++i) maker.Quote({{0}, "2010"});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.marks.size(), 3U);
  for (size_t i = 1; i < layout.marks.size(); ++i) {
    EXPECT_FLOAT_EQ(layout.marks[i].y, layout.marks[0].y);
    EXPECT_GE(layout.marks[i].x - layout.marks[i - 1].x, style_.mark_pitch - 0.01F);
  }
}

TEST_F(LanesTest, MarksOfOneInstantKeepTheOrderOfTheArticle) {
  StoryMaker maker;
  for (int i = 0; i < 12; ++i) maker.Quote({{0}, "2010"});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.marks.size(), 12U);
  for (size_t i = 0; i < layout.marks.size(); ++i) {
    EXPECT_EQ(layout.marks[i].quote, i);
    if (i == 0) continue;
    EXPECT_GT(layout.marks[i].x, layout.marks[i - 1].x);
  }
}

TEST_F(LanesTest, MarksNeverLieOnEachOther) {
  for (const size_t count : {size_t{2}, size_t{10}, size_t{25}, size_t{28}}) {
    StoryMaker maker;
    for (size_t i = 0; i < count; ++i) maker.Quote({{0}, i % 2 == 0 ? "2010" : "2011"});
    const LaneLayout layout = LayOut(maker.story());
    EXPECT_FALSE(layout.marks.empty());
    for (size_t a = 0; a < layout.marks.size(); ++a) {
      for (size_t b = a + 1; b < layout.marks.size(); ++b) {
        const float apart =
            std::max(std::abs(layout.marks[a].x - layout.marks[b].x) / style_.mark_pitch,
                     std::abs(layout.marks[a].y - layout.marks[b].y) / style_.row_height);
        EXPECT_GE(apart, 0.99F) << count << " marks: " << a << ", " << b;
      }
    }
  }
}

TEST_F(LanesTest, MoreMarksOfOneInstantThanStandNearItBecomeColumns) {
  StoryMaker maker;
  for (int i = 0; i < 60; ++i) maker.Quote({{0}, "2010"});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_TRUE(layout.marks.empty());
  ASSERT_EQ(layout.columns.size(), 1U);
  EXPECT_EQ(layout.columns[0].count, 60U);
}

TEST_F(LanesTest, ColumnsCountEveryQuoteInViewOnce) {
  StoryMaker maker;
  for (int i = 0; i < 900; ++i) {
    const std::string year = std::to_string(2000 + i % 20);
    maker.Quote({{0}, year + "-0" + std::to_string(1 + i % 9)});
  }
  for (const Viewport& viewport : {Viewport{}, Viewport{0.2, 0.9}}) {
    const LaneLayout layout = LayOut(maker.story(), viewport);
    ASSERT_FALSE(layout.columns.empty());
    uint32_t counted = 0;
    for (size_t i = 0; i < layout.columns.size(); ++i) {
      counted += layout.columns[i].count;
      if (i > 0) {
        EXPECT_GE(layout.columns[i].left, layout.columns[i - 1].left + LaneStyle::kColumn - 0.01F);
      }
    }
    // Each stands over the quotes that it counts.
    const TimeAxis axis = AxisOf(viewport);
    for (const DensityColumn& column : layout.columns) {
      const auto& middles = layout.lanes[column.lane].plan->middles;
      const auto within = std::count_if(middles.begin(), middles.end(), [&](CivilMs middle) {
        const float x = axis.XAt(middle);
        return x > column.left - 0.01F && x < column.left + LaneStyle::kColumn + 0.01F;
      });
      EXPECT_EQ(within, column.count) << column.left;
    }
    const bool all = viewport == Viewport{};
    EXPECT_TRUE(all ? counted == 900U : counted < 900U) << counted;
  }
}

TEST_F(LanesTest, EventsTakeFewRowsHoweverManyThereAre) {
  StoryMaker maker;
  maker.Quote({{0}, "2005"});
  for (int i = 0; i < 40; ++i) maker.Event("An event with a long title", "2010");
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_EQ(std::count_if(layout.bars.begin(), layout.bars.end(),
                          [](const Bar& bar) { return bar.kind == BarKind::kEvent; }),
            40);
  EXPECT_LE(layout.height - layout.events_top, 7 * style_.row_height + 2 * style_.lane_padding);
}

TEST_F(LanesTest, ManyMarksOfOneInstantStandInSeveralRows) {
  StoryMaker maker;
  for (int i = 0; i < 24; ++i) maker.Quote({{0}, "2010"});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_EQ(layout.marks.size(), 24U);
  std::vector<float> rows;
  for (const QuoteMark& mark : layout.marks) rows.push_back(mark.y);
  std::sort(rows.begin(), rows.end());
  rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
  EXPECT_GT(rows.size(), 1U);
}

TEST_F(LanesTest, MarksAtAnEndOfTheAxisAreNotPushedOverIt) {
  for (const char* said : {"2000", "2019"}) {
    for (int count = 2; count <= 16; ++count) {
      SCOPED_TRACE(testing::Message() << count << " in " << said);
      StoryMaker maker;
      for (int i = 0; i < count; ++i) maker.Quote({{0}, said});
      const LaneLayout layout = LayOut(maker.story());
      ASSERT_EQ(layout.marks.size(), static_cast<size_t>(count));
      for (size_t i = 1; i < layout.marks.size(); ++i) {
        EXPECT_GT(layout.marks[i].x, layout.marks[i - 1].x);
      }
    }
  }
}

TEST_F(LanesTest, AMarkStandsInTheMiddleOfItsTime) {
  StoryMaker maker;
  maker.Quote({{0}, "2004/2007"});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.marks.size(), 1U);
  EXPECT_NEAR(layout.marks[0].x, kLeft + kWidth * 6 / 20, 1);
}

TEST_F(LanesTest, AQuoteOfUnknownTimeHasALaneButNoMark) {
  StoryMaker maker;
  maker.Quote({{0}});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_EQ(layout.lanes.size(), 1U);
  EXPECT_TRUE(layout.marks.empty());
}

TEST_F(LanesTest, OnlyTheQuotesAskedForAreThere) {
  StoryMaker maker(2);
  maker.Quote({{0}, "2005", {"2001"}}).Quote({{1}, "2006"});
  const LaneLayout layout = LayOutQuotes(maker.story(), {1});
  EXPECT_EQ(SpeakersOf(layout), (std::vector<Index>{1}));
  ASSERT_EQ(layout.marks.size(), 1U);
  EXPECT_EQ(layout.marks[0].quote, 1U);
  EXPECT_TRUE(layout.bars.empty());
}

TEST_F(LanesTest, MarksOutsideTheViewAreLeftOut) {
  StoryMaker maker;
  maker.Quote({{0}, "2002"}).Quote({{0}, "2017"});
  const LaneLayout layout = LayOut(maker.story(), Viewport{0.5, 1});
  ASSERT_EQ(layout.marks.size(), 1U);
  EXPECT_EQ(layout.marks[0].quote, 1U);
}

TEST_F(LanesTest, AnUncertainTimeOfSayingHasABarAroundItsMark) {
  const struct {
    const char* said;
    size_t bars;
    bool vague;
  } kCases[] = {
      {"2005", 0, false}, {"2005~", 1, true}, {"2005?", 1, true}, {"2005/2007", 1, false}};
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.said);
    StoryMaker maker;
    maker.Quote({{0}, test.said});
    const LaneLayout layout = LayOut(maker.story());
    ASSERT_EQ(layout.bars.size(), test.bars);
    if (test.bars == 0) continue;
    const Bar& bar = layout.bars[0];
    EXPECT_EQ(static_cast<int>(bar.kind), static_cast<int>(BarKind::kSaid));
    EXPECT_EQ(bar.vague, test.vague);
    EXPECT_LE(bar.left, layout.marks[0].x);
    EXPECT_GE(bar.right, layout.marks[0].x);
    EXPECT_FLOAT_EQ(bar.middle, layout.marks[0].y);
  }
}

TEST_F(LanesTest, QuotesOfALaneAboutTheSameTimeShareABar) {
  StoryMaker maker(2);
  maker.Quote({{0}, "2005", {"2001/2003"}}).Quote({{0}, "2006", {"2001/2003", "2002"}});
  maker.Quote({{1}, "2007", {"2001/2003"}});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.bars.size(), 3U);
  EXPECT_EQ(layout.bars[0].quotes, (std::vector<Index>{0, 1}));
  EXPECT_EQ(layout.bars[1].quotes, (std::vector<Index>{1}));
  EXPECT_EQ(layout.bars[2].quotes, (std::vector<Index>{2}));
  EXPECT_EQ(layout.bars[2].lane, 1U);
}

TEST_F(LanesTest, EndsThatAreOpenOrCutFade) {
  const struct {
    const char* about;
    Viewport viewport;
    bool start;
    bool end;
  } kCases[] = {
      {"2005/2010", {}, false, false},      {"2005/..", {}, false, true},
      {"../2010", {}, true, false},         {"2005/", {}, false, true},
      {"/2010", {}, true, false},           {"2005/2010", {0.4, 1}, true, false},
      {"2005/2010", {0, 0.4}, false, true}, {"2005/2010", {0.3, 0.5}, true, true},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(testing::Message() << test.about << " from " << test.viewport.begin);
    StoryMaker maker;
    maker.Quote({{0}, "2007", {test.about}});
    const LaneLayout layout = LayOut(maker.story(), test.viewport);
    ASSERT_EQ(layout.bars.size(), 1U);
    EXPECT_EQ(layout.bars[0].fade_start, test.start);
    EXPECT_EQ(layout.bars[0].fade_end, test.end);
    EXPECT_GE(layout.bars[0].left, kLeft);
    EXPECT_LE(layout.bars[0].right, kLeft + kWidth);
    EXPECT_LT(layout.bars[0].left, layout.bars[0].right);
  }
}

TEST_F(LanesTest, AnOpenEndHasATailEvenAtTheAxisEnd) {
  StoryMaker maker;
  maker.Quote({{0}, "2007", {"2019-12-01/.."}});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.bars.size(), 1U);
  EXPECT_TRUE(layout.bars[0].fade_end);
  EXPECT_FLOAT_EQ(layout.bars[0].right, kLeft + kWidth);
}

TEST_F(LanesTest, AVagueTimeIsHatched) {
  const struct {
    const char* about;
    bool vague;
  } kCases[] = {{"2005", false}, {"2005~", true}, {"2005?", true}, {"2005%", true}, {"200X", true}};
  for (const auto& test : kCases) {
    StoryMaker maker;
    maker.Quote({{0}, "2007", {test.about}});
    const LaneLayout layout = LayOut(maker.story());
    ASSERT_EQ(layout.bars.size(), 1U) << test.about;
    EXPECT_EQ(layout.bars[0].vague, test.vague) << test.about;
  }
}

TEST_F(LanesTest, AShortTimeIsStillSeen) {
  StoryMaker maker;
  maker.Quote({{0}, "2007", {"2005-06-01T10:00:00"}});
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.bars.size(), 1U);
  EXPECT_GE(layout.bars[0].right - layout.bars[0].left, 4);
}

TEST_F(LanesTest, BarsOutsideTheViewAreLeftOut) {
  StoryMaker maker;
  maker.Quote({{0}, "2007", {"2001", "2015"}}).Event("Early", "2002");
  const LaneLayout layout = LayOut(maker.story(), Viewport{0.5, 1});
  ASSERT_EQ(layout.bars.size(), 1U);
  EXPECT_EQ(layout.bars[0].label, "2015");
}

TEST_F(LanesTest, ALabelStandsInsideElseBehindElseBefore) {
  enum class Where : uint8_t { kInside, kBehind, kBefore };
  const struct {
    const char* name;
    const char* when;
    const char* title;
    Where where;
  } kCases[] = {
      {"room inside", "2005/2015", "Short", Where::kInside},
      {"room behind", "2005", "A longer title", Where::kBehind},
      {"at the end of the axis", "2019", "A longer title", Where::kBefore},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    StoryMaker maker;
    maker.Event(test.title, test.when);
    const LaneLayout layout = LayOut(maker.story());
    ASSERT_EQ(layout.bars.size(), 1U);
    const Bar& bar = layout.bars[0];
    const float label_right = bar.label_left + labels_.LabelWidth(bar.label);
    EXPECT_EQ(bar.label_inside, test.where == Where::kInside);
    switch (test.where) {
      case Where::kInside:
        EXPECT_GT(bar.label_left, bar.left);
        EXPECT_LT(label_right, bar.right);
        break;
      case Where::kBehind:
        EXPECT_GT(bar.label_left, bar.right);
        EXPECT_LE(label_right, kLeft + kWidth);
        break;
      case Where::kBefore:
        EXPECT_LT(label_right, bar.left);
        break;
    }
  }
}

TEST_F(LanesTest, BarsAndTheirLabelsNeverOverlap) {
  StoryMaker maker;
  const char* const kTimes[] = {"2005", "2005/2010", "2006",    "2007",    "2009/2012",
                                "2019", "2018",      "2017/..", "../2003", "2002~"};
  maker.Quote({{0}, "2006", {std::begin(kTimes), std::end(kTimes)}});
  for (const char* time : kTimes) maker.Event(std::string("Event of ") + time, time);
  const LaneLayout layout = LayOut(maker.story());
  const auto from = [](const Bar& bar) { return std::min(bar.left, bar.label_left); };
  const auto to = [this](const Bar& bar) {
    return std::max(bar.right, bar.label_left + labels_.LabelWidth(bar.label));
  };
  for (size_t a = 0; a < layout.bars.size(); ++a) {
    for (size_t b = a + 1; b < layout.bars.size(); ++b) {
      const Bar& one = layout.bars[a];
      const Bar& other = layout.bars[b];
      if (std::abs(one.middle - other.middle) >= style_.row_height - 0.01F) continue;
      EXPECT_TRUE(to(one) <= from(other) || to(other) <= from(one))
          << one.label << " and " << other.label;
    }
  }
}

TEST_F(LanesTest, EventsHaveRowsBelowTheLanes) {
  StoryMaker maker;
  maker.Quote({{0}, "2007"}).Event("One", "2005/2010").Event("Other", "2006/2011");
  maker.Event("No time", "");
  const LaneLayout layout = LayOut(maker.story());
  ASSERT_EQ(layout.bars.size(), 2U);
  for (const Bar& bar : layout.bars) {
    EXPECT_EQ(static_cast<int>(bar.kind), static_cast<int>(BarKind::kEvent));
    EXPECT_EQ(bar.lane, layout.lanes.size());
    EXPECT_GT(bar.middle, layout.events_top);
    EXPECT_LT(bar.middle, layout.height);
  }
  EXPECT_EQ(layout.bars[0].event, 0U);
  EXPECT_NE(layout.bars[0].middle, layout.bars[1].middle);
}

TEST_F(LanesTest, WithoutEventsThereAreNoRowsForThem) {
  StoryMaker maker;
  maker.Quote({{0}, "2007"});
  const LaneLayout layout = LayOut(maker.story());
  EXPECT_FLOAT_EQ(layout.events_top, layout.height);
}

TEST_F(LanesTest, EverythingStandsInItsLane) {
  StoryMaker maker(3);
  for (int i = 0; i < 40; ++i) maker.Quote({{0}, "2010"});
  maker.Quote({{1}, "2010~", {"2001", "2001/2002", "2001/2003", "2001/2004", "2001/2005"}});
  maker.Quote({{2, 1}, "2019?"}).Event("One", "2005/2010").Event("Other", "2006/2011");
  const LaneLayout layout = LayOut(maker.story());
  for (const QuoteMark& mark : layout.marks) {
    const Lane& lane = layout.lanes[mark.lane];
    EXPECT_GE(mark.y - style_.row_height / 2, lane.top);
    EXPECT_LE(mark.y + style_.row_height / 2, lane.top + lane.height);
    EXPECT_GE(mark.x, layout.axis_left);
    EXPECT_LE(mark.x, layout.axis_right);
  }
  for (const Bar& bar : layout.bars) {
    const bool event = bar.kind == BarKind::kEvent;
    const float top = event ? layout.events_top : layout.lanes[bar.lane].top;
    const float bottom = event ? layout.height : top + layout.lanes[bar.lane].height;
    EXPECT_GE(bar.middle - style_.bar_height / 2, top);
    EXPECT_LE(bar.middle + style_.bar_height / 2, bottom);
  }
}

TEST_F(LanesTest, AnEmptyStoryIsOnlyAnAxis) {
  const LaneLayout layout = LayOut(StoryMaker().story());
  EXPECT_TRUE(layout.lanes.empty());
  EXPECT_FALSE(layout.ticks.empty());
  EXPECT_FLOAT_EQ(layout.height, style_.axis_height);
}

TEST(ExtentsOf, AreAllTimesSaidAboutAndOfEvents) {
  StoryMaker maker;
  maker.Published("2025").Quote({{0}}).Quote({{0}, "2001", {"2002", "2003"}});
  maker.Event("One", "2004").Event("None", "");
  const auto extents = ExtentsOf(maker.story(), AllQuotes(maker.story()));
  std::vector<TimeExtent> expected;
  for (const char* time : {"2025", "2001", "2002", "2003", "2004"}) {
    expected.push_back(KnownExtent(Edtf(time)));
  }
  EXPECT_EQ(extents, expected);
}

}  // namespace
}  // namespace saywhen
