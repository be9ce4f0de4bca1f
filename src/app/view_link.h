// A reader's view as text: what a link to it carries, and what a page's script or address sets.
#pragma once

#include <string>
#include <string_view>

#include "app/app_state.h"

namespace saywhen {

// "view=compare&quote=q3&q=nato&speaker=rutte&order=said": names and values percent-encoded as in
// application/x-www-form-urlencoded (WHATWG URL), ids and names rather than numbers, so that it
// holds when the story grows. What is at its default is left out.
std::string WriteView(const AppState& state);

// Sets what `text` names; other things go to their defaults. What is unknown is passed over.
Changes ReadView(AppState* state, std::string_view text, double now_ms);

}  // namespace saywhen
