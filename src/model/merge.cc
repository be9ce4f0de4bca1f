#include "model/merge.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "model/combine.h"
#include "model/identity.h"
#include "model/index_map.h"
#include "model/key_table.h"
#include "model/unify_speakers.h"

namespace saywhen {
namespace {

// Places in a text that was changed: `before` bytes at its beginning and `after` at its end are
// the same.
class TextChange {
 public:
  TextChange(std::string_view old_text, std::string_view new_text)
      : old_size_(old_text.size()), new_size_(new_text.size()) {
    const size_t most = std::min(old_size_, new_size_);
    while (before_ < most && old_text[before_] == new_text[before_]) ++before_;
    while (after_ < most && old_text[old_size_ - 1 - after_] == new_text[new_size_ - 1 - after_]) {
      ++after_;
    }
  }

  // False when the place is lost; the span is then empty.
  bool Move(TextSpan* span) const {
    if (span->empty() || span->end <= before_) return true;
    if (span->end <= old_size_ && span->begin >= old_size_ - after_) {
      const size_t begin = span->begin + new_size_ - old_size_;
      *span = {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + span->size())};
      return true;
    }
    *span = {};
    return false;
  }

  bool Move(Rare<Passage>* passage) const {
    return passage->Get() == nullptr || Move(&passage->Get()->span);
  }

  bool Move(Quote* quote) const {
    bool found = true;
    for (TextSpan& span : quote->spans) found = Move(&span) && found;
    if (!found) quote->spans.clear();
    found = Move(&quote->mention) && found;
    found = Move(&quote->cue) && found;
    if (quote->said) found = Move(&quote->said->words) && found;
    for (StoryTime& about : quote->about) found = Move(&about.words) && found;
    return found;
  }

  bool Move(Event* event) const {
    const bool found = Move(&event->span);
    return (!event->when || Move(&event->when->words)) && found;
  }

 private:
  size_t old_size_;
  size_t new_size_;
  size_t before_ = 0;
  size_t after_ = 0;
};

bool SameTime(const StoryTime& a, const StoryTime& b) {
  return a.when == b.when && a.basis == b.basis && a.words->text == b.words->text;
}

// All but where it stands. Both numbered alike.
bool SaysTheSame(const Quote& a, const Quote& b) {
  return a.article == b.article && a.type == b.type && a.text == b.text &&
         a.speakers == b.speakers && a.mention->text == b.mention->text &&
         a.cue->text == b.cue->text && a.said.has_value() == b.said.has_value() &&
         (!a.said || SameTime(*a.said, *b.said)) &&
         std::equal(a.about.begin(), a.about.end(), b.about.begin(), b.about.end(), SameTime) &&
         a.place == b.place && a.within == b.within && a.tags == b.tags &&
         a.confidence == b.confidence && a.more == b.more;
}

bool Differ(std::string_view a, std::string_view b) { return !a.empty() && !b.empty() && a != b; }

bool Differ(const std::optional<TimeInterval>& a, const std::optional<TimeInterval>& b) {
  return a && b && a->edtf != b->edtf;
}

// Where both say something.
bool SaysOtherwise(const Article& a, const Article& b) {
  return Differ(a.headline, b.headline) || Differ(a.text, b.text) ||
         Differ(a.language, b.language) || Differ(a.dateline, b.dateline) ||
         Differ(a.publisher.name, b.publisher.name) || Differ(a.published, b.published) ||
         Differ(a.modified, b.modified);
}

bool SaysOtherwise(const Event& a, const Event& b) {
  const bool when = a.when && b.when && a.when->when.edtf != b.when->when.edtf;
  return when || Differ(a.title, b.title) || Differ(a.description, b.description) ||
         Differ(a.place, b.place) || Differ(a.url, b.url) || Differ(a.media.url, b.media.url);
}

std::string ReplacedMessage(const char* what, const std::string& id) {
  return std::string("the ") + what + " " + JsonQuoted(id) +
         " was told otherwise before; what is said here is kept";
}

bool SameArticle(const Article& a, const Article& b) {
  if (!a.url.empty() && !b.url.empty()) return BareUrl(a.url) == BareUrl(b.url);
  return !(Differ(a.headline, b.headline) && Differ(a.text, b.text));
}

// The ids of one kind of thing. Where one has no id, or that of another, only the first is found.
class Ids {
 public:
  template <typename Items>
  explicit Ids(const Items& items) {
    for (Index i = 0; i < items.size(); ++i) Add(items[i].id, i);
  }
  void Add(std::string_view id, Index index) {
    if (!id.empty() && keys_.Add(id) == indexes_.size()) indexes_.push_back(index);
  }
  Index Find(std::string_view id) const {
    const uint32_t number = keys_.Find(id);
    return number == kNone ? kNone : indexes_[number];
  }

 private:
  KeyTable keys_;
  std::vector<Index> indexes_;
};

template <typename Items>
std::vector<Index> MapById(const Items& items, const Ids& ids) {
  std::vector<Index> map;
  map.reserve(items.size());
  for (const auto& item : items) map.push_back(ids.Find(item.id));
  return map;
}

// A quote that a newer one has replaced, and where that one is.
struct Replaced {
  Index index;
  Quote quote;
  Index newer = 0;  // its index in the newer story
};

void Replace(Story* story, Story newer, std::vector<Replaced>* replaced, MergeReport* report) {
  IndexMap map;
  map.articles = MapById(story->articles, Ids(newer.articles));
  map.speakers = MapById(story->speakers, Ids(newer.speakers));
  map.quotes = MapById(story->quotes, Ids(newer.quotes));
  std::vector<bool> known(newer.quotes.size());
  for (Index i = 0; i < map.quotes.size(); ++i) {
    const Index place = map.quotes[i];
    if (place == kNone || known[place]) {
      ++report->removed;
      continue;
    }
    known[place] = true;
    replaced->push_back({place, std::move(story->quotes[i])});
    Renumber(map, &replaced->back().quote);
  }
  for (Index i = 0; i < known.size(); ++i) {
    if (!known[i]) report->added.push_back(i);
  }
  *story = std::move(newer);
}

class Adder {
 public:
  Adder(Story* story, Story newer, std::vector<Replaced>* replaced, MergeReport* report)
      : story_(*story), newer_(std::move(newer)), replaced_(*replaced), report_(*report) {}

  void Add() {
    Fill(&story_.title, &newer_.title);
    Fill(&story_.language, &newer_.language);
    Fill(&story_.extra, &newer_.extra);
    AddArticles();
    AddSpeakers();
    AddQuotes();
    AddEvents();
  }

 private:
  struct Change {
    Index article;
    TextChange change;
  };

  // Where each of the newer things goes: that of the story with the same id when `same` says so,
  // else behind all; a taken id is replaced.
  template <typename Items, typename Same>
  std::vector<Index> Places(const Items& items, Items* newer, std::string_view list,
                            const Same& same) {
    Ids ids(items);
    const Ids newer_ids(*newer);
    std::vector<Index> places;
    Index next = static_cast<Index>(items.size());
    for (Index i = 0; i < newer->size(); ++i) {
      auto& item = (*newer)[i];
      const Index old = ids.Find(item.id);
      // An id that the newer story has twice is a clash, too.
      if (old < items.size() && newer_ids.Find(item.id) == i && same(items[old], item)) {
        places.push_back(old);
        continue;
      }
      if (old != kNone) {
        std::string id;
        int64_t number = 2;
        do {
          id = item.id + "-" + std::move(JsonWriter().Int(number++)).Take();
        } while (ids.Find(id) != kNone || newer_ids.Find(id) != kNone);
        Warn(&report_.diagnostics, "id-clash",
             "the id " + JsonQuoted(item.id) + " is taken; this one is " + JsonQuoted(id), list, i,
             "id");
        item.id = std::move(id);
      }
      ids.Add(item.id, next);
      places.push_back(next++);
    }
    return places;
  }

  template <typename Items>
  static void Put(typename Items::value_type item, Index place, Items* items) {
    if (place < items->size()) {
      (*items)[place] = std::move(item);
    } else {
      items->push_back(std::move(item));
    }
  }

  // Of quotes and events, where both are in an article.
  bool InSameArticle(Index old_article, Index newer_article) const {
    return old_article < story_.articles.size() &&
           old_article == MappedIndex(map_.articles, newer_article);
  }

  void AddArticles() {
    map_.articles = Places(story_.articles, &newer_.articles, "articles", SameArticle);
    for (Index i = 0; i < newer_.articles.size(); ++i) {
      Article& article = newer_.articles[i];
      const Index place = map_.articles[i];
      if (place < story_.articles.size()) {
        share_articles_ = true;
        Article& old = story_.articles[place];
        if (SaysOtherwise(old, article)) TellReplaced("article", article.id, "articles", i);
        Fill(&article.url, &old.url);
        Fill(&article.headline, &old.headline);
        Fill(&article.publisher.name, &old.publisher.name);
        Fill(&article.publisher.url, &old.publisher.url);
        if (article.authors.empty()) article.authors = std::move(old.authors);
        if (!article.published) article.published = std::move(old.published);
        if (article.text.empty()) article.text = old.text;
        if (article.text != old.text) changes_.push_back({place, {old.text, article.text}});
      }
      Put(std::move(article), place, &story_.articles);
    }
  }

  void AddSpeakers() {
    const auto same = [this](const Speaker& a, const Speaker& b) {
      return share_articles_ || ShareAName(a, b) || ShareAnAddress(a, b);
    };
    map_.speakers = Places(story_.speakers, &newer_.speakers, "speakers", same);
    for (Index i = 0; i < newer_.speakers.size(); ++i) {
      Speaker& speaker = newer_.speakers[i];
      const Index place = map_.speakers[i];
      if (place < story_.speakers.size()) {
        Absorb(std::move(story_.speakers[place]), place, &speaker, &report_.diagnostics);
      }
      Put(std::move(speaker), place, &story_.speakers);
    }
  }

  void AddQuotes() {
    const auto same = [this](const Quote& a, const Quote& b) {
      return a.text == b.text || InSameArticle(a.article, b.article);
    };
    map_.quotes = Places(story_.quotes, &newer_.quotes, "quotes", same);
    const size_t old_size = story_.quotes.size();
    std::vector<bool> replaced(old_size);
    for (Index i = 0; i < newer_.quotes.size(); ++i) {
      Quote& quote = newer_.quotes[i];
      const Index place = map_.quotes[i];
      Renumber(map_, &quote);
      if (place >= old_size) {
        report_.added.push_back(place);
      } else {
        replaced[place] = true;
        replaced_.push_back({place, std::move(story_.quotes[place]), i});
      }
      Put(std::move(quote), place, &story_.quotes);
    }
    for (Index i = 0; i < old_size; ++i) {
      if (!replaced[i]) MoveSpans(&story_.quotes[i], "quotes", i);
    }
  }

  void AddEvents() {
    const auto same = [this](const Event& a, const Event& b) {
      return a.title == b.title || InSameArticle(a.article, b.article);
    };
    const std::vector<Index> places = Places(story_.events, &newer_.events, "events", same);
    const size_t old_size = story_.events.size();
    std::vector<bool> replaced(old_size);
    for (Index i = 0; i < newer_.events.size(); ++i) {
      Renumber(map_, &newer_.events[i]);
      if (places[i] < old_size) {
        replaced[places[i]] = true;
        if (SaysOtherwise(story_.events[places[i]], newer_.events[i])) {
          TellReplaced("event", newer_.events[i].id, "events", i);
        }
      }
      Put(std::move(newer_.events[i]), places[i], &story_.events);
    }
    for (Index i = 0; i < old_size; ++i) {
      if (!replaced[i]) MoveSpans(&story_.events[i], "events", i);
    }
  }

  void TellReplaced(const char* what, const std::string& id, std::string_view list, Index index) {
    Warn(&report_.diagnostics, "replaced", ReplacedMessage(what, id), list, index, "id");
  }

  template <typename Item>
  void MoveSpans(Item* item, std::string_view list, Index index) {
    for (const Change& change : changes_) {
      if (change.article != item->article || change.change.Move(item)) continue;
      Warn(&report_.diagnostics, "span-lost",
           "the article has changed around " + JsonQuoted(item->id) + "; a place is left out", list,
           index, "span");
    }
  }

  Story& story_;
  Story newer_;
  std::vector<Replaced>& replaced_;
  MergeReport& report_;
  IndexMap map_;
  std::vector<Change> changes_;  // of articles
  bool share_articles_ = false;
};

}  // namespace

MergeReport MergeInto(Story* story, Story newer, MergeMode mode) {
  MergeReport report;
  std::vector<Replaced> replaced;
  if (mode == MergeMode::kReplace) {
    Replace(story, std::move(newer), &replaced, &report);
  } else {
    Adder(story, std::move(newer), &replaced, &report).Add();
  }
  // Compared only now, when who is the same has one number on both sides.
  const size_t speakers = story->speakers.size();
  const std::vector<Index> map = UnifyAndRenumber(story, &report.diagnostics);
  report.unified = speakers - story->speakers.size();
  for (Replaced& old : replaced) {
    RenumberSpeakers(map, &old.quote);
    const Quote& quote = story->quotes[old.index];
    if (SaysTheSame(old.quote, quote)) continue;
    report.changed.push_back(old.index);
    if (mode == MergeMode::kReplace) continue;
    Warn(&report.diagnostics, "replaced", ReplacedMessage("quote", quote.id), "quotes", old.newer,
         "id");
  }
  return report;
}

}  // namespace saywhen
