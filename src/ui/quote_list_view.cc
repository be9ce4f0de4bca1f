#include "ui/quote_list_view.h"

#include <algorithm>

namespace saywhen {
namespace {

constexpr float kRowHeight = 92;  // one line of who and when, two of what
constexpr float kHeadHeight = 40;
constexpr float kMoreHeight = 60;

size_t RowCount(const AppState& state) { return std::min(state.rows, state.quotes.size()); }

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
  node.box = box;
  node.selected = selected;
  node.position = static_cast<uint32_t>(position) + 1;
  node.set_size = static_cast<uint32_t>(state.quotes.size());
  node.press = {.kind = ActionKind::kSelectQuote, .index = index};
  const Pressable pressed = AddPressable(view, std::move(node));

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

  const float left = box.left + style::kPadding;
  const float right = box.right() - style::kPadding;
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
  const Paragraph words =
      canvas.LayOut({text, style::kQuote, LanguageOf(state.story, quote)}, right - left, 2);
  canvas.Draw(words, left, box.top + 34, theme.text);
}

}  // namespace

float QuoteListHeight(const View& view) {
  const size_t rows = RowCount(view.state);
  const float more = rows < view.state.quotes.size() ? kMoreHeight : 0;
  return kHeadHeight + static_cast<float>(rows) * kRowHeight + more;
}

Box ChosenRow(const View& view, float left, float top, float width) {
  const size_t position = PositionOf(view.state, view.state.selected);
  if (position >= RowCount(view.state)) return {};
  return {left, top + kHeadHeight + static_cast<float>(position) * kRowHeight, width, kRowHeight};
}

float DrawQuoteList(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  Canvas& canvas = view->canvas;
  const std::string count =
      state.quotes.size() == state.story.quotes.size()
          ? QuotesCounted(*view, state.quotes.size())
          : Fill(view->strings.of_all,
                 view->locale.FormatNumber(static_cast<int64_t>(state.quotes.size())),
                 QuotesCounted(*view, state.story.quotes.size()));
  const std::string head = count + " · " + std::string(view->strings.in_order);
  canvas.DrawLine({head, style::kSmall}, left + style::kPadding, top + kHeadHeight / 2,
                  view->theme().quiet);
  canvas.HorizontalLine(left, left + width, top + kHeadHeight, view->theme().hairline);

  SemanticsNode list;
  list.id = "quotes";
  list.role = Role::kListBox;
  list.name = view->strings.quotes;
  list.box = {left, top, width, QuoteListHeight(*view)};
  view->tree.Open(std::move(list));
  float y = top + kHeadHeight;
  for (size_t i = 0; i < RowCount(state); ++i) {
    DrawRow(view, i, {left, y, width, kRowHeight});
    y += kRowHeight;
  }
  view->tree.Close();
  if (RowCount(state) < state.quotes.size()) {
    const auto more =
        static_cast<int64_t>(std::min(kMoreRows, state.quotes.size() - RowCount(state)));
    const std::string label = Fill(view->strings.show_more, view->locale.FormatNumber(more));
    DrawButton(view, {"more", label, label, {.kind = ActionKind::kShowMoreQuotes}},
               left + style::kPadding, y + (kMoreHeight - ButtonHeight(*view)) / 2);
    y += kMoreHeight;
  }
  return y;
}

}  // namespace saywhen
