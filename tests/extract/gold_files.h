// Annotated articles from where they lie: a folder of our own markup, or a file of research data.
#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "extract/annotated_article.h"

namespace saywhen {

// The whole file. Error "io".
Result<std::string> ReadWholeFile(const std::string& path);

// A folder: every *.txt in it, in the order of their names (ParseAnnotatedArticle). A file: one
// JSON object a line, {"id", "language", "published", "text", "attributions": [{"type", "source",
// "cue", "content"}]}, spans [[start, end], …] in code points. Errors: "io", "annotation",
// "bad-json", "gold" (nothing in it; two of one id).
Result<std::vector<GoldArticle>> ReadGold(const std::string& path);

// The articles as `saywhen extract --ndjson` takes them: {"id","text","published","language"}.
std::string ExtractInputs(const std::vector<GoldArticle>& articles);

}  // namespace saywhen
