#include "ui/timeline_view.h"

#include <algorithm>
#include <cmath>

#include "timeline/lanes.h"

namespace saywhen {

std::string LaneName(const View& view, LaneGrouping grouping, const PlannedLane& lane) {
  const Story& story = view.state.story;
  if (lane.key == kOtherLanes) return Counted(view, lane.lanes, view.strings.of_others);
  switch (grouping) {
    case LaneGrouping::kSpeaker:
      return std::string(SpeakerName(view, lane.key));
    case LaneGrouping::kAffiliation:
      return lane.key < story.speakers.size() ? story.speakers[lane.key].affiliation
                                              : std::string(view.strings.no_affiliation);
    case LaneGrouping::kArticle:
      return lane.key < story.articles.size() ? story.articles[lane.key].headline
                                              : std::string(view.strings.no_article);
  }
  return {};
}

namespace {

constexpr double kZoomStep = 0.5;

class Labels : public LaneLabels {
 public:
  explicit Labels(View* view) : view_(*view) {}
  std::string TimeLabel(const StoryTime& time) override {
    return TimeText(time.when, TimeLength::kShort, &view_.locale, view_.strings);
  }
  float LabelWidth(std::string_view label) override {
    return view_.canvas.Width({label, style::kSmall});
  }

 private:
  View& view_;
};

class TimelineDrawer {
 public:
  TimelineDrawer(View* view, LaneGrouping grouping, const LaneStyle& style,
                 const LaneLayout& layout, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        grouping_(grouping),
        style_(style),
        layout_(layout),
        left_(left),
        top_(top),
        width_(width) {}

  void Draw(const TimeAxis& axis) {
    canvas_.Fill({left_, top_, width_, layout_.height}, theme_.panel);
    canvas_.HorizontalLine(left_, left_ + width_, top_, theme_.hairline);
    canvas_.HorizontalLine(left_, left_ + width_, top_ + layout_.height, theme_.hairline);
    DrawAxis(axis);
    DrawPublished();
    DrawToday(axis);
    for (const Lane& lane : layout_.lanes) DrawLane(lane);
    if (layout_.events_top < layout_.height) DrawEventsHead();
    for (const Bar& bar : layout_.bars) DrawBar(bar);
    DrawArcs();
    for (const DensityColumn& column : layout_.columns) DrawColumn(column, axis);
    for (const QuoteMark& mark : layout_.marks) DrawMark(mark);
  }

 private:
  void DrawAxis(const TimeAxis& axis) {
    size_t next = 0;
    for (const TimeAxis::Piece& piece : axis.pieces()) {
      if (piece.fold) {
        DrawFold(piece);
        continue;
      }
      // A label stays within its stretch, so that it never reads as part of the next one.
      float free_from = piece.left;
      for (; next < layout_.ticks.size() && layout_.ticks[next].x <= piece.right; ++next) {
        DrawTick(layout_.ticks[next], piece.right, &free_from);
      }
    }
  }

  void DrawTick(const Tick& tick, float right, float* free_from) {
    canvas_.VerticalLine(tick.x, top_ + style_.axis_height, top_ + layout_.height, theme_.hairline);
    const std::string text = TickText(tick, &view_.locale);
    const Words label{text, style::kSmall};
    const float width = canvas_.Width(label);
    const float x = std::max(std::min(tick.x - width / 2, right - width), *free_from);
    // Room was kept for the tick itself: a label pushed far from it would tell a wrong time.
    if (x + width > right || std::abs(x + width / 2 - tick.x) > width) return;
    canvas_.DrawLine(label, x, top_ + 19, theme_.quiet);
    *free_from = x + width + 12;
  }

  // Small teeth on the axis, where articles were published.
  void DrawPublished() {
    for (const float x : layout_.published) {
      canvas_.Fill({x - 0.5F, top_ + style_.axis_height - 7, 1, 7}, theme_.axis);
    }
    canvas_.HorizontalLine(layout_.axis_left, layout_.axis_right, top_ + style_.axis_height,
                           theme_.hairline);
  }

  void DrawToday(const TimeAxis& axis) {
    const CivilMs now = view_.locale.Now();
    for (const TimeAxis::Piece& piece : axis.pieces()) {
      if (piece.fold || now < piece.time.begin || now > piece.time.end) continue;
      const float x = axis.XAt(now);
      canvas_.VerticalLine(x, top_ + 30, top_ + layout_.height, theme_.accent);
      const Words label{view_.strings.today, style::kSmall};
      const float width = canvas_.Width(label);
      canvas_.DrawLine(label, std::min(x - width / 2, layout_.axis_right - width), top_ + 40,
                       theme_.accent);
    }
  }

  // A break in the paper, with what it hides written under it.
  void DrawFold(const TimeAxis::Piece& piece) {
    const float middle = (piece.left + piece.right) / 2;
    canvas_.Fill({piece.left, top_ + style_.axis_height, piece.right - piece.left,
                  layout_.height - style_.axis_height},
                 WithAlpha(theme_.hairline, 0.35F));
    for (const float offset : {-3.0F, 3.0F}) {
      const float y = top_ + 19;
      const float x = middle + offset;
      const float zigzag[] = {x - 2, y - 9, x + 3, y - 3, x - 3, y + 3, x + 2, y + 9};
      canvas_.Polyline(zigzag, theme_.quiet, 1.25F);
    }
    if (piece.right - piece.left < TimeAxis::kFoldWidth) return;
    const std::string text = FoldText(piece.time, &view_.locale, view_.strings);
    const Words label{text, {Face::kInterface, 11, false}};
    const float x = middle - canvas_.Width(label) / 2;
    if (x < fold_free_from_) return;
    canvas_.DrawLine(label, x, top_ + 42, theme_.quiet);
    fold_free_from_ = x + canvas_.Width(label) + 8;
  }

  void DrawLane(const Lane& lane) {
    const float top = top_ + lane.top;
    if (!canvas_.IsVisible(top, top + lane.height)) return;
    const float middle = top + lane.height / 2;
    canvas_.HorizontalLine(left_, left_ + width_, top, theme_.hairline);
    const PlannedLane& plan = *lane.plan;
    const bool of_speaker = grouping_ == LaneGrouping::kSpeaker && plan.key != kOtherLanes;
    const bool low = lane.height < 46;
    const float x = left_ + style::kPadding;
    float text_left = x;
    if (of_speaker) {
      const float radius = low ? 10.0F : 16.0F;
      DrawSpeakerDisc(&view_, plan.key, x + 16, middle, radius);
      text_left = x + 42;
    }
    const float room = layout_.axis_left - text_left - 8;
    // The disc's initials say more than a name cut after its first letter.
    constexpr float kLeastName = 40;
    if (of_speaker && room < kLeastName) return;
    const std::string name = LaneName(view_, grouping_, plan);
    const std::string count = view_.locale.FormatNumber(plan.count);
    if (low) {
      const float count_width = canvas_.Width({count, style::kSmall});
      canvas_.DrawLineCut({name, style::kBody}, text_left, middle, room - count_width - 8,
                          theme_.text);
      canvas_.DrawLineRight({count, style::kSmall}, layout_.axis_left - 8, middle, theme_.quiet);
      return;
    }
    canvas_.DrawLineCut({name, style::kName}, text_left, middle - 8, room, theme_.text);
    std::string under;
    if (of_speaker && plan.key < view_.state.story.speakers.size()) {
      const Speaker& speaker = view_.state.story.speakers[plan.key];
      under = speaker.affiliation.empty() ? speaker.role : speaker.affiliation;
      if (!under.empty()) under += " · ";
    }
    under += count;
    canvas_.DrawLineCut({under, style::kSmall}, text_left, middle + 9, room, theme_.quiet);
  }

  void DrawEventsHead() {
    const float top = top_ + layout_.events_top;
    canvas_.HorizontalLine(left_, left_ + width_, top, theme_.hairline);
    canvas_.DrawLine({view_.strings.events, style::kName}, left_ + style::kPadding + 42,
                     top + (layout_.height - layout_.events_top) / 2, theme_.quiet);
  }

  bool IsOfChosenQuote(const Bar& bar) const {
    return bar.kind == BarKind::kAbout && std::find(bar.quotes.begin(), bar.quotes.end(),
                                                    view_.state.selected) != bar.quotes.end();
  }

  Color ColorOf(const Bar& bar) const {
    if (IsOfChosenQuote(bar)) return theme_.time;
    if (bar.kind == BarKind::kEvent) return theme_.quiet;
    const bool of_speaker = grouping_ == LaneGrouping::kSpeaker;
    const uint32_t key = layout_.lanes[bar.lane].plan->key;
    return of_speaker && key != kOtherLanes ? SpeakerColor(view_, key) : theme_.quiet;
  }

  void DrawBar(const Bar& bar) {
    const float middle = top_ + bar.middle;
    const Color color = ColorOf(bar);
    MarkInstance mark{};
    mark.center_x = (bar.left + bar.right) / 2;
    mark.center_y = middle;
    mark.half_width = (bar.right - bar.left) / 2;
    mark.half_height = style_.bar_height / 2;
    mark.radius = 4;
    mark.stroke = 1;
    const float fade = std::min(24.0F, bar.right - bar.left) * 1.5F;
    mark.fade_before = bar.fade_start ? fade : 0;
    mark.fade_after = bar.fade_end ? fade : 0;
    mark.fill = WithAlpha(color, bar.kind == BarKind::kSaid ? 0.3F : bar.vague ? 0.55F : 0.18F);
    mark.line = WithAlpha(color, 0.45F);
    mark.pattern = bar.vague ? MarkFill::kHatched : MarkFill::kSolid;
    canvas_.Mark(mark);
    // One whose label has gone is too small and too near to others to be pressed.
    if (bar.kind == BarKind::kEvent)
      SayEvent(&view_, bar.event, BoxOf(bar, middle), !bar.label.empty());
    if (bar.label.empty() || bar.label_left < layout_.axis_left) return;
    const bool strong = IsOfChosenQuote(bar) || bar.kind == BarKind::kEvent;
    const std::string_view language =
        bar.kind == BarKind::kEvent ? std::string_view(view_.state.story.language) : "";
    canvas_.DrawLine({bar.label, style::kSmall, language}, bar.label_left, middle,
                     strong ? theme_.text : theme_.quiet);
  }

  // The bar and what is written beside it.
  Box BoxOf(const Bar& bar, float middle) const {
    const float label = bar.label.empty() ? 0 : canvas_.Width({bar.label, style::kSmall});
    const float left = label > 0 ? std::min(bar.left, bar.label_left) : bar.left;
    const float right = label > 0 ? std::max(bar.right, bar.label_left + label) : bar.right;
    return {left, middle - style_.row_height / 2, right - left, style_.row_height};
  }

  // From the chosen quote to what it is about.
  void DrawArcs() {
    for (const QuoteMark& mark : layout_.marks) {
      if (mark.quote != view_.state.selected) continue;
      for (const Bar& bar : layout_.bars) {
        if (!IsOfChosenQuote(bar) || bar.lane != mark.lane) continue;
        if (mark.x >= bar.left && mark.x <= bar.right) continue;
        const float to = mark.x > bar.right ? bar.right : bar.left;
        const float middle = top_ + bar.middle;
        const float distance = std::abs(mark.x - to);
        canvas_.Arc(mark.x, top_ + mark.y, to, middle, std::min(distance / 6, 28.0F), theme_.time);
      }
    }
  }

  void DrawMark(const QuoteMark& mark) {
    const Quote& quote = view_.state.story.quotes[mark.quote];
    const bool selected = mark.quote == view_.state.selected;
    const float y = top_ + mark.y;
    const Box box{mark.x - style_.mark_pitch / 2, y - style_.row_height / 2, style_.mark_pitch,
                  style_.row_height};
    // Not in the tree: the slider and the list are the keyboard's and the screen reader's way to a
    // quote, and a hundred more stops would only be in the way.
    const bool hovered =
        AddHit(&view_,
               {.box = box, .press = {.kind = ActionKind::kSelectQuote, .index = mark.quote}})
            .hovered;
    // What the pointer is over stands out as what is chosen does.
    DrawQuoteMark(&view_, quote, mark.speaker, mark.x, y, selected || hovered);
    const auto& fresh = view_.state.fresh;
    if (mark.quote < fresh.size() && fresh[mark.quote]) {
      MarkInstance dot{};
      dot.center_x = mark.x + 8;
      dot.center_y = y - 8;
      dot.half_width = dot.half_height = dot.radius = 3;
      dot.fill = theme_.time;
      canvas_.Mark(dot);
    }
  }

  // How many quotes there are, as tall as the logarithm says; pressing looks closer.
  void DrawColumn(const DensityColumn& column, const TimeAxis& axis) {
    const Lane& lane = layout_.lanes[column.lane];
    const float most = std::min(lane.height - 6, 40.0F);
    const float share = std::log2(1.0F + static_cast<float>(column.count)) / 10;
    const float height = std::clamp(share, 0.12F, 1.0F) * most;
    const float middle = top_ + column.middle;
    const bool of_speaker = grouping_ == LaneGrouping::kSpeaker;
    const Color color = of_speaker && lane.plan->key != kOtherLanes
                            ? SpeakerColor(view_, lane.plan->key)
                            : theme_.quiet;
    const Box box{column.left, middle - height / 2, LaneStyle::kColumn - 1, height};
    canvas_.Fill(box, WithAlpha(color, 0.75F));
    const float x = column.left + LaneStyle::kColumn / 2;
    AddHit(
        &view_,
        {.box = {column.left, middle - most / 2, LaneStyle::kColumn, most},
         .press = {.kind = ActionKind::kZoom, .amount = kZoomStep / 2, .anchor = axis.UnitAt(x)}});
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  LaneGrouping grouping_;
  const LaneStyle& style_;
  const LaneLayout& layout_;
  float left_;
  float top_;
  float width_;
  float fold_free_from_ = 0;
};

// One stop for the keyboard: moves from quote to quote in the order shown.
void AddSlider(View* view, const Box& box) {
  const AppState& state = view->state;
  const size_t position = PositionOf(state, state.selected);
  if (position >= state.quotes.size()) return;
  const Quote& quote = state.story.quotes[state.selected];
  SemanticsNode node;
  node.id = "timeline-slider";
  node.role = Role::kSlider;
  node.name = view->strings.quote_in_time;
  node.value = SpeakerNames(*view, quote) + ", " + SaidText(*view, quote, TimeLength::kLong);
  node.box = box;
  node.most = static_cast<int32_t>(state.quotes.size()) - 1;
  node.now = static_cast<int32_t>(position);
  node.press = {.kind = ActionKind::kSelectPosition};
  view->tree.Add(std::move(node));
}

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
    MarkInstance mark = MarkOf(*view, quote, kNone, 0, 0);
    mark.half_width = mark.half_height = mark.radius = 5;
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
    MarkInstance mark{};
    mark.half_width = 11;
    mark.half_height = 5;
    mark.radius = 3;
    mark.stroke = 1;
    mark.fill = WithAlpha(bar_color, pattern == MarkFill::kHatched ? 0.55F : 0.18F);
    mark.line = WithAlpha(bar_color, 0.45F);
    mark.pattern = pattern;
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

// The legend, and the buttons that zoom. Returns where they end.
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
  const bool nearest = target.size() <= view->state.smallest_viewport;
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

// What the axis shows now, in words.
std::string RangeText(const View& view, const TimeAxis& axis) {
  if (axis.pieces().empty()) return {};
  const CivilMs from = axis.pieces().front().time.begin;
  const CivilMs to = axis.pieces().back().time.end;
  constexpr CivilMs kYearMs = 31'556'952'000;
  constexpr CivilMs kDayMs = 86'400'000;
  const DateStyle style = to - from > 4 * kYearMs   ? DateStyle::kYear
                          : to - from > kYearMs / 3 ? DateStyle::kMonthYear
                          : to - from > 3 * kDayMs  ? DateStyle::kDayYear
                                                    : DateStyle::kDayTime;
  return view.locale.FormatRange(from, to, style);
}

// The whole axis in small, how much is said when, and which part of it is in view.
float DrawOverview(View* view, const LanePlan& plan, const TimeAxis& axis, float left, float top,
                   float width) {
  constexpr float kHeight = 40;
  constexpr float kColumn = 3;
  const AppState& state = view->state;
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  const float axis_left = axis.left();
  const float axis_width = axis.right() - axis_left;
  canvas.Fill({left, top, width, kHeight}, theme.panel);
  const Box strip{axis_left, top + 6, axis_width, kHeight - 12};
  if (canvas.IsVisible(strip.top, strip.bottom())) {
    auto next = plan.middles.begin();
    while (next != plan.middles.end()) {
      const auto x_of = [&](CivilMs time) {
        return static_cast<float>(UnitOf(state.stretches, time)) * axis_width;
      };
      const float column = std::floor(x_of(*next) / kColumn) * kColumn;
      const auto end =
          std::max(next + 1, std::partition_point(next, plan.middles.end(), [&](CivilMs time) {
                     return x_of(time) < column + kColumn;
                   }));
      const float share = std::log2(1.0F + static_cast<float>(end - next)) / 9;
      const float height = std::clamp(share, 0.15F, 1.0F) * strip.height;
      canvas.Fill({axis_left + column, strip.bottom() - height, kColumn - 1, height},
                  WithAlpha(theme.quiet, 0.55F));
      next = end;
    }
  }
  const Viewport now = state.viewport.At(view->now_ms);
  const Box brush{axis_left + static_cast<float>(now.begin) * axis_width, strip.top,
                  std::max(static_cast<float>(now.size()) * axis_width, 4.0F), strip.height};
  if (!(now == Viewport{})) {
    canvas.Fill(brush, WithAlpha(theme.accent, 0.16F), 3);
    canvas.Outline(brush, theme.accent, 3, 1);
  }
  canvas.HorizontalLine(axis_left, axis_left + axis_width, strip.bottom(), theme.axis);
  canvas.DrawLineCut({view->strings.overview, style::kSmall}, left + style::kPadding,
                     top + kHeight / 2, axis_left - left - style::kPadding - 8, theme.quiet);
  SemanticsNode node;
  node.id = "overview";
  node.role = Role::kSlider;
  node.name = view->strings.overview;
  node.value = Fill(view->strings.in_view, RangeText(*view, axis));
  node.box = strip;
  node.most = 100;
  const Viewport& target = state.viewport.target();
  node.now = static_cast<int32_t>(std::lround((target.begin + target.end) * 50));
  node.press = {.kind = ActionKind::kMoveViewportTo};
  Hit hit{.box = strip, .press = node.press, .drags = true, .amount_along = true};
  view->tree.Add(std::move(node));
  AddHit(view, std::move(hit));
  canvas.HorizontalLine(left, left + width, top + kHeight, theme.hairline);
  return top + kHeight;
}

// What can be done with the lanes, one by one.
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

}  // namespace

float DrawTimeline(View* view, float left, float top, float width, TimelinePlace* place,
                   const LanePlan* other_plan) {
  const AppState& state = view->state;
  const LanePlan& plan = other_plan != nullptr ? *other_plan : state.lanes;
  if (state.stretches.empty() || plan.lanes.empty()) return top;
  LaneStyle style;
  style.label_column = width < 600 ? 96.0F : width < 800 ? 168.0F : 208.0F;
  const float axis_left = left + style.label_column;
  const float axis_width = width - style.label_column - style::kPadding;
  style.visible_from = view->canvas.top() - top;
  style.visible_to = style.visible_from + view->canvas.height();
  const TimeAxis axis(state.stretches, state.viewport.At(view->now_ms), axis_left, axis_width);
  Labels labels(view);
  const LaneLayout layout = LayOutLanes(state.story, plan, state.selected, axis, style, &labels);

  place->axis = {axis_left, top, axis_width, layout.height};
  place->scale = axis;
  OpenGroup(view, "timeline", view->strings.timeline, {left, top, width, layout.height});
  AddSlider(view, place->axis);
  AddHit(view, {.box = place->axis, .press = {}, .drags = true});
  TimelineDrawer(view, plan.grouping, style, layout, left, top, width).Draw(axis);
  float y = DrawOverview(view, plan, axis, left, top + layout.height, width);
  y = DrawFoot(view, layout, other_plan == nullptr, left, y, width);
  if (other_plan == nullptr && IsOpen(state, Panel::kLanes)) {
    y = DrawLanesPanel(view, plan, left + style::kPadding, y + 12, width - 2 * style::kPadding);
    view->canvas.HorizontalLine(left, left + width, y, view->theme().hairline);
  }
  view->tree.Close();
  return y;
}

}  // namespace saywhen
