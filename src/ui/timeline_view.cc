#include "ui/timeline_view.h"

#include <algorithm>
#include <cmath>

#include "model/calendar.h"
#include "timeline/lanes.h"
#include "ui/lanes_drawing.h"
#include "ui/timeline_foot.h"

namespace saywhen {
namespace {

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
  const AppState& state = view->state;
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  const float axis_left = axis.left();
  const float axis_width = axis.right() - axis_left;
  canvas.Fill({left, top, width, kHeight}, theme.panel);
  const Box strip{axis_left, top + 6, axis_width, kHeight - 12};
  if (canvas.IsVisible(strip.top, strip.bottom())) {
    DrawDensity(view, plan, strip);
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

}  // namespace

void DrawDensity(View* view, const LanePlan& plan, const Box& strip) {
  constexpr float kColumn = 3;
  const auto x_of = [&](CivilMs time) {
    return static_cast<float>(UnitOf(view->state.stretches, time)) * strip.width;
  };
  if (plan.density_width != strip.width) {
    plan.density_width = strip.width;
    plan.density.clear();
    for (auto next = plan.middles.begin(); next != plan.middles.end();) {
      const float left = std::floor(x_of(*next) / kColumn) * kColumn;
      const auto end =
          std::max(next + 1, std::partition_point(next, plan.middles.end(), [&](CivilMs time) {
                     return x_of(time) < left + kColumn;
                   }));
      const float share = std::log2(1.0F + static_cast<float>(end - next)) / 9;
      plan.density.push_back({left, std::clamp(share, 0.15F, 1.0F)});
      next = end;
    }
  }
  const Color color = WithAlpha(view->theme().quiet, 0.55F);
  for (const auto [left, share] : plan.density) {
    const float height = share * strip.height;
    view->canvas.Fill({strip.left + left, strip.bottom() - height, kColumn - 1, height}, color);
  }
}

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
  DrawLanes(view, plan.grouping, style, layout, axis, {left, top, width, layout.height});
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
