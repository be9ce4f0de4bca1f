#include "formats/ninjs.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "formats/html_quotes.h"
#include "formats/http_url.h"
#include "model/edtf.h"
#include "model/identity.h"

namespace saywhen {
namespace {

using Names = std::initializer_list<std::string_view>;

// The first of these fields that says something; the generations differ in how they write one.
std::string AnyText(Members* members, Names names) {
  for (const std::string_view name : names) {
    std::string text = members->Text(name);
    if (!text.empty()) return text;
  }
  return {};
}

std::optional<TimeInterval> AnyDate(Members* members, Names names) {
  for (const std::string_view name : names) {
    std::optional<TimeInterval> date = members->Date(name);
    if (date) return date;
  }
  return std::nullopt;
}

std::vector<JsonValue> AnyList(Members* members, Names names) {
  std::vector<JsonValue> all;
  for (const std::string_view name : names) {
    const std::vector<JsonValue> items = members->List(name);
    all.insert(all.end(), items.begin(), items.end());
  }
  return all;
}

// One of several texts: of headlines, bodies or descriptions.
struct Variant {
  JsonValue at;
  std::string role;  // "main", "html", …
  std::string type;  // MIME type
  std::string text;
};

bool IsHtml(const Variant& variant) {
  return variant.type.find("html") != std::string::npos ||
         variant.role.find("html") != std::string::npos || LooksLikeHtml(variant.text);
}

// The markup of news agencies, whose heads would be read as text.
bool IsNewsMarkup(const Variant& variant) {
  for (const std::string_view name : {"nitf", "NITF", "newsml", "NewsML"}) {
    if (variant.type.find(name) != std::string::npos || variant.role == name) return true;
  }
  return false;
}

class Reader {
 public:
  explicit Reader(StoryImport* import) : import_(*import) {}

  void Item(JsonValue node) {
    if (node.is(JsonKind::kArray)) {
      for (const JsonValue item : node) Item(item);
      return;
    }
    if (!node.is(JsonKind::kObject)) {
      import_.Drop("an item that is no object", node);
      return;
    }
    Members item(&import_, node, "news item");
    // What says how the item is packed, not what it says.
    item.Leave({"standard", "type", "mimetype", "mimeType", "profile", "version",
                "representationtype", "representationType", "charcount", "charCount", "wordcount",
                "wordCount"});
    if (item["type"].text() == "event" || node["eventdetails"] || node["eventDetails"]) {
      Event(&item);
    } else {
      Article(&item);
    }
  }

  // Speakers whom an item names among its people and organisations.
  void AddAddresses() {
    for (Speaker& speaker : story().speakers) {
      const uint32_t number = names_.Find(CaseFolded(speaker.name));
      if (number == kNone) continue;
      Named& named = named_[number];
      named.speaks = true;
      speaker.kind = named.kind;
      if (!named.url.empty()) speaker.same_as.push_back(named.url);
    }
    for (const Named& named : named_) {
      if (!named.speaks) import_.Drop("a person or organisation that is not quoted", named.at);
    }
  }

 private:
  struct Named {
    SpeakerKind kind;
    std::string url;
    JsonValue at;
    bool speaks = false;
  };

  Story& story() { return import_.story(); }

  // `plural`: [{role, value, contenttype}] of 2.x and 3.x; `single` alone, and with a suffix of its
  // own ("body_html"), of 1.x.
  std::vector<Variant> Variants(Members* item, std::string_view plural, std::string_view single) {
    std::vector<Variant> variants;
    for (const JsonValue each : item->List(plural)) {
      Members members(&import_, each, "text of a news item");
      members.Leave({"charcount", "charCount", "wordcount", "wordCount"});
      Variant variant = {each, members.Text("role"),
                         AnyText(&members, {"contentType", "contenttype"}), members.Text("value")};
      if (!variant.text.empty()) variants.push_back(std::move(variant));
    }
    for (const JsonValue member : item->value()) {
      const std::string_view name = member.name();
      if (!name.starts_with(single)) continue;
      const std::string_view suffix = name.substr(single.size());
      if (!suffix.empty() && suffix[0] != '_') continue;
      Variant variant = {
          member, std::string(suffix.empty() ? "main" : suffix.substr(1)), {}, item->Text(name)};
      if (!variant.text.empty()) variants.push_back(std::move(variant));
    }
    return variants;
  }

  // The one that says most: HTML before text, text before NITF and its like, and the main one
  // before others. The others are dropped.
  Variant Best(const std::vector<Variant>& variants, bool markup) {
    Variant best;
    int best_rank = -1;
    for (const Variant& each : variants) {
      const int form = IsNewsMarkup(each) ? 0 : markup && IsHtml(each) ? 4 : 2;
      const int rank = form + (each.role == "main" ? 1 : 0);
      if (rank > best_rank) best = each;
      best_rank = std::max(rank, best_rank);
    }
    for (const Variant& each : variants) {
      if (each.at.byte() != best.at.byte()) import_.Drop("another form of a text", each.at);
    }
    return best;
  }

  std::string Headline(Members* item) {
    const Variant headline = Best(Variants(item, "headlines", "headline"), false);
    if (headline.text.empty()) return item->PlainText("title");
    return import_.PlainText(headline.text, {headline.at});
  }

  void Article(Members* item) {
    saywhen::Article article;
    article.id = item->Text("uri");
    if (IsHttpUrl(article.id)) article.url = article.id;
    article.headline = Headline(item);
    article.language = item->Text("language");
    article.dateline = item->Text("located");
    const std::optional<TimeInterval> version = AnyDate(item, {"versionCreated", "versioncreated"});
    article.published =
        AnyDate(item, {"firstCreated", "firstcreated", "contentCreated", "contentcreated"});
    if (!article.published) {
      article.published = version;
    } else if (version && version->edtf != article.published->edtf) {
      article.modified = version;
    }
    Byline(item, &article);
    article.publisher.name = AnyText(item, {"copyrightHolder", "copyrightholder"});
    FirstName(AnyList(item, {"infoSources", "infosources", "infosource", "infoSource"}), "source",
              &article.publisher.name);
    const Variant body = Best(Variants(item, "bodies", "body"), true);
    const HtmlText html = import_.Html(body.text, {body.at}, IsHtml(body));
    article.text = html.text;
    Remember(AnyList(item, {"people", "person"}), SpeakerKind::kPerson);
    Remember(AnyList(item, {"organisations", "organisation"}), SpeakerKind::kOrganisation);
    const auto index = static_cast<Index>(story().articles.size());
    const bool says_nothing = article.text.empty() && article.headline.empty();
    if (!says_nothing) story().articles.push_back(std::move(article));
    AddQuotes(html, index, {}, &import_);
    Associations(item);
  }

  // Where there is none yet; the other things are dropped.
  void FirstName(const std::vector<JsonValue>& things, const std::string& kind, std::string* name) {
    for (const JsonValue thing : things) {
      if (!name->empty()) {
        import_.Drop("another " + kind, thing);
        continue;
      }
      Members members(&import_, thing, kind);
      *name = members.Text("name");
    }
  }

  static void Byline(Members* item, saywhen::Article* article) {
    std::string names = AnyText(item, {"byline", "by"});
    for (const std::string_view by : {"By ", "by ", "BY "}) {
      if (names.starts_with(by)) names.erase(0, by.size());
    }
    if (!names.empty()) article->authors.push_back({std::move(names), {}});
  }

  // Of 1.x an object of items by name, later a list.
  void Associations(Members* item) {
    const JsonValue associations = (*item)["associations"];
    const bool many = associations.is(JsonKind::kArray) || associations.is(JsonKind::kObject);
    if (!many) {
      if (associations) import_.ReportKind("associated items", associations);
      return;
    }
    for (const JsonValue each : associations) {
      const std::string_view type = each["type"].text();
      if (type.empty() || type == "text" || type == "event" || type == "composite") {
        Item(each);
      } else {
        import_.Drop("an associated " + std::string(type), each);
      }
    }
  }

  void Remember(const std::vector<JsonValue>& things, SpeakerKind kind) {
    for (const JsonValue thing : things) {
      Members members(&import_, thing, kind == SpeakerKind::kPerson ? "person" : "organisation");
      const std::string name = CaseFolded(members.Text("name"));
      if (name.empty()) {
        import_.Drop("a person or organisation without a name", thing);
        members.LeaveAll();
        continue;
      }
      std::string url;
      for (const std::string_view field : {"uri", "code", "literal"}) {
        if (url.empty() && IsHttpUrl(thing[field].text())) url = members.Text(field);
      }
      if (names_.Add(name) == named_.size()) named_.push_back({kind, std::move(url), thing});
    }
  }

  void Event(Members* item) {
    saywhen::Event event;
    event.id = item->Text("uri");
    if (IsHttpUrl(event.id)) event.url = event.id;
    event.title = Headline(item);
    const Variant description = Best(Variants(item, "descriptions", "description"), true);
    event.description = import_.PlainText(description.text, {description.at});
    FirstName(AnyList(item, {"places", "place"}), "place", &event.place);
    for (const std::string_view name : {"eventDetails", "eventdetails"}) {
      const JsonValue value = (*item)[name];
      Members details(&import_, value, "event's details");
      const JsonValue dates = details["dates"];
      if (dates && !event.when) event.when = When(dates);
    }
    if (event.title.empty()) {
      import_.Report(Severity::kError, "missing-field",
                     "an event has a title or a headline; this one is left out", item->value());
      return;
    }
    story().events.push_back(std::move(event));
  }

  std::optional<StoryTime> When(JsonValue value) {
    Members dates(&import_, value, "event's dates");
    const std::string start =
        Date(&dates, {"startDate", "startdate"}, {"expectedStartDate", "expectedstartdate"});
    const std::string end =
        Date(&dates, {"endDate", "enddate"}, {"expectedEndDate", "expectedenddate"});
    if (start.empty() && end.empty()) return std::nullopt;
    Result<TimeInterval> when = ParseEdtf(end.empty() || start == end ? start : start + "/" + end);
    if (when.ok()) return StoryTime{std::move(when).value(), std::nullopt, {}};
    import_.Report(Severity::kError, "bad-date",
                   Shown(start + "/" + end) + ": " + when.error().message, value);
    when = ParseEdtf(start);
    if (!when.ok()) return std::nullopt;
    return StoryTime{std::move(when).value(), std::nullopt, {}};
  }

  // In EDTF, where what is only expected is uncertain.
  static std::string Date(Members* dates, Names known, Names expected) {
    if (const std::optional<TimeInterval> sure = AnyDate(dates, known)) return sure->edtf;
    const std::optional<TimeInterval> unsure = AnyDate(dates, expected);
    if (!unsure) return {};
    const bool qualified = unsure->edtf.find_first_of("T?~%/[{") != std::string::npos;
    return qualified ? unsure->edtf : unsure->edtf + "?";
  }

  StoryImport& import_;
  KeyTable names_;
  std::vector<Named> named_;
};

}  // namespace

void ReadNinjs(JsonValue root, StoryImport* import) {
  Reader reader(import);
  reader.Item(root);
  reader.AddAddresses();
}

}  // namespace saywhen
