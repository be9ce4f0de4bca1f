// saywhen extract --ndjson: an article a line in, a story a line out.
#pragma once

#include <cstddef>
#include <string>

#include "cli/extract_article.h"

namespace saywhen {

struct ExtractLinesCall {
  std::string path;
  std::string out = "-";
  ExtractArticle defaults;  // for lines that do not say: language, published, publisher
  bool clean = false;       // "text" too
  bool keep_text = false;   // the text of "html" too
  unsigned jobs = 1;
};

// Of a line; what is longer is an error of that line.
constexpr size_t kLongestLine = size_t{16} << 20;

// The exit code. A bad line gives {"id": …, "error": …}, with "line" when it has no id that can be
// read, and the rest goes on. A story without quotes has "quotes": [].
int ExtractLines(const Extractor& extractor, const ExtractLinesCall& call);

}  // namespace saywhen
