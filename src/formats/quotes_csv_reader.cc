#include <algorithm>
#include <array>
#include <utility>

#include "formats/csv.h"
#include "formats/quotes_csv.h"
#include "formats/story_json_names.h"

namespace saywhen {
namespace {

// "a; b" as a list; empty places stay, since lists stand beside each other.
std::vector<std::string> Listed(std::string_view text) {
  std::vector<std::string> items;
  if (Trimmed(text).empty()) return items;
  for (size_t begin = 0; begin <= text.size();) {
    const size_t end = std::min(text.find(';', begin), text.size());
    items.emplace_back(Trimmed(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return items;
}

template <typename Value>
std::optional<Value> Named(std::string_view name) {
  for (int i = 0; i < 4; ++i) {
    const std::string_view known = NameOf(static_cast<Value>(i));
    if (!known.empty() && known == name) return static_cast<Value>(i);
  }
  return std::nullopt;
}

class Reader {
 public:
  Reader(std::string_view text, StoryImport* import) : import_(*import), table_(text, import) {}

  void Read() {
    while (table_.Next()) Row();
    ShareOfArticles();
  }

 private:
  Story& story() { return import_.story(); }

  // A column by any of its names, without the mark that keeps spreadsheets from calculating.
  std::string Cell(std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      std::string_view cell = table_[name];
      if (cell.size() > 1 && cell[0] == '\'' &&
          (std::string_view("=+-@").find(cell[1]) != std::string_view::npos ||
           cell.substr(1).starts_with("＝") || cell.substr(1).starts_with("＋") ||
           cell.substr(1).starts_with("－") || cell.substr(1).starts_with("＠"))) {
        cell.remove_prefix(1);
      }
      if (!cell.empty()) return std::string(cell);
    }
    return {};
  }

  void Bad(std::string_view column, std::string_view what, std::string_view found) {
    import_.reporter().Report(Severity::kError, "bad-value",
                              "expected " + std::string(what) + ", found " + Shown(found), "",
                              table_.byte(column));
  }

  Index ArticleOfRow() {
    const std::string id = Cell({"article"});
    const std::string headline = Cell({"headline"});
    const std::optional<TimeInterval> published = table_.Date("published");
    if (id.empty() && headline.empty() && !published) return kNone;
    const uint32_t number = articles_.Add(id.empty() ? "\n" + headline : id);
    if (number == story().articles.size()) {
      story().articles.emplace_back();
      Article& article = story().articles.back();
      article.id = id;
      article.headline = headline;
      article.published = published;
    }
    return number;
  }

  void Row() {
    Quote quote;
    quote.id = Cell({"id"});
    quote.article = ArticleOfRow();
    quote.more.Own().url = table_.Url("url");
    quote.text = Cell({"text", "quote"});
    quote.more.Own().language = Cell({"language"});
    const std::string type = Cell({"type"});
    const std::optional<QuoteType> known = Named<QuoteType>(type);
    if (known) quote.type = *known;
    if (!known && !type.empty()) Bad("type", "direct, indirect or mixed", type);
    Speakers(&quote);
    Said(&quote);
    for (const std::string& about : Listed(Cell({"about"}))) {
      const std::optional<TimeInterval> when = import_.Date(about, table_.byte("about"));
      if (when) quote.about.push_back({*when, std::nullopt, {}});
    }
    quote.more.Own().prompt = Cell({"prompt"});
    quote.place = Cell({"place"});
    quote.tags = Listed(Cell({"tags"}));
    quote.more.Own().note = Cell({"note"});
    Confidence(&quote);
    if (quote.text.empty()) {
      import_.reporter().Report(Severity::kError, "missing-field",
                                "a quote has a text; this row is left out", "", table_.byte());
      return;
    }
    story().quotes.push_back(std::move(quote));
  }

  void Speakers(Quote* quote) {
    const std::vector<std::string> names = Listed(Cell({"speakers", "speaker"}));
    const std::vector<std::string> roles = Listed(Cell({"roles", "role"}));
    for (size_t i = 0; i < names.size(); ++i) {
      const Index speaker = import_.SpeakerNamed(names[i]);
      if (speaker == kNone) continue;
      quote->speakers.push_back(speaker);
      std::string& role = story().speakers[speaker].role;
      if (role.empty() && i < roles.size()) role = roles[i];
    }
  }

  void Said(Quote* quote) {
    const std::string text = Cell({"said", "date"});
    const std::string basis = Cell({"said_basis"});
    const std::optional<Basis> known = Named<Basis>(basis);
    if (!known && !basis.empty()) Bad("said_basis", "stated, inferred or published", basis);
    const std::optional<TimeInterval> said = import_.Date(text, table_.byte("said"));
    if (!said) return;
    // The writer puts the article's date where the quote has none.
    const bool of_article = known == Basis::kPublished && quote->article != kNone &&
                            story().articles[quote->article].published == said;
    if (!of_article) quote->said = StoryTime{*said, known, {}};
  }

  void Confidence(Quote* quote) {
    const std::string text = Cell({"confidence"});
    if (text.empty()) return;
    // JSON's numbers are the table's, in every locale.
    Reporter silent(text, nullptr);
    const Result<JsonTree> number = JsonTree::Parse(text, &silent);
    const bool known = number.ok() && number.value().root().is(JsonKind::kNumber);
    const double value = known ? number.value().root().number() : -1;
    if (value < 0 || value > 1) return Bad("confidence", "a number from 0 to 1", text);
    quote->confidence = static_cast<float>(value);
  }

  // The writer gives an article's address and language to each of its quotes: what all have in
  // common is the article's.
  void ShareOfArticles() {
    for (const auto& [of_quote, of_article] :
         {std::pair(&QuoteMore::url, &Article::url),
          std::pair(&QuoteMore::language, &Article::language)}) {
      std::vector<std::optional<std::string>> shared(story().articles.size());
      for (const Quote& quote : story().quotes) {
        if (quote.article == kNone) continue;
        std::optional<std::string>& value = shared[quote.article];
        const std::string& own = (*quote.more).*of_quote;
        if (!value) value = own;
        if (*value != own) value = "";
      }
      for (Quote& quote : story().quotes) {
        if (quote.article == kNone || shared[quote.article]->empty()) continue;
        story().articles[quote.article].*of_article = *shared[quote.article];
        (quote.more.Own().*of_quote).clear();
      }
    }
  }

  StoryImport& import_;
  CsvTable table_;
  KeyTable articles_;
};

}  // namespace

void ReadQuotesCsv(std::string_view table, StoryImport* import) { Reader(table, import).Read(); }

}  // namespace saywhen
