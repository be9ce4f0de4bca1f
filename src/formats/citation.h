// A quote as a reference to it: to paste into a text, a page or a reference manager.
#pragma once

#include <cstdint>
#include <string>

#include "model/story.h"

namespace saywhen {

enum class CitationStyle : uint8_t {
  kPlain,     // “Words” — Speaker, role, said. Headline, authors, publisher, published. URL
  kHtml,      // a blockquote and a paragraph, all text escaped
  kMarkdown,  // CommonMark: a block quote and a paragraph
  // Publication Manual of the American Psychological Association, 7th edition: the quote with a
  // secondary citation in the text (8.6), an empty line, and the article's entry in the list of
  // references (10.16, news websites). Its own words are English in every language.
  kApa,
  kBibtex,   // @online of the BibLaTeX manual 3.19 (2.1.1), in UTF-8; the quote is its note
  kCslJson,  // a list of one item by csl-data.json of CSL 1.0.2; the quote is its note
};

// What is said in the reader's language. An empty date is written as the story has it (EDTF), or
// not at all when the story has none.
struct CitationWords {
  std::string said;       // when it was said: "13 February 2025"
  std::string published;  // when the article was published; APA and the formats have their own way
  std::string unknown_speaker;
  // Around the words of a direct quote. Indirect and mixed ones are the article's words, and carry
  // the marks that they need.
  std::string open_mark = "“";
  std::string close_mark = "”";
};

// No new line at the end. Nothing in the story can break out of its place: markup, TeX and new
// lines are escaped, addresses other than http(s) left out, and of the direction controls only
// those that reach no further than themselves are kept; a field that runs against its paragraph is
// isolated (UAX #9: FSI and PDI, <bdi> in HTML).
std::string WriteCitation(const Story& story, const Quote& quote, CitationStyle style,
                          const CitationWords& words);

}  // namespace saywhen
