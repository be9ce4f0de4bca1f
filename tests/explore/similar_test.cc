#include "explore/similar.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "explore/told_story.h"

namespace saywhen {
namespace {

using Indexes = std::vector<Index>;

Indexes Versions(const Story& story, Index quote) {
  SearchIndex index(&story);
  index.Build(10'000);
  return OtherVersions(story, index, quote);
}

constexpr std::string_view kWords = "We will not give up one inch of our land.";

TEST(OtherVersions, AreInOtherArticles) {
  const Story story =
      Tell({}, {{.text = kWords}, {.text = kWords}, {.text = kWords, .article = 1}});
  EXPECT_EQ(Versions(story, 0), (Indexes{2}));
  EXPECT_EQ(Versions(story, 2), (Indexes{0, 1}));
}

TEST(OtherVersions, AreOfTheSameOrAnUnknownSpeaker) {
  const Story story = Tell({{"A"}, {"B"}}, {{.text = kWords, .speakers = {0}},
                                            {.text = kWords, .speakers = {1}, .article = 1},
                                            {.text = kWords, .article = 1},
                                            {.text = kWords, .speakers = {1, 0}, .article = 1}});
  EXPECT_EQ(Versions(story, 0), (Indexes{2, 3}));
}

TEST(OtherVersions, HoldThreeFifthsOfTheShorterOne) {
  const Story story = Tell({}, {{.text = "one two three four five six seven"},
                                {.text = "ONE two, three four five, and more", .article = 1},
                                {.text = "one two three four xxx six seven", .article = 1},
                                {.text = "five six seven one two three four", .article = 1}});
  EXPECT_EQ(Versions(story, 0), (Indexes{1, 3}));
}

TEST(OtherVersions, MayBeCutOutOfALongOne) {
  std::string speech;
  for (int i = 0; i < 200; ++i) speech += "word" + std::to_string(i) + " ";
  const Story story =
      Tell({}, {{.text = speech}, {.text = "word50 word51 word52 word53 word54", .article = 1}});
  EXPECT_EQ(Versions(story, 0), (Indexes{1}));
  EXPECT_EQ(Versions(story, 1), (Indexes{0}));
}

TEST(OtherVersions, AreBestFirst) {
  const Story story = Tell({}, {{.text = "a b c d e f g h"},
                                {.text = "a b c d e f x y", .article = 1},
                                {.text = "A, b, c; d e f g h!", .article = 1}});
  EXPECT_EQ(Versions(story, 0), (Indexes{2, 1}));
}

TEST(OtherVersions, AreOfFiveWordsAtLeast) {
  const Story story = Tell({}, {{.text = "one two three four"},
                                {.text = "one two three four", .article = 1},
                                {.text = "one two three four five", .article = 1},
                                {.text = "one two three four five", .article = 0}});
  EXPECT_EQ(Versions(story, 0), Indexes{});
  EXPECT_EQ(Versions(story, 2), (Indexes{3}));
}

TEST(OtherVersions, AreOfTheTextAlone) {
  const Story story = Tell({}, {{.text = kWords}, {.article = 1, .prompt = kWords}});
  EXPECT_EQ(Versions(story, 0), Indexes{});
}

TEST(OtherVersions, InChineseToo) {
  const Story story = Tell({}, {{.text = "我们永远不会放弃土地", .language = "zh"},
                                {.text = "“我们永远不会放弃。”", .article = 1, .language = "zh"}});
  EXPECT_EQ(Versions(story, 0), (Indexes{1}));
}

TEST(OtherVersions, AreAtMostEight) {
  const Story story = Tell({}, {{.text = kWords}, {.text = kWords, .article = 1}});
  Story many = story;
  for (int i = 0; i < 30; ++i) many.quotes.push_back(many.quotes[1]);
  EXPECT_EQ(Versions(many, 0).size(), kMostVersions);
}

TEST(OtherVersions, NoneBeforeTheIndexIsDone) {
  const Story story = Tell({}, {{.text = kWords}, {.text = kWords, .article = 1}});
  const SearchIndex index(&story);
  EXPECT_TRUE(OtherVersions(story, index, 0).empty());
}

}  // namespace
}  // namespace saywhen
