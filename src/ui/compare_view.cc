#include "ui/compare_view.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "base/sort.h"
#include "ui/pills.h"
#include "ui/quote_entry.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kGap = 8;
constexpr float kBetweenColumns = 32;
constexpr float kLeastColumn = 150;
constexpr PillLook kLook = {.most_width = 360, .gap = 7};

bool IsCompared(const AppState& state, Index speaker) {
  return std::find(state.compared.begin(), state.compared.end(), speaker) != state.compared.end();
}

// Places in AppState::voices: those who say most first; the compared ones are always among them.
std::vector<uint32_t> OfferedVoices(const AppState& state) {
  constexpr size_t kFirst = 16;
  std::vector<uint32_t> order;
  for (uint32_t i = 0; i < state.voices.size(); ++i) {
    if (state.voices[i] != kNone) order.push_back(i);
  }
  SortItems(&order, [&state](uint32_t i) { return Descending(state.quotes_of_voice[i]); });
  if (state.all_speakers || order.size() <= kFirst) return order;
  const auto rest = std::remove_if(order.begin() + kFirst, order.end(), [&state](uint32_t i) {
    return !IsCompared(state, state.voices[i]);
  });
  order.erase(rest, order.end());
  return order;
}

float DrawChoice(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  const Strings& strings = view->strings;
  // The filters' chips stand right above and look the same.
  float y = DrawHeading(view, "compare-heading", strings.compare, left, top, width) + kGap;
  if (state.compared.size() < 2) {
    const Paragraph hint = view->canvas.LayOut({strings.choose_speakers, style::kBody}, width);
    view->canvas.Draw(hint, left, y, view->theme().quiet);
    SayText(view, "choose-speakers", Role::kText, std::string(strings.choose_speakers),
            {left, y, width, hint.height()});
    y += hint.height() + kGap;
  }
  OpenGroup(view, "compare-speakers", strings.choose_speakers, {left, y, width, 0});
  Pills pills(view, kLook, left, y, width);
  const std::vector<uint32_t> offered = OfferedVoices(state);
  const bool full = state.compared.size() >= kMostCompared;
  for (const uint32_t i : offered) {
    const Index speaker = state.voices[i];
    const bool on = IsCompared(state, speaker);
    Pill pill = SpeakerPill(*view, i);
    pill.id = NodeId("compare", state.story.speakers[speaker].id);
    pill.press = {.kind = ActionKind::kToggleCompared, .index = speaker};
    pill.on = on;
    pill.disabled = full && !on;
    pills.Add(std::move(pill));
  }
  const auto known = static_cast<size_t>(std::count_if(
      state.voices.begin(), state.voices.end(), [](Index speaker) { return speaker != kNone; }));
  if (offered.size() < known) pills.AddMoreSpeakers("all-compared", known - offered.size());
  view->tree.Close();
  return pills.bottom();
}

// In the order of time; the chosen one is always among them.
std::vector<Index> OfferedEvents(const AppState& state) {
  constexpr size_t kMostEvents = 12;
  const auto& events = state.story.events;
  std::vector<Index> offered;
  for (Index i = 0; i < events.size(); ++i) {
    if (events[i].when && (offered.size() < kMostEvents || i == state.event)) offered.push_back(i);
  }
  if (offered.size() > kMostEvents) offered.erase(offered.begin() + kMostEvents - 1);
  SortItems(&offered,
            [&events](Index i) { return SortKey(KnownExtent(events[i].when->when).begin); });
  return offered;
}

// Before and after what? Without events there is nothing to choose.
float DrawEvents(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  const Strings& strings = view->strings;
  const std::vector<Index> offered = OfferedEvents(state);
  if (offered.empty()) return top;
  const float y = DrawHeading(view, "before-and-after", strings.before_and_after, left, top, width);
  OpenGroup(view, "compare-events", strings.before_and_after, {left, y, width, 0});
  Pills pills(view, kLook, left, y + kGap, width);
  const bool any_time = std::find(offered.begin(), offered.end(), state.event) == offered.end();
  pills.Add({.id = "at-any-time",
             .label = std::string(strings.at_any_time),
             .press = {.kind = ActionKind::kChooseEvent},
             .on = any_time});
  for (const Index i : offered) {
    const Event& event = state.story.events[i];
    const bool on = i == state.event;
    pills.Add({.id = NodeId("event", event.id),
               .label = event.title,
               .aside = TimeText(event.when->when, TimeLength::kShort, &view->locale, strings),
               .language = state.story.language,
               .press = {.kind = ActionKind::kChooseEvent, .index = on ? kNone : i},
               .on = on});
  }
  view->tree.Close();
  return pills.bottom() + 20;
}

// What one of them says in one part of the time.
struct Cell {
  const ComparedVoice* voice = nullptr;
  std::span<const Index> quotes;
};

struct Section {
  std::string_view id;
  std::string_view name;  // empty: all of the time
  std::vector<Cell> cells;
};

class Columns {
 public:
  Columns(View* view, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        state_(view->state),
        voices_(view->state.compared_voices),
        left_(left),
        y_(top),
        width_(width) {
    const auto count = static_cast<float>(std::max<size_t>(voices_.size(), 1));
    column_ = (width - kBetweenColumns * (count - 1)) / count;
    // One who is alone is easier to read in the width of two.
    if (voices_.size() == 1) column_ = std::min(width, 680.0F);
    stacked_ = view->narrow || column_ < kLeastColumn;
    if (stacked_) column_ = width;
  }

  float Draw() {
    if (!stacked_) {
      OpenGroup(&view_, "compared", view_.strings.compare, {left_, y_, width_, 0});
      float end = y_;
      for (size_t i = 0; i < voices_.size(); ++i) {
        end = std::max(end,
                       DrawSpeaker(voices_[i], voices_[i].quotes.size(), LeftOf(i), y_, "column"));
      }
      view_.tree.Close();
      y_ = end + 12;
    }
    size_t longest = 0;
    for (const Section& section : Sections()) {
      for (const Cell& cell : section.cells) longest = std::max(longest, cell.quotes.size());
      DrawSection(section);
    }
    return DrawMoreButton(&view_, longest, left_, y_);
  }

 private:
  float LeftOf(size_t column) const {
    return stacked_ ? left_ : left_ + static_cast<float>(column) * (column_ + kBetweenColumns);
  }

  std::vector<Section> Sections() const {
    const Strings& strings = view_.strings;
    const auto section = [this](std::string_view id, std::string_view name, auto quotes_of) {
      Section made{id, name, {}};
      for (const ComparedVoice& voice : voices_) made.cells.push_back({&voice, quotes_of(voice)});
      return made;
    };
    using Quotes = std::span<const Index>;
    if (state_.event >= state_.story.events.size()) {
      return {
          section("all", {}, [](const ComparedVoice& voice) -> Quotes { return voice.quotes; })};
    }
    std::vector<Section> sections = {
        section("before", strings.before_event,
                [](const ComparedVoice& voice) -> Quotes { return voice.around.before; }),
        section("during", strings.during_event,
                [](const ComparedVoice& voice) -> Quotes { return voice.around.during; }),
        section("after", strings.after_event,
                [](const ComparedVoice& voice) -> Quotes { return voice.around.after; })};
    // Only where there is any: it is the rest.
    Section unclear =
        section("unclear", strings.unclear_event,
                [](const ComparedVoice& voice) -> Quotes { return voice.around.unclear; });
    const auto is_empty = [](const Cell& cell) { return cell.quotes.empty(); };
    if (!std::all_of(unclear.cells.begin(), unclear.cells.end(), is_empty)) {
      sections.push_back(std::move(unclear));
    }
    return sections;
  }

  // Disc, name, role and how many quotes.
  float DrawSpeaker(const ComparedVoice& voice, size_t quotes, float left, float top,
                    std::string_view id) {
    constexpr float kRadius = 16;
    constexpr float kHeight = 44;
    const Speaker& speaker = state_.story.speakers[voice.speaker];
    const std::string& role = speaker.role.empty() ? speaker.affiliation : speaker.role;
    const std::string count = QuotesCounted(view_, quotes);
    const float middle = top + kHeight / 2;
    const float text = left + 2 * kRadius + 10;
    const float room = left + column_ - text;
    DrawSpeakerDisc(&view_, voice.speaker, left + kRadius, middle, kRadius);
    const std::string_view name = SpeakerName(view_, voice.speaker);
    canvas_.DrawLineCut({name, style::kBigName}, text, middle - 9, room, theme_.text);
    DrawRole(role, count, text, middle + 9, room);
    const std::string under = role.empty() ? count : role + ", " + count;
    SayText(&view_, NodeId(id, speaker.id), Role::kHeading, std::string(name) + ", " + under,
            {left, top, column_, kHeight});
    return top + kHeight;
  }

  // Two texts, since each may run its own way; of a long role the end goes, not the number.
  void DrawRole(const std::string& role, const std::string& count, float x, float middle,
                float room) {
    std::string end = count;
    if (!role.empty()) {
      end = "· " + count;
      const float for_role = std::max(room - canvas_.Width({end, style::kSmall}) - 4, 24.0F);
      const Paragraph cut =
          canvas_.LayOut({role, style::kSmall, state_.story.language}, for_role, 1);
      canvas_.DrawLine({cut.lines[0].text, style::kSmall, state_.story.language}, x, middle,
                       theme_.quiet);
      x += cut.lines[0].width + 4;
    }
    canvas_.DrawLine({end, style::kSmall}, x, middle, theme_.quiet);
  }

  void DrawSection(const Section& section) {
    OpenGroup(&view_, NodeId("section", section.id),
              section.name.empty() ? view_.strings.at_any_time : section.name,
              {left_, y_, width_, 0});
    canvas_.HorizontalLine(left_, left_ + width_, y_, theme_.hairline);
    y_ += 12;
    if (!section.name.empty()) {
      y_ = DrawHeading(&view_, NodeId("heading", section.id), section.name, left_, y_, width_) + 4;
    }
    float end = y_;
    for (size_t i = 0; i < section.cells.size(); ++i) {
      end = std::max(end, DrawCell(section, section.cells[i], LeftOf(i), stacked_ ? end : y_));
    }
    y_ = end + 16;
    view_.tree.Close();
  }

  float DrawCell(const Section& section, const Cell& cell, float left, float top) {
    const Speaker& speaker = state_.story.speakers[cell.voice->speaker];
    OpenGroup(&view_, NodeId(section.id, speaker.id),
              std::string(SpeakerName(view_, cell.voice->speaker)), {left, top, column_, 0});
    float y = top;
    if (stacked_) {
      y = DrawSpeaker(*cell.voice, cell.quotes.size(), left, y, NodeId("heading", section.id)) + 4;
    }
    if (cell.quotes.empty()) y = DrawNone(NodeId(section.id, speaker.id), left, y);
    const std::string prefix = NodeId("compared", speaker.id);
    for (size_t i = 0; i < std::min(cell.quotes.size(), state_.rows); ++i) {
      y = DrawQuoteEntry(
              &view_,
              {.quote = cell.quotes[i], .speaker = cell.voice->speaker, .id_prefix = prefix}, left,
              y, column_) +
          4;
    }
    view_.tree.Close();
    return stacked_ ? y + 12 : y;
  }

  float DrawNone(const std::string& id, float left, float top) {
    const Paragraph none = canvas_.LayOut({view_.strings.no_quotes, style::kSmall}, column_);
    canvas_.Draw(none, left, top + 6, theme_.quiet);
    SayText(&view_, NodeId("none", id), Role::kText, std::string(view_.strings.no_quotes),
            {left, top + 6, column_, none.height()});
    return top + 6 + none.height() + 6;
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const AppState& state_;
  const std::vector<ComparedVoice>& voices_;
  float left_;
  float y_;
  float width_;
  float column_ = 0;
  bool stacked_ = false;
};

}  // namespace

float DrawCompare(View* view, float left, float top, float width, TimelinePlace* place) {
  const AppState& state = view->state;
  float y = DrawChoice(view, left, top, width) + 16;
  if (state.compared_voices.empty()) return y;
  // The timeline runs from edge to edge of the widget.
  y = DrawTimeline(view, 0, y, width + 2 * left, place, &state.compared_lanes) + 24;
  y = DrawEvents(view, left, y, width);
  return Columns(view, left, y, width).Draw();
}

}  // namespace saywhen
