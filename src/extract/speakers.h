// Speakers: who the words that name a source are. "Rutte", "he", "the Secretary General" and "Mark
// Rutte" are one.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/language.h"
#include "model/story.h"

namespace saywhen {

struct SpeakerOf {
  std::vector<Index> speakers;  // in Speakers::speakers; empty when nobody is named
  TokenRange mention;           // the whole phrase that names them; may be empty
  float probability = 0;        // that it is these
};

struct Speakers {
  std::vector<Speaker> speakers;  // those who say something, in the order of their first words
  std::vector<SpeakerOf> of;      // by attribution
};

// Names are gathered into persons by their full form: one with several words makes a person, whom
// later its last word names, or its first. A description ("the mayor") is the one last called so,
// else a speaker of its own. A pronoun is the one of its gender and number who is most present:
// near, the subject of a sentence, the last to have spoken (a simplified form of the salience of
// Lappin and Leass 1994); in a quotation "I" is who says it.
Speakers FindSpeakers(const Document& document, const Language& language,
                      const std::vector<Attribution>& attributions);

}  // namespace saywhen
