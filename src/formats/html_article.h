// An article's page: its text, what it says of itself, and its quotes.
#pragma once

#include <string_view>

#include "base/diagnostics.h"
#include "formats/html_text.h"
#include "formats/html_tokenizer.h"
#include "formats/story_import.h"
#include "model/story.h"

namespace saywhen {

// The page's JSON-LD (schema_org.h) goes first. What it lacks is taken from the page: the text of
// its <article>, else of its <main>, else of its body, without what html_furniture.h says is none
// of it; the title, Open Graph's and other <meta> data, the canonical address. Then what the text
// marks as quotes, but for those that are there already. Other <meta> data is dropped.
void ReadHtmlArticle(std::string_view html, StoryImport* import);

// The same page as a text in which quotes are yet to be found.
struct HtmlPage {
  HtmlText text;    // with marks of headings, captions, list items, pull quotes, blockquotes, …
  Article article;  // its headline, url, language, publisher, authors and dates; no text
};

// `diagnostics`: what was wrong with the page's data; may be null.
HtmlPage ReadHtmlPage(std::string_view html, const HtmlTokenizer& tokenizer,
                      Diagnostics* diagnostics);

}  // namespace saywhen
