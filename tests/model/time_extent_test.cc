#include "model/time_extent.h"

#include <gtest/gtest.h>

#include "model/calendar.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

CivilMs Day(int64_t year, int month, int day) {
  return ToCivilMs({.year = year, .month = month, .day = day});
}

TEST(KnownExtent, IsWhatTheIntervalCanMean) {
  const struct {
    const char* edtf;
    TimeExtent expected;
  } kCases[] = {
      {"2025-02-13", {Day(2025, 2, 13), Day(2025, 2, 14)}},
      {"2025-02", {Day(2025, 2, 1), Day(2025, 3, 1)}},
      {"2024", {Day(2024, 1, 1), Day(2025, 1, 1)}},
      {"2010/2014", {Day(2010, 1, 1), Day(2015, 1, 1)}},
      {"198X", {Day(1980, 1, 1), Day(1990, 1, 1)}},
      {"-0330", {Day(-330, 1, 1), Day(-329, 1, 1)}},
      {"2025-02-12~", {Day(2025, 2, 12), Day(2025, 2, 13)}},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(KnownExtent(Edtf(test.edtf)), test.expected) << test.edtf;
}

TEST(KnownExtent, AnOpenOrUnknownEndIsOneUnitAway) {
  constexpr CivilMs kDay = kMsPerDay;
  const struct {
    const char* edtf;
    TimeExtent expected;
  } kCases[] = {
      {"2026/..", {Day(2026, 1, 1), Day(2027, 1, 1)}},
      {"../2011", {Day(2011, 1, 1), Day(2012, 1, 1)}},
      {"/2021", {Day(2021, 1, 1), Day(2022, 1, 1)}},
      {"2025-02-13/", {Day(2025, 2, 13), Day(2025, 2, 13) + kDay}},
      {"2025-02-13/..", {Day(2025, 2, 13), Day(2025, 2, 13) + kDay}},
  };
  for (const auto& test : kCases)
    EXPECT_EQ(KnownExtent(Edtf(test.edtf)), test.expected) << test.edtf;
}

// An axis subtracts and widens: nothing may come near the ends of the number's range.
TEST(MiddleOf, IsHalfWayThroughWhatIsKnown) {
  const TimeExtent day = KnownExtent(Edtf("2025-02-13"));
  EXPECT_EQ(MiddleOf(Edtf("2025-02-13")), day.begin + 12 * 3600 * 1000);
}

TEST(KnownExtent, LeavesRoomForArithmetic) {
  TimeInterval interval;
  for (const CivilMs far : {kDistantPast + 1, kDistantFuture - 2}) {
    interval.earliest = far;
    interval.latest = far + 1;
    const TimeExtent extent = KnownExtent(interval);
    EXPECT_LT(extent.begin, extent.end);
    EXPECT_GE(extent.begin, kDistantPast / 2);
    EXPECT_LE(extent.end, kDistantFuture / 2 + 1);
  }
}

TEST(KnownExtent, IsNeverEmpty) {
  TimeInterval instant;
  instant.earliest = instant.latest = 5;
  EXPECT_LT(KnownExtent(instant).begin, KnownExtent(instant).end);
  instant.earliest = kDistantPast;
  instant.latest = kDistantFuture;
  EXPECT_LT(KnownExtent(instant).begin, KnownExtent(instant).end);
}

TEST(WhenSaid, PrefersTheQuotesOwnTime) {
  StoryMaker maker;
  maker.Published("2025-02-14").Quote({{0}, "2025-02-13"}).Quote({{0}});
  const Story& story = maker.story();
  ASSERT_NE(WhenSaid(story, story.quotes[0]), nullptr);
  EXPECT_EQ(WhenSaid(story, story.quotes[0])->edtf, "2025-02-13");
  ASSERT_NE(WhenSaid(story, story.quotes[1]), nullptr);
  EXPECT_EQ(WhenSaid(story, story.quotes[1])->edtf, "2025-02-14");
}

TEST(WhenSaid, IsUnknownWithoutATimeOrAnArticle) {
  StoryMaker maker;
  Story story = maker.Quote({{0}}).Take();
  EXPECT_EQ(WhenSaid(story, story.quotes[0]), nullptr);
  story.quotes[0].article = kNone;
  EXPECT_EQ(WhenSaid(story, story.quotes[0]), nullptr);
}

}  // namespace
}  // namespace saywhen
