#include "extract/times/time_category.h"

#include <charconv>
#include <cstddef>
#include <cstdlib>

namespace saywhen {
namespace {

// In the order of TimeCategory.
constexpr std::string_view kCategoryNames[] = {
    "word",      "capital",     "plural",      "number",      "year",      "bareyear",
    "shortyear", "day",         "lateday",     "monthnumber", "hour",      "minute",
    "roundyear", "clockdigits", "ordinal",     "month",       "weekday",   "weekdaypart",
    "season",    "unit",        "units",       "part",        "clock",     "meridiem",
    "zone",      "dayshift",    "order",       "ago",         "later",     "reference",
    "festival",  "portion",     "approximate", "every",       "periodic",  "tens",
    "era",       "fraction",    "counted",     "amount",      "locative",  "ablative",
    "dative",    "genitive",    "future",      "past",        "tenfold",   "scale",
    "vague",     "zoneword",    "weekdays",    "timeword",    "yearshort", "date",
    "shift",     "time",        "duration",    "period",      "set",       "anaphor",
    "range",     "decade",      "none"};
static_assert(sizeof(kCategoryNames) / sizeof(kCategoryNames[0]) == kTimeCategoryCount);

// In the order of TimeField.
constexpr std::string_view kFieldNames[] = {
    "form",      "year",     "shortyear",   "decade",    "century",    "era",   "month",
    "day",       "weekday",  "season",      "quarter",   "half",       "week",  "festival",
    "part",      "hour",     "minute",      "second",    "meridiem",   "zone",  "unit",
    "count",     "fraction", "vague",       "otherunit", "othercount", "order", "ordinal",
    "reference", "portion",  "approximate", "uncertain", "fiscal",     "open",  "narrative",
    "sum",       "product"};
static_assert(sizeof(kFieldNames) / sizeof(kFieldNames[0]) == kTimeFieldCount);

struct NamedValue {
  std::string_view name;
  int32_t value;
};

template <typename Enum>
constexpr int32_t Number(Enum value) {
  return static_cast<int32_t>(value);
}

constexpr NamedValue kValues[] = {
    {"second", Number(TimeUnit::kSecond)},
    {"minute", Number(TimeUnit::kMinute)},
    {"hour", Number(TimeUnit::kHour)},
    {"nighttime", Number(TimeUnit::kNight)},
    {"day", Number(TimeUnit::kDay)},
    {"weekend", Number(TimeUnit::kWeekend)},
    {"week", Number(TimeUnit::kWeek)},
    {"month", Number(TimeUnit::kMonth)},
    {"quarter", Number(TimeUnit::kQuarter)},
    {"season", Number(TimeUnit::kSeason)},
    {"year", Number(TimeUnit::kYear)},
    {"decade", Number(TimeUnit::kDecade)},
    {"century", Number(TimeUnit::kCentury)},
    {"millennium", Number(TimeUnit::kMillennium)},
    {"morning", Number(DayPart::kMorning)},
    {"midday", Number(DayPart::kMidday)},
    {"afternoon", Number(DayPart::kAfternoon)},
    {"evening", Number(DayPart::kEvening)},
    {"night", Number(DayPart::kNight)},
    {"daytime", Number(DayPart::kDaytime)},
    {"early", Number(Portion::kEarly)},
    {"middle", Number(Portion::kMiddle)},
    {"late", Number(Portion::kLate)},
    {"past", Number(TimeReference::kPast)},
    {"present", Number(TimeReference::kPresent)},
    {"future", Number(TimeReference::kFuture)},
    {"calendar", Number(TimeForm::kCalendar)},
    {"shift", Number(TimeForm::kShift)},
    {"period", Number(TimeForm::kPeriod)},
    {"duration", Number(TimeForm::kDuration)},
    {"set", Number(TimeForm::kSet)},
    {"since", 1},
    {"until", 2},
    {"decimals", -1},
};

bool SameName(std::string_view name, std::string_view lower) {
  if (name.size() != lower.size()) return false;
  for (size_t i = 0; i < name.size(); ++i) {
    const char c = name[i] >= 'A' && name[i] <= 'Z' ? static_cast<char>(name[i] + 32) : name[i];
    if (c != lower[i]) return false;
  }
  return true;
}

// What a rule sets as the fraction when the second number is the decimals of the first.
constexpr int32_t kDecimals = -1;

void SetNumber(int32_t value, TimeFields* fields) {
  const int32_t before = fields->Get(TimeField::kCount);
  if (fields->Has(TimeField::kCount) && fields->Get(TimeField::kSum) == 1) value += before;
  if (fields->Has(TimeField::kCount) && fields->Get(TimeField::kProduct) == 1) {
    value = before > 1'000'000 / (value == 0 ? 1 : value) ? 1'000'000 : value * before;
  }
  if (fields->Has(TimeField::kCount) && fields->Get(TimeField::kFraction) == kDecimals) {
    while (value > 99) value /= 10;
    return fields->Set(TimeField::kFraction, value < 10 ? value * 10 : value);
  }
  fields->Set(TimeField::kCount, value);
}

}  // namespace

std::optional<TimeCategory> TimeCategoryNamed(std::string_view name) {
  for (int i = 0; i < kTimeCategoryCount; ++i) {
    if (SameName(name, kCategoryNames[i])) return static_cast<TimeCategory>(i);
  }
  return std::nullopt;
}

std::optional<TimeField> TimeFieldNamed(std::string_view name) {
  for (size_t i = 0; i < kTimeFieldCount; ++i) {
    if (SameName(name, kFieldNames[i])) return static_cast<TimeField>(i);
  }
  return std::nullopt;
}

std::optional<int32_t> TimeValueNamed(std::string_view text) {
  for (const NamedValue& each : kValues) {
    if (each.name == text) return each.value;
  }
  int32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

void SetFieldsOf(TimeCategory category, int32_t value, TimeFields* fields) {
  switch (category) {
    case TimeCategory::kNumber:
    case TimeCategory::kTenfold:
    case TimeCategory::kScale:
      return SetNumber(value, fields);
    case TimeCategory::kYear:
    case TimeCategory::kBareYear:
    case TimeCategory::kRoundYear:
      return fields->Set(TimeField::kYear, value);
    case TimeCategory::kShortYear:
      fields->Set(TimeField::kShortYear, 1);
      return fields->Set(TimeField::kYear, value);
    case TimeCategory::kDay:
    case TimeCategory::kLateDay:
      return fields->Set(TimeField::kDay, value);
    case TimeCategory::kMonthNumber:
    case TimeCategory::kMonth:
      return fields->Set(TimeField::kMonth, value);
    case TimeCategory::kHour:
      return fields->Set(TimeField::kHour, value);
    case TimeCategory::kMinute:
      // A second one is the seconds.
      return fields->Set(fields->Has(TimeField::kMinute) ? TimeField::kSecond : TimeField::kMinute,
                         value);
    case TimeCategory::kClockDigits:
      fields->Set(TimeField::kHour, value / 100);
      return fields->Set(TimeField::kMinute, value % 100);
    case TimeCategory::kOrdinal:
      return fields->Set(TimeField::kOrdinal, value);
    case TimeCategory::kWeekday:
    case TimeCategory::kWeekdays:
      return fields->Set(TimeField::kWeekday, value);
    case TimeCategory::kWeekdayPart:
      fields->Set(TimeField::kWeekday, value / 10);
      return fields->Set(TimeField::kPart, value % 10);
    case TimeCategory::kSeason:
      return fields->Set(TimeField::kSeason, value);
    case TimeCategory::kUnit:
    case TimeCategory::kUnits:
    case TimeCategory::kPeriodic:
      // A second one belongs to the second half of a duration.
      return fields->Set(TimeField::kUnit, value);
    case TimeCategory::kPart:
      return fields->Set(TimeField::kPart, value);
    case TimeCategory::kClock:
      fields->Set(TimeField::kHour, value / 60);
      fields->Set(TimeField::kMeridiem, value < 720 ? 1 : 2);
      return fields->Set(TimeField::kMinute, value % 60);
    case TimeCategory::kMeridiem:
      return fields->Set(TimeField::kMeridiem, value);
    case TimeCategory::kZone:
      return fields->Set(TimeField::kZone, value);
    case TimeCategory::kDayShift:
      fields->Set(TimeField::kUnit, static_cast<int32_t>(TimeUnit::kDay));
      fields->Set(TimeField::kCount, std::abs(value));
      return fields->Set(TimeField::kOrder, value < 0 ? -1 : value > 0 ? 1 : 0);
    case TimeCategory::kOrder:
    case TimeCategory::kAgo:
      return fields->Set(TimeField::kOrder, value);
    case TimeCategory::kLater:
      fields->Set(TimeField::kNarrative, 1);
      return fields->Set(TimeField::kOrder, value);
    case TimeCategory::kReference:
      return fields->Set(TimeField::kReference, value);
    case TimeCategory::kFestival:
      return fields->Set(TimeField::kFestival, value);
    case TimeCategory::kPortion:
      return fields->Set(TimeField::kPortion, value);
    case TimeCategory::kVague:
      // "A few" are taken as so many where a place must have an end.
      if (value > 1) fields->Set(TimeField::kCount, value);
      return fields->Set(TimeField::kVague, 1);
    case TimeCategory::kApproximate:
      return fields->Set(TimeField::kApproximate, 1);
    case TimeCategory::kTens:
      return fields->Set(TimeField::kDecade, value);
    case TimeCategory::kEra:
      return fields->Set(TimeField::kEra, value);
    case TimeCategory::kFraction:
      return fields->Set(TimeField::kFraction, value);
    default:
      return;
  }
}

}  // namespace saywhen
