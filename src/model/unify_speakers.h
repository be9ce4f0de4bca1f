#pragma once

#include <cstddef>
#include <vector>

#include "base/diagnostics.h"
#include "model/story.h"

namespace saywhen {

// Makes one of speakers who are the same: those who have a `sameAs` address in common; and those
// of one kind of whom one has the other's name as name or alias (letter case aside), unless both
// have addresses, or both have affiliations and neither these nor the roles agree: people may share
// a name. The first stays, takes what it lacks from the others, and their names as aliases. What
// they say otherwise is lost, and reported as "speaker-conflict" at the pointer of the one that
// goes. Returns how many went; `diagnostics` may be null.
size_t UnifySpeakers(Story* story, Diagnostics* diagnostics);

// The same; returns by each old index of a speaker the new one.
std::vector<Index> UnifyAndRenumber(Story* story, Diagnostics* diagnostics);

// `from`, which stands at `index` of the story that is reported on, becomes part of `speaker`.
void Absorb(Speaker from, Index index, Speaker* speaker, Diagnostics* diagnostics);

}  // namespace saywhen
