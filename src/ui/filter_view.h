// What narrows down which quotes are shown: the search, the filters with their counts, the order.
#pragma once

#include "ui/view.h"

namespace saywhen {

// The search field, the chips of speakers, the filters that are chosen, and the open panels.
// Returns where they end.
float DrawFilters(View* view, float left, float top, float width);

// Instead of the quotes when there are none: what to give up to see some.
float DrawNothingFound(View* view, float left, float top, float width);

}  // namespace saywhen
