// The horizontal timeline: lanes, marks, bars, the axis, and what moves it.
#pragma once

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

// What is written at a lane's head.
std::string LaneName(const View& view, LaneGrouping grouping, const PlannedLane& lane);

}  // namespace saywhen
