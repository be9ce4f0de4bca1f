// Cues: the words that say that somebody says something ("said", "according to", "a statement").
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/features.h"

namespace saywhen {

// Section "cues": the words that may be a cue, one a line, see Lexicon. Everything else never is
// one.
class CueLexicon {
 public:
  struct Entry {
    Part word;
    // Without its ending, so that forms of one verb are known as one: "argues", "argued" and
    // "arguing" are "argu".
    Part stem;
    Part ending;
  };

  CueLexicon() = default;
  explicit CueLexicon(const LanguagePack& pack);

  // The word's entry, or null.
  const Entry* Find(uint32_t hash) const {
    const uint32_t index = words_.Get(hash);
    return index == 0 ? nullptr : &entries_[index - 1];
  }

 private:
  std::vector<Entry> entries_;
  WordMap words_;  // to an index in entries_, plus one
};

// A word in small letters without its ending.
std::string_view CueStem(std::string_view word);

// What speaks for and against the token, whose word has the entry `cue`, being a cue.
void CueFeatures(const Document& document, uint32_t token, const CueLexicon::Entry& cue,
                 Features* features);

struct Cue {
  uint32_t token = kNoToken;
  float probability = 0;
};

// All tokens that may be cues, whatever their probability, in order.
std::vector<Cue> FindCues(const Document& document, const CueLexicon& lexicon,
                          const LinearModel& model);

}  // namespace saywhen
