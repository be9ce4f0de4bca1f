#include "model/edtf.h"

#include <gtest/gtest.h>

#include <random>

#include "model/calendar.h"

namespace saywhen {
namespace {

// "1985-04-12", or with the time of day when it is not midnight; "-" and "+" for the distant ends.
std::string Shown(CivilMs ms) {
  if (ms == kDistantPast) return "-";
  if (ms == kDistantFuture) return "+";
  const CivilTime t = FromCivilMs(ms);
  char text[64];
  int size = std::snprintf(text, sizeof text, "%04lld-%02d-%02d", static_cast<long long>(t.year),
                           t.month, t.day);
  if (ms % kMsPerDay != 0) {
    size += std::snprintf(text + size, sizeof text - static_cast<size_t>(size),
                          "T%02d:%02d:%02d.%03d", t.hour, t.minute, t.second, t.millisecond);
  }
  return {text, static_cast<size_t>(size)};
}

constexpr Precision kMillennium = Precision::kMillennium;
constexpr Precision kCentury = Precision::kCentury;
constexpr Precision kDecade = Precision::kDecade;
constexpr Precision kYear = Precision::kYear;
constexpr Precision kSeason = Precision::kSeason;
constexpr Precision kMonth = Precision::kMonth;
constexpr Precision kDay = Precision::kDay;
constexpr Precision kMinute = Precision::kMinute;
constexpr Precision kSecond = Precision::kSecond;

struct Case {
  const char* text;
  const char* bounds;  // "earliest latest"
  Precision precision;
  const char* flags = "";  // ? uncertain, ~ approximate, X unspecified, / interval,
                           // u unknown end, o open end; of the start before those of the end
};

const Case kAccepted[] = {
    // Level 0: dates.
    {"1985-04-12", "1985-04-12 1985-04-13", kDay},
    {"1985-04", "1985-04-01 1985-05-01", kMonth},
    {"1985", "1985-01-01 1986-01-01", kYear},
    {"0000", "0000-01-01 0001-01-01", kYear},
    {"0001", "0001-01-01 0002-01-01", kYear},
    {"9999", "9999-01-01 10000-01-01", kYear},
    {"2024-02-29", "2024-02-29 2024-03-01", kDay},
    {"2000-02-29", "2000-02-29 2000-03-01", kDay},
    {"1985-12", "1985-12-01 1986-01-01", kMonth},
    {"1985-12-31", "1985-12-31 1986-01-01", kDay},
    {"0000-02-29", "0000-02-29 0000-03-01", kDay},
    // Level 0: date-times.
    {"1985-04-12T23:20:30", "1985-04-12T23:20:30.000 1985-04-12T23:20:31.000", kSecond},
    {"1985-04-12T23:20:30Z", "1985-04-12T23:20:30.000 1985-04-12T23:20:31.000", kSecond, "+0"},
    {"1985-04-12T23:20:30-04", "1985-04-12T23:20:30.000 1985-04-12T23:20:31.000", kSecond, "-240"},
    {"1985-04-12T23:20:30+04:30", "1985-04-12T23:20:30.000 1985-04-12T23:20:31.000", kSecond,
     "+270"},
    {"2025-02-13T18:05:00+03:00", "2025-02-13T18:05:00.000 2025-02-13T18:05:01.000", kSecond,
     "+180"},
    {"2025-02-13t18:05:00z", "2025-02-13T18:05:00.000 2025-02-13T18:05:01.000", kSecond, "+0"},
    {"2025-02-13T18:05:00-00:00", "2025-02-13T18:05:00.000 2025-02-13T18:05:01.000", kSecond, "+0"},
    {"2025-02-13T18:05", "2025-02-13T18:05:00.000 2025-02-13T18:06:00.000", kMinute},
    {"2025-02-13T18:05Z", "2025-02-13T18:05:00.000 2025-02-13T18:06:00.000", kMinute, "+0"},
    {"2025-02-13T18:05:09.5", "2025-02-13T18:05:09.500 2025-02-13T18:05:09.501", kSecond},
    {"2025-02-13T18:05:09.123456Z", "2025-02-13T18:05:09.123 2025-02-13T18:05:09.124", kSecond,
     "+0"},
    {"2025-02-13T18:05:09,25", "2025-02-13T18:05:09.250 2025-02-13T18:05:09.251", kSecond},
    {"2025-02-13T00:00:00", "2025-02-13 2025-02-13T00:00:01.000", kSecond},
    {"2025-02-13T23:59:59", "2025-02-13T23:59:59.000 2025-02-14", kSecond},
    {"2016-12-31T23:59:60Z", "2017-01-01 2017-01-01T00:00:01.000", kSecond, "+0"},
    {"2025-02-13T18:05:00+14:00", "2025-02-13T18:05:00.000 2025-02-13T18:05:01.000", kSecond,
     "+840"},
    // Level 0: intervals.
    {"1964/2008", "1964-01-01 2009-01-01", kYear, "/"},
    {"2004-06/2006-08", "2004-06-01 2006-09-01", kMonth, "/"},
    {"2004-02-01/2005-02-08", "2004-02-01 2005-02-09", kDay, "/"},
    {"2004-02-01/2005-02", "2004-02-01 2005-03-01", kDay, "/"},
    {"2004-02-01/2005", "2004-02-01 2006-01-01", kDay, "/"},
    {"2005/2006-02", "2005-01-01 2006-03-01", kMonth, "/"},
    {"2010/2014", "2010-01-01 2015-01-01", kYear, "/"},
    {"2004/2004", "2004-01-01 2005-01-01", kYear, "/"},
    {"2004-06/2004", "2004-06-01 2005-01-01", kMonth, "/"},
    {"0000/0000", "0000-01-01 0001-01-01", kYear, "/"},
    {"2025-02-13T09:00:00Z/2025-02-13T10:00:00Z", "2025-02-13T09:00:00.000 2025-02-13T10:00:01.000",
     kSecond, "/+0"},
    {"2025-02-13/2025-02-13T10:00", "2025-02-13 2025-02-13T10:01:00.000", kMinute, "/"},
    // Level 1: long years.
    {"Y170000002", "170000002-01-01 170000003-01-01", kYear},
    {"Y-170000002", "-170000002-01-01 -170000001-01-01", kYear},
    {"Y12345", "12345-01-01 12346-01-01", kYear},
    {"Y-12345", "-12345-01-01 -12344-01-01", kYear},
    {"Y300000000", "+ +", kYear},
    {"Y-300000000", "- -", kYear},
    {"Y99999999999999999999999999", "+ +", kYear},
    // Level 1: seasons.
    {"2001-21", "2001-03-01 2001-06-01", kSeason},
    {"2001-22", "2001-06-01 2001-09-01", kSeason},
    {"2001-23", "2001-09-01 2001-12-01", kSeason},
    {"2001-24", "2001-12-01 2002-03-01", kSeason},
    {"2003-24", "2003-12-01 2004-03-01", kSeason},
    {"-0001-21", "-001-03-01 -001-06-01", kSeason},
    // Level 1: qualifiers.
    {"1984?", "1984-01-01 1985-01-01", kYear, "?"},
    {"2004-06~", "2004-06-01 2004-07-01", kMonth, "~"},
    {"2004-06-11%", "2004-06-11 2004-06-12", kDay, "?~"},
    {"1984~", "1984-01-01 1985-01-01", kYear, "~"},
    {"1984%", "1984-01-01 1985-01-01", kYear, "?~"},
    {"2001-21?", "2001-03-01 2001-06-01", kSeason, "?"},
    {"Y17000?", "17000-01-01 17001-01-01", kYear, "?"},
    {"-0001~", "-001-01-01 0000-01-01", kYear, "~"},
    // Level 1: unspecified digits.
    {"201X", "2010-01-01 2020-01-01", kDecade, "X"},
    {"198X", "1980-01-01 1990-01-01", kDecade, "X"},
    {"20XX", "2000-01-01 2100-01-01", kCentury, "X"},
    {"19XX", "1900-01-01 2000-01-01", kCentury, "X"},
    {"1XXX", "1000-01-01 2000-01-01", kMillennium, "X"},
    {"XXXX", "0000-01-01 10000-01-01", kMillennium, "X"},
    {"2004-XX", "2004-01-01 2005-01-01", kYear, "X"},
    {"1985-04-XX", "1985-04-01 1985-05-01", kMonth, "X"},
    {"1985-XX-XX", "1985-01-01 1986-01-01", kYear, "X"},
    {"2023-02-XX", "2023-02-01 2023-03-01", kMonth, "X"},
    {"201X?", "2010-01-01 2020-01-01", kDecade, "?X"},
    {"-01XX", "-199-01-01 -099-01-01", kCentury, "X"},
    {"-198X", "-1989-01-01 -1979-01-01", kDecade, "X"},
    // Level 1: open and unknown ends.
    {"1985-04-12/..", "1985-04-12 +", kDay, "/ko"},
    {"1985-04/..", "1985-04-01 +", kMonth, "/ko"},
    {"1985/..", "1985-01-01 +", kYear, "/ko"},
    {"../1985-04-12", "- 1985-04-13", kDay, "/ok"},
    {"../1985-04", "- 1985-05-01", kMonth, "/ok"},
    {"../1985", "- 1986-01-01", kYear, "/ok"},
    {"1985-04-12/", "1985-04-12 +", kDay, "/ku"},
    {"1985-04/", "1985-04-01 +", kMonth, "/ku"},
    {"1985/", "1985-01-01 +", kYear, "/ku"},
    {"/1985-04-12", "- 1985-04-13", kDay, "/uk"},
    {"/1985-04", "- 1985-05-01", kMonth, "/uk"},
    {"/1985", "- 1986-01-01", kYear, "/uk"},
    {"../..", "- +", kMillennium, "/oo"},
    {"/..", "- +", kMillennium, "/uo"},
    {"../", "- +", kMillennium, "/ou"},
    {"2025-02-13T18:05:00Z/..", "2025-02-13T18:05:00.000 +", kSecond, "/ko+0"},
    // Level 1: qualified intervals.
    {"1984~/2004-06", "1984-01-01 2004-07-01", kMonth, "~/"},
    {"1984/2004-06~", "1984-01-01 2004-07-01", kMonth, "~/"},
    {"1984~/2004~", "1984-01-01 2005-01-01", kYear, "~/"},
    {"1984?/2004%", "1984-01-01 2005-01-01", kYear, "?~/"},
    {"1984-06?/2004-08?", "1984-06-01 2004-09-01", kMonth, "?/"},
    {"1984-06-02?/2004-08-08~", "1984-06-02 2004-08-09", kDay, "?~/"},
    {"1984-06-02?/", "1984-06-02 +", kDay, "?/ku"},
    {"../1984?", "- 1985-01-01", kYear, "?/ok"},
    {"2001-21/2001-22", "2001-03-01 2001-09-01", kSeason, "/"},
    {"198X/199X", "1980-01-01 2000-01-01", kDecade, "X/"},
    // Level 1: negative years.
    {"-1985", "-1985-01-01 -1984-01-01", kYear},
    {"-0001", "-001-01-01 0000-01-01", kYear},
    {"-1985-04-12", "-1985-04-12 -1985-04-13", kDay},
    {"-0004-02-29", "-004-02-29 -004-03-01", kDay},
    {"-2000/-1000", "-2000-01-01 -999-01-01", kYear, "/"},
    {"-0500/0500", "-500-01-01 0501-01-01", kYear, "/"},
    // Level 2: qualifiers on parts.
    {"2004-06~-11", "2004-06-11 2004-06-12", kDay, "~"},
    {"2004?-06-11", "2004-06-11 2004-06-12", kDay, "?"},
    {"?2004-06-~11", "2004-06-11 2004-06-12", kDay, "?~"},
    {"2004-%06-11", "2004-06-11 2004-06-12", kDay, "?~"},
    {"2011-~06-~04", "2011-06-04 2011-06-05", kDay, "~"},
    {"?1984", "1984-01-01 1985-01-01", kYear, "?"},
    {"~-0100", "-100-01-01 -099-01-01", kYear, "~"},
    {"2004-06?-11~", "2004-06-11 2004-06-12", kDay, "?~"},
    {"?1984-06/1985-~02-03", "1984-06-01 1985-02-04", kDay, "?~/"},
    // Level 2: any digit unspecified.
    {"156X-12-25", "1560-12-25 1569-12-26", kDecade, "X"},
    {"15XX-12-25", "1500-12-25 1599-12-26", kCentury, "X"},
    {"XXXX-12-XX", "0000-12-01 10000-01-01", kMillennium, "X"},
    {"1XXX-XX", "1000-01-01 2000-01-01", kMillennium, "X"},
    {"1XXX-12", "1000-12-01 2000-01-01", kMillennium, "X"},
    {"1984-1X", "1984-10-01 1985-01-01", kYear, "X"},
    {"1984-0X", "1984-01-01 1984-10-01", kYear, "X"},
    {"1984-02-3X", nullptr, kDay},
    {"1984-02-2X", "1984-02-20 1984-03-01", kMonth, "X"},
    {"1984-XX-31", "1984-01-31 1985-01-01", kYear, "X"},
    {"200X-02-29", "2000-02-29 2008-03-01", kDecade, "X"},
    {"190X-02-29", "1904-02-29 1908-03-01", kDecade, "X"},
    {"198X-24", "1980-12-01 1990-03-01", kDecade, "X"},
    // Level 2: significant digits and exponents.
    {"1950S2", "1900-01-01 2000-01-01", kCentury},
    {"1950S3", "1950-01-01 1960-01-01", kDecade},
    {"1950S4", "1950-01-01 1951-01-01", kYear},
    {"1950S1", "1000-01-01 2000-01-01", kMillennium},
    {"-1950S2", "-1999-01-01 -1899-01-01", kCentury},
    {"Y171010000S3", "171000000-01-01 172000000-01-01", kMillennium},
    {"Y-17E7", "-170000000-01-01 -169999999-01-01", kYear},
    {"Y3388E2S3", "338000-01-01 339000-01-01", kMillennium},
    {"Y1E99", "+ +", kYear},
    {"1950S2?", "1900-01-01 2000-01-01", kCentury, "?"},
    // Level 2: sets.
    {"[1667,1668,1670..1672]", "1667-01-01 1673-01-01", kYear},
    {"[1667, 1668]", "1667-01-01 1669-01-01", kYear},
    {"[..1760-12-03]", "- 1760-12-04", kDay, "ok"},
    {"[1760-12..]", "1760-12-01 +", kMonth, "ko"},
    {"[1760-01,1760-02,1760-12..]", "1760-01-01 +", kMonth, "ko"},
    {"[1667,1760-12]", "1667-01-01 1761-01-01", kMonth},
    {"[..1984]", "- 1985-01-01", kYear, "ok"},
    {"{1667,1668,1670..1672}", "1667-01-01 1673-01-01", kYear},
    {"{1960,1961-12}", "1960-01-01 1962-01-01", kMonth},
    {"{..1984}", "- 1985-01-01", kYear, "ok"},
    {"{1984}", "1984-01-01 1985-01-01", kYear},
    {"{-0100..0100}", "-100-01-01 0101-01-01", kYear},
    {"{1990,1985~}", "1985-01-01 1991-01-01", kYear, "~"},
    {"{198X,2001}", "1980-01-01 2002-01-01", kYear, "X"},
    // Level 2: sub-year groups.
    {"2001-25", "2001-03-01 2001-06-01", kSeason},
    {"2001-28", "2001-12-01 2002-03-01", kSeason},
    {"2001-29", "2001-09-01 2001-12-01", kSeason},
    {"2001-32", "2001-06-01 2001-09-01", kSeason},
    {"2001-33", "2001-01-01 2001-04-01", kSeason},
    {"2001-36", "2001-10-01 2002-01-01", kSeason},
    {"2001-37", "2001-01-01 2001-05-01", kSeason},
    {"2001-39", "2001-09-01 2002-01-01", kSeason},
    {"2001-40", "2001-01-01 2001-07-01", kSeason},
    {"2001-41", "2001-07-01 2002-01-01", kSeason},
};

std::string Flags(const TimeInterval& t) {
  std::string flags;
  if (t.uncertain) flags += '?';
  if (t.approximate) flags += '~';
  if (t.unspecified) flags += 'X';
  if (t.is_interval) flags += '/';
  if (t.start != Boundary::kKnown || t.end != Boundary::kKnown) {
    flags += "kuo"[static_cast<int>(t.start)];
    flags += "kuo"[static_cast<int>(t.end)];
  }
  if (t.utc_offset_minutes) {
    if (*t.utc_offset_minutes >= 0) flags += '+';
    flags += std::to_string(*t.utc_offset_minutes);
  }
  return flags;
}

TEST(Edtf, Accepted) {
  for (const Case& c : kAccepted) {
    SCOPED_TRACE(c.text);
    const Result<TimeInterval> read = ParseEdtf(c.text);
    if (c.bounds == nullptr) {
      EXPECT_FALSE(read.ok());
      continue;
    }
    ASSERT_TRUE(read.ok()) << read.error().message;
    const TimeInterval& t = read.value();
    EXPECT_EQ(Shown(t.earliest) + " " + Shown(t.latest), c.bounds);
    EXPECT_EQ(static_cast<int>(t.precision), static_cast<int>(c.precision));
    EXPECT_EQ(Flags(t), c.flags);
    EXPECT_EQ(t.edtf, c.text);
  }
}

// The same value, however it was written.
bool SameValue(TimeInterval a, TimeInterval b) {
  a.edtf = b.edtf = "";
  return a == b;
}

TEST(Edtf, PrintedTextReadsToTheSameValueAndPrintsTheSame) {
  for (const Case& c : kAccepted) {
    SCOPED_TRACE(c.text);
    const Result<TimeInterval> read = ParseEdtf(c.text);
    if (!read.ok()) continue;
    const std::string printed = PrintEdtf(read.value());
    const Result<TimeInterval> again = ParseEdtf(printed);
    ASSERT_TRUE(again.ok()) << printed;
    EXPECT_TRUE(SameValue(read.value(), again.value())) << printed;
    EXPECT_EQ(PrintEdtf(again.value()), printed);
  }
}

TEST(Edtf, Canonical) {
  struct Pair {
    const char* text;
    const char* expected;
  };
  const Pair cases[] = {
      {"2025-02-13t18:05:00z", "2025-02-13T18:05:00Z"},
      {"2025-02-13T18:05:00+00:00", "2025-02-13T18:05:00Z"},
      {"2025-02-13T18:05:00-00", "2025-02-13T18:05:00Z"},
      {"2025-02-13T18:05:00+03", "2025-02-13T18:05:00+03:00"},
      {"2025-02-13T18:05:00.500", "2025-02-13T18:05:00.5"},
      {"2025-02-13T18:05:00,000", "2025-02-13T18:05:00.0"},
      {"[1667, 1668 ,1670..1672]", "[1667,1668,1670..1672]"},
      {"../1985", "../1985"},
      {"/1985", "/1985"},
      {"?2004-06-~11", "?2004-06-~11"},
      {"Y3388E2S3", "Y3388E2S3"},
      {"198X", "198X"},
  };
  for (const Pair& c : cases) {
    const Result<TimeInterval> read = ParseEdtf(c.text);
    ASSERT_TRUE(read.ok()) << c.text;
    EXPECT_EQ(PrintEdtf(read.value()), c.expected);
  }
}

TEST(Edtf, ValuesMadeWithoutTextArePrintedFromTheirBounds) {
  // Those whose bounds and precision say all: no X beyond the year, no set, no part qualifiers.
  const char* const cases[] = {
      "1985",
      "1985-04",
      "1985-04-12",
      "-0001",
      "0000",
      "Y12345",
      "Y-12345",
      "201X",
      "19XX",
      "1XXX",
      "2001-21",
      "2001-24",
      "1964/2008",
      "2004-06/2006-08",
      "2004-02-01/2005-02-08",
      "1985/..",
      "../1985",
      "/1985",
      "1985-04-12/",
      "1984?",
      "2004-06~",
      "2004-06-11%",
      "1984?/2004?",
      "1985-04-12T23:20:30",
      "1985-04-12T23:20:30Z",
      "1985-04-12T23:20:30-04:30",
      "2025-02-13T18:05",
      "2025-02-13T18:05Z",
      "198X/199X",
      "2001-21/2001-22",
      "2025-02-13T09:00Z/2025-02-13T10:00Z",
      "-198X",
  };
  for (const char* text : cases) {
    const Result<TimeInterval> read = ParseEdtf(text);
    ASSERT_TRUE(read.ok()) << text;
    TimeInterval value = read.value();
    value.edtf.clear();
    EXPECT_EQ(PrintEdtf(value), text);
  }
}

TEST(Edtf, BoundsThatFitNoSingleUnitBecomeAnInterval) {
  TimeInterval value;
  value.earliest = ToCivilMs({.year = 2024, .month = 1, .day = 10});
  value.latest = ToCivilMs({.year = 2024, .month = 1, .day = 17});
  value.precision = Precision::kMonth;
  EXPECT_EQ(PrintEdtf(value), "2024-01-10/2024-01-16");
}

TEST(Edtf, Rejected) {
  struct Reject {
    const char* text;
    uint32_t column;
  };
  const Reject cases[] = {
      {"", 1},
      {" ", 1},
      {"x", 1},
      {"1", 1},
      {"19", 1},
      {"198", 1},
      {"19855", 5},
      {"+1985", 1},
      {" 1985", 1},
      {"1985 ", 5},
      {"1985\n", 5},
      {"1985-", 6},
      {"1985-4", 6},
      {"1985-00", 6},
      {"1985-13", 6},
      {"1985-20", 6},
      {"1985-42", 6},
      {"1985-99", 6},
      {"1985-04-", 9},
      {"1985-04-1", 9},
      {"1985-04-00", 9},
      {"1985-04-31", 9},
      {"1985-02-29", 9},
      {"1900-02-29", 9},
      {"2025-02-30", 9},
      {"1985-04-12-01", 11},
      {"1985/04/12", 6},
      {"12-04-1985", 1},
      {"19850412", 5},
      {"-0000", 1},
      {"-1", 2},
      {"--1985", 2},
      {"Y", 2},
      {"Y2012", 2},
      {"Y02012", 2},
      {"Y-", 3},
      {"Y12345-01", 7},
      {"y12345", 1},
      {"YXXXXX", 2},
      {"1985??", 6},
      {"1985?~", 6},
      {"?1985?", 6},
      {"1985!", 5},
      {"?", 2},
      {"1985-??", 7},
      {"1985-X", 6},
      {"19xx", 1},
      {"2004-X1-32", 9},
      {"1985-2X", 6},
      {"2XX1-02-30", 9},
      {"XXX1-02-29", 9},
      {"1985-24-01", 8},
      {"1985-04-12T", 12},
      {"1985-04-12T23", 14},
      {"1985-04-12T23:", 15},
      {"1985-04-12T24:00:00", 12},
      {"1985-04-12T23:60:00", 15},
      {"1985-04-12T23:20:60", 18},
      {"1985-04-12T23:20:30.", 21},
      {"1985-04-12T23:20:30+", 21},
      {"1985-04-12T23:20:30+24", 21},
      {"1985-04-12T23:20:30+04:60", 24},
      {"1985-04-12T23:20:30+0430", 23},
      {"1985-04-12T23:20:30Z?", 21},
      {"1985-04-12T23:20:30ZZ", 21},
      {"1985-04-12 23:20:30", 11},
      {"1985-04T23:20:30", 8},
      {"1985-04-12?T23:20:30", 12},
      {"1985-04-XXT23:20:30", 11},
      {"T23:20:30", 1},
      {"/", 2},
      {"..", 3},
      {"//", 2},
      {"2004/2003", 6},
      {"2004-06-12/2004-06-11", 12},
      {"2004/2005/2006", 10},
      {"2004//2005", 6},
      {"-0500/-1000", 7},
      {"2004-01/2003", 9},
      {"2004/x", 6},
      {"2004/...", 8},
      {"[", 2},
      {"]", 1},
      {"[]", 2},
      {"{}", 2},
      {"[1985", 6},
      {"[1985}", 6},
      {"{1985]", 6},
      {"[1985]x", 7},
      {"[1985,]", 7},
      {"[,1985]", 2},
      {"[..1985..]", 8},
      {"[1985..1984]", 12},
      {"[1985..,1986]", 8},
      {"[1984,..1985]", 7},
      {"[1984/1985]", 6},
      {"1984..1985", 5},
      {"1950S", 6},
      {"1950S0", 6},
      {"1950S5", 6},
      {"1950S100", 6},
      {"195XS2", 5},
      {"1950S2-01", 7},
      {"Y17E", 5},
      {"1E5", 1},
      {"unknown", 1},
      {"1984/open", 6},
      {"heute", 1},
      {"١٩٨٥", 1},
      {"１９８５", 1},
      {"1985\xff", 5},
  };
  for (const Reject& c : cases) {
    SCOPED_TRACE(c.text);
    const Result<TimeInterval> read = ParseEdtf(c.text);
    ASSERT_FALSE(read.ok());
    EXPECT_EQ(read.error().code, "bad-edtf");
    EXPECT_FALSE(read.error().message.empty());
    EXPECT_EQ(read.error().column, c.column) << read.error().message;
  }
}

TEST(Edtf, RandomDatesComeBack) {
  const uint32_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const auto below = [&](uint32_t n) { return static_cast<int>(random() % n); };
  for (int i = 0; i < 5000; ++i) {
    char text[64];
    const int year = below(9999) + 1;
    std::snprintf(text, sizeof text, "%s%04d-%02d-%02d", below(2) == 0 ? "-" : "", year,
                  below(12) + 1, below(28) + 1);
    const Result<TimeInterval> read = ParseEdtf(text);
    ASSERT_TRUE(read.ok()) << text;
    EXPECT_EQ(read.value().latest - read.value().earliest, kMsPerDay);
    TimeInterval value = read.value();
    EXPECT_EQ(PrintEdtf(value), text);
    value.edtf.clear();
    EXPECT_EQ(PrintEdtf(value), text);
  }
}

TEST(Edtf, RandomTextIsReadOrRejectedButNeverBreaks) {
  const uint32_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  constexpr std::string_view kAlphabet = "0123456789-XYTZES:./?~%[]{},+ ..//";
  for (int i = 0; i < 200000; ++i) {
    // Change a good one a little, which gets deeper than noise.
    std::string text = kAccepted[random() % std::size(kAccepted)].text;
    for (auto changes = random() % 3 + 1; changes > 0; --changes) {
      const size_t at = random() % (text.size() + 1);
      const char c = kAlphabet[random() % kAlphabet.size()];
      if (random() % 3 == 0)
        text.insert(text.begin() + static_cast<std::ptrdiff_t>(at), c);
      else if (at < text.size() && random() % 2 == 0)
        text.erase(at, 1);
      else if (at < text.size())
        text[at] = c;
    }
    const Result<TimeInterval> read = ParseEdtf(text);
    if (!read.ok()) continue;
    ASSERT_LE(read.value().earliest, read.value().latest) << text;
    const std::string printed = PrintEdtf(read.value());
    const Result<TimeInterval> again = ParseEdtf(printed);
    ASSERT_TRUE(again.ok()) << text << " printed " << printed;
    ASSERT_TRUE(SameValue(read.value(), again.value())) << text << " printed " << printed;
  }
}

}  // namespace
}  // namespace saywhen
