// The widget as a reader meets it: what is there is found by role and name, pressed, and pointed
// at.
#include "ui/widget.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "shown_widget.h"
#include "support/make_story.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

const Strings& Words() { return EnglishStrings(); }

struct Page {
  const char* name;
  const char* story;
  float width;
};

class EveryPage : public testing::TestWithParam<Page> {
 protected:
  ShownWidget widget_{ReadStory(GetParam().story), GetParam().width};
};

INSTANTIATE_TEST_SUITE_P(Widget, EveryPage,
                         testing::Values(Page{"SeedWide", "seed", 1120},
                                         Page{"SeedNarrow", "seed", 390},
                                         Page{"HarbourWide", "harbour", 1120},
                                         Page{"HarbourNarrow", "harbour", 390},
                                         Page{"HarbourTablet", "harbour", 640}),
                         [](const testing::TestParamInfo<Page>& page) { return page.param.name; });

size_t CountChosen(const ShownWidget& widget) {
  const auto quotes = widget.Quotes();
  return static_cast<size_t>(
      std::count_if(quotes.begin(), quotes.end(),
                    [](const SemanticsNode* quote) { return ShownWidget::IsChosen(*quote); }));
}

TEST_P(EveryPage, SaysItsTitleAndHowMuchThereIs) {
  const Story& story = widget_->state().story;
  EXPECT_TRUE(widget_.Has(Role::kHeading, story.title));
  const SemanticsNode* summary = widget_->tree().FindId("summary");
  ASSERT_NE(summary, nullptr);
  EXPECT_NE(summary->name.find(Fill(Words().many_quotes, std::to_string(story.quotes.size()))),
            std::string::npos);
}

TEST_P(EveryPage, OneQuoteIsChosen) {
  EXPECT_EQ(CountChosen(widget_), 1U);
  ASSERT_FALSE(widget_.Quotes().empty());
}

TEST_P(EveryPage, PressingAQuoteChoosesIt) {
  for (size_t i = 0; i < std::min<size_t>(widget_.Quotes().size(), 6); ++i) {
    const std::string name = widget_.Quotes()[i]->name;
    const std::string id = widget_.Quotes()[i]->id;
    widget_->Press(id);
    widget_.Settle();
    const SemanticsNode* quote = widget_->tree().FindId(id);
    ASSERT_NE(quote, nullptr);
    EXPECT_EQ(quote->name, name);
    EXPECT_TRUE(ShownWidget::IsChosen(*quote)) << name;
    EXPECT_EQ(CountChosen(widget_), 1U);
  }
}

TEST_P(EveryPage, TheChosenQuoteIsSaidInFull) {
  const AppState& state = widget_->state();
  const SemanticsNode* words = widget_->tree().FindId("words");
  ASSERT_NE(words, nullptr);
  EXPECT_NE(words->name.find(state.story.quotes[state.selected].text), std::string::npos);
}

TEST_P(EveryPage, NextReachesEveryQuoteAndPreviousGoesBack) {
  std::set<Index> reached = {widget_->state().selected};
  const size_t count = widget_->state().story.quotes.size();
  for (size_t i = 1; i < count; ++i) {
    EXPECT_FALSE(widget_.Find(Role::kButton, Words().next)->disabled);
    EXPECT_TRUE(widget_.Press(Role::kButton, Words().next));
    reached.insert(widget_->state().selected);
    EXPECT_EQ(CountChosen(widget_), 1U);
  }
  EXPECT_EQ(reached.size(), count);
  EXPECT_TRUE(widget_.Find(Role::kButton, Words().next)->disabled);
  EXPECT_FALSE(widget_.Press(Role::kButton, Words().next));
  EXPECT_TRUE(widget_.Press(Role::kButton, Words().previous));
  EXPECT_EQ(widget_->state().selected, widget_->state().quotes[count - 2]);
}

TEST_P(EveryPage, KeysReachEveryQuote) {
  const auto& quotes = widget_->state().quotes;
  widget_->PressKey(Key::kEnd);
  EXPECT_EQ(widget_->state().selected, quotes.back());
  widget_->PressKey(Key::kHome);
  EXPECT_EQ(widget_->state().selected, quotes.front());
  EXPECT_FALSE(widget_->PressKey(Key::kUp));
  for (size_t i = 1; i < quotes.size(); ++i) {
    EXPECT_TRUE(widget_->PressKey(i % 2 == 0 ? Key::kDown : Key::kRight));
    EXPECT_EQ(widget_->state().selected, quotes[i]);
  }
  EXPECT_TRUE(widget_->PressKey(Key::kLeft));
  widget_.Settle();
  EXPECT_EQ(CountChosen(widget_), 1U);
}

TEST_P(EveryPage, ASpeakersChipShowsOnlyTheirQuotes) {
  std::vector<std::string> chips;
  for (const SemanticsNode& node : widget_.nodes()) {
    if (node.role == Role::kToggle) chips.push_back(node.id);
  }
  ASSERT_GT(chips.size(), 1U);
  for (const std::string& chip : chips) {
    const std::string name = widget_->tree().FindId(chip)->name;
    SCOPED_TRACE(name);
    const std::string speaker = name.substr(0, name.find(", "));
    EXPECT_FALSE(widget_->tree().FindId(chip)->pressed);
    widget_->Press(chip);
    widget_.Settle();
    EXPECT_TRUE(widget_->tree().FindId(chip)->pressed);
    EXPECT_FALSE(widget_.Quotes().empty());
    for (const SemanticsNode* quote : widget_.Quotes()) {
      const std::string names = quote->name.substr(0, quote->name.find(": "));
      EXPECT_NE(names.find(speaker), std::string::npos) << quote->name;
    }
    EXPECT_EQ(CountChosen(widget_), 1U);
    widget_->Press(chip);
    widget_.Settle();
    EXPECT_FALSE(widget_->tree().FindId(chip)->pressed);
  }
  EXPECT_EQ(widget_->state().quotes.size(), widget_->state().story.quotes.size());
}

TEST_P(EveryPage, IdsAreUnique) {
  std::set<std::string> ids;
  for (const SemanticsNode& node : widget_.nodes()) {
    EXPECT_FALSE(node.id.empty());
    EXPECT_TRUE(ids.insert(node.id).second) << node.id;
  }
}

TEST_P(EveryPage, EverythingHasAName) {
  for (const SemanticsNode& node : widget_.nodes()) EXPECT_FALSE(node.name.empty()) << node.id;
}

TEST_P(EveryPage, IdsStayWithWhatTheyName) {
  std::map<std::string, std::string> named;
  for (const SemanticsNode* quote : widget_.Quotes()) named[quote->id] = quote->name;
  widget_->PressKey(Key::kDown);
  widget_.Settle();
  for (const SemanticsNode* quote : widget_.Quotes()) {
    const auto known = named.find(quote->id);
    if (known != named.end()) {
      EXPECT_EQ(known->second, quote->name);
    }
  }
}

TEST_P(EveryPage, ParentsComeFirstAndAreOpen) {
  for (size_t i = 0; i < widget_.nodes().size(); ++i) {
    const uint32_t parent = widget_.nodes()[i].parent;
    if (parent == kRoot) continue;
    ASSERT_LT(parent, i);
    const Role role = widget_.nodes()[parent].role;
    EXPECT_TRUE(role == Role::kGroup || role == Role::kListBox) << widget_.nodes()[i].id;
  }
}

TEST_P(EveryPage, BoxesLieWithinTheWidget) {
  for (const SemanticsNode& node : widget_.nodes()) {
    SCOPED_TRACE(node.id + ": " + node.name);
    EXPECT_GE(node.box.left, 0);
    EXPECT_GE(node.box.top, 0);
    EXPECT_LE(node.box.right(), GetParam().width + 0.1F);
    EXPECT_LE(node.box.bottom(), widget_->content_height());
  }
}

TEST_P(EveryPage, WhatCanBePressedHasRoom) {
  for (const SemanticsNode& node : widget_.nodes()) {
    if (node.press == Action{} || node.role == Role::kSlider) continue;
    EXPECT_GE(node.box.width, 24) << node.id;
    EXPECT_GE(node.box.height, 24) << node.id;
  }
}

TEST_P(EveryPage, QuotesStandBelowEachOther) {
  const auto quotes = widget_.Quotes();
  for (size_t i = 1; i < quotes.size(); ++i) {
    EXPECT_GE(quotes[i]->box.top, quotes[i - 1]->box.bottom() - 0.1F) << quotes[i]->name;
  }
}

TEST_P(EveryPage, PressablesDoNotLieOnEachOther) {
  std::vector<const SemanticsNode*> pressables;
  for (const SemanticsNode& node : widget_.nodes()) {
    // The chosen entry of the feed holds buttons.
    if (node.press == Action{} || node.role == Role::kSlider || node.pressed) continue;
    pressables.push_back(&node);
  }
  for (size_t a = 0; a < pressables.size(); ++a) {
    for (size_t b = a + 1; b < pressables.size(); ++b) {
      const Box& one = pressables[a]->box;
      const Box& other = pressables[b]->box;
      const bool apart = one.right() <= other.left + 0.1F || other.right() <= one.left + 0.1F ||
                         one.bottom() <= other.top + 0.1F || other.bottom() <= one.top + 0.1F;
      EXPECT_TRUE(apart) << pressables[a]->name << " and " << pressables[b]->name;
    }
  }
}

TEST_P(EveryPage, SizeAndPositionInTheSetAreSaid) {
  const auto quotes = widget_.Quotes();
  for (size_t i = 0; i < quotes.size(); ++i) {
    if (quotes[i]->role != Role::kOption) continue;
    EXPECT_EQ(quotes[i]->position, i + 1);
    EXPECT_EQ(quotes[i]->set_size, widget_->state().quotes.size());
  }
}

TEST_P(EveryPage, WordsHaveTheLanguageOfTheirQuote) {
  for (const SemanticsNode* quote : widget_.Quotes()) EXPECT_FALSE(quote->language.empty());
}

TEST_P(EveryPage, FramesSettle) {
  EXPECT_FALSE(widget_.Frame());
  widget_->PressKey(Key::kDown);
  EXPECT_LT(widget_.Settle(), 10);
}

TEST_P(EveryPage, AnIdleFrameIsTheSameAndRasterisesNothing) {
  const uint64_t rasterised = widget_.text().rasterised();
  const int widths = widget_.typesetter().widths;
  const int breaks = widget_.typesetter().breaks;
  const std::string tree = widget_->tree().ToJson();
  const DrawFrame before = widget_->frame();
  EXPECT_GT(rasterised, 0U);
  widget_.Frame();
  EXPECT_EQ(widget_.text().rasterised(), rasterised);
  EXPECT_EQ(widget_.typesetter().widths, widths);
  EXPECT_EQ(widget_.typesetter().breaks, breaks);
  EXPECT_EQ(widget_->tree().ToJson(), tree);
  EXPECT_EQ(widget_->frame().vertices.size(), before.vertices.size());
  EXPECT_EQ(widget_->frame().marks.size(), before.marks.size());
}

TEST_P(EveryPage, CommandsLieWithinTheirBuffers) {
  const DrawFrame& frame = widget_->frame();
  EXPECT_EQ(frame.width, GetParam().width);
  EXPECT_FALSE(frame.commands.empty());
  EXPECT_FALSE(frame.marks.empty());
  int mark_commands = 0;
  size_t indices = 0;
  for (const DrawCommand& command : frame.commands) {
    EXPECT_GT(command.count, 0U);
    if (command.kind == DrawKind::kMarks) {
      ++mark_commands;
      EXPECT_EQ(command.first, 0U);
      EXPECT_EQ(command.count, frame.marks.size());
    } else {
      EXPECT_LE(size_t{command.first} + command.count, frame.indices.size());
      EXPECT_EQ(command.count % 3, 0U);
      indices += command.count;
    }
    if (command.kind == DrawKind::kCoverage || command.kind == DrawKind::kColor) {
      EXPECT_LT(command.page, widget_.text().pages());
    }
    EXPECT_LT(command.clip_left, command.clip_right);
    EXPECT_LT(command.clip_top, command.clip_bottom);
  }
  EXPECT_EQ(mark_commands, 1);
  EXPECT_LE(indices, frame.indices.size());
  for (const uint32_t index : frame.indices) ASSERT_LT(index, frame.vertices.size());
  for (const DrawVertex& vertex : frame.vertices) {
    ASSERT_GE(vertex.u, 0);
    ASSERT_LE(vertex.u, 1);
    ASSERT_GE(vertex.v, 0);
    ASSERT_LE(vertex.v, 1);
  }
}

TEST_P(EveryPage, MarksLieUnderTheTextAndOverTheShapes) {
  const auto& commands = widget_->frame().commands;
  const auto marks = std::find_if(commands.begin(), commands.end(), [](const DrawCommand& command) {
    return command.kind == DrawKind::kMarks;
  });
  const auto is_text = [](const DrawCommand& command) {
    return command.kind == DrawKind::kCoverage || command.kind == DrawKind::kColor;
  };
  EXPECT_TRUE(std::none_of(commands.begin(), marks, is_text));
  EXPECT_TRUE(std::all_of(marks + 1, commands.end(), is_text));
}

TEST_P(EveryPage, ABandHasTheTreeAndHeightOfTheWhole) {
  const std::string tree = widget_->tree().ToJson();
  const float height = widget_->content_height();
  size_t vertices = 0;
  for (float top = 0; top < height; top += 300) {
    widget_->Frame(widget_.now() + 16, top, 300);
    EXPECT_EQ(widget_->tree().ToJson(), tree);
    EXPECT_EQ(widget_->content_height(), height);
    EXPECT_EQ(widget_->frame().height, 300);
    vertices = std::max(vertices, widget_->frame().vertices.size());
  }
  widget_.Frame();
  EXPECT_LT(vertices, widget_->frame().vertices.size());
}

TEST_P(EveryPage, DarkAndLightSayTheSame) {
  const std::string tree = widget_->tree().ToJson();
  const uint32_t light = widget_->frame().background;
  widget_->SetTheme(ThemeName::kDark);
  widget_.Settle();
  EXPECT_EQ(widget_->tree().ToJson(), tree);
  EXPECT_NE(widget_->frame().background, light);
}

TEST_P(EveryPage, ScaleDoesNotMoveAnything) {
  ShownWidget other(ReadStory(GetParam().story), GetParam().width, 1);
  EXPECT_EQ(other->content_height(), widget_->content_height());
  ASSERT_EQ(other.nodes().size(), widget_.nodes().size());
  for (size_t i = 0; i < other.nodes().size(); ++i) {
    EXPECT_EQ(other.nodes()[i].box.top, widget_.nodes()[i].box.top);
  }
}

TEST_P(EveryPage, ClickingAQuoteChoosesIt) {
  const auto quotes = widget_.Quotes();
  const auto other = std::find_if(quotes.rbegin(), quotes.rend(), [](const SemanticsNode* quote) {
    return !ShownWidget::IsChosen(*quote);
  });
  ASSERT_NE(other, quotes.rend());
  const std::string id = (*other)->id;
  const Box box = (*other)->box;
  widget_.Click(box.left + box.width / 2, box.top + box.height / 2);
  EXPECT_TRUE(ShownWidget::IsChosen(*widget_->tree().FindId(id)));
}

TEST_P(EveryPage, ClickingWhereABandShowsItChoosesIt) {
  const SemanticsNode* last = widget_.Quotes().back();
  const std::string id = last->id;
  const float x = last->box.left + last->box.width / 2;
  const float y = last->box.top + 30;
  const float top = last->box.top - 100;
  double now = widget_.now();
  const auto frames = [&] {
    for (int i = 0; i < 4; ++i) widget_->Frame(now += 16, top, 400);
  };
  frames();
  widget_->PointerMove(x, y, false);
  frames();
  widget_->PointerButton(true);
  frames();
  widget_->PointerButton(false);
  frames();
  EXPECT_TRUE(ShownWidget::IsChosen(*widget_->tree().FindId(id)));
}

TEST_P(EveryPage, OnlyAPointerThatChangesSomethingNeedsAFrame) {
  const auto quotes = widget_.Quotes();
  const auto other = std::find_if(quotes.begin(), quotes.end(), [](const SemanticsNode* quote) {
    return !ShownWidget::IsChosen(*quote);
  });
  const Box box = (*other)->box;
  EXPECT_FALSE(widget_->PointerMove(1, 1, false));
  EXPECT_FALSE(widget_->PointerMove(2, 2, false));
  EXPECT_FALSE(widget_->IsOverPressable());
  EXPECT_TRUE(widget_->PointerMove(box.left + 50, box.top + 12, false));
  EXPECT_TRUE(widget_->IsOverPressable());
  widget_.Settle();
  EXPECT_FALSE(widget_->PointerMove(box.left + 51, box.top + 13, false));
  EXPECT_TRUE(widget_->PointerLeave());
  widget_.Settle();
  EXPECT_FALSE(widget_->PointerLeave());
}

TEST_P(EveryPage, HoveringIsSeen) {
  const auto quotes = widget_.Quotes();
  const auto other = std::find_if(quotes.begin(), quotes.end(), [](const SemanticsNode* quote) {
    return !ShownWidget::IsChosen(*quote);
  });
  const Box box = (*other)->box;
  const size_t before = widget_->frame().vertices.size();
  widget_->PointerMove(box.left + 50, box.top + 12, false);
  widget_.Settle();
  EXPECT_GT(widget_->frame().vertices.size(), before);
  widget_->PointerLeave();
  widget_.Settle();
  EXPECT_EQ(widget_->frame().vertices.size(), before);
}

TEST_P(EveryPage, LettingGoElsewherePressesNothing) {
  const Index selected = widget_->state().selected;
  const Box box = widget_.Quotes().back()->box;
  widget_->PointerMove(box.left + 50, box.top + 12, false);
  widget_.Settle();
  widget_->PointerButton(true);
  widget_.Settle();
  widget_->PointerMove(3, 3, false);
  widget_.Settle();
  widget_->PointerButton(false);
  widget_.Settle();
  EXPECT_EQ(widget_->state().selected, selected);
}

TEST_P(EveryPage, AnotherStoryReplacesThisOne) {
  StoryMaker maker;
  maker.Quote({{0}, "2001"});
  widget_->SetStory(maker.Take());
  widget_.Settle();
  EXPECT_TRUE(widget_.Has(Role::kHeading, "A story"));
  EXPECT_EQ(widget_.Quotes().size(), 1U);
}

TEST_P(EveryPage, WidthsFromPhoneToDeskAllSettle) {
  for (float width = 240; width <= 1600; width += 85) {
    widget_->SetSize(width, 2);
    widget_.Settle();
    EXPECT_GT(widget_->content_height(), 100) << width;
  }
}

class WidePage : public testing::Test {
 protected:
  Box Axis() { return widget_.Find(Role::kSlider, Words().quote_in_time)->box; }
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

TEST_F(WidePage, ClickingTheMarksReachesEveryQuote) {
  std::set<Index> reached;
  for (const auto& [x, y] : Marks()) {
    widget_.Click(x, y);
    reached.insert(widget_->state().selected);
  }
  EXPECT_EQ(reached.size(), widget_->state().story.quotes.size());
}

TEST_F(WidePage, TheSliderMovesThroughTheQuotes) {
  const SemanticsNode* slider = widget_.Find(Role::kSlider, Words().quote_in_time);
  EXPECT_EQ(slider->least, 0);
  EXPECT_EQ(slider->most, 10);
  EXPECT_EQ(slider->now, 0);
  EXPECT_TRUE(slider->value.starts_with("Mark Rutte"));
  EXPECT_TRUE(widget_.Press(Role::kSlider, Words().quote_in_time, 2));
  slider = widget_.Find(Role::kSlider, Words().quote_in_time);
  EXPECT_EQ(slider->now, 2);
  EXPECT_TRUE(slider->value.starts_with("Pete Hegseth"));
  widget_.Press(Role::kSlider, Words().quote_in_time, 99);
  EXPECT_EQ(widget_.Find(Role::kSlider, Words().quote_in_time)->now, 10);
}

TEST_F(WidePage, ButtonsZoomAndShowAll) {
  EXPECT_TRUE(widget_.Find(Role::kButton, Words().zoom_out)->disabled);
  EXPECT_TRUE(widget_.Find(Role::kButton, Words().whole_axis)->disabled);
  EXPECT_TRUE(widget_.Press(Role::kButton, Words().zoom_in));
  EXPECT_LT(View().size(), 1);
  EXPECT_FALSE(widget_.Find(Role::kButton, Words().zoom_out)->disabled);
  widget_.Press(Role::kButton, Words().zoom_in);
  EXPECT_TRUE(widget_.Press(Role::kButton, Words().zoom_out));
  EXPECT_TRUE(widget_.Press(Role::kButton, Words().whole_axis));
  EXPECT_EQ(View(), Viewport{});
}

TEST_F(WidePage, ZoomsInUntilTheButtonEnds) {
  for (int i = 0; i < 60 && !widget_.Find(Role::kButton, Words().zoom_in)->disabled; ++i) {
    ASSERT_TRUE(widget_.Press(Role::kButton, Words().zoom_in));
  }
  EXPECT_TRUE(widget_.Find(Role::kButton, Words().zoom_in)->disabled);
  EXPECT_FALSE(widget_.Press(Role::kButton, Words().zoom_in));
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
  widget_.Press(Role::kButton, Words().zoom_in);
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
  widget_.Press(Role::kButton, Words().zoom_in);
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
  widget_.Press(Role::kButton, Words().zoom_in);
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

// Frames come only when they are wanted: motion begins with the first one, not with the last one
// of long ago.
TEST_F(WidePage, MotionAfterALongPauseIsSeen) {
  const Box axis = Axis();
  const auto zoom = [&](int way) {
    switch (way) {
      case 0:
        return widget_->Wheel({axis.left + 9, axis.top + 9, 0, -100, true, false});
      case 1:
        return widget_->PressKey(Key::kPlus);
      default:
        return widget_->Press("zoom-in").any;
    }
  };
  for (int way = 0; way < 3; ++way) {
    widget_.Wait(60'000);
    EXPECT_TRUE(zoom(way));
    EXPECT_TRUE(widget_.Frame()) << way;
    EXPECT_GT(widget_.Settle(), 5) << way;
  }
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
  const std::string label = Fill(Words().part_of, "Mark Rutte");
  EXPECT_TRUE(widget_.Press(Role::kButton, label));
  EXPECT_TRUE(widget_.Press(Role::kButton, Fill(Words().contains, "Pete Hegseth")));
  EXPECT_TRUE(widget_.Find(Role::kOption, "Pete Hegseth")->selected);
}

TEST_F(WidePage, ShowMoreShowsMoreUntilAllAreThere) {
  EXPECT_EQ(widget_.Quotes().size(), kFirstRows);
  EXPECT_TRUE(widget_.Press(Role::kButton, Fill(Words().show_more, "3")));
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
  EXPECT_TRUE(widget.Press(Role::kButton, Words().all_speakers));
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
  const float before = widget.Find(Role::kButton, Words().next)->box.height;
  EXPECT_TRUE(widget->PointerMove(100, 100, true));
  widget.Settle();
  EXPECT_GE(widget.Find(Role::kButton, Words().next)->box.height, 44);
  EXPECT_GT(widget.Find(Role::kButton, Words().next)->box.height, before);
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
  widget.Press(Role::kButton, Fill(Words().part_of, "Mark Rutte"));
  EXPECT_EQ(widget->state().quotes.size(), widget->state().story.quotes.size());
  EXPECT_EQ(CountChosen(widget), 1U);
}

}  // namespace
}  // namespace saywhen
