// What the reader hands to the resolver: a Story whose references are still ids and whose spans
// still count code points, with the place in the file of each, until they are resolved.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "formats/reporter.h"
#include "formats/story_json_fields.h"
#include "model/story.h"

namespace saywhen::story_json {

struct ItemOrigin {
  uint32_t json_index = 0;  // place in the file's array; skipped items make it differ from Index
  TextPosition at;
};

struct Reference {
  const FieldSpec* spec;  // of the field that it stands in
  Index item;
  uint32_t place;  // in the list, or 0
  TextPosition at;
  TextSpan id;  // of reference_ids
};

struct SpanOrigin {
  Object in;
  Index item;      // the quote or event that it belongs to
  uint32_t place;  // of kAbout: which
  TextPosition at;
};

struct Draft {
  Story story;
  std::vector<ItemOrigin> articles;
  std::vector<ItemOrigin> speakers;
  std::vector<ItemOrigin> quotes;
  std::vector<ItemOrigin> events;
  std::vector<Reference> references;
  std::string reference_ids;
  // Each in the order of the items.
  std::vector<SpanOrigin> quote_spans;
  std::vector<SpanOrigin> event_spans;
};

}  // namespace saywhen::story_json
