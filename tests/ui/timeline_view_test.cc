// What the timeline draws beside its marks, seen as an SVG file has it.
#include "ui/timeline_view.h"

#include <gtest/gtest.h>

#include <cstdio>
#include <string>
#include <utility>

#include "shown_widget.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

std::string Drawn(Story story) { return ShownWidget(std::move(story), 1120)->Svg({}); }

// Strokes in the colour of time: the dashes of arcs.
size_t AmberStrokes(const std::string& svg) {
  const Color amber = GetTheme(ThemeName::kLight).time;
  char hex[8];
  std::snprintf(hex, sizeof hex, "#%02x%02x%02x", amber & 255U, amber >> 8U & 255U,
                amber >> 16U & 255U);
  size_t count = 0;
  for (size_t at = svg.find("<polyline"); at != std::string::npos;
       at = svg.find("<polyline", at + 1)) {
    const std::string line = svg.substr(at, svg.find("/>", at) - at);
    if (line.find(hex) != std::string::npos) ++count;
  }
  return count;
}

// The tests' locale says that it is January 2026.
TEST(Timeline, HasTodaysLineWhereTodayIsOnTheAxis) {
  EXPECT_NE(
      Drawn(StoryMaker().Quote({{0}, "2025"}).Quote({{0}, "2027"}).Take()).find("Today</text>"),
      std::string::npos);
  EXPECT_EQ(
      Drawn(StoryMaker().Quote({{0}, "2010"}).Quote({{0}, "2012"}).Take()).find("Today</text>"),
      std::string::npos);
}

TEST(Timeline, ArcsLeadFromTheChosenQuoteToWhatItIsAbout) {
  EXPECT_GE(AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025", {"2020"}}).Take())), 4U);
  EXPECT_EQ(AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025"}).Take())), 0U);
  // Of another than the chosen one there is none.
  EXPECT_EQ(
      AmberStrokes(Drawn(StoryMaker().Quote({{0}, "2025"}).Quote({{0}, "2025", {"2020"}}).Take())),
      0U);
}

// So many quotes that columns stand for them.
class Columns : public testing::Test {
 protected:
  static Story Many() {
    StoryMaker maker;
    for (int i = 0; i < 900; ++i) {
      maker.Quote({{0}, std::to_string(2000 + i % 20) + "-0" + std::to_string(1 + i % 9)});
    }
    return maker.Take();
  }
  // The pointer lies on one, left of the middle of the axis.
  void SetUp() override { PointAtOne(); }
  void PointAtOne() {
    const Box axis = widget_.Find(Role::kSlider, EnglishStrings().quote_in_time)->box;
    for (y_ = axis.top; y_ < axis.bottom(); y_ += 4) {
      for (x_ = axis.left + axis.width / 4; x_ < axis.left + axis.width / 3; x_ += 4) {
        widget_->PointerMove(x_, y_, false);
        if (widget_->IsOverPressable()) return;
      }
    }
    FAIL();
  }
  Viewport View() { return widget_->state().viewport.target(); }

  ShownWidget widget_{Many(), 1120};
  float x_ = 0;
  float y_ = 0;
};

TEST_F(Columns, APressLooksCloserAroundThePointer) {
  widget_->PointerButton(true);
  widget_->PointerButton(false);
  EXPECT_LT(View().size(), 1);
  EXPECT_GT(View().begin, 0);
  EXPECT_LT(View().begin, 1 - View().end);
}

TEST_F(Columns, ADragThatBeginsOnOnePansAndIsNoPress) {
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  widget_.Settle();
  PointAtOne();
  const Viewport before = View();
  widget_->PointerButton(true);
  widget_->PointerMove(x_ - 40, y_, false);
  widget_->PointerMove(x_ - 80, y_, false);
  widget_->PointerButton(false);
  EXPECT_GT(View().begin, before.begin);
  EXPECT_NEAR(View().size(), before.size(), 1e-9);
}

TEST_F(Columns, APressByAHandThatShakesIsAPress) {
  widget_->PointerButton(true);
  widget_->PointerMove(x_ + 3, y_, false);
  widget_->PointerButton(false);
  EXPECT_LT(View().size(), 1);
}

TEST_F(Columns, ADragWhereNothingCanMoveIsNoPress) {
  widget_->PointerButton(true);
  widget_->PointerMove(x_ + 30, y_, false);
  widget_->PointerMove(x_ + 1, y_, false);
  widget_->PointerButton(false);
  EXPECT_EQ(View(), Viewport{});
}

}  // namespace
}  // namespace saywhen
