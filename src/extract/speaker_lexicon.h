// What a language's pack says of words that name speakers. Section "speakers": a meaning, then its
// words, parted by blanks.
#pragma once

#include <cstdint>
#include <string_view>

#include "extract/language_pack.h"
#include "extract/lexicon.h"

namespace saywhen {

enum SpeakerWord : uint32_t {
  kDocumentNoun = 1U << 0,
  kOrganisationNoun = 1U << 1,
  kGroupNoun = 1U << 2,
  kPersonNoun = 1U << 3,
  kHe = 1U << 4,
  kShe = 1U << 5,
  kThey = 1U << 6,
  kIt = 1U << 7,
  kFirstPerson = 1U << 8,
  kRelative = 1U << 9,
  kHeTitle = 1U << 10,
  kSheTitle = 1U << 11,
  kHeName = 1U << 12,
  kSheName = 1U << 13,
  kParticle = 1U << 14,       // of names: "von", "de"
  kAnswerLabel = 1U << 15,    // "A:" in an interview
  kQuestionLabel = 1U << 16,  // "Q:"
  kAnyone = 1U << 17,         // a pronoun for persons and things: Turkish "o"
};
constexpr uint32_t kAnyPronoun = kHe | kShe | kThey | kIt | kFirstPerson | kRelative | kAnyone;
constexpr uint32_t kAnyNoun = kDocumentNoun | kOrganisationNoun | kGroupNoun | kPersonNoun;

class SpeakerLexicon {
 public:
  SpeakerLexicon() = default;
  explicit SpeakerLexicon(const LanguagePack& pack);

  // SpeakerWords that the word is, or 0.
  uint32_t Of(uint32_t hash) const { return words_.Get(hash); }
  // The ending of most women's first names, or nothing. The pack outlives it.
  std::string_view she_ending() const { return she_ending_; }

 private:
  WordMap words_;
  std::string_view she_ending_;
};

}  // namespace saywhen
