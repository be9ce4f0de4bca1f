#include "extract/gold_files.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>
#include <sstream>
#include <system_error>
#include <utility>

#include "base/json_writer.h"
#include "learn/annotated_article.h"

namespace saywhen {
namespace {

GoldArticle ArticleOf(AnnotatedArticle line) {
  GoldArticle article;
  article.id = std::move(line.id);
  article.language = std::move(line.language);
  article.published = std::move(line.published);
  article.text = std::move(line.text);
  for (AnnotatedAttribution& each : line.attributions) {
    GoldAttribution attribution;
    attribution.type = std::move(each.type);
    attribution.source = std::move(each.source);
    attribution.cue = std::move(each.cue);
    attribution.content = std::move(each.content);
    article.attributions.push_back(std::move(attribution));
  }
  return article;
}

Result<std::vector<GoldArticle>> ReadLines(const std::string& path) {
  const Result<std::string> file = ReadWholeFile(path);
  if (!file.ok()) return file.error();
  std::vector<GoldArticle> articles;
  std::istringstream lines(file.value());
  std::string line;
  for (uint32_t number = 1; std::getline(lines, line); ++number) {
    if (line.empty()) continue;
    Result<AnnotatedArticle> article = ReadAnnotatedArticle(line);
    if (!article.ok()) {
      const Error& error = article.error();
      return Error{
          error.code, path + ":" + std::to_string(number) + ": " + error.message, {}, number, 0};
    }
    articles.push_back(ArticleOf(std::move(article).value()));
  }
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
