// A story's quotes as text to be read one after the other: what a page's own HTML holds of it.
#pragma once

#include <string>
#include <vector>

#include "app/app_state.h"
#include "platform/host.h"
#include "ui/strings.h"

namespace saywhen {

struct TranscriptQuote {
  std::string id;
  std::string text;                   // with the quotation marks of its language
  std::string language;               // BCP 47, or empty
  std::string cite;                   // http or https, or empty
  std::vector<std::string> speakers;  // names; never empty
  std::string said;                   // EDTF, or empty
  std::string when;                   // the same in words
};

// So many elements a page bears at once (MOST_QUOTES in web/plain_story.ts).
constexpr size_t kQuotesAtOnce = 2000;

// At most `most` quotes after the `first`, in the order in which the articles have them.
std::vector<TranscriptQuote> TranscriptOf(const AppState& state, size_t first, size_t most,
                                          Locale* locale, const Strings& strings);

}  // namespace saywhen
