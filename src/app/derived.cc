#include "app/derived.h"

#include <algorithm>
#include <span>

#include "base/holds.h"
#include "explore/similar.h"

namespace saywhen {
namespace {

ComparedVoice VoiceOf(const AppState& state, std::span<const Index> quotes, Index speaker) {
  const Story& story = state.story;
  ComparedVoice voice;
  voice.speaker = speaker;
  for (const PlannedLane& lane : state.compared_lanes.lanes) {
    if (lane.key == speaker) voice.quotes = lane.quotes;
  }
  for (const Index i : quotes) {
    if (WhenSaid(story, story.quotes[i]) == nullptr && Holds(story.quotes[i].speakers, speaker)) {
      voice.quotes.push_back(i);
    }
  }
  if (state.event < story.events.size()) {
    voice.around = AroundEvent(story, voice.quotes, speaker, story.events[state.event]);
  }
  return voice;
}

}  // namespace

void TakeStory(AppState* state, DerivedStory story) {
  static_cast<DerivedStory&>(*state) = std::move(story);
  while (!state->DeriveFurther()) {
  }
}

void PlanArticle(AppState* state) {
  state->article_lanes = {};
  if (state->view != ViewName::kArticle) return;
  std::vector<Index> theirs;
  for (const Index i : ArticleOrder(*state)) {
    if (state->story.quotes[i].article == state->article && state->places[i] != kNone) {
      theirs.push_back(i);
    }
  }
  state->article_lanes = PlanLanes(*state->lane_source, theirs, {});
}

void CompareAgain(AppState* state) {
  state->compared_lanes = {};
  state->compared_voices.clear();
  if (state->view != ViewName::kCompare) return;
  std::vector<Index> theirs;
  LaneChoices choices;
  choices.all = true;
  choices.first = state->compared;
  for (const Index i : ArticleOrder(*state)) {
    if (state->places[i] == kNone) continue;
    const std::vector<Index>& speakers = state->story.quotes[i].speakers;
    const auto is_compared = [state](Index who) { return Holds(state->compared, who); };
    if (std::none_of(speakers.begin(), speakers.end(), is_compared)) continue;
    theirs.push_back(i);
    // Who speaks with them has no lane here.
    for (const Index who : speakers) {
      if (!is_compared(who) && !Holds(choices.hidden, who)) choices.hidden.push_back(who);
    }
  }
  state->compared_lanes = PlanLanes(*state->lane_source, theirs, choices);
  for (const Index speaker : state->compared) {
    state->compared_voices.push_back(VoiceOf(*state, theirs, speaker));
  }
}

void PlanLanesAgain(AppState* state) {
  // Lanes stand in the order of the articles, whatever the list's order is.
  std::vector<Index> shown;
  shown.reserve(state->quotes.size());
  for (const Index i : ArticleOrder(*state)) {
    if (state->places[i] != kNone) shown.push_back(i);
  }
  const LaneSource& source = state->other_lanes ? *state->other_lanes : *state->lane_source;
  state->lanes = PlanLanes(source, shown, state->lane_choices);
  CompareAgain(state);
}

bool SetSelected(AppState* state, Index quote) {
  if (state->selected == quote) return false;
  state->selected = quote;
  state->inner.clear();
  state->versions.clear();
  if (quote >= state->story.quotes.size()) return true;
  for (Index i = 0; i < state->story.quotes.size(); ++i) {
    if (state->story.quotes[i].within == quote) state->inner.push_back(i);
  }
  if (state->story.articles.size() > 1) {
    constexpr size_t kAtOnce = 20'000;
    // Of a large story the index is made when something is searched; nobody waits for it here.
    if (state->story.quotes.size() <= kAtOnce) {
      while (!state->explorer->Prepare(kAtOnce)) {
      }
    }
    state->versions = OtherVersions(state->story, state->explorer->index(), quote);
  }
  return true;
}

void HoldSelected(AppState* state) {
  const size_t position = PositionOf(*state, state->selected);
  if (position >= state->quotes.size()) return;
  const size_t end = state->first_row + state->rows;
  if (position >= state->first_row && position < end) return;
  if (position >= end && position + 1 - state->first_row <= 10 * kMoreRows) {
    state->rows = position + 1 - state->first_row;
    return;
  }
  state->first_row = position < kFirstRows ? 0 : position - kFirstRows / 2;
  state->rows = kMoreRows;
}

void Ask(AppState* state) {
  state->explorer->Ask(state->question, &state->answer);
  if (state->conversation) state->conversation->of_shown = false;
  state->quotes = state->answer.quotes;
  if (state->mentions.who != kNone) {
    state->quotes = QuotesThatMention(*state, state->mentions.who, state->mentions.whom);
  }
  state->places.assign(state->story.quotes.size(), kNone);
  for (uint32_t at = 0; at < state->quotes.size(); ++at) state->places[state->quotes[at]] = at;
  state->first_row = 0;
  state->rows = kFirstRows;
  PlanLanesAgain(state);
  PlanArticle(state);
  HoldSelected(state);
}

}  // namespace saywhen
