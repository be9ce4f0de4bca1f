// The wide widget's timeline, its zoom and wheel, and widgets that are special in some way.
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shown_widget.h"
#include "support/make_story.h"
#include "support/read_story.h"
#include "ui/widget.h"

namespace saywhen {
namespace {

class WidePage : public testing::Test {
 protected:
  Box Axis() { return widget_.Find(Role::kSlider, EnglishStrings().quote_in_time)->box; }
  Viewport View() { return widget_->state().viewport.target(); }
  // Of what the pointer can press on the timeline: places in the middle of each.
  std::vector<std::pair<float, float>> Marks() {
    const Box axis = Axis();
    std::vector<std::pair<float, float>> places;
    for (float y = axis.top + 4; y < axis.bottom(); y += 8) {
      for (float x = axis.left; x < axis.right(); x += 8) {
        widget_->PointerMove(x, y, false);
        if (widget_->IsOverPressable()) places.emplace_back(x, y);
      }
    }
    return places;
  }

  ShownWidget widget_{ReadStory("seed"), 1120};
};

TEST_F(WidePage, AllOfAStoryJoinsItsBeginning) {
  Story whole = widget_->state().story;
  Story beginning = whole;
  beginning.quotes.Shorten(3);
  widget_->SetStory(std::move(beginning));
  widget_->Dispatch({.kind = ActionKind::kSelectQuote, .index = 2});
  widget_.Frame();
  EXPECT_EQ(widget_.Quotes().at(0)->set_size, 3);
  widget_->ContinueStory(std::move(whole));
  widget_.Frame();
  EXPECT_EQ(widget_.Quotes().at(0)->set_size, 11) << "the frame before is not kept";
  EXPECT_EQ(widget_->state().selected, 2U);
  EXPECT_TRUE(widget_->state().fresh.empty());
}

TEST_F(WidePage, ClickingTheMarksReachesEveryQuote) {
  std::set<Index> reached;
  for (const auto& [x, y] : Marks()) {
    widget_.Click(x, y);
    reached.insert(widget_->state().selected);
  }
  EXPECT_EQ(reached.size(), widget_->state().story.quotes.size());
}

TEST_F(WidePage, TheSliderMovesThroughTheQuotes) {
  const SemanticsNode* slider = widget_.Find(Role::kSlider, EnglishStrings().quote_in_time);
  EXPECT_EQ(slider->least, 0);
  EXPECT_EQ(slider->most, 10);
  EXPECT_EQ(slider->now, 0);
  EXPECT_TRUE(slider->value.starts_with("Mark Rutte"));
  EXPECT_TRUE(widget_.Press(Role::kSlider, EnglishStrings().quote_in_time, 2));
  slider = widget_.Find(Role::kSlider, EnglishStrings().quote_in_time);
  EXPECT_EQ(slider->now, 2);
  EXPECT_TRUE(slider->value.starts_with("Pete Hegseth"));
  widget_.Press(Role::kSlider, EnglishStrings().quote_in_time, 99);
  EXPECT_EQ(widget_.Find(Role::kSlider, EnglishStrings().quote_in_time)->now, 10);
}

TEST_F(WidePage, ButtonsZoomAndShowAll) {
  EXPECT_TRUE(widget_.Find(Role::kButton, EnglishStrings().zoom_out)->disabled);
  EXPECT_TRUE(widget_.Find(Role::kButton, EnglishStrings().whole_axis)->disabled);
  EXPECT_TRUE(widget_.Press(Role::kButton, EnglishStrings().zoom_in));
  EXPECT_LT(View().size(), 1);
  EXPECT_FALSE(widget_.Find(Role::kButton, EnglishStrings().zoom_out)->disabled);
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  EXPECT_TRUE(widget_.Press(Role::kButton, EnglishStrings().zoom_out));
  EXPECT_TRUE(widget_.Press(Role::kButton, EnglishStrings().whole_axis));
  EXPECT_EQ(View(), Viewport{});
}

TEST_F(WidePage, ZoomsInUntilTheButtonEnds) {
  for (int i = 0; i < 60 && !widget_.Find(Role::kButton, EnglishStrings().zoom_in)->disabled; ++i) {
    ASSERT_TRUE(widget_.Press(Role::kButton, EnglishStrings().zoom_in));
  }
  EXPECT_TRUE(widget_.Find(Role::kButton, EnglishStrings().zoom_in)->disabled);
  EXPECT_FALSE(widget_.Press(Role::kButton, EnglishStrings().zoom_in));
}

TEST_F(WidePage, KeysZoom) {
  EXPECT_TRUE(widget_->PressKey(Key::kPlus));
  EXPECT_LT(View().size(), 1);
  EXPECT_TRUE(widget_->PressKey(Key::kMinus));
  EXPECT_EQ(View(), Viewport{});
  widget_->PressKey(Key::kPlus);
  EXPECT_TRUE(widget_->PressKey(Key::kZero));
  EXPECT_EQ(View(), Viewport{});
}

TEST_F(WidePage, TheWheelIsThePages) {
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  const float y = axis.top + axis.height / 2;
  const struct {
    const char* name;
    WheelTurn turn;
  } kCases[] = {
      {"down over the axis", {x, y, 0, 100, false, false}},
      {"up over the axis", {x, y, 0, -100, false, false}},
      {"more down than sideways", {x, y, 30, 40, false, false}},
      {"sideways while all is in view", {x, y, 100, 0, false, false}},
      {"zooming beside the axis", {axis.left - 20, y, 0, 100, true, false}},
      {"zooming below the axis", {x, axis.bottom() + 60, 0, 100, true, false}},
  };
  for (const auto& test : kCases) {
    EXPECT_FALSE(widget_->Wheel(test.turn)) << test.name;
    EXPECT_EQ(View(), Viewport{}) << test.name;
  }
}

TEST_F(WidePage, TheWheelUpAndDownIsThePagesWhenZoomedInToo) {
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  const Viewport before = View();
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  for (const float down : {100.0F, -100.0F}) {
    EXPECT_FALSE(widget_->Wheel({x, axis.top + 10, 0, down, false, false}));
    EXPECT_FALSE(widget_->Wheel({x, axis.top + 10, down / 2, down, false, false}));
  }
  EXPECT_EQ(View(), before);
}

TEST_F(WidePage, TheWheelZoomsWithControl) {
  const Box axis = Axis();
  const float x = axis.left + axis.width / 4;
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, 0, -100, true, false}));
  EXPECT_LT(View().size(), 1);
  // A wheel that can zoom out no further must not scroll the page of a sudden.
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, 0, 900, true, false}));
  EXPECT_EQ(View(), Viewport{});
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, 0, 100, true, false}));
}

TEST_F(WidePage, TheWheelPansSidewaysWhileItCan) {
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  const Viewport before = View();
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, 50, 10, false, false}));
  EXPECT_GT(View().begin, before.begin);
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, 0, -50, false, true}));
  EXPECT_NEAR(View().begin, before.begin, 1e-9);
  for (int i = 0; i < 40; ++i) widget_->Wheel({x, axis.top + 10, 500, 0, false, false});
  EXPECT_EQ(View().end, 1);
  EXPECT_FALSE(widget_->Wheel({x, axis.top + 10, 50, 0, false, false}));
  EXPECT_TRUE(widget_->Wheel({x, axis.top + 10, -50, 0, false, false}));
}

TEST_F(WidePage, DraggingTheAxisPans) {
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  const Viewport before = View();
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  widget_->PointerMove(x, axis.top + 8, false);
  widget_.Settle();
  widget_->PointerButton(true);
  widget_.Settle();
  EXPECT_TRUE(widget_->PointerMove(x + 80, axis.top + 8, false));
  widget_.Settle();
  widget_->PointerButton(false);
  widget_.Settle();
  EXPECT_LT(View().begin, before.begin);
  EXPECT_NEAR(View().size(), before.size(), 1e-9);
}

TEST_F(WidePage, OnAMarkAHandMayShakeButNotDrag) {
  widget_.Press(Role::kButton, EnglishStrings().zoom_in);
  widget_.Settle();
  const Viewport before = View();
  const auto marks = Marks();
  ASSERT_FALSE(marks.empty());
  for (const float slip : {3.0F, 60.0F}) {
    const Index selected = widget_->state().selected;
    bool chose = false;
    for (size_t i = 0; i < marks.size() && !chose; ++i) {
      const auto [x, y] = marks[i];
      widget_->PointerMove(x, y, false);
      widget_->PointerButton(true);
      widget_->PointerMove(x + slip, y, false);
      widget_->PointerButton(false);
      chose = widget_->state().selected != selected;
    }
    EXPECT_EQ(chose, slip < 5) << slip;
    EXPECT_EQ(View() == before, slip < 5) << slip;
  }
}

// Frames come only when they are wanted: motion begins with the first one, not with the last one
// of long ago.
TEST_F(WidePage, MotionAfterALongPauseIsSeen) {
  for (const bool by_key : {false, true}) {
    widget_.Wait(60'000);
    EXPECT_TRUE(by_key ? widget_->PressKey(Key::kPlus) : widget_->Press("zoom-in").any);
    EXPECT_TRUE(widget_.Frame()) << by_key;
    EXPECT_GT(widget_.Settle(), 5) << by_key;
  }
}

TEST_F(WidePage, WhatAHandMovesIsThereWithTheNextFrame) {
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  const float y = axis.top + 9;
  const auto moves_at_once = [this](bool taken) {
    return taken && widget_->state().viewport.At(widget_.now()) == View() && !widget_.Frame();
  };
  EXPECT_TRUE(moves_at_once(widget_->Wheel({x, y, 0, -200, true, false})));
  EXPECT_TRUE(moves_at_once(widget_->Wheel({x, y, 0, 50, false, true})));
  widget_->PointerMove(x, y, false);
  widget_->PointerButton(true);
  EXPECT_TRUE(moves_at_once(widget_->PointerMove(x + 40, y, false)));
  widget_->PointerButton(false);
}

TEST_F(WidePage, AWheelThatKeepsTurningKeepsMoving) {
  const Box axis = Axis();
  const float x = axis.left + axis.width / 2;
  double last = 1;
  for (int i = 0; i < 10; ++i) {
    widget_->Wheel({x, axis.top + 9, 0, -20, true, false});
    widget_.Frame();
    const double size = widget_->state().viewport.At(widget_.now()).size();
    EXPECT_LT(size, last);
    last = size;
  }
}

TEST_F(WidePage, ReducedMotionJumps) {
  widget_->SetReducedMotion(true);
  widget_->PressKey(Key::kPlus);
  EXPECT_FALSE(widget_.Frame());
}

TEST_F(WidePage, RuttesFirstQuoteIsFoundByName) {
  widget_.Press(Role::kOption, "Pete Hegseth");
  EXPECT_TRUE(widget_.Find(Role::kOption, "Pete Hegseth")->selected);
  EXPECT_TRUE(widget_.Press(Role::kOption, "Mark Rutte"));
  EXPECT_TRUE(widget_.Find(Role::kOption, "Mark Rutte")->selected);
}

TEST_F(WidePage, AQuoteInsideAnotherLeadsThere) {
  widget_.Press(Role::kOption, "Pete Hegseth");
  const std::string label = Fill(EnglishStrings().part_of, "Mark Rutte");
  EXPECT_TRUE(widget_.Press(Role::kButton, label));
  EXPECT_TRUE(widget_.Press(Role::kButton, Fill(EnglishStrings().contains, "Pete Hegseth")));
  EXPECT_TRUE(widget_.Find(Role::kOption, "Pete Hegseth")->selected);
}

TEST_F(WidePage, ShowMoreShowsMoreUntilAllAreThere) {
  EXPECT_EQ(widget_.Quotes().size(), kFirstRows);
  EXPECT_TRUE(widget_.Press(Role::kButton, Fill(EnglishStrings().show_more, "3")));
  EXPECT_EQ(widget_.Quotes().size(), 11U);
  EXPECT_EQ(widget_->tree().FindId("more"), nullptr);
}

TEST(Widget, AllSpeakersCanBeShown) {
  ShownWidget widget(ReadStory("harbour"), 390);
  const auto chips = [&widget] {
    return std::count_if(widget.nodes().begin(), widget.nodes().end(),
                         [](const SemanticsNode& node) { return node.role == Role::kToggle; });
  };
  const auto before = chips();
  EXPECT_TRUE(widget.Press(Role::kButton, EnglishStrings().all_speakers));
  EXPECT_GT(chips(), before);
  EXPECT_EQ(static_cast<size_t>(chips()), widget->state().voices.size());
  EXPECT_EQ(widget->tree().FindId("all-speakers"), nullptr);
}

TEST(Widget, TheNarrowOneLeavesTheWheelAlone) {
  ShownWidget widget(ReadStory("seed"), 390);
  EXPECT_FALSE(widget->Wheel({100, 300, 100, 0, true, false}));
}

TEST(Widget, AFingerGetsLargerTargets) {
  ShownWidget widget(ReadStory("seed"), 390);
  const float before = widget.Find(Role::kButton, EnglishStrings().next)->box.height;
  EXPECT_TRUE(widget->PointerMove(100, 100, true));
  widget.Settle();
  EXPECT_GE(widget.Find(Role::kButton, EnglishStrings().next)->box.height, 44);
  EXPECT_GT(widget.Find(Role::kButton, EnglishStrings().next)->box.height, before);
}

TEST(Widget, WithoutAnythingIsEmptyButAlive) {
  for (const float width : {390.0F, 1120.0F}) {
    ShownWidget widget(Story(), width);
    EXPECT_TRUE(widget.Quotes().empty());
    widget->PressKey(Key::kDown);
    widget->Wheel({100, 100, 10, 10, true, true});
    widget.Click(50, 50);
    EXPECT_EQ(widget->state().selected, kNone);
  }
}

TEST(Widget, OfEventsOnlyShowsThem) {
  StoryMaker maker;
  maker.Event("The one event", "2001");
  ShownWidget widget(maker.Take(), 390);
  EXPECT_NE(widget.Find(Role::kText, "The one event"), nullptr);
}

TEST(Widget, AnEventsPictureIsALinkWithItsWordsAndNeverFetched) {
  for (const float width : {390.0F, 1120.0F}) {
    StoryMaker maker;
    maker.Quote({{0}, "2001"}).Event("The flood", "2001");
    Story story = maker.Take();
    story.events[0].media = {
        "https://example.org/flood.jpg", "A street under water", "", "A. Photo", {}};
    ShownWidget widget(std::move(story), width);
    const SemanticsNode* event = widget.Find(Role::kLink, "The flood, 2001");
    ASSERT_NE(event, nullptr);
    EXPECT_EQ(event->value, "https://example.org/flood.jpg");
    EXPECT_NE(event->name.find("A street under water (A. Photo)"), std::string::npos);
    widget.Press(Role::kLink, "The flood");
    const std::optional<Request> request = widget->TakeRequest();
    ASSERT_TRUE(request.has_value());
    EXPECT_EQ(request->kind, RequestKind::kOpen);
  }
}

TEST(Widget, SeveralOnAPageKeepApart) {
  FixedTypesetter typesetter;
  TextEngine text(&typesetter);
  EnglishLocale locale;
  Widget one(&text, &locale);
  Widget other(&text, &locale);
  one.SetSize(1120, 2);
  other.SetSize(390, 2);
  one.SetStory(ReadStory("seed"));
  other.SetStory(ReadStory("harbour"));
  double now = 0;
  const auto frames = [&] {
    for (int i = 0; i < 3; ++i) {
      one.Frame(now += 8, 0, 5000);
      other.Frame(now += 8, 0, 5000);
    }
  };
  frames();
  const std::string before = other.tree().ToJson();
  one.PointerMove(30, 30, false);
  one.PressKey(Key::kEnd);
  frames();
  EXPECT_EQ(other.tree().ToJson(), before);
  EXPECT_EQ(one.state().selected, one.state().quotes.back());
}

TEST(Widget, ManyComeAndGo) {
  for (int i = 0; i < 5; ++i) {
    ShownWidget widget(ReadStory("seed"), 1120);
    EXPECT_FALSE(widget->frame().vertices.empty());
  }
}

// A quote that is not shown can still be chosen, by a link: its place must not be beyond the last.
TEST(Widget, APressOnAQuoteThatIsFilteredAwayShowsItAmongAll) {
  ShownWidget widget(ReadStory("seed"), 1120);
  widget.Press(Role::kToggle, "Pete Hegseth");
  widget.Press(Role::kButton, Fill(EnglishStrings().part_of, "Mark Rutte"));
  EXPECT_EQ(widget->state().quotes.size(), widget->state().story.quotes.size());
  EXPECT_EQ(CountChosen(widget), 1U);
}

TEST(SpecialWidget, NamesShowWhatIsInvisibleInThem) {
  Story story = StoryMaker(2).Quote({{0}}).Quote({{1}}).Take();
  story.speakers[0].name = "Mark\u200B \u202EettuR";
  story.quotes[1].more.Own().mentions = {0};
  ShownWidget widget(std::move(story), 1120);
  for (const ViewName view :
       {ViewName::kExplore, ViewName::kArticle, ViewName::kCompare, ViewName::kVoices}) {
    widget->Dispatch({.kind = ActionKind::kShowView, .which = static_cast<uint8_t>(view)});
    widget.Settle();
    bool shown = false;
    for (const SemanticsNode& node : widget.nodes()) {
      EXPECT_EQ(node.name.find("\u202E"), std::string::npos) << node.id;
      shown = shown || node.name.find("Mark[U+200B] [U+202E]ettuR") != std::string::npos;
    }
    EXPECT_TRUE(shown) << static_cast<int>(view);
  }
}

}  // namespace
}  // namespace saywhen
