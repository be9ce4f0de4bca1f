// What is seen of a block of raw text on its own, before its neighbours are looked at.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "extract/article_text.h"
#include "extract/furniture.h"
#include "extract/line_words.h"
#include "extract/text_blocks.h"

namespace saywhen {

struct BlockFacts {
  TextSpan span;  // in TextBlocks::text
  TextSpan raw;
  FurnitureRules::Match match;
  Furniture verdict = Furniture::kText;
  ParagraphKind kind = ParagraphKind::kBody;
  bool body : 1 = false;      // a sentence or more, and no furniture
  bool title : 1 = false;     // short, and no sentence's end
  bool quoted : 1 = false;    // within quotation marks as a whole
  bool capitals : 1 = false;  // all letters are
  bool stopped : 1 = false;   // a sentence ends at its end, within its quotation marks too
  bool question : 1 =
      false;                 // a body that may be a title: one short sentence that ends with ? or !
  bool list : 1 = false;     // begins with a list's mark
  bool label : 1 = false;    // the furniture's phrase is all there is
  bool caption : 1 = false;  // has a credit
  uint16_t words = 0;        // 0 of blocks that are too long to be looked at
  uint64_t hash = 0;         // of its words
};

std::vector<BlockFacts> FindBlockFacts(const TextBlocks& text, const CleanRules& rules);

// Marks like ':' do not count.
bool IsCountedWord(std::string_view word);
// Of the first `count` words; two lines of the same words have the same.
uint64_t HashOfWords(const LineWords& words, size_t count);
uint64_t HashOfWord(std::string_view word);

}  // namespace saywhen
