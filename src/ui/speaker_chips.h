#pragma once

#include "ui/view.h"

namespace saywhen {

// A chip for each speaker, that filters by them; nothing where there is only one. Returns where
// they end.
float DrawSpeakerChips(View* view, float left, float top, float width);

}  // namespace saywhen
