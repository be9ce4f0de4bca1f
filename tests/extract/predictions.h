// What an extractor found, as `saywhen extract --ndjson` writes it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/story.h"

namespace saywhen {

struct PredictedArticle {
  std::string id;
  Story story;  // without quotes where none was found
};

// One story a line; a line's id is its "id", else that of its first article. Lines of articles that
// failed ({"id", "error"}), and stories without quotes, are empty stories; what the reader of
// stories finds wrong is added to `problems`, a line each. Errors: "io"; "bad-json", with the line.
Result<std::vector<PredictedArticle>> Predict(const std::string& path,
                                              std::vector<std::string>* problems);

}  // namespace saywhen
