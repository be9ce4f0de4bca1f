// Where a content may begin and end: looks at the tokens around a place, for content_finder.cc and
// content_features.cc.
#pragma once

#include <cstdint>

#include "extract/document.h"

namespace saywhen {

inline bool IsMark(Tag tag) { return tag >= Tag::kComma && tag != Tag::kOther; }

inline TokenRange SentenceOf(const Document& document, uint32_t token) {
  return document.sentences[document.sentence_of[token]];
}

inline TokenRange ParagraphOf(const Document& document, uint32_t token) {
  return document.paragraphs[document.paragraph_of[token]];
}

// The last token, from `at` on back, that is a word; kNoToken when there is none from `first` on.
uint32_t LastWord(const Document& document, uint32_t at, uint32_t first);
// The first one in [at, end).
uint32_t FirstWord(const Document& document, uint32_t at, uint32_t end);

// The quotation that the token stands in and the cue does not, the outermost such, or kNoToken.
uint32_t QuotationApart(const Document& document, uint32_t token, uint32_t cue);

}  // namespace saywhen
