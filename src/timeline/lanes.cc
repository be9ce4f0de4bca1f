#include "timeline/lanes.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/sort.h"
#include "timeline/spread.h"

namespace saywhen {
namespace {

constexpr uint32_t kMostRows = 4;

// The stretches of a lane's rows that are taken, to find the first row with room for something.
class Rows {
 public:
  // The first row from `from` on where [left, right] is free; takes it.
  uint32_t Take(float left, float right, uint32_t from) {
    for (uint32_t row = from;; ++row) {
      if (row >= taken_.size()) taken_.resize(row + 1);
      if (!IsFree(row, left, right)) continue;
      taken_[row].push_back({left, right});
      return row;
    }
  }
  void Mark(uint32_t row, float left, float right) {
    if (row >= taken_.size()) taken_.resize(row + 1);
    taken_[row].push_back({left, right});
  }
  uint32_t count() const { return static_cast<uint32_t>(std::max<size_t>(taken_.size(), 1)); }

 private:
  bool IsFree(uint32_t row, float left, float right) const {
    for (const auto& [begin, end] : taken_[row]) {
      if (left < end && begin < right) return false;
    }
    return true;
  }

  std::vector<std::vector<std::pair<float, float>>> taken_;
};

class LaneLayouter {
 public:
  LaneLayouter(const Story& story, const LanePlan& plan, Index selected, const TimeAxis& axis,
               const LaneStyle& style, LaneLabels* labels)
      : story_(story),
        plan_(plan),
        selected_(selected),
        axis_(axis),
        style_(style),
        labels_(*labels) {}

  LaneLayout Run() {
    layout_.axis_left = axis_.left();
    layout_.axis_right = axis_.right();
    for (const TimeAxis::Piece& piece : axis_.pieces()) {
      const std::vector<Tick> ticks = PlaceTicks(piece, style_.tick_spacing);
      layout_.ticks.insert(layout_.ticks.end(), ticks.begin(), ticks.end());
    }
    PlacePublished();
    // With many lanes each is a row of its own height, so that those out of sight need no work.
    const bool compact = plan_.lanes.size() > 5 * kMostLanes;
    float top = style_.axis_height;
    for (uint32_t i = 0; i < plan_.lanes.size(); ++i) {
      layout_.lanes.push_back({&plan_.lanes[i], top, 0});
      layout_.lanes[i].height = LayOutLane(i, compact || plan_.lanes[i].folded);
      top += layout_.lanes[i].height;
    }
    layout_.events_top = top;
    layout_.height = top + LayOutEvents();
    return std::move(layout_);
  }

 private:
  void PlacePublished() {
    for (const TimeAxis::Piece& piece : axis_.pieces()) {
      if (piece.fold) continue;
      auto at = std::lower_bound(plan_.published.begin(), plan_.published.end(), piece.time.begin);
      float last = -1e9F;
      while (at != plan_.published.end() && *at <= piece.time.end) {
        const float x = axis_.XAt(*at);
        // One a few pixels: the next one is sought from there.
        if (x >= last + 3) layout_.published.push_back(last = x);
        ++at;
        if (layout_.published.size() > 400) return;
      }
    }
  }

  // Returns the lane's height.
  float LayOutLane(uint32_t lane, bool folded) {
    if (folded) return LayOutFolded(lane);
    Rows rows;
    const size_t first_mark = layout_.marks.size();
    const size_t first_bar = layout_.bars.size();
    const size_t first_column = layout_.columns.size();
    PlaceMarks(lane, &rows);
    PlaceAboutBars(lane, &rows);
    const float content = static_cast<float>(rows.count()) * style_.row_height;
    const float height = std::max(style_.least_lane, content + 2 * style_.lane_padding);
    const float top = layout_.lanes[lane].top + (height - content) / 2 + style_.row_height / 2;
    for (size_t i = first_mark; i < layout_.marks.size(); ++i) layout_.marks[i].y += top;
    for (size_t i = first_bar; i < layout_.bars.size(); ++i) layout_.bars[i].middle += top;
    for (size_t i = first_column; i < layout_.columns.size(); ++i)
      layout_.columns[i].middle += top + style_.row_height / 2;
    return height;
  }

  // One low row: columns only.
  float LayOutFolded(uint32_t lane) {
    const float top = layout_.lanes[lane].top;
    const float height = style_.folded_lane;
    if (top + height < style_.visible_from || top > style_.visible_to) return height;
    const size_t first = layout_.columns.size();
    PlaceColumns(lane);
    for (size_t i = first; i < layout_.columns.size(); ++i) {
      layout_.columns[i].middle = top + height / 2;
    }
    return height;
  }

  // The quotes of a lane whose time lies between two places of the axis: [first, behind).
  std::pair<size_t, size_t> InView(const PlannedLane& lane, float left, float right) const {
    const auto& middles = lane.middles;
    const auto from = std::partition_point(
        middles.begin(), middles.end(), [&](CivilMs middle) { return axis_.XAt(middle) < left; });
    const auto to = std::partition_point(
        from, middles.end(), [&](CivilMs middle) { return axis_.XAt(middle) <= right; });
    return {static_cast<size_t>(from - middles.begin()), static_cast<size_t>(to - middles.begin())};
  }

  // When the columns of the axis begin: quotes' times are compared with these as they are, and a
  // hundred thousand need no place each.
  const std::vector<CivilMs>& ColumnTimes() {
    if (column_times_.empty()) {
      const float columns = std::ceil((axis_.right() - axis_.left()) / LaneStyle::kColumn);
      for (float column = 0; column < std::max(columns, 1.0F); ++column) {
        column_times_.push_back(axis_.TimeAt(axis_.left() + column * LaneStyle::kColumn));
      }
    }
    return column_times_;
  }

  // How many quotes were said in each few pixels of the axis.
  void PlaceColumns(uint32_t number) {
    const PlannedLane& lane = *layout_.lanes[number].plan;
    const auto [first, behind] = InView(lane, axis_.left(), axis_.right());
    const std::span middles = std::span(lane.middles).first(behind);
    const std::vector<CivilMs>& times = ColumnTimes();
    auto column = times.begin() + 1;  // the one after that of middles[next]
    for (size_t next = first; next < behind;) {
      column = std::upper_bound(column, times.end(), middles[next]);
      const auto end = column == times.end()
                           ? middles.end()
                           : std::lower_bound(middles.begin() + static_cast<ptrdiff_t>(next),
                                              middles.end(), *column);
      const auto end_index = static_cast<size_t>(end - middles.begin());
      const auto before = static_cast<float>(column - times.begin() - 1);
      layout_.columns.push_back({number, static_cast<uint32_t>(end_index - next),
                                 axis_.left() + before * LaneStyle::kColumn, 0});
      next = end_index;
    }
  }

  void PlaceMarks(uint32_t number, Rows* rows) {
    struct Placed {
      Index quote;
      float x;
      float reach;  // how far from x it still stands at its time
      const TimeInterval* said;
    };
    const PlannedLane& lane = *layout_.lanes[number].plan;
    const auto most = static_cast<size_t>((axis_.right() - axis_.left()) / style_.mark_pitch *
                                          static_cast<float>(kMostRows));
    const auto [in_view, out_of_view] = InView(lane, axis_.left(), axis_.right());
    if (out_of_view - in_view > most) {
      PlaceColumns(number);
      rows->Mark(1, axis_.left(), axis_.right());
      return;
    }
    // Neighbours a little outside take part, so that panning moves nobody suddenly.
    const size_t from = in_view - std::min(in_view, kMostNeighbours);
    const size_t to = std::min(out_of_view + kMostNeighbours, lane.quotes.size());
    std::vector<Placed> placed;
    for (size_t i = from; i < to; ++i) {
      const Index index = lane.quotes[i];
      const TimeInterval* said = WhenSaid(story_, story_.quotes[index]);
      const TimeExtent extent = KnownExtent(*said);
      const float begin = axis_.XAt(extent.begin);
      const float end = axis_.XAt(extent.end);
      const float reach = std::max((end - begin - style_.mark_pitch) / 2, style_.mark_pitch * 1.5F);
      placed.push_back({index, (begin + end) / 2, reach, said});
    }
    SortItems(&placed, [](const Placed& mark) { return SortKey(mark.x); });
    std::vector<float> places(placed.size());
    std::vector<float> reaches(placed.size());
    for (size_t i = 0; i < placed.size(); ++i) {
      places[i] = placed[i].x;
      reaches[i] = placed[i].reach;
    }
    const uint32_t row_count = SpreadInRows(places, reaches);
    // Marks pushed far from their times would tell wrong ones: then columns say how many there are.
    for (size_t i = 0; i < places.size(); ++i) {
      if (std::abs(places[i] - placed[i].x) <= reaches[i] + kFarthest * style_.mark_pitch) continue;
      PlaceColumns(number);
      rows->Mark(1, axis_.left(), axis_.right());
      return;
    }
    const auto is_before = [](const Placed& mark, float x) { return mark.x < x; };
    const auto is_after = [](float x, const Placed& mark) { return x < mark.x; };
    const auto begin = std::lower_bound(placed.begin(), placed.end(), axis_.left(), is_before);
    const auto end = std::upper_bound(begin, placed.end(), axis_.right(), is_after);
    const auto first = static_cast<size_t>(begin - placed.begin());
    const auto behind = static_cast<size_t>(end - placed.begin());
    KeepInView(std::span(places).subspan(first, behind - first),
               style_.mark_pitch / static_cast<float>(row_count));
    for (size_t i = first; i < behind; ++i) {
      const float x = places[i];
      if (x < axis_.left() || x > axis_.right()) continue;
      const uint32_t row = static_cast<uint32_t>(i) % row_count;
      const float y = static_cast<float>(row) * style_.row_height;
      layout_.marks.push_back({placed[i].quote, SpeakerIn(lane, placed[i].quote), number, x, y});
      float left = x - style_.mark_pitch / 2;
      float right = x + style_.mark_pitch / 2;
      const TimeInterval& said = *placed[i].said;
      if (said.approximate || said.uncertain || said.is_interval) {
        Bar bar = MakeBar(BarKind::kSaid, said);
        bar.left = std::min(bar.left, left);
        bar.right = std::max(bar.right, right);
        bar.lane = number;
        bar.quotes = {placed[i].quote};
        bar.middle = y;
        left = bar.left;
        right = bar.right;
        layout_.bars.push_back(std::move(bar));
      }
      rows->Mark(row, left, right);
    }
  }

  Index SpeakerIn(const PlannedLane& lane, Index quote) const {
    if (plan_.grouping == LaneGrouping::kSpeaker && lane.key != kOtherLanes) return lane.key;
    const auto& speakers = story_.quotes[quote].speakers;
    return speakers.empty() ? kNone : speakers.front();
  }

  // As few rows as keep each mark within reach of its time, at most kMostRows. Neighbours stand in
  // different rows.
  uint32_t SpreadInRows(std::vector<float>& places, const std::vector<float>& reaches) const {
    const std::vector<float> wanted = places;
    for (uint32_t rows = 1;; ++rows) {
      places = wanted;
      Spread(places, style_.mark_pitch / static_cast<float>(rows));
      bool within = true;
      for (size_t i = 0; i < places.size(); ++i) {
        within = within && std::abs(places[i] - wanted[i]) <= reaches[i];
      }
      if (rows == kMostRows || within) return rows;
    }
  }

  // Marks whose time is in view were not spread to be pushed out of it: those at the edges hold the
  // others back. What is more than there is room for still leaves on the right.
  void KeepInView(std::span<float> places, float distance) const {
    for (size_t i = 0; i < places.size(); ++i) {
      const float least = axis_.left() + static_cast<float>(i) * distance;
      const float most = axis_.right() - static_cast<float>(places.size() - 1 - i) * distance;
      places[i] = std::max(std::min(places[i], most), least);
    }
  }

  // Bars of all, or, where they would fill the lane with bars, of the selected quote's alone.
  void PlaceAboutBars(uint32_t number, Rows* rows) {
    const PlannedLane& lane = *layout_.lanes[number].plan;
    const size_t first = layout_.bars.size();
    if (lane.abouts.size() <= kMostAbouts) {
      for (const LaneAbout& about : lane.abouts) {
        PlaceAboutBar(number, *about.time, about.quotes, first, rows);
      }
      return;
    }
    const bool here = std::any_of(
        layout_.marks.begin(), layout_.marks.end(),
        [&](const QuoteMark& mark) { return mark.lane == number && mark.quote == selected_; });
    if (!here) return;
    for (const StoryTime& about : story_.quotes[selected_].about) {
      PlaceAboutBar(number, about, {selected_}, first, rows);
    }
  }

  // `first`: the lane's first bar of this kind.
  void PlaceAboutBar(uint32_t number, const StoryTime& about, const std::vector<Index>& quotes,
                     size_t first, Rows* rows) {
    Bar bar = MakeBar(BarKind::kAbout, about.when);
    if (bar.left >= bar.right) return;
    bar.lane = number;
    bar.label = labels_.TimeLabel(about);
    bar.quotes = quotes;
    const auto same = std::find_if(layout_.bars.begin() + static_cast<ptrdiff_t>(first),
                                   layout_.bars.end(), [&](const Bar& other) {
                                     return other.left == bar.left && other.right == bar.right &&
                                            other.label == bar.label;
                                   });
    if (same != layout_.bars.end()) {
      same->quotes.insert(same->quotes.end(), quotes.begin(), quotes.end());
      return;
    }
    PlaceBar(&bar, rows);
    layout_.bars.push_back(std::move(bar));
  }

  float LayOutEvents() {
    Rows rows;
    const size_t first = layout_.bars.size();
    for (Index index = 0; index < story_.events.size(); ++index) {
      const Event& event = story_.events[index];
      if (!event.when) continue;
      Bar bar = MakeBar(BarKind::kEvent, event.when->when);
      if (bar.left >= bar.right) continue;
      if (layout_.bars.size() - first == kMostEvents) break;
      bar.lane = static_cast<uint32_t>(layout_.lanes.size());
      bar.event = index;
      // An arrow says that there is more to open.
      bar.label = event.title + (LinkOf(event).empty() ? "" : " ↗");
      PlaceEvent(&bar, &rows);
      layout_.bars.push_back(std::move(bar));
    }
    if (layout_.bars.size() == first) return 0;
    const float top = layout_.events_top + style_.lane_padding + style_.row_height / 2;
    for (size_t i = first; i < layout_.bars.size(); ++i) layout_.bars[i].middle += top;
    return std::max(style_.least_lane,
                    static_cast<float>(rows.count()) * style_.row_height + 2 * style_.lane_padding);
  }

  // As PlaceBar(), but in few rows: where they are full the label goes, and comes back when the
  // reader looks closer.
  void PlaceEvent(Bar* bar, Rows* rows) {
    const Rows before = *rows;
    PlaceBar(bar, rows);
    const float last = static_cast<float>(kMostEventRows - 1) * style_.row_height;
    if (bar->middle < last) return;
    *rows = before;
    bar->label.clear();
    bar->middle = last;
    rows->Mark(kMostEventRows - 1, bar->left, bar->right);
  }

  // Its place along the axis; an empty one when it lies outside the view.
  Bar MakeBar(BarKind kind, const TimeInterval& when) const {
    const TimeExtent extent = KnownExtent(when);
    const bool no_start = when.earliest == kDistantPast;
    const bool no_end = when.latest == kDistantFuture;
    Bar bar;
    bar.kind = kind;
    float left = axis_.XAt(extent.begin);
    float right = axis_.XAt(extent.end);
    // An end that is not known is a fading tail, however little of the axis is there to hold it.
    constexpr float kTail = 72;
    if (no_start) left = right - kTail;
    if (no_end) right = left + kTail;
    constexpr float kLeast = 10;
    if (right - left < kLeast) {
      const float middle = (left + right) / 2;
      left = middle - kLeast / 2;
      right = middle + kLeast / 2;
    }
    bar.left = std::max(left, axis_.left());
    bar.right = std::min(right, axis_.right());
    bar.fade_start = no_start || left < axis_.left();
    bar.fade_end = no_end || right > axis_.right();
    bar.vague = when.approximate || when.uncertain || when.unspecified;
    return bar;
  }

  // Gives the bar a row where it and its label have room: inside it, else behind, else before.
  void PlaceBar(Bar* bar, Rows* rows) {
    const float label = labels_.LabelWidth(bar->label);
    float left = bar->left;
    float right = bar->right;
    const bool fades = bar->fade_start || bar->fade_end;
    bar->label_inside = !fades && label + 2 * style_.label_gap <= right - left;
    bar->label_left = bar->label_inside ? left + style_.label_gap : right + style_.label_gap;
    if (!bar->label_inside) {
      if (bar->label_left + label <= axis_.right()) {
        right = bar->label_left + label;
      } else {
        bar->label_left = left - style_.label_gap - label;
        left = bar->label_left;
      }
    }
    const uint32_t row = rows->Take(left, right + style_.label_gap, 0);
    bar->middle = static_cast<float>(row) * style_.row_height;
  }

  static constexpr size_t kMostNeighbours = 32;
  static constexpr float kFarthest = 2;
  static constexpr size_t kMostEvents = 64;
  static constexpr uint32_t kMostEventRows = 6;

  const Story& story_;
  const LanePlan& plan_;
  Index selected_;
  const TimeAxis& axis_;
  const LaneStyle& style_;
  LaneLabels& labels_;
  LaneLayout layout_;
  std::vector<CivilMs> column_times_;
};

}  // namespace

std::string_view LinkOf(const Event& event) {
  return event.url.empty() ? event.media.url : event.url;
}

std::vector<TimeExtent> ExtentsOf(const Story& story, std::span<const Index> quotes) {
  std::vector<TimeExtent> extents;
  for (const Index index : quotes) {
    const Quote& quote = story.quotes[index];
    if (const TimeInterval* said = WhenSaid(story, quote)) extents.push_back(KnownExtent(*said));
    for (const StoryTime& about : quote.about) extents.push_back(KnownExtent(about.when));
  }
  for (const Event& event : story.events) {
    if (event.when) extents.push_back(KnownExtent(event.when->when));
  }
  return extents;
}

LaneLayout LayOutLanes(const Story& story, const LanePlan& plan, Index selected,
                       const TimeAxis& axis, const LaneStyle& style, LaneLabels* labels) {
  return LaneLayouter(story, plan, selected, axis, style, labels).Run();
}

}  // namespace saywhen
