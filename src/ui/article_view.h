// An article's text, with every quote marked where it stands and who is speaking in the margin.
#pragma once

#include "ui/view.h"

namespace saywhen {

// Returns where it ends.
float DrawArticle(View* view, float left, float top, float width);

}  // namespace saywhen
