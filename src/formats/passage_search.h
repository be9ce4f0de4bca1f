// Finding a quote's words in the article again, whatever happened to the white space.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace saywhen {

// White_Space of the Unicode Character Database, and the zero width space that typesetters leave.
bool IsSpace(char32_t c);

// True when the two are the same but for white space: any amount of it anywhere, none included
// (spans of a split quote are joined without knowing what stood between them).
bool SameWords(std::string_view a, std::string_view b);

// The text without its white space.
std::string WithoutSpace(std::string_view text);

// One article's text, prepared for searches that pass over white space. Keeps a view.
class PassageSearch {
 public:
  explicit PassageSearch(std::string_view text);

  // Where `words` stand, in order, at most `limit` places (overlapping ones included); empty words
  // stand nowhere. Knuth, Morris and Pratt (1977): linear in text and words, whatever they are.
  std::vector<TextSpan> Find(std::string_view words, size_t limit) const;

  // Of the places where `exact` stands, the one whose surroundings agree best with `prefix` and
  // `suffix`, counted in bytes without white space; among equals the one that begins nearest to
  // `near` (a byte offset). An empty span when there is none.
  TextSpan Best(std::string_view exact, std::string_view prefix, std::string_view suffix,
                size_t near) const;

 private:
  std::string stripped_;
  std::vector<uint32_t> origins_;  // where each byte of stripped_ stands in the text
};

}  // namespace saywhen
