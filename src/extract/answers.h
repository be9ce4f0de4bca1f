// Answers of an interview, and what is said in a transcript: paragraphs behind a label.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/speaker_lexicon.h"

namespace saywhen {

// Paragraphs "A: …" or "Ada Holm: …", each with those behind it up to the next label; behind the
// last label nothing more. "WATCH: …" and "Correction: …" make no interview: it is one where a
// label stands twice and a third of the paragraphs have one. Questions ("Q: …") are no answers.
// `colons`: all labels' colons, in order, which are no cues then.
std::vector<Attribution> FindAnswers(const Document& document, const SpeakerLexicon& lexicon,
                                     std::vector<uint32_t>* colons);

}  // namespace saywhen
