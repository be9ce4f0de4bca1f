// The axis and the lanes below it, as LayOutLanes() has placed them.
#pragma once

#include "timeline/lanes.h"
#include "ui/view.h"

namespace saywhen {

// The speaker, affiliation or article that a lane stands for, or how many others.
std::string LaneName(const View& view, LaneGrouping grouping, const PlannedLane& lane);

// What a zoom button, or pressing crowded quotes, makes of the part in view.
constexpr double kZoomStep = 0.5;

void DrawLanes(View* view, LaneGrouping grouping, const LaneStyle& style, const LaneLayout& layout,
               const TimeAxis& axis, const Box& box);

}  // namespace saywhen
