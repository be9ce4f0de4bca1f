#include "app/app_state.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/axis_actions.h"
#include "app/derived.h"
#include "app/lane_actions.h"
#include "base/holds.h"
#include "base/sort.h"

namespace saywhen {
namespace {

// Asks again; the first of what is shown is selected when the selected one is not.
Changes AskAgain(AppState* state) {
  Ask(state);
  if (PositionOf(*state, state->selected) < state->quotes.size() || state->quotes.empty()) {
    return {true, false};
  }
  SetSelected(state, state->quotes.front());
  HoldSelected(state);
  return {true, true};
}

// Returns whether that is another quote than before.
bool Select(AppState* state, Index quote) {
  if (quote >= state->story.quotes.size() || !SetSelected(state, quote)) return false;
  if (state->places[quote] == kNone) {
    // What was asked for is shown: what hides it goes.
    state->question.chosen.clear();
    state->question.query = {};
    state->search.clear();
    state->mentions = {};
    Ask(state);
  }
  if (state->view == ViewName::kArticle) state->article = state->story.quotes[quote].article;
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

Changes ToggleFilterOf(AppState* state, FacetValue value) {
  if (static_cast<size_t>(value.kind) >= kFacetKinds) return {};
  const Facets& facets = state->explorer->facets();
  if (value.value >= facets.size(value.kind)) return {};
  const Index speaker = value.value < state->story.speakers.size() ? value.value : kNone;
  if (value.kind == FacetKind::kSpeaker && !Holds(state->voices, speaker)) return {};
  auto& chosen = state->question.chosen;
  Toggle(&chosen, value);
  // All speakers chosen is the same as none chosen.
  const auto of_speakers = std::count_if(chosen.begin(), chosen.end(), [](FacetValue choice) {
    return choice.kind == FacetKind::kSpeaker;
  });
  if (of_speakers == static_cast<ptrdiff_t>(state->voices.size())) {
    std::erase_if(chosen, [](FacetValue choice) { return choice.kind == FacetKind::kSpeaker; });
  }
  return AskAgain(state);
}

Changes Search(AppState* state, const std::string& text) {
  if (text == state->search) return {};
  state->search = text;
  const bool had_words = !state->question.query.empty();
  state->question.query = ParseQuery(text, state->language);
  // Who searches wants the best first, until another order is chosen.
  if (!had_words && !state->question.query.empty() && state->question.order == Order::kArticle) {
    state->question.order = Order::kRelevance;
  }
  if (state->question.query.empty() && state->question.order == Order::kRelevance) {
    state->question.order = Order::kArticle;
  }
  return AskAgain(state);
}

Changes DropSuggested(AppState* state) {
  const Drop drop = state->explorer->NearestDrop(state->question);
  switch (drop.what) {
    case Drop::kFilter:
      std::erase_if(state->question.chosen,
                    [&drop](FacetValue value) { return value.kind == drop.kind; });
      return AskAgain(state);
    case Drop::kDates:
    case Drop::kWords:
    case Drop::kQuery:
      return Search(state, {});
    case Drop::kNothing:
      break;
  }
  state->question.chosen.clear();
  state->mentions = {};
  if (state->search.empty()) return AskAgain(state);
  return Search(state, {});
}

Changes ShowMentions(AppState* state, Index who, double amount) {
  const size_t speakers = state->story.speakers.size();
  if (who >= speakers || !(amount >= 0) || amount >= static_cast<double>(speakers)) return {};
  const auto whom = static_cast<Index>(amount);
  const bool off = state->mentions.who == who && state->mentions.whom == whom;
  state->mentions.who = off ? kNone : who;
  state->mentions.whom = off ? kNone : whom;
  return AskAgain(state);
}

Changes ShowView(AppState* state, uint8_t view) {
  if (view >= kViews || state->view == static_cast<ViewName>(view)) return {};
  state->view = static_cast<ViewName>(view);
  const auto& quotes = state->story.quotes;
  if (state->selected < quotes.size()) state->article = quotes[state->selected].article;
  if (state->article == kNone && !state->story.articles.empty()) state->article = 0;
  if (state->view == ViewName::kCompare && state->compared.empty()) {
    // The two who say most.
    std::vector<uint32_t> order = CountUp(state->voices.size());
    SortItems(&order, [state](uint32_t i) { return Descending(state->quotes_of_voice[i]); });
    for (const uint32_t i : order) {
      if (state->voices[i] != kNone && state->compared.size() < 2) {
        state->compared.push_back(state->voices[i]);
      }
    }
  }
  CompareAgain(state);
  return {true, false};
}

Changes ShowArticle(AppState* state, Index article) {
  if (article == kNone && state->selected < state->story.quotes.size()) {
    article = state->story.quotes[state->selected].article;
  }
  if (article >= state->story.articles.size()) return {};
  state->view = ViewName::kArticle;
  state->article = article;
  // The selected quote is one of this article's, if it has any.
  const auto& quotes = state->story.quotes;
  if (state->selected < quotes.size() && quotes[state->selected].article == article) {
    return {true, false};
  }
  for (const Index i : ArticleOrder(*state)) {
    if (quotes[i].article == article && state->places[i] != kNone) return {true, Select(state, i)};
  }
  return {true, false};
}

Changes ToggleCompared(AppState* state, Index speaker) {
  if (!Holds(state->voices, speaker) || speaker == kNone) return {};
  const bool there = Holds(state->compared, speaker);
  if (!there && state->compared.size() >= kMostCompared) return {};
  Toggle(&state->compared, speaker);
  CompareAgain(state);
  return {true, false};
}

Changes Apply(AppState* state, const Action& action, double now_ms) {
  const auto selected = [](bool changed) { return Changes{changed, changed}; };
  switch (action.kind) {
    case ActionKind::kNothing:
    case ActionKind::kCopyQuote:
    case ActionKind::kCopyCitation:
    case ActionKind::kCopyLink:
    case ActionKind::kOpen:
    case ActionKind::kSave:
    case ActionKind::kPrint:
    case ActionKind::kTextView:
    case ActionKind::kShowOnPage:
      return {};
    case ActionKind::kSelectQuote:
      return selected(Select(state, action.index));
    case ActionKind::kSelectPosition:
      return selected(SelectAt(state, action.amount));
    case ActionKind::kSelectNext:
      return selected(SelectNeighbour(state, 1));
    case ActionKind::kSelectPrevious:
      return selected(SelectNeighbour(state, -1));
    case ActionKind::kSearch:
      return Search(state, action.text);
    case ActionKind::kToggleFilter:
      return ToggleFilterOf(state, {static_cast<FacetKind>(action.which), action.index});
    case ActionKind::kClearFilters:
      if (state->question.chosen.empty() && state->mentions.who == kNone) return {};
      state->question.chosen.clear();
      state->mentions = {};
      return AskAgain(state);
    case ActionKind::kDropSuggested:
      return DropSuggested(state);
    case ActionKind::kShowMentions:
      return ShowMentions(state, action.index, action.amount);
    case ActionKind::kSetOrder:
      if (action.which >= kOrders || state->question.order == static_cast<Order>(action.which)) {
        return {};
      }
      state->question.order = static_cast<Order>(action.which);
      return AskAgain(state);
    case ActionKind::kShowMoreQuotes:
      // Only the list begins further down; the others show so many of each.
      if (const size_t from = state->view == ViewName::kExplore ? state->first_row : 0;
          from + state->rows >= state->quotes.size() || state->rows >= kMostRows) {
        return {};
      }
      // The more the reader has asked for, the more comes at once.
      state->rows = std::min(state->rows + std::max(kMoreRows, state->rows / 2), kMostRows);
      return {true, false};
    case ActionKind::kShowEarlierQuotes: {
      if (state->first_row == 0) return {};
      const size_t more = std::min(state->first_row, kMoreRows);
      state->first_row -= more;
      state->rows = std::min(state->rows + more, kMostRows);
      return {true, false};
    }
    case ActionKind::kShowView:
      return ShowView(state, action.which);
    case ActionKind::kTogglePanel:
      state->panels ^= 1U << action.which;
      return {true, false};
    case ActionKind::kToggleAllValues:
      state->all_values ^= 1U << action.which;
      return {true, false};
    case ActionKind::kShowAllSpeakers:
      return {!std::exchange(state->all_speakers, true), false};
    case ActionKind::kShowArticle:
      return ShowArticle(state, action.index);
    case ActionKind::kToggleCompared:
      return ToggleCompared(state, action.index);
    case ActionKind::kChooseEvent:
      if (action.index != kNone && action.index >= state->story.events.size()) return {};
      if (std::exchange(state->event, action.index) == action.index) return {};
      CompareAgain(state);
      return {true, false};
    case ActionKind::kCountWords:
      return {std::exchange(state->count_words, action.amount > 0) != (action.amount > 0), false};
    case ActionKind::kGroupLanes:
    case ActionKind::kToggleAllLanes:
    case ActionKind::kToggleLaneFolded:
    case ActionKind::kHideLane:
    case ActionKind::kMoveLaneUp:
    case ActionKind::kShowHiddenLanes:
      return {ChangeLanes(state, action), false};
    case ActionKind::kZoom:
    case ActionKind::kPan:
    case ActionKind::kMoveViewportTo:
    case ActionKind::kShowWholeAxis:
    case ActionKind::kZoomToQuote:
    case ActionKind::kZoomToResults:
    case ActionKind::kZoomToSpeaker:
      return {MoveAlongAxis(state, action, now_ms), false};
  }
  return {};
}

}  // namespace

void SetStory(AppState* state, DerivedStory story) {
  const bool reduced_motion = state->reduced_motion;
  std::string language = std::move(state->language);
  *state = {};
  state->reduced_motion = reduced_motion;
  state->language = std::move(language);
  TakeStory(state, std::move(story));
  Ask(state);
  if (!state->quotes.empty()) SetSelected(state, state->quotes.front());
}

Changes Update(AppState* state, const Action& action, double now_ms) {
  if (!state->explorer) return {};
  const Index article = state->article;
  const ViewName view = state->view;
  const Changes changes = Apply(state, action, now_ms);
  // Asking again has planned it already; another article, or coming to it, has not.
  if (state->article != article || state->view != view) PlanArticle(state);
  return changes;
}

std::span<const Index> ArticleOrder(const AppState& state) {
  return state.explorer ? std::span<const Index>(state.explorer->article_order())
                        : std::span<const Index>();
}

size_t PositionOf(const AppState& state, Index quote) {
  if (quote >= state.places.size() || state.places[quote] == kNone) return state.quotes.size();
  return state.places[quote];
}

FacetValue SpeakerFilter(const AppState& state, Index speaker) {
  const auto unknown = static_cast<uint32_t>(state.story.speakers.size());
  return {FacetKind::kSpeaker, speaker == kNone ? unknown : speaker};
}

bool IsChosen(const AppState& state, FacetValue value) {
  return Holds(state.question.chosen, value);
}

bool IsOpen(const AppState& state, Panel panel) {
  return (state.panels >> static_cast<uint32_t>(panel) & 1U) != 0;
}

bool IsNarrowed(const AppState& state) {
  return !state.question.chosen.empty() || !state.question.query.empty() ||
         state.mentions.who != kNone;
}

}  // namespace saywhen
