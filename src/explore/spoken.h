// What the words of each quote come to: how many they are, and whom they name.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "explore/search_index.h"
#include "model/story.h"

namespace saywhen {

class Spoken {
 public:
  // Of all quotes of the story that the index is of; it is done. Both may go afterwards.
  Spoken(const Story& story, const SearchIndex& index);

  // Runs of letters and digits; of scripts that part no words, every character (NextWord() of
  // explore/fold.h).
  uint32_t Words(Index quote) const { return counts_[quote]; }
  // Those whom a quote mentions, each once: speakers of its `mentions`, and those whose name, or an
  // alias of four letters or more (two, where each is a word's worth: Han and its kin), stands in
  // it as whole words in a row, letter case and accents aside. Its own speakers are not mentioned.
  std::span<const Index> Mentioned(Index quote) const;

 private:
  std::vector<uint32_t> counts_;
  std::vector<Index> mentioned_;  // of all quotes, and where those of each end
  std::vector<uint32_t> ends_;
};

}  // namespace saywhen
