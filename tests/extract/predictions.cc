#include "extract/predictions.h"

#include <algorithm>
#include <utility>

#include "extract/gold_files.h"
#include "formats/json_tree.h"
#include "formats/reporter.h"
#include "formats/story_json.h"

namespace saywhen {
namespace {

// Of a story the fields beside the format's own are kept as text.
std::string IdOf(const Story& story) {
  const std::string extra = "{" + story.extra + "}";
  Reporter reporter(extra, nullptr);
  const Result<JsonTree> tree = JsonTree::Parse(extra, &reporter);
  if (tree.ok() && tree.value().root()["id"].is(JsonKind::kString)) {
    return std::string(tree.value().root()["id"].text());
  }
  return story.articles.empty() ? "" : story.articles[0].id;
}

// Of a line that is no story.
std::string IdOf(std::string_view line) {
  Reporter reporter(line, nullptr);
  const Result<JsonTree> tree = JsonTree::Parse(line, &reporter);
  if (!tree.ok()) return {};
  const JsonValue root = tree.value().root();
  if (root["id"].is(JsonKind::kString)) return std::string(root["id"].text());
  for (const JsonValue article : root["articles"]) return std::string(article["id"].text());
  return {};
}

}  // namespace

Result<std::vector<PredictedArticle>> Predict(const std::string& path,
                                              std::vector<std::string>* problems) {
  const Result<std::string> file = ReadWholeFile(path);
  if (!file.ok()) return file.error();
  const std::string_view text = file.value();
  std::vector<PredictedArticle> all;
  uint32_t number = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
    const std::string place = path + ":" + std::to_string(number) + ": ";
    Diagnostics diagnostics;
    Result<Story> story = ParseStory(line, &diagnostics);
    for (const Diagnostic& each : diagnostics.kept()) {
      if (each.severity == Severity::kNote) continue;
      problems->push_back(place + each.message + " [" + each.pointer + "]");
    }
    PredictedArticle predicted;
    if (story.ok()) {
      predicted.story = std::move(story).value();
      predicted.id = IdOf(predicted.story);
    } else {
      predicted.id = IdOf(line);
      if (story.error().code != "empty-story") problems->push_back(place + story.error().message);
    }
    if (predicted.id.empty()) {
      return Error{"bad-json", place + "no story and no \"id\"", {}, number, 0};
    }
    all.push_back(std::move(predicted));
  }
  return all;
}

}  // namespace saywhen
