// The top of the widget: what the story is, when and how much of it there is, and its views.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Returns where it ends.
float DrawHeader(View* view, float left, float top, float width);

}  // namespace saywhen
