#include "extract/noun_phrases.h"

#include <algorithm>
#include <string_view>

namespace saywhen {

bool IsPlural(const Document& document, uint32_t noun) {
  if (document.tokens[noun].tag == Tag::kWordS) return true;
  if (!document.tokens[noun].sentence) return false;
  const std::string_view word = document.Text(noun);
  return std::any_of(document.lexicon->suffixes().begin(), document.lexicon->suffixes().end(),
                     [word](const Lexicon::Suffix& suffix) {
                       return suffix.tag == static_cast<uint32_t>(Tag::kWordS) + 1 &&
                              word.ends_with(suffix.ending);
                     });
}

TokenRange WithComplement(const Document& document, TokenRange source) {
  constexpr uint32_t kLongest = 6;
  const uint32_t past = document.sentences[document.sentence_of[source.begin]].end;
  if (source.end + 1 >= past || document.tokens[source.end].tag != Tag::kPreposition) return source;
  if (!document.lexicon->IsComplement(document.tokens[source.end].hash)) return source;
  TokenRange whole = source;
  uint32_t end = source.end + 1;
  while (end < past && end - source.end <= kLongest) {
    const Token& here = document.tokens[end];
    const bool noun = here.word && (here.tag == Tag::kCapital || here.tag == Tag::kAllCaps ||
                                    here.tag == Tag::kWord || here.tag == Tag::kTitle ||
                                    here.tag == Tag::kDeterminer || here.tag == Tag::kPossessive);
    if (!noun || document.lexicon->IsStrongCue(here.hash)) break;
    ++end;
  }
  if (end > source.end + 1 && document.tokens[end - 1].tag != Tag::kDeterminer) whole.end = end;
  return whole;
}

}  // namespace saywhen
