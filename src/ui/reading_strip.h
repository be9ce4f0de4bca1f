// While an article is read and its timeline has left the screen: who speaks at the top of what is
// seen, and when, in one line that the host keeps there.
#pragma once

#include "ui/view.h"

namespace saywhen {

constexpr float kReadingStripHeight = 44;  // CSS pixels

// Of the article view's nodes in `tree`, the last quote that begins at or above `y`, CSS pixels
// from the widget's top; kNone above the first one and below the article's end.
Index QuoteReadAt(const SemanticsTree& tree, float y);

void DrawReadingStrip(View* view, Index quote, float width);

}  // namespace saywhen
