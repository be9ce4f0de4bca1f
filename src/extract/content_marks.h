// A content and the marks around it: what of them belongs to it, and what they make of it.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "model/story.h"

namespace saywhen {

// Direct: all its words stand in quotation marks that the cue does not stand in; mixed: some do.
QuoteType TypeOf(const Document& document, uint32_t cue, const std::vector<TokenRange>& parts);

// The words of a quotation, without its marks.
TokenRange Inside(const Document& document, const Quotation& quotation);

// The part with the marks that belong to its words: a currency's sign, a bracket that is closed in
// it, and within quotation marks all that stands there ("[W]e", "… and so on").
TokenRange WithMarks(const Document& document, TokenRange part);

// “Face the Nation”: a few words in quotation marks of which all but the small ones have capitals
// are a title, not something said. In languages whose nouns have capitals it cannot be told.
bool IsTitle(const Document& document, const std::vector<TokenRange>& content);

// "to comment": words that say that nothing is said.
bool IsSilence(const Document& document, const std::vector<TokenRange>& content);

}  // namespace saywhen
