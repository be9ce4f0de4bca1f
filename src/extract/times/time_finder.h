// Finds the time expressions of a text: what in it names a date, a time of day, a duration, a
// repeated time, or "now".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "extract/times/time_fields.h"
#include "extract/times/time_lexicon.h"

namespace saywhen {

// As the annotation of times has them (TimeML), but for kReference, which is a date there.
enum class TimeKind : uint8_t { kDate, kTime, kDuration, kSet, kReference };

// Found and understood, but not yet put on a calendar: that takes a TimeAnchor (time_resolver.h).
struct TimeExpression {
  // With determiners and modifiers ("the past three years", "early 2014"), without the preposition
  // before it. Of a range from its first end to the end of its second.
  TextSpan span;
  TimeKind kind = TimeKind::kDate;
  TimeFields fields;
  // "2010 to 2014": the fields of the second end, and where each end stands.
  std::optional<TimeFields> end;
  TextSpan start_span;
  TextSpan end_span;
  // The name of the rule that saw it. Lives as long as the lexicon.
  std::string_view rule;
};

// Adds the expressions of `text` to `out`, in order and without overlaps; spans are bytes. Any
// bytes will do; the time taken is linear in their number. Nothing reaches across an empty line.
// `text` is below 4 GiB.
void FindTimes(std::string_view text, const TimeLexicon& lexicon, std::vector<TimeExpression>* out);

// What the fields name.
TimeKind KindOf(const TimeFields& fields);

// A range as two expressions, each with the fields that it shares with the other ("from 10 to 12
// May": both are in May); any other expression as itself.
std::vector<TimeExpression> EndsOf(const TimeExpression& expression);

}  // namespace saywhen
