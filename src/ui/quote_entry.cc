#include "ui/quote_entry.h"

#include <algorithm>
#include <cmath>

#include "base/direction.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kAbove = 6;  // and below
constexpr float kHead = 20;

float WordsHeight(View* view, const QuoteEntry& entry, std::string_view text,
                  std::string_view language, float width) {
  const auto& lines =
      view->canvas.text().Break({text, style::kQuote, language, FirstStrong(text)}, width);
  const size_t count =
      entry.most_lines > 0 ? std::min(entry.most_lines, lines.size()) : lines.size();
  return static_cast<float>(count) * std::round(style::kQuote.size * style::kLineHeight);
}

void DrawHead(View* view, const QuoteEntry& entry, std::string_view names, std::string_view said,
              float left, float middle, float width) {
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  canvas.Mark(
      MarkOf(*view, view->state.story.quotes[entry.quote], entry.speaker, left + 5, middle, 5));
  float x = left + 16;
  if (entry.says_who) {
    const Words who{names, style::kName};
    const float when = canvas.Width({said, style::kSmall});
    const float room = std::max(width - 16 - when - 12, width / 3);
    canvas.DrawLineCut(who, x, middle, room, theme.text);
    x += std::min(canvas.Width(who), room) + 10;
  }
  canvas.DrawLineCut({said, style::kSmall}, x, middle, left + width - x, theme.quiet);
}

}  // namespace

float QuoteEntryHeight(View* view, const QuoteEntry& entry, float width) {
  const Story& story = view->state.story;
  const Quote& quote = story.quotes[entry.quote];
  return kHead + 2 * kAbove +
         WordsHeight(view, entry, ShownText(story, quote), LanguageOf(story, quote), width);
}

float DrawQuoteEntry(View* view, const QuoteEntry& entry, float left, float top, float width) {
  const AppState& state = view->state;
  const Quote& quote = state.story.quotes[entry.quote];
  const std::string text = ShownText(state.story, quote);
  const std::string_view language = LanguageOf(state.story, quote);
  const std::string names = SpeakerNames(*view, quote);
  const std::string said = SaidText(*view, quote, TimeLength::kShort);
  const bool selected = entry.quote == state.selected;
  const Words what{text, style::kQuote, language};
  const float words_top = top + kAbove + kHead;
  const float words_height = WordsHeight(view, entry, text, language, width);
  const float height = kHead + 2 * kAbove + words_height;
  const Box box{left - kEntryInset, top, width + 2 * kEntryInset, height};

  SemanticsNode node;
  node.id = NodeId(entry.id_prefix, quote.id);
  node.role = Role::kToggle;
  node.name = names + ", " + said + ": " + text;
  node.language = language;
  node.quote = quote.id;
  node.pressed = selected;
  node.box = box;
  node.press = {.kind = ActionKind::kSelectQuote, .index = entry.quote};
  const Pressable pressed = AddPressable(view, std::move(node));
  AddSilentWords(view, NodeId("words-" + std::string(entry.id_prefix), quote.id), quote, what,
                 {left, words_top, width, words_height});
  Canvas& canvas = view->canvas;
  if (!canvas.IsVisible(box.top, box.bottom())) return box.bottom();

  const Theme& theme = view->theme();
  if (selected || pressed.hovered) canvas.Fill(box, selected ? theme.selected : theme.hover, 6);
  DrawHead(view, entry, names, said, left, top + kAbove + kHead / 2 - 2, width);
  const Paragraph words = canvas.LayOut(what, width, entry.most_lines);
  DrawHits(view, words, text, language, left, words_top);
  canvas.Draw(words, left, words_top, theme.text);
  return box.bottom();
}

float DrawMoreButton(View* view, size_t longest, float left, float top) {
  const size_t rows = view->state.rows;
  if (longest <= rows) return top;
  const size_t more = std::min(std::max(kMoreRows, rows / 2), longest - rows);
  const std::string label =
      Fill(view->strings.show_more, view->locale.FormatNumber(static_cast<int64_t>(more)));
  DrawButton(view, {"more", label, label, {.kind = ActionKind::kShowMoreQuotes}}, left, top + 12);
  return top + 12 + ButtonHeight(*view);
}

}  // namespace saywhen
