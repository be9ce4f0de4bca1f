#pragma once

#include "app/app_state.h"

namespace saywhen {

// Grouping, folding, hiding and moving the timeline's lanes. Returns whether anything changed.
bool ChangeLanes(AppState* state, const Action& action);

}  // namespace saywhen
