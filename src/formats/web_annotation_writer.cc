#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/html_date.h"
#include "formats/http_url.h"
#include "formats/losses.h"
#include "formats/web_annotation.h"

namespace saywhen {
namespace {

using story_json::Field;
using story_json::Object;

constexpr HeldField kHeld[] = {
    {Object::kRoot, Field::kTitle},       {Object::kRoot, Field::kArticles},
    {Object::kRoot, Field::kSpeakers},    {Object::kRoot, Field::kQuotes},
    {Object::kArticle, Field::kUrl},      {Object::kArticle, Field::kHeadline},
    {Object::kArticle, Field::kLanguage}, {Object::kArticle, Field::kText},

    {Object::kSpeaker, Field::kName},     {Object::kSpeaker, Field::kSameAs},
    {Object::kSpeaker, Field::kKind},     {Object::kQuote, Field::kId},
    {Object::kQuote, Field::kArticle},    {Object::kQuote, Field::kType},
    {Object::kQuote, Field::kText},       {Object::kQuote, Field::kSpan},
    {Object::kQuote, Field::kSelector},   {Object::kQuote, Field::kSpeakers},
    {Object::kQuote, Field::kSaid},       {Object::kQuote, Field::kTags},
    {Object::kQuote, Field::kNote},       {Object::kSelector, Field::kExact},
    {Object::kSelector, Field::kPrefix},  {Object::kSelector, Field::kSuffix},
    {Object::kSaid, Field::kEdtf}};

// Around the words, where the selector does not say it: enough to tell two places apart.
constexpr size_t kSurroundings = 32;  // code points

bool IsIriCharacter(char c) {
  constexpr std::string_view kOther = "\"<>\\^`{|}";
  return static_cast<unsigned char>(c) > ' ' && c != '\x7F' &&
         kOther.find(c) == std::string_view::npos;
}

bool IsIri(std::string_view id) {
  const auto letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const std::string_view scheme = id.substr(0, id.find(':'));
  return scheme.size() < id.size() && !scheme.empty() &&
         std::all_of(scheme.begin(), scheme.end(), letter) &&
         std::all_of(id.begin(), id.end(), IsIriCharacter);
}

// A thing of the story by an IRI: its own, or a fragment of the file.
std::string NodeId(std::string_view list, std::string_view id) {
  if (IsIri(id)) return std::string(id);
  constexpr std::string_view kHex = "0123456789ABCDEF";
  std::string iri = "#" + std::string(list) + "/";
  for (const char c : id) {
    if (IsIriCharacter(c) && c != '%' && c != '#' && c != '[' && c != ']') {
      iri.push_back(c);
    } else {
      const auto byte = static_cast<unsigned char>(c);
      iri.append({'%', kHex[byte >> 4], kHex[byte & 15]});
    }
  }
  return iri;
}

class Writer {
 public:
  Writer(const Story& story, Diagnostics* losses)
      : story_(story),
        losses_(losses),
        named_(story.articles.size()),
        told_(story.speakers.size()),
        texts_(story.articles.size()) {}

  std::string Write() {
    json_.BeginObject().Key("@context").BeginArray();
    json_.String("http://www.w3.org/ns/anno.jsonld");
    json_.BeginObject().Key("schema").String("https://schema.org/").EndObject().EndArray();
    json_.Key("id").String("#story").Key("type").String("AnnotationCollection");
    if (!story_.title.empty()) json_.Key("label").String(story_.title);
    json_.Key("total").Int(static_cast<int64_t>(story_.quotes.size()));
    json_.Key("first").BeginObject().Key("id").String("#page");
    json_.Key("type").String("AnnotationPage").Key("startIndex").Int(0);
    json_.Key("items").BeginArray();
    for (Index i = 0; i < story_.quotes.size(); ++i) Annotation(i);
    json_.EndArray().EndObject().EndObject();
    return std::move(json_).Take() + "\n";
  }

 private:
  void Lost(std::string message, std::string_view list, Index index, std::string_view field = {}) {
    ReportLoss(std::move(message), list, index, field, losses_);
  }
  void Annotation(Index index) {
    const Quote& quote = story_.quotes[index];
    if (quote.type != QuoteType::kDirect) {
      Lost("how words are reported cannot be said in Web Annotation", "quotes", index, "type");
    }
    json_.BeginObject()
        .Key("id")
        .String(NodeId("quotes", quote.id))
        .Key("type")
        .String("Annotation");
    json_.Key("motivation").String("highlighting");
    Bodies(quote, index);
    json_.Key("target");
    const size_t parts = quote.spans.size();
    if (parts > 1) json_.BeginArray();
    if (parts == 0) Target(quote, {}, quote.text);
    for (const TextSpan span : quote.spans) {
      Target(quote, span, parts == 1 ? quote.text : story_.articles[quote.article].text.Part(span));
    }
    if (parts > 1) json_.EndArray();
    json_.EndObject();
  }

  void Target(const Quote& quote, TextSpan span, std::string_view exact) {
    json_.BeginObject();
    if (quote.article < story_.articles.size()) {
      Source(quote.article);
    } else {
      json_.Key("source").String("#story");
    }
    json_.Key("selector").BeginArray();
    json_.BeginObject().Key("type").String("TextQuoteSelector").Key("exact").String(exact);
    const bool whole = quote.spans.size() <= 1;
    std::string prefix = whole ? quote.selector->prefix : "";
    std::string suffix = whole ? quote.selector->suffix : "";
    if (!span.empty() && prefix.empty() && suffix.empty()) {
      Surroundings(story_.articles[quote.article].text, span, &prefix, &suffix);
    }
    if (!prefix.empty()) json_.Key("prefix").String(prefix);
    if (!suffix.empty()) json_.Key("suffix").String(suffix);
    json_.EndObject();
    if (!span.empty()) {
      std::unique_ptr<CodePointIndex>& text = texts_[quote.article];
      if (!text) text = std::make_unique<CodePointIndex>(story_.articles[quote.article].text);
      json_.BeginObject().Key("type").String("TextPositionSelector");
      json_.Key("start").Int(static_cast<int64_t>(text->CodePointOf(span.begin)));
      json_.Key("end").Int(static_cast<int64_t>(text->CodePointOf(span.end))).EndObject();
    }
    json_.EndArray().EndObject();
  }

  static void Surroundings(std::string_view text, TextSpan span, std::string* prefix,
                           std::string* suffix) {
    size_t begin = span.begin;
    size_t end = span.end;
    for (size_t i = 0; i < kSurroundings; ++i) {
      begin = PreviousCodePoint(text, begin);
      end = NextCodePoint(text, end);
    }
    *prefix = text.substr(begin, span.begin - begin);
    *suffix = text.substr(span.end, end - span.end);
  }

  // All of it the first time, then its name.
  void Source(Index index) {
    const Article& article = story_.articles[index];
    const std::string id = article.url.empty() ? NodeId("articles", article.id) : article.url;
    json_.Key("source");
    if (named_[index]) {
      json_.String(id);
      return;
    }
    named_[index] = true;
    json_.BeginObject().Key("id").String(id).Key("type").String("Text");
    if (!article.language.empty()) json_.Key("language").String(article.language);
    if (!article.headline.empty()) json_.Key("schema:headline").String(article.headline);
    if (!article.text.empty()) {
      json_.Key("format").String("text/plain").Key("value").String(article.text);
    }
    json_.EndObject();
  }

  void Bodies(const Quote& quote, Index index) {
    const bool dated = quote.said && IsHtmlDate(quote.said->when.edtf);
    if (quote.said && !dated) {
      Lost(Shown(quote.said->when.edtf) + " is a date that schema.org cannot hold", "quotes", index,
           "said");
    }
    if (quote.speakers.empty() && quote.tags.empty() && quote.more->note.empty() && !dated) return;
    json_.Key("body").BeginArray();
    for (const Index speaker : quote.speakers) SpeakerBody(speaker);
    if (dated) {
      json_.BeginObject().Key("id").String(NodeId("quotes", quote.id) + "/said");
      json_.Key("type").String("schema:Quotation");
      json_.Key("schema:dateCreated").String(quote.said->when.edtf).EndObject();
    }
    for (const std::string& tag : quote.tags) TextBody("tagging", tag);
    if (!quote.more->note.empty()) TextBody("commenting", quote.more->note);
    json_.EndArray();
  }

  void SpeakerBody(Index index) {
    const Speaker& speaker = story_.speakers[index];
    const bool person = speaker.kind == SpeakerKind::kPerson;
    if (!told_[index]) {
      if (!person && speaker.kind != SpeakerKind::kOrganisation) {
        Lost("who is no person is an organisation in Web Annotation", "speakers", index, "kind");
      }
      if (speaker.same_as.size() > 1) {
        Lost("of several addresses one is kept in Web Annotation", "speakers", index, "sameAs");
      }
    }
    told_[index] = true;
    json_.BeginObject().Key("type").String("SpecificResource");
    json_.Key("purpose").String("identifying").Key("source").BeginObject();
    json_.Key("id").String(speaker.same_as.empty() ? NodeId("speakers", speaker.id)
                                                   : speaker.same_as.front());
    json_.Key("type").String(person ? "Person" : "Organization");
    json_.Key("name").String(speaker.name).EndObject().EndObject();
  }

  void TextBody(std::string_view purpose, std::string_view text) {
    json_.BeginObject().Key("type").String("TextualBody").Key("purpose").String(purpose);
    json_.Key("value").String(text).EndObject();
  }

  const Story& story_;
  Diagnostics* losses_;
  std::vector<bool> named_;  // articles
  std::vector<bool> told_;   // speakers, of what is lost
  std::vector<std::unique_ptr<CodePointIndex>> texts_;
  JsonWriter json_{2};
};

}  // namespace

std::string WriteWebAnnotation(const Story& story, Diagnostics* losses) {
  ReportLosses(story, "Web Annotation", kHeld, losses);
  ReportAlone(story, "Web Annotation", {}, losses);
  return Writer(story, losses).Write();
}

}  // namespace saywhen
