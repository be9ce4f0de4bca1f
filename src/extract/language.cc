#include "extract/language.h"

#include <utility>

namespace saywhen {

Result<Language> ReadLanguage(std::string_view code, const LanguagePack& pack) {
  Language language;
  language.code = code;
  language.lexicon = Lexicon(pack);
  language.cues = CueLexicon(pack);
  language.model = LinearModel(pack);
  language.speakers = SpeakerLexicon(pack);
  language.prompts = PromptLexicon(pack);
  language.calibration = Calibration(pack);
  Result<TimeLexicon> times = TimeLexicon::Make(pack);
  if (!times.ok()) return times.error();
  language.times = std::move(times).value();
  return language;
}

}  // namespace saywhen
