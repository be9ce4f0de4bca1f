#include "extract/gold_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <system_error>
#include <utility>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/json_tree.h"
#include "formats/reporter.h"

namespace saywhen {
namespace {

std::vector<TextSpan> Spans(JsonValue pairs, const CodePointIndex& index) {
  std::vector<TextSpan> spans;
  for (const JsonValue pair : pairs) {
    std::vector<size_t> ends;
    for (const JsonValue end : pair)
      ends.push_back(static_cast<size_t>(std::max(0.0, end.number())));
    if (ends.size() != 2) continue;
    spans.push_back({static_cast<uint32_t>(index.ByteOf(ends[0])),
                     static_cast<uint32_t>(index.ByteOf(ends[1]))});
  }
  return spans;
}

GoldArticle ArticleOf(JsonValue line) {
  GoldArticle article;
  article.id = line["id"].text();
  article.language = line["language"].text();
  article.published = line["published"].text();
  article.text = line["text"].text();
  const CodePointIndex index(article.text);
  for (const JsonValue each : line["attributions"]) {
    GoldAttribution attribution;
    attribution.type = each["type"].text();
    attribution.source = Spans(each["source"], index);
    attribution.cue = Spans(each["cue"], index);
    attribution.content = Spans(each["content"], index);
    article.attributions.push_back(std::move(attribution));
  }
  return article;
}

Result<std::vector<GoldArticle>> ReadLines(const std::string& path) {
  const Result<std::string> file = ReadWholeFile(path);
  if (!file.ok()) return file.error();
  Diagnostics diagnostics;
  Reporter reporter(file.value(), &diagnostics);
  const Result<JsonTree> tree = JsonTree::ParseLines(
      file.value(), &reporter, {.string_bytes = size_t{64} << 20, .values = 400'000'000});
  if (!tree.ok()) return tree.error();
  if (!diagnostics.kept().empty()) {
    const Diagnostic& first = diagnostics.kept()[0];
    return Error{"bad-json",
                 path + ":" + std::to_string(first.line) + ": " + first.message,
                 {},
                 first.line,
                 0};
  }
  std::vector<GoldArticle> articles;
  for (const JsonValue line : tree.value().root()) articles.push_back(ArticleOf(line));
  return articles;
}

Result<std::vector<GoldArticle>> ReadFolder(const std::string& path) {
  std::vector<std::string> files;
  std::error_code error;
  for (std::filesystem::directory_iterator at(path, error), end; !error && at != end;
       at.increment(error)) {
    if (at->path().extension() == ".txt") files.push_back(at->path().string());
  }
  if (error) return Error{"io", path + ": " + error.message(), {}, 0, 0};
  std::sort(files.begin(), files.end());
  std::vector<GoldArticle> articles;
  for (const std::string& each : files) {
    const Result<std::string> file = ReadWholeFile(each);
    if (!file.ok()) return file.error();
    Result<GoldArticle> article = ParseAnnotatedArticle(file.value(), each);
    if (!article.ok()) return article.error();
    articles.push_back(std::move(article).value());
  }
  return articles;
}

}  // namespace

Result<std::string> ReadWholeFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return Error{"io", path + " cannot be read", {}, 0, 0};
  return std::string{std::istreambuf_iterator<char>(file), {}};
}

Result<std::vector<GoldArticle>> ReadGold(const std::string& path) {
  std::error_code error;
  Result<std::vector<GoldArticle>> articles =
      std::filesystem::is_directory(path, error) ? ReadFolder(path) : ReadLines(path);
  if (!articles.ok()) return articles;
  if (articles.value().empty()) {
    return Error{"gold", path + " has no annotated article", {}, 0, 0};
  }
  std::set<std::string> ids;
  for (const GoldArticle& each : articles.value()) {
    if (!ids.insert(each.id).second) {
      return Error{"gold", path + " has two articles \"" + each.id + "\"", {}, 0, 0};
    }
  }
  return articles;
}

std::string ExtractInputs(const std::vector<GoldArticle>& articles) {
  std::string lines;
  for (const GoldArticle& each : articles) {
    JsonWriter json;
    json.BeginObject().Key("id").String(each.id).Key("text").String(each.text);
    json.Key("published").String(each.published).Key("language").String(each.language).EndObject();
    lines += std::move(json).Take() + "\n";
  }
  return lines;
}

}  // namespace saywhen
