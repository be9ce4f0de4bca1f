// Who is read where an article has been scrolled to.
#include "ui/reading_strip.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "shown_widget.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

// Quotes in three paragraphs with a long one between each.
Story LongArticle() {
  Story story = StoryMaker(3).Quote({{0}, "2023"}).Quote({{1}, "2024"}).Quote({{2}, "2025"}).Take();
  std::string text;
  for (Quote& quote : story.quotes) {
    const auto begin = static_cast<uint32_t>(text.size());
    text += quote.text;
    quote.spans = {{begin, static_cast<uint32_t>(text.size())}};
    text += "\n\n";
    for (int i = 0; i < 200; ++i) text += "Many other words. ";
    text += "\n\n";
  }
  story.articles[0].text = text;
  return story;
}

class Reading : public testing::TestWithParam<float> {
 protected:
  void SetUp() override { widget_.Press(Role::kTab, "Article"); }
  // Where a quote's passage begins.
  float TopOf(Index quote) {
    const std::string id = "passage-" + std::to_string(quote);
    for (const SemanticsNode& node : widget_.nodes()) {
      if (node.id == id) return node.box.top;
    }
    ADD_FAILURE() << "no " << id;
    return -1;
  }

  ShownWidget widget_{LongArticle(), GetParam()};
};

TEST_P(Reading, IsTheLastQuoteThatHasBegun) {
  for (Index quote = 0; quote < 3; ++quote) {
    const float top = TopOf(quote);
    EXPECT_EQ(widget_->QuoteReadAt(top), quote);
    EXPECT_EQ(widget_->QuoteReadAt(top + 120), quote);
    EXPECT_EQ(widget_->QuoteReadAt(top - 1), quote == 0 ? kNone : quote - 1);
  }
}

TEST_P(Reading, IsNothingAboveTheTextNorBelow) {
  EXPECT_EQ(widget_->QuoteReadAt(0), kNone);
  EXPECT_EQ(widget_->QuoteReadAt(TopOf(0) - 1), kNone);
  EXPECT_EQ(widget_->QuoteReadAt(widget_->content_height()), kNone);
}

TEST_P(Reading, IsNothingInOtherViews) {
  const float top = TopOf(1);
  widget_.Press(Role::kTab, "Timeline");
  EXPECT_EQ(widget_->QuoteReadAt(top), kNone);
}

TEST_P(Reading, IsALineAsWideAsTheWidgetThatChangesNothingElse) {
  const float height = widget_->content_height();
  const size_t nodes = widget_.nodes().size();
  widget_->ReadingFrame(1);
  EXPECT_EQ(widget_->frame().width, GetParam());
  EXPECT_EQ(widget_->frame().height, kReadingStripHeight);
  EXPECT_FALSE(widget_->frame().commands.empty());
  EXPECT_EQ(widget_->content_height(), height);
  EXPECT_EQ(widget_.nodes().size(), nodes);
}

INSTANTIATE_TEST_SUITE_P(WideAndNarrow, Reading, testing::Values(1120.0F, 390.0F));

}  // namespace
}  // namespace saywhen
