#include "app/view_link.h"

#include <algorithm>
#include <iterator>

namespace saywhen {
namespace {

constexpr std::string_view kViewNames[] = {"timeline", "article", "compare", "voices"};
constexpr std::string_view kOrderNames[] = {"article", "said",   "about",
                                            "speaker", "length", "relevance"};
constexpr std::string_view kFacetNames[] = {"speaker", "affiliation", "type", "year",      "month",
                                            "place",   "tag",         "in",   "confidence"};
static_assert(std::size(kFacetNames) == kFacetKinds && std::size(kViewNames) == kViews &&
              std::size(kOrderNames) == kOrders);

template <size_t N>
size_t NumberOf(const std::string_view (&names)[N], std::string_view name) {
  return static_cast<size_t>(std::find(names, names + N, name) - names);
}

std::string Encode(std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string encoded;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                       (byte >= 'a' && byte <= 'z') || c == '-' || c == '.' || c == '_' || c == '*';
    if (plain) {
      encoded += c;
    } else if (c == ' ') {
      encoded += '+';
    } else {
      encoded += '%';
      encoded += kHex[byte >> 4];
      encoded += kHex[byte & 15];
    }
  }
  return encoded;
}

int Digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string Decode(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escaped =
        text[i] == '%' && i + 2 < text.size() && Digit(text[i + 1]) >= 0 && Digit(text[i + 2]) >= 0;
    if (escaped) {
      decoded += static_cast<char>(Digit(text[i + 1]) * 16 + Digit(text[i + 2]));
      i += 2;
    } else {
      decoded += text[i] == '+' ? ' ' : text[i];
    }
  }
  return decoded;
}

// What stands for a filter's value in a link: an id or a name, or the time that it begins at.
std::string ValueName(const AppState& state, FacetValue value) {
  const Story& story = state.story;
  switch (value.kind) {
    case FacetKind::kSpeaker:
      return value.value < story.speakers.size() ? story.speakers[value.value].id : "";
    case FacetKind::kArticle:
      return value.value < story.articles.size() ? story.articles[value.value].id : "";
    case FacetKind::kYear:
    case FacetKind::kMonth:
      return std::to_string(state.explorer->facets().Start(value));
    case FacetKind::kType:
    case FacetKind::kConfidence:
      return std::to_string(value.value);
    default:
      return std::string(state.explorer->facets().Name(value));
  }
}

template <typename Items>
Index IndexOf(const Items& items, std::string_view id) {
  for (Index i = 0; i < items.size(); ++i) {
    if (items[i].id == id) return i;
  }
  return kNone;
}

class ViewReader {
 public:
  ViewReader(AppState* state, double now_ms) : state_(*state), now_ms_(now_ms) {}

  void Set(std::string_view name, const std::string& value) {
    if (name == "view") {
      view_ = std::min(NumberOf(kViewNames, value), kViews);
    } else if (name == "quote") {
      Do({.kind = ActionKind::kSelectQuote, .index = IndexOf(state_.story.quotes, value)});
    } else if (name == "q") {
      Do({.kind = ActionKind::kSearch, .text = value});
    } else if (name == "order") {
      order_ = NumberOf(kOrderNames, value);
    } else if (name == "with") {
      const Index speaker = IndexOf(state_.story.speakers, value);
      if (std::find(state_.compared.begin(), state_.compared.end(), speaker) ==
          state_.compared.end()) {
        Do({.kind = ActionKind::kToggleCompared, .index = speaker});
      }
    } else if (name == "event") {
      Do({.kind = ActionKind::kChooseEvent, .index = IndexOf(state_.story.events, value)});
    } else if (const size_t kind = NumberOf(kFacetNames, name); kind < kFacetKinds) {
      Filter(static_cast<FacetKind>(kind), value);
    }
  }

  // What must come last: a search sets the order, a view chooses what it shows.
  void Finish() {
    if (order_ < kOrders) Do(saywhen::Do(ActionKind::kSetOrder, static_cast<Order>(order_)));
    if (view_ < kViews) Do(saywhen::Do(ActionKind::kShowView, static_cast<ViewName>(view_)));
  }

 private:
  void Do(const Action& action) { Update(&state_, action, now_ms_); }

  void Filter(FacetKind kind, std::string_view name) {
    const size_t values = state_.explorer->facets().size(kind);
    for (uint32_t value = 0; value < values; ++value) {
      if (ValueName(state_, {kind, value}) != name) continue;
      if (!IsChosen(state_, {kind, value})) Do(ToggleFilter({kind, value}));
      return;
    }
  }

  AppState& state_;
  double now_ms_;
  size_t view_ = kViews;
  size_t order_ = kOrders;
};

}  // namespace

std::string WriteView(const AppState& state) {
  std::string text;
  const auto add = [&text](std::string_view name, std::string_view value) {
    if (!text.empty()) text += '&';
    text += name;
    text += '=';
    text += Encode(value);
  };
  if (state.view != ViewName::kExplore) add("view", kViewNames[static_cast<size_t>(state.view)]);
  if (!state.search.empty()) add("q", state.search);
  for (const FacetValue value : state.question.chosen) {
    add(kFacetNames[static_cast<size_t>(value.kind)], ValueName(state, value));
  }
  const bool usual = state.question.order == Order::kArticle ||
                     (state.question.order == Order::kRelevance && !state.search.empty());
  if (!usual) add("order", kOrderNames[static_cast<size_t>(state.question.order)]);
  if (state.view == ViewName::kCompare) {
    for (const Index speaker : state.compared) add("with", state.story.speakers[speaker].id);
    if (state.event < state.story.events.size()) add("event", state.story.events[state.event].id);
  }
  if (state.selected < state.story.quotes.size())
    add("quote", state.story.quotes[state.selected].id);
  return text;
}

Changes ReadView(AppState* state, std::string_view text, double now_ms) {
  if (!state->explorer) return {};
  const Index before = state->selected;
  Update(state, {.kind = ActionKind::kClearFilters}, now_ms);
  Update(state, {.kind = ActionKind::kSearch}, now_ms);
  Update(state, Do(ActionKind::kSetOrder, Order::kArticle), now_ms);
  Update(state, Do(ActionKind::kShowView, ViewName::kExplore), now_ms);
  state->compared.clear();
  state->event = kNone;
  ViewReader reader(state, now_ms);
  while (!text.empty()) {
    const std::string_view pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(pair.size() + 1, text.size()));
    const size_t equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    reader.Set(Decode(pair.substr(0, equals)), Decode(pair.substr(equals + 1)));
  }
  reader.Finish();
  return {true, state->selected != before};
}

}  // namespace saywhen
