#include "ui/article_view.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/direction.h"
#include "base/sort.h"
#include "ui/quote_entry.h"
#include "ui/quote_view.h"
#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr TextStyle kProse = {Face::kText, 17, false};
constexpr TextStyle kProseNarrow = {Face::kText, 16, false};
constexpr TextStyle kHeadline = {Face::kText, 20, true};
constexpr float kProseLineHeight = 1.5F;
constexpr float kMostProse = 680;
constexpr float kMargin = 168;  // the column of those who speak
constexpr float kGutter = 24;
constexpr float kNarrowGutter = 14;  // of the bars that stand for it

// The article's quotes, first those with a place in its text, by where they begin.
std::span<const Index> QuotesOf(const AppState& state, Index article) {
  const auto& quotes = state.story.quotes;
  const auto [begin, end] = std::equal_range(state.by_article.begin(), state.by_article.end(),
                                             kNone, [&](Index a, Index b) {
                                               return (a == kNone ? article : quotes[a].article) <
                                                      (b == kNone ? article : quotes[b].article);
                                             });
  return {begin, end};
}

// A line of the text's paragraphs, or a whole one: between line breaks.
struct Slice {
  TextSpan bytes;
  bool first = false;  // an empty line stands before it
};

std::vector<Slice> SlicesOf(std::string_view text) {
  std::vector<Slice> slices;
  bool first = true;
  for (size_t at = 0; at < text.size();) {
    const size_t found = std::min(text.find('\n', at), text.size());
    size_t end = found;
    while (end > at && (text[end - 1] == ' ' || text[end - 1] == '\r')) --end;
    if (end > at) {
      slices.push_back({{static_cast<uint32_t>(at), static_cast<uint32_t>(end)}, first});
    }
    first = end == at;
    at = found + 1;
  }
  return slices;
}

TextSpan Common(TextSpan a, TextSpan b) {
  return {std::max(a.begin, b.begin), std::min(a.end, b.end)};
}

// A slice where it stands.
struct Prose {
  TextSpan bytes;
  float top = 0;
  float bottom = 0;
  std::optional<Paragraph> lines;  // only where it is seen
};

// Some of a quote's words within one slice.
struct Part {
  size_t prose = 0;
  TextSpan span;  // of the slice
  float top = 0;  // of its first line
  float bottom = 0;
};

struct Marked {
  Index quote = kNone;
  std::vector<Part> parts;
};

// A byte span of quotes, in the order of the text.
struct Piece {
  TextSpan span;
  size_t marked = 0;
};

class ArticleText {
 public:
  ArticleText(View* view, const Article& article, std::span<const Index> quotes, float left,
              float top, float width)
      : view_(*view),
        canvas_(view->canvas),
        theme_(view->theme()),
        state_(view->state),
        article_(article),
        style_(view->narrow ? kProseNarrow : kProse),
        line_(std::round(style_.size * kProseLineHeight)),
        left_(left),
        top_(top),
        width_(width) {
    language_ = article.language.empty() ? state_.story.language : article.language;
    GatherPieces(quotes);
    Place();
  }

  float bottom() const { return prose_.empty() ? top_ : prose_.back().bottom; }

  // Where the chosen quote's words begin; the top when they are not in the text.
  float ChosenTop() const {
    for (const Marked& marked : marked_) {
      if (marked.quote == state_.selected && !marked.parts.empty()) return marked.parts[0].top;
    }
    return top_;
  }

  void Draw(float margin_left) {
    size_t next = 0;
    for (size_t i = 0; i < prose_.size(); ++i) {
      SaySlice(i);
      for (; next < marked_.size() && IsBefore(marked_[next], i + 1); ++next) {
        DrawMarked(marked_[next], margin_left);
      }
    }
    for (const Prose& prose : prose_) {
      if (!prose.lines) continue;
      DrawHits(&view_, *prose.lines, TextOf(prose), language_, left_, prose.top);
      canvas_.Draw(*prose.lines, left_, prose.top, theme_.text);
    }
  }

 private:
  std::string_view TextOf(const Prose& prose) const {
    return std::string_view(article_.text).substr(prose.bytes.begin, prose.bytes.size());
  }

  static bool IsBefore(const Marked& marked, size_t prose) {
    return marked.parts.empty() || marked.parts[0].prose < prose;
  }

  void GatherPieces(std::span<const Index> quotes) {
    const auto size = static_cast<uint32_t>(article_.text.size());
    for (const Index index : quotes) {
      const Quote& quote = state_.story.quotes[index];
      if (quote.spans.empty()) break;
      for (const TextSpan span : quote.spans) {
        pieces_.push_back({Common(span, {0, size}), marked_.size()});
      }
      marked_.push_back({index, {}});
    }
    // Of two that begin together the longer first, so that what is inside lies on top.
    SortItems(&pieces_, [](const Piece& piece) {
      return uint64_t{piece.span.begin} << 32 | ~piece.span.end;
    });
  }

  // Lines are broken once and kept by the text engine; they are copied only where they are seen.
  void Place() {
    float y = top_;
    size_t from = 0;
    for (const Slice& slice : SlicesOf(article_.text)) {
      if (slice.first && !prose_.empty()) y += std::round(line_ * 0.7F);
      Prose prose{slice.bytes, y, y, {}};
      const std::string_view text = TextOf(prose);
      const std::vector<TextLine>& lines =
          canvas_.text().Break({text, style_, language_, FirstStrong(text)}, width_);
      prose.bottom = y + static_cast<float>(lines.size()) * line_;
      while (from < pieces_.size() && pieces_[from].span.end <= slice.bytes.begin) ++from;
      for (size_t i = from; i < pieces_.size() && pieces_[i].span.begin < slice.bytes.end; ++i) {
        AddPart(pieces_[i], prose, lines);
      }
      y = prose.bottom;
      if (canvas_.IsVisible(prose.top, prose.bottom)) {
        prose.lines = canvas_.LayOut({text, style_, language_, kProseLineHeight}, width_);
      }
      prose_.push_back(std::move(prose));
    }
  }

  void AddPart(const Piece& piece, const Prose& prose, const std::vector<TextLine>& lines) {
    TextSpan span = Common(piece.span, prose.bytes);
    if (span.empty()) return;
    span.begin -= prose.bytes.begin;
    span.end -= prose.bytes.begin;
    const auto line_of = [&lines](uint32_t byte) {
      const auto at =
          std::partition_point(lines.begin(), lines.end(),
                               [byte](const TextLine& line) { return line.bytes.end <= byte; });
      return static_cast<float>(at - lines.begin());
    };
    const float first = prose.top + line_of(span.begin) * line_;
    const float end = prose.top + (line_of(span.end - 1) + 1) * line_;
    marked_[piece.marked].parts.push_back({prose_.size(), span, first, end});
  }

  void SaySlice(size_t number) {
    const Prose& prose = prose_[number];
    view_.tree.Add(WordsNode("paragraph-" + std::to_string(number),
                             {TextOf(prose), style_, language_, kProseLineHeight},
                             {left_, prose.top, width_, prose.bottom - prose.top}));
  }

  // A box a line, of those that are seen.
  std::vector<Box> BoxesOf(const Part& part) {
    const Prose& prose = prose_[part.prose];
    if (!prose.lines) return {};
    return canvas_.BoxesOf(*prose.lines, left_, prose.top, part.span);
  }

  static Box Around(const Marked& marked, const std::vector<Box>& boxes, float left, float width) {
    const float top = marked.parts.front().top;
    const float bottom = marked.parts.back().bottom;
    // Where some lines are not seen, their width is not measured.
    const bool all = !boxes.empty() && boxes.front().top == top && boxes.back().bottom() == bottom;
    if (!all) return {left, top, width, bottom - top};
    float from = boxes[0].left;
    float to = boxes[0].right();
    for (const Box& box : boxes) {
      from = std::min(from, box.left);
      to = std::max(to, box.right());
    }
    return {from, top, to - from, bottom - top};
  }

  void DrawMarked(const Marked& marked, float margin_left) {
    if (marked.parts.empty()) return;
    const Quote& quote = state_.story.quotes[marked.quote];
    const bool selected = marked.quote == state_.selected;
    std::vector<Box> boxes;
    for (const Part& part : marked.parts) {
      const std::vector<Box> of_part = BoxesOf(part);
      boxes.insert(boxes.end(), of_part.begin(), of_part.end());
    }
    Say(marked, quote, selected, Around(marked, boxes, left_, width_));
    bool hovered = false;
    for (const Box& box : boxes) {
      const Action press = {.kind = ActionKind::kSelectQuote, .index = marked.quote};
      hovered = AddHit(&view_, {.box = box, .press = press}).hovered || hovered;
    }
    const bool hidden = PositionOf(state_, marked.quote) >= state_.quotes.size();
    const Color color = SpeakerColor(view_, FirstSpeaker(quote));
    if (!hidden || hovered) {
      const float alpha = selected ? 0.26F : hovered ? 0.2F : 0.12F;
      for (const Box& box : boxes) {
        canvas_.Fill({box.left - 2, box.top + 1, box.width + 4, box.height - 2},
                     WithAlpha(color, alpha), 3);
      }
    }
    if (selected) UnderlineChosen(marked, quote, color);
    if (!hidden) DrawMargin(marked, quote, color, margin_left);
  }

  void Say(const Marked& marked, const Quote& quote, bool selected, const Box& box) {
    SemanticsNode node;
    node.id = NodeId("passage", quote.id);
    node.role = Role::kToggle;
    node.name = Fill(view_.strings.speaks, SpeakerNames(view_, quote)) + ": " +
                ShownText(state_.story, quote);
    node.language = LanguageOf(state_.story, quote);
    node.quote = quote.id;
    node.pressed = selected;
    node.box = box;
    node.press = {.kind = ActionKind::kSelectQuote, .index = marked.quote};
    view_.tree.Add(std::move(node));
  }

  void UnderlineChosen(const Marked& marked, const Quote& quote, Color color) {
    for (const Part& part : marked.parts) {
      const Prose& prose = prose_[part.prose];
      if (!prose.lines) continue;
      canvas_.Underline(*prose.lines, left_, prose.top, part.span, color);
      for (const StoryTime& about : quote.about) {
        const TextSpan words = AboutWords(about, part, prose);
        if (!words.empty()) {
          canvas_.Underline(*prose.lines, left_, prose.top, words, theme_.time);
        }
      }
    }
  }

  // Where a part says the time: as the story has it, else where its words first stand.
  TextSpan AboutWords(const StoryTime& about, const Part& part, const Prose& prose) const {
    if (!about.words->span.empty()) {
      const TextSpan words = Common(about.words->span, prose.bytes);
      if (words.empty()) return {};
      return {words.begin - prose.bytes.begin, words.end - prose.bytes.begin};
    }
    if (about.words->text.empty()) return {};
    const size_t at = TextOf(prose).find(about.words->text, part.span.begin);
    const size_t end = at + about.words->text.size();
    if (at == std::string_view::npos || end > part.span.end) return {};
    return {static_cast<uint32_t>(at), static_cast<uint32_t>(end)};
  }

  void DrawMargin(const Marked& marked, const Quote& quote, Color color, float margin_left) {
    if (view_.narrow) {
      for (const Part& part : marked.parts) {
        canvas_.Fill({margin_left, part.top + 2, 3, part.bottom - part.top - 4}, color, 1.5F);
      }
      return;
    }
    if (named_ != nullptr && named_->speakers == quote.speakers) return;
    named_ = &quote;
    constexpr float kRadius = 11;
    constexpr float kPitch = 28;
    const float middle = std::max(marked.parts[0].top + line_ / 2, margin_free_from_ + kPitch / 2);
    margin_free_from_ = middle + kPitch / 2;
    DrawSpeakerDisc(&view_, FirstSpeaker(quote), margin_left + kRadius, middle, kRadius);
    const float text = margin_left + 2 * kRadius + 8;
    const bool chosen = marked.quote == state_.selected;
    canvas_.DrawLineCut({SpeakerNames(view_, quote), chosen ? style::kName : style::kBody}, text,
                        middle, margin_left + kMargin - text, chosen ? theme_.text : theme_.quiet);
  }

  View& view_;
  Canvas& canvas_;
  const Theme& theme_;
  const AppState& state_;
  const Article& article_;
  std::string_view language_;
  TextStyle style_;
  float line_;
  float left_;
  float top_;
  float width_;
  std::vector<Prose> prose_;
  std::vector<Marked> marked_;
  std::vector<Piece> pieces_;
  const Quote* named_ = nullptr;  // whose speakers stand in the margin above
  float margin_free_from_ = 0;
};

// "The Harbour Post · Ada Lane · 13 February 2025".
std::string ByLine(const View& view, const Article& article) {
  std::string line = article.publisher.name;
  const auto add = [&line](std::string_view part) {
    if (part.empty()) return;
    if (!line.empty()) line += " · ";
    line += part;
  };
  std::string authors;
  for (const Author& author : article.authors) {
    if (!authors.empty() && !author.name.empty()) authors += ", ";
    authors += author.name;
  }
  add(authors);
  if (article.published) {
    add(TimeText(*article.published, TimeLength::kLong, &view.locale, view.strings));
  }
  return line;
}

// The article itself, and its neighbours. Returns their bottom.
float DrawArticleButtons(View* view, const Article& article, Index number, float left, float top,
                         float width) {
  const Strings& strings = view->strings;
  const auto& articles = view->state.story.articles;
  std::vector<Button> buttons;
  if (!article.url.empty()) {
    buttons.push_back({.id = "open-article",
                       .label = strings.open_article,
                       .name = strings.open_article,
                       .press = {.kind = ActionKind::kOpen, .text = article.url},
                       .role = Role::kLink,
                       .value = article.url});
  }
  std::string names[2];
  if (articles.size() > 1) {
    const auto add = [&](std::string_view id, std::string_view label, std::string* name, Index to) {
      const bool there = to < articles.size();
      *name = label;
      if (there && !articles[to].headline.empty()) *name += ": " + articles[to].headline;
      buttons.push_back({.id = id,
                         .label = label,
                         .name = *name,
                         .press = {.kind = ActionKind::kShowArticle, .index = to},
                         .disabled = !there});
    };
    add("previous-article", strings.previous, &names[0], number == 0 ? kNone : number - 1);
    add("next-article", strings.next, &names[1], number + 1);
  }
  if (buttons.empty()) return top;
  return DrawButtons(view, buttons, left, top, width);
}

float DrawHead(View* view, const Article& article, Index number, float left, float top,
               float width) {
  Canvas& canvas = view->canvas;
  const size_t count = view->state.story.articles.size();
  float y = top;
  if (count > 1) {
    const std::string place =
        Fill(view->strings.out_of, view->locale.FormatNumber(static_cast<int64_t>(number) + 1),
             view->locale.FormatNumber(static_cast<int64_t>(count)));
    const Paragraph line = canvas.LayOut({place, style::kSmall}, width);
    canvas.Draw(line, left, y, view->theme().quiet);
    SayText(view, "article-place", Role::kText, place, {left, y, width, line.height()});
    y += line.height() + 2;
  }
  if (!article.headline.empty()) {
    const Paragraph headline = canvas.LayOut(
        {article.headline, kHeadline, article.language, style::kTightLineHeight}, width);
    canvas.Draw(headline, left, y, view->theme().text);
    SayText(view, "headline", Role::kHeading, article.headline, {left, y, width, headline.height()},
            article.language);
    y += headline.height() + 4;
  }
  if (const std::string by = ByLine(*view, article); !by.empty()) {
    const Paragraph line = canvas.LayOut({by, style::kBody}, width);
    canvas.Draw(line, left, y, view->theme().quiet);
    SayText(view, "by-line", Role::kText, by, {left, y, width, line.height()});
    y += line.height();
  }
  const float end = DrawArticleButtons(view, article, number, left, y + 12, width);
  return end > y + 12 ? end : y;
}

// Quotes that the text does not hold, as far as they are shown.
float DrawUnplaced(View* view, std::span<const Index> quotes, float left, float top, float width) {
  const AppState& state = view->state;
  std::vector<Index> shown;
  for (const Index quote : quotes) {
    if (PositionOf(state, quote) < state.quotes.size()) shown.push_back(quote);
  }
  if (shown.empty()) return top;
  float y = DrawHeading(view, "article-quotes", view->strings.quotes, left, top + 20, width) + 4;
  for (size_t i = 0; i < std::min(shown.size(), state.rows); ++i) {
    const Index speaker = FirstSpeaker(state.story.quotes[shown[i]]);
    y = DrawQuoteEntry(
            view, {.quote = shown[i], .speaker = speaker, .id_prefix = "passage", .says_who = true},
            left, y, width) +
        4;
  }
  return DrawMoreButton(view, shown.size(), left, y);
}

float DrawText(View* view, const Article& article, std::span<const Index> quotes, float margin_left,
               float left, float top, float width, float* chosen_top) {
  const auto& all = view->state.story.quotes;
  float y = top;
  size_t placed = 0;
  if (article.text.empty()) {
    const Paragraph note = view->canvas.LayOut({view->strings.no_text, style::kBody}, width);
    view->canvas.Draw(note, left, y, view->theme().quiet);
    SayText(view, "no-text", Role::kText, std::string(view->strings.no_text),
            {left, y, width, note.height()});
    y += note.height();
  } else {
    ArticleText text(view, article, quotes, left, y, width);
    text.Draw(margin_left);
    *chosen_top = text.ChosenTop();
    y = text.bottom();
    placed = std::partition_point(quotes.begin(), quotes.end(),
                                  [&](Index i) { return !all[i].spans.empty(); }) -
             quotes.begin();
  }
  return DrawUnplaced(view, quotes.subspan(placed), left, y, width);
}

}  // namespace

float DrawArticle(View* view, float left, float top, float width) {
  const AppState& state = view->state;
  if (state.story.articles.empty()) return top;
  const Index number = state.article < state.story.articles.size() ? state.article : 0;
  const Article& article = state.story.articles[number];
  const std::span<const Index> quotes = QuotesOf(state, number);

  const bool beside = !view->narrow && width + 2 * style::kPadding >= 1000;
  const float margin = view->narrow ? kNarrowGutter : kMargin + kGutter;
  const float text_left = left + margin;
  constexpr float kBetween = 44;
  const float most = width - margin;
  const float details = beside ? std::clamp(most - kMostProse - kBetween, 280.0F, 380.0F) : 0;
  const float text_width = std::min(kMostProse, beside ? most - kBetween - details : most);

  OpenGroup(view, "article", view->strings.article, {left, top, width, 0});
  // The head stands over the words; on a phone the bars have room beside both.
  const float head_left = view->narrow ? left : text_left;
  const float head_width = view->narrow ? width : text_width;
  float y = DrawHead(view, article, number, head_left, top, head_width) + 20;
  const float text_top = y;
  float chosen_top = y;
  y = DrawText(view, article, quotes, left, text_left, y, text_width, &chosen_top);
  view->tree.Close();
  const bool of_this = state.selected < state.story.quotes.size() &&
                       state.story.quotes[state.selected].article == number;
  if (!beside || !of_this) return y;

  const float right = text_left + text_width + kBetween;
  const float height = DrawChosenQuote(view, right, 0, details, false);
  const float at = std::clamp(chosen_top, text_top, std::max(text_top, y - height));
  return std::max(y, DrawChosenQuote(view, right, at, details, true));
}

}  // namespace saywhen
