// Who speaks how much and when, and who mentions whom.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Returns where it ends.
float DrawVoices(View* view, float left, float top, float width);

}  // namespace saywhen
