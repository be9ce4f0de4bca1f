// All that the engine knows of one language, made from its pack.
#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "extract/cue_finder.h"
#include "extract/features.h"
#include "extract/language_pack.h"
#include "extract/lexicon.h"

namespace saywhen {

struct Language {
  std::string code;  // BCP 47
  Lexicon lexicon;
  CueLexicon cues;
  LinearModel model;
};

// `pack_text` outlives the language. Errors: those of LanguagePack::Parse().
Result<Language> ReadLanguage(std::string_view code, std::string_view pack_text);

}  // namespace saywhen
