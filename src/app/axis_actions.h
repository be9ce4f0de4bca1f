#pragma once

#include "app/app_state.h"

namespace saywhen {

// Zooming and moving what the axis shows. Returns whether it shows, or is on its way to, another
// part.
bool MoveAlongAxis(AppState* state, const Action& action, double now_ms);

}  // namespace saywhen
