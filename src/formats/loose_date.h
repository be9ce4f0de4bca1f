// Dates as other programs write them.
#pragma once

#include <optional>
#include <string_view>

#include "model/time_interval.h"

namespace saywhen {

// EDTF; and ISO 8601's basic form ("20250213T180500Z"), a blank for its T, an offset without colon
// or a slash for its hyphens; RFC 5322 ("Thu, 13 Feb 2025 18:05:00 +0300"); English ("February 13,
// 2025", "13 February 2025 6:05 pm"). The value's `edtf` is the date in EDTF. Nothing when it is
// none of these; "02/03/2025" is not, since it is two dates.
std::optional<TimeInterval> ReadLooseDate(std::string_view text);

}  // namespace saywhen
