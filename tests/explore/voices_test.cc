#include "explore/voices.h"

#include <gtest/gtest.h>

#include <vector>

#include "explore/spoken_of.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

Story MakeStory() {
  StoryMaker maker(3);
  maker.Quote({{0}, "2001-03"}).Quote({{1}, "2001-05"}).Quote({{1}, "2002-01"}).Quote({{}, "2002"});
  Story story = maker.Take();
  story.quotes[0].text = "one two three four five six";
  story.quotes[1].text = "one two three";
  story.quotes[2].text = "one";
  story.quotes[3].text = "one two";
  return story;
}

std::vector<TimeExtent> Years() {
  return {KnownExtent(Edtf("2001")), KnownExtent(Edtf("2002")), KnownExtent(Edtf("2003"))};
}

TEST(ShareOfVoice, SpeakersStandByTheirWords) {
  const Story story = MakeStory();
  const VoiceShare share = ShareOfVoice(story, SpokenOf(story), AllQuotes(story), {});
  EXPECT_EQ(share.speakers, (std::vector<Index>{0, 1, kNone}));
  EXPECT_EQ(share.totals, (std::vector<Voice>{{1, 6}, {2, 4}, {1, 2}}));
  EXPECT_EQ(share.all, (Voice{4, 12}));
  EXPECT_TRUE(share.cells.empty());
}

TEST(ShareOfVoice, BinByBin) {
  const Story story = MakeStory();
  const VoiceShare share = ShareOfVoice(story, SpokenOf(story), AllQuotes(story), Years());
  EXPECT_EQ(share.cells, (std::vector<Voice>{{1, 6}, {1, 3}, {}, {}, {1, 1}, {1, 2}, {}, {}, {}}));
  EXPECT_EQ(share.Of(1, 2), (Voice{1, 2}));
  EXPECT_EQ(share.sums, (std::vector<Voice>{{2, 9}, {2, 3}, {}}));
}

TEST(ShareOfVoice, OnlyTheGivenQuotesCount) {
  const Story story = MakeStory();
  const Index some[] = {1, 99};
  const VoiceShare share = ShareOfVoice(story, SpokenOf(story), some, Years());
  EXPECT_EQ(share.speakers, (std::vector<Index>{1}));
  EXPECT_EQ(share.all, (Voice{1, 3}));
}

TEST(ShareOfVoice, WhatSeveralSayCountsForEach) {
  Story story = MakeStory();
  const Index first[] = {0};
  story.quotes[0].speakers = {2, 1};
  const VoiceShare share = ShareOfVoice(story, SpokenOf(story), first, {});
  EXPECT_EQ(share.speakers, (std::vector<Index>{1, 2}));
  EXPECT_EQ(share.totals, (std::vector<Voice>{{1, 6}, {1, 6}}));
  EXPECT_EQ(share.all, (Voice{1, 6}));
}

TEST(ShareOfVoice, TimesThatNoBinHoldsAreInTheTotalsOnly) {
  for (const char* said : {"2001/2002", "200X", "1999", "2004", "2003/..", "/2001", ""}) {
    StoryMaker maker(1);
    maker.Quote({{0}, said});
    const VoiceShare share =
        ShareOfVoice(maker.story(), SpokenOf(maker.story()), AllQuotes(maker.story()), Years());
    EXPECT_EQ(share.totals, (std::vector<Voice>{{1, 2}})) << said;
    EXPECT_EQ(share.cells, (std::vector<Voice>(3))) << said;
  }
}

TEST(ShareOfVoice, PublicationStandsInForWhenItWasSaid) {
  StoryMaker maker(1);
  maker.Published("2002-05-05").Quote({{0}});
  const VoiceShare share =
      ShareOfVoice(maker.story(), SpokenOf(maker.story()), AllQuotes(maker.story()), Years());
  EXPECT_EQ(share.Of(1, 0).quotes, 1U);
}

}  // namespace
}  // namespace saywhen
