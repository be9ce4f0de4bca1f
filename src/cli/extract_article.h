// One article on its way to a story, for saywhen extract.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "base/result.h"
#include "extract/extract.h"

namespace saywhen {

// What is empty is what the article, its page or the engine says.
struct ExtractArticle {
  std::string text;  // or a page; valid UTF-8
  bool html = false;
  bool keep_text = false;
  std::string id;
  std::string url;
  std::string headline;
  std::string language;
  std::string published;  // EDTF
  std::string publisher;
  std::vector<std::string> authors;
};

// With the packs that are compiled in.
Result<Extractor> MakeExtractor();

// What is wrong with a page's own data is added to `diagnostics`; "no-pack" says that no pack fits.
// Errors: those of Extractor::Extract(), and "limit-string" when the text is longer than a story
// file's string may be.
Result<Extraction> RunExtractor(const Extractor& extractor, const ExtractArticle& article,
                                Diagnostics* diagnostics);

// "2025-02-13" of "February 13, 2025"; empty when it is no date.
std::string DateAsEdtf(std::string_view text);
// "en-GB" of "en_GB" and "EN-GB": it is written in many ways.
std::string LanguageTag(std::string_view text);
// Whether it looks like a language's code: "en", "zh-Hant-TW".
bool IsLanguageTag(std::string_view text);

}  // namespace saywhen
