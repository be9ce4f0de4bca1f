// Several stories, or two states of one, as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "base/diagnostics.h"
#include "model/story.h"

namespace saywhen {

enum class MergeMode : uint8_t {
  kReplace,  // the newer story is the whole truth
  kAdd,      // both are true; where they tell of the same thing, the newer one is right
};

// Indexes are those of the story that came out.
struct MergeReport {
  std::vector<Index> added;    // quotes
  std::vector<Index> changed;  // quotes of which more than the place in the text differs
  size_t removed = 0;          // quotes
  size_t unified = 0;          // speakers
  Diagnostics diagnostics = {};
};

// Articles, speakers, quotes and events are the same when their ids are; then UnifySpeakers().
//
// With kAdd ids of different files may clash, so that there the same id does not make the same
// - articles, when their addresses differ; without addresses, when headline and text both do;
// - quotes and events, when their articles and their words both differ;
// - speakers, when the stories share no article and the speakers no name, alias or address.
// The newer one then gets another id, reported as "id-clash" with its pointer in the newer story.
// What is replaced by something else than a place in the text is reported as "replaced".
// Indexes of what was in the story stay, but for speakers; new things come last. What quotes and
// events that stay point to in a text that was changed is found again when it stands before or
// after all changes, else the place is left out ("span-lost").
MergeReport MergeInto(Story* story, Story newer, MergeMode mode);

}  // namespace saywhen
