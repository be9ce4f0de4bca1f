#include "ui/view.h"

#include <algorithm>
#include <cmath>

#include "base/direction.h"
#include "base/utf8.h"
#include "explore/search_index.h"
#include "timeline/lanes.h"

namespace saywhen {

Pressable AddHit(View* view, Hit hit) {
  const Box box = hit.box;
  if (box.width <= 0 || box.height <= 0 || !view->canvas.IsVisible(box.top, box.bottom())) {
    return {};
  }
  view->hits.push_back(std::move(hit));
  const bool hovered = view->hovered == box;
  return {hovered, hovered && view->held};
}

Pressable AddPressable(View* view, SemanticsNode node) {
  Hit hit{.box = node.box, .press = node.press};
  const bool disabled = node.disabled;
  view->tree.Add(std::move(node));
  return disabled ? Pressable{} : AddHit(view, std::move(hit));
}

float ButtonHeight(const View& view) {
  return view.touch ? style::kTouchTarget : style::kPointerTarget + 4;
}

float ButtonWidth(View* view, std::string_view label) {
  return view->canvas.Width({label, style::kBody}) + 28;
}

float DrawButton(View* view, const Button& button, float left, float top) {
  const Box box{left, top, ButtonWidth(view, button.label), ButtonHeight(*view)};
  SemanticsNode node;
  node.id = button.id;
  node.role = button.role;
  node.name = button.name;
  node.value = button.value;
  node.box = box;
  node.press = button.press;
  node.disabled = button.disabled;
  node.pressed = button.pressed;
  const Pressable state = AddPressable(view, std::move(node));
  if (!view->canvas.IsVisible(box.top, box.bottom())) return box.right();
  const Theme& theme = view->theme();
  const bool lit = state.hovered || state.held || button.pressed;
  view->canvas.Fill(box, lit ? theme.hover : theme.background, style::kRadius);
  const Color border = button.disabled  ? theme.hairline
                       : button.pressed ? theme.accent
                                        : theme.border;
  view->canvas.Outline(box, border, style::kRadius, 1);
  view->canvas.DrawLineCentred({button.label, style::kBody}, left + box.width / 2,
                               top + box.height / 2,
                               button.disabled ? WithAlpha(theme.quiet, 0.6F) : theme.text);
  return box.right();
}

float DrawButtons(View* view, std::span<const Button> buttons, float left, float top, float width) {
  constexpr float kGap = 8;
  float x = left;
  float y = top;
  for (const Button& button : buttons) {
    const float needed = ButtonWidth(view, button.label);
    if (x > left && x + needed > left + width) {
      x = left;
      y += ButtonHeight(*view) + kGap;
    }
    x = DrawButton(view, button, x, y) + kGap;
  }
  return buttons.empty() ? top : y + ButtonHeight(*view);
}

void OpenGroup(View* view, std::string_view id, std::string_view name, const Box& box, Role role) {
  SemanticsNode group;
  group.id = id;
  group.role = role;
  group.name = name;
  group.box = box;
  view->tree.Open(std::move(group));
}

void SayText(View* view, std::string_view id, Role role, std::string name, const Box& box,
             std::string_view language) {
  SemanticsNode node;
  node.id = id;
  node.role = role;
  node.name = std::move(name);
  node.language = language;
  node.box = box;
  view->tree.Add(std::move(node));
}

SemanticsNode WordsNode(std::string id, const Words& words, const Box& box) {
  SemanticsNode node;
  node.id = std::move(id);
  node.role = Role::kText;
  node.name = words.text;
  node.language = words.language;
  node.box = box;
  node.text_size = words.style.size;
  node.line_height = std::round(words.style.size * words.line_height);
  node.rtl = FirstStrong(words.text) == Direction::kRtl;
  return node;
}

void AddSilentWords(View* view, std::string id, const Quote& quote, const Words& words,
                    const Box& box) {
  SemanticsNode node = WordsNode(std::move(id), words, box);
  node.quote = quote.id;
  node.silent = true;
  view->tree.Add(std::move(node));
}

void SayEvent(View* view, Index index, const Box& box, bool opens) {
  const Event& event = view->state.story.events[index];
  SemanticsNode node;
  node.id = NodeId("event-at", event.id);
  node.name = event.title;
  if (event.when) {
    node.name +=
        ", " + TimeText(event.when->when, TimeLength::kShort, &view->locale, view->strings);
  }
  for (const std::string* more : {&event.description, &event.media.caption, &event.media.alt}) {
    if (more->empty()) continue;
    node.name += "; " + *more;
  }
  if (!event.media.credit.empty()) node.name += " (" + event.media.credit + ")";
  node.language = view->state.story.language;
  node.box = box;
  const std::string_view link = opens ? LinkOf(event) : std::string_view();
  node.role = link.empty() ? Role::kText : Role::kLink;
  node.value = link;
  if (link.empty()) {
    view->tree.Add(std::move(node));
    return;
  }
  node.press = {.kind = ActionKind::kOpen, .text = std::string(link)};
  AddPressable(view, std::move(node));
}

float DrawHeading(View* view, std::string_view id, std::string_view text, float left, float top,
                  float width) {
  const Paragraph line = view->canvas.LayOut({text, style::kBigName}, width);
  view->canvas.Draw(line, left, top, view->theme().text);
  SayText(view, id, Role::kHeading, std::string(text), {left, top, width, line.height()});
  return top + line.height();
}

std::string_view SpeakerName(const View& view, Index speaker) {
  const auto& names = view.state.names;
  return speaker < names.size() ? std::string_view(names[speaker]) : view.strings.unknown_speaker;
}

namespace {

// Brackets, quotation marks and the like, which name nobody.
bool IsPunctuation(char32_t c) {
  if (c < 0x80) return !((c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z'));
  return c == 0xAB || c == 0xBB || (c >= 0x2010 && c <= 0x205E) || (c >= 0x3001 && c <= 0x301F);
}

std::string_view FirstLetter(std::string_view word) {
  for (size_t at = 0; at < word.size();) {
    const size_t next = NextCodePoint(word, at);
    if (!IsPunctuation(DecodeCodePoint(word, at).value)) return word.substr(at, next - at);
    at = next;
  }
  return {};
}

}  // namespace

std::string Initials(std::string_view name) {
  while (name.ends_with(' ')) name.remove_suffix(1);
  std::string initials(FirstLetter(name));
  if (const size_t space = name.rfind(' '); space != std::string_view::npos && !initials.empty()) {
    const std::string_view last = FirstLetter(name.substr(space + 1));
    // Arabic letters would join: U+200C, zero width non-joiner, keeps them apart.
    if (!last.empty() && FirstStrong(initials) == Direction::kRtl) initials += "\u200C";
    initials += last;
  }
  return initials.empty() ? "?" : initials;
}

std::string SpeakerNames(const View& view, const Quote& quote) {
  if (quote.speakers.empty()) return std::string(view.strings.unknown_speaker);
  std::string names;
  for (const Index speaker : quote.speakers) {
    if (!names.empty()) names += ", ";
    names += SpeakerName(view, speaker);
  }
  return names;
}

Index FirstSpeaker(const Quote& quote) {
  return quote.speakers.empty() ? kNone : quote.speakers.front();
}

std::string_view LanguageOf(const Story& story, const Quote& quote) {
  if (!quote.more->language.empty()) return quote.more->language;
  if (quote.article < story.articles.size() && !story.articles[quote.article].language.empty()) {
    return story.articles[quote.article].language;
  }
  return story.language;
}

std::string ShownText(const Story& story, const Quote& quote) {
  std::string text(quote.text);
  std::replace(text.begin(), text.end(), '\n', ' ');
  if (quote.type != QuoteType::kDirect) return text;
  const QuotationMarks marks = QuotationMarksOf(LanguageOf(story, quote));
  return std::string(marks.open) + text + std::string(marks.close);
}

TextSpan SpanInShownText(const Story& story, const Quote& quote, const StoryTime& about) {
  if (about.words->text.empty()) return {};
  const size_t at = ShownText(story, quote).find(about.words->text);
  if (at == std::string::npos) return {};
  return {static_cast<uint32_t>(at), static_cast<uint32_t>(at + about.words->text.size())};
}

void DrawHits(View* view, const Paragraph& paragraph, std::string_view text,
              std::string_view language, float x, float y) {
  const Query& query = view->state.question.query;
  if (query.empty() || !view->canvas.IsVisible(y, y + paragraph.height())) return;
  std::vector<TextSpan> hits;
  FindHits(text, language, query, &hits);
  for (const TextSpan hit : hits) {
    view->canvas.Highlight(paragraph, x, y, hit, WithAlpha(view->theme().time, 0.32F));
  }
}

std::string_view TypeName(const Strings& strings, QuoteType type) {
  switch (type) {
    case QuoteType::kDirect:
      return strings.direct;
    case QuoteType::kMixed:
      return strings.mixed;
    case QuoteType::kIndirect:
      return strings.indirect;
  }
  return {};
}

bool IsLowConfidence(const Quote& quote) { return quote.confidence < 0.7F; }

std::string SaidText(const View& view, const Quote& quote, TimeLength length) {
  const TimeInterval* when = WhenSaid(view.state.story, quote);
  if (when == nullptr) return std::string(view.strings.unknown_time);
  return TimeText(*when, length, &view.locale, view.strings);
}

std::string Counted(const View& view, size_t count, std::string_view forms) {
  return Counted(forms, static_cast<int64_t>(count), &view.locale, view.strings);
}

std::string QuotesCounted(const View& view, size_t count) {
  return Counted(view, count, view.strings.of_quotes);
}

std::string NodeId(std::string_view prefix, std::string_view id) {
  return std::string(prefix) + "-" + std::string(id);
}

}  // namespace saywhen
