#include "model/story_part.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

template <typename Items>
std::string Ids(const Items& items) {
  std::string ids;
  for (const auto& item : items) ids += (ids.empty() ? "" : " ") + item.id;
  return ids;
}

// Six quotes 0 to 5 by six speakers; the odd ones stand in a second article.
Story MakeStory() {
  StoryMaker maker(6);
  for (Index i = 0; i < 6; ++i) maker.Quote({{i}});
  maker.Event("In the first", "2001").Event("In the second", "2002").Event("In none", "2003");
  Story story = maker.Take();
  story.articles.push_back(story.articles[0]);
  story.articles[1].id = "a1";
  for (Index i = 1; i < 6; i += 2) story.quotes[i].article = 1;
  story.events[0].article = 0;
  story.events[1].article = 1;
  return story;
}

TEST(Selected, QuotesStandOnceInTheStorysOrder) {
  const Index chosen[] = {5, 1, 5, 99};
  const Story part = Selected(MakeStory(), chosen);
  EXPECT_EQ(Ids(part.quotes), "1 5");
}

TEST(Selected, ArticlesAndSpeakersAreTheirs) {
  const Index chosen[] = {3, 5};
  const Story part = Selected(MakeStory(), chosen);
  EXPECT_EQ(Ids(part.articles), "a1");
  EXPECT_EQ(Ids(part.speakers), "s3 s5");
  EXPECT_EQ(part.quotes[1].article, 0U);
  EXPECT_EQ(part.quotes[1].speakers, (std::vector<Index>{1}));
}

TEST(Selected, AddresseesAndMentionsComeAlong) {
  Story story = MakeStory();
  story.quotes[4].more.Own().addressees = {0};
  story.quotes[4].more.Own().mentions = {2, 0};
  const Index chosen[] = {4};
  const Story part = Selected(story, chosen);
  EXPECT_EQ(Ids(part.speakers), "s0 s2 s4");
  EXPECT_EQ(part.quotes[0].speakers, (std::vector<Index>{2}));
  EXPECT_EQ(part.quotes[0].more->addressees, (std::vector<Index>{0}));
  EXPECT_EQ(part.quotes[0].more->mentions, (std::vector<Index>{1, 0}));
}

TEST(Selected, TheQuotesAroundComeAlong) {
  Story story = MakeStory();
  story.quotes[1].within = 3;
  story.quotes[3].within = 5;
  const Index chosen[] = {1};
  const Story part = Selected(story, chosen);
  EXPECT_EQ(Ids(part.quotes), "1 3 5");
  EXPECT_EQ(part.quotes[0].within, 1U);
  EXPECT_EQ(part.quotes[1].within, 2U);
  EXPECT_EQ(part.quotes[2].within, kNone);
  EXPECT_EQ(Ids(part.speakers), "s1 s3 s5");
}

TEST(Selected, ARingOfQuotesEnds) {
  Story story = MakeStory();
  story.quotes[1].within = 3;
  story.quotes[3].within = 1;
  const Index chosen[] = {1};
  EXPECT_EQ(Ids(Selected(story, chosen).quotes), "1 3");
}

TEST(Selected, EventsOfOtherArticlesGo) {
  const Index chosen[] = {1};
  const Story part = Selected(MakeStory(), chosen);
  ASSERT_EQ(part.events.size(), 2U);
  EXPECT_EQ(part.events[0].title, "In the second");
  EXPECT_EQ(part.events[0].article, 0U);
  EXPECT_EQ(part.events[1].title, "In none");
  EXPECT_EQ(part.events[1].article, kNone);
}

TEST(Selected, TheStorysOwnFieldsStay) {
  Story story = MakeStory();
  story.extra = R"("x":1)";
  const Story part = Selected(story, {});
  EXPECT_EQ(part.title, "A story");
  EXPECT_EQ(part.language, "en");
  EXPECT_EQ(part.extra, R"("x":1)");
  EXPECT_TRUE(part.quotes.empty() && part.articles.empty() && part.speakers.empty());
}

TEST(Selected, AllIsTheStory) {
  const Story story = MakeStory();
  const Story part = Selected(story, AllQuotes(story));
  EXPECT_EQ(Ids(part.quotes), Ids(story.quotes));
  EXPECT_EQ(Ids(part.articles), Ids(story.articles));
  EXPECT_EQ(Ids(part.speakers), Ids(story.speakers));
  EXPECT_EQ(Ids(part.events), Ids(story.events));
  for (size_t i = 0; i < story.quotes.size(); ++i) {
    EXPECT_EQ(part.quotes[i].speakers, story.quotes[i].speakers);
    EXPECT_EQ(part.quotes[i].article, story.quotes[i].article);
  }
}

}  // namespace
}  // namespace saywhen
