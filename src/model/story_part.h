// A part of a story that is a story.
#pragma once

#include <span>

#include "model/index_map.h"
#include "model/story.h"

namespace saywhen {

// What of the story belongs to the quotes: they and those that they are within; the articles that
// they stand in, the speakers who speak, are spoken to or of in them. In the map what belongs is 0,
// the rest kNone.
IndexMap PartOf(const Story& story, std::span<const Index> quotes);

// Events stay when their article does or when they belong to none.
bool IsInPart(const IndexMap& part, const Event& event);

// That part as a story: all in the story's order. Ids are kept, indexes are the part's. To write it
// to a file, WriteStoryPart() needs no copy.
Story Selected(const Story& story, std::span<const Index> quotes);

}  // namespace saywhen
