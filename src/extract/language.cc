#include "extract/language.h"

#include <utility>

namespace saywhen {

Result<Language> ReadLanguage(std::string_view code, std::string_view pack_text) {
  const Result<LanguagePack> read = LanguagePack::Parse(pack_text);
  if (!read.ok()) return read.error();
  const LanguagePack& pack = read.value();
  Language language;
  language.code = code;
  language.lexicon = Lexicon(pack);
  language.cues = CueLexicon(pack);
  language.model = LinearModel(pack);
  return language;
}

}  // namespace saywhen
