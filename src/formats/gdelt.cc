#include "formats/gdelt.h"

#include <array>
#include <string>
#include <utility>

namespace saywhen {
namespace {

// GDELT names languages in English; those that its translations know best.
constexpr std::pair<std::string_view, std::string_view> kLanguages[] = {
    {"english", "en"}, {"arabic", "ar"},     {"chinese", "zh"}, {"french", "fr"},
    {"german", "de"},  {"greek", "el"},      {"hindi", "hi"},   {"indonesian", "id"},
    {"italian", "it"}, {"japanese", "ja"},   {"korean", "ko"},  {"persian", "fa"},
    {"polish", "pl"},  {"portuguese", "pt"}, {"russian", "ru"}, {"spanish", "es"},
    {"turkish", "tr"}, {"ukrainian", "uk"},
};

std::string LanguageOf(std::string name) {
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c | 0x20);
  }
  for (const auto& [english, code] : kLanguages) {
    if (name == english) return std::string(code);
  }
  return name.size() == 2 || name.size() == 3 ? name : std::string();
}

void ReadQuote(JsonValue node, Index article, StoryImport* import) {
  Members members(import, node, "quote");
  Quote quote;
  quote.article = article;
  quote.text = members.Text("quote");
  Selector& selector = quote.selector.Own();
  selector.exact = quote.text;
  selector.prefix = members.Text("pre");
  selector.suffix = members.Text("post");
  if (quote.text.empty()) {
    import->Report(Severity::kError, "missing-field", "a quote has its words; this one is left out",
                   node);
    return;
  }
  import->story().quotes.push_back(std::move(quote));
}

void ReadRecord(JsonValue node, StoryImport* import) {
  Members record(import, node, "record");
  Article article;
  article.url = record.Url("url");
  article.headline = record.Text("title");
  article.published = record.Date("date");
  const std::string language = record.Text("lang");
  article.language = LanguageOf(language);
  if (article.language.empty() && !language.empty()) {
    import->Drop("the language " + Shown(language), record["lang"]);
  }
  const auto index = static_cast<Index>(import->story().articles.size());
  import->story().articles.push_back(std::move(article));
  for (const JsonValue quote : record.List("quotes")) ReadQuote(quote, index, import);
}

}  // namespace

void ReadGdelt(JsonValue root, StoryImport* import) {
  if (!root.is(JsonKind::kArray)) return ReadRecord(root, import);
  for (const JsonValue record : root) ReadRecord(record, import);
}

}  // namespace saywhen
