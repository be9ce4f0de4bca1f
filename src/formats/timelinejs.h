// TimelineJS (Northwestern University Knight Lab): its JSON of version 3 and 2, and its
// spreadsheet. https://timeline.knightlab.com/docs/json-format.html
//
// Years: TimelineJS counts 1, -1 (1 BCE) and has no year 0; EDTF has 0000 for 1 BCE. They are
// turned into each other, but in a timeline of the scale "cosmological", whose years are plain
// numbers.
//
// Its groups, which are lanes there, are articles here, whose headlines name lanes too. A slide
// whose text has a <blockquote> gives a quote, said at the slide's date; what is left of it is an
// event.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/json_tree.h"
#include "formats/story_import.h"
#include "model/story.h"

namespace saywhen {

// Slides are events, eras events that last. HTML is read as text, with the addresses of links.
void ReadTimelineJs(JsonValue root, StoryImport* import);

// The columns of TimelineJS's template: Year, Month, Day, Time, End Year, End Month, End Day,
// End Time, Display Date, Headline, Text, Media, Media Credit, Media Caption, Media Thumbnail, Alt
// Text, Type (title, era), Group, Background.
void ReadTimelineCsv(std::string_view table, StoryImport* import);

// Version 3. A quote is a slide whose text is a <blockquote> with its speakers in <cite>, an event
// a slide. What has no known date cannot be shown there and is left out; what is lost is added to
// `losses` (may be null).
std::string WriteTimelineJs(const Story& story, Diagnostics* losses);

}  // namespace saywhen
