// Raw text as blocks: what stands between empty lines, with the lines of hard-wrapped text joined.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/text_span.h"

namespace saywhen {

struct TextBlock {
  TextSpan span;  // in TextBlocks::text
  TextSpan raw;   // in the raw text, without white space at its ends
};

struct TextBlocks {
  std::string text;  // the blocks, one empty line between them
  std::vector<TextBlock> blocks;
};

// `raw`: valid UTF-8 of at most 2 GiB. Lines end with LF, CR, CR LF, VT, FF, NEL or U+2028; U+2029
// is an empty line. Of white space, no-break spaces too, one blank is left between words and none
// at a line's ends. Control characters, U+FEFF, zero-width spaces and soft hyphens are left out.
//
// A single line break parts blocks too, but where the text is hard-wrapped. It is when most lines
// end where the next line's first word would have passed the width of the widest, and many of
// these words begin with small letters: there only a line that ends early, or stands before a
// deeper indented one or a list's mark, ends a block. In other text a line is joined to the one
// before it when it begins with a small letter and that one ends within a sentence.
//
// Two passes over the text, no memory but the result's.
TextBlocks FindTextBlocks(std::string_view raw);

// Whether the text begins like an item of a list: "• ", "* ", "- ", "1. ", "1) ", "(1) ", "a) ".
bool BeginsWithListMark(std::string_view line);

}  // namespace saywhen
