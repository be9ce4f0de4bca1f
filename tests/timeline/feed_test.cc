#include "timeline/feed.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "support/make_story.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

// "date 2025", "fold", "event 0", "quote 3": one word of each entry, to compare feeds by.
std::vector<std::string> Told(const std::vector<FeedEntry>& feed) {
  std::vector<std::string> told;
  for (const FeedEntry& entry : feed) {
    switch (entry.kind) {
      case FeedKind::kDate: {
        std::string text = "date " + (entry.when == nullptr ? "unknown" : entry.when->edtf);
        if (!entry.place.empty()) text += " in " + entry.place;
        told.push_back(text);
        break;
      }
      case FeedKind::kFold:
        told.emplace_back("fold");
        break;
      case FeedKind::kEvent:
        told.push_back("event " + std::to_string(entry.index));
        break;
      case FeedKind::kQuote:
        told.push_back("quote " + std::to_string(entry.index));
        break;
    }
  }
  return told;
}

std::vector<FeedEntry> FeedOf(const Story& story, const std::vector<Index>& quotes) {
  return BuildFeed(story, quotes, FindStretches(ExtentsOf(story, AllQuotes(story))));
}

std::vector<std::string> ToldOf(const StoryMaker& maker) {
  return Told(FeedOf(maker.story(), AllQuotes(maker.story())));
}

using Lines = std::vector<std::string>;

TEST(BuildFeed, OfNothingIsEmpty) { EXPECT_TRUE(ToldOf(StoryMaker()).empty()); }

TEST(BuildFeed, StandsInOrderOfTime) {
  StoryMaker maker;
  maker.Quote({{0}, "2025-02-13"}).Quote({{0}, "2025-02-11"}).Event("Between", "2025-02-12");
  EXPECT_EQ(ToldOf(maker),
            (Lines{"date 2025-02-11", "quote 1", "event 0", "date 2025-02-13", "quote 0"}));
}

TEST(BuildFeed, QuotesOfOneTimeKeepTheirOrderUnderOneHeading) {
  StoryMaker maker;
  maker.Quote({{0}, "2025-02-13"}).Quote({{0}, "2025-02-13"}).Quote({{0}, "2025-02-13"});
  const Story& story = maker.story();
  const std::vector<Index> order = {2, 0, 1};
  EXPECT_EQ(Told(FeedOf(story, order)),
            (Lines{"date 2025-02-13", "quote 2", "quote 0", "quote 1"}));
}

TEST(BuildFeed, EveryTimeHasOneHeading) {
  StoryMaker maker;
  maker.Quote({{0}, "2026-05"}).Quote({{0}, "2026-05-01"}).Quote({{0}, "2026-05"});
  EXPECT_EQ(ToldOf(maker),
            (Lines{"date 2026-05-01", "quote 1", "date 2026-05", "quote 0", "quote 2"}));
}

TEST(BuildFeed, FoldsTheLongEmptyTimes) {
  StoryMaker maker;
  maker.Quote({{0}, "1990-05-01"}).Quote({{0}, "2025-02-13"});
  const auto feed = FeedOf(maker.story(), AllQuotes(maker.story()));
  EXPECT_EQ(Told(feed),
            (Lines{"date 1990-05-01", "quote 0", "fold", "date 2025-02-13", "quote 1"}));
  EXPECT_GT(feed[2].folded.begin, KnownExtent(Edtf("1990-05-01")).begin);
  EXPECT_LT(feed[2].folded.end, KnownExtent(Edtf("2025-02-13")).end);
}

TEST(BuildFeed, AFoldTellsOfAllThatIsEmptyThere) {
  // Nothing that the feed shows lies in the stretch in the middle: only what words are about.
  StoryMaker maker;
  maker.Quote({{0}, "1900-05-01"});
  maker.Quote({{0}, "2025-02-13", {"1990-06-01", "1900-05-03", "1900-05-05"}});
  const Story& story = maker.story();
  const auto stretches = FindStretches(ExtentsOf(story, AllQuotes(story)));
  ASSERT_EQ(stretches.size(), 3U);
  const auto feed = FeedOf(story, AllQuotes(story));
  ASSERT_EQ(feed[2].kind, FeedKind::kFold);
  EXPECT_EQ(feed[2].folded, (TimeExtent{stretches[0].time.end, stretches[2].time.begin}));
}

TEST(BuildFeed, APlaceStandsInTheHeadingWhenItIsEveryQuotes) {
  const struct {
    const char* name;
    std::string_view first;
    std::string_view second;
    std::string expected;
  } kCases[] = {
      {"the same", "Brussels", "Brussels", "date 2025-02-13 in Brussels"},
      {"two", "Brussels", "Washington", "date 2025-02-13"},
      {"one without", "Brussels", "", "date 2025-02-13"},
      {"none", "", "", "date 2025-02-13"},
  };
  for (const auto& test : kCases) {
    StoryMaker maker;
    maker.Quote({{0}, "2025-02-13", {}, test.first}).Quote({{0}, "2025-02-13", {}, test.second});
    EXPECT_EQ(ToldOf(maker).front(), test.expected) << test.name;
  }
}

TEST(BuildFeed, UnknownTimesStandAtTheEnd) {
  StoryMaker maker;
  maker.Quote({{0}}).Quote({{0}, "2025-02-13"}).Quote({{0}});
  EXPECT_EQ(ToldOf(maker),
            (Lines{"date 2025-02-13", "quote 1", "date unknown", "quote 0", "quote 2"}));
}

TEST(BuildFeed, AnEventWithoutATimeIsLeftOut) {
  StoryMaker maker;
  maker.Event("Some time", "").Event("Then", "2025");
  EXPECT_EQ(ToldOf(maker), (Lines{"event 1"}));
}

TEST(BuildFeed, ShowsOnlyTheQuotesAskedFor) {
  StoryMaker maker;
  maker.Quote({{0}, "2025-02-13"}).Quote({{0}, "2025-02-14"});
  EXPECT_EQ(Told(FeedOf(maker.story(), {1})), (Lines{"date 2025-02-14", "quote 1"}));
}

}  // namespace
}  // namespace saywhen
