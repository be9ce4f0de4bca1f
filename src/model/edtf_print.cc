#include <algorithm>

#include "model/calendar.h"
#include "model/edtf.h"

namespace saywhen {

std::string CanonicalEdtf(std::string_view text);

namespace {

void AppendPadded(std::string* out, int64_t value, int width) {
  char digits[20];
  int count = 0;
  for (; value > 0 || count < width; value /= 10) {
    digits[count++] = static_cast<char>('0' + value % 10);
  }
  while (count > 0) out->push_back(digits[--count]);
}

void AppendYear(std::string* out, int64_t year) {
  const int64_t size = year < 0 ? -year : year;
  if (size > 9999) out->push_back('Y');
  if (year < 0) out->push_back('-');
  AppendPadded(out, size, 4);
}

// The date or date-time of `precision` that holds the instant `ms`.
std::string Unit(CivilMs ms, Precision precision, std::optional<int16_t> offset) {
  const CivilTime time = FromCivilMs(ms);
  std::string out;
  AppendYear(&out, time.year);
  if (precision < Precision::kYear) {
    const size_t hidden = static_cast<size_t>(Precision::kYear) - static_cast<size_t>(precision);
    const size_t count = std::min(hidden, out.size());
    out.replace(out.size() - count, count, count, 'X');
    return out;
  }
  if (precision == Precision::kYear) return out;
  out.push_back('-');
  if (precision == Precision::kSeason) {
    AppendPadded(&out, time.month < 3 ? 24 : 20 + time.month / 3, 2);
    return out;
  }
  AppendPadded(&out, time.month, 2);
  if (precision == Precision::kMonth) return out;
  out.push_back('-');
  AppendPadded(&out, time.day, 2);
  if (precision == Precision::kDay) return out;
  out.push_back('T');
  AppendPadded(&out, time.hour, 2);
  out.push_back(':');
  AppendPadded(&out, time.minute, 2);
  if (precision == Precision::kSecond) {
    out.push_back(':');
    AppendPadded(&out, time.second, 2);
    if (time.millisecond != 0) {
      out.push_back('.');
      AppendPadded(&out, time.millisecond, 3);
    }
  }
  if (!offset) return out;
  const int minutes = *offset;
  if (minutes == 0) return out + "Z";
  out.push_back(minutes < 0 ? '-' : '+');
  const int size = minutes < 0 ? -minutes : minutes;
  AppendPadded(&out, size / 60, 2);
  out.push_back(':');
  AppendPadded(&out, size % 60, 2);
  return out;
}

bool SameBounds(const std::string& text, const TimeInterval& interval) {
  const Result<TimeInterval> read = ParseEdtf(text);
  return read.ok() && read.value().earliest == interval.earliest &&
         read.value().latest == interval.latest;
}

std::string Compose(const TimeInterval& interval, Precision precision, bool as_interval) {
  std::string_view qualifier;
  if (precision < Precision::kMinute) {
    if (interval.uncertain) qualifier = interval.approximate ? "%" : "?";
    if (!interval.uncertain && interval.approximate) qualifier = "~";
  }
  const auto end = [&](Boundary boundary, CivilMs ms) -> std::string {
    if (boundary == Boundary::kUnknown) return {};
    if (boundary == Boundary::kOpen) return "..";
    return Unit(ms, precision, interval.utc_offset_minutes).append(qualifier);
  };
  std::string out = end(interval.start, interval.earliest);
  if (as_interval) out.append("/").append(end(interval.end, interval.latest - 1));
  return out;
}

// The coarsest text, from the value's own precision on, that has the same bounds.
std::string FromBounds(const TimeInterval& interval) {
  const bool whole = interval.start == Boundary::kKnown && interval.end == Boundary::kKnown &&
                     !interval.is_interval;
  std::string text;
  for (int p = static_cast<int>(interval.precision); p <= static_cast<int>(Precision::kSecond);
       ++p) {
    const Precision precision = static_cast<Precision>(p);
    if (whole) {
      text = Compose(interval, precision, false);
      if (SameBounds(text, interval)) return text;
    }
    text = Compose(interval, precision, true);
    if (SameBounds(text, interval)) return text;
  }
  return text;
}

}  // namespace

std::string PrintEdtf(const TimeInterval& interval) {
  if (!interval.edtf.empty()) {
    std::string text = CanonicalEdtf(interval.edtf);
    if (!text.empty()) return text;
  }
  return FromBounds(interval);
}

}  // namespace saywhen
