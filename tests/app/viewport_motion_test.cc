#include "app/viewport_motion.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

constexpr Viewport kLeft = {0, 0.5};
constexpr Viewport kRight = {0.5, 1};

TEST(ViewportMotion, RestsOnAllAtFirst) {
  const ViewportMotion motion;
  EXPECT_FALSE(motion.IsMoving(0));
  EXPECT_EQ(motion.At(0), Viewport{});
  EXPECT_EQ(motion.target(), Viewport{});
}

TEST(ViewportMotion, EasesOutFromBeginToEnd) {
  ViewportMotion motion;
  motion.JumpTo(kLeft);
  motion.MoveTo(kRight, 1000);
  EXPECT_EQ(motion.target(), kRight);
  EXPECT_EQ(motion.At(1000), kLeft);
  double last = 0;
  double last_step = 1;
  for (double t = 10; t <= ViewportMotion::kDurationMs; t += 10) {
    const double here = motion.At(1000 + t).begin;
    EXPECT_GE(here, last);
    EXPECT_LE(here - last, last_step + 1e-12);  // ever slower
    last_step = here - last;
    last = here;
  }
  EXPECT_EQ(motion.At(1000 + ViewportMotion::kDurationMs), kRight);
}

TEST(ViewportMotion, MovesForItsDurationOnly) {
  ViewportMotion motion;
  motion.MoveTo(kRight, 1000);
  EXPECT_TRUE(motion.IsMoving(1000));
  EXPECT_TRUE(motion.IsMoving(999 + ViewportMotion::kDurationMs));
  EXPECT_FALSE(motion.IsMoving(1000 + ViewportMotion::kDurationMs));
}

TEST(ViewportMotion, ALaterMotionStartsWhereTheLastOneWas) {
  ViewportMotion motion;
  motion.MoveTo(kRight, 1000);
  const Viewport between = motion.At(1050);
  EXPECT_GT(between.begin, 0);
  motion.MoveTo(kLeft, 1050);
  EXPECT_EQ(motion.At(1050), between);
  EXPECT_EQ(motion.At(1050 + ViewportMotion::kDurationMs), kLeft);
}

TEST(ViewportMotion, GoingWhereItGoesStartsNothingAgain) {
  ViewportMotion motion;
  motion.MoveTo(kRight, 1000);
  motion.MoveTo(kRight, 1100);
  EXPECT_FALSE(motion.IsMoving(1000 + ViewportMotion::kDurationMs));
}

TEST(ViewportMotion, IsDelayedOnlyWhileItHasNotBeenSeen) {
  const struct {
    const char* name;
    double shown;
    double start;
    double expected;
  } kCases[] = {
      {"not seen", 1000, 5000, 5000},
      {"not seen, nor late", 1000, 900, 1000},
      {"seen", 1016, 5000, 1000},
  };
  for (const auto& test : kCases) {
    ViewportMotion motion;
    motion.MoveTo(kRight, 1000);
    motion.Delay(test.shown, test.start);
    EXPECT_TRUE(motion.IsMoving(test.expected + ViewportMotion::kDurationMs - 1)) << test.name;
    EXPECT_FALSE(motion.IsMoving(test.expected + ViewportMotion::kDurationMs)) << test.name;
  }
}

TEST(ViewportMotion, AtRestIsNotDelayed) {
  ViewportMotion motion;
  motion.Delay(0, 5000);
  EXPECT_FALSE(motion.IsMoving(5000));
}

TEST(ViewportMotion, JumpingEndsIt) {
  ViewportMotion motion;
  motion.MoveTo(kRight, 1000);
  motion.JumpTo(kLeft);
  EXPECT_FALSE(motion.IsMoving(1010));
  EXPECT_EQ(motion.At(1010), kLeft);
}

}  // namespace
}  // namespace saywhen
