// The horizontal timeline: lanes, marks, bars, the axis, and what moves it.
#pragma once

#include <span>

#include "ui/view.h"

namespace saywhen {

// Where the timeline was drawn, for the wheel and the drag that move it.
struct TimelinePlace {
  Box axis;  // without the column of names; empty when there is none
  TimeAxis scale{{}, {}, 0, 0};
};

// Shows the lanes of `plan`, or those of the state. Returns where it ends.
float DrawTimeline(View* view, float left, float top, float width, TimelinePlace* place,
                   const LanePlan* plan = nullptr);

// The whole axis in small: columns, as high as the logarithm of how many of the plan's quotes fall
// on them.
void DrawDensity(View* view, const LanePlan& plan, const Box& strip);

}  // namespace saywhen
