#include "explore/order.h"

#include <gtest/gtest.h>

#include <vector>

#include "explore/told_story.h"

namespace saywhen {
namespace {

using Indexes = std::vector<Index>;

Indexes Ordered(const Story& story, Order order) {
  return InOrder(story, order, InArticleOrder(story));
}

TEST(Order, ArticleByPlaceInTheText) {
  Story story = Tell({}, {{.article = 1}, {.article = 0}, {.article = 0}});
  story.quotes[0].spans = {{5, 9}};
  story.quotes[1].spans = {{30, 40}, {2, 3}};
  story.quotes[2].spans = {{10, 20}};
  EXPECT_EQ(InArticleOrder(story), (Indexes{2, 1, 0}));
}

TEST(Order, ArticleAsTheFileHasItWhenAPlaceIsUnknown) {
  Story story = Tell({}, {{.article = 1}, {.article = 0}, {.article = 0}});
  story.quotes[0].spans = {{5, 9}};
  story.quotes[1].spans = {{30, 40}};
  EXPECT_EQ(InArticleOrder(story), (Indexes{0, 1, 2}));
}

TEST(Order, SaidIsEarliestFirstAndUnknownLast) {
  const Story story = Tell({}, {{.said = "2025"},
                                {},
                                {.said = "-0330"},
                                {.said = "1969-12-31"},
                                {.said = "1970"},
                                {.said = "2025-01-01"}});
  EXPECT_EQ(Ordered(story, Order::kSaid), (Indexes{2, 3, 4, 0, 5, 1}));
}

TEST(Order, SaidFallsBackOnThePublication) {
  Story story = Tell({}, {{.said = "2025"}, {.article = 1}});
  story.articles[1].published = Edtf("2024");
  EXPECT_EQ(Ordered(story, Order::kSaid), (Indexes{1, 0}));
}

TEST(Order, AboutIsByTheEarliest) {
  Story story = Tell({}, {{}, {}, {}});
  story.quotes[1].about = {TimeOf("2020")};
  story.quotes[2].about = {TimeOf("2025"), TimeOf("1914")};
  EXPECT_EQ(Ordered(story, Order::kAbout), (Indexes{2, 1, 0}));
}

TEST(Order, SpeakersByTheirFoldedNames) {
  const Story story =
      Tell({{"zoe"}, {"Émile"}, {"Eva"}},
           {{}, {.speakers = {0}}, {.speakers = {2, 0}}, {.speakers = {1}}, {.speakers = {2}}});
  EXPECT_EQ(Ordered(story, Order::kSpeaker), (Indexes{3, 2, 4, 1, 0}));
}

TEST(Order, LongestFirst) {
  const Story story = Tell({}, {{.text = "a"}, {.text = "abc"}, {.text = ""}, {.text = "xyz"}});
  EXPECT_EQ(Ordered(story, Order::kLength), (Indexes{1, 3, 0, 2}));
}

}  // namespace
}  // namespace saywhen
