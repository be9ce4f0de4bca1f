// What stands in which lane of the timeline, whatever part of the axis is in view: made again when
// what is shown changes, so that a frame only has to look up what it draws.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/story.h"
#include "model/time_extent.h"

namespace saywhen {

enum class LaneGrouping : uint8_t { kSpeaker, kAffiliation, kArticle };

// The key of the lane of all that have none of their own.
constexpr uint32_t kOtherLanes = 0xFFFFFFFE;

// Where a lane has more different times than these to draw, it draws the selected quote's alone.
constexpr size_t kMostAbouts = 12;

// A time that quotes of a lane are about.
struct LaneAbout {
  const StoryTime* time = nullptr;  // of the story
  std::vector<Index> quotes;
};

struct PlannedLane {
  // A speaker's or article's index; of an affiliation, that of the first speaker who has it. kNone:
  // unknown or none.
  uint32_t key = kNone;
  bool folded = false;
  uint32_t lanes = 1;  // of kOtherLanes: how many it stands for
  uint32_t count = 0;  // all of its quotes, also those whose time is unknown
  // Those whose time is known, by the middle of it; of the same one, in the order given.
  std::vector<Index> quotes;
  std::vector<CivilMs> middles;   // of `quotes`
  std::vector<LaneAbout> abouts;  // at most one more than kMostAbouts
};

// How much is said on a few pixels of the whole axis: `share` of the most that is drawn.
struct DensityShare {
  float left = 0;  // CSS pixels from the left end
  float share = 0;
};

struct LanePlan {
  LaneGrouping grouping = LaneGrouping::kSpeaker;
  std::vector<PlannedLane> lanes;
  std::vector<CivilMs> middles;    // of all quotes, each once, sorted
  std::vector<CivilMs> published;  // the articles' publication, sorted, each time once
  size_t hidden = 0;
  size_t all = 0;  // lanes there would be if none were hidden or left to the others
  // Kept by who draws the whole axis, for the width it was drawn at last.
  mutable float density_width = 0;
  mutable std::vector<DensityShare> density;
};

// What the reader wants of the lanes. Keys are those of PlannedLane.
struct LaneChoices {
  LaneGrouping grouping = LaneGrouping::kSpeaker;
  bool all = false;             // not only as many as kMostLanes
  std::vector<uint32_t> first;  // these before all others, in this order
  std::vector<uint32_t> hidden;
  std::vector<uint32_t> folded;
};

// More lanes than these, and those with the fewest quotes go into one for the others.
constexpr size_t kMostLanes = 8;

// What planning needs of every quote, side by side, so that planning 100 000 again at each key of a
// search reads a few flat lists and not the quotes.
class LaneSource {
 public:
  // Keeps pointers into the story. `order`: all quotes in the order of the articles.
  LaneSource(const Story& story, std::span<const Index> order, LaneGrouping grouping);

 private:
  friend class LanePlanner;

  std::span<const uint32_t> KeysOf(Index quote) const;

  LaneGrouping grouping_;
  std::vector<uint32_t> keys_;  // of all quotes, and where those of each end
  std::vector<uint32_t> key_ends_;
  std::vector<CivilMs> middles_;  // of when each was said
  std::vector<Index> by_time_;    // those whose time is known
  struct About {
    Index quote;
    uint32_t time;  // of times_
  };
  std::vector<About> abouts_;  // in the order of the articles
  std::vector<const StoryTime*> times_;
  std::vector<CivilMs> published_;
};

// `quotes` in the order of the articles. Lanes stand in the order in which they first have a quote;
// a quote with several speakers stands in each of their lanes. `choices.grouping` is the source's.
LanePlan PlanLanes(const LaneSource& source, std::span<const Index> quotes,
                   const LaneChoices& choices);

}  // namespace saywhen
