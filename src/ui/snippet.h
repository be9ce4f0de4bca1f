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

// What a page's <link rel="alternate" type="application/json+oembed"> leads to: the widget in a
// frame, as JSON (https://oembed.com, version 1.0, type "rich"). `frame`: the address of
// frame.html; `options.src`: the story's, on the same host; the script is not used.
std::string WriteOembed(const Story& story, const SnippetOptions& options,
                        const std::string& frame);

}  // namespace saywhen
