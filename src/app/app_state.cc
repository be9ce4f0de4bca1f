#include "app/app_state.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "timeline/lanes.h"

namespace saywhen {
namespace {

std::vector<Index> InArticleOrder(const Story& story) {
  std::vector<Index> order(story.quotes.size());
  for (Index i = 0; i < order.size(); ++i) order[i] = i;
  const auto place = [&story](Index i) {
    const Quote& quote = story.quotes[i];
    return std::tuple(quote.article, quote.spans.empty() ? 0 : quote.spans.front().begin);
  };
  // A quote without a place in its text stays where the file put it, so order only what has one.
  const bool all_placed = std::all_of(order.begin(), order.end(),
                                      [&story](Index i) { return !story.quotes[i].spans.empty(); });
  if (all_placed) {
    std::stable_sort(order.begin(), order.end(),
                     [&place](Index a, Index b) { return place(a) < place(b); });
  }
  return order;
}

std::vector<Index> FindVoices(const Story& story, const std::vector<Index>& order) {
  std::vector<bool> seen(story.speakers.size(), false);
  bool unknown_seen = false;
  std::vector<Index> voices;
  for (const Index i : order) {
    const Quote& quote = story.quotes[i];
    for (const Index speaker : quote.speakers) {
      if (seen[speaker]) continue;
      seen[speaker] = true;
      voices.push_back(speaker);
    }
    if (quote.speakers.empty() && !unknown_seen) {
      unknown_seen = true;
      voices.push_back(kNone);
    }
  }
  return voices;
}

bool IsShown(const AppState& state, const Quote& quote) {
  if (state.chosen_speakers.empty()) return true;
  if (quote.speakers.empty()) return IsChosen(state, kNone);
  return std::any_of(quote.speakers.begin(), quote.speakers.end(),
                     [&state](Index speaker) { return IsChosen(state, speaker); });
}

// The list is at least long enough to hold the selected quote.
void HoldSelected(AppState* state) {
  const size_t position = PositionOf(*state, state->selected);
  if (position < state->quotes.size()) state->rows = std::max(state->rows, position + 1);
}

void Filter(AppState* state) {
  state->quotes.clear();
  for (const Index i : state->article_order) {
    if (IsShown(*state, state->story.quotes[i])) state->quotes.push_back(i);
  }
  HoldSelected(state);
}

// Returns whether that is another quote than before.
bool Select(AppState* state, Index quote) {
  if (quote >= state->story.quotes.size() || quote == state->selected) return false;
  state->selected = quote;
  if (!IsShown(*state, state->story.quotes[quote])) {
    // What was asked for is shown: the filter that hides it goes.
    state->chosen_speakers.clear();
    Filter(state);
  }
  HoldSelected(state);
  return true;
}

bool SelectAt(AppState* state, double position) {
  if (state->quotes.empty() || std::isnan(position)) return false;
  const double last = static_cast<double>(state->quotes.size() - 1);
  return Select(state, state->quotes[static_cast<size_t>(std::clamp(position, 0.0, last))]);
}

bool SelectNeighbour(AppState* state, double step) {
  return SelectAt(state, static_cast<double>(PositionOf(*state, state->selected)) + step);
}

void ToggleSpeaker(AppState* state, Index speaker) {
  auto& chosen = state->chosen_speakers;
  const auto at = std::find(chosen.begin(), chosen.end(), speaker);
  if (at != chosen.end()) {
    chosen.erase(at);
  } else {
    chosen.push_back(speaker);
  }
  // All chosen is the same as none chosen.
  if (chosen.size() == state->voices.size()) chosen.clear();
  Filter(state);
}

bool MoveViewport(AppState* state, const Viewport& target, double now_ms) {
  if (target == state->viewport.target()) return false;
  if (state->reduced_motion) {
    state->viewport.JumpTo(target);
  } else {
    state->viewport.MoveTo(target, now_ms);
  }
  return true;
}

}  // namespace

void SetStory(AppState* state, Story story) {
  const bool reduced_motion = state->reduced_motion;
  *state = {};
  state->reduced_motion = reduced_motion;
  state->story = std::move(story);
  state->article_order = InArticleOrder(state->story);
  state->voices = FindVoices(state->story, state->article_order);
  state->stretches = FindStretches(ExtentsOf(state->story, state->article_order));
  state->smallest_viewport = SmallestViewport(state->stretches);
  state->rows = kFirstRows;
  Filter(state);
  if (!state->quotes.empty()) state->selected = state->quotes.front();
}

Changes Update(AppState* state, const Action& action, double now_ms) {
  const auto selected = [](bool changed) { return Changes{changed, changed}; };
  const Viewport& target = state->viewport.target();
  switch (action.kind) {
    case ActionKind::kNothing:
      return {};
    case ActionKind::kSelectQuote:
      return selected(Select(state, action.index));
    case ActionKind::kSelectPosition:
      return selected(SelectAt(state, action.amount));
    case ActionKind::kSelectNext:
      return selected(SelectNeighbour(state, 1));
    case ActionKind::kSelectPrevious:
      return selected(SelectNeighbour(state, -1));
    case ActionKind::kToggleSpeaker: {
      const auto& voices = state->voices;
      if (std::find(voices.begin(), voices.end(), action.index) == voices.end()) return {};
      ToggleSpeaker(state, action.index);
      const bool lost = PositionOf(*state, state->selected) == state->quotes.size();
      return {true, lost && SelectAt(state, 0)};
    }
    case ActionKind::kShowMoreQuotes:
      if (state->rows >= state->quotes.size()) return {};
      state->rows += kMoreRows;
      return {true, false};
    case ActionKind::kShowAllSpeakers:
      return {!std::exchange(state->all_speakers, true), false};
    case ActionKind::kZoom:
      if (!(action.amount > 0) || std::isnan(action.anchor)) return {};
      return {
          MoveViewport(state, Zoom(target, action.amount, action.anchor, state->smallest_viewport),
                       now_ms),
          false};
    case ActionKind::kPan:
      if (std::isnan(action.amount)) return {};
      return {MoveViewport(state, Pan(target, action.amount * target.size()), now_ms), false};
    case ActionKind::kShowWholeAxis:
      return {MoveViewport(state, {}, now_ms), false};
  }
  return {};
}

size_t PositionOf(const AppState& state, Index quote) {
  return static_cast<size_t>(std::find(state.quotes.begin(), state.quotes.end(), quote) -
                             state.quotes.begin());
}

bool IsChosen(const AppState& state, Index speaker) {
  return std::find(state.chosen_speakers.begin(), state.chosen_speakers.end(), speaker) !=
         state.chosen_speakers.end();
}

}  // namespace saywhen
