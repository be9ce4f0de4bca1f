// Times in words, in the reader's language.
#pragma once

#include <string>

#include "model/time_interval.h"
#include "platform/host.h"
#include "timeline/ticks.h"
#include "ui/strings.h"

namespace saywhen {

enum class TimeLength : uint8_t {
  kShort,  // 13 Feb 2025
  kLong,   // 13 February 2025
};

// "2010–2014", "about 1980s", "from 2026": only as precise as the interval is.
std::string TimeText(const TimeInterval& interval, TimeLength length, Locale* locale,
                     const Strings& strings);

// "9 years folded".
std::string FoldText(const TimeExtent& folded, Locale* locale, const Strings& strings);

// What is written at a tick; the first of a stretch says the year too.
std::string TickText(const Tick& tick, Locale* locale);

}  // namespace saywhen
