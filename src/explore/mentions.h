// Who speaks of whom.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

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

// A quote of A mentions B when its `mentions` say so, or when its words hold B's name, or one of
// B's aliases of four letters or more (two, where each is a word's worth: Han and its kin), as
// whole words in a row, letter case and accents aside. Nobody mentions themselves; a quote that
// names B twice is one. At most the `most` most active rows and columns.
MentionMatrix WhoMentionsWhom(const Story& story, std::span<const Index> quotes, size_t most);

}  // namespace saywhen
