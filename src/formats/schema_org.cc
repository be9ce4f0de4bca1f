#include "formats/schema_org.h"

#include <string_view>
#include <vector>

#include "base/json_writer.h"
#include "formats/html_date.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

class Writer {
 public:
  explicit Writer(const Story& story) : story_(story), written_(story.speakers.size()) {}

  std::string Write() {
    std::vector<std::vector<Index>> parts(story_.articles.size());
    std::vector<Index> loose;
    for (Index i = 0; i < story_.quotes.size(); ++i) {
      const Index article = story_.quotes[i].article;
      (article < parts.size() ? parts[article] : loose).push_back(i);
    }
    json_.BeginObject();
    if (parts.size() + loose.size() > 0) json_.Key("@context").String("https://schema.org");
    // One article is the thing itself; several are beside each other.
    const bool alone = parts.size() == 1 && loose.empty();
    if (!alone && parts.size() + loose.size() > 0) json_.Key("@graph").BeginArray();
    for (size_t i = 0; i < parts.size(); ++i) {
      if (!alone) json_.BeginObject();
      Article(story_.articles[i], parts[i]);
      if (!alone) json_.EndObject();
    }
    for (const Index quote : loose) Quotation(story_.quotes[quote]);
    if (!alone && parts.size() + loose.size() > 0) json_.EndArray();
    json_.EndObject();
    return std::move(json_).Take() + "\n";
  }

 private:
  void Text(std::string_view key, std::string_view text) {
    if (!text.empty()) json_.Key(key).String(text);
  }
  void Date(std::string_view key, const TimeInterval* when) {
    if (when != nullptr && IsHtmlDate(when->edtf)) json_.Key(key).String(when->edtf);
  }
  void Named(std::string_view type, std::string_view name, std::string_view url = {}) {
    json_.BeginObject().Key("@type").String(type).Key("name").String(name);
    Text("url", url);
    json_.EndObject();
  }

  void Article(const saywhen::Article& article, const std::vector<Index>& quotes) {
    json_.Key("@type").String("NewsArticle");
    Text("headline", article.headline);
    Text("url", article.url);
    Text("inLanguage", article.language);
    Date("datePublished", article.published ? &*article.published : nullptr);
    Date("dateModified", article.modified ? &*article.modified : nullptr);
    if (!article.authors.empty()) {
      json_.Key("author").BeginArray();
      for (const Author& author : article.authors) Named("Person", author.name);
      json_.EndArray();
    }
    if (!article.publisher.name.empty()) {
      json_.Key("publisher");
      Named("Organization", article.publisher.name, article.publisher.url);
    }
    if (quotes.empty()) return;
    json_.Key("hasPart").BeginArray();
    for (const Index quote : quotes) Quotation(story_.quotes[quote]);
    json_.EndArray();
  }

  void Quotation(const Quote& quote) {
    const bool reported = quote.type == QuoteType::kIndirect;
    json_.BeginObject().Key("@type").String(reported ? "Claim" : "Quotation");
    json_.Key("text").String(quote.text);
    Speakers(reported ? "creator" : "spokenByCharacter", quote.speakers);
    Date("dateCreated", WhenSaid(story_, quote));
    Text("inLanguage", quote.language);
    Text("url", quote.url);
    if (!quote.place.empty()) {
      json_.Key("locationCreated");
      Named("Place", quote.place);
    }
    Speakers("mentions", quote.mentions);
    if (!quote.tags.empty()) {
      json_.Key("keywords").BeginInlineArray();
      for (const std::string& tag : quote.tags) json_.String(tag);
      json_.EndArray();
    }
    json_.EndObject();
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
    if (!written_[index]) SpeakerFields(story_.speakers[index]);
    written_[index] = true;
    json_.EndObject();
  }

  void SpeakerFields(const saywhen::Speaker& speaker) {
    const bool person = speaker.kind == SpeakerKind::kPerson;
    const bool document = speaker.kind == SpeakerKind::kDocument;
    json_.Key("@type").String(person ? "Person" : document ? "CreativeWork" : "Organization");
    json_.Key("name").String(speaker.name);
    if (person) Text("jobTitle", speaker.role);
    if (person && !speaker.affiliation.empty()) {
      json_.Key("affiliation");
      Named("Organization", speaker.affiliation);
    }
    if (!speaker.same_as.empty()) {
      json_.Key("sameAs").BeginInlineArray();
      for (const std::string& address : speaker.same_as) json_.String(address);
      json_.EndArray();
    }
  }

  const Story& story_;
  std::vector<bool> written_;  // speakers
  JsonWriter json_{2};
};

}  // namespace

std::string WriteSchemaOrg(const Story& story) { return Writer(story).Write(); }

}  // namespace saywhen
