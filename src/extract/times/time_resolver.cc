#include "extract/times/time_resolver.h"

#include <algorithm>
#include <vector>

#include "extract/times/time_place.h"
#include "extract/times/time_text.h"
#include "extract/times/time_tokens.h"
#include "model/calendar.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

constexpr size_t kSentence = 240;  // bytes on either side in which its verb is looked for

// An interval of EDTF dates; the same date twice is that date.
struct Ends {
  std::string first;
  std::string last;
};

std::string Qualified(std::string date, std::string_view qualifier) {
  // EDTF has no qualifier for times of day.
  if (date.find('T') == std::string::npos) date.append(qualifier);
  return date;
}

std::string Join(const Ends& ends, std::string_view qualifier) {
  std::string out = Qualified(ends.first, qualifier);
  if (ends.first == ends.last) return out;
  return out.append("/").append(Qualified(ends.last, qualifier));
}

Ends DaysText(const DayRange& days) { return {EdtfDay(days.begin), EdtfDay(days.end - 1)}; }

// The early, middle or late part of a place.
std::optional<Ends> PortionOf(const TimePlace& place, Portion portion) {
  const int third = static_cast<int>(portion) - 1;  // 0 to 2
  const auto years = [&](int64_t first, int64_t last) {
    return Ends{EdtfYear(place.year + first), EdtfYear(place.year + last)};
  };
  switch (place.grain) {
    case Grain::kYear: {
      const std::string text = EdtfYear(place.year) + "-" + std::to_string(37 + third);
      return Ends{text, text};
    }
    case Grain::kMonth: {
      const DayRange days = DaysOf(place);
      const int64_t begin = days.begin + int64_t{10} * third;
      return DaysText({begin, third == 2 ? days.end : begin + 10});
    }
    case Grain::kDecade:
      return third == 0 ? years(0, 3) : third == 1 ? years(3, 6) : years(6, 9);
    case Grain::kCentury:
      return third == 0 ? years(0, 33) : third == 1 ? years(33, 66) : years(66, 99);
    default:
      return std::nullopt;
  }
}

Ends EndsOfPlace(const TimePlace& place, Portion portion, bool* approximate) {
  if (portion != Portion::kWhole) {
    *approximate = true;
    if (const std::optional<Ends> part = PortionOf(place, portion)) return *part;
  }
  if (place.grain == Grain::kWeek || place.grain == Grain::kWeekend ||
      (place.grain == Grain::kDay && place.days > 1)) {
    return DaysText(DaysOf(place));
  }
  const std::string text = EdtfOf(place);
  return {text, text};
}

std::string_view QualifierOf(const TimeFields& fields, bool approximate) {
  approximate = approximate || fields.Get(TimeField::kApproximate) == 1 ||
                fields.Get(TimeField::kFiscal) == 1;
  if (fields.Get(TimeField::kUncertain) == 1) return approximate ? "%" : "?";
  return approximate ? "~" : "";
}

std::optional<TimeInterval> Read(const std::string& edtf) {
  Result<TimeInterval> read = ParseEdtf(edtf);
  if (!read.ok()) return std::nullopt;
  return std::move(read).value();
}

// "The past three years": from the unit so many away to that of publication.
std::optional<std::string> PeriodText(const TimeFields& fields, const TimeAnchor& anchor) {
  if (!fields.Has(TimeField::kUnit) || !fields.Has(TimeField::kOrder)) return std::nullopt;
  const auto unit = static_cast<TimeUnit>(fields.Get(TimeField::kUnit));
  const int order = fields.Get(TimeField::kOrder);
  const bool vague = fields.Get(TimeField::kVague) == 1;
  // "Few" is taken as three, since a place must have two ends.
  const int64_t count = std::max<int64_t>(1, fields.Get(TimeField::kCount, 3));
  if (order == 0) return std::nullopt;
  const CivilMs base = anchor.published;
  const auto far = ShiftedBy(unit, order < 0 ? -count : count, base, anchor.has_time);
  const auto near = ShiftedBy(unit, 0, base, anchor.has_time);
  if (!far || !near) return std::nullopt;
  bool ignored = false;
  const Ends first = EndsOfPlace(order < 0 ? *far : *near, Portion::kWhole, &ignored);
  const Ends last = EndsOfPlace(order < 0 ? *near : *far, Portion::kWhole, &ignored);
  const int64_t today = DaysOf(*ShiftedBy(TimeUnit::kDay, 0, base, false)).begin;
  Ends ends{first.first, last.last};
  // The past two weeks are fourteen days, not a Monday's to a Sunday's.
  if (unit == TimeUnit::kWeek) {
    const int64_t days = std::min<int64_t>(count, 10'000) * 7;
    ends =
        DaysText(order < 0 ? DayRange{today - days, today + 1} : DayRange{today, today + days + 1});
  }
  return Join(ends, QualifierOf(fields, vague));
}

std::optional<std::string> TextOf(const TimeFields& fields, const TimeLexicon& lexicon,
                                  const TimeAnchor& anchor, Direction direction, Ends* ends) {
  if (fields.form() == TimeForm::kPeriod) return PeriodText(fields, anchor);
  if (fields.form() == TimeForm::kReference) {
    if (fields.Get(TimeField::kReference) != static_cast<int>(TimeReference::kPresent)) {
      return std::nullopt;
    }
    const DayRange today = DaysOf(*ShiftedBy(TimeUnit::kDay, 0, anchor.published, false));
    *ends = DaysText(today);
    return ends->first + "~";
  }
  const std::optional<TimePlace> place = Locate(fields, lexicon, anchor, direction);
  if (!place) return std::nullopt;
  bool approximate = place->approximate;
  const auto portion = static_cast<Portion>(fields.Get(TimeField::kPortion));
  *ends = EndsOfPlace(*place, portion, &approximate);
  const std::string_view qualifier = QualifierOf(fields, approximate);
  std::string text = Join(*ends, qualifier);
  ends->first = Qualified(ends->first, qualifier);
  ends->last = Qualified(ends->last, qualifier);
  if (fields.Get(TimeField::kOpen) == 1) return ends->first + "/..";
  if (fields.Get(TimeField::kOpen) == 2) return "../" + ends->last;
  return text;
}

// Whether it is the context that says which of many it is.
bool IsOpen(const TimeFields& fields) {
  return fields.form() == TimeForm::kCalendar && !fields.Has(TimeField::kYear) &&
         !fields.Has(TimeField::kDecade) && !fields.Has(TimeField::kCentury) &&
         !fields.Has(TimeField::kOrder);
}

TimeAnchor AnchoredAt(int64_t day, const TimeAnchor& anchor) {
  TimeAnchor moved = anchor;
  moved.published = day * kMsPerDay;
  return moved;
}

}  // namespace

std::optional<TimeInterval> Resolve(const TimeExpression& expression, const TimeLexicon& lexicon,
                                    const TimeAnchor& anchor, Direction direction) {
  Ends first;
  if (!expression.end) {
    const auto text = TextOf(expression.fields, lexicon, anchor, direction, &first);
    return text ? Read(*text) : std::nullopt;
  }
  std::vector<TimeExpression> both = EndsOf(expression);
  both[0].fields.Clear(TimeField::kOpen);
  both[1].fields.Clear(TimeField::kOpen);
  Ends last;
  if (!TextOf(both[1].fields, lexicon, anchor, direction, &last) || last.last.empty() ||
      !TextOf(both[0].fields, lexicon, anchor, direction, &first) || first.first.empty()) {
    return std::nullopt;
  }
  if (std::optional<TimeInterval> read = Read(first.first + "/" + last.last)) return read;
  // "From October to March" was over when March was, "from Monday to Friday" will be over on the
  // Friday after: the open end follows the other.
  const bool ahead = direction == Direction::kFuture || !IsOpen(both[0].fields);
  const TimeFields& fixed = both[ahead ? 0 : 1].fields;
  const TimeFields& open = both[ahead ? 1 : 0].fields;
  std::optional<TimePlace> place = Locate(fixed, lexicon, anchor, direction);
  if (fixed.form() == TimeForm::kReference) {
    place = ShiftedBy(TimeUnit::kDay, 0, anchor.published, false);
  }
  if (!place || !IsOpen(open)) return std::nullopt;
  const TimeAnchor moved = AnchoredAt(DaysOf(*place).begin, anchor);
  const Direction side = ahead ? Direction::kFuture : Direction::kPast;
  if (!TextOf(open, lexicon, moved, side, ahead ? &last : &first)) return std::nullopt;
  return Read(first.first + "/" + last.last);
}

// The nearest word before the expression that tells counts ("said Tuesday that it will", "will meet
// on Tuesday"); without one the first behind it.
Direction GuessDirection(std::string_view text, TextSpan span, const TimeLexicon& lexicon) {
  const auto is_end = [](char c) { return c == '.' || c == '!' || c == '?' || c == '\n'; };
  size_t begin = std::min<size_t>(span.begin, text.size());
  const size_t first = begin > kSentence ? begin - kSentence : 0;
  while (begin > first && !(is_end(text[begin - 1]) && text[begin] <= ' ')) --begin;
  size_t end = std::min<size_t>(std::max(span.end, span.begin), text.size());
  const size_t last = std::min(text.size(), end + kSentence);
  while (end < last && !is_end(text[end])) ++end;
  TimeTokenizer tokens(text.substr(begin, end - begin), 0);
  uint32_t before = kNoWord;
  Direction found = Direction::kPast;
  bool told = false;
  size_t since_future = kSentence;  // words: "will be counted" looks ahead
  for (TimeToken token = tokens.Next(); token.kind != TimeTokenKind::kEnd; token = tokens.Next()) {
    const size_t at = begin + token.begin;
    if (at >= span.begin && told) return found;
    ++since_future;
    if (at >= span.begin && at < span.end) continue;
    const std::string_view text_of = text.substr(at, token.end - token.begin);
    uint32_t word = kNoWord;
    if (token.kind == TimeTokenKind::kWord) word = lexicon.Find(text_of);
    if (token.mark != 0) word = lexicon.OfMark(token.mark);
    uint32_t phrase = kNoWord;
    if (before != kNoWord && word != kNoWord) phrase = lexicon.Continue(before, word, token.glued);
    TimeCategories categories = 0;
    for (const uint32_t each : {word, phrase}) {
      if (each != kNoWord) categories |= lexicon.word(each).categories;
    }
    if ((categories & BitOf(TimeCategory::kFuture)) != 0 ||
        (categories == 0 && token.lower && lexicon.IsFuture(text_of))) {
      found = Direction::kFuture;
      told = true;
      since_future = 0;
    } else if ((categories & BitOf(TimeCategory::kPast)) != 0 ||
               (categories == 0 && since_future > 3 && token.lower && lexicon.IsPast(text_of))) {
      found = Direction::kPast;
      told = true;
    }
    before = phrase != kNoWord ? phrase : word;
  }
  return found;
}

}  // namespace saywhen
