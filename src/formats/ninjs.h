// IPTC ninjs, "News in JSON", of the generations 1.x (body_html, person), 2.x (bodies, people;
// lower case) and 3.x (the same in camel case). https://iptc.org/standards/ninjs/
#pragma once

#include "formats/json_tree.h"
#include "formats/story_import.h"

namespace saywhen {

// One item or a list of them. An item with a body is an article, and what its HTML marks as quotes
// its quotes; one of the type "event", or with dates of one, an event; items that are associated
// with it are read like itself. An expected date may be cut short ("2026-03") and is uncertain.
void ReadNinjs(JsonValue root, StoryImport* import);

}  // namespace saywhen
