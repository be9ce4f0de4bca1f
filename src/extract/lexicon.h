// What a language's pack says of single words.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language_pack.h"

namespace saywhen {

// FNV-1a (Fowler, Noll, Vo) of the word in small letters, 32 bits; 0 is never a word's.
uint32_t HashWord(std::string_view word);
// The word as it is hashed: in small letters, with a straight apostrophe.
std::string InSmallLetters(std::string_view word);

// The hash of several words, one after the other; 0 is the hash of none.
inline uint32_t HashPhrase(uint32_t words, uint32_t next) { return words * 31 + next; }

// A map from hashes of words to small values, for reading only: open addressing, at most half full.
class WordMap {
 public:
  void Reserve(size_t words);
  // The last value that was given to a word holds.
  void Set(uint32_t hash, uint32_t value);
  // 0 when the word is not in it.
  uint32_t Get(uint32_t hash) const {
    if (slots_.empty()) return 0;
    for (size_t at = hash & mask_;; at = (at + 1) & mask_) {
      if (slots_[at].hash == hash) return slots_[at].value;
      if (slots_[at].hash == 0) return 0;
    }
  }
  size_t size() const { return size_; }

 private:
  struct Slot {
    uint32_t hash = 0;
    uint32_t value = 0;
  };
  std::vector<Slot> slots_;
  size_t mask_ = 0;
  size_t size_ = 0;
};

// Sections "words" (a tag's name, then its words), "abbreviations" (a word a line, without its full
// stop), "silence" (phrases), "tokens" (settings, see the packs) and "cues" (a word, and in how
// many of a hundred places it is a cue).
class Lexicon {
 public:
  Lexicon() = default;
  explicit Lexicon(const LanguagePack& pack);

  // The tag (token.h) that the pack gives the word, plus one; 0 when it gives none.
  uint32_t TagOf(uint32_t hash) const { return tags_.Get(hash); }
  bool IsAbbreviation(uint32_t hash) const { return abbreviations_.Get(hash) != 0; }
  // A word that is a cue more often than not ("said").
  bool IsStrongCue(uint32_t hash) const { return strong_cues_.Get(hash) != 0; }

  // Often enough to end a short sentence that would say nothing else.
  bool IsFairCue(uint32_t hash) const { return fair_cues_.Get(hash) != 0; }
  // "of" in "a report of the council": what follows belongs to the noun before.
  bool IsComplement(uint32_t hash) const { return complements_.Get(hash) != 0; }
  // A cue that has "to" behind it: "according".
  bool TakesTo(uint32_t hash) const { return takes_to_.Get(hash) != 0; }

  struct Suffix {
    std::string_view ending;
    uint32_t tag;
  };
  const std::vector<Suffix>& suffixes() const { return suffixes_; }
  // Whether words, hashed by HashPhrase(), say that nothing is said ("to comment").
  bool IsSilence(uint32_t hash) const { return silences_.Get(hash) != 0; }
  // Whether "3." before a word is an ordinal number, as in German and Turkish.
  bool ordinal_stop() const { return ordinal_stop_; }
  // Whether what follows an apostrophe is a suffix ("Ankara’da"), as in Turkish.
  bool apostrophe_suffix() const { return apostrophe_suffix_; }
  // Whether capitals begin common nouns too, as in German.
  bool capital_nouns() const { return capital_nouns_; }
  // Whether the verb may follow what is said, as in German and Turkish clauses.
  bool verb_final() const { return verb_final_; }
  // Whether each quotation within a longer content is a quote of its own, as German papers have
  // them: a few words of somebody's in a reported sentence.
  bool quotations_apart() const { return quotations_apart_; }

 private:
  WordMap tags_;
  WordMap abbreviations_;
  WordMap strong_cues_;
  WordMap fair_cues_;
  WordMap complements_;
  WordMap takes_to_;
  WordMap silences_;
  std::vector<Suffix> suffixes_;
  bool ordinal_stop_ = false;
  bool apostrophe_suffix_ = false;
  bool capital_nouns_ = false;
  bool verb_final_ = false;
  bool quotations_apart_ = false;
};

}  // namespace saywhen
