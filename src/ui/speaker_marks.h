// How a speaker is known at a glance, and a quote's certainty with it: colour and shape say who
// speaks, what fills the shape says how sure the words are.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Eight colours by the order in which speakers first say something (kNone: nobody known); then the
// same again in another shape, so that 24 are told apart. A story's own colours come before ours.
Color SpeakerColor(const View& view, Index speaker);
// Gives `mark` the speaker's shape, about `radius` CSS pixels from its centre to its edge.
void SetShape(const View& view, Index speaker, float radius, MarkInstance* mark);
// With the speaker's initials.
void DrawSpeakerDisc(View* view, Index speaker, float x, float y, float radius);
void DrawSpeakerDot(View* view, Index speaker, float x, float y, float alpha = 1);

// A stretch of time, hatched where it is not known well: its line can be told from the background.
// Where it lies, and how large, is the caller's.
MarkInstance BarMark(Color color, bool vague);

constexpr float kMarkRadius = 7;
// The mark that stands for a quote, as `speaker`'s; form means certainty. The selected one wears a
// ring around it.
MarkInstance MarkOf(const View& view, const Quote& quote, Index speaker, float x, float y,
                    float radius = kMarkRadius);
void DrawQuoteMark(View* view, const Quote& quote, Index speaker, float x, float y, bool selected);

}  // namespace saywhen
