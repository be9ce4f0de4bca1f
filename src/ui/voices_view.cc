#include "ui/voices_view.h"

#include <algorithm>
#include <cmath>

#include "app/conversation.h"
#include "timeline/ticks.h"
#include "timeline/time_axis.h"
#include "ui/filter_view.h"
#include "ui/quote_entry.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr TextStyle kHeadline = {Face::kText, 18, true};
constexpr TextStyle kTiny = {Face::kInterface, 11, false};
constexpr float kPale = 0.28F;  // of who is not chosen, while others are

// Before the name of a speaker's row; the unknown speaker has no id of their own.
std::string VoiceId(const View& view, Index speaker) {
  return speaker == kNone ? "unknown-voice"
                          : NodeId("voice", view.state.story.speakers[speaker].id);
}

// Whether others are chosen, and not this one.
bool IsPale(const AppState& state, Index speaker) {
  const auto& chosen = state.question.chosen;
  const bool any = std::any_of(chosen.begin(), chosen.end(),
                               [](FacetValue value) { return value.kind == FacetKind::kSpeaker; });
  return any && !IsChosen(state, SpeakerFilter(state, speaker));
}

float DrawTitle(View* view, std::string_view id, std::string_view text, float left, float top,
                float width) {
  const Paragraph line = view->canvas.LayOut({text, kHeadline}, width);
  view->canvas.Draw(line, left, top, view->theme().text);
  SayText(view, id, Role::kHeading, std::string(text), {left, top, width, line.height()});
  return top + line.height();
}

// Who says how much, as the reader counts it.
class Share {
 public:
  explicit Share(const AppState& state)
      : conversation_(ConversationOf(state)), words_(state.count_words) {}

  size_t size() const { return conversation_.share.speakers.size(); }
  const std::vector<TimeExtent>& bins() const { return conversation_.bins; }
  const std::vector<Stretch>& stretches() const { return conversation_.stretches; }
  // Most first.
  Index Speaker(size_t rank) const { return conversation_.share.speakers[Place(rank)]; }
  uint32_t Total(size_t rank) const { return Of(conversation_.share.totals[Place(rank)]); }
  uint32_t All() const { return Of(conversation_.share.all); }
  uint32_t In(size_t bin, size_t rank) const {
    return Of(conversation_.share.Of(bin, Place(rank)));
  }
  uint32_t In(size_t bin) const { return Of(conversation_.share.sums[bin]); }
  uint32_t MostInBin() const {
    uint32_t most = 0;
    for (size_t bin = 0; bin < bins().size(); ++bin) most = std::max(most, In(bin));
    return most;
  }

 private:
  size_t Place(size_t rank) const { return words_ ? rank : conversation_.by_quotes[rank]; }
  uint32_t Of(const Voice& voice) const { return words_ ? voice.words : voice.quotes; }

  const Conversation& conversation_;
  bool words_;
};

// Bars stacked in time: the loudest from below, in their colours, and all others in grey on them.
class StackedBars {
 public:
  StackedBars(View* view, const Share& share, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        share_(share),
        left_(left),
        top_(top + 10),
        bottom_(top + (view->narrow ? 150.0F : 210.0F)),
        most_(share.MostInBin()) {
    const std::string most = view_.locale.FormatNumber(most_);
    gutter_ = std::max(std::round(canvas_.Width({most, style::kSmall})) + 10, 20.0F);
    right_ = left + width;
  }

  float Draw() {
    if (most_ == 0) return top_ - 10;
    const TimeAxis axis(share_.stretches(), {}, left_ + gutter_, right_ - left_ - gutter_);
    DrawScale();
    for (size_t bin = 0; bin < share_.bins().size(); ++bin) DrawBin(axis, bin);
    canvas_.HorizontalLine(left_ + gutter_, right_, bottom_, theme_.axis);
    for (const TimeAxis::Piece& piece : axis.pieces()) {
      piece.fold ? DrawFold(piece) : DrawTicks(piece);
    }
    return bottom_ + 44;
  }

 private:
  static constexpr size_t kInColour = 8;

  float HeightOf(uint32_t amount) const {
    return static_cast<float>(amount) / static_cast<float>(most_) * (bottom_ - top_);
  }

  void DrawScale() {
    const std::string most = view_.locale.FormatNumber(most_);
    canvas_.HorizontalLine(left_ + gutter_, right_, top_, theme_.hairline);
    canvas_.DrawLineRight({most, style::kSmall}, left_ + gutter_ - 8, top_, theme_.quiet);
    canvas_.DrawLineRight({view_.locale.FormatNumber(0), style::kSmall}, left_ + gutter_ - 8,
                          bottom_, theme_.quiet);
    if (most_ < 4 || most_ % 2 != 0) return;
    const std::string half = view_.locale.FormatNumber(most_ / 2);
    const float middle = (top_ + bottom_) / 2;
    canvas_.HorizontalLine(left_ + gutter_, right_, middle, theme_.hairline);
    canvas_.DrawLineRight({half, style::kSmall}, left_ + gutter_ - 8, middle, theme_.quiet);
  }

  void DrawBin(const TimeAxis& axis, size_t bin) {
    constexpr float kWidest = 56;
    const TimeExtent& time = share_.bins()[bin];
    const float from = axis.XAt(time.begin);
    const float room = axis.XAt(time.end) - from;
    const float bar = std::clamp(room * 0.8F, 2.0F, kWidest);
    const float x = from + (room - bar) / 2;
    float y = bottom_;
    uint32_t coloured = 0;
    for (size_t rank = 0; rank < std::min(share_.size(), kInColour); ++rank) {
      const uint32_t amount = share_.In(bin, rank);
      coloured += amount;
      const Index speaker = share_.Speaker(rank);
      const Color color = SpeakerColor(view_, speaker);
      const bool pale = IsPale(view_.state, speaker);
      const float top = DrawPart(x, y, bar, amount, pale ? WithAlpha(color, kPale) : color);
      if (!pale && y - top >= 15 && bar >= 22) DrawInitials(speaker, x + bar / 2, (y + top) / 2);
      y = top;
    }
    DrawPart(x, y, bar, share_.In(bin) - coloured, WithAlpha(theme_.quiet, 0.45F));
  }

  // Returns its top. A hairline of air parts it from what is below, where there is room.
  float DrawPart(float x, float bottom, float width, uint32_t amount, Color color) {
    if (amount == 0) return bottom;
    const float height = HeightOf(amount);
    const float air = bottom < bottom_ && height > 3 ? 1.0F : 0.0F;
    canvas_.Fill({x, bottom - height, width, height - air}, color);
    return bottom - height;
  }

  // Eight colours come round again: initials tell who it is.
  void DrawInitials(Index speaker, float x, float middle) {
    const std::string initials = speaker == kNone ? "?" : Initials(SpeakerName(view_, speaker));
    canvas_.DrawLineCentred({initials, {Face::kInterface, 10, true}}, x, middle, theme_.on_speaker);
  }

  void DrawTicks(const TimeAxis::Piece& piece) {
    float free_from = piece.left;
    for (const Tick& tick : PlaceTicks(piece, view_.narrow ? 64 : 80)) {
      const std::string text = TickText(tick, &view_.locale);
      const Words label{text, style::kSmall};
      const float width = canvas_.Width(label);
      const float x = std::max(std::min(tick.x - width / 2, piece.right - width), free_from);
      if (x + width > piece.right || std::abs(x + width / 2 - tick.x) > width) continue;
      canvas_.VerticalLine(tick.x, bottom_, bottom_ + 5, theme_.axis);
      canvas_.DrawLine(label, x, bottom_ + 17, theme_.quiet);
      free_from = x + width + 12;
    }
  }

  // A break in the axis, with what it hides written under it.
  void DrawFold(const TimeAxis::Piece& piece) {
    const float middle = (piece.left + piece.right) / 2;
    canvas_.Fill({middle - 5, bottom_ - 3, 10, 6}, theme_.background);
    for (const float offset : {-4.0F, 4.0F}) {
      const float x = middle + offset;
      const float slash[] = {x - 3, bottom_ + 6, x + 3, bottom_ - 6};
      canvas_.Polyline(slash, theme_.quiet, 1.25F);
    }
    const std::string text = FoldText(piece.time, &view_.locale, view_.strings);
    const Words label{text, kTiny};
    const float width = canvas_.Width(label);
    const float x = std::clamp(middle - width / 2, left_, right_ - width);
    if (x < fold_free_from_) return;
    canvas_.DrawLine(label, x, bottom_ + 35, theme_.quiet);
    fold_free_from_ = x + width + 8;
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const Share& share_;
  float left_;
  float top_;
  float bottom_;
  float right_ = 0;
  float gutter_ = 0;
  uint32_t most_;
  float fold_free_from_ = 0;
};

std::string AmountText(View* view, uint32_t amount, uint32_t all) {
  const std::string_view forms =
      view->state.count_words ? view->strings.of_words : view->strings.of_quotes;
  const auto percent = static_cast<int64_t>(std::lround(100.0 * amount / std::max(all, 1U)));
  return Counted(*view, amount, forms) + " · " +
         Fill(view->strings.percent, view->locale.FormatNumber(percent));
}

void DrawVoice(View* view, const Share& share, size_t rank, const Box& box) {
  const AppState& state = view->state;
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  const Index speaker = share.Speaker(rank);
  const std::string name(SpeakerName(*view, speaker));
  const std::string amount = AmountText(view, share.Total(rank), share.All());
  const bool chosen = IsChosen(state, SpeakerFilter(state, speaker));
  SemanticsNode node;
  node.id = VoiceId(*view, speaker);
  node.role = Role::kToggle;
  node.name = name + ", " + amount;
  node.pressed = chosen;
  node.box = box;
  node.press = ToggleFilter(SpeakerFilter(state, speaker));
  const bool hovered = AddPressable(view, std::move(node)).hovered;
  if (!canvas.IsVisible(box.top, box.bottom())) return;
  if (chosen || hovered) canvas.Fill(box, chosen ? theme.selected : theme.hover, 6);

  const float middle = box.top + box.height / 2;
  const bool pale = IsPale(state, speaker);
  const float left = box.left + kEntryInset;
  const float right = box.right() - kEntryInset;
  DrawSpeakerDisc(view, speaker, left + 12, middle, 12);
  const float share_of_most =
      static_cast<float>(share.Total(rank)) / static_cast<float>(std::max(share.Total(0), 1U));
  const Color color = SpeakerColor(*view, speaker);
  const auto bar = [&](float x, float y, float width) {
    canvas.Fill({x, y, std::max(share_of_most * width, 2.0F), 6},
                pale ? WithAlpha(color, kPale) : color, 3);
  };
  const float text_left = left + 34;
  if (view->narrow) {
    const float numbers = canvas.Width({amount, style::kSmall});
    canvas.DrawLineCut({name, style::kBody}, text_left, middle - 8,
                       right - text_left - numbers - 10, theme.text);
    canvas.DrawLineRight({amount, style::kSmall}, right, middle - 8, theme.quiet);
    bar(text_left, middle + 6, right - text_left);
    return;
  }
  const float names = std::round(box.width * 0.3F);
  const float numbers = state.count_words ? 150 : 136;
  canvas.DrawLineCut({name, style::kBody}, text_left, middle, names - 10, theme.text);
  bar(text_left + names, middle - 3, right - numbers - text_left - names);
  canvas.DrawLineRight({amount, style::kSmall}, right, middle, theme.quiet);
}

float DrawVoiceList(View* view, const Share& share, float left, float top, float width) {
  constexpr size_t kFirst = 10;
  constexpr size_t kMost = 400;
  const size_t count = std::min(share.size(), view->state.all_speakers ? kMost : kFirst);
  const float row = view->touch || view->narrow ? style::kTouchTarget : 36.0F;
  OpenGroup(view, "voices", view->strings.speakers, {left, top, width, 0});
  float y = top;
  for (size_t rank = 0; rank < count; ++rank) {
    DrawVoice(view, share, rank, {left - kEntryInset, y, width + 2 * kEntryInset, row});
    y += row;
  }
  if (share.size() > count && !view->state.all_speakers) {
    const auto rest = static_cast<int64_t>(share.size() - count);
    const std::string label = Fill(view->strings.more, view->locale.FormatNumber(rest));
    DrawButton(view,
               {.id = "all-voices",
                .label = label,
                .name = view->strings.all_speakers,
                .press = {.kind = ActionKind::kShowAllSpeakers}},
               left, y + 8);
    y += 8 + ButtonHeight(*view);
  }
  view->tree.Close();
  return y;
}

// What is counted: quotes or words. Ends at `right`, or begins at `left` on a phone.
float DrawUnits(View* view, float left, float top, float right) {
  const Strings& strings = view->strings;
  const auto unit = [&](std::string_view id, std::string_view label, bool words) {
    return Button{.id = id,
                  .label = label,
                  .name = label,
                  .press = {.kind = ActionKind::kCountWords, .amount = words ? 1.0 : 0.0},
                  .role = Role::kToggle,
                  .pressed = view->state.count_words == words};
  };
  const Button units[] = {unit("by-quotes", strings.by_quotes, false),
                          unit("by-words", strings.by_words, true)};
  const float needed =
      ButtonWidth(view, strings.by_quotes) + 8 + ButtonWidth(view, strings.by_words);
  return DrawButtons(view, units, view->narrow ? left : right - needed, top, right - left);
}

float DrawShareHead(View* view, float left, float top, float width) {
  const float title =
      DrawTitle(view, "share-of-voice", view->strings.share_of_voice, left, top, width);
  if (view->narrow) return DrawUnits(view, left, title + 8, left + width);
  return std::max(title, DrawUnits(view, left, top - 2, left + width));
}

// Rows of who speaks, columns of who is spoken of.
class Matrix {
 public:
  Matrix(View* view, float left, float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        matrix_(ConversationOf(view->state).mentions),
        left_(left),
        top_(top),
        width_(width) {
    const size_t most = view->narrow ? 6 : Conversation::kMostMentioned;
    rows_ = std::min(matrix_.rows.size(), most);
    columns_ = std::min(matrix_.columns.size(), most);
    const float least = view->narrow ? 38 : 33;
    names_ = std::clamp(width - least * static_cast<float>(columns_), 104.0F, 184.0F);
    cell_ =
        std::clamp(std::floor((width - names_) / static_cast<float>(std::max<size_t>(columns_, 1))),
                   28.0F, view->narrow || view->touch ? 48.0F : 44.0F);
    row_height_ = view->narrow || view->touch ? style::kTouchTarget : 36.0F;
    for (size_t row = 0; row < rows_; ++row) {
      for (size_t column = 0; column < columns_; ++column) {
        largest_ = std::max(largest_, matrix_.Of(row, column).size());
      }
    }
  }

  float Draw() {
    if (largest_ == 0) return DrawNone();
    OpenGroup(&view_, "mentions", view_.strings.who_mentions_whom, {left_, top_, width_, 0});
    for (size_t column = 0; column < columns_; ++column) DrawColumnHead(column);
    for (size_t row = 0; row < rows_; ++row) DrawRow(row);
    view_.tree.Close();
    const float end = RowTop(rows_);
    canvas_.DrawLineCut({caption_, style::kSmall}, left_, end + 16, width_, theme_.quiet);
    return end + 28;
  }

 private:
  static constexpr float kHead = 40;

  float DrawNone() {
    const std::string_view text = view_.strings.no_mentions;
    const Paragraph line = canvas_.LayOut({text, style::kBody}, width_);
    canvas_.Draw(line, left_, top_, theme_.quiet);
    SayText(&view_, "no-mentions", Role::kText, std::string(text),
            {left_, top_, width_, line.height()});
    return top_ + line.height();
  }

  float ColumnLeft(size_t column) const {
    return left_ + names_ + static_cast<float>(column) * cell_;
  }
  float RowTop(size_t row) const { return top_ + kHead + static_cast<float>(row) * row_height_; }

  void DrawColumnHead(size_t column) {
    const Index whom = matrix_.columns[column];
    const float x = ColumnLeft(column) + cell_ / 2;
    DrawSpeakerDisc(&view_, whom, x, top_ + kHead / 2, 13);
    SayText(&view_, "mentioned-" + std::to_string(whom), Role::kText,
            std::string(SpeakerName(view_, whom)), {ColumnLeft(column), top_, cell_, kHead});
  }

  void DrawRow(size_t row) {
    const Index who = matrix_.rows[row];
    const std::string name(SpeakerName(view_, who));
    const float middle = RowTop(row) + row_height_ / 2;
    if (canvas_.IsVisible(RowTop(row), RowTop(row + 1))) {
      const float disc = view_.narrow ? 9 : 11;
      DrawSpeakerDisc(&view_, who, left_ + disc, middle, disc);
      const float text_left = left_ + 2 * disc + 8;
      canvas_.DrawLineCut({name, view_.narrow ? style::kSmall : style::kBody}, text_left, middle,
                          left_ + names_ - 8 - text_left, theme_.text);
    }
    SayText(&view_, "mentioning-" + std::to_string(who), Role::kText, name,
            {left_, RowTop(row), names_, row_height_});
    for (size_t column = 0; column < columns_; ++column) DrawCell(row, column);
  }

  void DrawCell(size_t row, size_t column) {
    const Index who = matrix_.rows[row];
    const Index whom = matrix_.columns[column];
    const size_t count = matrix_.Of(row, column).size();
    const Box box{ColumnLeft(column), RowTop(row), cell_, row_height_};
    const Box inner{box.left + 1, box.top + 1, box.width - 2, box.height - 2};
    if (who == whom) {
      canvas_.Fill({box.left + box.width / 2 - 4, box.top + box.height / 2, 8, 1}, theme_.border);
      return;
    }
    canvas_.Fill(inner, theme_.panel, 4);
    if (count == 0) return;
    const AppState& state = view_.state;
    const std::string pair =
        Fill(view_.strings.mentions_whom, SpeakerName(view_, who), SpeakerName(view_, whom)) +
        ": " + QuotesCounted(view_, count);
    const bool chosen = state.mentions.who == who && state.mentions.whom == whom;
    SemanticsNode node;
    node.id = "mention-" + std::to_string(who) + "-" + std::to_string(whom);
    node.role = Role::kToggle;
    node.name = pair;
    node.pressed = chosen;
    node.box = box;
    node.press = {
        .kind = ActionKind::kShowMentions, .index = who, .amount = static_cast<double>(whom)};
    const bool hovered = AddPressable(&view_, std::move(node)).hovered;
    if (hovered || (chosen && caption_.empty())) caption_ = pair;
    // Its area is what the eye compares: the root tells small counts apart.
    const float share = std::sqrt(static_cast<float>(count) / static_cast<float>(largest_));
    canvas_.Fill(inner, WithAlpha(SpeakerColor(view_, who), 0.08F + 0.34F * share), 4);
    if (chosen || hovered) canvas_.Outline(inner, chosen ? theme_.accent : theme_.quiet, 4, 2);
    canvas_.DrawLineCentred({view_.locale.FormatNumber(static_cast<int64_t>(count)),
                             chosen ? style::kInitials : style::kSmall},
                            box.left + box.width / 2, box.top + box.height / 2, theme_.text);
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const MentionMatrix& matrix_;
  float left_;
  float top_;
  float width_;
  size_t rows_ = 0;
  size_t columns_ = 0;
  size_t largest_ = 0;
  float names_ = 0;
  float cell_ = 0;
  float row_height_ = 0;
  std::string caption_;  // what the pointer is over, or what is chosen
};

float DrawMentions(View* view, float left, float top, float width) {
  const float y =
      DrawTitle(view, "who-mentions-whom", view->strings.who_mentions_whom, left, top, width) + 4;
  return Matrix(view, left, y, width).Draw();
}

// What the choice leaves.
float DrawLeft(View* view, float left, float top, float width) {
  constexpr size_t kMost = 6;
  const AppState& state = view->state;
  view->canvas.HorizontalLine(left, left + width, top, view->theme().hairline);
  const std::string head = QuotesCounted(*view, state.quotes.size());
  float y = DrawTitle(view, "voices-quotes-head", head, left, top + 16, width) + 6;
  const float column = std::min(width, 720.0F);
  for (size_t i = 0; i < std::min(state.quotes.size(), kMost); ++i) {
    const Index quote = state.quotes[i];
    QuoteEntry entry;
    entry.quote = quote;
    entry.speaker = FirstSpeaker(state.story.quotes[quote]);
    entry.id_prefix = "voices-quote";
    entry.says_who = true;
    // The chosen one is read here.
    entry.most_lines = quote == state.selected ? 0 : 2;
    y = DrawQuoteEntry(view, entry, left, y, column) + 4;
  }
  return y;
}

}  // namespace

float DrawVoices(View* view, float left, float top, float width) {
  constexpr float kTwoColumns = 860;
  constexpr float kGutter = 56;
  const Share share(view->state);
  float y = DrawShareHead(view, left, top + 8, width) + 8;
  if (share.size() == 0) {
    y = DrawNothingFound(view, left, y, width);
    return y;
  }
  y = StackedBars(view, share, left, y, width).Draw() + 12;
  if (width >= kTwoColumns) {
    const float column = std::floor((width - kGutter) / 2);
    const float list = DrawVoiceList(view, share, left, y, column);
    y = std::max(list, DrawMentions(view, left + column + kGutter, y, column)) + 28;
  } else {
    y = DrawVoiceList(view, share, left, y, width) + 28;
    y = DrawMentions(view, left, y, width) + 24;
  }
  return IsNarrowed(view->state) ? DrawLeft(view, left, y, width) : y;
}

}  // namespace saywhen
