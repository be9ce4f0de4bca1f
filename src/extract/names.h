// Names in a text: who is named where, and with what role.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/document.h"
#include "extract/speaker_lexicon.h"

namespace saywhen {

struct Name {
  TokenRange tokens;       // the name alone: "Mark Rutte"
  TokenRange role_before;  // "NATO Secretary General" before it, without an article
  TokenRange role_after;   // or behind it between commas
  TokenRange acronym;      // "(NATO)" behind it, without brackets
  // A title or first name says that it is a person; a noun in it that it is an organisation.
  bool person = false;
  bool organisation = false;
};

// In order, without overlaps. A name is a run of words with capital letters, with particles ("von")
// inside. In a language whose nouns have capitals too, only a run with a known first name or a
// title is one, words that were a name's last, and those in capitals throughout.
std::vector<Name> FindNames(const Document& document, const SpeakerLexicon& lexicon);

}  // namespace saywhen
