#include "model/time_extent.h"

#include <algorithm>

namespace saywhen {
namespace {

constexpr CivilMs kDay = 86'400'000;

CivilMs UnitOf(Precision precision) {
  switch (precision) {
    case Precision::kMillennium:
      return 365'243 * kDay;
    case Precision::kCentury:
      return 36'524 * kDay;
    case Precision::kDecade:
      return 3'652 * kDay;
    case Precision::kYear:
      return 365 * kDay;
    case Precision::kSeason:
      return 91 * kDay;
    case Precision::kMonth:
      return 30 * kDay;
    case Precision::kDay:
      return kDay;
    case Precision::kMinute:
      return 60'000;
    case Precision::kSecond:
      return 1'000;
  }
  return kDay;
}

// Room for arithmetic with no overflow: about 140 million years either way.
constexpr CivilMs kFar = kDistantFuture / 2;

}  // namespace

TimeExtent KnownExtent(const TimeInterval& interval) {
  const CivilMs unit = UnitOf(interval.precision);
  const bool no_start = interval.earliest == kDistantPast;
  const bool no_end = interval.latest == kDistantFuture;
  if (no_start && no_end) return {0, unit};
  const CivilMs earliest = std::clamp(interval.earliest, -kFar, kFar);
  const CivilMs latest = std::clamp(interval.latest, -kFar, kFar);
  if (no_start) return {latest - unit, latest};
  if (no_end) return {earliest, earliest + unit};
  return {earliest, std::max(latest, earliest + 1)};
}

CivilMs MiddleOf(const TimeInterval& interval) {
  const TimeExtent extent = KnownExtent(interval);
  return extent.begin + (extent.end - extent.begin) / 2;
}

const TimeInterval* WhenSaid(const Story& story, const Quote& quote) {
  if (quote.said) return &quote.said->when;
  if (quote.article < story.articles.size() && story.articles[quote.article].published) {
    return &*story.articles[quote.article].published;
  }
  return nullptr;
}

}  // namespace saywhen
