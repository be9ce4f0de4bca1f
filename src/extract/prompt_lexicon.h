// How sentences begin that tell the question before an answer.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/language_pack.h"

namespace saywhen {

// Section "prompts": beginnings of sentences, in small letters.
class PromptLexicon {
 public:
  PromptLexicon() = default;
  explicit PromptLexicon(const LanguagePack& pack);

  // Whether one of them stands at `at`.
  bool StandsAt(const Document& document, uint32_t at) const;

 private:
  std::vector<std::vector<uint32_t>> phrases_;  // hashes of their words
};

}  // namespace saywhen
