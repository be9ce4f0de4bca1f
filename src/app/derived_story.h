// A story and all that follows from it alone. Of a large one that is the work of several tasks: a
// page must answer its reader in between.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "explore/explorer.h"
#include "model/story.h"
#include "timeline/lane_plan.h"
#include "timeline/time_axis.h"

namespace saywhen {

struct DerivedStory {
  DerivedStory() = default;
  // Nothing is derived yet.
  DerivedStory(Story of) : story(std::move(of)) {}  // NOLINT(google-explicit-constructor)

  // Does the next part of the work, the first of which unifies the story's speakers
  // (model/unify_speakers.h); returns whether there is nothing left. To be called again when it has
  // moved: `explorer` keeps `story`.
  bool DeriveFurther();

  Story story;
  std::unique_ptr<Explorer> explorer;
  std::vector<std::string> names;           // of the speakers, as they are shown
  std::vector<Index> by_article;            // all, by article, then by where they stand in its text
  std::unique_ptr<LaneSource> lane_source;  // of speakers' lanes; keeps what `story` holds
  std::vector<Stretch> stretches;
  double smallest_viewport = 1;
  std::vector<Index> voices;              // who says something, as they first do; kNone: unknown
  std::vector<uint32_t> quotes_of_voice;  // beside `voices`
};

}  // namespace saywhen
