#include "ui/speaker_chips.h"

#include "ui/pills.h"

namespace saywhen {
namespace {

constexpr PillLook kLook = {.gap = 6, .aside = style::kBody};

Pill Chip(const View& view, size_t voice) {
  const AppState& state = view.state;
  const Index speaker = state.voices[voice];
  const FacetValue filter = SpeakerFilter(state, speaker);
  Pill chip = SpeakerPill(view, voice);
  chip.id =
      speaker == kNone ? "unknown-speaker" : NodeId("speaker", state.story.speakers[speaker].id);
  chip.press = ToggleFilter(filter);
  chip.on = IsChosen(state, filter);
  return chip;
}

}  // namespace

float DrawSpeakerChips(View* view, float left, float top, float width) {
  constexpr int kRows = 2;
  const size_t voices = view->state.voices.size();
  if (voices < 2) return top;
  OpenGroup(view, "speakers", view->strings.speakers, {left, top, width, 0});
  Pills pills(view, kLook, left, top, width, view->state.all_speakers ? 0 : kRows);
  size_t drawn = 0;
  while (drawn < voices && pills.Add(Chip(*view, drawn), drawn + 1 == voices)) ++drawn;
  if (drawn < voices) pills.AddMoreSpeakers("all-speakers", voices - drawn);
  view->tree.Close();
  return pills.bottom();
}

}  // namespace saywhen
