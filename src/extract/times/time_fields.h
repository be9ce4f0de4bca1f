// What a time expression says, before anyone asks on which calendar day that was: a handful of
// named numbers ("month 2, day 13", "unit week, count 1, order -1") that the rules of a language
// fill (times.tsv) and the resolver reads.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace saywhen {

enum class TimeField : uint8_t {
  kForm,         // TimeForm
  kYear,         // as counted by the era; two digits when kShortYear is set
  kShortYear,    // 1: the year was written with its last two digits
  kDecade,       // first year of the decade, or 20 to 90 when its century is not named
  kCentury,      // 19 is 1800 to 1899
  kEra,          // -1: before the common era
  kMonth,        // 1 to 12
  kDay,          // 1 to 31
  kWeekday,      // 1 (Monday) to 7
  kSeason,       // 21 (spring) to 24 (winter), as in EDTF
  kQuarter,      // 1 to 4
  kHalf,         // 1 or 2, of a year
  kWeek,         // ISO week of its year
  kFestival,     // position in the lexicon's festivals
  kPart,         // DayPart
  kHour,         // 0 to 24
  kMinute,       // 0 to 59
  kSecond,       // 0 to 60
  kMeridiem,     // 1 a.m., 2 p.m.
  kZone,         // minutes east of UTC
  kUnit,         // TimeUnit
  kCount,        // how many units
  kFraction,     // hundredths of a unit, beside kCount
  kVague,        // 1: "several", "years": the count is not said
  kOtherUnit,    // of a duration of two units
  kOtherCount,   //
  kOrder,        // -1 last, ago; 0 this; 1 next, from now; 2 the one after next, -2 before last
  kOrdinal,      // "the third"; negative: from the end ("the last week of 2016")
  kReference,    // TimeReference
  kPortion,      // Portion
  kApproximate,  // 1: "about"
  kUncertain,    // 1: 02/03/2025
  kFiscal,       // 1: "fiscal 2020"
  kOpen,         // 1: since, 2: until
  kNarrative,    // 1: counted from a time told of before ("two weeks later"), not from publication
  kSum,          // rules only: numbers add up ("twenty-five")
  kProduct,      // rules only: numbers multiply ("two hundred")
};
constexpr size_t kTimeFieldCount = static_cast<size_t>(TimeField::kProduct) + 1;

// What the other fields mean together.
enum class TimeForm : uint8_t {
  kCalendar,   // named as a calendar does; coarser fields that are missing follow from the context
  kShift,      // so many units from publication ("yesterday", "last week"), and finer fields in it
  kPeriod,     // a stretch that touches publication ("the past three years")
  kDuration,   // "three years"
  kSet,        // "every Tuesday"
  kReference,  // "now", "recently"
  kAnaphor,    // "that day"
};

enum class TimeUnit : uint8_t {
  kSecond,
  kMinute,
  kHour,
  kNight,
  kDay,
  kWeekend,
  kWeek,
  kMonth,
  kQuarter,
  kSeason,
  kYear,
  kDecade,
  kCentury,
  kMillennium,
};

enum class DayPart : uint8_t { kWhole, kMorning, kMidday, kAfternoon, kEvening, kNight, kDaytime };

enum class TimeReference : uint8_t { kPast, kPresent, kFuture };

enum class Portion : uint8_t { kWhole, kEarly, kMiddle, kLate };

// The fields that are set. A plain value.
class TimeFields {
 public:
  TimeFields() { values_.fill(kUnset); }

  bool Has(TimeField field) const { return values_[static_cast<size_t>(field)] != kUnset; }
  int32_t Get(TimeField field, int32_t otherwise = 0) const {
    return Has(field) ? values_[static_cast<size_t>(field)] : otherwise;
  }
  void Set(TimeField field, int32_t value) { values_[static_cast<size_t>(field)] = value; }
  void Clear(TimeField field) { values_[static_cast<size_t>(field)] = kUnset; }
  TimeForm form() const { return static_cast<TimeForm>(Get(TimeField::kForm)); }

  // Takes over what `other` has set, but its form.
  void Merge(const TimeFields& other) {
    for (size_t i = 1; i < values_.size(); ++i) {
      if (other.values_[i] != kUnset) values_[i] = other.values_[i];
    }
  }

  friend bool operator==(const TimeFields&, const TimeFields&) = default;

 private:
  static constexpr int32_t kUnset = std::numeric_limits<int32_t>::min();
  std::array<int32_t, kTimeFieldCount> values_;
};

}  // namespace saywhen
