#include <algorithm>
#include <unordered_map>
#include <utility>

#include "formats/html_quotes.h"
#include "formats/http_url.h"
#include "formats/schema_org.h"
#include "formats/schema_org_fields.h"
#include "formats/schema_org_graph.h"
#include "formats/schema_org_speakers.h"
#include "model/edtf.h"

namespace saywhen {
namespace schema_org {
namespace {

class Reader {
 public:
  Reader(std::span<const JsonValue> roots, StoryImport* import)
      : import_(*import),
        graph_(roots),
        fields_(&graph_, import),
        speakers_(&graph_, &fields_, import) {}

  void Read() {
    for (const JsonValue root : graph_.roots()) Top(root);
    fields_.DropRest();
    for (const JsonValue node : rest_) {
      if (graph_.IsVisited(node)) continue;
      const std::string type = ShownType(node);
      const bool reference = node["@id"] && node.size() == 1;
      import_.Drop(!type.empty() ? type
                   : reference   ? "a reference to a node that is not there"
                                 : "a node without a type",
                   node);
    }
  }

 private:
  Story& story() { return import_.story(); }

  void Top(JsonValue value) {
    if (value.is(JsonKind::kArray)) {
      for (const JsonValue each : value) Top(each);
    } else if (const JsonValue graph = value["@graph"]) {
      Members members(&import_, value, "graph");
      members.Leave({"@context", "@id", "@type", "@graph"});
      Top(graph);
    } else if (value.is(JsonKind::kObject)) {
      Part(value, kNone, {});
    } else if (!value.is(JsonKind::kNull)) {
      import_.ReportKind("a node", value);
    }
  }

  // A node that stands by itself or is a part of an article; false when it is neither.
  bool Part(JsonValue node, Index article, const std::optional<TimeInterval>& said) {
    node = graph_.Resolve(node);
    switch (TypeOf(node)) {
      case Type::kArticle:
      case Type::kLiveBlog:
        if (graph_.Visit(node)) Article(node);
        return true;
      case Type::kQuotation:
        if (graph_.Visit(node)) Quotation(node, article, said);
        return true;
      case Type::kClaim:
        if (graph_.Visit(node)) Claim(node, article);
        return true;
      case Type::kReview:
        if (graph_.Visit(node)) Review(node);
        return true;
      case Type::kEvent:
        if (graph_.Visit(node)) Event(node, article);
        return true;
      case Type::kPage:
        if (graph_.Visit(node)) Page(node);
        return true;
      case Type::kOther:
        if (node.is(JsonKind::kObject)) rest_.push_back(node);
        return false;
    }
    return false;
  }

  void Parts(Members* members, std::string_view name, Index article,
             const std::optional<TimeInterval>& said = {}) {
    for (const JsonValue node : fields_.Nodes(members, name)) {
      if (!Part(node, article, said) && !node.is(JsonKind::kObject)) {
        import_.Drop(Shown(name) + " that is no quotation", node);
      }
    }
  }

  void Page(JsonValue node) {
    Members page(&import_, node, "page");
    page.Leave({"@context", "@type", "@id", "url", "name", "isPartOf", "breadcrumb", "inLanguage",
                "potentialAction", "primaryImageOfPage"});
    for (const std::string_view name : {"mainEntity", "hasPart", "about", "mentions"}) {
      Parts(&page, name, kNone);
    }
  }

  Index Article(JsonValue node) {
    const bool live = TypeOf(node) == Type::kLiveBlog;
    Members members(&import_, node, live ? "live blog" : "article");
    members.Leave({"@context", "@type", "@id", "isAccessibleForFree", "potentialAction"});
    saywhen::Article article;
    article.id = fields_.Text(&members, "identifier");
    article.headline = fields_.Text(&members, "headline");
    if (article.headline.empty()) article.headline = fields_.Text(&members, "name");
    article.url = fields_.Address(&members);
    article.language = fields_.Language(&members);
    article.published = members.Date("datePublished");
    article.modified = members.Date("dateModified");
    article.dateline = fields_.Text(&members, "dateline");
    for (const JsonValue author : fields_.Nodes(&members, "author")) {
      if (std::string name = fields_.NameOf(author, "author"); !name.empty()) {
        article.authors.push_back({std::move(name), {}});
      }
    }
    if (const JsonValue publisher = fields_.First(&members, "publisher", "publisher")) {
      article.publisher.name = fields_.NameOf(publisher, "publisher", "url");
      if (publisher["url"]) article.publisher.url = fields_.AddressOf(publisher["url"], "address");
    }
    const HtmlText html = fields_.Body(&members);
    article.text = html.text;
    const auto index = static_cast<Index>(story().articles.size());
    story().articles.push_back(std::move(article));
    AddQuotes(html, index, {}, &import_);
    for (const std::string_view name : {"hasPart", "citation", "mentions", "about"}) {
      Parts(&members, name, index);
    }
    for (const JsonValue update : fields_.Nodes(&members, "liveBlogUpdate")) {
      if (graph_.Visit(update)) Update(update, index);
    }
    return index;
  }

  // What a live blog tells at one moment.
  void Update(JsonValue node, Index article) {
    Members members(&import_, node, "live blog's update");
    members.Leave({"@type", "@id", "mainEntityOfPage"});
    saywhen::Event event;
    event.article = article;
    event.id = fields_.Text(&members, "identifier");
    event.title = fields_.Text(&members, "headline");
    if (event.title.empty()) event.title = fields_.Text(&members, "name");
    event.url = fields_.Address(&members);
    const std::optional<TimeInterval> when = members.Date("datePublished");
    if (when) event.when = StoryTime{*when, Basis::kPublished, {}};
    const HtmlText html = fields_.Body(&members);
    event.description = TextWithLinks(html);
    if (event.title.empty()) event.title = FirstLine(&event.description);
    AddQuotes(html, article, event.when, &import_);
    for (const std::string_view name : {"hasPart", "citation", "mentions"}) {
      Parts(&members, name, article, when);
    }
    if (event.title.empty()) {
      import_.Report(Severity::kError, "missing-field",
                     "an update has a headline or a text; this one is left out", node);
      return;
    }
    story().events.push_back(std::move(event));
  }

  // Takes it from the text.
  static std::string FirstLine(std::string* text) {
    const size_t end = std::min(text->find('\n'), text->size());
    std::string line = text->substr(0, end);
    text->erase(0, text->find_first_not_of('\n', end));
    return line;
  }

  void Event(JsonValue node, Index article) {
    Members members(&import_, node, "event");
    members.Leave({"@context", "@type", "@id"});
    saywhen::Event event;
    event.article = article;
    event.id = fields_.Text(&members, "identifier");
    event.title = fields_.Text(&members, "name");
    event.description = fields_.PlainText(&members, "description");
    event.place = fields_.NameOf(members["location"], "place");
    event.url = members.Url("url");
    event.when = When(&members);
    if (event.title.empty()) {
      import_.Report(Severity::kError, "missing-field", "an event has a name; this one is left out",
                     node);
      return;
    }
    story().events.push_back(std::move(event));
  }

  std::optional<StoryTime> When(Members* members) {
    const std::optional<TimeInterval> start = members->Date("startDate");
    const std::optional<TimeInterval> end = members->Date("endDate");
    if (!start && !end) return std::nullopt;
    if (start && (!end || start->edtf == end->edtf)) return StoryTime{*start, std::nullopt, {}};
    const std::string both = (start ? start->edtf : "") + "/" + end->edtf;
    Result<TimeInterval> when = ParseEdtf(both);
    if (when.ok()) return StoryTime{std::move(when).value(), std::nullopt, {}};
    import_.Report(Severity::kError, "bad-date", Shown(both) + ": " + when.error().message,
                   members->value());
    if (!start) return std::nullopt;
    return StoryTime{*start, std::nullopt, {}};
  }

  // What a quotation and a claim have in common; without its words and whom it names.
  Quote QuoteOf(Members* members, Index article, const std::optional<TimeInterval>& said) {
    members->Leave({"@context", "@type", "@id"});
    Quote quote;
    quote.article = article;
    for (const std::string_view name : {"isPartOf", "isBasedOn"}) {
      for (const JsonValue whole : fields_.Nodes(members, name)) {
        const Type type = whole.is(JsonKind::kObject) ? TypeOf(whole) : Type::kOther;
        if (type == Type::kArticle || type == Type::kLiveBlog) {
          quote.article = ArticleOf(whole);
        } else {
          import_.Drop(Shown(name) + " that is no article", whole);
        }
      }
    }
    quote.id = fields_.Text(members, "identifier");
    quote.more.Own().language = fields_.Language(members);
    quote.more.Own().url = members->Url("url");
    std::optional<TimeInterval> date = members->Date("dateCreated");
    if (!date) date = members->Date("datePublished");
    if (date) {
      quote.said = StoryTime{*date, std::nullopt, {}};
    } else if (said) {
      quote.said = StoryTime{*said, Basis::kPublished, {}};
    }
    for (const std::string_view name : {"locationCreated", "contentLocation", "spatialCoverage"}) {
      if (quote.place.empty()) quote.place = fields_.NameOf((*members)[name], "place");
    }
    for (const JsonValue time : members->List("temporalCoverage")) {
      const std::string text = fields_.NameOf(time, "time");
      if (const std::optional<TimeInterval> about = import_.Date(text, time)) {
        quote.about.push_back({*about, std::nullopt, {}});
      }
    }
    fields_.Keywords(members, &quote.tags);
    return quote;
  }

  // The article's index, which is read now when it was not.
  Index ArticleOf(JsonValue node) {
    const auto known = articles_.find(node.byte());
    if (known != articles_.end()) return known->second;
    if (!graph_.Visit(node)) return kNone;  // it is being read
    return articles_[node.byte()] = Article(node);
  }

  void Quotation(JsonValue node, Index article, const std::optional<TimeInterval>& said) {
    Members members(&import_, node, "quotation");
    Quote quote = QuoteOf(&members, article, said);
    // Of a novel's words the creator is who wrote them.
    for (const std::string_view name : {"spokenByCharacter", "creator", "author"}) {
      if (quote.speakers.empty()) speakers_.Add(&members, name, &quote.speakers);
    }
    Cited(&members, &quote);
    Add(std::move(quote), &members, {"text", "name", "headline", "description"});
  }

  // Words of nobody are those of the work that they cite.
  void Cited(Members* members, Quote* quote) {
    if (!quote->speakers.empty()) return;
    for (const JsonValue work : fields_.Nodes(members, "citation")) {
      if (KindOf(work) != SpeakerKind::kDocument || TypeOf(work) != Type::kOther) {
        import_.Drop("\"citation\" that is no work", work);
        continue;
      }
      speakers_.AddNode(work, &quote->speakers);
    }
  }

  void Claim(JsonValue node, Index article) {
    Members members(&import_, node, "claim");
    Quote quote = QuoteOf(&members, article, {});
    ClaimFields(&members, &quote);
    Add(std::move(quote), &members, {"text", "name", "headline", "description"});
  }

  void ClaimFields(Members* members, Quote* quote) {
    quote->type = QuoteType::kIndirect;
    for (const std::string_view name : {"creator", "author"}) {
      if (quote->speakers.empty()) speakers_.Add(members, name, &quote->speakers);
    }
    Cited(members, quote);
    for (const std::string_view name : {"firstAppearance", "appearance"}) {
      for (const JsonValue work : fields_.Nodes(members, name)) {
        if (quote->more->url.empty()) {
          quote->more.Own().url = fields_.AddressOf(work, "work");
        } else {
          import_.Drop("another appearance of a claim", work);
        }
      }
    }
  }

  // A fact-check: the claim is the quote, the review the article that it stands in.
  void Review(JsonValue node) {
    Members members(&import_, node, "claim review");
    saywhen::Article review;
    review.url = fields_.Address(&members);
    review.headline = fields_.Text(&members, "headline");
    if (review.headline.empty()) review.headline = fields_.Text(&members, "name");
    review.published = members.Date("datePublished");
    review.modified = members.Date("dateModified");
    review.language = fields_.Language(&members);
    review.publisher.name = fields_.NameOf(members["author"], "author");
    if (review.publisher.name.empty())
      review.publisher.name = fields_.NameOf(members["publisher"], "publisher");
    const auto index = static_cast<Index>(story().articles.size());
    story().articles.push_back(std::move(review));
    members.Leave({"@context", "@type", "@id"});

    const JsonValue reviewed = graph_.Resolve(members["itemReviewed"]);
    if (reviewed) graph_.Visit(reviewed);
    Members claim(&import_, reviewed, "claim");
    Quote quote = QuoteOf(&claim, index, {});
    ClaimFields(&claim, &quote);
    quote.more.Own().note = Rating(members["reviewRating"]);
    quote.text = fields_.PlainText(&members, "claimReviewed");
    Add(std::move(quote), &claim, {"text", "name", "headline"});
  }

  // "False", "1 / 5", or nothing.
  std::string Rating(JsonValue node) {
    Members rating(&import_, graph_.Resolve(node), "rating");
    rating.Leave({"@type", "@id", "worstRating", "image"});
    std::string words = fields_.Text(&rating, "alternateName");
    if (words.empty()) words = fields_.Text(&rating, "name");
    if (!words.empty()) return words;
    const std::string value = rating.Text("ratingValue");
    const std::string best = rating.Text("bestRating");
    return best.empty() ? value : value + " / " + best;
  }

  void Add(Quote quote, Members* members, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : {"mentions", "about"}) {
      speakers_.Add(members, name, &quote.more.Own().mentions);
    }
    for (const std::string_view name : names) {
      if (quote.text.empty()) quote.text = fields_.PlainText(members, name);
    }
    if (!quote.text.empty()) return story().quotes.push_back(std::move(quote));
    import_.Report(Severity::kError, "missing-field",
                   "a quotation has a text; this one is left out", members->value());
  }

  StoryImport& import_;
  Graph graph_;
  Fields fields_;
  Speakers speakers_;
  std::unordered_map<size_t, Index> articles_;  // by the byte of their node
  std::vector<JsonValue> rest_;                 // nodes that nothing is known about
};

}  // namespace
}  // namespace schema_org

void ReadSchemaOrg(std::span<const JsonValue> roots, StoryImport* import) {
  schema_org::Reader(roots, import).Read();
}

}  // namespace saywhen
