// Search and filters as a reader meets them, by role and name.

#include "ui/filter_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/read_story.h"
#include "ui/shown_widget.h"

namespace saywhen {
namespace {

class FilterView : public testing::TestWithParam<float> {
 protected:
  ShownWidget widget_{ReadStory("seed"), GetParam()};
  size_t Shown() { return widget_->state().quotes.size(); }
  void Type(const std::string& text) {
    widget_->Press("search", 0, text);
    widget_.Settle();
  }
};
INSTANTIATE_TEST_SUITE_P(EveryWidth, FilterView, testing::Values(390.0F, 1120.0F));

TEST_P(FilterView, AHostWithATextViewHasAButtonThatAsksForIt) {
  EXPECT_FALSE(widget_.Has(Role::kButton, "Text view"));
  widget_->SetOffersText(true);
  widget_.Settle();
  widget_.Press(Role::kButton, "Text view");
  const std::optional<Request> request = widget_->TakeRequest();
  ASSERT_TRUE(request.has_value());
  EXPECT_EQ(request->kind, RequestKind::kTextView);
}

TEST_P(FilterView, TheSearchFieldHoldsWhatIsTyped) {
  EXPECT_EQ(widget_.Find(Role::kSearch, "Search")->value, "");
  Type("permanent");
  EXPECT_EQ(widget_.Find(Role::kSearch, "Search")->value, "permanent");
  EXPECT_EQ(Shown(), 2U);
  EXPECT_TRUE(widget_.Press(Role::kButton, "Clear the search"));
  EXPECT_EQ(Shown(), 11U);
}

TEST_P(FilterView, SaysHowManyAreFound) {
  Type("permanent");
  EXPECT_TRUE(widget_.Has(Role::kStatus, "2 quotes"));
  Type("zzzz");
  EXPECT_TRUE(widget_.Has(Role::kStatus, "Nothing found"));
}

TEST_P(FilterView, OffersTheWayBackFromNothing) {
  Type("zzzz");
  EXPECT_EQ(Shown(), 0U);
  EXPECT_TRUE(widget_.Press(Role::kButton, "Without the search"));
  EXPECT_EQ(Shown(), 11U);
}

TEST_P(FilterView, AFilterLeavesAsManyAsItSays) {
  EXPECT_TRUE(widget_.Press(Role::kDisclosure, "Filters"));
  const std::string name = widget_.Find(Role::kToggle, "reported")->name;
  EXPECT_TRUE(widget_.Press(Role::kToggle, name));
  EXPECT_EQ(name, "reported, " + std::to_string(Shown()));
  EXPECT_TRUE(widget_.Press(Role::kButton, "Remove the filter reported"));
  EXPECT_EQ(Shown(), 11U);
}

TEST_P(FilterView, AllFiltersGoAtOnce) {
  widget_.Press(Role::kDisclosure, "Filters");
  widget_.Press(Role::kToggle, "reported");
  EXPECT_TRUE(widget_.Press(Role::kButton, "Clear all"));
  EXPECT_EQ(Shown(), 11U);
}

TEST_P(FilterView, AnOrderChangesTheListAndNotWhatIsInIt) {
  widget_.Press(Role::kDisclosure, "Order");
  EXPECT_TRUE(widget_.Press(Role::kToggle, "by length"));
  EXPECT_EQ(Shown(), 11U);
  const auto& state = widget_->state();
  EXPECT_TRUE(std::is_sorted(state.quotes.begin(), state.quotes.end(), [&](Index a, Index b) {
    return state.story.quotes[a].text.size() > state.story.quotes[b].text.size();
  }));
}

TEST_P(FilterView, WhatIsAskedOfThePageIsARequest) {
  widget_.Press(Role::kDisclosure, "Save");
  EXPECT_TRUE(widget_.Press(Role::kButton, "Quotes (CSV)"));
  const std::optional<Request> request = widget_->TakeRequest();
  ASSERT_TRUE(request.has_value());
  EXPECT_EQ(request->kind, RequestKind::kSaveText);
  EXPECT_EQ(request->name, "quotes.csv");
  EXPECT_FALSE(widget_->TakeRequest().has_value());
}

TEST(Mirrored, AnArabicWidgetIsTheEnglishOneTurnedRound) {
  FixedTypesetter typesetter;
  TextEngine text(&typesetter);
  EnglishLocale locale;
  Strings strings = EnglishStrings();
  Widget plain(&text, &locale, &strings);
  Strings turned_strings = EnglishStrings();
  turned_strings.direction = "rtl";
  Widget turned(&text, &locale, &turned_strings);
  for (Widget* widget : {&plain, &turned}) {
    widget->SetSize(1120, 1);
    widget->SetStory(ReadStory("seed"));
    widget->Frame(1000, 0, 4000);
  }
  const auto& nodes = plain.tree().nodes();
  ASSERT_EQ(nodes.size(), turned.tree().nodes().size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    const Box& box = turned.tree().nodes()[i].box;
    EXPECT_NEAR(box.left, 1120 - nodes[i].box.right(), 0.01F) << nodes[i].id;
    EXPECT_EQ(box.top, nodes[i].box.top) << nodes[i].id;
  }
  // The pointer presses what it is over.
  const Box tab = turned.tree().FindId("view-1")->box;
  turned.PointerMove(tab.left + tab.width / 2, tab.top + 10, false);
  turned.PointerButton(true);
  turned.PointerButton(false);
  EXPECT_EQ(turned.state().view, ViewName::kArticle);
}

}  // namespace
}  // namespace saywhen
