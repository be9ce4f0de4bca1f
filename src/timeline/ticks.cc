#include "timeline/ticks.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "model/calendar.h"

namespace saywhen {
namespace {

constexpr double kMinuteMs = 60'000;
constexpr double kHourMs = 60 * kMinuteMs;
constexpr double kDayMs = 24 * kHourMs;

struct Candidate {
  TickScale scale;
  double ms;
};

constexpr Candidate kCandidates[] = {
    {{TickUnit::kMinute, 1}, kMinuteMs},
    {{TickUnit::kMinute, 5}, 5 * kMinuteMs},
    {{TickUnit::kMinute, 15}, 15 * kMinuteMs},
    {{TickUnit::kMinute, 30}, 30 * kMinuteMs},
    {{TickUnit::kHour, 1}, kHourMs},
    {{TickUnit::kHour, 3}, 3 * kHourMs},
    {{TickUnit::kHour, 6}, 6 * kHourMs},
    {{TickUnit::kHour, 12}, 12 * kHourMs},
    {{TickUnit::kDay, 1}, kDayMs},
    {{TickUnit::kDay, 2}, 2 * kDayMs},
    {{TickUnit::kDay, 7}, 7 * kDayMs},
    {{TickUnit::kMonth, 1}, 30.4 * kDayMs},
    {{TickUnit::kMonth, 3}, 91.3 * kDayMs},
    {{TickUnit::kMonth, 6}, 182.6 * kDayMs},
};
constexpr double kYearMs = 365.2425 * kDayMs;

// How wide labels are, against those of days.
double LabelWidth(TickUnit unit) {
  switch (unit) {
    case TickUnit::kYear:
      return 0.625;
    case TickUnit::kMonth:
      return 0.75;
    case TickUnit::kDay:
      return 1;
    case TickUnit::kHour:
    case TickUnit::kMinute:
      return 1.25;
  }
  return 1;
}

int64_t FloorTo(int64_t value, int64_t step) {
  const int64_t rest = value % step;
  return value - (rest < 0 ? rest + step : rest);
}

// The last round time of the scale at or before `time`. Days count from the first of the month.
CivilTime RoundDown(CivilMs time, const TickScale& scale) {
  CivilTime civil = FromCivilMs(time);
  civil.second = civil.millisecond = 0;
  const int step = static_cast<int>(std::min<int64_t>(scale.step, 1000));
  switch (scale.unit) {
    case TickUnit::kMinute:
      civil.minute -= civil.minute % step;
      return civil;
    case TickUnit::kHour:
      civil.minute = 0;
      civil.hour -= civil.hour % step;
      return civil;
    case TickUnit::kDay:
      civil.minute = civil.hour = 0;
      civil.day -= (civil.day - 1) % step;
      // The last one of a month gives way to the first of the next, as in NextTick().
      if (step > 1 && 2 * civil.day + step > 2 * (DaysInMonth(civil.year, civil.month) + 1)) {
        civil.day -= step;
      }
      return civil;
    case TickUnit::kMonth:
      civil.minute = civil.hour = 0;
      civil.day = 1;
      civil.month -= (civil.month - 1) % step;
      return civil;
    case TickUnit::kYear:
      return {FloorTo(civil.year, scale.step), 1, 1, 0, 0, 0, 0};
  }
  return civil;
}

CivilMs NextTick(CivilMs at, const TickScale& scale) {
  switch (scale.unit) {
    case TickUnit::kMinute:
      return at + scale.step * kMsPerMinute;
    case TickUnit::kHour:
      return at + scale.step * kMsPerHour;
    case TickUnit::kDay: {
      // Steps start again at each month, and the last one of a month gives way to the first.
      const CivilMs next = at + scale.step * kMsPerDay;
      if (scale.step == 1) return next;
      CivilTime month = FromCivilMs(at);
      month.day = 1;
      const CivilMs first = AddMonths(ToCivilMs(month), 1);
      return next + scale.step * kMsPerDay / 2 > first ? first : next;
    }
    case TickUnit::kMonth:
      return AddMonths(at, scale.step);
    case TickUnit::kYear:
      return AddMonths(at, 12 * scale.step);
  }
  return at;
}

}  // namespace

TickScale ChooseTickScale(double ms_per_pixel, float spacing) {
  const double least = ms_per_pixel * static_cast<double>(spacing);
  for (const Candidate& candidate : kCandidates) {
    if (candidate.ms >= least * LabelWidth(candidate.scale.unit)) return candidate.scale;
  }
  for (int64_t magnitude = 1; magnitude < 1'000'000'000; magnitude *= 10) {
    for (const int64_t digit : {1, 2, 5}) {
      if (static_cast<double>(digit * magnitude) * kYearMs >= least * LabelWidth(TickUnit::kYear)) {
        return {TickUnit::kYear, digit * magnitude};
      }
    }
  }
  return {TickUnit::kYear, 1'000'000'000};
}

namespace {

std::vector<Tick> TicksOf(const TimeAxis::Piece& piece, const TickScale& scale,
                          double ms_per_pixel) {
  std::vector<Tick> ticks;
  CivilMs at = ToCivilMs(RoundDown(piece.time.begin, scale));
  while (at <= piece.time.end) {
    if (at >= piece.time.begin) {
      const double along = static_cast<double>(at - piece.time.begin) / ms_per_pixel;
      ticks.push_back({at, piece.left + static_cast<float>(along), scale.unit, ticks.empty()});
    }
    const CivilMs next = NextTick(at, scale);
    if (next <= at) break;  // the end of what CivilMs can hold
    at = next;
  }
  return ticks;
}

}  // namespace

std::vector<Tick> PlaceTicks(const TimeAxis::Piece& piece, float spacing) {
  const float width = piece.right - piece.left;
  if (piece.fold || width < 1) return {};
  const double ms_per_pixel =
      static_cast<double>(piece.time.end - piece.time.begin) / static_cast<double>(width);
  const TickScale scale = ChooseTickScale(ms_per_pixel, spacing);
  std::vector<Tick> ticks = TicksOf(piece, scale, ms_per_pixel);
  if (!ticks.empty() || width < spacing) return ticks;
  // A short stretch between round times: its one tick is the first of the coarsest finer scale that
  // has one there.
  for (auto finer = std::rbegin(kCandidates); finer != std::rend(kCandidates); ++finer) {
    if (finer->ms >= ms_per_pixel * static_cast<double>(spacing)) continue;
    ticks = TicksOf(piece, finer->scale, ms_per_pixel);
    if (ticks.empty()) continue;
    ticks.resize(1);
    break;
  }
  return ticks;
}

}  // namespace saywhen
