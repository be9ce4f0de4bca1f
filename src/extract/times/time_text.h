// Places as text: dates of EDTF, values of TIMEX3.
#pragma once

#include <cstdint>
#include <string>

#include "extract/times/time_place.h"

namespace saywhen {

// "2014"; "-0043" is 44 BCE.
std::string EdtfYear(int64_t year);
// Days since 1970-01-01: "2014-02-13".
std::string EdtfDay(int64_t day);
// One EDTF date or date-time: of a week or several days the first day, of a part of the day its
// day.
std::string EdtfOf(const TimePlace& place);

}  // namespace saywhen
