#include "formats/schema_org.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "base/json_writer.h"
#include "formats/html_date.h"

namespace saywhen {
namespace {

using story_json::Field;
using story_json::Object;

// Of both uses; identifiers and texts are a file's alone.
constexpr HeldField kHeld[] = {{Object::kRoot, Field::kArticles},
                               {Object::kRoot, Field::kSpeakers},
                               {Object::kRoot, Field::kQuotes},
                               {Object::kRoot, Field::kEvents},
                               {Object::kArticle, Field::kUrl},
                               {Object::kArticle, Field::kHeadline},
                               {Object::kArticle, Field::kLanguage},
                               {Object::kArticle, Field::kPublisher},
                               {Object::kArticle, Field::kAuthors},
                               {Object::kArticle, Field::kPublished},
                               {Object::kArticle, Field::kModified},
                               {Object::kArticle, Field::kDateline},
                               {Object::kPublisher, Field::kName},
                               {Object::kPublisher, Field::kUrl},
                               {Object::kAuthor, Field::kName},
                               {Object::kSpeaker, Field::kName},
                               {Object::kSpeaker, Field::kRole},
                               {Object::kSpeaker, Field::kAffiliation},
                               {Object::kSpeaker, Field::kAliases},
                               {Object::kSpeaker, Field::kKind},
                               {Object::kSpeaker, Field::kSameAs},
                               {Object::kSpeaker, Field::kImage},
                               {Object::kQuote, Field::kArticle},
                               {Object::kQuote, Field::kType},
                               {Object::kQuote, Field::kText},
                               {Object::kQuote, Field::kLanguage},
                               {Object::kQuote, Field::kSpeakers},
                               {Object::kQuote, Field::kSaid},
                               {Object::kQuote, Field::kAbout},
                               {Object::kQuote, Field::kPlace},
                               {Object::kQuote, Field::kMentions},
                               {Object::kQuote, Field::kTags},
                               {Object::kQuote, Field::kUrl},
                               {Object::kSaid, Field::kEdtf},
                               {Object::kAbout, Field::kEdtf},
                               {Object::kEvent, Field::kTitle},
                               {Object::kEvent, Field::kWhen},
                               {Object::kEvent, Field::kDescription},
                               {Object::kEvent, Field::kPlace},
                               {Object::kEvent, Field::kArticle},
                               {Object::kEvent, Field::kUrl},
                               {Object::kWhen, Field::kEdtf},
                               // Only of a file.
                               {Object::kArticle, Field::kId},
                               {Object::kArticle, Field::kText},
                               {Object::kSpeaker, Field::kId},
                               {Object::kQuote, Field::kId},
                               {Object::kEvent, Field::kId},
                               // A reader finds the words in the text again.
                               {Object::kQuote, Field::kSpan}};
constexpr size_t kOnlyOfFile = 6;

// The two ends of an interval, which stands as it is; of a date itself and nothing.
std::pair<std::string_view, std::string_view> Ends(std::string_view edtf) {
  const size_t slash = edtf.find('/');
  if (slash == std::string_view::npos) return {edtf, {}};
  return {edtf.substr(0, slash), edtf.substr(slash + 1)};
}

class Writer {
 public:
  Writer(const Story& story, SchemaOrgUse use, Diagnostics* losses)
      : story_(story),
        file_(use == SchemaOrgUse::kFile),
        losses_(losses),
        written_(story.speakers.size()) {}

  std::string Write() {
    std::vector<Parts> parts(story_.articles.size() + 1);
    const auto of = [&](Index article) -> Parts& {
      return parts[std::min<size_t>(article, story_.articles.size())];
    };
    for (Index i = 0; i < story_.quotes.size(); ++i)
      of(story_.quotes[i].article).quotes.push_back(i);
    for (Index i = 0; i < story_.events.size(); ++i)
      of(story_.events[i].article).events.push_back(i);
    const Parts& loose = parts.back();
    const bool any = parts.size() > 1 || !loose.quotes.empty() || !loose.events.empty();
    json_.BeginObject();
    if (any) json_.Key("@context").String("https://schema.org");
    // One article is the thing itself; several are beside each other.
    const bool alone = parts.size() == 2 && loose.quotes.empty() && loose.events.empty();
    if (!alone && any) json_.Key("@graph").BeginArray();
    for (size_t i = 0; i < story_.articles.size(); ++i) {
      if (!alone) json_.BeginObject();
      Article(story_.articles[i], parts[i]);
      if (!alone) json_.EndObject();
    }
    for (const Index quote : loose.quotes) Quotation(quote);
    for (const Index event : loose.events) Event(event);
    if (!alone && any) json_.EndArray();
    json_.EndObject();
    return std::move(json_).Take() + "\n";
  }

 private:
  struct Parts {
    std::vector<Index> quotes;
    std::vector<Index> events;
  };

  void Lost(std::string message, std::string_view list, Index index, std::string_view field = {}) {
    ReportLoss(std::move(message), list, index, field, losses_);
  }
  void Identifier(std::string_view id) {
    if (file_) Text("identifier", id);
  }
  void Text(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.Key(key).String(text);
  }
  void Date(std::string_view key, const std::optional<TimeInterval>& when, std::string_view list,
            Index index, std::string_view field) {
    if (!when) return;
    if (IsHtmlDate(when->edtf)) {
      json_.Key(key).String(when->edtf);
    } else {
      LostDate(*when, list, index, field);
    }
  }
  void LostDate(const TimeInterval& when, std::string_view list, Index index,
                std::string_view field) {
    Lost(Shown(when.edtf) + " is a date that schema.org cannot hold", list, index, field);
  }
  void Named(std::string_view type, std::string_view name, std::string_view url = {}) {
    json_.BeginObject().Key("@type").String(type).Key("name").String(name);
    Text("url", url);
    json_.EndObject();
  }

  void Article(const saywhen::Article& article, const Parts& parts) {
    const auto index = static_cast<Index>(&article - story_.articles.data());
    json_.Key("@type").String("NewsArticle");
    Identifier(article.id);
    Text("headline", article.headline);
    Text("url", article.url);
    Text("inLanguage", article.language);
    Date("datePublished", article.published, "articles", index, "published");
    Date("dateModified", article.modified, "articles", index, "modified");
    Text("dateline", article.dateline);
    if (!article.authors.empty()) {
      json_.Key("author").BeginArray();
      for (const Author& author : article.authors) Named("Person", author.name);
      json_.EndArray();
    }
    if (!article.publisher.name.empty()) {
      json_.Key("publisher");
      Named("Organization", article.publisher.name, article.publisher.url);
    }
    if (file_) Text("articleBody", article.text);
    if (!parts.quotes.empty()) {
      json_.Key("hasPart").BeginArray();
      for (const Index quote : parts.quotes) Quotation(quote);
      json_.EndArray();
    }
    if (parts.events.empty()) return;
    json_.Key("mentions").BeginArray();
    for (const Index event : parts.events) Event(event);
    json_.EndArray();
  }

  void Quotation(Index index) {
    const Quote& quote = story_.quotes[index];
    const bool reported = quote.type == QuoteType::kIndirect;
    if (quote.type == QuoteType::kMixed) {
      Lost("that a quote is mixed cannot be said in schema.org", "quotes", index, "type");
    }
    json_.BeginObject().Key("@type").String(reported ? "Claim" : "Quotation");
    Identifier(quote.id);
    json_.Key("text").String(quote.text);
    SaidBy(reported ? "creator" : "spokenByCharacter", quote, index);
    if (quote.said) Date("dateCreated", quote.said->when, "quotes", index, "said");
    Text("inLanguage", quote.more->language);
    Text("url", quote.more->url);
    if (!quote.place.empty()) {
      json_.Key("locationCreated");
      Named("Place", quote.place);
    }
    Speakers("mentions", quote.more->mentions);
    About(quote, index);
    List("keywords", quote.tags);
    json_.EndObject();
  }

  // Dates and intervals of them.
  void About(const Quote& quote, Index index) {
    std::vector<std::string_view> held;
    for (const StoryTime& about : quote.about) {
      const auto [start, end] = Ends(about.when.edtf);
      const bool known_end = end.empty() || end == ".." || IsHtmlDate(end);
      if ((start == ".." || IsHtmlDate(start)) && known_end && !about.when.edtf.ends_with('/')) {
        held.push_back(about.when.edtf);
      } else {
        LostDate(about.when, "quotes", index, "about");
      }
    }
    if (held.empty()) return;
    json_.Key("temporalCoverage").BeginInlineArray();
    for (const std::string_view time : held) json_.String(time);
    json_.EndArray();
  }

  void Event(Index index) {
    const saywhen::Event& event = story_.events[index];
    json_.BeginObject().Key("@type").String("Event");
    Identifier(event.id);
    json_.Key("name").String(event.title);
    if (event.when) {
      const auto [start, end] = Ends(event.when->when.edtf);
      if (IsHtmlDate(start)) json_.Key("startDate").String(start);
      if (IsHtmlDate(end)) json_.Key("endDate").String(end);
      const bool whole = (start.empty() || IsHtmlDate(start)) && (end.empty() || IsHtmlDate(end));
      if (!whole || event.when->when.edtf.ends_with('/')) {
        LostDate(event.when->when, "events", index, "when");
      }
    }
    Text("description", event.description);
    Text("url", event.url);
    if (!event.place.empty()) {
      json_.Key("location");
      Named("Place", event.place);
    }
    json_.EndObject();
  }

  // Documents speak nowhere in schema.org: the words cite them.
  void SaidBy(std::string_view key, const Quote& quote, Index index) {
    std::vector<Index> people;
    std::vector<Index> documents;
    for (const Index speaker : quote.speakers) {
      const bool document = story_.speakers[speaker].kind == SpeakerKind::kDocument;
      (document ? documents : people).push_back(speaker);
    }
    if (!people.empty() && !documents.empty()) {
      Lost("that a document speaks too cannot be said in schema.org", "quotes", index, "speakers");
    }
    Speakers(key, people);
    Speakers("citation", documents);
  }

  void Speakers(std::string_view key, const std::vector<Index>& speakers) {
    if (speakers.empty()) return;
    json_.Key(key);
    if (speakers.size() > 1) json_.BeginArray();
    for (const Index speaker : speakers) Speaker(speaker);
    if (speakers.size() > 1) json_.EndArray();
  }

  // All of it the first time; from then on its blank node.
  void Speaker(Index index) {
    const std::string node = "_:s" + std::to_string(index);
    json_.BeginObject().Key("@id").String(node);
    if (!written_[index]) SpeakerFields(story_.speakers[index], index);
    written_[index] = true;
    json_.EndObject();
  }

  void SpeakerFields(const saywhen::Speaker& speaker, Index index) {
    const bool person = speaker.kind == SpeakerKind::kPerson;
    const bool document = speaker.kind == SpeakerKind::kDocument;
    if (speaker.kind == SpeakerKind::kGroup) {
      Lost("a group is an organisation in schema.org", "speakers", index, "kind");
    }
    json_.Key("@type").String(person ? "Person" : document ? "CreativeWork" : "Organization");
    Identifier(speaker.id);
    json_.Key("name").String(speaker.name);
    List("alternateName", speaker.aliases);
    if (person) {
      Text("jobTitle", speaker.role);
    } else if (!speaker.role.empty()) {
      Lost("only a person has a role in schema.org", "speakers", index, "role");
    }
    if (!speaker.affiliation.empty()) {
      if (document) {
        Lost("a document has no affiliation in schema.org", "speakers", index, "affiliation");
      } else {
        json_.Key(person ? "affiliation" : "memberOf");
        Named("Organization", speaker.affiliation);
      }
    }
    Text("image", speaker.image);
    List("sameAs", speaker.same_as);
  }

  void List(std::string_view key, const std::vector<std::string>& texts) {
    if (texts.empty()) return;
    json_.Key(key).BeginInlineArray();
    for (const std::string& text : texts) json_.String(text);
    json_.EndArray();
  }

  const Story& story_;
  bool file_;
  Diagnostics* losses_;
  std::vector<bool> written_;  // speakers
  JsonWriter json_{2};
};

}  // namespace

std::string WriteSchemaOrg(const Story& story, SchemaOrgUse use, Diagnostics* losses) {
  const std::span<const HeldField> held(kHeld);
  ReportLosses(story, "schema.org",
               use == SchemaOrgUse::kFile ? held : held.first(held.size() - kOnlyOfFile), losses);
  ReportAlone(story, "schema.org", {.articles = false, .by_mentions = true}, losses);
  return Writer(story, use, losses).Write();
}

}  // namespace saywhen
