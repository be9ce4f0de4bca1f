// The horizontal timeline as plain records: a lane a speaker, marks for what was said, bars for
// what the words are about, events below. A pure function of a story and a view of its axis;
// lengths in CSS pixels from the timeline's top left corner.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/story.h"
#include "timeline/lane_plan.h"
#include "timeline/ticks.h"
#include "timeline/time_axis.h"

namespace saywhen {

// What the layout must know of text. The words are the widget's (its language), the widths the
// host's (its fonts).
class LaneLabels {
 public:
  LaneLabels() = default;
  LaneLabels(const LaneLabels&) = delete;
  LaneLabels& operator=(const LaneLabels&) = delete;
  virtual ~LaneLabels() = default;

  virtual std::string TimeLabel(const StoryTime& time) = 0;
  virtual float LabelWidth(std::string_view label) = 0;
};

struct LaneStyle {
  float label_column = 186;  // left of the axis: who speaks
  float axis_height = 56;    // above the lanes: ticks, and under them what is folded
  float lane_padding = 14;   // above and below a lane's rows
  float row_height = 26;
  float least_lane = 54;
  float mark_pitch = 22;  // least distance between the middles of two marks of a row
  float bar_height = 18;
  float label_gap = 6;
  float tick_spacing = 88;
  float folded_lane = 30;
  // Lanes between these, in pixels from the timeline's top, are laid out; of the others only the
  // height is right.
  float visible_from = -1e9F;
  float visible_to = 1e9F;
  static constexpr float kColumn = 4;  // the width of a density column
};

struct Lane {
  const PlannedLane* plan = nullptr;
  float top = 0;
  float height = 0;
};

// Where a lane has more quotes than there is room for marks, columns say how many there are.
struct DensityColumn {
  uint32_t lane = 0;
  uint32_t count = 0;
  float left = 0;
  float middle = 0;  // of the row
};

// The mark of a quote in one lane; a quote with several speakers has one in each of theirs.
struct QuoteMark {
  Index quote = kNone;
  Index speaker = kNone;  // whose colour it has
  uint32_t lane = 0;
  float x = 0;  // the middle
  float y = 0;
};

// What a bar stands for: what words are about, when something uncertain may have been said, or an
// event.
enum class BarKind : uint8_t { kAbout, kSaid, kEvent };

struct Bar {
  BarKind kind = BarKind::kAbout;
  uint32_t lane = 0;          // of kEvent: the number of lanes
  std::vector<Index> quotes;  // kAbout: all of the lane that are about this time; kSaid: one
  Index event = kNone;        // of kEvent
  float left = 0;             // cut to the axis
  float right = 0;
  float middle = 0;         // of the row
  bool fade_start = false;  // open or unknown, or cut off by the view
  bool fade_end = false;
  bool vague = false;  // approximate, uncertain or with unspecified digits: hatched
  std::string label;
  float label_left = 0;
  bool label_inside = false;
};

struct LaneLayout {
  std::vector<Lane> lanes;
  std::vector<QuoteMark> marks;  // by lane, then from left to right
  std::vector<Bar> bars;
  std::vector<DensityColumn> columns;
  std::vector<float> published;  // where articles were published
  std::vector<Tick> ticks;
  float axis_left = 0;
  float axis_right = 0;
  float events_top = 0;  // of the events' rows; the same as height when there are none
  float height = 0;
};

// What an event leads to: its page, else its picture; empty when there is neither.
std::string_view LinkOf(const Event& event);

// The extents of everything that `quotes` and the story's events put on the axis.
std::vector<TimeExtent> ExtentsOf(const Story& story, std::span<const Index> quotes);

// `quotes`: those shown, in the order of the article. Lanes stand in the order in which their
// speakers first speak. Marks of one instant stand side by side in that order, never on top of each
// other; where they need more width than there is, they stand in several rows, and where there is
// no room for all of them, columns stand for them. The work depends on what is in view, not on how
// many quotes there are. `selected` has its mark and what it is about in any case. The plan is
// kept.
LaneLayout LayOutLanes(const Story& story, const LanePlan& plan, Index selected,
                       const TimeAxis& axis, const LaneStyle& style, LaneLabels* labels);

}  // namespace saywhen
