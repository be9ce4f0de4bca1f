#include "app/app_state.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <utility>

#include "explore/similar.h"
#include "explore/sort.h"
#include "model/merge.h"
#include "timeline/lanes.h"

namespace saywhen {
namespace {

template <typename T>
bool Holds(const std::vector<T>& items, const T& item) {
  return std::find(items.begin(), items.end(), item) != items.end();
}

// Returns whether it is there now.
template <typename T>
bool Toggle(std::vector<T>* items, const T& item) {
  const auto at = std::find(items->begin(), items->end(), item);
  if (at != items->end()) {
    items->erase(at);
    return false;
  }
  items->push_back(item);
  return true;
}

void FindPlaces(AppState* state) {
  const auto& quotes = state->story.quotes;
  std::vector<uint64_t> keys(quotes.size());
  state->by_article.resize(quotes.size());
  for (Index i = 0; i < quotes.size(); ++i) {
    const uint32_t at = quotes[i].spans.empty() ? kNone : quotes[i].spans.front().begin;
    keys[i] = static_cast<uint64_t>(quotes[i].article) << 32U | at;
    state->by_article[i] = i;
  }
  SortBy(keys, &state->by_article);
}

void FindVoices(AppState* state) {
  const Story& story = state->story;
  std::vector<uint32_t> place(story.speakers.size() + 1, kNone);
  const auto add = [&](size_t slot, Index speaker) {
    if (place[slot] == kNone) {
      place[slot] = static_cast<uint32_t>(state->voices.size());
      state->voices.push_back(speaker);
      state->quotes_of_voice.push_back(0);
    }
    ++state->quotes_of_voice[place[slot]];
  };
  for (const Index i : state->article_order) {
    const Quote& quote = story.quotes[i];
    for (const Index speaker : quote.speakers) add(speaker, speaker);
    if (quote.speakers.empty()) add(story.speakers.size(), kNone);
  }
}

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

// The lanes above an article, of those who speak in it.
void PlanArticle(AppState* state) {
  state->article_lanes = {};
  if (state->view != ViewName::kArticle) return;
  std::vector<Index> theirs;
  for (const Index i : state->article_order) {
    if (state->story.quotes[i].article == state->article && state->places[i] != kNone) {
      theirs.push_back(i);
    }
  }
  state->article_lanes = PlanLanes(*state->lane_source, theirs, {});
}

// What the comparison shows, while it is shown.
void CompareAgain(AppState* state) {
  state->compared_lanes = {};
  state->compared_voices.clear();
  if (state->view != ViewName::kCompare) return;
  std::vector<Index> theirs;
  LaneChoices choices;
  choices.all = true;
  choices.first = state->compared;
  for (const Index i : state->article_order) {
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
  for (const Index i : state->article_order) {
    if (state->places[i] != kNone) shown.push_back(i);
  }
  const LaneSource& source = state->other_lanes ? *state->other_lanes : *state->lane_source;
  state->lanes = PlanLanes(source, shown, state->lane_choices);
  CompareAgain(state);
}

// Returns whether that is another quote than before.
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

// The list shows the selected quote: its window grows to it, or moves when it is far away.
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
  state->conversation.reset();
  state->quotes = state->answer.quotes;
  if (state->mentions.who != kNone) {
    state->quotes = QuotesThatMention(state->story, state->answer.quotes, state->mentions.who,
                                      state->mentions.whom);
  }
  state->places.assign(state->story.quotes.size(), kNone);
  for (uint32_t at = 0; at < state->quotes.size(); ++at) state->places[state->quotes[at]] = at;
  state->first_row = 0;
  state->rows = kFirstRows;
  PlanLanesAgain(state);
  PlanArticle(state);
  HoldSelected(state);
}

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
    std::vector<size_t> order(state->voices.size());
    for (size_t i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [state](size_t a, size_t b) {
      return state->quotes_of_voice[a] > state->quotes_of_voice[b];
    });
    for (const size_t i : order) {
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
  for (const Index i : state->article_order) {
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

Changes ChangeLanes(AppState* state, const Action& action) {
  LaneChoices& choices = state->lane_choices;
  switch (action.kind) {
    case ActionKind::kGroupLanes:
      if (action.which > static_cast<uint8_t>(LaneGrouping::kArticle)) return {};
      choices = {};
      choices.grouping = static_cast<LaneGrouping>(action.which);
      state->other_lanes.reset();
      if (choices.grouping != LaneGrouping::kSpeaker) {
        state->other_lanes =
            std::make_unique<LaneSource>(state->story, state->article_order, choices.grouping);
      }
      break;
    case ActionKind::kToggleAllLanes:
      choices.all = !choices.all;
      break;
    case ActionKind::kToggleLaneFolded:
      Toggle(&choices.folded, static_cast<uint32_t>(action.index));
      break;
    case ActionKind::kHideLane:
      if (Holds(choices.hidden, static_cast<uint32_t>(action.index))) return {};
      choices.hidden.push_back(action.index);
      break;
    case ActionKind::kShowHiddenLanes:
      choices.hidden.clear();
      break;
    case ActionKind::kMoveLaneUp: {
      // From now on the reader's order is that of all lanes there are.
      std::vector<uint32_t> keys;
      for (const PlannedLane& lane : state->lanes.lanes) keys.push_back(lane.key);
      const auto at = std::find(keys.begin(), keys.end(), action.index);
      if (at == keys.end() || at == keys.begin() || action.index == kOtherLanes) return {};
      std::iter_swap(at, at - 1);
      choices.first = std::move(keys);
      break;
    }
    default:
      return {};
  }
  PlanLanesAgain(state);
  return {true, false};
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

// All of `quotes`, with some air around them.
bool ZoomTo(AppState* state, std::span<const Index> quotes, double now_ms) {
  double begin = 1;
  double end = 0;
  for (const Index i : quotes) {
    const TimeInterval* said = WhenSaid(state->story, state->story.quotes[i]);
    if (said == nullptr) continue;
    const TimeExtent extent = KnownExtent(*said);
    begin = std::min(begin, UnitOf(state->stretches, extent.begin));
    end = std::max(end, UnitOf(state->stretches, extent.end));
  }
  if (begin > end) return false;
  constexpr double kAir = 0.15;
  const double size =
      std::clamp((end - begin) * (1 + 2 * kAir), std::min(8 * state->smallest_viewport, 1.0), 1.0);
  const double from = std::clamp((begin + end - size) / 2, 0.0, 1 - size);
  return MoveViewport(state, {from, from + size}, now_ms);
}

Changes MoveAlongAxis(AppState* state, const Action& action, double now_ms) {
  const Viewport& target = state->viewport.target();
  switch (action.kind) {
    case ActionKind::kZoom:
      if (!(action.amount > 0) || std::isnan(action.anchor)) return {};
      return {
          MoveViewport(state, Zoom(target, action.amount, action.anchor, state->smallest_viewport),
                       now_ms),
          false};
    case ActionKind::kPan:
      if (std::isnan(action.amount)) return {};
      return {MoveViewport(state, Pan(target, action.amount * target.size()), now_ms), false};
    case ActionKind::kMoveViewportTo:
      if (std::isnan(action.amount)) return {};
      return {
          MoveViewport(state, Pan(target, action.amount - (target.begin + target.end) / 2), now_ms),
          false};
    case ActionKind::kShowWholeAxis:
      return {MoveViewport(state, {}, now_ms), false};
    case ActionKind::kZoomToResults:
      return {ZoomTo(state, state->quotes, now_ms), false};
    case ActionKind::kZoomToQuote:
      if (state->selected >= state->story.quotes.size()) return {};
      return {ZoomTo(state, {&state->selected, 1}, now_ms), false};
    case ActionKind::kZoomToSpeaker: {
      std::vector<Index> quotes;
      for (const Index i : state->quotes) {
        const auto& speakers = state->story.quotes[i].speakers;
        if (action.index == kNone ? speakers.empty() : Holds(speakers, action.index)) {
          quotes.push_back(i);
        }
      }
      return {ZoomTo(state, quotes, now_ms), false};
    }
    default:
      return {};
  }
}

void Derive(AppState* state) {
  // One person has one lane, however many articles name them.
  UnifySpeakers(&state->story, nullptr);
  state->explorer = std::make_unique<Explorer>(&state->story);
  state->article_order = InArticleOrder(state->story);
  FindPlaces(state);
  state->lane_source =
      std::make_unique<LaneSource>(state->story, state->article_order, LaneGrouping::kSpeaker);
  FindVoices(state);
  state->stretches = FindStretches(ExtentsOf(state->story, state->article_order));
  state->smallest_viewport = SmallestViewport(state->stretches);
}

}  // namespace

void SetStory(AppState* state, Story story) {
  const bool reduced_motion = state->reduced_motion;
  std::string language = std::move(state->language);
  *state = {};
  state->reduced_motion = reduced_motion;
  state->language = std::move(language);
  state->story = std::move(story);
  Derive(state);
  Ask(state);
  if (!state->quotes.empty()) SetSelected(state, state->quotes.front());
}

namespace {

Changes Apply(AppState* state, const Action& action, double now_ms);

}  // namespace

size_t UpdateStory(AppState* state, Story newer) {
  // Of its explorer only the numbers of filters are asked: the story that it keeps has moved.
  const auto kept = std::make_unique<AppState>(std::move(*state));
  const AppState& before = *kept;
  *state = {};
  const Story& old = before.story;
  state->reduced_motion = before.reduced_motion;
  state->language = before.language;
  state->story = std::move(newer);
  Derive(state);

  const Story& story = state->story;
  const auto numbers = [](const auto& items) {
    std::unordered_map<std::string_view, Index> by_id;
    for (Index i = 0; i < items.size(); ++i) by_id.emplace(items[i].id, i);
    return by_id;
  };
  const auto quotes = numbers(story.quotes);
  const auto speakers = numbers(story.speakers);
  const auto articles = numbers(story.articles);
  const auto events = numbers(story.events);
  const auto now = [](const auto& by_id, const auto& items, Index index) {
    if (index >= items.size()) return kNone;
    const auto at = by_id.find(items[index].id);
    return at == by_id.end() ? kNone : at->second;
  };
  const auto known = numbers(old.quotes);
  size_t count = 0;
  for (const Quote& quote : story.quotes) {
    state->fresh.push_back(known.find(quote.id) == known.end());
    count += state->fresh.back() ? 1 : 0;
  }

  state->view = before.view;
  state->search = before.search;
  state->question.query = before.question.query;
  state->question.order = before.question.order;
  state->panels = before.panels;
  state->all_values = before.all_values;
  state->all_speakers = before.all_speakers;
  state->count_words = before.count_words;
  state->article = now(articles, old.articles, before.article);
  state->event = now(events, old.events, before.event);
  state->mentions.who = now(speakers, old.speakers, before.mentions.who);
  state->mentions.whom = now(speakers, old.speakers, before.mentions.whom);
  if (state->mentions.whom == kNone) state->mentions.who = kNone;
  for (const Index speaker : before.compared) {
    if (const Index there = now(speakers, old.speakers, speaker); there != kNone) {
      state->compared.push_back(there);
    }
  }
  for (const FacetValue value : before.question.chosen) {
    // A filter is what it says, not its number: the value that a quote had, which has it still.
    const Facets& facets = before.explorer->facets();
    for (Index i = 0; i < old.quotes.size(); ++i) {
      const Index there = now(quotes, old.quotes, i);
      if (there == kNone) continue;
      const std::vector<uint32_t> values = facets.ValuesOf(i, value.kind);
      const auto at = std::find(values.begin(), values.end(), value.value);
      if (at == values.end()) continue;
      const auto values_now = state->explorer->facets().ValuesOf(there, value.kind);
      if (values_now.size() != values.size()) continue;
      state->question.chosen.push_back({value.kind, values_now[at - values.begin()]});
      break;
    }
  }
  // The same time stays in view.
  const Viewport& target = before.viewport.target();
  if (!(target == Viewport{}) && !before.stretches.empty()) {
    const auto unit = [&](double at) {
      CivilMs low = before.stretches.front().time.begin;
      CivilMs high = before.stretches.back().time.end;
      while (high - low > 1) {
        const CivilMs middle = low + (high - low) / 2;
        (UnitOf(before.stretches, middle) < at ? low : high) = middle;
      }
      return UnitOf(state->stretches, high);
    };
    const Viewport same{unit(target.begin), unit(target.end)};
    if (same.size() > state->smallest_viewport) state->viewport.JumpTo(same);
  }
  Ask(state);
  SetSelected(state, now(quotes, old.quotes, before.selected));
  if (state->selected == kNone && !state->quotes.empty()) SetSelected(state, state->quotes.front());
  state->first_row = std::min(before.first_row, state->quotes.size());
  state->rows = before.rows;
  HoldSelected(state);
  return count;
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

namespace {

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
      return ChangeLanes(state, action);
    case ActionKind::kZoom:
    case ActionKind::kPan:
    case ActionKind::kMoveViewportTo:
    case ActionKind::kShowWholeAxis:
    case ActionKind::kZoomToQuote:
    case ActionKind::kZoomToResults:
    case ActionKind::kZoomToSpeaker:
      return MoveAlongAxis(state, action, now_ms);
  }
  return {};
}

}  // namespace

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
