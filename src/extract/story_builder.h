// The last step: what was found as a story.
#pragma once

#include <string_view>
#include <vector>

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/extract.h"
#include "extract/language.h"

namespace saywhen {

// Adds the attributions of the article's text to `extraction`'s story, whose only article is there
// already, with its text, language and publication.
//
// A quote in a heading, a caption or a pull quote whose words another quote has too is left out,
// and the place is told with the other one, as "repeated" of its field "found". `paragraphs`: of
// the article's text.
void BuildStory(const Document& document, const Language& language,
                const std::vector<Paragraph>& paragraphs, std::vector<Attribution> attributions,
                Extraction* extraction);

}  // namespace saywhen
