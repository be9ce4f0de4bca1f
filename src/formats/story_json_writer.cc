#include <memory>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "formats/story_json.h"
#include "formats/story_json_names.h"
#include "model/edtf.h"
#include "model/story_part.h"

namespace saywhen {
namespace {

// Fields that are empty or say what is assumed anyway are not written.
class Writer {
 public:
  // `part`: of what to write (PartOf()); null: everything.
  Writer(const Story& story, const IndexMap* part) : story_(story), part_(part), json_(2) {
    for (const Article& article : story.articles) indexes_.emplace_back(article.text);
  }

  std::string Write();

 private:
  void Text(std::string_view name, std::string_view value) {
    if (!value.empty()) json_.Key(name).String(value);
  }
  void Texts(std::string_view name, const std::vector<std::string>& values);
  void Date(std::string_view name, const TimeInterval& date) {
    json_.Key(name).String(date.edtf.empty() ? PrintEdtf(date) : date.edtf);
  }
  void Pair(Index article, TextSpan span);
  // No span when it is empty or the article is missing.
  void Span(Index article, TextSpan span);
  void SpeakerIds(std::string_view name, const std::vector<Index>& speakers);
  void ArticleId(Index article) {
    if (article < story_.articles.size()) json_.Key("article").String(story_.articles[article].id);
  }
  // The fields of a passage, without braces.
  void PassageFields(Index article, const Passage& passage);
  void PassageObject(std::string_view name, Index article, const Passage& passage);
  void Time(Index article, const StoryTime& time);
  void Write(const Article& article);
  void Write(const Speaker& speaker);
  void Write(const Quote& quote);
  void Write(const Event& event);

  // `wanted(i)`: whether items[i] is written.
  template <typename Items, typename Wanted>
  void List(std::string_view name, const Items& items, const Wanted& wanted) {
    bool first = true;
    for (Index i = 0; i < items.size(); ++i) {
      if (part_ != nullptr && !wanted(i)) continue;
      if (first) json_.Key(name).BeginArray();
      first = false;
      Write(items[i]);
    }
    if (!first) json_.EndArray();
  }

  const Story& story_;
  const IndexMap* part_;
  JsonWriter json_;
  std::vector<CodePointIndex> indexes_;
};

void Writer::Texts(std::string_view name, const std::vector<std::string>& values) {
  if (values.empty()) return;
  json_.Key(name).BeginInlineArray();
  for (const std::string& value : values) json_.String(value);
  json_.EndArray();
}

void Writer::Pair(Index article, TextSpan span) {
  const CodePointIndex& index = indexes_[article];
  json_.BeginInlineArray();
  json_.Int(static_cast<int64_t>(index.CodePointOf(span.begin)));
  json_.Int(static_cast<int64_t>(index.CodePointOf(span.end)));
  json_.EndArray();
}

void Writer::Span(Index article, TextSpan span) {
  if (span.empty() || article >= indexes_.size()) return;
  json_.Key("span");
  Pair(article, span);
}

void Writer::SpeakerIds(std::string_view name, const std::vector<Index>& speakers) {
  if (speakers.empty()) return;
  json_.Key(name).BeginInlineArray();
  for (const Index speaker : speakers) {
    if (speaker < story_.speakers.size()) json_.String(story_.speakers[speaker].id);
  }
  json_.EndArray();
}

void Writer::PassageFields(Index article, const Passage& passage) {
  Text("text", passage.text);
  Span(article, passage.span);
  json_.RawPairs(passage.extra);
}

void Writer::PassageObject(std::string_view name, Index article, const Passage& passage) {
  if (passage.text.empty() && passage.span.empty() && passage.extra.empty()) return;
  json_.Key(name).BeginObject();
  PassageFields(article, passage);
  json_.EndObject();
}

void Writer::Time(Index article, const StoryTime& time) {
  json_.BeginObject();
  Date("edtf", time.when);
  if (time.basis) Text("basis", NameOf(*time.basis));
  PassageFields(article, *time.words);
  json_.EndObject();
}

void Writer::Write(const Article& article) {
  json_.BeginObject();
  Text("id", article.id);
  Text("url", article.url);
  Text("headline", article.headline);
  Text("language", article.language);
  const Publisher& publisher = article.publisher;
  if (!publisher.name.empty() || !publisher.url.empty() || !publisher.extra.empty()) {
    json_.Key("publisher").BeginObject();
    Text("name", publisher.name);
    Text("url", publisher.url);
    json_.RawPairs(publisher.extra).EndObject();
  }
  if (!article.authors.empty()) {
    json_.Key("authors").BeginArray();
    for (const Author& author : article.authors) {
      json_.BeginObject();
      Text("name", author.name);
      json_.RawPairs(author.extra).EndObject();
    }
    json_.EndArray();
  }
  if (article.published) Date("published", *article.published);
  if (article.modified) Date("modified", *article.modified);
  Text("dateline", article.dateline);
  Text("text", article.text);
  json_.RawPairs(article.extra).EndObject();
}

void Writer::Write(const Speaker& speaker) {
  json_.BeginObject();
  Text("id", speaker.id);
  Text("name", speaker.name);
  Text("role", speaker.role);
  Text("affiliation", speaker.affiliation);
  Texts("aliases", speaker.aliases);
  Text("kind", NameOf(speaker.kind));
  Texts("sameAs", speaker.same_as);
  Text("image", speaker.image);
  Text("color", speaker.color);
  json_.RawPairs(speaker.extra).EndObject();
}

void Writer::Write(const Quote& quote) {
  const Index article = quote.article;
  json_.BeginObject();
  Text("id", quote.id);
  ArticleId(article);
  Text("type", NameOf(quote.type));
  Text("text", quote.text);
  Text("language", quote.more->language);
  if (quote.spans.size() == 1) Span(article, quote.spans[0]);
  if (quote.spans.size() > 1 && article < indexes_.size()) {
    json_.Key("span").BeginInlineArray();
    for (const TextSpan span : quote.spans) Pair(article, span);
    json_.EndArray();
  }
  const Selector& selector = *quote.selector;
  if (!selector.exact.empty() || !selector.prefix.empty() || !selector.suffix.empty() ||
      !selector.extra.empty()) {
    json_.Key("selector").BeginObject();
    Text("exact", selector.exact);
    Text("prefix", selector.prefix);
    Text("suffix", selector.suffix);
    json_.RawPairs(selector.extra).EndObject();
  }
  SpeakerIds("speakers", quote.speakers);
  PassageObject("mention", article, *quote.mention);
  PassageObject("cue", article, *quote.cue);
  if (quote.said) {
    json_.Key("said");
    Time(article, *quote.said);
  }
  if (!quote.about.empty()) {
    json_.Key("about").BeginArray();
    for (const StoryTime& time : quote.about) Time(article, time);
    json_.EndArray();
  }
  Text("prompt", quote.more->prompt);
  Text("place", quote.place);
  SpeakerIds("addressees", quote.more->addressees);
  if (quote.within < story_.quotes.size()) Text("within", story_.quotes[quote.within].id);
  SpeakerIds("mentions", quote.more->mentions);
  Texts("tags", quote.tags);
  if (quote.confidence != 1.0F) json_.Key("confidence").Float(quote.confidence);
  Text("url", quote.more->url);
  Text("note", quote.more->note);
  json_.RawPairs(quote.more->extra).EndObject();
}

void Writer::Write(const Event& event) {
  json_.BeginObject();
  Text("id", event.id);
  Text("title", event.title);
  if (event.when) {
    json_.Key("when");
    Time(event.article, *event.when);
  }
  Text("description", event.description);
  Text("place", event.place);
  ArticleId(event.article);
  Span(event.article, event.span);
  Text("url", event.url);
  const Media& media = event.media;
  if (!media.url.empty() || !media.alt.empty() || !media.caption.empty() || !media.credit.empty() ||
      !media.extra.empty()) {
    json_.Key("media").BeginObject();
    Text("url", media.url);
    Text("alt", media.alt);
    Text("caption", media.caption);
    Text("credit", media.credit);
    json_.RawPairs(media.extra).EndObject();
  }
  json_.RawPairs(event.extra).EndObject();
}

std::string Writer::Write() {
  json_.BeginObject();
  json_.Key("version").Int(1);
  Text("title", story_.title);
  Text("language", story_.language);
  List("articles", story_.articles, [&](Index i) { return part_->articles[i] != kNone; });
  List("speakers", story_.speakers, [&](Index i) { return part_->speakers[i] != kNone; });
  List("quotes", story_.quotes, [&](Index i) { return part_->quotes[i] != kNone; });
  List("events", story_.events, [&](Index i) { return IsInPart(*part_, story_.events[i]); });
  json_.RawPairs(story_.extra).EndObject();
  return std::move(json_).Take() + "\n";
}

}  // namespace

std::string WriteStory(const Story& story) { return Writer(story, nullptr).Write(); }

std::string WriteStoryPart(const Story& story, std::span<const Index> quotes) {
  const IndexMap part = PartOf(story, quotes);
  return Writer(story, &part).Write();
}

}  // namespace saywhen
