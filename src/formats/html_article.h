// An article's page: its text, what it says of itself, and its quotes.
#pragma once

#include <string_view>

#include "formats/story_import.h"

namespace saywhen {

// The page's JSON-LD (schema_org.h) goes first. What it lacks is taken from the page: the text of
// its <article>, else of its <main>, else of its body, without navigation and the like; the title,
// Open Graph's and other <meta> data, the canonical address. Then what the text marks as quotes,
// but for those that are there already.
void ReadHtmlArticle(std::string_view html, StoryImport* import);

}  // namespace saywhen
