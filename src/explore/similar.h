// The same words in other articles.
#pragma once

#include <vector>

#include "explore/search_index.h"
#include "model/story.h"

namespace saywhen {

constexpr size_t kMostVersions = 8;

// Other versions of a quote: those in other articles, by a speaker whom they have in common (or an
// unknown one), of which the shorter one's runs of three words stand in the longer one for at least
// 60%. Best first, at most kMostVersions. Of a quote of fewer than five words there are none, nor
// before the index is done. It looks at the quotes that hold the rarest words, within bounds that
// keep it to some milliseconds: where thousands of quotes are nearly the same, not at all of them.
std::vector<Index> OtherVersions(const Story& story, const SearchIndex& index, Index quote);

}  // namespace saywhen
