// Quotes that a text in HTML marks as such.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/text_span.h"
#include "formats/html_text.h"
#include "formats/story_import.h"

namespace saywhen {

struct HtmlQuote {
  TextSpan span;  // in HtmlText::text; of a <q> with its quotation marks
  std::string text;
  std::string speaker;  // whom its <cite>, or a last line after a dash, names; or empty
  std::string role;     // what that says after a comma
  std::string url;      // its cite, or empty
  // Indexes in HtmlText::marks of its <time>s: in the words, and in what says whose they are.
  std::vector<size_t> about;
  std::optional<size_t> said;
};

// Each <blockquote> and <q>, without the line that says whose it is. Of quotes in quotes the outer
// ones come first.
std::vector<HtmlQuote> QuotesOf(const HtmlText& html);

// Adds them as quotes of `article`, published when that is known.
void AddQuotes(const HtmlText& html, Index article, const std::optional<TimeInterval>& published,
               StoryImport* import);

}  // namespace saywhen
