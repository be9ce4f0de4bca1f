#include "ui/timeline_view.h"

#include <algorithm>
#include <cmath>

#include "imgui.h"
#include "timeline/lanes.h"

namespace saywhen {
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
  TimelineDrawer(View* view, const LaneStyle& style, const LaneLayout& layout, float left,
                 float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
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
    for (const Lane& lane : layout_.lanes) DrawLane(lane);
    if (layout_.events_top < layout_.height) DrawEventsHead();
    for (const Bar& bar : layout_.bars) DrawBar(bar);
    DrawArcs();
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
    const float middle = top + lane.height / 2;
    canvas_.HorizontalLine(left_, left_ + width_, top, theme_.hairline);
    const float x = left_ + style::kPadding;
    DrawSpeakerDisc(&view_, lane.speaker, x + 16, middle, 16);
    const float text_left = x + 42;
    const float room = layout_.axis_left - text_left - 8;
    canvas_.DrawLineCut({SpeakerName(view_, lane.speaker), style::kName}, text_left, middle - 8,
                        room, theme_.text);
    std::string under;
    if (lane.speaker < view_.state.story.speakers.size()) {
      const Speaker& speaker = view_.state.story.speakers[lane.speaker];
      under = speaker.affiliation.empty() ? speaker.role : speaker.affiliation;
      if (!under.empty()) under += " · ";
    }
    under += view_.locale.FormatNumber(lane.quotes);
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
    return SpeakerColor(view_, layout_.lanes[bar.lane].speaker);
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
    if (bar.label.empty() || bar.label_left < layout_.axis_left) return;
    const bool strong = IsOfChosenQuote(bar) || bar.kind == BarKind::kEvent;
    const std::string_view language =
        bar.kind == BarKind::kEvent ? std::string_view(view_.state.story.language) : "";
    canvas_.DrawLine({bar.label, style::kSmall, language}, bar.label_left, middle,
                     strong ? theme_.text : theme_.quiet);
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
    const Index speaker = layout_.lanes[mark.lane].speaker;
    const float y = top_ + mark.y;
    const Box box{mark.x - style_.mark_pitch / 2, y - style_.row_height / 2, style_.mark_pitch,
                  style_.row_height};
    // Not in the tree: the slider and the list are the keyboard's and the screen reader's way to a
    // quote, and a hundred more stops would only be in the way.
    if (!canvas_.IsVisible(box.top, box.bottom())) return;
    view_.hits.push_back(box);
    ImGui::SetCursorScreenPos({box.left, canvas_.OffsetY(box.top)});
    ImGui::PushID(static_cast<int>(mark.lane));
    ImGui::PushID(static_cast<int>(mark.quote));
    if (ImGui::InvisibleButton("mark", {box.width, box.height})) {
      view_.actions.push_back({.kind = ActionKind::kSelectQuote, .index = mark.quote});
    }
    const bool hovered = ImGui::IsItemHovered();
    ImGui::PopID();
    ImGui::PopID();
    // What the pointer is over stands out as what is chosen does.
    DrawQuoteMark(&view_, quote, speaker, mark.x, y, selected || hovered);
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
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

// Drag to move, double click to zoom in. Comes before the marks, which lie over it.
void AddDragArea(View* view, const TimelinePlace& place) {
  const Box& box = place.axis;
  ImGui::SetCursorScreenPos({box.left, view->canvas.OffsetY(box.top)});
  ImGui::SetNextItemAllowOverlap();
  ImGui::InvisibleButton("axis", {box.width, box.height});
  const ImGuiIO& io = ImGui::GetIO();
  if (ImGui::IsItemActive() && io.MouseDelta.x != 0) {
    const double distance = -static_cast<double>(io.MouseDelta.x / box.width);
    view->actions.push_back({.kind = ActionKind::kPan, .amount = distance});
  }
  if (ImGui::IsItemHovered() && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
    view->actions.push_back({.kind = ActionKind::kZoom,
                             .amount = kZoomStep,
                             .anchor = place.scale.UnitAt(io.MousePos.x)});
  }
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
float DrawFoot(View* view, const LaneLayout& layout, float left, float top, float width) {
  Canvas& canvas = view->canvas;
  const float height = ButtonHeight(*view) + 16;
  const float middle = top + height / 2;
  canvas.Fill({left, top, width, height}, view->theme().panel);
  canvas.HorizontalLine(left, left + width, top + height, view->theme().hairline);

  const bool whole = view->state.viewport.target() == Viewport{};
  const float button_top = middle - ButtonHeight(*view) / 2;
  const float buttons_width = ButtonWidth(view, "−") + ButtonWidth(view, "+") +
                              ButtonWidth(view, view->strings.whole_axis) + 16;
  float x = left + width - style::kPadding - buttons_width;
  const float legend_end = x - 12;
  const Viewport& target = view->state.viewport.target();
  const double centre = (target.begin + target.end) / 2;
  const Strings& strings = view->strings;
  const Action out{.kind = ActionKind::kZoom, .amount = 1 / kZoomStep, .anchor = centre};
  const Action in{.kind = ActionKind::kZoom, .amount = kZoomStep, .anchor = centre};
  const bool nearest = target.size() <= view->state.smallest_viewport;
  x = DrawButton(view, {"zoom-out", "−", strings.zoom_out, out, whole}, x, button_top) + 8;
  x = DrawButton(view, {"zoom-in", "+", strings.zoom_in, in, nearest}, x, button_top) + 8;
  DrawButton(view,
             {"show-all",
              strings.whole_axis,
              strings.whole_axis,
              {.kind = ActionKind::kShowWholeAxis},
              whole},
             x, button_top);

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

}  // namespace

float DrawTimeline(View* view, float left, float top, float width, TimelinePlace* place) {
  const AppState& state = view->state;
  if (state.stretches.empty()) return top;
  LaneStyle style;
  style.label_column = width < 800 ? 168.0F : 208.0F;
  const float axis_left = left + style.label_column;
  const float axis_width = width - style.label_column - style::kPadding;
  const TimeAxis axis(state.stretches, state.viewport.At(view->now_ms), axis_left, axis_width);
  Labels labels(view);
  const LaneLayout layout = LayOutLanes(state.story, state.quotes, axis, style, &labels);

  place->axis = {axis_left, top, axis_width, layout.height};
  place->scale = axis;
  SemanticsNode group;
  group.id = "timeline";
  group.name = view->strings.timeline;
  group.box = {left, top, width, layout.height};
  view->tree.Open(std::move(group));
  AddSlider(view, place->axis);
  AddDragArea(view, *place);
  TimelineDrawer(view, style, layout, left, top, width).Draw(axis);
  const float end = DrawFoot(view, layout, left, top + layout.height, width);
  view->tree.Close();
  return end;
}

}  // namespace saywhen
