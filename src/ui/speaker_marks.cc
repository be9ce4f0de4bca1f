#include "ui/speaker_marks.h"

#include <algorithm>
#include <iterator>

namespace saywhen {
namespace {

// Where a speaker comes among those who say something: what their colour and shape follow.
size_t PlaceOf(const View& view, Index speaker) {
  const auto& voices = view.state.voices;
  return static_cast<size_t>(std::find(voices.begin(), voices.end(), speaker) - voices.begin());
}

}  // namespace

Color SpeakerColor(const View& view, Index speaker) {
  const Theme& theme = view.theme();
  if (speaker >= view.state.story.speakers.size()) return theme.unknown_speaker;
  const Color by_order = theme.speakers[PlaceOf(view, speaker) % std::size(theme.speakers)];
  const Color own = ParseColor(view.state.story.speakers[speaker].color, by_order);
  if (own == by_order) return own;
  // A story's own colour may have been chosen for the other theme.
  constexpr float kLeast = 4.5F;
  return EnsureContrast(own, theme.background, theme.text, kLeast);
}

void SetShape(const View& view, Index speaker, float radius, MarkInstance* mark) {
  struct Shape {
    float half_width, half_height, corner;  // parts of the radius
  };
  // Disc, square and upright card: told apart at 8 pixels, and alike in weight.
  constexpr Shape kShapes[] = {{1, 1, 1}, {0.88F, 0.88F, 0.25F}, {0.68F, 1.05F, 0.25F}};
  const bool known = speaker < view.state.story.speakers.size();
  const size_t round = known ? PlaceOf(view, speaker) / std::size(view.theme().speakers) : 0;
  const Shape& shape = kShapes[round % std::size(kShapes)];
  mark->half_width = shape.half_width * radius;
  mark->half_height = shape.half_height * radius;
  mark->radius = shape.corner * radius;
}

void DrawSpeakerDisc(View* view, Index speaker, float x, float y, float radius) {
  MarkInstance disc{};
  disc.center_x = x;
  disc.center_y = y;
  SetShape(*view, speaker, radius, &disc);
  disc.fill = SpeakerColor(*view, speaker);
  view->canvas.Mark(disc);
  const bool known = speaker < view->state.story.speakers.size();
  const std::string initials = known ? Initials(SpeakerName(*view, speaker)) : "?";
  TextStyle text = style::kInitials;
  text.size = radius * 0.8F;
  view->canvas.DrawLineCentred({initials, text}, x, y, view->theme().on_speaker);
}

void DrawSpeakerDot(View* view, Index speaker, float x, float y, float alpha) {
  MarkInstance dot{};
  dot.center_x = x;
  dot.center_y = y;
  SetShape(*view, speaker, 4, &dot);
  dot.fill = WithAlpha(SpeakerColor(*view, speaker), alpha);
  view->canvas.Mark(dot);
}

MarkInstance BarMark(Color color, bool vague) {
  MarkInstance bar{};
  bar.radius = 4;
  bar.stroke = 1;
  bar.fill = WithAlpha(color, vague ? 0.55F : 0.18F);
  bar.line = WithAlpha(color, 0.8F);
  bar.pattern = vague ? MarkFill::kHatched : MarkFill::kSolid;
  return bar;
}

MarkInstance MarkOf(const View& view, const Quote& quote, Index speaker, float x, float y,
                    float radius) {
  const Color color = SpeakerColor(view, speaker);
  MarkInstance mark{};
  mark.center_x = x;
  mark.center_y = y;
  SetShape(view, speaker, radius, &mark);
  mark.stroke = 2;
  mark.line = color;
  mark.fill = color;
  switch (quote.type) {
    case QuoteType::kDirect:
      break;
    case QuoteType::kMixed:
      mark.pattern = MarkFill::kHalf;
      break;
    case QuoteType::kIndirect:
      // The background's colour inside, so that a bar below does not fill the ring.
      mark.fill = view.theme().background;
      break;
  }
  if (IsLowConfidence(quote)) {
    // Paler inside, or the gaps of the dashes would show it.
    mark.flags |= kMarkDashed;
    if (mark.fill == color) mark.fill = WithAlpha(color, 0.35F);
  }
  return mark;
}

void DrawQuoteMark(View* view, const Quote& quote, Index speaker, float x, float y, bool selected) {
  const MarkInstance mark = MarkOf(*view, quote, speaker, x, y);
  if (selected) {
    MarkInstance ring = mark;
    SetShape(*view, speaker, 12, &ring);
    ring.stroke = 2.5F;
    ring.pattern = MarkFill::kSolid;
    ring.fill = view->theme().background;
    ring.flags = 0;
    view->canvas.Mark(ring);
  }
  view->canvas.Mark(mark);
}

}  // namespace saywhen
