// The second half of reading: ids to indexes, code points to bytes, repairs.
#include <algorithm>
#include <memory>
#include <unordered_map>

#include "base/utf8.h"
#include "formats/passage_search.h"
#include "formats/story_json_draft.h"

namespace saywhen::story_json {

namespace {

std::string ItemPointer(std::string_view list, const ItemOrigin& origin) {
  std::string pointer = "/";
  return pointer.append(list).append("/").append(Decimal(origin.json_index));
}

// The ids of one kind of item.
class IdTable {
 public:
  // Gives every item an id of its own: of two that are the same the second is renamed and reported;
  // a missing one becomes `letter` and the place in the file.
  template <typename Item>
  void Fill(std::vector<Item>* items, const std::vector<ItemOrigin>& origins, std::string_view list,
            char letter, Reporter* reporter) {
    by_id_.reserve(items->size());
    std::vector<Index> nameless;
    for (Index i = 0; i < items->size(); ++i) {
      const std::string& id = (*items)[i].id;
      if (!id.empty() && by_id_.emplace(id, i).second) continue;
      nameless.push_back(i);
      if (id.empty()) continue;
      reporter->Report(Severity::kError, "duplicate-id",
                       "the id " + Shown(id) + " is taken; this item gets another",
                       ItemPointer(list, origins[i]) + "/id", origins[i].at);
    }
    // The new ids are found by no reference, but must be unlike every other.
    uint64_t tries = 0;
    for (const Index item : nameless) {
      std::string id = letter + Decimal(uint64_t{origins[item].json_index} + 1);
      while (Find(id) != kNone) id = letter + std::string("-") + Decimal(++tries);
      (*items)[item].id = std::move(id);
    }
  }

  Index Find(std::string_view id) const {
    const auto at = by_id_.find(id);
    return at != by_id_.end() ? at->second : kNone;
  }

 private:
  std::unordered_map<std::string_view, Index> by_id_;
};

class Resolver {
 public:
  Resolver(Draft* draft, Reporter* reporter)
      : draft_(*draft), story_(draft->story), reporter_(*reporter) {}

  void ResolveIds();
  void CutCycles();
  void ResolveSpans();

 private:
  // An article's offsets and, once something has to be looked for, its words.
  struct ArticleText {
    std::unique_ptr<CodePointIndex> index;
    std::unique_ptr<PassageSearch> search;
  };

  std::string FieldPointer(const Reference& reference) const;
  void Store(const Reference& reference, Index target);

  const CodePointIndex& IndexOf(Index article);
  // Null when so much has been searched that the file must be hostile.
  const PassageSearch* SearchOf(Index article, size_t cost);
  bool Spend(size_t bytes);
  // Where a span stands in the file.
  TextPosition OriginOf(Object in, Index item, uint32_t place) const;
  void ReportSpan(Severity severity, std::string_view code, std::string message, Object in,
                  Index item, uint32_t place);
  // Code points to bytes; false, and reported, when the article has no such place.
  bool ToBytes(Index article, TextSpan* span, Object in, Index item, uint32_t place);
  void ResolveQuote(Index item);
  void ResolvePassage(Rare<Passage>* given, Object in, Index item, uint32_t place, Index article);
  void Moved(Index article, TextSpan span, std::string_view how, Object in, Index item,
             uint32_t place);

  Draft& draft_;
  Story& story_;
  Reporter& reporter_;
  std::vector<ArticleText> texts_;
  std::vector<TextPosition> withins_;  // of each quote's "within", where it has one
  // Bytes that may still be compared and searched: far more than an honest file of the largest size
  // needs, and seconds of work.
  size_t budget_ = size_t{1} << 29;
};

std::string Resolver::FieldPointer(const Reference& reference) const {
  const bool quote = reference.in == Object::kQuote;
  std::string pointer = quote ? ItemPointer("quotes", draft_.quotes[reference.item])
                              : ItemPointer("events", draft_.events[reference.item]);
  switch (reference.field) {
    case Field::kArticle:
      return pointer.append("/article");
    case Field::kWithin:
      return pointer.append("/within");
    case Field::kSpeakers:
      pointer.append("/speakers/");
      break;
    case Field::kAddressees:
      pointer.append("/addressees/");
      break;
    default:
      pointer.append("/mentions/");
      break;
  }
  return pointer.append(Decimal(reference.place));
}

void Resolver::Store(const Reference& reference, Index target) {
  if (reference.in == Object::kEvent) {
    story_.events[reference.item].article = target;
    return;
  }
  Quote& quote = story_.quotes[reference.item];
  switch (reference.field) {
    case Field::kArticle:
      quote.article = target;
      break;
    case Field::kWithin:
      quote.within = target;
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

void Resolver::ResolveIds() {
  IdTable articles;
  IdTable speakers;
  IdTable quotes;
  articles.Fill(&story_.articles, draft_.articles, "articles", 'a', &reporter_);
  speakers.Fill(&story_.speakers, draft_.speakers, "speakers", 's', &reporter_);
  quotes.Fill(&story_.quotes, draft_.quotes, "quotes", 'q', &reporter_);
  IdTable().Fill(&story_.events, draft_.events, "events", 'e', &reporter_);

  // A quote that names no article belongs to the only one there is.
  if (story_.articles.size() == 1) {
    for (Quote& quote : story_.quotes) quote.article = 0;
  }
  withins_.resize(story_.quotes.size());
  for (const Reference& reference : draft_.references) {
    const bool article = reference.field == Field::kArticle;
    const bool within = reference.field == Field::kWithin;
    const IdTable& table = article ? articles : within ? quotes : speakers;
    const Index target = table.Find(reference.id);
    if (within) withins_[reference.item] = reference.at;
    if (target != kNone) {
      Store(reference, target);
      continue;
    }
    const std::string_view kind = article ? "article" : within ? "quote" : "speaker";
    reporter_.Report(Severity::kError, "unknown-id",
                     "there is no " + std::string(kind) + " with the id " + Shown(reference.id),
                     FieldPointer(reference), reference.at);
  }
}

void Resolver::CutCycles() {
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
                         withins_[before]);
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
  const std::string& text = story_.articles[article].text;
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

  const std::string& text = story_.articles[quote.article].text;
  const CodePointIndex& index = IndexOf(quote.article);
  const size_t near = given ? index.ByteOf(quote.spans[0].begin) : 0;
  const bool in_range = given && quote.spans.back().end <= index.size();
  if (in_range) {
    std::string words;
    for (TextSpan& span : quote.spans) {
      span = {static_cast<uint32_t>(index.ByteOf(span.begin)),
              static_cast<uint32_t>(index.ByteOf(span.end))};
      if (!Spend(span.size())) break;
      words.append(text, span.begin, span.size());
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

void Resolver::ResolveSpans() {
  texts_.resize(story_.articles.size());
  for (Index i = 0; i < story_.quotes.size(); ++i) {
    Quote& quote = story_.quotes[i];
    ResolveQuote(i);
    ResolvePassage(&quote.mention, Object::kMention, i, 0, quote.article);
    ResolvePassage(&quote.cue, Object::kCue, i, 0, quote.article);
    if (quote.said) ResolvePassage(&quote.said->words, Object::kSaid, i, 0, quote.article);
    for (uint32_t k = 0; k < quote.about.size(); ++k) {
      ResolvePassage(&quote.about[k].words, Object::kAbout, i, k, quote.article);
    }
  }
  for (Index i = 0; i < story_.events.size(); ++i) {
    Event& event = story_.events[i];
    if (!event.span.empty() && !ToBytes(event.article, &event.span, Object::kEvent, i, 0)) {
      event.span = {};
    }
    if (event.when) ResolvePassage(&event.when->words, Object::kWhen, i, 0, event.article);
  }
}

}  // namespace

void ResolveDraft(Draft* draft, Reporter* reporter) {
  Resolver resolver(draft, reporter);
  resolver.ResolveIds();
  resolver.CutCycles();
  resolver.ResolveSpans();
}

}  // namespace saywhen::story_json
