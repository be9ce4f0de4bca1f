// The vertical timeline of narrow containers: quotes and events hang on one axis, and the chosen
// quote opens in its place.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Returns where it ends.
float DrawFeed(View* view, float left, float top, float width);

}  // namespace saywhen
