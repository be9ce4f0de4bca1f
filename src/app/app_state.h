// The whole state of one widget, and update(), the one place where it changes.
#pragma once

#include <vector>

#include "app/action.h"
#include "app/viewport_motion.h"
#include "model/story.h"
#include "timeline/time_axis.h"

namespace saywhen {

struct AppState {
  Story story;
  // Derived from the story when it is set: all quotes in the order of the articles, the axis, and
  // the speakers who say something (kNone for unknown ones) in the order in which they first do.
  std::vector<Index> article_order;
  std::vector<Stretch> stretches;
  double smallest_viewport = 1;
  std::vector<Index> voices;

  // Chosen by the reader. No speaker chosen means all of them.
  std::vector<Index> chosen_speakers;
  Index selected = kNone;
  size_t rows = 0;  // of the list, at most
  bool all_speakers = false;
  ViewportMotion viewport;
  bool reduced_motion = false;

  // Derived from the choice: what is shown, in the order of the articles.
  std::vector<Index> quotes;
};

constexpr size_t kFirstRows = 8;
constexpr size_t kMoreRows = 24;

// Starts again with another story; its first quote is selected.
void SetStory(AppState* state, Story story);

// What an action changed, for those who must be told.
struct Changes {
  bool any = false;
  bool selection = false;
};

// `now_ms` starts motion: milliseconds of any steady clock, the same that frames are given.
Changes Update(AppState* state, const Action& action, double now_ms);

// Where `quote` stands among the quotes shown; their number when it is not shown.
size_t PositionOf(const AppState& state, Index quote);

bool IsChosen(const AppState& state, Index speaker);

}  // namespace saywhen
