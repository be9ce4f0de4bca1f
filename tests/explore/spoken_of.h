// The words of a story's quotes, with an index made for them.
#pragma once

#include "explore/spoken.h"

namespace saywhen {

inline Spoken SpokenOf(const Story& story) {
  SearchIndex index(&story);
  while (!index.Build(1000)) continue;
  return {story, index};
}

}  // namespace saywhen
