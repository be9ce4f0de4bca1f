// Finding a story's quotes in the article that they are shown beside.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "model/story.h"

namespace saywhen {

struct Anchor {
  Index quote = kNone;
  // In bytes of the host's text, in order; one each for the parts of a quote that its attribution
  // splits, as far as they are there.
  std::vector<TextSpan> spans;
  bool exact = false;  // but for white space and what Fold() drops: case, accents, kinds of dashes
};

// Where the story's quotes stand in `host`, the plain text of the page's article, which may be a
// newer version of the story's, or a part of it; any bytes. In the order of the quotes; those that
// are not there are left out.
//
// What is looked for are the words that the quote's spans have in the story's article, else its
// selector's, else its own text: first as they are but for white space, then their folded letters
// with at most one edit in five. Of several places, that whose surroundings are most like the
// quote's, then the one nearest to where it stood. Fewer than kFewestLetters must stand there as
// whole words without an edit; more than kLongestPattern only as they are.
//
// Of a longer host the first kLongestHost bytes are searched, and the whole takes at most
// kMostAnchorSteps steps (a byte or 64 pairs of letters compared), less than a second: quotes that
// stand there as they are come first, then others of the same articles.
std::vector<Anchor> AnchorQuotes(const Story& story, std::string_view host);

constexpr size_t kFewestLetters = 12;
constexpr size_t kLongestHost = size_t{1} << 21;
constexpr size_t kMostAnchorSteps = size_t{1} << 28;

}  // namespace saywhen
