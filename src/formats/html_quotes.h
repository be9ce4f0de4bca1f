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
  struct Name {
    std::string name;
    std::string role;  // what follows it after a comma
  };

  TextSpan span;  // in HtmlText::text
  std::string text;
  std::vector<Name> speakers;  // whom its <cite>s, or a last line after a dash, name
  std::string url;             // its cite, or empty
  // Indexes in HtmlText::marks of its <time>s: in the words, and in what says whose they are.
  std::vector<size_t> about;
  std::optional<size_t> said;
};

// Each <blockquote> and <q>, without the line that says whose it is. Of quotes in quotes the outer
// ones come first.
std::vector<HtmlQuote> QuotesOf(const HtmlText& html);

// Adds them as quotes of `article`. `said`: of those that do not say it themselves.
void AddQuotes(const HtmlText& html, Index article, const std::optional<StoryTime>& said,
               StoryImport* import);

// The text without its outermost blockquotes.
std::string TextAroundQuotes(const HtmlText& html);

}  // namespace saywhen
