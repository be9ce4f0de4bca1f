#include "timeline/time_axis.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <string_view>
#include <vector>

#include "model/calendar.h"
#include "support/make_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

constexpr float kLeft = 200;
constexpr float kWidth = 900;

std::vector<TimeExtent> ExtentsOf(std::initializer_list<std::string_view> times) {
  std::vector<TimeExtent> extents;
  for (const std::string_view time : times) extents.push_back(KnownExtent(Edtf(time)));
  return extents;
}

std::vector<Stretch> StretchesOf(std::initializer_list<std::string_view> times) {
  return FindStretches(ExtentsOf(times));
}

// What the seed story puts on its axis.
std::vector<Stretch> SeedStretches() {
  return StretchesOf({"2025-02-13", "2025-02-12", "2025-02-12~", "2025-02-13/..", "2010/2014",
                      "2014", "2014-09/2015-02", "2024-07-09/2024-07-11"});
}

TEST(FindStretches, FoldsOnlyLongEmptyTimes) {
  const struct {
    const char* name;
    std::initializer_list<std::string_view> times;
    size_t expected;
  } kCases[] = {
      {"nothing", {}, 0},
      {"one day", {"2025-02-13"}, 1},
      {"one time, often", {"2025-02-13", "2025-02-13", "2025-02-13"}, 1},
      {"evenly spread years", {"2001", "2003", "2005", "2007", "2009"}, 1},
      {"evenly spread days, years apart",
       {"2001-01-01", "2003-01-01", "2005-01-01", "2007-01-01"},
       1},
      {"three days, evenly, years apart", {"2001-01-01", "2003-01-01", "2005-01-01"}, 1},
      {"what touches", {"2001", "2002", "2003"}, 1},
      {"a short gap after long things", {"1900/1920", "1960/1980"}, 1},
      {"two days, years apart", {"1990-05-01", "2025-02-13"}, 2},
      {"the seed story's times",
       {"2025-02-13", "2025-02-12", "2010/2014", "2014", "2014-09/2015-02",
        "2024-07-09/2024-07-11"},
       3},
      {"an ice age and a week", {"Y-15000", "2026-05-09", "2026-05-11"}, 2},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(StretchesOf(test.times).size(), test.expected) << test.name;
  }
}

TEST(FindStretches, OrderOfInputDoesNotMatter) {
  EXPECT_EQ(StretchesOf({"2025-02-13", "1990-05-01", "1990-05-02"}),
            StretchesOf({"1990-05-01", "1990-05-02", "2025-02-13"}));
}

TEST(FindStretches, HoldsEverythingWithRoomAtTheEnds) {
  const auto extents = ExtentsOf({"2025-02-13", "2010/2014", "2024-07-09/2024-07-11"});
  const auto stretches = FindStretches(extents);
  for (const TimeExtent& extent : extents) {
    EXPECT_TRUE(std::any_of(stretches.begin(), stretches.end(), [&](const Stretch& stretch) {
      return stretch.time.begin < extent.begin && extent.end < stretch.time.end;
    }));
  }
}

TEST(FindStretches, FoldsAtMostTheMostAllowed) {
  // Each gap is ten times the one before it.
  std::vector<TimeExtent> extents;
  CivilMs at = 0;
  CivilMs gap = 1000;
  for (int i = 0; i < 14; ++i) {
    extents.push_back({at, at + 1});
    at += gap;
    gap *= 10;
  }
  EXPECT_EQ(FindStretches(extents).size(), static_cast<size_t>(kMaxFolds) + 1);
}

TEST(FindStretches, AreSortedApartAndNeverEmpty) {
  SAYWHEN_TRACE_SEED();
  std::mt19937_64 random(Seed());
  for (int round = 0; round < 300; ++round) {
    std::vector<TimeExtent> extents;
    const int count = 1 + static_cast<int>(random() % 30);
    for (int i = 0; i < count; ++i) {
      // Lengths and places of every magnitude.
      const auto begin =
          static_cast<CivilMs>(random() >> (3 + random() % 60)) * (random() % 2 == 0 ? 1 : -1);
      const auto length = static_cast<CivilMs>(random() >> (5 + random() % 58)) + 1;
      extents.push_back({begin, begin + length});
    }
    const auto stretches = FindStretches(extents);
    ASSERT_FALSE(stretches.empty());
    for (size_t i = 0; i < stretches.size(); ++i) {
      EXPECT_LT(stretches[i].time.begin, stretches[i].time.end);
      EXPECT_GT(stretches[i].weight, 0);
      if (i > 0) {
        EXPECT_GT(stretches[i].time.begin, stretches[i - 1].time.end);
      }
    }
  }
}

// All the time that a story may name, in one stretch: no sum or difference may overflow (UBSan).
TEST(FindStretches, TakesTheFarPastAndFuture) {
  TimeInterval all;
  all.earliest = kDistantPast + 1;
  all.latest = kDistantFuture - 1;
  TimeInterval past = all;
  past.latest = past.earliest + 1;
  TimeInterval future = all;
  future.earliest = future.latest - 1;
  const struct {
    const char* name;
    std::vector<TimeExtent> extents;
  } kCases[] = {
      {"one long", {KnownExtent(all)}},
      {"two far apart", {KnownExtent(past), KnownExtent(future)}},
      {"the far past and a day", {KnownExtent(past), KnownExtent(Edtf("2025-02-13"))}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    const auto stretches = FindStretches(test.extents);
    ASSERT_FALSE(stretches.empty());
    const TimeAxis axis(stretches, {}, kLeft, kWidth);
    EXPECT_LT(axis.XAt(test.extents.front().begin), axis.XAt(test.extents.back().end));
    EXPECT_GT(SmallestViewport(stretches), 0);
  }
}

struct View {
  const char* name;
  std::vector<Stretch> stretches;
  Viewport viewport;
};

std::vector<View> Views() {
  const auto seed = SeedStretches();
  const auto one = StretchesOf({"2025-02-13"});
  const auto ages = StretchesOf({"Y-15000", "-0330", "1934", "1998", "2026-05-09", "2026-05-11"});
  return {
      {"one stretch", one, {}},
      {"one stretch, zoomed", one, {0.25, 0.5}},
      {"three stretches", seed, {}},
      {"three stretches, zoomed", seed, {0.2, 0.6}},
      {"only the end", seed, {0.9, 1}},
      {"an edge in a fold",
       seed,
       {seed[0].weight / (seed[0].weight + seed[1].weight + seed[2].weight), 0.9}},
      {"ages", ages, {}},
      {"ages, zoomed far in", ages, {0.3, 0.3 + 1e-6}},
  };
}

TEST(TimeAxis, PiecesCoverItWithoutGapsOrOverlaps) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    ASSERT_FALSE(axis.pieces().empty());
    EXPECT_NEAR(axis.pieces().front().left, axis.left(), 0.01F);
    EXPECT_NEAR(axis.pieces().back().right, axis.right(), 0.01F);
    for (size_t i = 0; i < axis.pieces().size(); ++i) {
      const TimeAxis::Piece& piece = axis.pieces()[i];
      EXPECT_LT(piece.left, piece.right);
      EXPECT_LE(piece.time.begin, piece.time.end);
      if (i > 0) {
        EXPECT_NEAR(piece.left, axis.pieces()[i - 1].right, 0.01F);
      }
      if (i > 0) {
        EXPECT_NEAR(static_cast<double>(piece.time.begin),
                    static_cast<double>(axis.pieces()[i - 1].time.end), 2);
      }
    }
  }
}

TEST(TimeAxis, XGrowsWithTime) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    const CivilMs begin = view.stretches.front().time.begin;
    const CivilMs end = view.stretches.back().time.end;
    float last = axis.XAt(begin);
    for (int i = 1; i <= 2000; ++i) {
      const float x = axis.XAt(begin + (end - begin) / 2000 * i);
      EXPECT_GE(x, last);
      last = x;
    }
  }
}

TEST(TimeAxis, PiecesAndXAtAgree) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    for (const TimeAxis::Piece& piece : axis.pieces()) {
      // A millisecond may be more than a pixel: then the piece's end is only as near as that.
      const auto span = static_cast<float>(std::max<CivilMs>(piece.time.end - piece.time.begin, 1));
      const float slack = 0.05F + 2 * (piece.right - piece.left) / span;
      EXPECT_NEAR(axis.XAt(piece.time.begin), piece.left, slack);
      EXPECT_NEAR(axis.XAt(piece.time.end), piece.right, slack);
    }
  }
}

TEST(TimeAxis, TimeAtIsTheInverseOfXAt) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    CivilMs last = axis.TimeAt(kLeft - 1);
    for (float x = kLeft; x <= kLeft + kWidth; x += 0.25F) {
      const CivilMs time = axis.TimeAt(x);
      EXPECT_GE(time, last) << x;
      last = time;
      // Rounded to a millisecond, which may be more than a pixel.
      EXPECT_LE(axis.XAt(time), x + 0.05F);
      EXPECT_GE(axis.XAt(time + 1), x - 0.05F);
    }
  }
}

TEST(TimeAxis, BeyondItsEndsTheTimeIsThatOfTheNearestEnd) {
  const std::vector<Stretch> stretches = SeedStretches();
  const TimeAxis axis(stretches, {}, kLeft, kWidth);
  EXPECT_EQ(axis.TimeAt(kLeft - 1000), stretches.front().time.begin);
  EXPECT_EQ(axis.TimeAt(kLeft + kWidth + 1000), stretches.back().time.end);
}

TEST(TimeAxis, UnitAtIsTheInverseWithinAStretch) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    double total = 0;
    for (const Stretch& stretch : view.stretches) total += stretch.weight;
    double unit = 0;
    for (const Stretch& stretch : view.stretches) {
      const double share = stretch.weight / total;
      for (const double along : {0.1, 0.37, 0.5, 0.93}) {
        const double expected = unit + along * share;
        const double length = static_cast<double>(stretch.time.end - stretch.time.begin);
        const float x = axis.XAt(stretch.time.begin + static_cast<CivilMs>(along * length));
        if (x < axis.left() || x > axis.right()) continue;
        // Half a pixel, or a millisecond.
        const double slack =
            view.viewport.size() * 0.5 / static_cast<double>(kWidth) + 2 * share / length;
        EXPECT_NEAR(axis.UnitAt(x), expected, slack);
      }
      unit += share;
    }
  }
}

TEST(TimeAxis, TheEdgesAreTheViewport) {
  for (const View& view : Views()) {
    SCOPED_TRACE(view.name);
    const TimeAxis axis(view.stretches, view.viewport, kLeft, kWidth);
    const double pixel = view.viewport.size() / static_cast<double>(kWidth);
    EXPECT_NEAR(axis.UnitAt(axis.left()), view.viewport.begin, pixel);
    EXPECT_NEAR(axis.UnitAt(axis.right()), view.viewport.end, pixel);
  }
}

TEST(TimeAxis, AFoldWellInsideTakesItsWidth) {
  const TimeAxis axis(SeedStretches(), {}, kLeft, kWidth);
  const auto folds = std::count_if(axis.pieces().begin(), axis.pieces().end(),
                                   [](const TimeAxis::Piece& piece) { return piece.fold; });
  EXPECT_EQ(folds, 2);
  for (const TimeAxis::Piece& piece : axis.pieces()) {
    if (!piece.fold) continue;
    EXPECT_NEAR(piece.right - piece.left, TimeAxis::kFoldWidth, 0.01F);
  }
}

TEST(TimeAxis, NoFoldIsDrawnOutsideTheView) {
  const TimeAxis axis(SeedStretches(), {0.98, 1}, kLeft, kWidth);
  ASSERT_EQ(axis.pieces().size(), 1U);
  EXPECT_FALSE(axis.pieces().front().fold);
}

TEST(TimeAxis, ATimeInAFoldStandsInTheFold) {
  const TimeAxis axis(SeedStretches(), {}, kLeft, kWidth);
  const float x = axis.XAt(KnownExtent(Edtf("2019")).begin);
  const auto fold = std::find_if(axis.pieces().begin(), axis.pieces().end(),
                                 [](const TimeAxis::Piece& piece) { return piece.fold; });
  ASSERT_NE(fold, axis.pieces().end());
  EXPECT_GT(x, fold->left);
  EXPECT_LT(x, fold->right);
}

// Panning in steps of a quarter of a pixel: nothing may move by more than a few of them, though
// folds come in over the edges.
TEST(TimeAxis, PanningNeverJumps) {
  const auto stretches = SeedStretches();
  const CivilMs watched[] = {stretches[0].time.end, stretches[1].time.begin, stretches[1].time.end,
                             stretches[2].time.begin};
  constexpr double kSize = 0.4;
  constexpr double kStep = kSize / static_cast<double>(kWidth) / 4;
  std::vector<float> last;
  for (double begin = 0; begin + kSize <= 1; begin += kStep) {
    const TimeAxis axis(stretches, {begin, begin + kSize}, kLeft, kWidth);
    std::vector<float> places;
    for (const CivilMs time : watched) places.push_back(axis.XAt(time));
    for (size_t i = 0; i < last.size(); ++i) {
      ASSERT_LT(std::abs(places[i] - last[i]), 1.5F) << "at " << begin;
    }
    last = places;
  }
  EXPECT_FALSE(last.empty());
}

// As far in as it goes: a minute is then many pixels wide, and must not jump by some of them.
TEST(TimeAxis, ZoomedInAsFarAsItGoesMinutesStayEven) {
  const auto stretches = StretchesOf({"2010/2014", "2014", "2024-07-09", "2025-02-13"});
  const double smallest = SmallestViewport(stretches);
  const Viewport viewport = Zoom({}, 1e-30, 0.2, smallest);
  const TimeAxis axis(stretches, viewport, kLeft, kWidth);
  ASSERT_EQ(axis.pieces().size(), 1U);
  const CivilMs from = axis.pieces().front().time.begin;
  const float minute = axis.XAt(from + kMsPerMinute) - axis.XAt(from);
  EXPECT_GT(minute, 10);
  for (int i = 1; i < 8; ++i) {
    const float here = axis.XAt(from + i * kMsPerMinute);
    EXPECT_NEAR(axis.XAt(from + (i + 1) * kMsPerMinute) - here, minute, minute / 50);
  }
}

TEST(TimeAxis, WithoutStretchesIsEmpty) {
  const TimeAxis axis({}, {}, kLeft, kWidth);
  EXPECT_TRUE(axis.pieces().empty());
  EXPECT_EQ(axis.XAt(0), kLeft);
  EXPECT_EQ(axis.TimeAt(kLeft), 0);
}

TEST(Zoom, KeepsTheAnchorWhereItIs) {
  const Viewport viewport{0.2, 0.8};
  for (const double anchor : {0.2, 0.35, 0.5, 0.8}) {
    const double where = (anchor - viewport.begin) / viewport.size();
    const Viewport zoomed = Zoom(viewport, 0.5, anchor, 0.001);
    EXPECT_NEAR(zoomed.size(), 0.3, 1e-9);
    EXPECT_NEAR((anchor - zoomed.begin) / zoomed.size(), where, 1e-9) << anchor;
  }
}

TEST(Zoom, StaysWithinTheAxis) {
  const struct {
    const char* name;
    Viewport from;
    double factor;
    double anchor;
    Viewport expected;
  } kCases[] = {
      {"out of all", {0, 1}, 2, 0.5, {0, 1}},
      {"out at the begin", {0, 0.5}, 1.5, 0.5, {0, 0.75}},
      {"out at the end", {0.5, 1}, 1.5, 0.5, {0.25, 1}},
      {"far out", {0.4, 0.6}, 1e9, 0.4, {0, 1}},
      {"in, anchored before it", {0.5, 1}, 0.5, 0.2, {0.2, 0.45}},
      {"no further in than the smallest", {0, 1}, 1e-9, 0, {0, 0.1}},
  };
  for (const auto& test : kCases) {
    const Viewport zoomed = Zoom(test.from, test.factor, test.anchor, 0.1);
    EXPECT_NEAR(zoomed.begin, test.expected.begin, 1e-9) << test.name;
    EXPECT_NEAR(zoomed.end, test.expected.end, 1e-9) << test.name;
  }
}

TEST(Pan, StopsAtTheEnds) {
  const struct {
    Viewport from;
    double distance;
    Viewport expected;
  } kCases[] = {
      {{0.2, 0.4}, 0.1, {0.3, 0.5}}, {{0.2, 0.4}, -0.1, {0.1, 0.3}}, {{0.2, 0.4}, 5, {0.8, 1}},
      {{0.2, 0.4}, -5, {0, 0.2}},    {{0, 1}, 0.3, {0, 1}},          {{0.2, 0.4}, 0, {0.2, 0.4}},
  };
  for (const auto& test : kCases) {
    const Viewport panned = Pan(test.from, test.distance);
    EXPECT_NEAR(panned.begin, test.expected.begin, 1e-9) << test.distance;
    EXPECT_NEAR(panned.end, test.expected.end, 1e-9) << test.distance;
  }
}

TEST(SmallestViewport, ShowsTenMinutesOfTheLongestStretch) {
  const std::vector<Stretch> one = {{{0, 10 * kMsPerHour}, 1}};
  EXPECT_NEAR(SmallestViewport(one), 1.0 / 60, 1e-9);
  const std::vector<Stretch> two = {{{0, 10 * kMsPerHour}, 1},
                                    {{100 * kMsPerHour, 200 * kMsPerHour}, 3}};
  EXPECT_NEAR(SmallestViewport(two), 0.75 / 600, 1e-9);
}

TEST(SmallestViewport, IsAtMostTheWholeAxis) {
  EXPECT_EQ(SmallestViewport({}), 1);
  const std::vector<Stretch> seconds = {{{0, 5000}, 1}};
  EXPECT_EQ(SmallestViewport(seconds), 1);
}

}  // namespace
}  // namespace saywhen
