// The HTML that a server puts into a page: the element with its quotes inside, readable without a
// script, and what search engines read. The element keeps these quotes as they are.
#pragma once

#include <string>

#include "app/app_state.h"
#include "platform/host.h"
#include "ui/strings.h"

namespace saywhen {

struct SnippetOptions {
  std::string src;       // address of the story file; empty: the story stands inside the element
  std::string script;    // address of say-when.js
  std::string language;  // BCP 47, of the interface; empty: no `lang`, the page's
};

// Valid in a page's body (HTML Living Standard), every text escaped: <say-when> with the first
// kQuotesAtOnce quotes, or with the quotes and the story; JSON-LD (formats/schema_org.h); the
// script. `state` has a story.
std::string WriteSnippet(const AppState& state, const SnippetOptions& options, Locale* locale,
                         const Strings& strings);

}  // namespace saywhen
