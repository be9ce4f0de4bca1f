#include "formats/quotes_csv.h"

#include <string_view>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/story_json_names.h"
#include "model/edtf.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

bool LooksLikeFormula(std::string_view cell) {
  switch (DecodeCodePoint(cell, 0).value) {
    case '=':
    case '+':
    case '-':
    case '@':
    case '\t':
    case '\r':
    case '\n':
    case 0xFF0B:  // the full-width forms, which some programs take for the others
    case 0xFF0D:
    case 0xFF1D:
    case 0xFF20:
      return true;
    default:
      return false;
  }
}

class Table {
 public:
  // A separator goes before every cell but the first of its line.
  void Cell(std::string_view text) {
    if (!first_) csv_.push_back(',');
    first_ = false;
    const bool formula = LooksLikeFormula(text);
    if (!formula && text.find_first_of("\",\r\n") == std::string_view::npos) {
      csv_ += text;
      return;
    }
    csv_.push_back('"');
    if (formula) csv_.push_back('\'');
    for (const char c : text) csv_.append(c == '"' ? 2 : 1, c);
    csv_.push_back('"');
  }
  void EndLine() {
    csv_ += "\r\n";
    first_ = true;
  }
  std::string Take() && { return std::move(csv_); }

 private:
  std::string csv_;
  bool first_ = true;
};

std::string DateText(const TimeInterval& time) {
  return time.edtf.empty() ? PrintEdtf(time) : time.edtf;
}

}  // namespace

std::string WriteQuotesCsv(const Story& story, std::span<const Index> quotes) {
  Table table;
  for (const std::string_view name :
       {"id", "article", "headline", "published", "url", "type", "text", "language", "speakers",
        "roles", "said", "said_basis", "about", "prompt", "place", "tags", "confidence", "note"}) {
    table.Cell(name);
  }
  table.EndLine();
  const Article none;
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    const bool known = quote.article < story.articles.size();
    const Article& article = known ? story.articles[quote.article] : none;
    table.Cell(quote.id);
    table.Cell(article.id);
    table.Cell(article.headline);
    table.Cell(article.published ? DateText(*article.published) : "");
    table.Cell(quote.url.empty() ? article.url : quote.url);
    table.Cell(NameOf(quote.type));
    table.Cell(quote.text);
    table.Cell(quote.language.empty() ? article.language : quote.language);
    std::string list;
    std::string roles;
    std::string_view separator;
    for (const Index speaker : quote.speakers) {
      if (speaker >= story.speakers.size()) continue;
      list.append(separator).append(story.speakers[speaker].name);
      roles.append(separator).append(story.speakers[speaker].role);
      separator = "; ";
    }
    table.Cell(list);
    table.Cell(roles);
    const TimeInterval* said = WhenSaid(story, quote);
    table.Cell(said == nullptr ? "" : DateText(*said));
    if (quote.said) {
      table.Cell(quote.said->basis ? NameOf(*quote.said->basis) : "");
    } else {
      table.Cell(said == nullptr ? "" : NameOf(Basis::kPublished));
    }
    list.clear();
    for (const StoryTime& about : quote.about) {
      list.append(list.empty() ? "" : "; ").append(DateText(about.when));
    }
    table.Cell(list);
    table.Cell(quote.prompt);
    table.Cell(quote.place);
    list.clear();
    for (const std::string& tag : quote.tags) list.append(list.empty() ? "" : "; ").append(tag);
    table.Cell(list);
    table.Cell(std::move(JsonWriter().Float(quote.confidence)).Take());
    table.Cell(quote.note);
    table.EndLine();
  }
  return std::move(table).Take();
}

}  // namespace saywhen
