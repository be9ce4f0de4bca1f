#include "ui/card_view.h"

#include <algorithm>
#include <cmath>

#include "ui/speaker_marks.h"

namespace saywhen {
namespace {

constexpr float kLargest = 72;
constexpr float kSmallest = 22;
constexpr TextStyle kCardName = {Face::kInterface, 28, true};
constexpr TextStyle kCardFact = {Face::kInterface, 22, false};
constexpr TextStyle kCardSource = {Face::kInterface, 18, false};

std::string Joined(std::string_view first, std::string_view second) {
  const std::string_view dot = first.empty() || second.empty() ? "" : " · ";
  return std::string(first) + std::string(dot) + std::string(second);
}

// The words as large as all of them fit; cut where even the smallest do not.
Paragraph FitWords(View* view, std::string_view text, std::string_view language, float width,
                   float height) {
  constexpr float kLines = 1.36F;
  const auto at = [&](float size, size_t most_lines) {
    return view->canvas.LayOut({text, {Face::kText, size, false}, language, kLines}, width,
                               most_lines);
  };
  float fits = kSmallest;
  float too_large = kLargest + 1;
  while (too_large - fits > 1) {
    const float size = std::floor((fits + too_large) / 2);
    (at(size, 0).height() <= height ? fits : too_large) = size;
  }
  Paragraph words = at(fits, 0);
  if (words.height() <= height) return words;
  return at(fits, std::max<size_t>(static_cast<size_t>(height / words.line_height), 1));
}

// Who, what they are and when it was said; `top` to `top` + 64.
void DrawWho(View* view, const Quote& quote, float left, float top, float width) {
  constexpr float kRadius = 32;
  const Theme& theme = view->theme();
  const Index speaker = FirstSpeaker(quote);
  DrawSpeakerDisc(view, speaker, left + kRadius, top + kRadius, kRadius);
  std::string role;
  if (speaker != kNone && quote.speakers.size() == 1) {
    const Speaker& who = view->state.story.speakers[speaker];
    role = who.role.empty() ? who.affiliation : who.role;
  }
  const std::string facts = Joined(role, SaidText(*view, quote, TimeLength::kLong));
  const float text_left = left + 2 * kRadius + 20;
  const float room = width - 2 * kRadius - 20;
  view->canvas.DrawLineCut({SpeakerNames(*view, quote), kCardName}, text_left, top + 16, room,
                           theme.text);
  view->canvas.DrawLineCut({facts, kCardFact}, text_left, top + 50, room, theme.quiet);
}

}  // namespace

void DrawCard(View* view, float width, float height) {
  const AppState& state = view->state;
  const Theme& theme = view->theme();
  Canvas& canvas = view->canvas;
  canvas.Fill({0, 0, width, height}, theme.background);
  if (state.selected >= state.story.quotes.size()) return;
  const Quote& quote = state.story.quotes[state.selected];
  constexpr float kBar = 16;
  constexpr float kPad = 72;
  const float left = kBar + kPad;
  const float room = width - left - kPad;
  canvas.Fill({0, 0, kBar, height}, SpeakerColor(*view, FirstSpeaker(quote)));

  float bottom = height - 48;
  if (quote.article < state.story.articles.size()) {
    const Article& article = state.story.articles[quote.article];
    const std::string source = Joined(article.publisher.name, article.headline);
    canvas.DrawLineCut({source, kCardSource, article.language}, left, bottom - 12, room,
                       theme.quiet);
    bottom -= 44;
    canvas.HorizontalLine(left, left + room, bottom, theme.border);
  }
  const float who = bottom - 28 - 64;
  DrawWho(view, quote, left, who, room);

  const float top = 64;
  const std::string text = ShownText(state.story, quote);
  const Paragraph words =
      FitWords(view, text, LanguageOf(state.story, quote), room, who - 36 - top);
  // A little above the middle of its room, as a picture is hung.
  const float spare = std::max(who - 36 - top - words.height(), 0.0F);
  canvas.Draw(words, left, top + spare * 0.4F, theme.text);
}

}  // namespace saywhen
