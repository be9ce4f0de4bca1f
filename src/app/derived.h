// What follows from the story and from what the reader has chosen: kept in the state beside them,
// and made again when they change.
#pragma once

#include "app/app_state.h"

namespace saywhen {

// Its story is this one, of which what is not derived yet is.
void TakeStory(AppState* state, DerivedStory story);
// The quotes shown, in their order, and all that follows from them.
void Ask(AppState* state);

// The lanes of the timeline, and of the comparison, for the quotes shown.
void PlanLanesAgain(AppState* state);
// The lanes above an article, of those who speak in it; none in other views.
void PlanArticle(AppState* state);
// What the comparison shows, while it is shown.
void CompareAgain(AppState* state);

// Returns whether that is another quote than before.
bool SetSelected(AppState* state, Index quote);
// The list shows the selected quote: its window grows to it, or moves when it is far away.
void HoldSelected(AppState* state);

}  // namespace saywhen
