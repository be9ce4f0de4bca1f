// Who speaks how much, when, and of whom: made from what is shown when it is first asked for, which
// only some views do, and kept until something else is shown.
#pragma once

#include <span>
#include <vector>

#include "explore/mentions.h"
#include "explore/voices.h"
#include "model/story.h"
#include "timeline/time_axis.h"

namespace saywhen {

struct AppState;

struct Conversation {
  static constexpr size_t kMostBins = 24;
  static constexpr size_t kMostMentioned = 10;

  std::vector<Stretch> stretches;  // of when things are said; not what they are about
  std::vector<TimeExtent> bins;    // at most kMostBins, none across a fold
  // Of the quotes that all choices but those of speakers leave: with a speaker chosen, the others
  // are still there to choose.
  VoiceShare share;
  std::vector<uint32_t> by_quotes;  // places in `share`, which is by words: most quotes first
  MentionMatrix mentions;           // of what is shown, but for the choice of a pair
};

// Valid until something else is shown.
const Conversation& ConversationOf(const AppState& state);

// Those of `quotes` in which `who` mentions `whom`, by the rule of WhoMentionsWhom().
std::vector<Index> QuotesThatMention(const Story& story, std::span<const Index> quotes, Index who,
                                     Index whom);

}  // namespace saywhen
