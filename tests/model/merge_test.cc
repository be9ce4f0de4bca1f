#include "model/merge.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "people.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

// One article at https://a/<article>, with these quotes "id text" by one speaker.
Story StoryWith(const std::string& article, const std::vector<std::string>& quotes) {
  StoryMaker maker(1);
  for (size_t i = 0; i < quotes.size(); ++i) maker.Quote({{0}, "2025"});
  Story story = maker.Take();
  story.articles[0].id = article;
  story.articles[0].url = "https://a/" + article;
  for (size_t i = 0; i < quotes.size(); ++i) {
    const size_t blank = quotes[i].find(' ');
    story.quotes[i].id = quotes[i].substr(0, blank);
    story.quotes[i].text = quotes[i].substr(blank + 1);
  }
  return story;
}

TEST(MergeInto, ReplaceMakesTheNewerStoryAllThereIs) {
  Story story = StoryWith("a", {"q1 one", "q2 two", "q3 three"});
  const MergeReport report =
      MergeInto(&story, StoryWith("a", {"q4 four", "q3 three", "q1 ONE"}), MergeMode::kReplace);
  EXPECT_EQ(Quotes(story), "q4 four; q3 three; q1 ONE");
  EXPECT_EQ(report.added, (Indexes{0}));
  EXPECT_EQ(report.changed, (Indexes{2}));
  EXPECT_EQ(report.removed, 1U);
  EXPECT_EQ(Problems(report.diagnostics), "");
}

TEST(MergeInto, AddKeepsWhatTheNewerStoryDoesNotHave) {
  Story story = StoryWith("a", {"q1 one", "q2 two", "q3 three"});
  const MergeReport report =
      MergeInto(&story, StoryWith("a", {"q4 four", "q3 three", "q1 ONE"}), MergeMode::kAdd);
  EXPECT_EQ(Quotes(story), "q1 ONE; q2 two; q3 three; q4 four");
  EXPECT_EQ(report.added, (Indexes{3}));
  EXPECT_EQ(report.changed, (Indexes{0}));
  EXPECT_EQ(report.removed, 0U);
  EXPECT_EQ(story.articles.size(), 1U);
  EXPECT_EQ(story.speakers.size(), 1U);
  EXPECT_EQ(Problems(report.diagnostics), "replaced /quotes/2/id\n");
}

TEST(MergeInto, TheSameStoryChangesNothing) {
  for (const MergeMode mode : {MergeMode::kReplace, MergeMode::kAdd}) {
    Story story = StoryWith("a", {"q1 one", "q2 two"});
    story.speakers.push_back(Named("SPEAKER 0"));
    story.speakers[1].id = "s1";
    story.quotes[1].speakers = {1};
    story.quotes[1].within = 0;
    const Story same = story;
    for (int round = 0; round < 2; ++round) {
      const MergeReport report = MergeInto(&story, same, mode);
      EXPECT_TRUE(report.added.empty() && report.changed.empty() && report.removed == 0);
      EXPECT_EQ(story.speakers.size(), 1U);
      EXPECT_EQ(story.quotes.size(), 2U);
      EXPECT_EQ(Problems(report.diagnostics), "");
    }
  }
}

TEST(MergeInto, TellsEveryChangeButThatOfThePlace) {
  const Story old = StoryWith("a", {"q0 zero", "q1 one"});
  const auto changed = [&](auto change) {
    Story newer = old;
    change(&newer.quotes[1]);
    Story story = old;
    return !MergeInto(&story, std::move(newer), MergeMode::kAdd).changed.empty();
  };
  EXPECT_TRUE(changed([](Quote* q) { q->type = QuoteType::kMixed; }));
  EXPECT_TRUE(changed([](Quote* q) { q->speakers.clear(); }));
  EXPECT_TRUE(changed([](Quote* q) { q->said.reset(); }));
  EXPECT_TRUE(changed([](Quote* q) { q->said->basis = Basis::kStated; }));
  EXPECT_TRUE(changed([](Quote* q) { q->about.push_back(TimeOf("2020")); }));
  EXPECT_TRUE(changed([](Quote* q) { q->more.Own().mentions = {0}; }));
  EXPECT_TRUE(changed([](Quote* q) { q->within = 0; }));
  EXPECT_TRUE(changed([](Quote* q) { q->confidence = 0.5F; }));
  EXPECT_TRUE(changed([](Quote* q) { q->tags = {"x"}; }));
  EXPECT_TRUE(changed([](Quote* q) { q->more.Own().note = "x"; }));
  EXPECT_FALSE(changed([](Quote* q) { q->spans = {{1, 2}}; }));
  EXPECT_FALSE(changed([](Quote* q) { q->selector.Own().prefix = "x"; }));
  EXPECT_FALSE(changed([](Quote*) {}));
}

TEST(MergeInto, AddRenumbersTheNewerStory) {
  Story story = StoryWith("a", {"q1 one", "q2 two"});
  Story newer = StoryWith("b", {"r1 un", "r2 deux"});
  newer.speakers[0] = Named("Else");
  newer.speakers[0].id = "else";
  newer.quotes[1].within = 0;
  newer.quotes[1].more.Own().mentions = {0};
  newer.events.resize(1);
  newer.events[0].title = "It happens";
  newer.events[0].article = 0;
  MergeInto(&story, std::move(newer), MergeMode::kAdd);
  const Quote& quote = story.quotes[3];
  EXPECT_EQ(quote.article, 1U);
  EXPECT_EQ(quote.within, 2U);
  EXPECT_EQ(quote.speakers, (Indexes{1}));
  EXPECT_EQ(quote.more->mentions, (Indexes{1}));
  EXPECT_EQ(story.events[0].article, 1U);
}

TEST(MergeInto, QuotesOfOtherArticlesWithTheSameIdGetAnother) {
  Story story = StoryWith("a", {"q1 one", "q1-2 two"});
  const MergeReport report =
      MergeInto(&story, StoryWith("b", {"q1 un", "q1-3 trois"}), MergeMode::kAdd);
  EXPECT_EQ(Quotes(story), "q1 one; q1-2 two; q1-4 un; q1-3 trois");
  EXPECT_EQ(report.added, (Indexes{2, 3}));
  EXPECT_EQ(Problems(report.diagnostics), "id-clash /quotes/0/id\n");
}

TEST(MergeInto, AQuoteThatMovedToAnotherArticleIsTheSame) {
  Story story = StoryWith("a", {"q1 one"});
  const MergeReport report = MergeInto(&story, StoryWith("b", {"q1 one"}), MergeMode::kAdd);
  EXPECT_EQ(Quotes(story), "q1 one");
  EXPECT_EQ(report.changed, (Indexes{0}));
  EXPECT_EQ(story.quotes[0].article, 1U);
}

TEST(MergeInto, OtherArticlesWithTheSameIdGetAnother) {
  struct Case {
    const char* url;
    const char* headline;
    const char* text;
    bool same;
  };
  const Case cases[] = {
      {"https://a/1", "Other", "Other", true},
      {"https://a/2", "Headline", "Text", false},
      {"", "Other", "Other", false},
      {"", "Headline", "Other", true},
      {"", "Other", "Text", true},
      {"", "", "", true},
  };
  for (const Case& c : cases) {
    Story story = StoryWith("1", {"q1 one"});
    story.articles[0].headline = "Headline";
    story.articles[0].text = "Text";
    Story newer = StoryWith("1", {"q1 un"});
    newer.articles[0].url = c.url;
    newer.articles[0].headline = c.headline;
    newer.articles[0].text = c.text;
    const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
    EXPECT_EQ(story.articles.size(), c.same ? 1U : 2U) << c.url << c.headline;
    EXPECT_EQ(Quotes(story), c.same ? "q1 un" : "q1 one; q1-2 un") << c.url << c.headline;
    const bool otherwise = *c.headline != '\0' && (c.headline != std::string_view("Headline") ||
                                                   c.text != std::string_view("Text"));
    const std::string replaced =
        std::string(otherwise ? "replaced /articles/0/id\n" : "") + "replaced /quotes/0/id\n";
    EXPECT_EQ(Problems(report.diagnostics),
              c.same ? replaced : "id-clash /articles/0/id\nid-clash /quotes/0/id\n");
  }
}

TEST(MergeInto, WhatTheNewerArticleLacksStays) {
  Story story = StoryWith("a", {"q1 one"});
  story.articles[0].headline = "Headline";
  story.articles[0].text = "So: one.";
  story.articles[0].published = Edtf("2025");
  Story newer = StoryWith("a", {"q1 one"});
  newer.articles[0].headline = "Newer";
  MergeInto(&story, std::move(newer), MergeMode::kAdd);
  EXPECT_EQ(story.articles[0].headline, "Newer");
  EXPECT_EQ(story.articles[0].text, "So: one.");
  EXPECT_TRUE(story.articles[0].published.has_value());
}

TEST(MergeInto, OtherSpeakersWithTheSameIdGetAnother) {
  Story story = StoryWith("a", {"q1 one"});
  Story newer = StoryWith("b", {"q2 two"});
  story.speakers[0].name = "Ada";
  newer.speakers[0].name = "Bob";
  const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
  EXPECT_EQ(Names(story), "Ada; Bob");
  EXPECT_EQ(story.speakers[1].id, "s0-2");
  EXPECT_EQ(story.quotes[1].speakers, (Indexes{1}));
  EXPECT_EQ(Problems(report.diagnostics), "id-clash /speakers/0/id\n");
}

TEST(MergeInto, InANewerStateOfAnArticleASpeakerMayGetAName) {
  Story story = StoryWith("a", {"q1 one"});
  Story newer = StoryWith("a", {"q1 one"});
  story.speakers[0].name = "An official";
  newer.speakers[0].name = "Bob";
  const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
  EXPECT_EQ(Names(story), "Bob = An official");
  EXPECT_TRUE(report.changed.empty());
}

TEST(MergeInto, SpeakersOfBothAreUnified) {
  Story story = StoryWith("a", {"q1 one"});
  Story newer = StoryWith("b", {"q2 two"});
  story.speakers[0].name = newer.speakers[0].name = "Ada";
  newer.speakers[0].id = "ada";
  const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
  EXPECT_EQ(report.unified, 1U);
  EXPECT_EQ(story.quotes[1].speakers, (Indexes{0}));
}

TEST(MergeInto, EventsAreAddedReplacedAndParted) {
  Story story = StoryMaker(1).Event("Storm", "2001").Event("Flood", "2002").Take();
  Story newer = StoryMaker(1).Event("Storm", "2003").Event("Quake", "2004").Take();
  story.articles[0].url = "https://a/1";
  newer.articles[0].url = "https://a/2";
  const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
  ASSERT_EQ(story.events.size(), 3U);
  EXPECT_EQ(story.events[0].when->when.edtf, "2003");
  EXPECT_EQ(story.events[2].title, "Quake");
  EXPECT_EQ(story.events[2].id, "1-2");
  EXPECT_EQ(Problems(report.diagnostics),
            "id-clash /articles/0/id\nid-clash /events/1/id\nreplaced /events/0/id\n");
}

TEST(MergeInto, PlacesFollowWhenTheTextChangesElsewhere) {
  Story story = StoryWith("a", {"q1 one", "q2 two", "q3 three"});
  story.articles[0].text = "one two three";
  story.quotes[0].spans = {{0, 3}};
  story.quotes[1].spans = {{4, 7}};
  story.quotes[2].spans = {{8, 13}};
  story.quotes[2].mention.Own().span = {0, 3};
  Story newer = StoryWith("a", {"q4 four"});
  newer.articles[0].text = "one zwei and three";
  const MergeReport report = MergeInto(&story, std::move(newer), MergeMode::kAdd);
  EXPECT_EQ(story.quotes[0].spans, (std::vector<TextSpan>{{0, 3}}));
  EXPECT_TRUE(story.quotes[1].spans.empty());
  EXPECT_EQ(story.quotes[2].spans, (std::vector<TextSpan>{{13, 18}}));
  EXPECT_EQ(story.quotes[2].mention->span, (TextSpan{0, 3}));
  EXPECT_EQ(Problems(report.diagnostics), "replaced /articles/0/id\nspan-lost /quotes/1/span\n");
}

TEST(MergeInto, AnIdTwiceInTheNewerStoryIsAClash) {
  Story story = StoryWith("a", {"q1 one"});
  const MergeReport report =
      MergeInto(&story, StoryWith("a", {"q1 one", "q1 two"}), MergeMode::kAdd);
  EXPECT_EQ(Quotes(story), "q1 one; q1-2 two");
  EXPECT_EQ(Problems(report.diagnostics), "id-clash /quotes/1/id\n");
}

TEST(MergeInto, IntoNothing) {
  for (const MergeMode mode : {MergeMode::kReplace, MergeMode::kAdd}) {
    Story story;
    const MergeReport report = MergeInto(&story, StoryWith("a", {"q1 one"}), mode);
    EXPECT_EQ(Quotes(story), "q1 one");
    EXPECT_EQ(story.title, "A story");
    EXPECT_EQ(report.added, (Indexes{0}));
  }
}

}  // namespace
}  // namespace saywhen
