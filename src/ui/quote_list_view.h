// The list of quotes, a row each, and the chosen quote in full.
#pragma once

#include "ui/view.h"

namespace saywhen {

// How much room the list's rows take, so that the widget's height can be known at once.
float QuoteListHeight(const View& view);

// Returns where it ends. Rows outside the band are neither laid out nor drawn.
float DrawQuoteList(View* view, float left, float top, float width);

// Where the chosen quote's row is; an empty box when it is not in the list.
Box ChosenRow(const View& view, float left, float top, float width);

}  // namespace saywhen
