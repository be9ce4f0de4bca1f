// Below the timeline: what its marks mean, the buttons that zoom, and what can be done with lanes.
#pragma once

#include "timeline/lanes.h"
#include "ui/view.h"

namespace saywhen {

// The legend, and the buttons that zoom; `of_state`: the lanes are those that the reader arranges.
// Returns where they end.
float DrawFoot(View* view, const LaneLayout& layout, bool of_state, float left, float top,
               float width);
// What can be done with the lanes, one by one.
float DrawLanesPanel(View* view, const LanePlan& plan, float left, float top, float width);

}  // namespace saywhen
