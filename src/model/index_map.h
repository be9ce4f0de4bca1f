// Taking stories apart and putting them together: where everything has moved.
#pragma once

#include <vector>

#include "model/story.h"

namespace saywhen {

// By the old index the new one; kNone, or no entry, when there is none any more.
struct IndexMap {
  std::vector<Index> articles;
  std::vector<Index> speakers;
  std::vector<Index> quotes;
};

Index MappedIndex(const std::vector<Index>& map, Index index);

// In lists of speakers what has gone is left out, and of what has become one the first stays.
void Renumber(const IndexMap& map, Quote* quote);
void Renumber(const IndexMap& map, Event* event);
void RenumberSpeakers(const std::vector<Index>& map, Quote* quote);

}  // namespace saywhen
