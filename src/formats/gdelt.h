// The GDELT Project's Global Quotation Graph: one JSON record a line and article.
// https://blog.gdeltproject.org/announcing-the-global-quotation-graph/
#pragma once

#include "formats/json_tree.h"
#include "formats/story_import.h"

namespace saywhen {

// {date, url, title, lang, quotes: [{pre, quote, post}]}. The date is when GDELT saw the article,
// and stands for its publication. What surrounds a quote becomes its selector; who speaks is not
// said there, and is not guessed here.
void ReadGdelt(JsonValue root, StoryImport* import);

}  // namespace saywhen
