#include "ui/card_view.h"

namespace saywhen {

void DrawCard(View*, float, float) {}

}  // namespace saywhen
