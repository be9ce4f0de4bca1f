// schema.org as JSON-LD: what search engines read of a story, and what pages say about themselves.
#pragma once

#include <span>
#include <string>

#include "base/diagnostics.h"
#include "formats/json_tree.h"
#include "formats/losses.h"
#include "formats/story_import.h"
#include "model/story.h"

namespace saywhen {

// The scripts of one page, or one file: articles of any type with what they hold, LiveBlogPosting's
// updates as events, Quotation, Claim, ClaimReview and Event; by themselves, in @graph, or as parts
// of each other; values alone or in lists; nodes by their @id, also of another script.
void ReadSchemaOrg(std::span<const JsonValue> roots, StoryImport* import);

enum class SchemaOrgUse : uint8_t {
  kPage,  // beside the article, whose text stands in the page
  kFile,  // all that schema.org can hold
};

// Each article as a NewsArticle whose parts are its quotes, then the quotes of no article. A quote
// is a Quotation (https://schema.org/Quotation) of its `spokenByCharacter`; what somebody is only
// reported to have said is a Claim by its `creator`: its words are not the speaker's. A speaker is
// written once and referred to by a blank node from then on. Events are what the article mentions.
// Dates that ISO 8601 does not know (formats/html_date.h) are left out. What is lost is added to
// `losses` (may be null).
//
// UTF-8 that may stand inside a <script>, ending with a line feed; an empty object for a story
// without articles, quotes and events.
std::string WriteSchemaOrg(const Story& story, SchemaOrgUse use, Diagnostics* losses);

}  // namespace saywhen
