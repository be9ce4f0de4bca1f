#include "timeline/spread.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <vector>

#include "support/seed.h"

namespace saywhen {
namespace {

TEST(Spread, MovesOnlyWhatIsTooClose) {
  const struct {
    const char* name;
    std::vector<float> places;
    float distance;
    std::vector<float> expected;
  } kCases[] = {
      {"nothing", {}, 10, {}},
      {"one", {5}, 10, {5}},
      {"apart already", {0, 10, 25}, 10, {0, 10, 25}},
      {"two on one place part evenly", {50, 50}, 10, {45, 55}},
      {"three on one place keep their middle", {50, 50, 50}, 10, {40, 50, 60}},
      {"two close ones part evenly", {48, 52}, 10, {45, 55}},
      {"a far one stays", {50, 50, 200}, 10, {45, 55, 200}},
      {"a pool pushes its neighbour", {50, 50, 57}, 10, {42.333F, 52.333F, 62.333F}},
      {"two pools stay two", {0, 0, 100, 100}, 10, {-5, 5, 95, 105}},
      {"no distance asked", {1, 1, 2}, 0, {1, 1, 2}},
  };
  for (const auto& test : kCases) {
    SCOPED_TRACE(test.name);
    std::vector<float> places = test.places;
    Spread(places, test.distance);
    ASSERT_EQ(places.size(), test.expected.size());
    for (size_t i = 0; i < places.size(); ++i) EXPECT_NEAR(places[i], test.expected[i], 0.01F);
  }
}

float LeastDistance(const std::vector<float>& places) {
  float least = INFINITY;
  for (size_t i = 1; i < places.size(); ++i) least = std::min(least, places[i] - places[i - 1]);
  return least;
}

double Squares(const std::vector<float>& a, const std::vector<float>& b) {
  double sum = 0;
  for (size_t i = 0; i < a.size(); ++i) {
    const auto difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
    sum += difference * difference;
  }
  return sum;
}

class SpreadRandomly : public testing::Test {
 protected:
  std::vector<float> Places(size_t count) {
    std::uniform_int_distribution<int> place(0, 200);
    std::vector<float> places(count);
    for (float& x : places) x = static_cast<float>(place(random_));
    std::sort(places.begin(), places.end());
    return places;
  }

  std::mt19937 random_{Seed()};
};

TEST_F(SpreadRandomly, NeighboursStandApartInTheirOrder) {
  SAYWHEN_TRACE_SEED();
  for (size_t count = 1; count < 60; ++count) {
    std::vector<float> places = Places(count);
    Spread(places, 12);
    EXPECT_GE(LeastDistance(places), 12 - 0.01F) << count << " places";
  }
}

TEST_F(SpreadRandomly, TheMeanStaysWhereItWas) {
  SAYWHEN_TRACE_SEED();
  for (size_t count = 1; count < 60; ++count) {
    const std::vector<float> wanted = Places(count);
    std::vector<float> places = wanted;
    Spread(places, 12);
    const auto sum = [](const std::vector<float>& of) {
      return std::accumulate(of.begin(), of.end(), 0.0);
    };
    EXPECT_NEAR(sum(places), sum(wanted), 0.01 * static_cast<double>(count));
  }
}

// Least squares under linear constraints is convex: no small allowed step may lead to less.
TEST_F(SpreadRandomly, NoOtherPlacesAreCloserToWhatWasAsked) {
  SAYWHEN_TRACE_SEED();
  std::uniform_real_distribution<float> nudge(-1, 1);
  for (int round = 0; round < 200; ++round) {
    const std::vector<float> wanted = Places(2 + static_cast<size_t>(round) % 9);
    std::vector<float> places = wanted;
    Spread(places, 12);
    const double best = Squares(places, wanted);
    for (int attempt = 0; attempt < 50; ++attempt) {
      std::vector<float> other = places;
      // A run of neighbours moved together is what a better answer would differ by.
      const size_t from = random_() % other.size();
      const size_t to = from + random_() % (other.size() - from);
      const float by = nudge(random_);
      for (size_t i = from; i <= to; ++i) other[i] += by;
      if (LeastDistance(other) < 12) continue;
      ASSERT_GE(Squares(other, wanted), best - 0.05);
    }
  }
}

TEST_F(SpreadRandomly, SpreadingAgainChangesNothing) {
  SAYWHEN_TRACE_SEED();
  std::vector<float> places = Places(40);
  Spread(places, 12);
  std::vector<float> again = places;
  Spread(again, 12);
  for (size_t i = 0; i < places.size(); ++i) EXPECT_NEAR(again[i], places[i], 0.01F);
}

}  // namespace
}  // namespace saywhen
