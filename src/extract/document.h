// A text as the engine looks at it: tokens, quotations, sentences, paragraphs. Made once, then only
// read.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/token.h"

namespace saywhen {

// Tokens [begin, end).
struct TokenRange {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return end - begin; }
  bool holds(uint32_t token) const { return token >= begin && token < end; }
  friend bool operator==(const TokenRange&, const TokenRange&) = default;
};

constexpr uint32_t kNoToken = 0xFFFFFFFF;

// What stands between a pair of quotation marks, within one paragraph.
struct Quotation {
  TokenRange tokens;          // with its marks; without one where it is not closed
  uint32_t outer = kNoToken;  // the quotation around it
  uint32_t continues =
      kNoToken;         // the one that went on here, with a new mark, from the paragraph before
  bool closed = false;  // has its closing mark
};

struct Document {
  std::string_view text;
  const Lexicon* lexicon = nullptr;
  std::vector<Token> tokens;
  std::vector<Quotation> quotations;  // by beginning
  std::vector<uint32_t>
      quotation_of;  // of each token the innermost, its marks included, or kNoToken
  std::vector<TokenRange> sentences;
  std::vector<TokenRange> paragraphs;
  std::vector<uint32_t> sentence_of;  // of each token
  std::vector<uint32_t> paragraph_of;

  std::string_view Text(uint32_t token) const {
    const TextSpan span = tokens[token].span;
    return text.substr(span.begin, span.size());
  }
  // From the beginning of the first to the end of the last; not of an empty range.
  TextSpan Span(TokenRange range) const {
    return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
  }
  // The outermost quotation that a token stands in, or kNoToken.
  uint32_t OutermostQuotation(uint32_t token) const;
};

// `text` is valid UTF-8, every line a paragraph; it and `lexicon` outlive the document.
Document ReadDocument(std::string_view text, const Lexicon& lexicon);

// Finds the pairs of quotation marks and sets the tokens' tags to kOpenQuote and kCloseQuote, or to
// kOther where a mark is none (an apostrophe).
//
// Marks are told apart by their glyph where it says so; those that open and close (" ' '' ”) by
// whether white space or a word stands beside them, and by what is open. A mark that opens stands
// on a stack until one closes it, of the same width (double closes double, single single), whatever
// the glyph: mixed glyphs are common. At the end of a paragraph open double marks close; when the
// next begins with such a mark, the quotation goes on there. Open single ones were apostrophes.
void FindQuotations(Document* document);

}  // namespace saywhen
