#include "ui/feed_view.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

#include "timeline/feed.h"
#include "timeline/lanes.h"
#include "ui/quote_view.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kAxis = 20;   // from the left edge of the feed to its axis
constexpr float kWords = 44;  // to the words
constexpr float kGap = 12;

class FeedDrawer {
 public:
  FeedDrawer(View* view, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        story_(view->state.story),
        axis_(left + kAxis),
        left_(left + kWords),
        width_(width - kWords),
        y_(top) {}

  float Run() {
    y_ += 8;
    const auto [from, to] = Window();
    if (from > 0) {
      const size_t more = std::min(from, kMoreRows);
      More("earlier", view_.strings.show_earlier, more, ActionKind::kShowEarlierQuotes);
    }
    axis_from_ = y_;
    for (const FeedEntry& entry : Entries(from, to)) {
      switch (entry.kind) {
        case FeedKind::kDate:
          Date(entry);
          break;
        case FeedKind::kFold:
          Fold(entry);
          break;
        case FeedKind::kEvent:
          AnEvent(entry);
          break;
        case FeedKind::kQuote:
          AQuote(entry.index);
          break;
      }
    }
    Axis(y_);
    if (const size_t rest = view_.state.quotes.size() - to; rest > 0) {
      y_ += 12;
      const size_t more = std::min(std::max(kMoreRows, view_.state.rows / 2), rest);
      More("more", view_.strings.show_more, more, ActionKind::kShowMoreQuotes);
    }
    return y_ + 8;
  }

 private:
  // Of many quotes only some are laid out, from the first row on: what is below them comes when the
  // reader asks for it.
  std::pair<size_t, size_t> Window() const {
    constexpr size_t kAll = 30;
    const AppState& state = view_.state;
    const size_t count = state.quotes.size();
    if (count <= kAll) return {0, count};
    return {state.first_row, std::min(state.first_row + state.rows, count)};
  }

  // By time, with dates, folds and events; in another order than that of time the quotes alone.
  std::vector<FeedEntry> Entries(size_t from, size_t to) const {
    const AppState& state = view_.state;
    const std::span<const Index> quotes = std::span(state.quotes).subspan(from, to - from);
    const bool whole = quotes.size() == state.quotes.size();
    if (state.question.order == Order::kArticle || state.question.order == Order::kSaid) {
      return BuildFeed(story_, quotes, state.stretches, whole);
    }
    std::vector<FeedEntry> feed;
    for (const Index quote : quotes) feed.push_back({FeedKind::kQuote, quote, nullptr, {}, {}});
    return feed;
  }

  void More(std::string_view id, std::string_view pattern, size_t count, ActionKind kind) {
    const std::string label = Fill(pattern, view_.locale.FormatNumber(static_cast<int64_t>(count)));
    DrawButton(&view_, {.id = id, .label = label, .name = label, .press = {.kind = kind}}, left_,
               y_);
    y_ += ButtonHeight(view_) + 12;
  }

  // The piece of the axis down to `until`.
  void Axis(float until) {
    if (until > axis_from_) {
      canvas_.Fill({axis_ - 0.5F, axis_from_, 1, until - axis_from_}, theme_.axis);
    }
    axis_from_ = until;
  }

  void Tick(float y) { canvas_.Fill({axis_ - 5, y - 0.5F, 10, 1}, theme_.axis); }

  void Say(std::string id, Role role, std::string name, float top, float height) {
    SemanticsNode node;
    node.id = std::move(id);
    node.role = role;
    node.name = std::move(name);
    node.box = {left_, top, width_, height};
    view_.tree.Add(std::move(node));
  }

  void Date(const FeedEntry& entry) {
    std::string text = entry.when != nullptr
                           ? TimeText(*entry.when, TimeLength::kLong, &view_.locale, view_.strings)
                           : std::string(view_.strings.unknown_time);
    if (!entry.place.empty()) text += " · " + entry.place;
    y_ += 8;
    const Paragraph line = canvas_.LayOut({text, style::kBody, story_.language}, width_);
    Tick(y_ + line.line_height / 2);
    canvas_.Draw(line, left_, y_, theme_.quiet);
    Say("date-" + std::to_string(dates_++), Role::kHeading, text, y_, line.height());
    y_ += line.height() + kGap;
  }

  void Fold(const FeedEntry& entry) {
    constexpr float kHeight = 40;
    Axis(y_ + 6);
    const float middle = y_ + kHeight / 2;
    for (const float offset : {-3.0F, 3.0F}) {
      const float wave[] = {axis_ - 8, middle + offset + 2, axis_ - 3, middle + offset - 2,
                            axis_ + 3, middle + offset + 2, axis_ + 8, middle + offset - 2};
      canvas_.Polyline(wave, theme_.quiet, 1.25F);
    }
    canvas_.DrawLine({FoldText(entry.folded, &view_.locale, view_.strings), style::kSmall}, left_,
                     middle, theme_.quiet);
    axis_from_ = y_ + kHeight - 6;
    y_ += kHeight + 4;
  }

  void AnEvent(const FeedEntry& entry) {
    const Event& event = story_.events[entry.index];
    const std::string when =
        TimeText(*entry.when, TimeLength::kShort, &view_.locale, view_.strings);
    const std::string title_text = event.title + (LinkOf(event).empty() ? "" : " ↗");
    const Paragraph title =
        canvas_.LayOut({title_text, {Face::kInterface, 14, false}, story_.language}, width_);
    const Paragraph date = canvas_.LayOut({when, style::kSmall}, width_);
    const float height = title.height() + date.height() + 2;
    MarkInstance bar = BarMark(theme_.quiet, entry.when->approximate || entry.when->uncertain);
    bar.center_x = axis_;
    bar.center_y = y_ + height / 2;
    bar.half_width = 4;
    bar.half_height = height / 2;
    bar.fill = WithAlpha(theme_.quiet, 0.35F);
    bar.flags = kMarkVertical;
    if (entry.when->earliest == kDistantPast) bar.fade_before = height;
    if (entry.when->latest == kDistantFuture) bar.fade_after = height;
    canvas_.Mark(bar);
    canvas_.Draw(title, left_, y_, theme_.text);
    canvas_.Draw(date, left_, y_ + title.height() + 2, theme_.quiet);
    SayEvent(&view_, entry.index, {left_, y_, width_, height}, true);
    y_ += height + kGap + 4;
  }

  void AQuote(Index index) {
    const Quote& quote = story_.quotes[index];
    const bool selected = index == view_.state.selected;
    const float top = y_;
    const float inset = selected ? 14.0F : 0.0F;
    // The chosen one opens: a card that reaches a little to both sides of the words.
    const Box card{left_ - 11, top, width_ + 11, 0};
    const float words_width = width_ - inset;
    const float end = selected ? DrawChosenQuote(&view_, left_, top + 14, words_width, false) + 14
                               : top + Closed(quote, false);
    const float height = end - top;
    const std::string names = SpeakerNames(view_, quote);

    SemanticsNode node;
    node.id = NodeId("quote", quote.id);
    node.role = Role::kDisclosure;
    node.name =
        names + ", " + SaidText(view_, quote, TimeLength::kShort) + ": " + ShownText(story_, quote);
    node.language = LanguageOf(story_, quote);
    node.quote = quote.id;
    node.box = {card.left, top, card.width, height};
    node.pressed = selected;
    node.press = {.kind = ActionKind::kSelectQuote, .index = index};
    const Index speaker = FirstSpeaker(quote);
    if (selected) {
      // Its buttons take the pointer, so the card itself does not.
      view_.tree.Add(std::move(node));
      const Box whole{card.left, top, card.width, height};
      canvas_.Fill(whole, theme_.selected, style::kRadius);
      canvas_.Outline(whole, theme_.border, style::kRadius, 1);
      DrawChosenQuote(&view_, left_, top + 14, words_width, true);
      DrawQuoteMark(&view_, quote, speaker, axis_, top + 37, true);
    } else {
      const Pressable pressed = AddPressable(&view_, std::move(node));
      if (pressed.hovered) {
        canvas_.Fill({card.left, top - 4, card.width, height + 4}, theme_.hover, style::kRadius);
      }
      Closed(quote, true);
      DrawQuoteMark(&view_, quote, speaker, axis_, top + 10, false);
    }
    y_ += height + kGap + 6;
  }

  // Returns its height.
  float Closed(const Quote& quote, bool draw) {
    const Index speaker = FirstSpeaker(quote);
    const std::string names = SpeakerNames(view_, quote);
    const std::string text = ShownText(story_, quote);
    const Words who{names, style::kBigName};
    const Words what{text, {Face::kText, 16, false}, LanguageOf(story_, quote)};
    const Paragraph words = canvas_.LayOut(what, width_, 4);
    const float height = 24 + words.height();
    if (draw) {
      AddSilentWords(&view_, NodeId("words", quote.id), quote, what,
                     {left_, y_ + 24, width_, words.height()});
    }
    if (draw && canvas_.IsVisible(y_ - 8, y_ + height + 8)) {
      DrawHits(&view_, words, text, what.language, left_, y_ + 24);
      canvas_.DrawLineCut(who, left_, y_ + 10, width_, SpeakerColor(view_, speaker));
      if (quote.type != QuoteType::kDirect) {
        const std::string form = " · " + std::string(TypeName(view_.strings, quote.type));
        const float x = left_ + canvas_.Width(who);
        if (x + canvas_.Width({form, style::kSmall}) <= left_ + width_) {
          canvas_.DrawLine({form, style::kSmall}, x, y_ + 10, theme_.quiet);
        }
      }
      canvas_.Draw(words, left_, y_ + 24, theme_.text);
    }
    return height;
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const Story& story_;
  float axis_;
  float left_;
  float width_;
  float y_;
  float axis_from_ = 0;
  int dates_ = 0;
};

}  // namespace

float DrawFeed(View* view, float left, float top, float width) {
  SemanticsNode list;
  list.id = "quotes";
  list.name = view->strings.quotes;
  list.box = {left, top, width, 0};
  view->tree.Open(std::move(list));
  const float end = FeedDrawer(view, left, top, width).Run();
  view->tree.Close();
  return end;
}

}  // namespace saywhen
