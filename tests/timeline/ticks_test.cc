#include "timeline/ticks.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

#include "model/calendar.h"
#include "support/make_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

constexpr double kYear = 365.2425 * static_cast<double>(kMsPerDay);

TEST(ChooseTickScale, IsTheFinestThatHasRoom) {
  const double kMinute = static_cast<double>(kMsPerMinute);
  const double kHour = static_cast<double>(kMsPerHour);
  const double kDay = static_cast<double>(kMsPerDay);
  const struct {
    double ms_for_100_pixels;
    TickScale expected;
  } kCases[] = {
      {1, {TickUnit::kMinute, 1}},
      {0.5 * kMinute, {TickUnit::kMinute, 1}},
      {2 * kMinute, {TickUnit::kMinute, 5}},
      {7 * kMinute, {TickUnit::kMinute, 15}},
      {18 * kMinute, {TickUnit::kMinute, 30}},
      {40 * kMinute, {TickUnit::kHour, 1}},
      {2 * kHour, {TickUnit::kHour, 3}},
      {4.5 * kHour, {TickUnit::kHour, 6}},
      {8 * kHour, {TickUnit::kHour, 12}},
      {13 * kHour, {TickUnit::kDay, 1}},
      {1.5 * kDay, {TickUnit::kDay, 2}},
      {3 * kDay, {TickUnit::kDay, 7}},
      {10 * kDay, {TickUnit::kMonth, 1}},
      {60 * kDay, {TickUnit::kMonth, 3}},
      {150 * kDay, {TickUnit::kMonth, 6}},
      {kYear, {TickUnit::kYear, 1}},
      {2.5 * kYear, {TickUnit::kYear, 2}},
      {6 * kYear, {TickUnit::kYear, 5}},
      {13 * kYear, {TickUnit::kYear, 10}},
      {130 * kYear, {TickUnit::kYear, 100}},
      {1300 * kYear, {TickUnit::kYear, 1000}},
      {7e8 * kYear, {TickUnit::kYear, 500'000'000}},
  };
  for (const auto& test : kCases) {
    const TickScale scale = ChooseTickScale(test.ms_for_100_pixels / 100, 100);
    EXPECT_EQ(static_cast<int>(scale.unit), static_cast<int>(test.expected.unit))
        << test.ms_for_100_pixels;
    EXPECT_EQ(scale.step, test.expected.step) << test.ms_for_100_pixels;
  }
}

TimeAxis::Piece PieceOf(CivilTime from, CivilTime to, float width) {
  return {{ToCivilMs(from), ToCivilMs(to)}, 100, 100 + width, false};
}

std::string Written(CivilMs at) {
  const CivilTime t = FromCivilMs(at);
  const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
  std::string text = std::to_string(t.year);
  if (t.month != 1 || t.day != 1 || t.hour != 0 || t.minute != 0) text += "-" + two(t.month);
  if (t.day != 1 || t.hour != 0 || t.minute != 0) text += "-" + two(t.day);
  if (t.hour != 0 || t.minute != 0) text += "T" + two(t.hour) + ":" + two(t.minute);
  return text;
}

std::vector<std::string> TicksOf(const TimeAxis::Piece& piece) {
  std::vector<std::string> written;
  for (const Tick& tick : PlaceTicks(piece, 100)) written.push_back(Written(tick.at));
  return written;
}

TEST(PlaceTicks, StandAtRoundTimes) {
  using Names = std::vector<std::string>;
  const struct {
    const char* name;
    CivilTime from;
    CivilTime to;
    float width;
    Names expected;
  } kCases[] = {
      {"minutes",
       {2025, 2, 13, 18, 4},
       {2025, 2, 13, 18, 17},
       400,
       {"2025-02-13T18:05", "2025-02-13T18:10", "2025-02-13T18:15"}},
      {"hours over midnight",
       {2025, 2, 13, 22, 30},
       {2025, 2, 14, 1, 30},
       450,
       {"2025-02-13T23:00", "2025-02-14", "2025-02-14T01:00"}},
      {"days over a month's end",
       {2025, 2, 27},
       {2025, 3, 2},
       300,
       {"2025-02-27", "2025-02-28", "2025-03", "2025-03-02"}},
      {"days over a leap month's end",
       {2024, 2, 28},
       {2024, 3, 2},
       300,
       {"2024-02-28", "2024-02-29", "2024-03", "2024-03-02"}},
      {"weeks begin again with the month",
       {2025, 1, 20},
       {2025, 2, 10},
       300,
       {"2025-01-22", "2025-02", "2025-02-08"}},
      {"months over the new year",
       {2024, 11, 15},
       {2025, 2, 15},
       300,
       {"2024-12", "2025", "2025-02"}},
      {"quarters", {2024, 2, 1}, {2025, 1, 2}, 400, {"2024-04", "2024-07", "2024-10", "2025"}},
      {"years", {2013, 6, 1}, {2016, 6, 1}, 300, {"2014", "2015", "2016"}},
      {"decades", {1927, 1, 1}, {1955, 1, 1}, 300, {"1930", "1940", "1950"}},
      {"centuries", {1650, 1, 1}, {1999, 1, 1}, 400, {"1700", "1800", "1900"}},
      {"over the year 0", {-150, 1, 1}, {150, 1, 1}, 300, {"-100", "0", "100"}},
      {"before our era", {-331, 6, 1}, {-329, 6, 1}, 200, {"-330", "-329"}},
      {"the ice age", {-15500, 1, 1}, {-12400, 1, 1}, 310, {"-15000", "-14000", "-13000"}},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(TicksOf(PieceOf(test.from, test.to, test.width)), test.expected) << test.name;
  }
}

// A day that no week of a month begins with is no tick, even where a piece begins with it.
TEST(PlaceTicks, AMonthsOddDaysAreNoTicks) {
  EXPECT_EQ(TicksOf(PieceOf({2025, 1, 29}, {2025, 2, 20}, 400)),
            (std::vector<std::string>{"2025-02", "2025-02-08", "2025-02-15"}));
}

TEST(PlaceTicks, AShortPieceBetweenRoundTimesHasOneTick) {
  EXPECT_EQ(TicksOf(PieceOf({2024, 7, 16}, {2024, 7, 21}, 110)),
            (std::vector<std::string>{"2024-07-17"}));
}

TEST(PlaceTicks, OnlyTheFirstOfAPieceIsMarkedFirst) {
  const auto ticks = PlaceTicks(PieceOf({2013, 6, 1}, {2020, 6, 1}, 700), 100);
  ASSERT_GT(ticks.size(), 2U);
  for (size_t i = 0; i < ticks.size(); ++i) EXPECT_EQ(ticks[i].first, i == 0);
}

TEST(PlaceTicks, AFoldOrNoWidthHasNone) {
  TimeAxis::Piece piece = PieceOf({2013, 1, 1}, {2020, 1, 1}, 700);
  piece.fold = true;
  EXPECT_TRUE(PlaceTicks(piece, 100).empty());
  EXPECT_TRUE(PlaceTicks(PieceOf({2013, 1, 1}, {2020, 1, 1}, 0.5F), 100).empty());
}

TEST(PlaceTicks, TakesTheFarPastAndFuture) {
  const TimeAxis::Piece piece{{kDistantPast / 2, kDistantFuture / 2}, 0, 900, false};
  EXPECT_FALSE(PlaceTicks(piece, 100).empty());
}

// The least distance of two ticks, against what was asked for.
float LeastPart(TickUnit unit) {
  switch (unit) {
    case TickUnit::kYear:
      return 0.62F;
    case TickUnit::kMonth:
      return 0.75F * 0.9F;  // February is shorter
    case TickUnit::kDay:
      return 0.5F;  // the last days of a month are half a step
    case TickUnit::kHour:
    case TickUnit::kMinute:
      return 1.24F;
  }
  return 1;
}

TEST(PlaceTicks, GrowWithinThePieceAndKeepTheirDistance) {
  SAYWHEN_TRACE_SEED();
  std::mt19937_64 random(Seed());
  constexpr float kSpacing = 80;
  for (int round = 0; round < 500; ++round) {
    const auto begin =
        static_cast<CivilMs>(random() >> (8 + random() % 40)) * (random() % 2 == 0 ? 1 : -1);
    const auto length = static_cast<CivilMs>(random() >> (8 + random() % 36)) + kMsPerMinute;
    const TimeAxis::Piece piece{{begin, begin + length}, 50, 950, false};
    SCOPED_TRACE(testing::Message() << "from " << begin << " for " << length);
    const auto ticks = PlaceTicks(piece, kSpacing);
    ASSERT_LE(ticks.size(), 3 * 900 / static_cast<size_t>(kSpacing));
    for (size_t i = 0; i < ticks.size(); ++i) {
      EXPECT_GE(ticks[i].at, piece.time.begin);
      EXPECT_LE(ticks[i].at, piece.time.end);
      EXPECT_GE(ticks[i].x, piece.left);
      EXPECT_LE(ticks[i].x, piece.right + 0.01F);
      if (i == 0) continue;
      ASSERT_GT(ticks[i].at, ticks[i - 1].at);
      EXPECT_GE(ticks[i].x - ticks[i - 1].x, kSpacing * LeastPart(ticks[i].unit));
    }
  }
}

}  // namespace
}  // namespace saywhen
