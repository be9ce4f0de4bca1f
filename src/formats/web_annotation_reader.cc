#include <algorithm>
#include <memory>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/utf8.h"
#include "formats/http_url.h"
#include "formats/web_annotation.h"

namespace saywhen {
namespace {

int HexDigit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string PercentDecoded(std::string_view text) {
  std::string decoded;
  for (size_t i = 0; i < text.size(); ++i) {
    const bool escape = text[i] == '%' && i + 2 < text.size() && HexDigit(text[i + 1]) >= 0 &&
                        HexDigit(text[i + 2]) >= 0;
    if (!escape) {
      decoded.push_back(text[i]);
      continue;
    }
    decoded.push_back(static_cast<char>(HexDigit(text[i + 1]) * 16 + HexDigit(text[i + 2])));
    i += 2;
  }
  return RepairUtf8(decoded);
}

// Of a blank node, or a fragment that the writer named a thing by.
std::string BareId(std::string_view id) {
  if (id.starts_with("_:")) return std::string(id.substr(2));
  for (const std::string_view list : {"#quotes/", "#articles/", "#speakers/"}) {
    if (id.starts_with(list)) return PercentDecoded(id.substr(list.size()));
  }
  return std::string(id);
}

bool HasType(JsonValue node, std::string_view wanted) {
  for (const std::string_view name : {"type", "@type"}) {
    const JsonValue type = node[name];
    if (type.text() == wanted) return true;
    if (!type.is(JsonKind::kArray)) continue;
    for (const JsonValue each : type) {
      if (each.text() == wanted) return true;
    }
  }
  return false;
}

// Of ":~:text=[prefix-,]start[,end][,-suffix]"; one with an end does not hold the words.
Selector FromTextFragment(std::string_view fragment) {
  Selector selector;
  const size_t at = fragment.find(":~:text=");
  if (at == std::string_view::npos) return selector;
  std::string_view directive = fragment.substr(at + 8);
  directive = directive.substr(0, directive.find('&'));
  std::vector<std::string_view> parts;
  for (size_t begin = 0; begin <= directive.size();) {
    const size_t end = std::min(directive.find(',', begin), directive.size());
    parts.push_back(directive.substr(begin, end - begin));
    begin = end + 1;
  }
  if (parts.front().ends_with('-')) {
    selector.prefix = PercentDecoded(parts.front().substr(0, parts.front().size() - 1));
    parts.erase(parts.begin());
  }
  if (!parts.empty() && parts.back().starts_with('-')) {
    selector.suffix = PercentDecoded(parts.back().substr(1));
    parts.pop_back();
  }
  if (parts.size() == 1) selector.exact = PercentDecoded(parts.front());
  return selector;
}

// What one target selects.
struct Segment {
  Index article = kNone;
  Selector selector;
  double start = -1;  // code points
  double end = -1;
};

// A text's code points. The text is a copy: articles move while they are read.
struct Places {
  explicit Places(SharedText of) : text(std::move(of)) {}
  SharedText text;
  CodePointIndex index{text};
};

class Reader {
 public:
  explicit Reader(StoryImport* import) : import_(*import) {}

  void Read(JsonValue node) {
    if (node.is(JsonKind::kArray)) {
      for (const JsonValue each : node) Read(each);
      return;
    }
    if (node["items"] || node["first"]) return Container(node);
    Annotation(node);
  }

 private:
  Story& story() { return import_.story(); }

  void Container(JsonValue node) {
    Members members(&import_, node, "collection");
    members.Leave({"@context", "type", "@type", "id", "total", "startIndex", "last", "partOf"});
    collections_.emplace_back(node["id"].text());
    if (story().title.empty()) story().title = members.Text("label");
    for (const std::string_view name : {"first", "items"}) {
      const JsonValue value = members[name];
      if (value.is(JsonKind::kObject) || value.is(JsonKind::kArray)) {
        Read(value);
      } else if (value) {
        import_.Drop("a page of annotations that is elsewhere", value);
      }
    }
  }

  void Annotation(JsonValue node) {
    Members members(&import_, node, "annotation");
    members.Leave({"@context", "type", "@type"});
    Quote quote;
    quote.id = BareId(members.Text("id"));
    const std::string motivation = First(members["motivation"]);
    std::vector<Segment> segments;
    for (const JsonValue target : members.List("target")) Target(target, &segments);
    Select(segments, node, &quote);
    const std::string note = members.Text("bodyValue");
    if (!note.empty()) quote.more.Own().note = note;
    for (const JsonValue body : members.List("body")) Body(body, motivation, &quote);
    if (quote.text.empty()) {
      import_.Report(Severity::kError, "missing-field",
                     "an annotation of a quote selects its words; this one is left out", node);
      return;
    }
    story().quotes.push_back(std::move(quote));
  }

  static std::string First(JsonValue value) {
    if (!value.is(JsonKind::kArray)) return std::string(value.text());
    for (const JsonValue each : value) return std::string(each.text());
    return {};
  }

  // By its address or name; what comes with it is its text and language.
  Index Source(JsonValue value) {
    const bool object = value.is(JsonKind::kObject);
    if (!object && !value.is(JsonKind::kString)) import_.ReportKind("a source", value);
    std::string id(object ? value["id"].text() : value.text());
    if (object && id.empty()) id = value["@id"].text();
    const size_t hash = id.find("#:~:");
    const std::string key = id.substr(0, hash);
    const bool none =
        std::find(collections_.begin(), collections_.end(), key) != collections_.end();
    if ((key.empty() || none) && !object) return kNone;
    const auto [known, fresh] =
        articles_.try_emplace(key.empty() ? "\n" + Decimal(value.byte()) : key,
                              static_cast<Index>(story().articles.size()));
    if (fresh) story().articles.emplace_back();
    Article& article = story().articles[known->second];
    if (fresh && IsHttpUrl(key)) article.url = key;
    if (fresh && !IsHttpUrl(key)) article.id = BareId(key);
    if (!object) return known->second;
    Members members(&import_, value, "source");
    members.Leave({"id", "@id", "type", "format"});
    const auto fill = [](auto* field, std::string text) {
      if (field->empty()) *field = std::move(text);
    };
    fill(&article.text, members.Text("value"));
    fill(&article.language, First(members["language"]));
    fill(&article.headline, members.Text("schema:headline"));
    return known->second;
  }

  void Target(JsonValue value, std::vector<Segment>* segments) {
    if (value.is(JsonKind::kString)) {
      segments->push_back({Source(value), FromTextFragment(value.text())});
      return;
    }
    Members members(&import_, value, "target");
    members.Leave({"type", "id"});
    if (value["items"].is(JsonKind::kArray)) {
      for (const JsonValue item : members["items"]) Target(item, segments);
      return;
    }
    Segment segment;
    if (const JsonValue source = members["source"]) {
      segment.article = Source(source);
    } else if (value["id"]) {
      segment.article = Source(value["id"]);
    }
    for (const JsonValue selector : members.List("selector")) ReadSelector(selector, &segment);
    segments->push_back(std::move(segment));
  }

  void ReadSelector(JsonValue value, Segment* segment) {
    if (!value.is(JsonKind::kObject)) return import_.Drop("a selector elsewhere", value);
    Members members(&import_, value, "selector");
    members.Leave({"type", "@type", "conformsTo"});
    if (HasType(value, "TextQuoteSelector")) {
      segment->selector.exact = members.Text("exact");
      segment->selector.prefix = members.Text("prefix");
      segment->selector.suffix = members.Text("suffix");
    } else if (HasType(value, "TextPositionSelector")) {
      const JsonValue start = members["start"];
      const JsonValue end = members["end"];
      if (!start.is(JsonKind::kNumber) || !end.is(JsonKind::kNumber)) {
        import_.Report(Severity::kError, "bad-span", "a position has numbers as its start and end",
                       value);
      } else {
        segment->start = start.number();
        segment->end = end.number();
      }
    } else if (HasType(value, "FragmentSelector") &&
               FromTextFragment(value["value"].text()).exact.size() > 0) {
      segment->selector = FromTextFragment(members.Text("value"));
    } else {
      const std::string_view type = value["type"].text();
      import_.Drop(type.empty() ? "a selector of no kind" : "a selector of the kind " + Shown(type),
                   value);
      members.LeaveAll();
      for (const JsonValue refined : members.List("refinedBy")) ReadSelector(refined, segment);
      return;
    }
    for (const JsonValue refined : members.List("refinedBy")) ReadSelector(refined, segment);
  }

  // Words and places of the quote.
  void Select(std::vector<Segment>& segments, JsonValue node, Quote* quote) {
    bool placed = true;
    std::string words;
    for (Segment& segment : segments) {
      if (quote->article == kNone) quote->article = segment.article;
      const TextSpan span = Place(&segment, node);
      placed = placed && !span.empty() && segment.article == quote->article &&
               (quote->spans.empty() || quote->spans.back().end <= span.begin);
      if (placed) quote->spans.push_back(span);
      if (segment.selector.exact.empty()) continue;
      if (!words.empty()) words += " ";
      words += segment.selector.exact;
    }
    quote->text = words;
    if (!placed) quote->spans.clear();
    if (segments.size() == 1) quote->selector = std::move(segments.front().selector);
  }

  TextSpan Place(Segment* segment, JsonValue node) {
    if (segment->start < 0 || segment->article == kNone) return {};
    const SharedText& text = story().articles[segment->article].text;
    if (text.empty()) {
      import_.Drop("a position in a text that is not there", node);
      return {};
    }
    places_.resize(story().articles.size());
    std::unique_ptr<Places>& places = places_[segment->article];
    if (!places) places = std::make_unique<Places>(text);
    const CodePointIndex* index = &places->index;
    if (!(segment->start < segment->end && segment->end <= static_cast<double>(index->size()))) {
      import_.Report(Severity::kError, "bad-span",
                     "the position is not in the text, or ends before it begins", node);
      return {};
    }
    const TextSpan span = {
        static_cast<uint32_t>(index->ByteOf(static_cast<size_t>(segment->start))),
        static_cast<uint32_t>(index->ByteOf(static_cast<size_t>(segment->end)))};
    const std::string there(text.Part(span));
    if (segment->selector.exact.empty()) segment->selector.exact = there;
    if (segment->selector.exact == there) return span;
    import_.Report(Severity::kWarning, "span-mismatch",
                   "the text has other words there; they are looked for", node);
    return {};
  }

  void Body(JsonValue value, const std::string& motivation, Quote* quote) {
    if (value.is(JsonKind::kString)) return import_.Drop("a body that is elsewhere", value);
    Members members(&import_, value, "body");
    members.Leave({"type", "@type", "id", "@id", "format", "language", "textDirection"});
    if (value["items"].is(JsonKind::kArray)) {
      for (const JsonValue item : members["items"]) Body(item, motivation, quote);
      return;
    }
    const JsonValue stated = members["purpose"];
    const std::string purpose = stated ? First(stated) : motivation;
    if (HasType(value, "schema:Quotation") || HasType(value, "Quotation")) {
      for (const std::string_view name : {"schema:dateCreated", "dateCreated"}) {
        const std::optional<TimeInterval> said = members.Date(name);
        if (said) quote->said = StoryTime{*said, std::nullopt, {}};
      }
      return;
    }
    const JsonValue source = members["source"];
    if (purpose == "identifying" || HasType(value, "Person") || HasType(value, "Organization")) {
      if (!source) members.LeaveAll();
      return AddSpeaker(source ? source : value, quote);
    }
    const std::string text = members.Text("value");
    if (text.empty()) return import_.Drop("a body without a text", value);
    if (purpose == "tagging" || purpose == "classifying") {
      quote->tags.push_back(text);
    } else {
      quote->more.Own().note += (quote->more->note.empty() ? "" : "\n") + text;
    }
  }

  void AddSpeaker(JsonValue value, Quote* quote) {
    const bool word = value.is(JsonKind::kString);
    Members members(&import_, word ? JsonValue() : value, "speaker");
    members.Leave({"type", "@type", "purpose", "format", "language"});
    const std::string id = word ? std::string(value.text()) : members.Text("id");
    std::string name;
    for (const std::string_view key : {"name", "schema:name", "value", "nickname"}) {
      if (name.empty()) name = members.Text(key);
    }
    if (name.empty()) name = BareId(id);
    const Index index = import_.SpeakerNamed(name);
    if (index == kNone) return import_.Drop("a speaker without a name", value);
    Speaker& speaker = story().speakers[index];
    if (HasType(value, "Organization")) speaker.kind = SpeakerKind::kOrganisation;
    const bool known =
        std::find(speaker.same_as.begin(), speaker.same_as.end(), id) != speaker.same_as.end();
    if (IsHttpUrl(id) && !known) speaker.same_as.push_back(id);
    if (BareId(id) != id) speaker.id = BareId(id);
    quote->speakers.push_back(index);
  }

  StoryImport& import_;
  std::vector<std::string> collections_;             // by id: a source that is one is none
  std::unordered_map<std::string, Index> articles_;  // by id or address
  // By article, once it has a text.
  std::vector<std::unique_ptr<Places>> places_;
};

}  // namespace

void ReadWebAnnotation(JsonValue root, StoryImport* import) { Reader(import).Read(root); }

}  // namespace saywhen
