#include "learn/annotated_article.h"

#include "base/utf8.h"
#include "formats/json_tree.h"

namespace saywhen {
namespace {

std::vector<TextSpan> ReadSpans(JsonValue list, const CodePointIndex& index) {
  std::vector<TextSpan> spans;
  if (!list.is(JsonKind::kArray)) return spans;
  for (const JsonValue pair : list) {
    if (!pair.is(JsonKind::kArray) || pair.size() != 2) continue;
    auto number = pair.begin();
    const auto begin = static_cast<size_t>((*number).number());
    ++number;
    const auto end = static_cast<size_t>((*number).number());
    spans.push_back(
        {static_cast<uint32_t>(index.ByteOf(begin)), static_cast<uint32_t>(index.ByteOf(end))});
  }
  return spans;
}

}  // namespace

Result<AnnotatedArticle> ReadAnnotatedArticle(std::string_view line) {
  Reporter reporter(line, nullptr);
  const Result<JsonTree> tree = JsonTree::Parse(line, &reporter);
  if (!tree.ok()) return tree.error();
  const JsonValue root = tree.value().root();
  AnnotatedArticle article;
  article.id = root["id"].text();
  article.language = root["language"].text();
  article.published = root["published"].text();
  article.text = root["text"].text();
  if (article.text.empty()) return Error{"bad-annotation", "no text", "/text", 1, 1};
  const CodePointIndex index(article.text);
  const JsonValue list = root["attributions"];
  if (!list.is(JsonKind::kArray)) return article;
  for (const JsonValue each : list) {
    article.attributions.push_back({std::string(each["type"].text()),
                                    ReadSpans(each["source"], index), ReadSpans(each["cue"], index),
                                    ReadSpans(each["content"], index)});
  }
  return article;
}

}  // namespace saywhen
