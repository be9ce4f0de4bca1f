#include "formats/quotes_csv.h"

#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/losses.h"
#include "formats/story_json_names.h"
#include "model/edtf.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

bool LooksLikeFormula(std::string_view cell) {
  if (cell.empty()) return false;
  // With the full-width forms, which some programs take for the others.
  constexpr std::string_view kBegins = "=+-@\t\r\n＝＋－＠";
  return kBegins.find(cell.substr(0, NextCodePoint(cell, 0))) != std::string_view::npos;
}

std::string DateText(const TimeInterval& time) {
  return time.edtf.empty() ? PrintEdtf(time) : time.edtf;
}

using story_json::Field;
using story_json::Object;

constexpr HeldField kHeld[] = {
    {Object::kRoot, Field::kArticles},    {Object::kRoot, Field::kSpeakers},
    {Object::kRoot, Field::kQuotes},      {Object::kArticle, Field::kId},
    {Object::kArticle, Field::kUrl},      {Object::kArticle, Field::kHeadline},
    {Object::kArticle, Field::kLanguage}, {Object::kArticle, Field::kPublished},
    {Object::kSpeaker, Field::kName},     {Object::kSpeaker, Field::kRole},
    {Object::kQuote, Field::kId},         {Object::kQuote, Field::kArticle},
    {Object::kQuote, Field::kType},       {Object::kQuote, Field::kText},
    {Object::kQuote, Field::kLanguage},   {Object::kQuote, Field::kUrl},
    {Object::kQuote, Field::kSpeakers},   {Object::kQuote, Field::kSaid},
    {Object::kQuote, Field::kAbout},      {Object::kQuote, Field::kPrompt},
    {Object::kQuote, Field::kPlace},      {Object::kQuote, Field::kTags},
    {Object::kQuote, Field::kConfidence}, {Object::kQuote, Field::kNote},
    {Object::kSaid, Field::kEdtf},        {Object::kSaid, Field::kBasis},
    {Object::kAbout, Field::kEdtf}};

class Table {
 public:
  explicit Table(std::string_view header) : csv_(header) {}

  // Each but the last of a line is followed by one.
  void Cell(std::string_view text) {
    const bool formula = LooksLikeFormula(text);
    const bool quoted = formula || text.find_first_of("\",\r\n") != std::string_view::npos;
    if (quoted) csv_.push_back('"');
    if (formula) csv_.push_back('\'');
    for (const char c : text) {
      if (c == '"') csv_.push_back(c);
      csv_.push_back(c);
    }
    if (quoted) csv_.push_back('"');
    csv_.push_back(',');
  }
  void Date(const TimeInterval* time) {
    std::string text;
    if (time != nullptr) text = DateText(*time);
    Cell(text);
  }
  // A list is gathered, then put.
  void Add(std::string_view item) {
    if (items_++ > 0) list_ += "; ";
    list_ += item;
  }
  void PutList() {
    Cell(list_);
    list_.clear();
    items_ = 0;
  }
  void EndLine() {
    csv_.pop_back();
    csv_ += "\r\n";
  }
  std::string Take() && { return std::move(csv_); }

 private:
  std::string csv_;
  std::string list_;
  size_t items_ = 0;
};

}  // namespace

std::string WriteQuotesCsv(const Story& story, std::span<const Index> quotes) {
  Table table(
      "id,article,headline,published,url,type,text,language,speakers,roles,said,said_basis,about,"
      "prompt,place,tags,confidence,note\r\n");
  const Article none;
  for (const Index index : quotes) {
    if (index >= story.quotes.size()) continue;
    const Quote& quote = story.quotes[index];
    const bool known = quote.article < story.articles.size();
    const Article& article = known ? story.articles[quote.article] : none;
    table.Cell(quote.id);
    table.Cell(article.id);
    table.Cell(article.headline);
    table.Date(article.published ? &*article.published : nullptr);
    table.Cell(quote.more->url.empty() ? article.url : quote.more->url);
    table.Cell(NameOf(quote.type));
    table.Cell(quote.text);
    table.Cell(quote.more->language.empty() ? article.language : quote.more->language);
    for (const auto& field : {&Speaker::name, &Speaker::role}) {
      for (const Index speaker : quote.speakers) {
        if (speaker < story.speakers.size()) table.Add(story.speakers[speaker].*field);
      }
      table.PutList();
    }
    const TimeInterval* said = WhenSaid(story, quote);
    table.Date(said);
    const std::optional<Basis> basis = quote.said        ? quote.said->basis
                                       : said != nullptr ? std::optional(Basis::kPublished)
                                                         : std::nullopt;
    table.Cell(basis ? NameOf(*basis) : std::string_view());
    for (const StoryTime& about : quote.about) table.Add(DateText(about.when));
    table.PutList();
    table.Cell(quote.more->prompt);
    table.Cell(quote.place);
    for (const std::string& tag : quote.tags) table.Add(tag);
    table.PutList();
    table.Cell(std::move(JsonWriter().Float(quote.confidence)).Take());
    table.Cell(quote.more->note);
    table.EndLine();
  }
  return std::move(table).Take();
}

std::string WriteAllQuotesCsv(const Story& story, Diagnostics* losses) {
  ReportLosses(story, "CSV", kHeld, losses);
  ReportAlone(story, "CSV", {}, losses);
  const auto parted = [&](const std::string& text, std::string_view list, Index index,
                          std::string_view field) {
    if (text.find(';') == std::string::npos) return;
    ReportLoss("a list in CSV is parted by \";\", and so is " + Shown(text), list, index, field,
               losses);
  };
  for (Index i = 0; i < story.speakers.size(); ++i) {
    parted(story.speakers[i].name, "speakers", i, "name");
    parted(story.speakers[i].role, "speakers", i, "role");
  }
  for (Index i = 0; i < story.quotes.size(); ++i) {
    for (const std::string& tag : story.quotes[i].tags) parted(tag, "quotes", i, "tags");
  }
  std::vector<Index> all(story.quotes.size());
  std::iota(all.begin(), all.end(), 0);
  return WriteQuotesCsv(story, all);
}

}  // namespace saywhen
