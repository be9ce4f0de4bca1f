// Kinds of words and phrases that the rules of times.tsv speak of.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/times/time_fields.h"

namespace saywhen {

// In the rules each has its name in capitals: MONTH. A token may be of several ("13" is a day, an
// hour and a number).
enum class TimeCategory : uint8_t {
  // By shape.
  kWord,         // a word that the lexicon does not have
  kCapital,      // a word with a capital first letter
  kPlural,       // a word that the lexicon does not have, with a plural's ending
  kNumber,       // digits or a numeral
  kYear,         // four digits, 1000 to 2999
  kBareYear,     // four digits that are likely a year wherever they stand: 1900 to 2059
  kShortYear,    // two digits
  kDay,          // 1 to 31
  kLateDay,      // 13 to 31: no month
  kMonthNumber,  // 1 to 12
  kHour,         // 0 to 24
  kMinute,       // two digits, 00 to 59
  kRoundYear,    // four digits that may as well count something: 1850, 2000
  kClockDigits,  // four digits, 0000 to 2359
  // From the lexicon.
  kOrdinal,
  kMonth,
  kWeekday,
  kWeekdayPart,  // German "Dienstagabend": weekday * 10 + part
  kSeason,
  kUnit,
  kUnits,
  kPart,
  kClock,  // noon, midnight: minutes of the day
  kMeridiem,
  kZone,
  kDayShift,  // yesterday
  kOrder,
  kAgo,    // behind a duration: before publication
  kLater,  // behind a duration: after some time told of, or before it (-1)
  kReference,
  kFestival,
  kPortion,
  kApproximate,
  kEvery,
  kPeriodic,  // "daily"
  kTens,      // "nineties"
  kEra,
  kFraction,
  kCounted,  // a word that makes the number before it an amount: "people"
  kAmount,   // a word that makes the number behind it an amount: "nearly"
  kLocative,
  kAblative,
  kDative,
  kGenitive,
  kFuture,     // a word that says the sentence looks ahead: "will"
  kPast,       // and back: "said"
  kTenfold,    // "twenty", to which ones are added
  kScale,      // "hundred", by which a number is multiplied
  kVague,      // "several"
  kZoneWord,   // a time zone whose offset depends on more than its name
  kWeekdays,   // "Mondays": one of every week
  kTimeWord,   // a word that only the rules know what to do with: "tonight"
  kYearShort,  // "'14", the apostrophe with it; made by rules
  // Made by rules.
  kDate,
  kShift,
  kTime,
  kDuration,
  kPeriod,
  kSet,
  kAnaphor,
  kRange,
  kDecade,
  kNothing,  // made of what is no time although it looks like one
};
constexpr int kTimeCategoryCount = static_cast<int>(TimeCategory::kNothing) + 1;
static_assert(kTimeCategoryCount <= 64, "a set of categories is 64 bits");

// A set of categories.
using TimeCategories = uint64_t;
constexpr TimeCategories BitOf(TimeCategory category) {
  return TimeCategories{1} << static_cast<int>(category);
}

// By name in any case: "month", "MONTH".
std::optional<TimeCategory> TimeCategoryNamed(std::string_view name);
std::optional<TimeField> TimeFieldNamed(std::string_view name);
// The value that a word of the category has: a number, or the name of a unit ("week"), a part of
// the day ("morning"), a portion ("early") or a reference ("past").
std::optional<int32_t> TimeValueNamed(std::string_view text);

// What a word of the category says: sets the field, or fields, that it stands for.
void SetFieldsOf(TimeCategory category, int32_t value, TimeFields* fields);

}  // namespace saywhen
