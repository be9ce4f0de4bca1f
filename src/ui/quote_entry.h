// A quote in a column or a short list: a small line of when (and who), then its words.
#pragma once

#include "ui/view.h"

namespace saywhen {

struct QuoteEntry {
  Index quote = kNone;
  Index speaker = kNone;       // whose colour it wears
  std::string_view id_prefix;  // of its node
  bool says_who = false;       // names stand before the time
  size_t most_lines = 4;
};

// What is chosen lies on a ground that reaches this far beyond left and right.
constexpr float kEntryInset = 8;

// Pressing it selects the quote. Returns its bottom.
float DrawQuoteEntry(View* view, const QuoteEntry& entry, float left, float top, float width);
// The same without drawing.
float QuoteEntryHeight(View* view, const QuoteEntry& entry, float width);

// "Show 24 more", where lists of a view show AppState::rows of each and the longest holds
// `longest`. Returns its bottom; `top` when nothing more is there.
float DrawMoreButton(View* view, size_t longest, float left, float top);

}  // namespace saywhen
