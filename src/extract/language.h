// All that the engine knows of one language, made from its pack.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/calibration.h"
#include "extract/cue_finder.h"
#include "extract/features.h"
#include "extract/language_pack.h"
#include "extract/lexicon.h"
#include "extract/prompt_lexicon.h"
#include "extract/speaker_lexicon.h"
#include "extract/times/time_lexicon.h"

namespace saywhen {

struct Language {
  std::string code;  // BCP 47
  Lexicon lexicon;
  CueLexicon cues;
  LinearModel model;
  SpeakerLexicon speakers;
  PromptLexicon prompts;
  Calibration calibration;
  TimeLexicon times;
};

// The pack's text outlives the language. Errors: those of TimeLexicon::Make().
Result<Language> ReadLanguage(std::string_view code, const LanguagePack& pack);

}  // namespace saywhen
