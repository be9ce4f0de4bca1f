#include "formats/story_import.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/utf8.h"
#include "formats/http_url.h"
#include "formats/loose_date.h"
#include "formats/passage_search.h"
#include "model/identity.h"
#include "model/unify_speakers.h"

namespace saywhen {
namespace {

// Every item gets an id that no other of its kind has.
template <typename Items>
void GiveIds(Items* items, char letter) {
  KeyTable taken;
  for (auto& item : *items) {
    const size_t before = taken.size();
    if (!item.id.empty() && taken.Add(item.id) != before) item.id.clear();
  }
  for (size_t i = 0; i < items->size(); ++i) {
    if (!(*items)[i].id.empty()) continue;
    uint64_t number = i + 1;
    std::string id = letter + Decimal(number);
    while (taken.Find(id) != kNone) id = letter + std::string("-") + Decimal(number++);
    taken.Add(id);
    (*items)[i].id = std::move(id);
  }
}

// What a story file may not hold loses its end.
class StringLimit {
 public:
  explicit StringLimit(size_t limit) : limit_(limit) {}

  void Apply(Story* story) {
    Text(&story->title);
    for (Article& each : story->articles) Apply(&each);
    for (Speaker& each : story->speakers) Apply(&each);
    for (Quote& each : story->quotes) Apply(&each, story);
    for (Event& each : story->events) Apply(&each);
  }
  size_t cut() const { return cut_; }

 private:
  bool Text(std::string* text) {
    if (text->size() <= limit_) return false;
    text->resize(PreviousCodePoint(*text, limit_ + 1));
    ++cut_;
    return true;
  }
  bool Text(SharedText* text) {
    std::string shorter(text->view());
    if (!Text(&shorter)) return false;
    *text = shorter;
    return true;
  }
  void Texts(std::vector<std::string>* texts) {
    for (std::string& text : *texts) Text(&text);
  }
  void Apply(Article* article) {
    for (std::string Article::*field : {&Article::id, &Article::url, &Article::headline,
                                        &Article::language, &Article::dateline}) {
      Text(&(article->*field));
    }
    Text(&article->publisher.name);
    for (Author& author : article->authors) Text(&author.name);
    cut_articles_.push_back(Text(&article->text));
  }
  void Apply(Speaker* speaker) {
    for (std::string Speaker::*field :
         {&Speaker::id, &Speaker::name, &Speaker::role, &Speaker::affiliation, &Speaker::image}) {
      Text(&(speaker->*field));
    }
    Texts(&speaker->aliases);
    Texts(&speaker->same_as);
  }
  void Apply(Quote* quote, Story* story) {
    Text(&quote->id);
    Text(&quote->text);
    Text(&quote->place);
    if (QuoteMore* more = quote->more.Get()) {
      for (std::string QuoteMore::*field :
           {&QuoteMore::language, &QuoteMore::prompt, &QuoteMore::url, &QuoteMore::note}) {
        Text(&(more->*field));
      }
    }
    if (Selector* selector = quote->selector.Get()) {
      for (std::string Selector::*field :
           {&Selector::exact, &Selector::prefix, &Selector::suffix}) {
        Text(&(selector->*field));
      }
    }
    Texts(&quote->tags);
    const bool cut = quote->article < story->articles.size() && cut_articles_[quote->article];
    const auto passage = [&](Rare<Passage>* rare) {
      Passage* each = rare->Get();
      if (each == nullptr) return;
      Text(&each->text);
      if (cut) each->span = {};
    };
    passage(&quote->mention);
    passage(&quote->cue);
    if (quote->said) passage(&quote->said->words);
    for (StoryTime& about : quote->about) passage(&about.words);
    if (cut) quote->spans.clear();
  }
  void Apply(Event* event) {
    for (std::string Event::*field :
         {&Event::id, &Event::title, &Event::description, &Event::place, &Event::url}) {
      Text(&(event->*field));
    }
    for (std::string Media::*field : {&Media::url, &Media::alt, &Media::caption, &Media::credit}) {
      Text(&(event->media.*field));
    }
    if (event->when && event->when->words.Get() != nullptr) Text(&event->when->words.Get()->text);
  }

  size_t limit_;
  size_t cut_ = 0;
  std::vector<bool> cut_articles_;
};

}  // namespace

void StoryImport::Report(Severity severity, std::string_view code, std::string message,
                         JsonValue at) {
  reporter_.Report(severity, code, std::move(message), reporter_.full() ? "" : at.pointer(),
                   at.byte());
}

void StoryImport::ReportKind(std::string_view expected, JsonValue at) {
  std::string message = "expected ";
  message.append(expected).append(", found ").append(JsonKindName(at.kind()));
  Report(Severity::kError, "wrong-type", std::move(message), at);
}

void StoryImport::ReportAddress(JsonValue at) {
  if (!ScalarText(at)) return ReportKind("an http or https address", at);
  Report(Severity::kError, "bad-url",
         "expected an http or https address, found " + Shown(at.text()), at);
}

void StoryImport::Drop(std::string what, const Place& at, uint64_t times) {
  const uint32_t number = dropped_whats_.Add(what);
  if (number == dropped_.size()) {
    dropped_.push_back({std::move(what), {}, at.byte, 0});
    if (at.value) {
      dropped_.back().pointer = at.value.pointer();
      dropped_.back().byte = at.value.byte();
    }
  }
  dropped_[number].times += times;
}

void StoryImport::Drop(std::string what, JsonValue at) { Drop(std::move(what), {at}, 1); }

void StoryImport::Drop(std::string what, size_t byte) { Drop(std::move(what), {{}, byte}, 1); }

void StoryImport::DropPassed(const HtmlText& html, const Place* field) {
  for (const HtmlPassed& each : html.passed) {
    Drop(std::string(each.kind), field != nullptr ? *field : Place{{}, each.byte}, each.times);
  }
}

void StoryImport::ReportDropped() {
  for (const Dropped& each : dropped_) {
    std::string message = each.what + " has no place in a story; left out";
    if (each.times > 1) message += " (" + Decimal(each.times) + " times)";
    reporter_.Report(Severity::kNote, "dropped", std::move(message), each.pointer, each.byte);
  }
}

Index StoryImport::SpeakerNamed(std::string_view name) {
  name = Trimmed(name);
  const std::string key = CaseFolded(name);
  if (key.empty()) return kNone;
  const uint32_t number = names_.Add(key);
  if (number == named_.size()) {
    named_.push_back(static_cast<Index>(story_.speakers.size()));
    story_.speakers.emplace_back();
    story_.speakers.back().name = name;
  }
  return named_[number];
}

std::optional<TimeInterval> StoryImport::Date(std::string_view text, JsonValue at) {
  std::optional<TimeInterval> date = ReadLooseDate(text);
  if (!date && !Trimmed(text).empty()) {
    Report(Severity::kError, "bad-date", Shown(text) + " is no date that can be read", at);
  }
  return date;
}

std::optional<TimeInterval> StoryImport::Date(std::string_view text, size_t byte) {
  std::optional<TimeInterval> date = ReadLooseDate(text);
  if (!date && !Trimmed(text).empty()) {
    reporter_.Report(Severity::kError, "bad-date", Shown(text) + " is no date that can be read", "",
                     byte);
  }
  return date;
}

HtmlText StoryImport::Html(std::string_view text, const Place& field, bool sure) {
  if (!sure && !LooksLikeHtml(text)) return {std::string(text), {}};
  HtmlTextBuilder builder;
  html_.Tokenize(text, &builder);
  HtmlText html = std::move(builder).Take();
  DropPassed(html, &field);
  return html;
}

std::string StoryImport::PlainText(std::string_view text, const Place& field) {
  return TextWithLinks(Html(text, field));
}

void StoryImport::FindQuotes() {
  // Far more than an honest file needs, and seconds of work.
  size_t budget = size_t{1} << 29;
  std::vector<std::unique_ptr<PassageSearch>> searches(story_.articles.size());
  std::vector<uint32_t> after(story_.articles.size());  // quotes come mostly in their order
  for (Quote& quote : story_.quotes) {
    if (quote.article >= searches.size() || !quote.spans.empty()) continue;
    const std::string_view text = story_.articles[quote.article].text;
    if (text.empty() || text.size() + quote.text.size() > budget) continue;
    budget -= text.size() + quote.text.size();
    std::unique_ptr<PassageSearch>& search = searches[quote.article];
    if (!search) search = std::make_unique<PassageSearch>(text);
    const TextSpan span = search->Best(quote.text, quote.selector->prefix, quote.selector->suffix,
                                       after[quote.article]);
    if (span.empty()) continue;
    quote.spans.push_back(span);
    after[quote.article] = span.end;
  }
}

Result<Story> StoryImport::Finish() && {
  ReportDropped();
  if (story_.quotes.empty() && story_.events.empty()) {
    return Error{"empty-story", "the file has no quote and no event that can be used", "", 1, 1};
  }
  if (story_.articles.size() == 1) {
    for (Quote& quote : story_.quotes) quote.article = 0;
  }
  Diagnostics conflicts;
  UnifySpeakers(&story_, &conflicts);
  for (const Diagnostic& each : conflicts.kept()) {
    reporter_.Report(each.severity, each.code, each.message);
  }
  StringLimit limit(string_bytes_);
  limit.Apply(&story_);
  if (limit.cut() > 0) {
    reporter_.Report(Severity::kError, "limit-string",
                     Decimal(limit.cut()) + " texts are longer than the limit of " +
                         Decimal(string_bytes_) + " bytes; their ends are left out");
  }
  FindQuotes();
  GiveIds(&story_.articles, 'a');
  GiveIds(&story_.speakers, 's');
  GiveIds(&story_.quotes, 'q');
  GiveIds(&story_.events, 'e');
  return std::move(story_);
}

Members::Members(StoryImport* import, JsonValue object, std::string_view kind)
    : import_(*import), object_(object), kind_(kind) {
  if (!object || object.is(JsonKind::kObject) || object.is(JsonKind::kNull)) return;
  import_.ReportKind("an object", object);
}

Members::~Members() {
  if (left_ || !object_.is(JsonKind::kObject)) return;
  const std::string_view article =
      std::string_view("aeiou").find(kind_[0]) != std::string_view::npos ? " of an " : " of a ";
  for (const JsonValue member : object_) {
    if (IsBlank(member)) continue;
    if (std::find(asked_.begin(), asked_.end(), member.name()) != asked_.end()) continue;
    import_.Drop(Shown(member.name()).append(article).append(kind_), member);
  }
}

JsonValue Members::operator[](std::string_view name) {
  asked_.push_back(name);
  const JsonValue value = object_[name];
  return value.is(JsonKind::kNull) ? JsonValue() : value;
}

std::string Members::Text(std::string_view name) {
  const JsonValue value = (*this)[name];
  if (!value) return {};
  std::optional<std::string> text = ScalarText(value);
  if (!text) import_.ReportKind("a string", value);
  return std::move(text).value_or("");
}

std::string Members::PlainText(std::string_view name) {
  return import_.PlainText(Text(name), {object_[name]});
}

std::string Members::Url(std::string_view name) {
  std::string url = Text(name);
  if (url.empty() || IsHttpUrl(url)) return url;
  import_.ReportAddress(object_[name]);
  return {};
}

std::optional<TimeInterval> Members::Date(std::string_view name) {
  const std::string text = Text(name);
  if (text.empty()) return std::nullopt;
  return import_.Date(text, object_[name]);
}

std::vector<JsonValue> Members::List(std::string_view name) {
  const JsonValue value = (*this)[name];
  std::vector<JsonValue> items;
  if (!value) return items;
  if (!value.is(JsonKind::kArray)) return {value};
  for (const JsonValue item : value) {
    if (!item.is(JsonKind::kNull)) items.push_back(item);
  }
  return items;
}

void Members::Leave(std::initializer_list<std::string_view> names) {
  asked_.insert(asked_.end(), names);
}

std::optional<std::string> ScalarText(JsonValue value) {
  const bool scalar = value.is(JsonKind::kString) || value.is(JsonKind::kNumber);
  if (scalar) return std::string(value.text());
  return std::nullopt;
}

bool IsBlank(JsonValue value) {
  if (!value) return true;
  if (value.is(JsonKind::kString)) return Trimmed(value.text()).empty();
  const bool structured = value.is(JsonKind::kArray) || value.is(JsonKind::kObject);
  return value.is(JsonKind::kNull) || (structured && value.size() == 0);
}

std::string_view Trimmed(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const size_t begin = text.find_first_not_of(kSpace);
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(kSpace) - begin + 1);
}

}  // namespace saywhen
