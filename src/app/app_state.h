// The whole state of one widget, and Update(), the one place where it changes.
#pragma once

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/action.h"
#include "app/conversation.h"
#include "app/derived_story.h"
#include "app/viewport_motion.h"
#include "explore/before_after.h"
#include "explore/explorer.h"
#include "model/story.h"
#include "timeline/lane_plan.h"
#include "timeline/time_axis.h"

namespace saywhen {

// What is shown of one of the speakers compared.
struct ComparedVoice {
  Index speaker = kNone;
  std::vector<Index> quotes;  // by the time they were said; those without one come last
  BeforeAfter around;         // the chosen event; empty when there is none
};

struct AppState : DerivedStory {
  std::unique_ptr<LaneSource> other_lanes;  // of another grouping, when that is chosen
  std::vector<uint8_t> fresh;               // quotes that came with the last update; empty: none
  std::vector<uint8_t> on_page;  // quotes that the article around the widget has too; empty: none

  // Chosen by the reader.
  ViewName view = ViewName::kExplore;
  std::string search;
  Question question;  // of `search`, the chosen filters and the order
  struct {
    Index who = kNone;
    Index whom = kNone;
  } mentions;  // only quotes in which one mentions the other; kNone: all
  LaneChoices lane_choices;
  Index selected = kNone;
  size_t first_row = 0;  // of the list, and how many are shown at most
  size_t rows = 0;
  bool all_speakers = false;
  uint32_t panels = 0;      // a bit for each open Panel
  uint32_t all_values = 0;  // a bit for each FacetKind whose values are all shown
  Index article = kNone;    // in the article view
  std::vector<Index> compared;
  Index event = kNone;  // before and after which things are compared
  bool count_words = false;
  ViewportMotion viewport;
  bool reduced_motion = false;
  std::string language = "en";  // of the interface: how a search is folded

  // Derived from the selected quote: those within it, and the same words in other articles.
  std::vector<Index> inner;
  std::vector<Index> versions;
  // Derived from the choice.
  Answer answer;
  std::vector<Index> quotes;     // shown, in the order chosen
  std::vector<uint32_t> places;  // by quote: where it stands in `quotes`; kNone when it does not
  LanePlan lanes;
  LanePlan article_lanes;  // while the article view is shown: of its quotes
  mutable std::unique_ptr<Conversation> conversation;  // ConversationOf() makes it
  LanePlan compared_lanes;                             // while they are compared
  std::vector<ComparedVoice> compared_voices;          // in the order of `compared`
};

constexpr size_t kFirstRows = 8;
constexpr size_t kMoreRows = 24;
constexpr size_t kMostRows = 5000;  // in one list; others come by kShowEarlierQuotes and selecting
constexpr size_t kMostCompared = 4;

// Starts again with another story; its first quote is selected. Speakers who are the same
// (model/unify_speakers.h) are one from then on.
void SetStory(AppState* state, DerivedStory story);

// A newer file of the same story: what the reader chose stays; `fresh` tells what is new. Returns
// how many quotes are.
size_t UpdateStory(AppState* state, DerivedStory newer);

// What an action changed, for those who must be told.
struct Changes {
  bool any = false;
  bool selection = false;
};

// `now_ms` starts motion: milliseconds of any steady clock, the same that frames are given.
Changes Update(AppState* state, const Action& action, double now_ms);

// All quotes, in the order of the articles; none before there is a story.
std::span<const Index> ArticleOrder(const AppState& state);

// Where `quote` stands among the quotes shown; their number when it is not shown.
size_t PositionOf(const AppState& state, Index quote);

// The filter of a speaker, or of those unknown.
FacetValue SpeakerFilter(const AppState& state, Index speaker);
bool IsChosen(const AppState& state, FacetValue value);
bool IsOpen(const AppState& state, Panel panel);
// Whether anything keeps quotes from being shown.
bool IsNarrowed(const AppState& state);

}  // namespace saywhen
