// Puts a time expression on the calendar: what "Tuesday" was in an article of 13 February 2025.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/text_span.h"
#include "extract/times/time_finder.h"
#include "extract/times/time_lexicon.h"
#include "model/time_interval.h"

namespace saywhen {

// Where the sentence looks: decides between the last and the next Tuesday. News tells what was.
enum class Direction : uint8_t { kPast, kPresent, kFuture };

// What an article says of its own time.
struct TimeAnchor {
  CivilMs published = 0;
  bool has_time = false;  // the time of day is known, not only the day
  // The time told of last, for "two weeks later" and "that day"; without it they have no place.
  std::optional<CivilMs> reference;
};

// When it was or will be, in EDTF with its bounds: the day, month, season (21 to 24), quarter (33
// to 36), half (40, 41), third of a year ("early 2014" is 2014-37~), decade (199X), century (18XX)
// or an interval of them. "About" is "~", an ambiguous date "?". A part of the day gives the day,
// as its hours are not agreed on; a week gives its seven days, from Monday. Nothing for what has no
// place on a calendar: durations, sets, "recently".
std::optional<TimeInterval> Resolve(const TimeExpression& expression, const TimeLexicon& lexicon,
                                    const TimeAnchor& anchor, Direction direction);

// The value that TimeML's TIMEX3 gives the expression ("2014-02", "P3Y", "PAST_REF", "XXXX-WXX-2",
// "2025-02-13TMO"): by this time taggers are compared. Of a range, that of its first end.
std::string TimexValue(const TimeExpression& expression, const TimeLexicon& lexicon,
                       const TimeAnchor& anchor, Direction direction);

// Where the sentence around the expression looks, by its words ("will", "plans to"): those of its
// language's FUTURE. kPast when there is none.
Direction GuessDirection(std::string_view text, TextSpan span, const TimeLexicon& lexicon);

}  // namespace saywhen
