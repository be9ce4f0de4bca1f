#include "extract/speaker_lexicon.h"

#include <algorithm>
#include <string_view>

namespace saywhen {
namespace {

struct Meaning {
  std::string_view name;
  SpeakerWord word;
};

constexpr Meaning kMeanings[] = {
    {"document", kDocumentNoun},
    {"organisation", kOrganisationNoun},
    {"group", kGroupNoun},
    {"person", kPersonNoun},
    {"he", kHe},
    {"she", kShe},
    {"they", kThey},
    {"it", kIt},
    {"first", kFirstPerson},
    {"relative", kRelative},
    {"he-title", kHeTitle},
    {"she-title", kSheTitle},
    {"he-name", kHeName},
    {"she-name", kSheName},
    {"particle", kParticle},
    {"answer-label", kAnswerLabel},
    {"question-label", kQuestionLabel},
    {"anyone", kAnyone},
};

}  // namespace

SpeakerLexicon::SpeakerLexicon(const LanguagePack& pack) {
  for (const PackEntry& entry : pack.Section("speakers")) {
    if (entry[0] == "she-ending") she_ending_ = entry[1];
    for (const Meaning& meaning : kMeanings) {
      if (meaning.name != entry[0]) continue;
      std::string_view words = entry[1];
      while (!words.empty()) {
        const size_t end = std::min(words.find(' '), words.size());
        const uint32_t hash = HashWord(words.substr(0, end));
        if (end > 0) words_.Set(hash, words_.Get(hash) | meaning.word);
        words.remove_prefix(std::min(end + 1, words.size()));
      }
    }
  }
}

}  // namespace saywhen
