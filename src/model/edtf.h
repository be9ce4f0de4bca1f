// Extended Date/Time Format (EDTF): ISO 8601-2:2019 as profiled by the Library of Congress.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/time_interval.h"

namespace saywhen {

// Reads levels 0, 1 and 2 whole; the bounds of a set are the whole set's. How other libraries
// differ: docs/story-format.md. RFC 3339 date-times are level 0. Seasons are drawn as the northern
// meteorological ones (21 is March to May; 24 begins in December and ends in the next year).
// Errors: code "bad-edtf", a message that names what is wrong, and `column` (from 1) of the
// character where it is.
Result<TimeInterval> ParseEdtf(std::string_view text);

// The canonical text: that of `edtf` with letters in upper case, offsets as Z or ±hh:mm, fractions
// without closing zeros and ranges in sets without blanks. A value made without text (`edtf` empty)
// is written from its bounds and precision. ParseEdtf reads it to the same value, but for `edtf`.
std::string PrintEdtf(const TimeInterval& interval);

}  // namespace saywhen
