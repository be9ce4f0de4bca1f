// Who speaks how much, when, and of whom: made when it is first asked for, which only some views
// do. What is of all of the story is kept with it, the rest until something else is shown.
#pragma once

#include <vector>

#include "explore/mentions.h"
#include "explore/spoken.h"
#include "explore/voices.h"
#include "model/story.h"
#include "timeline/time_axis.h"

namespace saywhen {

struct AppState;

struct Conversation {
  static constexpr size_t kMostBins = 24;
  static constexpr size_t kMostMentioned = 10;

  // What is of all of the story; see Spoken.
  Conversation(const Story& story, const SearchIndex& index);

  Spoken spoken;
  std::vector<Stretch> stretches;  // of when things are said; not what they are about
  std::vector<TimeExtent> bins;    // at most kMostBins, none across a fold

  // Of the quotes that all choices but those of speakers leave: with a speaker chosen, the others
  // are still there to choose.
  VoiceShare share;
  std::vector<uint32_t> by_quotes;  // places in `share`, which is by words: most quotes first
  MentionMatrix mentions;           // of what is shown, but for the choice of a pair
  bool of_shown = false;            // that these are made of what is shown now
};

// Valid until something else is shown.
const Conversation& ConversationOf(const AppState& state);

// Those of the answer's quotes in which `who` mentions `whom`.
std::vector<Index> QuotesThatMention(const AppState& state, Index who, Index whom);

}  // namespace saywhen
