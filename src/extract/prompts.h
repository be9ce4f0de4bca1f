// Prompts: the question that a quote answers, where the article tells it.
#pragma once

#include "extract/attribution.h"
#include "extract/document.h"
#include "extract/prompt_lexicon.h"
#include "extract/speaker_lexicon.h"

namespace saywhen {

// "When asked whether …" of a sentence whose rest says the answer; of an interview's answer the
// question before it. Empty when there is none.
TokenRange PromptOf(const Document& document, const PromptLexicon& lexicon,
                    const SpeakerLexicon& labels, const Attribution& attribution);

}  // namespace saywhen
