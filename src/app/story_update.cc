#include <algorithm>
#include <memory>
#include <string_view>
#include <utility>

#include "app/app_state.h"
#include "app/derived.h"
#include "base/sort.h"

namespace saywhen {
namespace {

// The numbers that a newer story has for the things of an older one: the same ids.
class Renumbering {
 public:
  template <typename Items>
  Renumbering(const Items& before, const Items& after) : Renumbering(IdsOf(before), IdsOf(after)) {}

  // kNone when it is gone.
  Index operator()(Index before) const { return before < now_.size() ? now_[before] : kNone; }
  const std::vector<Index>& all() const { return now_; }

 private:
  using Ids = std::vector<std::string_view>;

  template <typename Items>
  static Ids IdsOf(const Items& items) {
    Ids ids;
    ids.reserve(items.size());
    for (const auto& item : items) ids.push_back(item.id);
    return ids;
  }

  Renumbering(const Ids& before, const Ids& after) : now_(before.size(), kNone) {
    // All of a story goes on after its beginning.
    if (before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin())) {
      now_ = CountUp(before.size());
      return;
    }
    const std::vector<uint32_t> sorted = SortedTexts(after);
    auto at = sorted.begin();
    for (const uint32_t i : SortedTexts(before)) {
      while (at != sorted.end() && after[*at] < before[i]) ++at;
      if (at != sorted.end() && after[*at] == before[i]) now_[i] = *at++;
    }
  }

  std::vector<Index> now_;
};

size_t MarkFresh(AppState* state, const Renumbering& quotes) {
  state->fresh.assign(state->story.quotes.size(), true);
  for (const Index quote : quotes.all()) {
    if (quote != kNone) state->fresh[quote] = false;
  }
  return static_cast<size_t>(std::count(state->fresh.begin(), state->fresh.end(), true));
}

void KeepChoices(const AppState& before, AppState* state) {
  state->reduced_motion = before.reduced_motion;
  state->language = before.language;
  state->view = before.view;
  state->search = before.search;
  state->question.query = before.question.query;
  state->question.order = before.question.order;
  state->panels = before.panels;
  state->all_values = before.all_values;
  state->all_speakers = before.all_speakers;
  state->count_words = before.count_words;
}

void KeepChosenThings(const AppState& before, AppState* state) {
  const Renumbering speakers(before.story.speakers, state->story.speakers);
  const Renumbering articles(before.story.articles, state->story.articles);
  const Renumbering events(before.story.events, state->story.events);
  state->article = articles(before.article);
  state->event = events(before.event);
  state->mentions.who = speakers(before.mentions.who);
  state->mentions.whom = speakers(before.mentions.whom);
  if (state->mentions.whom == kNone) state->mentions.who = kNone;
  for (const Index speaker : before.compared) {
    if (speakers(speaker) != kNone) state->compared.push_back(speakers(speaker));
  }
}

// A filter is what it says, not its number: the value that a quote had, which has it still. Of the
// explorer before only the numbers of filters are asked: the story that it keeps has moved.
void KeepFilter(const AppState& before, const Renumbering& quotes, FacetValue value,
                AppState* state) {
  for (Index i = 0; i < quotes.all().size(); ++i) {
    if (quotes(i) == kNone) continue;
    const std::vector<uint32_t> values = before.explorer->facets().ValuesOf(i, value.kind);
    const auto at = std::find(values.begin(), values.end(), value.value);
    if (at == values.end()) continue;
    const auto values_now = state->explorer->facets().ValuesOf(quotes(i), value.kind);
    if (values_now.size() != values.size()) continue;
    state->question.chosen.push_back({value.kind, values_now[at - values.begin()]});
    return;
  }
}

// The same time stays in view.
void KeepViewport(const AppState& before, AppState* state) {
  const Viewport& target = before.viewport.target();
  if (target == Viewport{} || before.stretches.empty()) return;
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

}  // namespace

size_t UpdateStory(AppState* state, DerivedStory newer) {
  const auto kept = std::make_unique<AppState>(std::move(*state));
  const AppState& before = *kept;
  *state = {};
  KeepChoices(before, state);
  TakeStory(state, std::move(newer));
  const Renumbering quotes(before.story.quotes, state->story.quotes);
  const size_t fresh = MarkFresh(state, quotes);
  KeepChosenThings(before, state);
  for (const FacetValue value : before.question.chosen) KeepFilter(before, quotes, value, state);
  KeepViewport(before, state);

  Ask(state);
  SetSelected(state, quotes(before.selected));
  if (state->selected == kNone && !state->quotes.empty()) SetSelected(state, state->quotes.front());
  state->first_row = std::min(before.first_row, state->quotes.size());
  state->rows = before.rows;
  HoldSelected(state);
  return fresh;
}

}  // namespace saywhen
