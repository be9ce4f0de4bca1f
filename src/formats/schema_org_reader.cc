#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "formats/html_quotes.h"
#include "formats/http_url.h"
#include "formats/schema_org.h"
#include "model/edtf.h"

namespace saywhen {
namespace {

enum class Type : uint8_t {
  kOther,
  kArticle,
  kLiveBlog,
  kQuotation,
  kClaim,
  kReview,
  kEvent,
  kPage
};

// "https://schema.org/Quotation", "schema:Quotation" and "Quotation" are one.
std::string_view BareName(std::string_view name) {
  for (const std::string_view prefix : {"https://schema.org/", "http://schema.org/", "schema:"}) {
    if (name.starts_with(prefix)) return name.substr(prefix.size());
  }
  return name;
}

Type TypeNamed(std::string_view name) {
  name = BareName(name);
  if (name == "LiveBlogPosting") return Type::kLiveBlog;
  if (name == "Quotation") return Type::kQuotation;
  if (name == "Claim") return Type::kClaim;
  if (name == "ClaimReview") return Type::kReview;
  if (name.ends_with("Article") || name.ends_with("Posting") || name == "Report") {
    return Type::kArticle;
  }
  if (name.ends_with("Event")) return Type::kEvent;
  if (name.ends_with("Page")) return Type::kPage;
  return Type::kOther;
}

template <typename Visit>
void ForEachTypeName(JsonValue node, Visit visit) {
  const JsonValue type = node["@type"];
  if (!type.is(JsonKind::kArray)) return visit(type.text());
  for (const JsonValue each : type) visit(each.text());
}

Type TypeOf(JsonValue node) {
  Type found = Type::kOther;
  ForEachTypeName(node, [&](std::string_view name) {
    if (found == Type::kOther) found = TypeNamed(name);
  });
  return found;
}

SpeakerKind KindOf(JsonValue node) {
  SpeakerKind kind = SpeakerKind::kPerson;
  ForEachTypeName(node, [&](std::string_view name) {
    name = BareName(name);
    if (name == "PerformingGroup" || name.ends_with("Team") || name.ends_with("Group")) {
      kind = SpeakerKind::kGroup;
    } else if (name.find("Organization") != std::string_view::npos || name == "Corporation" ||
               name == "NGO" || name.ends_with("Agency")) {
      kind = SpeakerKind::kOrganisation;
    } else if (name == "CreativeWork" || TypeNamed(name) == Type::kArticle) {
      kind = SpeakerKind::kDocument;
    }
  });
  return kind;
}

class Reader {
 public:
  Reader(std::span<const JsonValue> roots, StoryImport* import) : roots_(roots), import_(*import) {}

  void Read() {
    for (script_ = 0; script_ < roots_.size(); ++script_) Register(roots_[script_]);
    for (script_ = 0; script_ < roots_.size(); ++script_) Top(roots_[script_]);
    for (const JsonValue node : rest_) {
      if (visited_.contains(node.byte())) continue;
      std::string type = "a node";
      ForEachTypeName(node, [&](std::string_view name) { type = Shown(BareName(name)); });
      import_.Drop(std::move(type), node);
    }
  }

 private:
  struct Known {
    JsonValue node;
    size_t script;
  };

  Story& story() { return import_.story(); }

  // Blank nodes are of one script.
  std::string Id(std::string_view id) const {
    return id.starts_with("_:") ? std::string(id) + " " + Decimal(script_) : std::string(id);
  }

  // Remembers nodes by their @id: of several that one that says most.
  void Register(JsonValue value) {
    if (value.is(JsonKind::kObject) && value.size() > 1) {
      const std::string_view id = value["@id"].text();
      if (!id.empty()) {
        Known& known = nodes_.try_emplace(Id(id), Known{value, script_}).first->second;
        if (known.node.size() < value.size()) known = {value, script_};
      }
    }
    if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) {
      for (const JsonValue each : value) Register(each);
    }
  }

  // What a reference refers to; everything else is itself.
  JsonValue Resolve(JsonValue value) const {
    const JsonValue id = value["@id"];
    const bool reference = value.is(JsonKind::kObject) && id && value.size() == 1;
    const std::string_view text = reference ? id.text() : std::string_view();
    if (text.empty()) return value;
    const auto known = nodes_.find(Id(text));
    return known == nodes_.end() ? value : known->second.node;
  }

  std::vector<JsonValue> Nodes(Members* members, std::string_view name) {
    std::vector<JsonValue> nodes = members->List(name);
    for (JsonValue& node : nodes) node = Resolve(node);
    return nodes;
  }

  // True the first time: nodes refer to each other in circles.
  bool Visit(JsonValue node) { return visited_.insert(node.byte()).second; }

  void Top(JsonValue value) {
    if (value.is(JsonKind::kArray)) {
      for (const JsonValue each : value) Top(each);
      return;
    }
    if (!value.is(JsonKind::kObject)) return;
    if (const JsonValue graph = value["@graph"]) {
      if (graph.is(JsonKind::kArray)) return Top(graph);
      if (graph.is(JsonKind::kObject)) return Top(graph);
    }
    Part(value, kNone, {});
  }

  // A node that stands by itself or is a part of an article; false when it is neither.
  bool Part(JsonValue node, Index article, const std::optional<TimeInterval>& said) {
    switch (TypeOf(node)) {
      case Type::kArticle:
      case Type::kLiveBlog:
        if (Visit(node)) Article(node);
        return true;
      case Type::kQuotation:
        if (Visit(node)) Quotation(node, article, said);
        return true;
      case Type::kClaim:
        if (Visit(node)) Claim(node, article);
        return true;
      case Type::kReview:
        if (Visit(node)) Review(node);
        return true;
      case Type::kEvent:
        if (Visit(node)) Event(node, article);
        return true;
      case Type::kPage:
        if (Visit(node)) Page(node);
        return true;
      case Type::kOther:
        if (node.is(JsonKind::kObject) && node["@type"]) rest_.push_back(node);
        return false;
    }
    return false;
  }

  void Parts(Members* members, std::string_view name, Index article,
             const std::optional<TimeInterval>& said = {}) {
    for (const JsonValue node : Nodes(members, name)) {
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

  // The name, or what stands instead of one, of a string or a node.
  std::string NameOf(JsonValue value) {
    value = Resolve(value);
    if (value.is(JsonKind::kArray)) {
      for (const JsonValue each : value) {
        if (std::string name = NameOf(each); !name.empty()) return name;
      }
      return {};
    }
    if (!value.is(JsonKind::kObject)) return ScalarText(value).value_or("");
    if (TypeOf(value) == Type::kOther) Visit(value);
    for (const std::string_view key : {"name", "@value", "alternateName", "url", "@id"}) {
      const JsonValue member = value[key];
      if (member.is(JsonKind::kString)) return std::string(member.text());
      if (member.is(JsonKind::kObject) && member["@value"]) {
        return std::string(member["@value"].text());
      }
    }
    return {};
  }

  // Text, also {"@value": …, "@language": …}, or the first of several.
  std::string Text(Members* members, std::string_view name) {
    const JsonValue value = (*members)[name];
    if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) return NameOf(value);
    return members->Text(name);
  }

  std::string Body(Members* members) {
    for (const std::string_view name : {"articleBody", "text"}) {
      const std::string text = Text(members, name);
      if (!text.empty()) return text;
    }
    return {};
  }

  std::string Address(Members* members) {
    for (const std::string_view name : {"url", "mainEntityOfPage", "@id"}) {
      const JsonValue value = (*members)[name];
      for (const std::string_view url : {value.text(), value["@id"].text(), value["url"].text()}) {
        if (IsHttpUrl(url)) return std::string(url);
      }
    }
    return {};
  }

  std::string Language(Members* members) {
    const JsonValue value = (*members)["inLanguage"];
    if (!value.is(JsonKind::kObject)) return Text(members, "inLanguage");
    const std::string_view code = value["alternateName"].text();
    return std::string(code.empty() ? value["name"].text() : code);
  }

  Index Article(JsonValue node) {
    const bool live = TypeOf(node) == Type::kLiveBlog;
    Members members(&import_, node, live ? "live blog" : "article");
    members.Leave({"@context", "@type", "@id", "isAccessibleForFree", "potentialAction"});
    saywhen::Article article;
    article.id = Text(&members, "identifier");
    article.headline = Text(&members, "headline");
    if (article.headline.empty()) article.headline = Text(&members, "name");
    article.url = Address(&members);
    article.language = Language(&members);
    article.published = members.Date("datePublished");
    article.modified = members.Date("dateModified");
    article.dateline = Text(&members, "dateline");
    for (const JsonValue author : Nodes(&members, "author")) {
      if (std::string name = NameOf(author); !name.empty()) {
        article.authors.push_back({std::move(name), {}});
      }
    }
    for (const JsonValue publisher : Nodes(&members, "publisher")) {
      article.publisher.name = NameOf(publisher);
      const std::string_view url = publisher["url"].text();
      if (IsHttpUrl(url)) article.publisher.url = url;
    }
    const std::string body = Body(&members);
    const HtmlText html = LooksLikeHtml(body) ? import_.Html(body) : HtmlText{body, {}};
    article.text = html.text;
    const auto index = static_cast<Index>(story().articles.size());
    story().articles.push_back(std::move(article));
    AddQuotes(html, index, {}, &import_);
    for (const std::string_view name : {"hasPart", "citation", "mentions", "about"}) {
      Parts(&members, name, index);
    }
    for (const JsonValue update : Nodes(&members, "liveBlogUpdate")) {
      if (update.is(JsonKind::kObject) && Visit(update)) Update(update, index);
    }
    return index;
  }

  // What a live blog tells at one moment.
  void Update(JsonValue node, Index article) {
    Members members(&import_, node, "live blog's update");
    members.Leave({"@type", "@id", "mainEntityOfPage", "dateModified"});
    saywhen::Event event;
    event.article = article;
    event.id = Text(&members, "identifier");
    event.title = Text(&members, "headline");
    if (event.title.empty()) event.title = Text(&members, "name");
    event.url = Address(&members);
    const std::optional<TimeInterval> when = members.Date("datePublished");
    if (when) event.when = StoryTime{*when, Basis::kPublished, {}};
    const std::string body = Body(&members);
    const HtmlText html = LooksLikeHtml(body) ? import_.Html(body) : HtmlText{body, {}};
    event.description = TextWithLinks(html, nullptr);
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
    event.id = Text(&members, "identifier");
    event.title = Text(&members, "name");
    event.description = import_.PlainText(Text(&members, "description"));
    event.place = NameOf(members["location"]);
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
      const JsonValue whole = Resolve((*members)[name]);
      const Type type = whole.is(JsonKind::kObject) ? TypeOf(whole) : Type::kOther;
      if (type != Type::kArticle && type != Type::kLiveBlog) continue;
      quote.article = ArticleOf(whole);
    }
    quote.id = Text(members, "identifier");
    quote.language = Language(members);
    quote.url = members->Url("url");
    std::optional<TimeInterval> date = members->Date("dateCreated");
    if (!date) date = members->Date("datePublished");
    if (date) {
      quote.said = StoryTime{*date, std::nullopt, {}};
    } else if (said) {
      quote.said = StoryTime{*said, Basis::kPublished, {}};
    }
    for (const std::string_view name : {"locationCreated", "contentLocation", "spatialCoverage"}) {
      if (quote.place.empty()) quote.place = NameOf((*members)[name]);
    }
    for (const JsonValue time : members->List("temporalCoverage")) {
      const std::string text = ScalarText(time).value_or("");
      if (const std::optional<TimeInterval> about = import_.Date(text, time)) {
        quote.about.push_back({*about, std::nullopt, {}});
      }
    }
    Keywords(members, &quote.tags);
    return quote;
  }

  // The article's index, which is read now when it was not.
  Index ArticleOf(JsonValue node) {
    const auto known = articles_.find(node.byte());
    if (known != articles_.end()) return known->second;
    if (!Visit(node)) return kNone;  // it is being read
    return articles_[node.byte()] = Article(node);
  }

  // A list, or one text with commas.
  void Keywords(Members* members, std::vector<std::string>* tags) {
    const bool list = (*members)["keywords"].is(JsonKind::kArray);
    for (const JsonValue word : members->List("keywords")) {
      const std::string text = NameOf(word);
      for (size_t begin = 0; begin < text.size();) {
        const size_t end = list ? text.size() : std::min(text.find(',', begin), text.size());
        const std::string_view tag = Trimmed(std::string_view(text).substr(begin, end - begin));
        if (!tag.empty()) tags->emplace_back(tag);
        begin = end + 1;
      }
    }
  }

  void Speakers(Members* members, std::string_view name, std::vector<Index>* speakers) {
    for (const JsonValue node : Nodes(members, name)) {
      const Index speaker = Speaker(node);
      const bool known = std::find(speakers->begin(), speakers->end(), speaker) != speakers->end();
      if (speaker != kNone && !known) speakers->push_back(speaker);
    }
  }

  void Quotation(JsonValue node, Index article, const std::optional<TimeInterval>& said) {
    Members members(&import_, node, "quotation");
    Quote quote = QuoteOf(&members, article, said);
    // Of a novel's words the creator is who wrote them.
    for (const std::string_view name : {"spokenByCharacter", "creator", "author"}) {
      if (quote.speakers.empty()) Speakers(&members, name, &quote.speakers);
    }
    Add(std::move(quote), &members, {"text", "name", "headline", "description"});
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
      if (quote->speakers.empty()) Speakers(members, name, &quote->speakers);
    }
    for (const std::string_view name : {"firstAppearance", "appearance"}) {
      for (const JsonValue work : Nodes(members, name)) {
        const std::string_view url = work.is(JsonKind::kObject) ? work["url"].text() : work.text();
        if (quote->url.empty() && IsHttpUrl(url)) quote->url = url;
      }
    }
  }

  // A fact-check: the claim is the quote, the review the article that it stands in.
  void Review(JsonValue node) {
    Members members(&import_, node, "claim review");
    saywhen::Article review;
    review.url = Address(&members);
    review.headline = Text(&members, "headline");
    if (review.headline.empty()) review.headline = Text(&members, "name");
    review.published = members.Date("datePublished");
    review.modified = members.Date("dateModified");
    review.language = Language(&members);
    review.publisher.name = NameOf(members["author"]);
    if (review.publisher.name.empty()) review.publisher.name = NameOf(members["publisher"]);
    const auto index = static_cast<Index>(story().articles.size());
    story().articles.push_back(std::move(review));
    members.Leave({"@context", "@type", "@id", "publisher"});

    const JsonValue reviewed = Resolve(members["itemReviewed"]);
    if (reviewed) Visit(reviewed);
    Members claim(&import_, reviewed, "claim");
    Quote quote = QuoteOf(&claim, index, {});
    ClaimFields(&claim, &quote);
    quote.note = Rating(members["reviewRating"]);
    quote.text = import_.PlainText(Text(&members, "claimReviewed"));
    Add(std::move(quote), &claim, {"text", "name", "headline"});
  }

  // "False", "1 / 5", or nothing.
  std::string Rating(JsonValue node) {
    Members rating(&import_, Resolve(node), "rating");
    rating.Leave({"@type", "@id", "worstRating", "image"});
    std::string words = Text(&rating, "alternateName");
    if (words.empty()) words = Text(&rating, "name");
    const std::string value = rating.Text("ratingValue");
    const std::string best = rating.Text("bestRating");
    if (!words.empty() || value.empty()) return words;
    return best.empty() ? value : value + " / " + best;
  }

  void Add(Quote quote, Members* members, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : {"mentions", "about"}) {
      Speakers(members, name, &quote.mentions);
    }
    for (const std::string_view name : names) {
      if (quote.text.empty()) quote.text = import_.PlainText(Text(members, name));
    }
    if (!quote.text.empty()) return story().quotes.push_back(std::move(quote));
    import_.Report(Severity::kError, "missing-field",
                   "a quotation has a text; this one is left out", members->value());
  }

  Index Speaker(JsonValue node) {
    node = Resolve(node);
    if (node.is(JsonKind::kString)) return import_.SpeakerNamed(node.text());
    if (!node.is(JsonKind::kObject)) return kNone;
    const auto known = speakers_.find(node.byte());
    if (known != speakers_.end()) return known->second;
    Visit(node);
    Members members(&import_, node, "person");
    members.Leave({"@type", "@context"});
    saywhen::Speaker speaker;
    speaker.id = Text(&members, "identifier");
    speaker.name = Text(&members, "name");
    if (speaker.name.empty()) {
      const std::string given = Text(&members, "givenName");
      const std::string family = Text(&members, "familyName");
      speaker.name = given.empty() || family.empty() ? given + family : given + " " + family;
    }
    speaker.kind = KindOf(node);
    for (const JsonValue alias : members.List("alternateName")) {
      if (std::string name = NameOf(alias); !name.empty()) speaker.aliases.push_back(name);
    }
    speaker.role = NameOf(members["jobTitle"]);
    for (const std::string_view name : {"affiliation", "worksFor", "memberOf"}) {
      if (speaker.affiliation.empty()) speaker.affiliation = NameOf(members[name]);
    }
    for (const std::string_view name : {"sameAs", "url", "@id"}) {
      for (const JsonValue address : members.List(name)) {
        if (IsHttpUrl(address.text())) speaker.same_as.emplace_back(address.text());
      }
    }
    for (const JsonValue image : Nodes(&members, "image")) {
      const std::string_view url = image.is(JsonKind::kObject) ? image["url"].text() : image.text();
      if (speaker.image.empty() && IsHttpUrl(url)) speaker.image = url;
    }
    if (speaker.name.empty()) {
      import_.Report(Severity::kError, "missing-field",
                     "a speaker has a name; this one is left out", node);
      return speakers_[node.byte()] = kNone;
    }
    const auto index = static_cast<Index>(story().speakers.size());
    story().speakers.push_back(std::move(speaker));
    return speakers_[node.byte()] = index;
  }

  std::span<const JsonValue> roots_;
  StoryImport& import_;
  size_t script_ = 0;
  std::unordered_map<std::string, Known> nodes_;
  std::unordered_map<size_t, Index> speakers_;  // by the byte of their node
  std::unordered_map<size_t, Index> articles_;
  std::unordered_set<size_t> visited_;
  std::vector<JsonValue> rest_;  // nodes that nothing is known about
};

}  // namespace

void ReadSchemaOrg(std::span<const JsonValue> roots, StoryImport* import) {
  Reader(roots, import).Read();
}

}  // namespace saywhen
