#include "model/calendar.h"

#include <gtest/gtest.h>

#include <random>

namespace saywhen {
namespace {

TEST(Calendar, KnownDays) {
  struct Case {
    int64_t year;
    int month;
    int day;
    int64_t days;
    int weekday;  // 0 is Monday
  };
  const Case cases[] = {
      {1970, 1, 1, 0, 3},         {1969, 12, 31, -1, 2},      {2000, 2, 29, 11016, 1},
      {2025, 2, 13, 20132, 3},    {1600, 2, 29, -135081, 1},  {0, 1, 1, -719528, 5},
      {0, 3, 1, -719468, 2},      {-1, 12, 31, -719529, 4},   {-4713, 11, 24, -2440588, 0},
      {9999, 12, 31, 2932896, 4}, {1582, 10, 15, -141427, 4},
  };
  for (const Case& c : cases) {
    SCOPED_TRACE(c.year);
    EXPECT_EQ(DaysFromCivil(c.year, c.month, c.day), c.days);
    const CivilMs ms = ToCivilMs({.year = c.year, .month = c.month, .day = c.day});
    EXPECT_EQ(ms, c.days * kMsPerDay);
    EXPECT_EQ(Weekday(ms), c.weekday);
    EXPECT_EQ(Weekday(ms + kMsPerDay - 1), c.weekday);
    EXPECT_EQ(FromCivilMs(ms), (CivilTime{.year = c.year, .month = c.month, .day = c.day}));
  }
}

TEST(Calendar, EveryDayOfEightCenturiesFollowsTheOneBefore) {
  CivilTime before = FromCivilMs(DaysFromCivil(-200, 1, 1) * kMsPerDay);
  for (int64_t day = DaysFromCivil(-200, 1, 1) + 1; day < DaysFromCivil(600, 1, 1); ++day) {
    const CivilTime now = FromCivilMs(day * kMsPerDay);
    if (now.day != 1) {
      ASSERT_EQ(now.day, before.day + 1);
    } else {
      ASSERT_EQ(before.day, DaysInMonth(before.year, before.month));
      ASSERT_EQ(now.month, before.month % 12 + 1);
      ASSERT_EQ(now.year, before.year + (now.month == 1 ? 1 : 0));
    }
    before = now;
  }
}

TEST(Calendar, RandomTimesComeBack) {
  const uint32_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937_64 random(seed);
  for (int i = 0; i < 20000; ++i) {
    const CivilMs ms = static_cast<CivilMs>(random()) >> (random() % 40 + 1);
    EXPECT_EQ(ToCivilMs(FromCivilMs(ms)), ms);
  }
}

TEST(Calendar, FieldsCarryOver) {
  EXPECT_EQ(ToCivilMs({.year = 2024, .month = 14}), ToCivilMs({.year = 2025, .month = 2}));
  EXPECT_EQ(ToCivilMs({.year = 2024, .month = 0}), ToCivilMs({.year = 2023, .month = 12}));
  EXPECT_EQ(ToCivilMs({.year = 2023, .month = 2, .day = 29}),
            ToCivilMs({.year = 2023, .month = 3}));
  EXPECT_EQ(
      ToCivilMs({.year = 2016, .month = 12, .day = 31, .hour = 23, .minute = 59, .second = 60}),
      ToCivilMs({.year = 2017}));
}

TEST(Calendar, Saturates) {
  EXPECT_EQ(ToCivilMs({.year = 300'000'000}), kDistantFuture);
  EXPECT_EQ(ToCivilMs({.year = -300'000'000}), kDistantPast);
  EXPECT_EQ(ToCivilMs({.year = INT64_MAX, .month = 12}), kDistantFuture);
  EXPECT_EQ(ToCivilMs({.year = INT64_MIN, .month = 1}), kDistantPast);
  EXPECT_EQ(SaturatingAdd(kDistantFuture, 1), kDistantFuture);
  EXPECT_EQ(SaturatingAdd(kDistantPast, -1), kDistantPast);
  EXPECT_EQ(SaturatingAdd(5, -7), -2);
  EXPECT_EQ(FromCivilMs(kDistantFuture).year, 292278994);
  EXPECT_EQ(FromCivilMs(kDistantPast).year, -292275055);
}

TEST(AddMonths, Table) {
  struct Case {
    CivilTime from;
    int64_t months;
    CivilTime expected;
  };
  const Case cases[] = {
      {{.year = 2024, .month = 1, .day = 31}, 1, {.year = 2024, .month = 2, .day = 29}},
      {{.year = 2023, .month = 1, .day = 31}, 1, {.year = 2023, .month = 2, .day = 28}},
      {{.year = 2024, .month = 3, .day = 31}, -1, {.year = 2024, .month = 2, .day = 29}},
      {{.year = 2024, .month = 12, .day = 1}, 1, {.year = 2025, .month = 1, .day = 1}},
      {{.year = 1, .month = 1, .day = 1}, -1, {.year = 0, .month = 12, .day = 1}},
      {{.year = 2024, .month = 5, .day = 6, .hour = 7},
       24,
       {.year = 2026, .month = 5, .day = 6, .hour = 7}},
      {{.year = 2024, .month = 5, .day = 6}, 0, {.year = 2024, .month = 5, .day = 6}},
  };
  for (const Case& c : cases)
    EXPECT_EQ(FromCivilMs(AddMonths(ToCivilMs(c.from), c.months)), c.expected);
  EXPECT_EQ(AddMonths(kDistantPast, 5), kDistantPast);
  EXPECT_EQ(AddMonths(0, INT64_MAX), kDistantFuture);
  EXPECT_EQ(AddMonths(0, INT64_MIN), kDistantPast);
}

}  // namespace
}  // namespace saywhen
