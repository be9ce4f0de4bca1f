#include "ui/lanes_drawing.h"

#include <algorithm>
#include <cmath>

#include "ui/speaker_marks.h"

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

class LanesDrawing {
 public:
  LanesDrawing(View* view, LaneGrouping grouping, const LaneStyle& style, const LaneLayout& layout,
               const Box& box)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        grouping_(grouping),
        style_(style),
        layout_(layout),
        left_(box.left),
        top_(box.top),
        width_(box.width) {}

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
    DrawColumns();
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
      canvas_.VerticalLine(x, top_ + 50, top_ + layout_.height, theme_.accent);  // below its word
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
    const bool of_speaker = IsOfSpeaker(plan);
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

  // Whether the lane's key is a speaker.
  bool IsOfSpeaker(const PlannedLane& lane) const {
    return grouping_ == LaneGrouping::kSpeaker && lane.key != kOtherLanes;
  }
  Color LaneColor(const PlannedLane& lane) const {
    return IsOfSpeaker(lane) ? SpeakerColor(view_, lane.key) : theme_.quiet;
  }

  bool IsOfChosenQuote(const Bar& bar) const {
    return bar.kind == BarKind::kAbout && std::find(bar.quotes.begin(), bar.quotes.end(),
                                                    view_.state.selected) != bar.quotes.end();
  }

  Color ColorOf(const Bar& bar) const {
    if (IsOfChosenQuote(bar)) return theme_.time;
    if (bar.kind == BarKind::kEvent) return theme_.quiet;
    return LaneColor(*layout_.lanes[bar.lane].plan);
  }

  void DrawBar(const Bar& bar) {
    const float middle = top_ + bar.middle;
    const Color color = ColorOf(bar);
    MarkInstance mark = BarMark(color, bar.vague);
    mark.center_x = (bar.left + bar.right) / 2;
    mark.center_y = middle;
    mark.half_width = (bar.right - bar.left) / 2;
    mark.half_height = style_.bar_height / 2;
    const float fade = std::min(24.0F, bar.right - bar.left) * 1.5F;
    mark.fade_before = bar.fade_start ? fade : 0;
    mark.fade_after = bar.fade_end ? fade : 0;
    if (bar.kind == BarKind::kSaid) mark.fill = WithAlpha(color, 0.3F);
    if (IsOfChosenQuote(bar)) mark.line = color;
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
        AddHit(&view_, {.box = box,
                        .press = {.kind = ActionKind::kSelectQuote, .index = mark.quote},
                        .drags = true})
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

  // How many quotes there are, as tall as the logarithm says; pressing looks closer. Neighbours are
  // one to the pointer: there are thousands.
  void DrawColumns() {
    uint32_t lane = kNone;
    Color color = 0;
    Box run;
    const auto add_run = [&] {
      AddHit(&view_, {.box = run,
                      .press = {.kind = ActionKind::kZoom, .amount = kZoomStep / 2},
                      .drags = true,
                      .anchor_here = true});
    };
    for (const DensityColumn& column : layout_.columns) {
      const float most = std::min(layout_.lanes[column.lane].height - 6, 40.0F);
      const float middle = top_ + column.middle;
      if (lane != column.lane || column.left > run.right() + 0.5F) {
        add_run();
        run = {column.left, middle - most / 2, 0, most};
      }
      run.width = column.left + LaneStyle::kColumn - run.left;
      if (lane != column.lane) {
        lane = column.lane;
        color = WithAlpha(LaneColor(*layout_.lanes[lane].plan), 0.75F);
      }
      const float share = std::log2(1.0F + static_cast<float>(column.count)) / 10;
      const float height = std::clamp(share, 0.12F, 1.0F) * most;
      canvas_.Fill({column.left, middle - height / 2, LaneStyle::kColumn - 1, height}, color);
    }
    add_run();
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

}  // namespace

void DrawLanes(View* view, LaneGrouping grouping, const LaneStyle& style, const LaneLayout& layout,
               const TimeAxis& axis, const Box& box) {
  LanesDrawing(view, grouping, style, layout, box).Draw(axis);
}

}  // namespace saywhen
