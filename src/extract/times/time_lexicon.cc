#include "extract/times/time_lexicon.h"

#include <algorithm>
#include <bit>

#include "extract/times/time_tokens.h"

namespace saywhen {
namespace {

constexpr size_t kLongestWord = 31;  // in bytes; its length is a bit of lengths_
constexpr const char* kPassNames[TimeLexicon::kPasses] = {
    "time-numbers", "time-parts", "time-phrases", "time-counts", "time-joins", "time-ranges"};

// Words of these kinds stand in any text; they are looked at only beside others.
constexpr TimeCategories kWeak =
    BitOf(TimeCategory::kNumber) | BitOf(TimeCategory::kOrdinal) | BitOf(TimeCategory::kOrder) |
    BitOf(TimeCategory::kAgo) | BitOf(TimeCategory::kLater) | BitOf(TimeCategory::kPortion) |
    BitOf(TimeCategory::kApproximate) | BitOf(TimeCategory::kEvery) |
    BitOf(TimeCategory::kMeridiem) | BitOf(TimeCategory::kZone) | BitOf(TimeCategory::kEra) |
    BitOf(TimeCategory::kFraction) | BitOf(TimeCategory::kCounted) | BitOf(TimeCategory::kAmount) |
    BitOf(TimeCategory::kLocative) | BitOf(TimeCategory::kAblative) | BitOf(TimeCategory::kDative) |
    BitOf(TimeCategory::kGenitive) | BitOf(TimeCategory::kFuture) | BitOf(TimeCategory::kPast) |
    BitOf(TimeCategory::kTenfold) | BitOf(TimeCategory::kScale) | BitOf(TimeCategory::kVague) |
    BitOf(TimeCategory::kZoneWord);

// FNV-1a.
uint32_t HashOf(std::string_view text) {
  uint32_t hash = 2166136261U;
  for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
  return hash;
}

size_t PrefixOf(std::string_view folded) {
  const unsigned second = folded.size() > 1 ? static_cast<unsigned char>(folded[1]) : 0;
  return (static_cast<unsigned char>(folded[0]) & 31U) * 32U + (second & 31U);
}

std::string Fold(std::string_view word) {
  std::string folded(word.size() * 2 + 2, '\0');
  folded.resize(FoldTimeWord(word, folded.data(), folded.size()));
  return folded;
}

Error BadEntry(const char* code, const PackEntry& entry, const char* what) {
  return {code, what, "", entry.line, 1};
}

bool EndsInOne(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(), [&](const std::string& each) {
    return word.size() > each.size() + 2 && word.ends_with(each);
  });
}

uint64_t KeyOf(uint32_t first, uint32_t word) { return uint64_t{first} << 32 | word; }

}  // namespace

uint32_t TimeLexicon::Intern(std::string_view folded) {
  const auto [found, added] =
      numbers_.try_emplace(std::string(folded), static_cast<uint32_t>(words_.size()));
  if (added) {
    words_.emplace_back();
    texts_.emplace_back(folded);
    if (folded.size() == 1 && static_cast<unsigned char>(folded[0]) < 0x80) {
      marks_[static_cast<unsigned char>(folded[0])] = found->second;
    }
  }
  return found->second;
}

// A word, or a phrase as the chain of its words.
uint32_t TimeLexicon::InternSurface(std::string_view surface) {
  TimeTokenizer tokens(surface, 0);
  uint32_t so_far = kNoWord;
  std::string chain;
  for (TimeToken token = tokens.Next(); token.kind != TimeTokenKind::kEnd; token = tokens.Next()) {
    const std::string_view text = surface.substr(token.begin, token.end - token.begin);
    const std::string folded = token.mark != 0 ? std::string(1, token.mark) : Fold(text);
    const uint32_t word = Intern(folded);
    if (so_far == kNoWord) {
      so_far = word;
      chain = folded;
      continue;
    }
    words_[so_far].begins_phrase = true;
    // A name that no word can have.
    chain.append(token.glued ? "\x01" : "\x02").append(folded);
    const auto [found, added] =
        continuations_.try_emplace(KeyOf(so_far, word), Continuation{kNoWord, token.glued});
    if (added) found->second.phrase = Intern(chain);
    so_far = found->second.phrase;
  }
  return so_far;
}

// Of a phrase the longest word, as it is the least common: "the day before yesterday" is looked for
// where "yesterday" stands, not at every "the".
uint32_t TimeLexicon::CoreOf(std::string_view surface, uint32_t number) {
  TimeTokenizer tokens(surface, 0);
  std::string longest;
  size_t words = 0;
  for (TimeToken token = tokens.Next(); token.kind != TimeTokenKind::kEnd; token = tokens.Next()) {
    const std::string folded = Fold(surface.substr(token.begin, token.end - token.begin));
    if (folded.size() > longest.size()) longest = folded;
    ++words;
  }
  return words == 1 ? number : Intern(longest);
}

bool TimeLexicon::AddWord(const PackEntry& entry, TimeCategory category, int32_t value,
                          size_t first_surface) {
  for (size_t i = first_surface; i < entry.fields.size(); ++i) {
    std::string_view surface = entry.fields[i];
    TimeSense sense{category, Spelling::kAny, true, value};
    if (surface.size() > 1 && surface.ends_with('!')) {
      sense.sure = false;
      surface.remove_suffix(1);
    }
    if (surface.size() > 1 && surface.starts_with('=')) {
      sense.spelling = Spelling::kLower;
      surface.remove_prefix(1);
    } else if (TimeTokenizer(surface, 0).Next().capital) {
      sense.spelling = Spelling::kCapital;
    }
    const uint32_t number = InternSurface(surface);
    if (number == kNoWord) return false;
    TimeWord& word = words_[number];
    word.senses.push_back(sense);
    word.categories |= BitOf(category);
    if ((BitOf(category) & kWeak) == 0) words_[CoreOf(surface, number)].core = true;
  }
  return true;
}

bool TimeLexicon::ReadSettings(const LanguagePack& pack, Error* error) {
  for (const PackEntry& entry : pack.Section("time-settings")) {
    std::vector<std::string>* endings = nullptr;
    if (entry[0] == "plural") endings = &plural_endings_;
    if (entry[0] == "past") endings = &past_endings_;
    if (entry[0] == "future") endings = &future_endings_;
    if (endings != nullptr) {
      for (size_t i = 1; i < entry.fields.size(); ++i) endings->emplace_back(entry[i]);
    } else if (entry[0] == "thousands") {
      thousands_ = entry[1].size() == 1 ? entry[1][0] : '\0';
    } else {
      *error = BadEntry("time-word", entry, "no such setting");
      return false;
    }
  }
  return true;
}

Result<TimeLexicon> TimeLexicon::Make(const LanguagePack& pack) {
  TimeLexicon lexicon;
  lexicon.marks_.fill(kNoWord);
  Error error;
  if (!lexicon.ReadSettings(pack, &error)) return error;
  for (const PackEntry& entry : pack.Section("times")) {
    const std::optional<TimeCategory> category = TimeCategoryNamed(entry[0]);
    const std::optional<int32_t> value = TimeValueNamed(entry[1]);
    if (!category) return BadEntry("time-word", entry, "no such category of time words");
    if (!value) return BadEntry("time-word", entry, "the value is no number and no known name");
    if (!lexicon.AddWord(entry, *category, *value, 2)) {
      return BadEntry("time-word", entry, "an empty word");
    }
  }
  for (const PackEntry& entry : pack.Section("time-festivals")) {
    const std::optional<Festival> festival = ReadFestival(entry[0]);
    if (!festival) return BadEntry("time-festival", entry, "no such kind of festival");
    const int32_t number = static_cast<int32_t>(lexicon.festivals_.size());
    lexicon.festivals_.push_back(*festival);
    if (!lexicon.AddWord(entry, TimeCategory::kFestival, number, 1)) {
      return BadEntry("time-festival", entry, "an empty word");
    }
  }
  for (size_t pass = 0; pass < kPasses; ++pass) {
    const Result<bool> added = lexicon.rules_[pass].Add(
        pack.Section(kPassNames[pass]),
        [&](std::string_view word) { return lexicon.InternSurface(word); });
    if (!added.ok()) return added.error();
  }
  for (TimeRules& rules : lexicon.rules_) rules.Finish(lexicon.words_.size());
  lexicon.BuildTable();
  return lexicon;
}

void TimeLexicon::BuildTable() {
  slots_.assign(std::bit_ceil(words_.size() * 3 + 16), {});
  for (uint32_t number = 0; number < words_.size(); ++number) {
    const std::string& text = texts_[number];
    if (text.empty() || text.size() > kLongestWord ||
        text.find_first_of("\x01\x02") != std::string::npos) {
      continue;
    }
    lengths_[PrefixOf(text)] |= 1U << text.size();
    const uint32_t hash = HashOf(text);
    size_t at = hash & (slots_.size() - 1);
    while (slots_[at].word != kNoWord) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, number};
  }
  numbers_.clear();
}

uint32_t TimeLexicon::Find(std::string_view word) const {
  if (word.empty() || word.size() > kLongestWord + 8) return kNoWord;
  char folded[kLongestWord + 2];
  const unsigned char first = static_cast<unsigned char>(word[0]);
  const unsigned char second = word.size() > 1 ? static_cast<unsigned char>(word[1]) : 0;
  // ASCII letters differ in case by a bit that the prefix does not look at.
  if ((first | second) < 0x80) {
    const uint32_t lengths = lengths_[PrefixOf(word)];
    if (lengths == 0) return kNoWord;
  }
  const size_t size = FoldTimeWord(word, folded, sizeof(folded));
  if (size == 0 || size > kLongestWord) return kNoWord;
  const std::string_view text(folded, size);
  if ((lengths_[PrefixOf(text)] >> size & 1U) == 0) return kNoWord;
  const uint32_t hash = HashOf(text);
  for (size_t at = hash & (slots_.size() - 1); slots_[at].word != kNoWord;
       at = (at + 1) & (slots_.size() - 1)) {
    if (slots_[at].hash == hash && texts_[slots_[at].word] == text) return slots_[at].word;
  }
  return kNoWord;
}

uint32_t TimeLexicon::Continue(uint32_t first, uint32_t word, bool glued) const {
  const auto found = continuations_.find(KeyOf(first, word));
  if (found == continuations_.end()) return kNoWord;
  return found->second.glued && !glued ? kNoWord : found->second.phrase;
}

bool TimeLexicon::IsPlural(std::string_view word) const { return EndsInOne(word, plural_endings_); }
bool TimeLexicon::IsPast(std::string_view word) const { return EndsInOne(word, past_endings_); }
bool TimeLexicon::IsFuture(std::string_view word) const { return EndsInOne(word, future_endings_); }

}  // namespace saywhen
