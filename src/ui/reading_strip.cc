#include "ui/reading_strip.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "timeline/lanes.h"
#include "ui/speaker_marks.h"
#include "ui/timeline_view.h"

namespace saywhen {

Index QuoteReadAt(const SemanticsTree& tree, float y) {
  Index read = kNone;
  float end = 0;
  for (const SemanticsNode& node : tree.nodes()) {
    if (node.id.starts_with("paragraph-")) end = std::max(end, node.box.bottom());
    if (node.id.starts_with("passage-") && node.box.top <= y) read = node.press.index;
  }
  return y < end ? read : kNone;
}

void DrawReadingStrip(View* view, Index index, float width) {
  const AppState& state = view->state;
  if (index >= state.story.quotes.size()) return;
  const Quote& quote = state.story.quotes[index];
  Canvas& canvas = view->canvas;
  const Theme& theme = view->theme();
  constexpr float kRadius = 12;
  const float padding = view->narrow ? style::kPhonePadding : style::kPadding;
  const float middle = kReadingStripHeight / 2;
  canvas.Fill({0, 0, width, kReadingStripHeight}, theme.panel);
  canvas.HorizontalLine(0, width, kReadingStripHeight - 1, theme.border);

  const Index speaker = FirstSpeaker(quote);
  DrawSpeakerDisc(view, speaker, padding + kRadius, middle, kRadius);
  const float names_left = padding + 2 * kRadius + 10;
  const float axis_left = std::round(width * (view->narrow ? 0.56F : 0.4F));
  const float room = axis_left - names_left - 16;
  canvas.DrawLineCut({SpeakerNames(*view, quote), style::kName}, names_left, middle - 8, room,
                     theme.text);
  canvas.DrawLineCut({SaidText(*view, quote, TimeLength::kShort), style::kSmall}, names_left,
                     middle + 8, room, theme.quiet);

  const Box strip{axis_left, 8, width - padding - axis_left, kReadingStripHeight - 16};
  DrawDensity(view, state.article_lanes, strip);
  canvas.HorizontalLine(strip.left, strip.right(), strip.bottom(), theme.axis);
  const TimeInterval* said = WhenSaid(state.story, quote);
  if (said == nullptr || state.stretches.empty()) return;
  const auto unit = static_cast<float>(UnitOf(state.stretches, MiddleOf(*said)));
  DrawQuoteMark(view, quote, speaker, strip.left + unit * strip.width, middle, true);
}

}  // namespace saywhen
