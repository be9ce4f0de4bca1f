// What holds of every widget, wide or narrow, as a reader meets it: what is there is found by role
// and name, pressed, and pointed at.
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

TEST_P(EveryPage, SaysItsTitleAndHowMuchThereIs) {
  const Story& story = widget_->state().story;
  EXPECT_TRUE(widget_.Has(Role::kHeading, story.title));
  const SemanticsNode* summary = widget_->tree().FindId("summary");
  ASSERT_NE(summary, nullptr);
  EXPECT_NE(summary->name.find(std::to_string(story.quotes.size()) + " quotes"), std::string::npos);
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

TEST_P(EveryPage, EveryListedQuotesWordsCanBeSelectedOnce) {
  for (const SemanticsNode* button : widget_.Quotes()) {
    const SemanticsNode* words = nullptr;
    size_t count = 0;
    for (const SemanticsNode& node : widget_.nodes()) {
      if (node.role != Role::kText || node.quote != button->quote || node.text_size == 0) continue;
      words = &node;
      ++count;
    }
    ASSERT_EQ(count, 1U) << button->name;
    const bool chosen = ShownWidget::IsChosen(*button);
    EXPECT_EQ(words->id, chosen ? "words" : "words-" + button->quote);
    // The chosen one's are said by themselves.
    EXPECT_EQ(words->silent, !chosen) << button->name;
    EXPECT_TRUE(button->name.ends_with(words->name)) << button->name;
    if (chosen) continue;
    EXPECT_GE(words->box.top, button->box.top);
    EXPECT_LE(words->box.bottom(), button->box.bottom());
    EXPECT_LE(words->box.right(), button->box.right() + 1);
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
    EXPECT_FALSE(widget_.Find(Role::kButton, EnglishStrings().next)->disabled);
    EXPECT_TRUE(widget_.Press(Role::kButton, EnglishStrings().next));
    reached.insert(widget_->state().selected);
    EXPECT_EQ(CountChosen(widget_), 1U);
  }
  EXPECT_EQ(reached.size(), count);
  EXPECT_TRUE(widget_.Find(Role::kButton, EnglishStrings().next)->disabled);
  EXPECT_FALSE(widget_.Press(Role::kButton, EnglishStrings().next));
  EXPECT_TRUE(widget_.Press(Role::kButton, EnglishStrings().previous));
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
    EXPECT_TRUE(role == Role::kGroup || role == Role::kListBox || role == Role::kTabs)
        << widget_.nodes()[i].id;
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

TEST_P(EveryPage, NoTwoDrawCallsCouldBeOne) {
  const auto& commands = widget_->frame().commands;
  for (size_t i = 1; i < commands.size(); ++i) {
    const DrawCommand& a = commands[i - 1];
    const DrawCommand& b = commands[i];
    EXPECT_FALSE(a.kind == b.kind && a.page == b.page && a.first + a.count == b.first &&
                 a.clip_left == b.clip_left && a.clip_top == b.clip_top &&
                 a.clip_right == b.clip_right && a.clip_bottom == b.clip_bottom)
        << i << " of " << commands.size();
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

TEST_P(EveryPage, WhatIsAsItWasIsNotDrawnAgain) {
  const int widths = widget_.typesetter().widths;
  widget_.text().Clear();
  widget_.Frame();
  const int drawn = widget_.typesetter().widths;
  EXPECT_GT(drawn, widths) << "forgotten text is drawn again";
  widget_.Frame();
  widget_->CardFrame(600, 315, 1);
  const size_t of_card = widget_->frame().vertices.size();
  widget_.Frame();
  EXPECT_NE(widget_->frame().vertices.size(), of_card) << "after another picture";
}

TEST_P(EveryPage, WidthsFromPhoneToDeskAllSettle) {
  for (float width = 240; width <= 1600; width += 85) {
    widget_->SetSize(width, 2);
    widget_.Settle();
    EXPECT_GT(widget_->content_height(), 100) << width;
  }
}

}  // namespace
}  // namespace saywhen
