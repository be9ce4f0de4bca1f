#include "model/merge.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "base/json_writer.h"
#include "base/utf8.h"
#include "model/index_map.h"

namespace saywhen {
namespace {

// Different texts, each with a number: 0, 1, 2, … as they are first added.
class KeyTable {
 public:
  uint32_t Add(std::string_view key) {
    if (2 * keys_.size() >= slots_.size()) Grow();
    uint32_t& slot = slots_[SlotOf(key)];
    if (slot == kNone) {
      slot = static_cast<uint32_t>(keys_.size());
      keys_.emplace_back(key);
    }
    return slot;
  }
  // Or kNone.
  uint32_t Find(std::string_view key) const { return slots_.empty() ? kNone : slots_[SlotOf(key)]; }
  size_t size() const { return keys_.size(); }

 private:
  size_t SlotOf(std::string_view key) const {
    uint32_t hash = 2166136261U;  // FNV-1a
    for (const char c : key) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
    size_t slot = hash & (slots_.size() - 1);
    while (slots_[slot] != kNone && keys_[slots_[slot]] != key) {
      slot = (slot + 1) & (slots_.size() - 1);
    }
    return slot;
  }
  void Grow() {
    slots_.assign(std::max<size_t>(16, 2 * slots_.size()), kNone);
    for (uint32_t i = 0; i < keys_.size(); ++i) slots_[SlotOf(keys_[i])] = i;
  }

  std::vector<std::string> keys_;
  std::vector<uint32_t> slots_;
};

// Letter case and amounts of white space aside; all four Latin i are one. Latin, Greek, Cyrillic.
std::string CaseFolded(std::string_view name) {
  std::string folded;
  bool blank = false;
  for (size_t byte = 0; byte < name.size();) {
    const CodePoint point = DecodeCodePoint(name, byte);
    byte += point.size;
    char32_t c = point.value;
    if (c <= ' ' || c == 0xA0) {
      blank = true;
      continue;
    }
    if ((c >= 'A' && c <= 'Z') || (c >= 0xC0 && c <= 0xDE && c != 0xD7) ||
        (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F)) {
      c += 0x20;
    } else if (c == 0x130 || c == 0x131) {
      c = 'i';
    } else if ((c >= 0x139 && c <= 0x148) || (c >= 0x179 && c <= 0x17E)) {
      c += c & 1;
    } else if (c == 0x178) {
      c = 0xFF;
    } else if ((c >= 0x100 && c <= 0x177) || (c >= 0x460 && c <= 0x481)) {
      c |= 1;
    } else if (c == 0x3C2) {
      c = 0x3C3;
    } else if (c >= 0x400 && c <= 0x40F) {
      c += 0x50;
    }
    if (blank && !folded.empty()) folded.push_back(' ');
    blank = false;
    AppendCodePoint(&folded, c);
  }
  return folded;
}

// What makes two addresses two: not the scheme, "www." or a last slash.
std::string_view BareUrl(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  if (url.starts_with("www.")) url.remove_prefix(4);
  if (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

bool ShareAnAddress(const Speaker& a, const Speaker& b) {
  for (const std::string& one : a.same_as) {
    for (const std::string& other : b.same_as) {
      if (BareUrl(one) == BareUrl(other)) return true;
    }
  }
  return false;
}

void Warn(Diagnostics* diagnostics, std::string_view code, std::string message,
          std::string_view list, Index index, std::string_view field) {
  if (diagnostics == nullptr) return;
  std::string pointer = "/";
  pointer.append(list).append("/").append(std::move(JsonWriter().Int(index)).Take());
  pointer.append("/").append(field);
  diagnostics->Add(
      {Severity::kWarning, std::string(code), std::move(message), std::move(pointer), 0, 0});
}

void Fill(std::string* text, std::string* with) {
  if (text->empty()) *text = std::move(*with);
}

void AddNew(std::vector<std::string>* list, std::string* item) {
  if (std::find(list->begin(), list->end(), *item) == list->end()) {
    list->push_back(std::move(*item));
  }
}

// `from`, which stands at `index` of the story that is reported on, becomes part of `speaker`.
void Absorb(Speaker from, Index index, Speaker* speaker, Diagnostics* diagnostics) {
  const auto fill = [&](std::string_view field, std::string* to, std::string* with) {
    if (!to->empty() && !with->empty() && *to != *with) {
      Warn(diagnostics, "speaker-conflict",
           JsonQuoted(speaker->name) + ": " + JsonQuoted(*to) + " is kept, " + JsonQuoted(*with) +
               " is lost",
           "speakers", index, field);
    }
    Fill(to, with);
  };
  fill("role", &speaker->role, &from.role);
  fill("affiliation", &speaker->affiliation, &from.affiliation);
  fill("color", &speaker->color, &from.color);
  Fill(&speaker->image, &from.image);
  Fill(&speaker->extra, &from.extra);
  if (from.kind != speaker->kind) {
    Warn(diagnostics, "speaker-conflict", JsonQuoted(speaker->name) + " keeps its kind", "speakers",
         index, "kind");
  }
  if (from.name != speaker->name) AddNew(&speaker->aliases, &from.name);
  for (std::string& alias : from.aliases) {
    if (alias != speaker->name) AddNew(&speaker->aliases, &alias);
  }
  for (std::string& url : from.same_as) AddNew(&speaker->same_as, &url);
}

// Whether two who share a name may be one.
bool MayBeOne(const Speaker& a, const Speaker& b) {
  if (a.kind != b.kind) return false;
  if (!a.same_as.empty() && !b.same_as.empty()) return ShareAnAddress(a, b);
  return a.affiliation.empty() || b.affiliation.empty() || a.affiliation == b.affiliation ||
         (!a.role.empty() && a.role == b.role);
}

// Speakers who have a text in common: a name or alias, or an address.
struct Sharing {
  std::vector<Index> by_name;
  std::vector<Index> by_alias;
  std::vector<Index> by_address;
};

class Unifier {
 public:
  Unifier(Story* story, Diagnostics* diagnostics)
      : speakers_(story->speakers), diagnostics_(diagnostics) {
    for (Index i = 0; i < speakers_.size(); ++i) owner_.push_back(i);
  }

  // By each speaker's index, the one that it has become.
  std::vector<Index> Unify() && {
    KeyTable keys;
    std::vector<Sharing> sharings;
    const auto sharing = [&](std::string_view key) -> Sharing& {
      const uint32_t number = keys.Add(key);
      if (number == sharings.size()) sharings.emplace_back();
      return sharings[number];
    };
    for (Index i = 0; i < speakers_.size(); ++i) {
      const Speaker& speaker = speakers_[i];
      sharing(CaseFolded(speaker.name)).by_name.push_back(i);
      for (const std::string& alias : speaker.aliases) {
        sharing(CaseFolded(alias)).by_alias.push_back(i);
      }
      for (const std::string& url : speaker.same_as) {
        // No folded name begins so.
        sharing("\n" + std::string(BareUrl(url))).by_address.push_back(i);
      }
    }
    // What is certain first: names are judged by all that is known of both.
    for (const Sharing& s : sharings) {
      for (const Index speaker : s.by_address) Join(s.by_address[0], speaker);
    }
    // Of a name that hundreds share, the first ones: the rest are not compared with all.
    constexpr size_t kCompared = 64;
    for (const Sharing& s : sharings) {
      for (size_t i = 0; i < s.by_name.size() && i < kCompared; ++i) {
        const Index speaker = s.by_name[i];
        for (size_t k = i + 1; k < s.by_name.size(); ++k) JoinIfOne(speaker, s.by_name[k]);
        for (const Index other : s.by_alias) JoinIfOne(speaker, other);
      }
    }
    for (Index i = 0; i < owner_.size(); ++i) owner_[i] = OwnerOf(i);
    return std::move(owner_);
  }

 private:
  Index OwnerOf(Index speaker) {
    while (owner_[speaker] != speaker) speaker = owner_[speaker] = owner_[owner_[speaker]];
    return speaker;
  }
  void Join(Index a, Index b) {
    a = OwnerOf(a);
    b = OwnerOf(b);
    if (a == b) return;
    if (b < a) std::swap(a, b);
    owner_[b] = a;
    Absorb(std::move(speakers_[b]), b, &speakers_[a], diagnostics_);
  }
  void JoinIfOne(Index a, Index b) {
    if (MayBeOne(speakers_[OwnerOf(a)], speakers_[OwnerOf(b)])) Join(a, b);
  }

  std::vector<Speaker>& speakers_;
  Diagnostics* diagnostics_;
  std::vector<Index> owner_;
};

// By each old index of a speaker the new one.
std::vector<Index> Unify(Story* story, Diagnostics* diagnostics) {
  const std::vector<Index> owners = Unifier(story, diagnostics).Unify();
  std::vector<Index> map;
  std::vector<Speaker> kept;
  for (Index i = 0; i < owners.size(); ++i) {
    if (owners[i] != i) {
      map.push_back(map[owners[i]]);
    } else {
      map.push_back(static_cast<Index>(kept.size()));
      kept.push_back(std::move(story->speakers[i]));
    }
  }
  story->speakers = std::move(kept);
  for (Quote& quote : story->quotes) RenumberSpeakers(map, &quote);
  return map;
}

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

  bool Move(Quote* quote) const {
    bool found = true;
    for (TextSpan& span : quote->spans) found = Move(&span) && found;
    if (!found) quote->spans.clear();
    found = Move(&quote->mention.span) && found;
    found = Move(&quote->cue.span) && found;
    if (quote->said) found = Move(&quote->said->words.span) && found;
    for (StoryTime& about : quote->about) found = Move(&about.words.span) && found;
    return found;
  }

  bool Move(Event* event) const {
    const bool found = Move(&event->span);
    return (!event->when || Move(&event->when->words.span)) && found;
  }

 private:
  size_t old_size_;
  size_t new_size_;
  size_t before_ = 0;
  size_t after_ = 0;
};

bool SameTime(const StoryTime& a, const StoryTime& b) {
  return a.when == b.when && a.basis == b.basis && a.words.text == b.words.text;
}

// All but where it stands. Both numbered alike.
bool SaysTheSame(const Quote& a, const Quote& b) {
  return a.article == b.article && a.type == b.type && a.text == b.text &&
         a.language == b.language && a.speakers == b.speakers && a.mention.text == b.mention.text &&
         a.cue.text == b.cue.text && a.said.has_value() == b.said.has_value() &&
         (!a.said || SameTime(*a.said, *b.said)) &&
         std::equal(a.about.begin(), a.about.end(), b.about.begin(), b.about.end(), SameTime) &&
         a.prompt == b.prompt && a.place == b.place && a.addressees == b.addressees &&
         a.within == b.within && a.mentions == b.mentions && a.tags == b.tags &&
         a.confidence == b.confidence && a.url == b.url && a.note == b.note && a.extra == b.extra;
}

bool Differ(const std::string& a, const std::string& b) {
  return !a.empty() && !b.empty() && a != b;
}

bool SameArticle(const Article& a, const Article& b) {
  if (!a.url.empty() && !b.url.empty()) return BareUrl(a.url) == BareUrl(b.url);
  return !(Differ(a.headline, b.headline) && Differ(a.text, b.text));
}

bool ShareAName(const Speaker& a, const Speaker& b) {
  std::vector<std::string> names = {CaseFolded(a.name)};
  for (const std::string& alias : a.aliases) names.push_back(CaseFolded(alias));
  const auto shared = [&](const std::string& name) {
    return std::find(names.begin(), names.end(), CaseFolded(name)) != names.end();
  };
  return shared(b.name) || std::any_of(b.aliases.begin(), b.aliases.end(), shared);
}

// The ids of one kind of thing. Where one has no id, or that of another, only the first is found.
class Ids {
 public:
  template <typename Item>
  explicit Ids(const std::vector<Item>& items) {
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

template <typename Item>
std::vector<Index> MapById(const std::vector<Item>& items, const Ids& ids) {
  std::vector<Index> map;
  map.reserve(items.size());
  for (const Item& item : items) map.push_back(ids.Find(item.id));
  return map;
}

// A quote that a newer one has replaced, and where that one is.
struct Replaced {
  Index index;
  Quote quote;
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
  template <typename Item, typename Same>
  std::vector<Index> Places(const std::vector<Item>& items, std::vector<Item>* newer,
                            std::string_view list, const Same& same) {
    Ids ids(items);
    const Ids newer_ids(*newer);
    std::vector<Index> places;
    Index next = static_cast<Index>(items.size());
    for (Index i = 0; i < newer->size(); ++i) {
      Item& item = (*newer)[i];
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

  template <typename Item>
  static void Put(Item item, Index place, std::vector<Item>* items) {
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
        replaced_.push_back({place, std::move(story_.quotes[place])});
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
      if (places[i] < old_size) replaced[places[i]] = true;
      Put(std::move(newer_.events[i]), places[i], &story_.events);
    }
    for (Index i = 0; i < old_size; ++i) {
      if (!replaced[i]) MoveSpans(&story_.events[i], "events", i);
    }
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

size_t UnifySpeakers(Story* story, Diagnostics* diagnostics) {
  const size_t before = story->speakers.size();
  Unify(story, diagnostics);
  return before - story->speakers.size();
}

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
  const std::vector<Index> map = Unify(story, &report.diagnostics);
  report.unified = speakers - story->speakers.size();
  for (Replaced& old : replaced) {
    RenumberSpeakers(map, &old.quote);
    if (!SaysTheSame(old.quote, story->quotes[old.index])) report.changed.push_back(old.index);
  }
  return report;
}

}  // namespace saywhen
