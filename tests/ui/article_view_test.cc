// The article's text as a reader meets it, wide and narrow.
#include "ui/article_view.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "shown_widget.h"
#include "support/make_story.h"
#include "support/read_story.h"

namespace saywhen {
namespace {

constexpr std::string_view kText =
    "The harbour opened in spring. “We waited many long years for this day,” said the mayor, “and "
    "nobody remembers 1998 as I do.”\n"
    "\n"
    "“It smells of tar,” a sailor said. Nothing else happened.";

TextSpan SpanOf(std::string_view text, std::string_view words) {
  const size_t at = text.find(words);
  EXPECT_NE(at, std::string_view::npos) << words;
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + words.size())};
}

// Two articles; the first quote is split by its attribution.
Story TwoArticles() {
  StoryMaker maker(2);
  maker.Published("2025-02-13").Quote({{0}, "2025"}).Quote({{1}, "2025"}).Quote({{1}, "2025"});
  Story story = maker.Take();
  Article& first = story.articles[0];
  first.headline = "The harbour opens";
  first.url = "https://example.org/harbour";
  first.publisher.name = "The Post";
  first.authors.push_back({"Ada Lane", {}});
  first.text = kText;
  story.quotes[0].spans = {SpanOf(kText, "We waited many long years for this day,"),
                           SpanOf(kText, "and nobody remembers 1998 as I do.")};
  StoryTime year = TimeOf("1998");
  year.words.Own().text = "1998";
  story.quotes[0].about.push_back(year);
  story.quotes[1].spans = {SpanOf(kText, "It smells of tar,")};
  Article second;
  second.id = "a1";
  second.language = "en";
  second.headline = "Without a text";
  story.articles.push_back(std::move(second));
  story.quotes[2].article = 1;
  return story;
}

class ArticlePage : public testing::TestWithParam<float> {
 protected:
  void SetUp() override { widget_.Press(Role::kTab, "Article"); }

  std::vector<const SemanticsNode*> Passages() const {
    std::vector<const SemanticsNode*> passages;
    for (const SemanticsNode& node : widget_.nodes()) {
      if (std::string_view(node.id).starts_with("passage-")) passages.push_back(&node);
    }
    return passages;
  }
  // What is drawn behind words and beside them.
  bool Draws(Color color) const {
    const auto& vertices = widget_->frame().vertices;
    return std::any_of(vertices.begin(), vertices.end(),
                       [color](const DrawVertex& vertex) { return vertex.color == color; });
  }
  Color ColorOf(Index speaker) const { return GetTheme(ThemeName::kLight).speakers[speaker]; }

  mutable ShownWidget widget_{TwoArticles(), GetParam()};
};

INSTANTIATE_TEST_SUITE_P(Width, ArticlePage, testing::Values(1120.0F, 390.0F),
                         [](const testing::TestParamInfo<float>& width) {
                           return width.param > 600 ? "Wide" : "Narrow";
                         });

TEST_P(ArticlePage, SaysItsHeadline) {
  EXPECT_TRUE(widget_.Has(Role::kHeading, "The harbour opens"));
}

TEST_P(ArticlePage, SaysWhoPublishedItAndWhen) {
  EXPECT_TRUE(widget_.Has(Role::kText, "The Post · Ada Lane · 13 February 2025"));
}

TEST_P(ArticlePage, LeadsToTheArticleItself) {
  const SemanticsNode* link = widget_.Find(Role::kLink, EnglishStrings().open_article);
  ASSERT_NE(link, nullptr);
  EXPECT_EQ(link->value, "https://example.org/harbour");
  EXPECT_EQ(link->press.kind, ActionKind::kOpen);
  EXPECT_EQ(link->press.text, "https://example.org/harbour");
}

TEST_P(ArticlePage, SaysItsParagraphs) {
  EXPECT_TRUE(
      widget_.Has(Role::kText, "“It smells of tar,” a sailor said. Nothing else happened."));
}

TEST_P(ArticlePage, SaysWhichOfTheArticlesItIs) { EXPECT_TRUE(widget_.Has(Role::kText, "1 of 2")); }

TEST_P(ArticlePage, NextLeadsToTheNextArticleAndPreviousBack) {
  EXPECT_TRUE(widget_.Find(Role::kButton, "Previous")->disabled);
  EXPECT_TRUE(widget_.Press(Role::kButton, "Next: Without a text"));
  EXPECT_TRUE(widget_.Has(Role::kHeading, "Without a text"));
  EXPECT_TRUE(widget_.Press(Role::kButton, "Previous: The harbour opens"));
  EXPECT_TRUE(widget_.Has(Role::kHeading, "The harbour opens"));
}

TEST_P(ArticlePage, EveryQuoteIsOnePassageThoughItsWordsAreSplit) {
  ASSERT_EQ(Passages().size(), 2U);
  EXPECT_EQ(Passages()[0]->name, "Speaker 0 speaks: “Words 0”");
  EXPECT_EQ(Passages()[1]->name, "Speaker 1 speaks: “Words 1”");
}

TEST_P(ArticlePage, PressingAPassageChoosesItsQuote) {
  EXPECT_TRUE(widget_.Press(Role::kToggle, "Speaker 1 speaks"));
  EXPECT_EQ(widget_->state().selected, 1U);
  EXPECT_TRUE(widget_.Find(Role::kToggle, "Speaker 1 speaks")->pressed);
  EXPECT_FALSE(widget_.Find(Role::kToggle, "Speaker 0 speaks")->pressed);
}

TEST_P(ArticlePage, ClickingTheWordsChoosesTheirQuote) {
  const Box box = widget_.Find(Role::kToggle, "Speaker 1 speaks")->box;
  widget_.Click(box.left + 20, box.top + box.height / 2);
  EXPECT_EQ(widget_->state().selected, 1U);
}

TEST_P(ArticlePage, ClickingWordsOfNoQuoteChoosesNothing) {
  widget_.Press(Role::kToggle, "Speaker 1 speaks");
  const SemanticsNode* text = widget_.Find(Role::kText, "The harbour opened");
  widget_.Click(text->box.left + 4, text->box.top + 8);
  EXPECT_EQ(widget_->state().selected, 1U);
}

TEST_P(ArticlePage, APassagesBoxLiesInItsParagraph) {
  const Box paragraph = widget_.Find(Role::kText, "“It smells")->box;
  const Box passage = Passages()[1]->box;
  EXPECT_GT(passage.left, paragraph.left);
  EXPECT_LT(passage.right(), paragraph.right());
  EXPECT_EQ(passage.top, paragraph.top);
}

TEST_P(ArticlePage, TheChosenWordsAreTintedMoreThanOthers) {
  EXPECT_TRUE(Draws(WithAlpha(ColorOf(0), 0.26F)));
  EXPECT_TRUE(Draws(WithAlpha(ColorOf(1), 0.12F)));
  EXPECT_FALSE(Draws(WithAlpha(ColorOf(1), 0.26F)));
}

TEST_P(ArticlePage, WhatAFilterHidesHasNoTint) {
  widget_.Press(Role::kToggle, "Speaker 0, ");
  EXPECT_FALSE(Draws(WithAlpha(ColorOf(1), 0.12F)));
  EXPECT_EQ(Passages().size(), 2U);
}

TEST_P(ArticlePage, TheChosenQuotesTimeIsUnderlinedInAmber) {
  const Box box = Passages()[0]->box;
  const auto& vertices = widget_->frame().vertices;
  EXPECT_TRUE(std::any_of(vertices.begin(), vertices.end(), [&box](const DrawVertex& vertex) {
    return vertex.color == GetTheme(ThemeName::kLight).time && box.Contains(vertex.x, vertex.y);
  }));
}

TEST_P(ArticlePage, WhatASearchFindsIsLit) {
  const Color lit = WithAlpha(GetTheme(ThemeName::kLight).time, 0.32F);
  EXPECT_FALSE(Draws(lit));
  widget_->Press("search", 0, "tar");
  widget_.Settle();
  EXPECT_TRUE(Draws(lit));
}

TEST_P(ArticlePage, WithoutATextItSaysSoAndListsItsQuotes) {
  widget_.Press(Role::kButton, "Next: Without a text");
  EXPECT_TRUE(widget_.Has(Role::kText, EnglishStrings().no_text));
  ASSERT_EQ(Passages().size(), 1U);
  EXPECT_TRUE(Passages()[0]->pressed);
}

TEST_P(ArticlePage, TheChosenQuotesDetailsStandBesideAWideText) {
  EXPECT_EQ(widget_->tree().FindId("words") != nullptr, GetParam() > 1000);
}

TEST_P(ArticlePage, ATextIsBrokenOnceForManyFrames) {
  widget_.Frame();
  const int breaks = widget_.typesetter().breaks;
  widget_.Frame();
  EXPECT_EQ(widget_.typesetter().breaks, breaks);
}

TEST_P(ArticlePage, ABandSaysWhatTheWholeSays) {
  const size_t nodes = widget_.nodes().size();
  const float height = widget_->content_height();
  for (float top = 0; top < height; top += 300) {
    widget_->Frame(widget_.now() + 16, top, 300);
    EXPECT_EQ(widget_->content_height(), height);
    EXPECT_EQ(widget_.nodes().size(), nodes);
  }
}

TEST_P(ArticlePage, IdsAreUniqueAndBoxesWithinTheWidget) {
  ShownWidget harbour(ReadStory("harbour"), GetParam());
  harbour.Press(Role::kTab, "Article");
  std::set<std::string> ids;
  for (const SemanticsNode& node : harbour.nodes()) {
    EXPECT_TRUE(ids.insert(node.id).second) << node.id;
    EXPECT_FALSE(node.name.empty()) << node.id;
    EXPECT_GE(node.box.left, 0) << node.id;
    EXPECT_LE(node.box.right(), GetParam() + 0.1F) << node.id;
    EXPECT_LE(node.box.bottom(), harbour->content_height()) << node.id;
  }
}

TEST_P(ArticlePage, SpansBeyondTheTextDoNoHarm) {
  Story story = TwoArticles();
  story.quotes[1].spans = {{static_cast<uint32_t>(kText.size()) - 3, 100'000}};
  ShownWidget widget(std::move(story), GetParam());
  widget.Press(Role::kTab, "Article");
  EXPECT_TRUE(widget.Press(Role::kToggle, "Speaker 1 speaks"));
}

}  // namespace
}  // namespace saywhen
