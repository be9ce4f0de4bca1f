#include "extract/content_places.h"

namespace saywhen {

uint32_t LastWord(const Document& document, uint32_t at, uint32_t first) {
  for (uint32_t i = at + 1; i-- > first;) {
    if (document.tokens[i].word) return i;
  }
  return kNoToken;
}

uint32_t FirstWord(const Document& document, uint32_t at, uint32_t end) {
  for (uint32_t i = at; i < end; ++i) {
    if (document.tokens[i].word) return i;
  }
  return kNoToken;
}

uint32_t QuotationApart(const Document& document, uint32_t token, uint32_t cue) {
  uint32_t found = kNoToken;
  for (uint32_t at = document.quotation_of[token]; at != kNoToken;
       at = document.quotations[at].outer) {
    if (!document.quotations[at].tokens.holds(cue)) found = at;
  }
  return found;
}

}  // namespace saywhen
