#include "ui/quote_list_view.h"

#include <algorithm>
#include <cmath>

#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kRowHeight = 92;  // one line of who and when, two of what
constexpr size_t kLines = 2;
constexpr float kHeadHeight = 40;
constexpr float kMoreHeight = 60;

size_t RowCount(const AppState& state) {
  return std::min(state.rows, state.quotes.size() - std::min(state.first_row, state.quotes.size()));
}

float EarlierHeight(const AppState& state) { return state.first_row > 0 ? kMoreHeight : 0; }

bool HasMore(const AppState& state) {
  return state.first_row + RowCount(state) < state.quotes.size();
}

void DrawRow(View* view, size_t position, const Box& box) {
  const AppState& state = view->state;
  const Index index = state.quotes[position];
  const Quote& quote = state.story.quotes[index];
  const bool selected = index == state.selected;
  const std::string names = SpeakerNames(*view, quote);
  const std::string said = SaidText(*view, quote, TimeLength::kShort);
  const std::string text = ShownText(state.story, quote);

  SemanticsNode node;
  node.id = NodeId("quote", quote.id);
  node.role = Role::kOption;
  node.name = names + ", " + said + ": " + text;
  node.language = LanguageOf(state.story, quote);
  node.quote = quote.id;
  node.box = box;
  node.selected = selected;
  node.position = static_cast<uint32_t>(position) + 1;
  node.set_size = static_cast<uint32_t>(state.quotes.size());
  node.press = {.kind = ActionKind::kSelectQuote, .index = index};
  const Pressable pressed = AddPressable(view, std::move(node));
  const float left = box.left + style::kPadding;
  const float right = box.right() - style::kPadding;
  const float top = box.top + 34;
  const Words what{text, style::kQuote, LanguageOf(state.story, quote)};
  // Those of the chosen one are selected where they stand whole.
  if (!selected) {
    const float height = kLines * std::round(what.style.size * what.line_height);
    AddSilentWords(view, NodeId("words", quote.id), quote, what, {left, top, right - left, height});
  }

  Canvas& canvas = view->canvas;
  if (!canvas.IsVisible(box.top, box.bottom())) return;
  const Theme& theme = view->theme();
  const Color color = SpeakerColor(*view, FirstSpeaker(quote));
  if (selected) {
    canvas.Fill(box, theme.selected);
    canvas.Fill({box.left, box.top, 3, box.height}, color);
  } else if (pressed.hovered) {
    canvas.Fill(box, theme.hover);
  }
  canvas.HorizontalLine(box.left, box.right(), box.bottom(), theme.hairline);

  const float meta = box.top + 20;
  canvas.Mark(MarkOf(*view, quote, FirstSpeaker(quote), left + 6, meta));
  const Words when{said, style::kSmall};
  canvas.DrawLineRight(when, right, meta, theme.quiet);
  const float names_left = left + 20;
  const float room = right - canvas.Width(when) - 12 - names_left;
  const Words who{names, style::kName};
  canvas.DrawLineCut(who, names_left, meta, room, theme.text);
  if (quote.type != QuoteType::kDirect) {
    const std::string form = " · " + std::string(TypeName(view->strings, quote.type));
    const float form_left = names_left + canvas.Width(who);
    if (canvas.Width({form, style::kSmall}) <= right - canvas.Width(when) - 12 - form_left) {
      canvas.DrawLine({form, style::kSmall}, form_left, meta, theme.quiet);
    }
  }
  const Paragraph words = canvas.LayOut(what, right - left, kLines);
  DrawHits(view, words, text, what.language, left, top);
  canvas.Draw(words, left, top, theme.text);
}

}  // namespace

float QuoteListHeight(const View& view) {
  const size_t rows = RowCount(view.state);
  const float more = HasMore(view.state) ? kMoreHeight : 0;
  return kHeadHeight + EarlierHeight(view.state) + static_cast<float>(rows) * kRowHeight + more;
}

Box ChosenRow(const View& view, float left, float top, float width) {
  const size_t position = PositionOf(view.state, view.state.selected);
  const size_t first = view.state.first_row;
  if (position < first || position - first >= RowCount(view.state)) return {};
  return {left,
          top + kHeadHeight + EarlierHeight(view.state) +
              static_cast<float>(position - first) * kRowHeight,
          width, kRowHeight};
}

float DrawQuoteList(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  Canvas& canvas = view->canvas;
  const std::string count =
      state.quotes.size() == state.story.quotes.size()
          ? QuotesCounted(*view, state.quotes.size())
          : Fill(view->strings.out_of,
                 view->locale.FormatNumber(static_cast<int64_t>(state.quotes.size())),
                 QuotesCounted(*view, state.story.quotes.size()));
  const std::string_view orders[kOrders] = {
      view->strings.order_article, view->strings.order_said,   view->strings.order_about,
      view->strings.order_speaker, view->strings.order_length, view->strings.order_relevance};
  const std::string head =
      count + " · " + std::string(orders[static_cast<size_t>(state.question.order)]);
  canvas.DrawLine({head, style::kSmall}, left + style::kPadding, top + kHeadHeight / 2,
                  view->theme().quiet);
  canvas.HorizontalLine(left, left + width, top + kHeadHeight, view->theme().hairline);

  float y = top + kHeadHeight;
  if (state.first_row > 0) {
    const auto more = static_cast<int64_t>(std::min(kMoreRows, state.first_row));
    const std::string label = Fill(view->strings.show_earlier, view->locale.FormatNumber(more));
    DrawButton(view, {"earlier", label, label, {.kind = ActionKind::kShowEarlierQuotes}},
               left + style::kPadding, y + (kMoreHeight - ButtonHeight(*view)) / 2);
    y += kMoreHeight;
  }
  const size_t rows = RowCount(state);
  const float rows_height = static_cast<float>(rows) * kRowHeight;
  OpenGroup(view, "quotes", view->strings.quotes, {left, y, width, rows_height}, Role::kListBox);
  // Of a long list only the rows of the band are there at all, and the chosen one: the focus is on
  // it.
  constexpr size_t kMostInTree = 50;
  const auto row_at = [&](float at) {
    return static_cast<size_t>(std::clamp((at - y) / kRowHeight, 0.0F, static_cast<float>(rows)));
  };
  const size_t from = row_at(canvas.top());
  const size_t to = std::min(row_at(canvas.top() + canvas.height()) + 1, rows);
  const size_t chosen = PositionOf(state, state.selected);
  for (size_t i = 0; i < rows; ++i) {
    const bool seen = rows <= kMostInTree || (i >= from && i < to);
    if (!seen && state.first_row + i != chosen) continue;
    DrawRow(view, state.first_row + i,
            {left, y + static_cast<float>(i) * kRowHeight, width, kRowHeight});
  }
  view->tree.Close();
  y += rows_height;
  if (HasMore(state)) {
    const size_t rest = state.quotes.size() - state.first_row - rows;
    const auto more = static_cast<int64_t>(std::min(std::max(kMoreRows, state.rows / 2), rest));
    const std::string label = Fill(view->strings.show_more, view->locale.FormatNumber(more));
    DrawButton(view, {"more", label, label, {.kind = ActionKind::kShowMoreQuotes}},
               left + style::kPadding, y + (kMoreHeight - ButtonHeight(*view)) / 2);
    y += kMoreHeight;
  }
  return y;
}

}  // namespace saywhen
