// Two to four speakers side by side: their lanes over one time axis, and what each said before and
// after a chosen event.
#pragma once

#include "ui/timeline_view.h"
#include "ui/view.h"

namespace saywhen {

// Returns where it ends.
float DrawCompare(View* view, float left, float top, float width, TimelinePlace* place);

}  // namespace saywhen
