#include <algorithm>
#include <utility>

#include "model/edtf_parser.h"

namespace saywhen::edtf {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }
bool IsMaskDigit(char c) { return IsDigit(c) || c == 'X'; }
bool IsQualifier(char c) { return c == '?' || c == '~' || c == '%'; }

// Month 21 to 41: the first month and how many. 21 to 24 are seasons of no named hemisphere, 25 to
// 28 northern, 29 to 32 southern, 33 to 36 quarters, 37 to 39 thirds, 40 and 41 halves.
struct Season {
  int first_month;
  int months;
};
constexpr int kFirstSeason = 21;
constexpr int kLastSeason = 41;
constexpr Season kSeasons[] = {{3, 3},  {6, 3},  {9, 3},  {12, 3}, {3, 3}, {6, 3}, {9, 3},
                               {12, 3}, {9, 3},  {12, 3}, {3, 3},  {6, 3}, {1, 3}, {4, 3},
                               {7, 3},  {10, 3}, {1, 4},  {5, 4},  {9, 4}, {1, 6}, {7, 6}};

bool MatchesMask(std::string_view mask, int value) {
  const char tens = static_cast<char>('0' + value / 10);
  const char units = static_cast<char>('0' + value % 10);
  return (mask[0] == 'X' || mask[0] == tens) && (mask[1] == 'X' || mask[1] == units);
}

int TwoDigits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

// The year that the mask gives when its X digits are filled with the digits of `filling`.
int64_t FilledYear(const Year& year, int filling) {
  int64_t value = 0;
  int64_t unit = 1;
  for (size_t i = year.mask.size(); i-- > 0; unit *= 10) {
    int digit = year.mask[i] - '0';
    if (year.mask[i] == 'X') {
      digit = filling % 10;
      filling /= 10;
    }
    value += digit * unit;
  }
  return year.negative ? -value : value;
}

// The first (or last) calendar day that the masks can mean. Only 29 February needs more than one
// year, and a leap year is never more than 15 candidates away.
bool FindDay(const Year& year, std::string_view month, std::string_view day, bool last,
             CivilTime* found) {
  constexpr int kCandidates = 16;
  int fillings = 1;
  for (int i = 0; i < year.unknown; ++i) fillings *= 10;
  const bool downwards = last != year.negative;
  for (int i = 0; i < std::min(fillings, kCandidates); ++i) {
    const int64_t y = FilledYear(year, downwards ? fillings - 1 - i : i);
    for (int m = last ? 12 : 1; m >= 1 && m <= 12; m += last ? -1 : 1) {
      if (!MatchesMask(month, m)) continue;
      const int days = DaysInMonth(y, m);
      for (int d = last ? days : 1; d >= 1 && d <= days; d += last ? -1 : 1) {
        if (!day.empty() && !MatchesMask(day, d)) continue;
        *found = {.year = y, .month = m, .day = d};
        return true;
      }
    }
  }
  return false;
}

}  // namespace

bool Parser::ParseQualifier(bool* seen) {
  if (!IsQualifier(Peek())) return true;
  if (*seen) return Fail("a part has one qualifier; both at once is written %");
  *seen = true;
  if (Peek() != '~') value_.uncertain = true;
  if (Peek() != '?') value_.approximate = true;
  Copy(1);
  if (IsQualifier(Peek())) return Fail("a part has one qualifier; both at once is written %");
  return true;
}

bool Parser::ParsePair(std::string_view* pair, const char* message) {
  const std::string_view two = text_.substr(at_, 2);
  if (two.size() < 2 || !IsMaskDigit(two[0]) || !IsMaskDigit(two[1])) return Fail(message);
  if (two[0] == 'X' || two[1] == 'X') value_.unspecified = true;
  *pair = two;
  Copy(2);
  return true;
}

bool Parser::ParseNumber(int* value, int highest, const char* message) {
  const std::string_view two = text_.substr(at_, 2);
  if (two.size() < 2 || !IsDigit(two[0]) || !IsDigit(two[1])) return Fail(message);
  *value = TwoDigits(two);
  if (*value > highest) return Fail(message);
  Copy(2);
  return true;
}

bool Parser::ParseSignificance(int64_t magnitude, Year* year) {
  if (Peek() != 'S') return true;
  Copy(1);
  const size_t begin = at_;
  int significant = 0;
  while (IsDigit(Peek()) && at_ - begin < 2) {
    significant = significant * 10 + (Peek() - '0');
    Copy(1);
  }
  int digits = year->mask.empty() ? 0 : 4;
  if (digits == 0) {
    for (int64_t rest = magnitude; rest > 0; rest /= 10) ++digits;
  }
  if (IsDigit(Peek()) || significant < 1 || significant > digits) {
    at_ = begin;
    return Fail("S is followed by the number of significant digits, at most those of the year");
  }
  int64_t width = 1;
  for (int i = significant; i < digits; ++i) width *= 10;
  const int64_t low = magnitude / width * width;
  const int64_t high = low + width - 1;
  year->first = year->negative ? -high : low;
  year->last = year->negative ? -low : high;
  year->mask = {};
  const int lost = std::min(digits - significant, 3);
  year->precision = static_cast<Precision>(static_cast<int>(Precision::kYear) - lost);
  return true;
}

// Y, a sign, and more than four digits, or any digits with an exponent.
bool Parser::ParseLongYear(Year* year) {
  constexpr int64_t kLargest = 1'000'000'000'000'000;  // far beyond CivilMs; keeps the sums safe
  Copy(1);
  if (Peek() == '-') {
    year->negative = true;
    Copy(1);
  }
  const size_t begin = at_;
  int64_t magnitude = 0;
  while (IsDigit(Peek())) {
    magnitude = std::min(magnitude * 10 + (Peek() - '0'), kLargest);
    Copy(1);
  }
  const size_t digits = at_ - begin;
  if (digits == 0 || text_[begin] == '0') {
    at_ = begin;
    return Fail("Y is followed by a year that does not begin with 0");
  }
  if (Peek() == 'E') {
    Copy(1);
    const size_t exponent_begin = at_;
    int exponent = 0;
    while (IsDigit(Peek())) {
      exponent = std::min(exponent * 10 + (Peek() - '0'), 99);
      Copy(1);
    }
    if (at_ == exponent_begin) return Fail("E is followed by a number");
    for (; exponent > 0 && magnitude < kLargest; --exponent) {
      magnitude = std::min(magnitude * 10, kLargest);
    }
  } else if (digits <= 4) {
    at_ = begin;
    return Fail("a year after Y has more than four digits");
  }
  year->first = year->last = year->negative ? -magnitude : magnitude;
  return ParseSignificance(magnitude, year);
}

bool Parser::ParseYear(Year* year) {
  if (Peek() == 'Y') return ParseLongYear(year);
  const size_t begin = at_;
  if (Peek() == '-') {
    year->negative = true;
    Copy(1);
  }
  year->mask = text_.substr(at_, 4);
  if (year->mask.size() < 4 || !std::all_of(year->mask.begin(), year->mask.end(), IsMaskDigit)) {
    return Fail("a year has four digits, or X for those not known");
  }
  if (year->negative && year->mask == "0000") {
    at_ = begin;
    return Fail("there is no year -0000");
  }
  Copy(4);
  year->unknown = static_cast<int>(std::count(year->mask.begin(), year->mask.end(), 'X'));
  if (year->unknown == 0) {
    year->first = year->last = FilledYear(*year, 0);
    return ParseSignificance(year->negative ? -year->first : year->first, year);
  }
  value_.unspecified = true;
  constexpr int kAllNines = 9999;
  year->first = FilledYear(*year, year->negative ? kAllNines : 0);
  year->last = FilledYear(*year, year->negative ? 0 : kAllNines);
  // "19XX" is a century; the first X says how much is known.
  const size_t known = std::max<size_t>(year->mask.find('X'), 1);
  year->precision = static_cast<Precision>(known - 1);
  if (Peek() == 'S') return Fail("significant digits do not go with X");
  return true;
}

// Bounds of a year and month, or of a year, month and day.
bool Parser::BoundDays(const Year& year, std::string_view month, std::string_view day, Span* span) {
  CivilTime first;
  CivilTime last;
  if (!FindDay(year, month, day, false, &first) || !FindDay(year, month, day, true, &last)) {
    return Fail("there is no such month or day");
  }
  ++last.day;
  span->earliest = ToCivilMs(first);
  span->latest = ToCivilMs(last);
  if (year.unknown > 0) return true;
  if (month.find('X') != std::string_view::npos) {
    span->precision = Precision::kYear;
  } else if (day.empty() || day.find('X') != std::string_view::npos) {
    span->precision = Precision::kMonth;
  } else {
    span->precision = Precision::kDay;
  }
  return true;
}

bool Parser::ParseDate(Span* span) {
  Year year;
  bool qualified = false;
  bool any_qualified = false;
  if (!ParseQualifier(&qualified) || !ParseYear(&year) || !ParseQualifier(&qualified)) return false;
  any_qualified = qualified;
  span->precision = year.precision;
  span->earliest = ToCivilMs({.year = year.first});
  span->latest = ToCivilMs({.year = year.last + 1});
  if (Peek() != '-') return true;
  if (year.mask.empty()) return Fail("a year with Y or S has no month");

  Copy(1);
  qualified = false;
  std::string_view month;
  if (!ParseQualifier(&qualified)) return false;
  const size_t month_at = at_;
  if (!ParsePair(&month, "a month has two digits, or X for those not known")) return false;
  const bool masked_month = month.find('X') != std::string_view::npos;
  if (!masked_month && TwoDigits(month) >= kFirstSeason && TwoDigits(month) <= kLastSeason) {
    const Season& season = kSeasons[TwoDigits(month) - kFirstSeason];
    span->earliest = ToCivilMs({.year = year.first, .month = season.first_month});
    span->latest = ToCivilMs({.year = year.last, .month = season.first_month + season.months});
    if (year.unknown == 0) span->precision = Precision::kSeason;
    if (!ParseQualifier(&qualified)) return false;
    return Peek() != '-' || Fail("a season has no day");
  }
  const size_t after_month = std::exchange(at_, month_at);
  if (!BoundDays(year, month, {}, span)) return false;
  at_ = after_month;
  if (!ParseQualifier(&qualified)) return false;
  any_qualified |= qualified;
  if (Peek() != '-') return true;

  Copy(1);
  qualified = false;
  std::string_view day;
  if (!ParseQualifier(&qualified)) return false;
  const size_t day_at = at_;
  if (!ParsePair(&day, "a day has two digits, or X for those not known")) return false;
  const size_t after_day = std::exchange(at_, day_at);
  if (!BoundDays(year, month, day, span)) return false;
  at_ = after_day;
  if (!ParseQualifier(&qualified)) return false;
  any_qualified |= qualified;
  if (Peek() != 'T' && Peek() != 't') return true;

  const bool masked_day = day.find('X') != std::string_view::npos;
  if (any_qualified || year.unknown > 0 || masked_month || masked_day) {
    return Fail("a time of day needs a whole date without qualifiers");
  }
  return ParseTime({.year = year.first, .month = TwoDigits(month), .day = TwoDigits(day)}, span);
}

bool Parser::ParseTime(const CivilTime& day, Span* span) {
  CivilTime time = day;
  ++at_;
  canonical_.push_back('T');
  if (!ParseNumber(&time.hour, 23, "an hour is 00 to 23")) return false;
  if (Peek() != ':') return Fail("a time has hours and minutes: hh:mm or hh:mm:ss");
  Copy(1);
  if (!ParseNumber(&time.minute, 59, "a minute is 00 to 59")) return false;
  span->precision = Precision::kMinute;
  int64_t width = kMsPerMinute;
  if (Peek() == ':') {
    Copy(1);
    // 60 is a leap second, and is drawn as the first of the next minute.
    const int highest = time.minute == 59 ? 60 : 59;
    if (!ParseNumber(&time.second, highest, "a second is 00 to 59")) return false;
    span->precision = Precision::kSecond;
    width = kMsPerSecond;
    if (Peek() == '.' || Peek() == ',') {
      ++at_;
      const size_t begin = at_;
      int unit = 100;
      for (; IsDigit(Peek()); ++at_, unit /= 10) time.millisecond += (Peek() - '0') * unit;
      if (at_ == begin) return Fail("a fraction has digits");
      std::string_view digits = text_.substr(begin, at_ - begin);
      while (digits.size() > 1 && digits.back() == '0') digits.remove_suffix(1);
      canonical_.push_back('.');
      canonical_.append(digits);
      width = 1;
    }
  }
  span->earliest = ToCivilMs(time);
  span->latest = span->earliest + width;
  return ParseOffset();
}

bool Parser::ParseOffset() {
  int minutes = 0;
  if (Peek() == 'Z' || Peek() == 'z') {
    ++at_;
  } else if (Peek() == '+' || Peek() == '-') {
    const bool west = Peek() == '-';
    const size_t canonical_begin = canonical_.size();
    Copy(1);
    int hour = 0;
    int minute = 0;
    if (!ParseNumber(&hour, 23, "an offset is ±hh:mm or ±hh")) return false;
    if (Peek() == ':') {
      ++at_;
      canonical_.push_back(':');
      if (!ParseNumber(&minute, 59, "an offset is ±hh:mm or ±hh")) return false;
    } else {
      canonical_.append(":00");
    }
    minutes = (hour * 60 + minute) * (west ? -1 : 1);
    if (minutes == 0) canonical_.resize(canonical_begin);
  } else {
    return true;
  }
  if (minutes == 0) canonical_.push_back('Z');
  // Of an interval, the first offset counts.
  if (!value_.utc_offset_minutes) value_.utc_offset_minutes = static_cast<int16_t>(minutes);
  return true;
}

}  // namespace saywhen::edtf
