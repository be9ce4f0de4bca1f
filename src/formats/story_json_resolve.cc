#include "formats/story_json_resolve.h"

#include <algorithm>
#include <utility>

#include "base/sort.h"

namespace saywhen::story_json {

namespace {

std::string ItemPointer(std::string_view list, const ItemOrigin& origin) {
  std::string pointer = "/";
  return pointer.append(list).append("/").append(Decimal(origin.json_index));
}

}  // namespace

void IdTable::Fill(const std::vector<std::string*>& ids, const std::vector<ItemOrigin>& origins,
                   std::string_view list, Reporter* reporter) {
  ids_.reserve(ids.size());
  for (const std::string* id : ids) ids_.push_back(*id);
  sorted_ = SortedTexts(ids_);
  std::vector<uint8_t> nameless(ids.size());
  std::string_view before;
  for (const Index i : sorted_) nameless[i] = std::exchange(before, ids_[i]) == ids_[i] ? 1 : 0;
  std::erase_if(sorted_, [&](Index i) { return nameless[i] != 0; });
  // The new ids are found by no reference, but must be unlike every other.
  uint64_t tries = 0;
  for (Index i = 0; i < ids.size(); ++i) {
    if (nameless[i] == 0) continue;
    std::string& id = *ids[i];
    if (!id.empty()) {
      reporter->Report(Severity::kError, "duplicate-id",
                       "the id " + Shown(id) + " is taken; this item gets another",
                       ItemPointer(list, origins[i]) + "/id", origins[i].at);
    }
    const char letter = list.front();
    id = letter + Decimal(uint64_t{origins[i].json_index} + 1);
    while (Find(id) != kNone) id = letter + std::string("-") + Decimal(++tries);
  }
}

Index IdTable::Find(std::string_view id) const {
  const auto at = std::lower_bound(sorted_.begin(), sorted_.end(), id,
                                   [this](Index i, std::string_view t) { return ids_[i] < t; });
  return at != sorted_.end() && ids_[*at] == id ? *at : kNone;
}

std::string Resolver::FieldPointer(const Reference& reference) const {
  const FieldSpec& spec = *reference.spec;
  std::string pointer = spec.in == Object::kQuote
                            ? ItemPointer("quotes", draft_.quotes[reference.item])
                            : ItemPointer("events", draft_.events[reference.item]);
  pointer.append("/").append(spec.name);
  if (IsList(spec.shape)) pointer.append("/").append(Decimal(reference.place));
  return pointer;
}

void Resolver::Store(const Reference& reference, Index target) {
  if (reference.spec->in == Object::kEvent) {
    story_.events[reference.item].article = target;
    return;
  }
  Quote& quote = story_.quotes[reference.item];
  switch (reference.spec->field) {
    case Field::kArticle:
      quote.article = target;
      break;
    case Field::kWithin:
      quote.within = target;
      withins_.emplace_back(reference.item, reference.at);
      break;
    case Field::kSpeakers:
      quote.speakers.push_back(target);
      break;
    case Field::kAddressees:
      quote.more.Own().addressees.push_back(target);
      break;
    default:
      quote.more.Own().mentions.push_back(target);
      break;
  }
}

const IdTable& Resolver::TableOf(Field field) const {
  if (field == Field::kArticle) return articles_;
  return field == Field::kWithin ? quotes_ : speakers_;
}

void Resolver::ListRead(Field list) {
  if (list == Field::kArticles) {
    articles_.Fill(&story_.articles, draft_.articles, "articles", &reporter_);
    texts_.resize(story_.articles.size());
  } else if (list == Field::kSpeakers) {
    speakers_.Fill(&story_.speakers, draft_.speakers, "speakers", &reporter_);
  } else if (list == Field::kQuotes) {
    quotes_.Fill(&story_.quotes, draft_.quotes, "quotes", &reporter_);
  } else {
    events_.Fill(&story_.events, draft_.events, "events", &reporter_);
  }
}

void Resolver::QuoteRead(size_t references, size_t spans) {
  ResolveReferences(references);
  // All quotes are read before the articles are, or all of them behind.
  if (!articles_.filled()) return;
  ResolveSpans(resolved_++);
  draft_.quote_spans.resize(spans);
}

void Resolver::Refer(const FieldSpec& spec, Index item, uint32_t place, TextPosition at,
                     std::string_view id) {
  std::string& ids = draft_.reference_ids;
  const auto begin = static_cast<uint32_t>(ids.size());
  ids.append(id);
  draft_.references.push_back({&spec, item, place, at, {begin, static_cast<uint32_t>(ids.size())}});
}

void Resolver::ResolveReferences(size_t from) {
  std::vector<Reference>& references = draft_.references;
  size_t kept = from;
  for (size_t i = from; i < references.size(); ++i) {
    const Reference& reference = references[i];
    const IdTable& table = TableOf(reference.spec->field);
    if (!table.filled()) {
      references[kept++] = reference;
      continue;
    }
    const std::string_view id =
        std::string_view(draft_.reference_ids).substr(reference.id.begin, reference.id.size());
    const Index target = table.Find(id);
    if (target != kNone) {
      Store(reference, target);
      continue;
    }
    std::string_view kind = "speaker";
    if (reference.spec->field == Field::kArticle) kind = "article";
    if (reference.spec->field == Field::kWithin) kind = "quote";
    reporter_.Report(Severity::kError, "unknown-id",
                     "there is no " + std::string(kind) + " with the id " + Shown(id),
                     FieldPointer(reference), reference.at);
  }
  references.resize(kept);
  draft_.reference_ids.resize(references.empty() ? 0 : references.back().id.end);
}

TextPosition Resolver::WithinOf(Index quote) const {
  for (const auto& [item, at] : withins_) {
    if (item == quote) return at;
  }
  return {};
}

void Resolver::CutCycles() {
  if (withins_.empty()) return;
  // Every quote has at most one quote around it: follow each chain once, marking it with the number
  // of the walk; meeting one's own mark is a cycle, and the step that closed it is cut.
  std::vector<Index> walks(story_.quotes.size(), kNone);
  for (Index start = 0; start < story_.quotes.size(); ++start) {
    Index before = kNone;
    for (Index at = start; at != kNone; at = story_.quotes[at].within) {
      if (walks[at] == start) {
        story_.quotes[before].within = kNone;
        reporter_.Report(Severity::kError, "within-cycle",
                         "this quote would stand within itself; the link is cut",
                         ItemPointer("quotes", draft_.quotes[before]) + "/within",
                         reporter_.full() ? TextPosition{} : WithinOf(before));
        break;
      }
      if (walks[at] != kNone) break;
      walks[at] = start;
      before = at;
    }
  }
}

const CodePointIndex& Resolver::IndexOf(Index article) {
  ArticleText& text = texts_[article];
  if (!text.index) text.index = std::make_unique<CodePointIndex>(story_.articles[article].text);
  return *text.index;
}

bool Resolver::Spend(size_t bytes) {
  if (bytes > budget_) {
    budget_ = 0;
    return false;
  }
  budget_ -= bytes;
  return true;
}

const PassageSearch* Resolver::SearchOf(Index article, size_t cost) {
  const std::string_view text = story_.articles[article].text;
  if (!Spend(text.size() + cost)) return nullptr;
  ArticleText& prepared = texts_[article];
  if (!prepared.search) prepared.search = std::make_unique<PassageSearch>(text);
  return prepared.search.get();
}

TextPosition Resolver::OriginOf(Object in, Index item, uint32_t place) const {
  const bool of_event = in == Object::kEvent || in == Object::kWhen;
  const std::vector<SpanOrigin>& spans = of_event ? draft_.event_spans : draft_.quote_spans;
  const auto by_item = [](const SpanOrigin& origin, Index wanted) { return origin.item < wanted; };
  auto origin = std::lower_bound(spans.begin(), spans.end(), item, by_item);
  for (; origin != spans.end() && origin->item == item; ++origin) {
    if (origin->in == in && origin->place == place) return origin->at;
  }
  return {};
}

void Resolver::ReportSpan(Severity severity, std::string_view code, std::string message, Object in,
                          Index item, uint32_t place) {
  const bool of_event = in == Object::kEvent || in == Object::kWhen;
  std::string pointer = of_event ? ItemPointer("events", draft_.events[item])
                                 : ItemPointer("quotes", draft_.quotes[item]);
  switch (in) {
    case Object::kMention:
      pointer.append("/mention");
      break;
    case Object::kCue:
      pointer.append("/cue");
      break;
    case Object::kSaid:
      pointer.append("/said");
      break;
    case Object::kAbout:
      pointer.append("/about/").append(Decimal(place));
      break;
    case Object::kWhen:
      pointer.append("/when");
      break;
    default:
      break;
  }
  reporter_.Report(severity, code, std::move(message), pointer.append("/span"),
                   reporter_.full() ? TextPosition{} : OriginOf(in, item, place));
}

bool Resolver::ToBytes(Index article, TextSpan* span, Object in, Index item, uint32_t place) {
  if (article == kNone || story_.articles[article].text.empty()) {
    ReportSpan(Severity::kWarning, "span-without-text",
               "there is no article text that the span could point into; it is left out", in, item,
               place);
    return false;
  }
  const CodePointIndex& index = IndexOf(article);
  if (span->end > index.size()) {
    ReportSpan(Severity::kError, "span-range",
               "the article's text has " + Decimal(index.size()) +
                   " code points, the span ends at " + Decimal(span->end) + "; it is left out",
               in, item, place);
    return false;
  }
  *span = {static_cast<uint32_t>(index.ByteOf(span->begin)),
           static_cast<uint32_t>(index.ByteOf(span->end))};
  return true;
}

void Resolver::Moved(Index article, TextSpan span, std::string_view how, Object in, Index item,
                     uint32_t place) {
  const CodePointIndex& index = IndexOf(article);
  std::string message = "the text is not there; found by ";
  message.append(how).append(" at [").append(Decimal(index.CodePointOf(span.begin))).append(", ");
  message.append(Decimal(index.CodePointOf(span.end))).append("]");
  ReportSpan(Severity::kWarning, "span-moved", std::move(message), in, item, place);
}

void Resolver::ResolveQuote(Index item) {
  Quote& quote = story_.quotes[item];
  const Selector& selector = *quote.selector;
  const bool readable = quote.article != kNone && !story_.articles[quote.article].text.empty();
  const bool given = !quote.spans.empty();
  if (given && !readable) {
    ToBytes(quote.article, &quote.spans[0], Object::kQuote, item, 0);
    quote.spans.clear();
    return;
  }
  if (!readable || (!given && selector.exact.empty())) return;

  const SharedText& text = story_.articles[quote.article].text;
  const CodePointIndex& index = IndexOf(quote.article);
  const size_t near = given ? index.ByteOf(quote.spans[0].begin) : 0;
  const bool in_range = given && quote.spans.back().end <= index.size();
  if (in_range) {
    std::string words;
    for (TextSpan& span : quote.spans) {
      span = {static_cast<uint32_t>(index.ByteOf(span.begin)),
              static_cast<uint32_t>(index.ByteOf(span.end))};
      if (!Spend(span.size())) break;
      words.append(text.Part(span));
    }
    // The selector's words may be the article's where the quote's were corrected.
    if (SameWords(words, quote.text)) return;
    if (!selector.exact.empty() && SameWords(words, selector.exact)) return;
  }
  quote.spans.clear();

  const PassageSearch* search =
      SearchOf(quote.article, selector.exact.size() + selector.prefix.size() +
                                  selector.suffix.size() + 2 * quote.text.size());
  if (search != nullptr && !selector.exact.empty()) {
    const TextSpan best = search->Best(selector.exact, selector.prefix, selector.suffix, near);
    if (!best.empty()) {
      quote.spans.push_back(best);
      if (given) Moved(quote.article, best, "the selector", Object::kQuote, item, 0);
      return;
    }
  }
  // A selector alone that finds nothing is no fault of the file: the host page may hold the text.
  if (!given) return;
  if (search != nullptr) {
    const std::vector<TextSpan> places = search->Find(quote.text, 2);
    if (places.size() == 1) {
      quote.spans.push_back(places[0]);
      return Moved(quote.article, places[0], "the quote's text", Object::kQuote, item, 0);
    }
  }
  ReportSpan(Severity::kError, in_range ? "span-mismatch" : "span-range",
             in_range
                 ? "the article says something else there, and the quote's text stands nowhere "
                   "or more than once; the span is left out"
                 : "the article's text has " + Decimal(index.size()) +
                       " code points; the span is left out",
             Object::kQuote, item, 0);
}

void Resolver::ResolvePassage(Rare<Passage>* given, Object in, Index item, uint32_t place,
                              Index article) {
  Passage* passage = given->Get();
  if (passage == nullptr || passage->span.empty()) return;
  if (!ToBytes(article, &passage->span, in, item, place)) {
    passage->span = {};
    return;
  }
  if (passage->text.empty()) return;
  const std::string_view text = story_.articles[article].text;
  const std::string_view words = text.substr(passage->span.begin, passage->span.size());
  if (Spend(words.size()) && SameWords(words, passage->text)) return;
  passage->span = {};
  const PassageSearch* search = SearchOf(article, 2 * passage->text.size());
  if (search != nullptr) {
    const std::vector<TextSpan> places = search->Find(passage->text, 2);
    if (places.size() == 1) {
      passage->span = places[0];
      return Moved(article, places[0], "its text", in, item, place);
    }
  }
  ReportSpan(Severity::kError, "span-mismatch",
             "the article says something else there, and " + Shown(passage->text) +
                 " stands nowhere or more than once; the span is left out",
             in, item, place);
}

void Resolver::ResolveSpans(Index item) {
  Quote& quote = story_.quotes[item];
  // A quote that names no article belongs to the only one there is.
  if (quote.article == kNone && story_.articles.size() == 1) quote.article = 0;
  ResolveQuote(item);
  SharedText words;
  if (quote.spans.size() == 1) {
    words = story_.articles[quote.article].text.Part(quote.spans[0]);
  }
  quote.text = words == quote.text ? std::move(words) : words_.Add(quote.text);
  ResolvePassage(&quote.mention, Object::kMention, item, 0, quote.article);
  ResolvePassage(&quote.cue, Object::kCue, item, 0, quote.article);
  if (quote.said) ResolvePassage(&quote.said->words, Object::kSaid, item, 0, quote.article);
  for (uint32_t k = 0; k < quote.about.size(); ++k) {
    ResolvePassage(&quote.about[k].words, Object::kAbout, item, k, quote.article);
  }
}

void Resolver::Finish() {
  for (const Field list : {Field::kArticles, Field::kSpeakers, Field::kQuotes, Field::kEvents}) {
    ListRead(list);
  }
  ResolveReferences(0);
  CutCycles();
  for (; resolved_ < story_.quotes.size(); ++resolved_) ResolveSpans(resolved_);
  for (Index i = 0; i < story_.events.size(); ++i) {
    Event& event = story_.events[i];
    if (!event.span.empty() && !ToBytes(event.article, &event.span, Object::kEvent, i, 0)) {
      event.span = {};
    }
    if (event.when) ResolvePassage(&event.when->words, Object::kWhen, i, 0, event.article);
  }
}

}  // namespace saywhen::story_json
