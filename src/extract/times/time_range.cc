// Kinds, and ranges as their two ends.
#include <algorithm>
#include <initializer_list>

#include "extract/times/time_finder.h"

namespace saywhen {
namespace {

// Whether it says a time of day and no day.
bool IsClockOnly(const TimeFields& fields) {
  constexpr TimeField kDates[] = {TimeField::kYear,    TimeField::kMonth,    TimeField::kDay,
                                  TimeField::kWeekday, TimeField::kFestival, TimeField::kUnit};
  return fields.Has(TimeField::kHour) &&
         std::none_of(std::begin(kDates), std::end(kDates),
                      [&](TimeField field) { return fields.Has(field); });
}

void ShareMeridiem(const TimeFields& from, TimeFields* to) {
  if (to->Has(TimeField::kHour) && !to->Has(TimeField::kMeridiem) &&
      from.Has(TimeField::kMeridiem) && to->Get(TimeField::kHour) <= 12) {
    to->Set(TimeField::kMeridiem, from.Get(TimeField::kMeridiem));
  }
}

void Share(const TimeFields& from, TimeFields* to) {
  if (from.form() == TimeForm::kShift && IsClockOnly(*to)) {
    // "7 to 8 p.m. tomorrow".
    for (const TimeField field : {TimeField::kForm, TimeField::kUnit, TimeField::kCount,
                                  TimeField::kOrder, TimeField::kNarrative, TimeField::kWeekday}) {
      if (from.Has(field)) to->Set(field, from.Get(field));
    }
    return ShareMeridiem(from, to);
  }
  if (from.form() != TimeForm::kCalendar || to->form() != TimeForm::kCalendar) return;
  const auto has_one = [](const TimeFields& fields, std::initializer_list<TimeField> names) {
    return std::any_of(names.begin(), names.end(),
                       [&](TimeField name) { return fields.Has(name); });
  };
  const auto share = [&](TimeField field) {
    if (from.Has(field) && !to->Has(field)) to->Set(field, from.Get(field));
  };
  const bool clock_only = IsClockOnly(*to);
  const auto names_part = [&](const TimeFields& fields) {
    return has_one(fields, {TimeField::kMonth, TimeField::kDay, TimeField::kSeason,
                            TimeField::kQuarter, TimeField::kHalf, TimeField::kFestival});
  };
  // "From 2014 to May" does not mean that May was in 2014, "from May 2014 to July" does.
  if (clock_only || (names_part(*to) && names_part(from))) {
    if (from.Has(TimeField::kShortYear) && !to->Has(TimeField::kYear)) share(TimeField::kShortYear);
    share(TimeField::kYear);
  }
  if (clock_only || to->Has(TimeField::kDay)) share(TimeField::kMonth);
  if (clock_only) share(TimeField::kDay);
  if (from.Has(TimeField::kEra) && !to->Has(TimeField::kEra)) {
    to->Set(TimeField::kEra, from.Get(TimeField::kEra));
  }
  if (clock_only && from.Has(TimeField::kWeekday)) {
    to->Set(TimeField::kWeekday, from.Get(TimeField::kWeekday));
    if (from.Has(TimeField::kOrder)) to->Set(TimeField::kOrder, from.Get(TimeField::kOrder));
  }
  ShareMeridiem(from, to);
}

}  // namespace

TimeKind KindOf(const TimeFields& fields) {
  switch (fields.form()) {
    case TimeForm::kDuration:
    case TimeForm::kPeriod:
      return TimeKind::kDuration;
    case TimeForm::kSet:
      return TimeKind::kSet;
    case TimeForm::kReference:
      return TimeKind::kReference;
    default:
      break;
  }
  if (fields.Has(TimeField::kHour) || fields.Has(TimeField::kPart)) return TimeKind::kTime;
  if (fields.form() == TimeForm::kCalendar || !fields.Has(TimeField::kUnit)) return TimeKind::kDate;
  const auto unit = static_cast<TimeUnit>(fields.Get(TimeField::kUnit));
  return unit <= TimeUnit::kNight ? TimeKind::kTime : TimeKind::kDate;
}

std::vector<TimeExpression> EndsOf(const TimeExpression& expression) {
  if (!expression.end) return {expression};
  TimeExpression start = expression;
  start.end.reset();
  start.span = expression.start_span;
  TimeExpression end = start;
  end.fields = *expression.end;
  end.span = expression.end_span;
  const TimeFields before = start.fields;
  Share(end.fields, &start.fields);
  Share(before, &end.fields);
  if (end.fields.Has(TimeField::kShortYear) && end.fields.Get(TimeField::kYear) < 100 &&
      start.fields.Get(TimeField::kYear) >= 100) {
    // "2010-14": of the same century.
    const int32_t year = end.fields.Get(TimeField::kYear);
    const int32_t century = start.fields.Get(TimeField::kYear) / 100 * 100;
    end.fields.Set(TimeField::kYear, century + year);
    end.fields.Clear(TimeField::kShortYear);
  }
  // "two to three years": one unit for both.
  if (!start.fields.Has(TimeField::kUnit) && end.fields.Has(TimeField::kUnit) &&
      end.fields.form() == TimeForm::kDuration) {
    start.fields.Set(TimeField::kUnit, end.fields.Get(TimeField::kUnit));
    start.fields.Set(TimeField::kForm, end.fields.Get(TimeField::kForm));
  }
  start.kind = KindOf(start.fields);
  end.kind = KindOf(end.fields);
  return {start, end};
}

}  // namespace saywhen
