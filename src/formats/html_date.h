// Dates as HTML and schema.org have them.
#pragma once

#include <string_view>

namespace saywhen {

// Whether an EDTF date is also a valid string for <time datetime> (HTML Living Standard 4.5.14) and
// an ISO 8601 date: a year of four digits, a month, a day, or a moment with or without its offset.
// What EDTF says besides (uncertain, unspecified, intervals, seasons) has no such form.
bool IsHtmlDate(std::string_view edtf);

}  // namespace saywhen
