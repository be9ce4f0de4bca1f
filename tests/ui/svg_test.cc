#include "ui/svg.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "support/make_story.h"
#include "support/read_story.h"
#include "ui/shown_widget.h"

namespace saywhen {
namespace {

// Whether every tag is closed, in order: what is left of well-formedness when all names are ours.
bool IsBalanced(const std::string& svg) {
  std::vector<std::string> open;
  for (size_t at = svg.find('<'); at != std::string::npos; at = svg.find('<', at + 1)) {
    const size_t end = svg.find('>', at);
    if (end == std::string::npos) return false;
    const std::string tag = svg.substr(at + 1, end - at - 1);
    if (tag.ends_with('/')) continue;
    const std::string name = tag.substr(0, tag.find(' '));
    if (!name.starts_with('/')) {
      open.push_back(name);
    } else if (open.empty() || "/" + open.back() != name) {
      return false;
    } else {
      open.pop_back();
    }
  }
  return open.empty();
}

size_t Count(const std::string& text, const std::string& part) {
  size_t count = 0;
  for (size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++count;
  return count;
}

TEST(Svg, HoldsTheWordsAsText) {
  for (const float width : {390.0F, 1120.0F}) {
    ShownWidget widget(ReadStory("seed"), width);
    const std::string svg = widget->Svg({"A, sans-serif", "B, serif"});
    EXPECT_TRUE(IsBalanced(svg));
    EXPECT_NE(svg.find("Mark Rutte</text>"), std::string::npos);
    EXPECT_NE(svg.find("font-family=\"B, serif\""), std::string::npos);
    EXPECT_GT(Count(svg, "<rect"), 10U);
  }
}

TEST(Svg, IsAsTallAsTheWidgetHoweverLittleIsOnTheScreen) {
  ShownWidget widget(ReadStory("seed"), 1120);
  const auto height = static_cast<int>(widget->content_height());
  widget->Frame(5000, 0, 100);
  EXPECT_NE(widget->Svg({}).find("height=\"" + std::to_string(height) + "\""), std::string::npos);
}

TEST(Svg, NothingOfAStoryBecomesMarkup) {
  Story story = StoryMaker().Quote({{0}, "2025"}).Take();
  story.title = "</text><script>alert(1)</script> & \"x\" \x01";
  story.quotes[0].text = "]]><image href=\"http://example.org\"/>";
  ShownWidget widget(std::move(story), 1120);
  const std::string svg = widget->Svg({"\"><script>", ""});
  EXPECT_TRUE(IsBalanced(svg));
  EXPECT_EQ(Count(svg, "<script"), 0U);
  EXPECT_EQ(Count(svg, "<image"), 0U);
  EXPECT_EQ(svg.find('\x01'), std::string::npos);
}

TEST(Svg, LeavesTheWidgetAsItWas) {
  ShownWidget widget(ReadStory("seed"), 1120);
  const std::string tree = widget->tree().ToJson();
  widget->Svg({});
  EXPECT_EQ(widget->tree().ToJson(), tree);
  widget.Frame();
  EXPECT_FALSE(widget->frame().vertices.empty());
}

TEST(Card, HoldsNothingButTheQuote) {
  ShownWidget widget(ReadStory("seed"), 1120);
  const size_t vertices = widget->frame().vertices.size();
  widget->CardFrame(1200, 630, 1);
  EXPECT_EQ(widget->frame().width, 1200);
  EXPECT_EQ(widget->frame().height, 630);
  EXPECT_FALSE(widget->frame().vertices.empty());
  EXPECT_LT(widget->frame().vertices.size(), vertices);
}

}  // namespace
}  // namespace saywhen
