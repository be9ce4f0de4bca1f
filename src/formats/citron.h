// Citron (BBC Research & Development), which finds quotes in text:
// https://github.com/bbc/citron/blob/main/docs/data_format.md
#pragma once

#include "formats/json_tree.h"
#include "formats/story_import.h"

namespace saywhen {

// One document {text, quotes: [{cue, sources, contents, coreferences, confidence, id}]} or a list
// of them. Places are code points. A quote's words are its contents without the marks around them;
// it is direct when all of them have marks, indirect when none has, else mixed. The first
// coreference, else the first source, names the speaker.
void ReadCitron(JsonValue root, StoryImport* import);

}  // namespace saywhen
