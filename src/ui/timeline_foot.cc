#include "ui/timeline_foot.h"

#include <algorithm>

#include "ui/lanes_drawing.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

struct LegendEntry {
  std::string_view text;
  MarkInstance mark;
};

// What of the marks' language is there to explain.
std::vector<LegendEntry> LegendEntries(View* view, const LaneLayout& layout) {
  std::vector<LegendEntry> entries;
  const Color color = view->theme().quiet;
  const auto add_mark = [&](QuoteType type, bool low) {
    Quote quote;
    quote.type = type;
    quote.confidence = low ? 0.0F : 1.0F;
    MarkInstance mark = MarkOf(*view, quote, kNone, 0, 0, 5);
    mark.line = color;
    if (mark.fill == SpeakerColor(*view, kNone)) mark.fill = color;
    entries.push_back({low ? view->strings.low_confidence : TypeName(view->strings, type), mark});
  };
  const auto& quotes = view->state.story.quotes;
  const auto shown = [&](auto test) {
    return std::any_of(layout.marks.begin(), layout.marks.end(),
                       [&](const QuoteMark& mark) { return test(quotes[mark.quote]); });
  };
  for (const QuoteType type : {QuoteType::kDirect, QuoteType::kMixed, QuoteType::kIndirect}) {
    if (shown([type](const Quote& quote) { return quote.type == type; })) add_mark(type, false);
  }
  if (shown(IsLowConfidence)) add_mark(QuoteType::kIndirect, true);
  const auto add_bar = [&](std::string_view text, Color bar_color, MarkFill pattern) {
    MarkInstance mark = BarMark(bar_color, pattern == MarkFill::kHatched);
    mark.half_width = 11;
    mark.half_height = 5;
    mark.radius = 3;
    entries.push_back({text, mark});
  };
  const auto any_bar = [&](auto test) {
    return std::any_of(layout.bars.begin(), layout.bars.end(), test);
  };
  const auto& voices = view->state.voices;
  const Color voice = voices.empty() ? color : SpeakerColor(*view, voices.front());
  if (any_bar([](const Bar& bar) { return bar.kind == BarKind::kAbout; })) {
    add_bar(view->strings.talks_about, voice, MarkFill::kSolid);
  }
  if (any_bar([](const Bar& bar) { return bar.vague; })) {
    add_bar(view->strings.uncertain_time, color, MarkFill::kHatched);
  }
  if (any_bar([](const Bar& bar) { return bar.kind == BarKind::kEvent; })) {
    add_bar(view->strings.event, color, MarkFill::kSolid);
  }
  return entries;
}

}  // namespace

float DrawFoot(View* view, const LaneLayout& layout, bool of_state, float left, float top,
               float width) {
  Canvas& canvas = view->canvas;
  const float height = ButtonHeight(*view) + 16;
  const float middle = top + height / 2;
  canvas.Fill({left, top, width, height}, view->theme().panel);
  canvas.HorizontalLine(left, left + width, top + height, view->theme().hairline);

  const bool whole = view->state.viewport.target() == Viewport{};
  const float button_top = middle - ButtonHeight(*view) / 2;
  const Viewport& target = view->state.viewport.target();
  const double centre = (target.begin + target.end) / 2;
  const Strings& strings = view->strings;
  // An end less the other is not to the last digit what was asked for.
  const bool nearest = target.size() <= view->state.smallest_viewport * 1.001;
  std::vector<Button> buttons;
  const auto add = [&](std::string_view id, std::string_view label, std::string_view name,
                       const Action& press, bool disabled) {
    buttons.push_back(
        {.id = id, .label = label, .name = name, .press = press, .disabled = disabled});
  };
  if (of_state) {
    buttons.push_back({.id = "lanes",
                       .label = strings.lanes,
                       .name = strings.lanes,
                       .press = Do(ActionKind::kTogglePanel, Panel::kLanes),
                       .role = Role::kDisclosure,
                       .pressed = IsOpen(view->state, Panel::kLanes)});
  }
  if (IsNarrowed(view->state)) {
    add("zoom-results", strings.zoom_to_results, strings.zoom_to_results,
        {.kind = ActionKind::kZoomToResults}, view->state.quotes.empty());
  } else {
    add("zoom-quote", strings.zoom_to_quote, strings.zoom_to_quote,
        {.kind = ActionKind::kZoomToQuote}, false);
  }
  add("zoom-out", "−", strings.zoom_out,
      {.kind = ActionKind::kZoom, .amount = 1 / kZoomStep, .anchor = centre}, whole);
  add("zoom-in", "+", strings.zoom_in,
      {.kind = ActionKind::kZoom, .amount = kZoomStep, .anchor = centre}, nearest);
  add("show-all", strings.whole_axis, strings.whole_axis, {.kind = ActionKind::kShowWholeAxis},
      whole);
  float buttons_width = 0;
  for (const Button& button : buttons) buttons_width += ButtonWidth(view, button.label) + 8;
  float x = std::max(left + width - style::kPadding - buttons_width + 8, left + style::kPadding);
  const float legend_end = x - 12;
  for (const Button& button : buttons) x = DrawButton(view, button, x, button_top) + 8;

  x = left + style::kPadding;
  for (LegendEntry& entry : LegendEntries(view, layout)) {
    const Words text{entry.text, style::kSmall};
    const float mark_width = 2 * entry.mark.half_width;
    const float needed = mark_width + 8 + canvas.Width(text);
    if (x + needed > legend_end) break;
    entry.mark.center_x = x + entry.mark.half_width;
    entry.mark.center_y = middle;
    canvas.Mark(entry.mark);
    canvas.DrawLine(text, x + mark_width + 8, middle, view->theme().quiet);
    x += needed + 18;
  }
  return top + height;
}

float DrawLanesPanel(View* view, const LanePlan& plan, float left, float top, float width) {
  const AppState& state = view->state;
  const Strings& strings = view->strings;
  const auto grouping = [&](LaneGrouping by, std::string_view id, std::string_view label) {
    return Button{.id = id,
                  .label = label,
                  .name = label,
                  .press = Do(ActionKind::kGroupLanes, by),
                  .role = Role::kToggle,
                  .pressed = plan.grouping == by};
  };
  std::vector<Button> buttons = {
      grouping(LaneGrouping::kSpeaker, "lanes-speakers", strings.lanes_by_speaker),
      grouping(LaneGrouping::kAffiliation, "lanes-affiliations", strings.lanes_by_affiliation)};
  if (state.story.articles.size() > 1) {
    buttons.push_back(grouping(LaneGrouping::kArticle, "lanes-articles", strings.lanes_by_article));
  }
  if (plan.all - plan.hidden > kMostLanes) {
    const std::string_view label = state.lane_choices.all ? strings.fewer_lanes : strings.all_lanes;
    buttons.push_back({.id = "all-lanes",
                       .label = label,
                       .name = label,
                       .press = {.kind = ActionKind::kToggleAllLanes}});
  }
  if (plan.hidden > 0) {
    buttons.push_back({.id = "hidden-lanes",
                       .label = strings.show_hidden_lanes,
                       .name = strings.show_hidden_lanes,
                       .press = {.kind = ActionKind::kShowHiddenLanes}});
  }
  float y = DrawButtons(view, buttons, left, top, width) + 8;
  constexpr size_t kMostListed = 40;
  for (size_t i = 0; i < std::min(plan.lanes.size(), kMostListed); ++i) {
    const PlannedLane& lane = plan.lanes[i];
    const std::string name = LaneName(*view, plan.grouping, lane);
    const float height = ButtonHeight(*view);
    constexpr float kNames = 188;
    view->canvas.DrawLineCut({name, style::kBody}, left, y + height / 2, kNames - 12,
                             view->theme().text);
    const std::string key = std::to_string(lane.key);
    struct Named {
      std::string id;
      std::string name;
    };
    const Named fold{"fold-" + key,
                     Fill(lane.folded ? strings.unfold_lane : strings.fold_lane, name)};
    const Named up{"up-" + key, Fill(strings.move_lane_up, name)};
    const Named hide{"hide-" + key, Fill(strings.hide_lane, name)};
    const Named zoom{"zoom-" + key, Fill(strings.zoom_to_speaker, name)};
    std::vector<Button> of_lane = {
        {.id = fold.id,
         .label = lane.folded ? "+" : "−",
         .name = fold.name,
         .press = {.kind = ActionKind::kToggleLaneFolded, .index = lane.key}},
        {.id = up.id,
         .label = "↑",
         .name = up.name,
         .press = {.kind = ActionKind::kMoveLaneUp, .index = lane.key},
         .disabled = i == 0 || lane.key == kOtherLanes},
        {.id = hide.id,
         .label = "×",
         .name = hide.name,
         .press = {.kind = ActionKind::kHideLane, .index = lane.key},
         .disabled = lane.key == kOtherLanes}};
    if (plan.grouping == LaneGrouping::kSpeaker && lane.key != kOtherLanes) {
      of_lane.push_back({.id = zoom.id,
                         .label = "⤢",
                         .name = zoom.name,
                         .press = {.kind = ActionKind::kZoomToSpeaker, .index = lane.key}});
    }
    DrawButtons(view, of_lane, left + kNames, y, width - kNames);
    y += height + 4;
  }
  return y + 8;
}

}  // namespace saywhen
