// A part of a story that is a story.
#pragma once

#include <span>

#include "model/story.h"

namespace saywhen {

// The quotes in the story's order, each once, and those that they are within; the articles that
// they stand in, the speakers who speak, are spoken to or of in them. Events stay when their
// article does or when they belong to none. Ids are kept, indexes are the part's.
Story Selected(const Story& story, std::span<const Index> quotes);

}  // namespace saywhen
