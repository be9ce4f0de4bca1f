// Who says what in a text, as far as its words tell: cues, contents and sources together.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/content_finder.h"
#include "extract/document.h"
#include "extract/language.h"
#include "extract/source_finder.h"
#include "model/story.h"

namespace saywhen {

struct Attribution {
  QuoteType type = QuoteType::kIndirect;
  std::vector<TokenRange> content;  // with the quotation marks that belong to it
  TokenRange cue;                   // empty: a quotation without one
  Source source;
  float cue_probability = 0;
  float content_probability = 0;
  // How it was found, for those who want to know: "cue", "quotation near cue", "quotation goes on".
  std::string_view rule;
};

// What the models say of the whole: before calibration (calibration.h).
float RawConfidence(const Attribution& attribution);

// In the order of their contents.
std::vector<Attribution> FindAttributions(const Document& document, const Language& language);

}  // namespace saywhen
