// Everything that can be done to a widget, by whatever means: pointer, keyboard, screen reader,
// the page's script and tests all say one of these.
#pragma once

#include <cstdint>

#include "model/story.h"

namespace saywhen {

enum class ActionKind : uint8_t {
  kNothing,
  kSelectQuote,     // index: a quote
  kSelectPosition,  // amount: counts from 0 among the quotes shown; held within them
  kSelectNext,      // the next of the quotes shown
  kSelectPrevious,
  kToggleSpeaker,    // index: a speaker, or kNone for quotes of unknown speakers
  kShowMoreQuotes,   // more rows of the list
  kShowAllSpeakers,  // not only as many as fit two rows
  kZoom,             // amount: below 1 zooms in; anchor: the axis unit that stays in place
  kPan,              // amount: distance in parts of what is in view; positive: to later times
  kShowWholeAxis,
};

struct Action {
  ActionKind kind = ActionKind::kNothing;
  Index index = kNone;
  double amount = 0;
  double anchor = 0.5;
  friend bool operator==(const Action&, const Action&) = default;
};

}  // namespace saywhen
