#include "ui/filter_view.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "ui/pills.h"
#include "ui/speaker_chips.h"

namespace saywhen {
namespace {

constexpr PillLook kLook = {.most_width = 320, .tinted = false};

std::string_view KindName(const Strings& strings, FacetKind kind) {
  switch (kind) {
    case FacetKind::kSpeaker:
      return strings.speaker;
    case FacetKind::kAffiliation:
      return strings.affiliation;
    case FacetKind::kType:
      return strings.form;
    case FacetKind::kYear:
      return strings.year;
    case FacetKind::kMonth:
      return strings.month;
    case FacetKind::kPlace:
      return strings.place;
    case FacetKind::kTag:
      return strings.topic;
    case FacetKind::kArticle:
      return strings.article;
    case FacetKind::kConfidence:
      return strings.confidence;
  }
  return {};
}

std::string ValueName(const View& view, FacetValue value) {
  const AppState& state = view.state;
  const Facets& facets = state.explorer->facets();
  const Strings& strings = view.strings;
  switch (value.kind) {
    case FacetKind::kSpeaker:
      return std::string(SpeakerName(view, value.value));
    case FacetKind::kType:
      return std::string(TypeName(strings, static_cast<QuoteType>(value.value)));
    case FacetKind::kYear:
      return view.locale.FormatDate(facets.Start(value), DateStyle::kYear);
    case FacetKind::kMonth:
      return view.locale.FormatDate(facets.Start(value), DateStyle::kMonthYear);
    case FacetKind::kArticle:
      return value.value < state.story.articles.size() ? state.story.articles[value.value].headline
                                                       : std::string(strings.no_article);
    case FacetKind::kConfidence: {
      const std::string_view bands[] = {strings.high_confidence, strings.middle_confidence,
                                        strings.low_confidence_range};
      return std::string(bands[std::min<size_t>(value.value, 2)]);
    }
    default:
      return std::string(facets.Name(value));
  }
}

// The language that a value is written in; empty: the interface's.
std::string_view LanguageOfValue(const View& view, FacetValue value) {
  const Story& story = view.state.story;
  if (value.kind == FacetKind::kArticle && value.value < story.articles.size()) {
    return story.articles[value.value].language;
  }
  return {};
}

// A field over which the host lays its own, where it has one.
float DrawSearch(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  const float height = ButtonHeight(*view);
  const float middle = top + height / 2;
  const Box box{left, top, width, height};
  canvas.Fill(box, theme.background, style::kRadius);
  canvas.Outline(box, theme.border, style::kRadius, 1);
  MarkInstance lens{};
  lens.center_x = left + 17;
  lens.center_y = middle - 1;
  lens.half_width = lens.half_height = lens.radius = 5.5F;
  lens.stroke = 1.5F;
  lens.line = theme.quiet;
  canvas.Mark(lens);
  const float handle[] = {left + 21, middle + 3, left + 25, middle + 7};
  canvas.Polyline(handle, theme.quiet, 1.5F);

  const bool empty = state.search.empty();
  const float clear = empty ? 0 : height;
  SemanticsNode node;
  node.id = "search";
  node.role = Role::kSearch;
  node.name = view->strings.search;
  node.value = state.search;
  // All of the field: the page keeps what is typed off the lens (web/drawing_style.ts).
  node.box = {left, top, width - clear, height};
  node.press = {.kind = ActionKind::kSearch};
  const Box inside{left + 34, top, width - 34 - clear, height};
  view->tree.Add(std::move(node));
  const Words hint{view->strings.search_hint, style::kBody};
  if (empty) canvas.DrawLineCut(hint, inside.left, middle, inside.width - 8, theme.quiet);
  if (!empty && view->draws_input) {
    canvas.DrawLineCut({state.search, style::kBody}, inside.left, middle, inside.width, theme.text);
  }
  if (empty) return top + height;
  SemanticsNode cross;
  cross.id = "clear-search";
  cross.role = Role::kButton;
  cross.name = view->strings.clear_search;
  cross.box = {left + width - clear, top, clear, height};
  cross.press = {.kind = ActionKind::kSearch};
  const bool lit = AddPressable(view, std::move(cross)).hovered;
  canvas.DrawLineCentred({"×", {Face::kInterface, 16, false}}, left + width - clear / 2, middle,
                         lit ? theme.text : theme.quiet);
  return top + height;
}

float DrawPills(View* view, std::vector<Pill> all, float left, float top, float width) {
  Pills pills(view, kLook, left, top, width);
  for (Pill& pill : all) pills.Add(std::move(pill));
  return pills.bottom();
}

std::string ValueId(FacetValue value) {
  return "filter-" + std::to_string(static_cast<int>(value.kind)) + "-" +
         std::to_string(value.value);
}

Pill RemovingPill(const View& view, std::string id, std::string label, Action press) {
  return {.id = std::move(id),
          .label = label,
          .name = Fill(view.strings.remove_filter, label),
          .press = std::move(press),
          .role = Role::kButton,
          .on = true,
          .removes = true};
}

// What is chosen apart from speakers, whose chips say it themselves, to be taken back one by one.
float DrawChosen(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  std::vector<Pill> pills;
  for (const FacetValue value : state.question.chosen) {
    if (value.kind == FacetKind::kSpeaker) continue;
    pills.push_back(RemovingPill(*view, "chosen-" + ValueId(value), ValueName(*view, value),
                                 ToggleFilter(value)));
    pills.back().language = LanguageOfValue(*view, value);
  }
  if (const auto& mentions = state.mentions; mentions.who != kNone) {
    pills.push_back(RemovingPill(*view, "chosen-mentions",
                                 Fill(view->strings.mentions_whom, SpeakerName(*view, mentions.who),
                                      SpeakerName(*view, mentions.whom)),
                                 {.kind = ActionKind::kShowMentions,
                                  .index = mentions.who,
                                  .amount = static_cast<double>(mentions.whom)}));
  }
  if (pills.empty()) return top;
  OpenGroup(view, "chosen-filters", view->strings.filters, {left, top, width, 0});
  pills.push_back({.id = "clear-filters",
                   .label = std::string(view->strings.clear_filters),
                   .press = {.kind = ActionKind::kClearFilters},
                   .role = Role::kButton});
  const float end = DrawPills(view, std::move(pills), left, top, width);
  view->tree.Close();
  return end;
}

// Which values of a kind are offered, and in which order: times in theirs, others by how many
// quotes they leave.
std::vector<uint32_t> Offered(const View& view, FacetKind kind, size_t most) {
  const auto& counts = view.state.answer.counts.of[static_cast<size_t>(kind)];
  std::vector<uint32_t> values;
  for (uint32_t value = 0; value < counts.size(); ++value) {
    if (counts[value] > 0 || IsChosen(view.state, {kind, value})) values.push_back(value);
  }
  const bool in_time = kind == FacetKind::kYear || kind == FacetKind::kMonth;
  const bool fixed = in_time || kind == FacetKind::kType || kind == FacetKind::kConfidence;
  if (!fixed) {
    SortItems(&values, [&counts](uint32_t value) { return Descending(counts[value]); });
  }
  if (values.size() <= most) return values;
  // What is chosen stays in sight.
  SortItems(&values, [&](uint32_t value) -> uint64_t {
    return IsChosen(view.state, {kind, value}) ? 0 : 1;
  });
  values.resize(most);
  if (fixed) SortItems(&values, [](uint32_t value) { return uint64_t{value}; });
  return values;
}

float DrawFacet(View* view, FacetKind kind, float left, float top, float width) {
  constexpr size_t kFirstValues = 8;
  constexpr size_t kMostValues = 400;
  const AppState& state = view->state;
  const Facets& facets = state.explorer->facets();
  // A choice of one is none.
  if (facets.size(kind) < 2) return top;
  const bool all = (state.all_values >> static_cast<uint32_t>(kind) & 1U) != 0;
  const std::vector<uint32_t> values = Offered(*view, kind, all ? kMostValues : kFirstValues);
  if (values.empty()) return top;
  std::vector<Pill> pills;
  for (const uint32_t number : values) {
    const FacetValue value{kind, number};
    pills.push_back({.id = ValueId(value),
                     .label = ValueName(*view, value),
                     .aside = view->locale.FormatNumber(state.answer.counts.Of(value)),
                     .language = LanguageOfValue(*view, value),
                     .press = ToggleFilter(value),
                     .on = IsChosen(state, value)});
  }
  if (!all && facets.size(kind) > values.size() && values.size() == kFirstValues) {
    const auto rest = static_cast<int64_t>(facets.size(kind) - values.size());
    pills.push_back({.id = "all-" + std::to_string(static_cast<int>(kind)),
                     .label = Fill(view->strings.more, view->locale.FormatNumber(rest)),
                     .press = Do(ActionKind::kToggleAllValues, kind),
                     .role = Role::kButton});
  }
  const std::string_view name = KindName(view->strings, kind);
  OpenGroup(view, "facet-" + std::to_string(static_cast<int>(kind)), name, {left, top, width, 0});
  float end = top;
  if (view->narrow) {
    const Paragraph head = view->canvas.LayOut({name, style::kSmall}, width);
    view->canvas.Draw(head, left, top, view->theme().quiet);
    end = DrawPills(view, std::move(pills), left, top + head.height() + 4, width);
  } else {
    constexpr float kNames = 104;
    view->canvas.DrawLineCut({name, style::kBody}, left, top + PillHeight(*view) / 2, kNames - 8,
                             view->theme().quiet);
    end = DrawPills(view, std::move(pills), left + kNames, top, width - kNames);
  }
  view->tree.Close();
  return end + 12;
}

float DrawFilterPanel(View* view, float left, float top, float width) {
  float y = top;
  for (const FacetKind kind :
       {FacetKind::kAffiliation, FacetKind::kType, FacetKind::kYear, FacetKind::kMonth,
        FacetKind::kPlace, FacetKind::kTag, FacetKind::kArticle, FacetKind::kConfidence}) {
    y = DrawFacet(view, kind, left, y, width);
  }
  return y;
}

float DrawOrderPanel(View* view, float left, float top, float width) {
  const Strings& strings = view->strings;
  const std::string_view names[kOrders] = {strings.order_article, strings.order_said,
                                           strings.order_about,   strings.order_speaker,
                                           strings.order_length,  strings.order_relevance};
  std::vector<Pill> pills;
  for (size_t i = 0; i < kOrders; ++i) {
    const auto order = static_cast<Order>(i);
    if (order == Order::kRelevance && view->state.question.query.empty()) continue;
    pills.push_back({.id = "order-" + std::to_string(i),
                     .label = std::string(names[i]),
                     .press = Do(ActionKind::kSetOrder, order),
                     .on = view->state.question.order == order});
  }
  return DrawPills(view, std::move(pills), left, top, width) + 12;
}

float DrawSavePanel(View* view, float left, float top, float width) {
  const Strings& strings = view->strings;
  const auto save = [](std::string_view id, std::string_view label, SaveWhat what) {
    return Button{.id = id, .label = label, .name = label, .press = Do(ActionKind::kSave, what)};
  };
  const Button buttons[] = {
      save("save-png", strings.image_png, SaveWhat::kPng),
      save("save-svg", strings.image_svg, SaveWhat::kSvg),
      save("save-wide-card", strings.card_wide, SaveWhat::kWideCard),
      save("save-square-card", strings.card_square, SaveWhat::kSquareCard),
      save("save-json", strings.as_json, SaveWhat::kJson),
      save("save-csv", strings.as_csv, SaveWhat::kCsv),
      {.id = "print",
       .label = strings.transcript,
       .name = strings.transcript,
       .press = {.kind = ActionKind::kPrint}},
  };
  return DrawButtons(view, buttons, left, top, width) + 12;
}

struct PanelButton {
  Panel panel;
  std::string_view id;
  std::string_view label;
};

}  // namespace

float DrawFilters(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  if (state.story.quotes.empty()) return top;
  const Strings& strings = view->strings;
  const PanelButton panels[] = {{Panel::kFilters, "filters", strings.filters},
                                {Panel::kOrder, "order", strings.order},
                                {Panel::kSave, "save", strings.download}};
  std::vector<Button> buttons;
  float buttons_width = 0;
  for (const PanelButton& button : panels) {
    buttons.push_back({.id = button.id,
                       .label = button.label,
                       .name = button.label,
                       .press = Do(ActionKind::kTogglePanel, button.panel),
                       .role = Role::kDisclosure,
                       .pressed = IsOpen(state, button.panel)});
  }
  if (view->offers_text) {
    buttons.push_back({.id = "text-view",
                       .label = strings.text_view,
                       .name = strings.text_view,
                       .press = {.kind = ActionKind::kTextView}});
  }
  for (const Button& button : buttons) buttons_width += ButtonWidth(view, button.label) + 8;
  float y = top;
  if (view->narrow) {
    y = DrawSearch(view, left, y, width) + 8;
    y = DrawButtons(view, buttons, left, y, width);
  } else {
    const float search = std::min(width - buttons_width - 8, 420.0F);
    DrawSearch(view, left, y, search);
    y = DrawButtons(view, buttons, left + search + 12, y, width - search - 12);
  }
  y += 12;
  if (IsOpen(state, Panel::kFilters)) y = DrawFilterPanel(view, left, y, width);
  if (IsOpen(state, Panel::kOrder)) y = DrawOrderPanel(view, left, y, width);
  if (IsOpen(state, Panel::kSave)) y = DrawSavePanel(view, left, y, width);
  // The comparison has chips of its own for speakers, and its choice of them.
  const bool by_speaker =
      std::any_of(state.question.chosen.begin(), state.question.chosen.end(),
                  [](FacetValue value) { return value.kind == FacetKind::kSpeaker; });
  if (state.view != ViewName::kCompare || by_speaker) {
    if (const float end = DrawSpeakerChips(view, left, y, width); end > y) y = end + 8;
  }
  if (const float end = DrawChosen(view, left, y, width); end > y) y = end + 8;
  return y - 8;
}

float DrawNothingFound(View* view, float left, float top, float width) {
  const Strings& strings = view->strings;
  const Paragraph text =
      view->canvas.LayOut({strings.nothing_found, {Face::kText, 20, false}}, width);
  view->canvas.Draw(text, left, top, view->theme().text);
  SayText(view, "nothing-found", Role::kText, std::string(strings.nothing_found),
          {left, top, width, text.height()});
  const Drop drop = view->state.explorer->NearestDrop(view->state.question);
  std::string label(strings.clear_filters);
  if (drop.what == Drop::kFilter) {
    label =
        Fill(strings.drop_filter, KindName(strings, drop.kind), QuotesCounted(*view, drop.quotes));
  } else if (drop.what != Drop::kNothing) {
    label = Fill(strings.drop_search, QuotesCounted(*view, drop.quotes));
  }
  const float y = top + text.height() + 12;
  DrawButton(
      view,
      {.id = "drop", .label = label, .name = label, .press = {.kind = ActionKind::kDropSuggested}},
      left, y);
  return y + ButtonHeight(*view);
}

}  // namespace saywhen
