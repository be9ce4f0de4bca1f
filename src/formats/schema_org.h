// schema.org as JSON-LD: what search engines read of a story.
#pragma once

#include <string>

#include "model/story.h"

namespace saywhen {

// Each article as a NewsArticle whose parts are its quotes, then the quotes of no article. A quote
// is a Quotation (https://schema.org/Quotation) of its `spokenByCharacter`; what somebody is only
// reported to have said is a Claim by its `creator`: its words are not the speaker's. A speaker is
// written once and referred to by a blank node from then on. Nothing else
// of the story is written: the article's text stands in the page, and there is no word for cues,
// confidence or what a quote is about. Dates that ISO 8601 does not know (formats/html_date.h) are
// left out.
//
// UTF-8 that may stand inside a <script>, ending with a line feed; an empty object for a story
// without articles and quotes.
std::string WriteSchemaOrg(const Story& story);

}  // namespace saywhen
