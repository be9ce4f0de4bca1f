// W3C Web Annotation Data Model, Recommendation of 2017. https://www.w3.org/TR/annotation-model/
#pragma once

#include <string>

#include "base/diagnostics.h"
#include "formats/json_tree.h"
#include "formats/story_import.h"
#include "model/story.h"

namespace saywhen {

// An annotation, a list, a page or a collection of them. The words of a quote are those that its
// TextQuoteSelector (or a text fragment) selects, several targets the parts of a quote that its
// attribution splits; a TextPositionSelector counts code points, and is believed where the source
// comes with its text (`value`) and has these words there. Of the bodies, by their purpose or the
// annotation's motivation: identifying: the speaker, by name; tagging: a tag; else a note.
void ReadWebAnnotation(JsonValue root, StoryImport* import);

// An AnnotationCollection: an annotation a quote. The article is the target's source, with its text
// where it is first named. A speaker is a body {type: SpecificResource, purpose: identifying,
// source: {type: Person | Organization, name, id}}; a date that ISO 8601 knows is the
// schema:dateCreated of a body of the type schema:Quotation. Ids that are no IRIs are blank nodes
// ("_:q1"). What is lost is added to `losses` (may be null).
std::string WriteWebAnnotation(const Story& story, Diagnostics* losses);

}  // namespace saywhen
