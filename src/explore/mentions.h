// Who speaks of whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "explore/spoken.h"
#include "model/story.h"

namespace saywhen {

struct MentionMatrix {
  std::vector<Index> rows;     // speakers who speak of others, those with most mentions first
  std::vector<Index> columns;  // speakers who are spoken of, those with most mentions first
  // The quotes of all cells, row by row, in the order given; and where those of each cell end.
  std::vector<Index> quotes;
  std::vector<uint32_t> ends;

  std::span<const Index> Of(size_t row, size_t column) const {
    const size_t cell = row * columns.size() + column;
    const size_t begin = cell == 0 ? 0 : ends[cell - 1];
    return std::span(quotes).subspan(begin, ends[cell] - begin);
  }
};

// Whom a quote mentions: Spoken::Mentioned(). Nobody mentions themselves; a quote that names
// someone twice is one. At most the `most` most active rows and columns.
MentionMatrix WhoMentionsWhom(const Story& story, const Spoken& spoken,
                              std::span<const Index> quotes, size_t most);

}  // namespace saywhen
