// The selected quote as a picture to share.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Fills a picture of that size, CSS pixels, with the quote's words as large as they fit, who said
// them, when, and where they come from.
void DrawCard(View* view, float width, float height);

}  // namespace saywhen
