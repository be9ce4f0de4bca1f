#include "explore/search_index.h"

#include <algorithm>
#include <bit>
#include <iterator>
#include <string>
#include <utility>

#include "base/sort.h"
#include "explore/fold.h"
#include "model/time_extent.h"

namespace saywhen {
namespace {

enum Field : uint8_t { kText, kPrompt, kTag, kPlace, kName, kRole, kHeadline };
constexpr size_t kFields = 7;
constexpr uint8_t Bit(Field field) { return static_cast<uint8_t>(1U << field); }
constexpr float kWeights[kFields] = {1.0F, 0.6F, 1.2F, 1.0F, 1.6F, 0.8F, 0.5F};
// A word that only begins with what was typed, against the word itself.
constexpr float kPrefixWeight = 0.6F;

// Before the loose form of a word in the vocabulary: sorts before all words, and is none.
constexpr char kLooseMark = '\x01';

uint8_t FieldsOf(QueryField field) {
  switch (field) {
    case QueryField::kSpeaker:
      return Bit(kName) | Bit(kRole);
    case QueryField::kTag:
      return Bit(kTag);
    case QueryField::kPlace:
      return Bit(kPlace);
    case QueryField::kAny:
    case QueryField::kType:
      break;
  }
  return 0xFF;
}

void AppendNumber(uint32_t number, std::vector<uint8_t>* bytes) {
  for (; number >= 0x80; number >>= 7) bytes->push_back(static_cast<uint8_t>(number | 0x80));
  bytes->push_back(static_cast<uint8_t>(number));
}

uint32_t ReadNumber(const uint8_t** at) {
  uint32_t number = 0;
  uint32_t shift = 0;
  for (; **at >= 0x80; ++*at, shift += 7) number |= (**at & 0x7FU) << shift;
  return number | static_cast<uint32_t>(*(*at)++) << shift;
}

// Only words with one of these letters have another loose form.
bool MayBeLoosened(std::string_view word) {
  return word.find("\u0131") != word.npos || word.find("\u0451") != word.npos;
}

// When a quote was said, at the earliest; kDistantFuture where that is unknown.
CivilMs SaidFrom(const Story& story, const Quote& quote) {
  const TimeInterval* when = WhenSaid(story, quote);
  const bool known =
      when != nullptr && (when->earliest != kDistantPast || when->latest != kDistantFuture);
  return known ? KnownExtent(*when).begin : kDistantFuture;
}

// Where in `folded` a term's words end that begin with `first`, one of its words up to `last`; 0
// when others stand there.
uint32_t EndOfPhrase(std::string_view folded, const TextSpan* first, const TextSpan* last,
                     const QueryTerm& term) {
  uint32_t end = 0;
  for (TextSpan sought; NextWord(term.words, &sought); ++first) {
    if (first > last) return 0;
    const std::string_view word = folded.substr(first->begin, first->size());
    const std::string_view wanted =
        std::string_view(term.words).substr(sought.begin, sought.size());
    const bool prefix = term.prefix && sought.end + 1 == term.words.size();
    if (prefix ? !word.starts_with(wanted) : word != wanted) return 0;
    end = first->begin + sought.size();
  }
  return end;
}

template <typename T>
size_t BytesOf(const std::vector<T>& values) {
  return values.capacity() * sizeof(T);
}

}  // namespace

class SearchIndex::Postings {
 public:
  Postings(const SearchIndex& index, uint32_t word)
      : at_(index.postings_.data() + index.BeginOf(word)),
        end_(index.postings_.data() + index.ends_[word]) {}

  bool Next() {
    if (at_ == end_) return false;
    const uint32_t head = ReadNumber(&at_);
    document += head >> 1;
    fields = (head & 1) != 0 ? *at_++ : Bit(kText);
    return true;
  }

  uint32_t document = 0;
  uint8_t fields = 0;

 private:
  const uint8_t* at_;
  const uint8_t* end_;
};

SearchIndex::SearchIndex(const Story* story) : story_(story) {
  document_ends_.reserve(documents());
  owned_ends_.resize(story->speakers.size() + story->articles.size());
}

size_t SearchIndex::documents() const {
  return story_->quotes.size() + story_->speakers.size() + story_->articles.size();
}

bool SearchIndex::Build(size_t most_quotes) {
  for (; most_quotes > 0 && !done(); --most_quotes) {
    if (next_ < documents()) {
      if (stage_ == Stage::kRead) {
        ReadDocument(next_++);
      } else {
        WriteDocument(next_++);
      }
    } else if (stage_ == Stage::kRead) {
      SortWords();
      next_ = 0;
      stage_ = Stage::kWrite;
    } else {
      // Each word has been written to its end, where the next one begins.
      last_documents_ = {};
      last_fields_ = {};
      stage_ = Stage::kDone;
    }
  }
  return done();
}

void SearchIndex::AddWords(std::string_view text, std::string_view language, uint8_t field) {
  if (text.empty()) return;
  if (field != kText) {
    stream_.push_back(0);
    stream_.push_back(field);
  }
  FoldedText folded;
  Fold(text, language, &folded);
  for (TextSpan span; NextWord(folded.text, &span);) {
    AppendNumber(words_.Add(std::string_view(folded.text).substr(span.begin, span.size())) + 1,
                 &stream_);
  }
}

void SearchIndex::PostWords(uint32_t document) {
  const uint8_t* at = stream_.data() + (document == 0 ? 0 : document_ends_[document - 1]);
  const uint8_t* const end = stream_.data() + document_ends_[document];
  std::vector<uint32_t> different;
  uint8_t field = kText;
  while (at != end) {
    const uint32_t number = ReadNumber(&at);
    if (number == 0) {
      field = *at++;
      continue;
    }
    uint8_t& fields = last_fields_[number - 1];
    if (fields == 0) different.push_back(number - 1);
    fields = static_cast<uint8_t>(fields | 1U << field);
  }
  for (const uint32_t word : different) {
    const uint8_t fields = std::exchange(last_fields_[word], uint8_t{0});
    const bool has_fields = fields != Bit(kText);
    uint32_t head = document - std::exchange(last_documents_[word], document);
    head = head << 1 | static_cast<uint32_t>(has_fields);
    const auto post = [&](uint32_t byte) {
      if (stage_ == Stage::kWrite) postings_[ends_[word]] = static_cast<uint8_t>(byte);
      ++ends_[word];
    };
    for (; head >= 0x80; head >>= 7) post(head | 0x80);
    post(head);
    if (has_fields) post(fields);
  }
}

void SearchIndex::ReadDocument(uint32_t document) {
  const SteadyVector<Quote>& quotes = story_->quotes;
  if (document < quotes.size()) {
    const Quote& quote = quotes[document];
    const bool has_article = quote.article < story_->articles.size();
    std::string_view language = quote.more->language;
    if (language.empty() && has_article) language = story_->articles[quote.article].language;
    if (language.empty()) language = story_->language;
    AddWords(quote.text, language, kText);
    AddWords(quote.more->prompt, language, kPrompt);
    for (const std::string& tag : quote.tags) AddWords(tag, language, kTag);
    AddWords(quote.place, language, kPlace);
    for (const Index speaker : quote.speakers) {
      if (speaker < story_->speakers.size()) ++owned_ends_[speaker];
    }
    if (has_article) ++owned_ends_[story_->speakers.size() + quote.article];
  } else if (document < quotes.size() + story_->speakers.size()) {
    const Speaker& speaker = story_->speakers[document - quotes.size()];
    AddWords(speaker.name, story_->language, kName);
    for (const std::string& alias : speaker.aliases) AddWords(alias, story_->language, kName);
    AddWords(speaker.affiliation, story_->language, kRole);
    AddWords(speaker.role, story_->language, kRole);
  } else {
    const Article& article = story_->articles[document - quotes.size() - story_->speakers.size()];
    AddWords(article.headline, article.language.empty() ? story_->language : article.language,
             kHeadline);
  }
  document_ends_.push_back(static_cast<uint32_t>(stream_.size()));
  last_documents_.resize(words_.size());
  last_fields_.resize(words_.size());
  ends_.resize(words_.size());
  PostWords(document);
}

void SearchIndex::SortWords() {
  FoldedText loose;
  const size_t real = words_.size();
  for (uint32_t word = 0; word < real; ++word) {
    if (!MayBeLoosened(words_[word])) continue;
    const std::string strict(words_[word]);
    Fold(strict, kLoosest, &loose);
    words_.Add(kLooseMark + loose.text + kLooseMark + strict);
  }
  words_.Close();
  sorted_ = words_.Sorted();
  ends_.resize(words_.size());
  // From sizes to where each word is to be written next: its beginning.
  uint32_t begin = 0;
  for (uint32_t& size : ends_) begin += std::exchange(size, begin);
  postings_.resize(begin);
  begin = 0;
  for (uint32_t& size : owned_ends_) begin += std::exchange(size, begin);
  owned_.resize(begin);
  stream_.shrink_to_fit();
  std::fill(last_documents_.begin(), last_documents_.end(), 0);
}

void SearchIndex::WriteDocument(uint32_t document) {
  PostWords(document);
  if (document >= story_->quotes.size()) return;
  const Quote& quote = story_->quotes[document];
  for (const Index speaker : quote.speakers) {
    if (speaker < story_->speakers.size()) owned_[owned_ends_[speaker]++] = document;
  }
  if (quote.article < story_->articles.size()) {
    owned_[owned_ends_[story_->speakers.size() + quote.article]++] = document;
  }
}

void SearchIndex::Find(std::string_view text, bool prefix, Choice* choice) const {
  const auto first =
      std::lower_bound(sorted_.begin(), sorted_.end(), text,
                       [this](uint32_t word, std::string_view t) { return words_[word] < t; });
  for (auto i = first; i != sorted_.end(); ++i) {
    const std::string_view found = words_[*i];
    if (prefix ? !found.starts_with(text) : found != text) break;
    if (found.front() == kLooseMark) {
      Find(found.substr(found.rfind(kLooseMark) + 1), false, choice);
    } else {
      choice->words.push_back(*i);
      choice->spread += Spread(*i);
    }
  }
}

void SearchIndex::FindLoosely(std::string_view text, bool prefix, bool dotless_i,
                              Choice* choice) const {
  Find(text, prefix, choice);
  if (!dotless_i) {
    std::string loose = kLooseMark + std::string(text);
    if (!prefix) loose.push_back(kLooseMark);
    Find(loose, true, choice);
  }
  SortUnique(&choice->words);
}

void SearchIndex::Raise(uint32_t document, float score, std::vector<float>* best) const {
  const auto raise = [&](Index quote) { (*best)[quote] = std::max((*best)[quote], score); };
  if (document < best->size()) return raise(document);
  const size_t owner = document - best->size();
  for (uint32_t i = owner == 0 ? 0 : owned_ends_[owner - 1]; i < owned_ends_[owner]; ++i) {
    raise(owned_[i]);
  }
}

uint8_t SearchIndex::FieldsWithPhrase(uint32_t document, const std::vector<Choice>& phrase,
                                      std::vector<uint32_t>* words) const {
  const uint8_t* at = stream_.data() + (document == 0 ? 0 : document_ends_[document - 1]);
  const uint8_t* const end = stream_.data() + document_ends_[document];
  const auto in_phrase = [&] {
    for (size_t i = 0; i + phrase.size() <= words->size(); ++i) {
      size_t k = 0;
      while (k < phrase.size() &&
             std::binary_search(phrase[k].words.begin(), phrase[k].words.end(), (*words)[i + k])) {
        ++k;
      }
      if (k == phrase.size()) return true;
    }
    return false;
  };
  uint8_t fields = 0;
  uint8_t field = kText;
  words->clear();
  while (true) {
    const uint32_t number = at == end ? 0 : ReadNumber(&at);
    if (number != 0) {
      words->push_back(number - 1);
      continue;
    }
    if (in_phrase()) fields = static_cast<uint8_t>(fields | 1U << field);
    if (at == end) return fields;
    words->clear();
    field = *at++;
  }
}

void SearchIndex::Score(const QueryTerm& term, bool dotless_i, std::vector<float>* best) const {
  if (term.field == QueryField::kType) {
    for (size_t i = 0; i < best->size(); ++i) {
      const auto type = static_cast<unsigned>(story_->quotes[i].type);
      (*best)[i] = static_cast<float>(term.types >> type & 1U);
    }
    return;
  }
  const uint8_t sought = FieldsOf(term.field);
  float weights[1U << kFields] = {};
  for (unsigned fields = 0; fields < std::size(weights); ++fields) {
    for (unsigned field = 0; field < kFields; ++field) {
      if ((fields & sought & 1U << field) == 0) continue;
      weights[fields] = std::max(weights[fields], kWeights[field]);
    }
  }
  std::vector<Choice> phrase;
  size_t rarest = 0;
  TextSpan span;
  while (NextWord(term.words, &span)) {
    // A blank stands after the last one.
    const bool prefix = term.prefix && span.end + 1 == term.words.size();
    Choice& choice = phrase.emplace_back();
    FindLoosely(std::string_view(term.words).substr(span.begin, span.size()), prefix, dotless_i,
                &choice);
    if (choice.spread < phrase[rarest].spread) rarest = phrase.size() - 1;
  }
  if (phrase.empty()) return;
  std::vector<uint32_t> words;
  for (const uint64_t found : phrase[rarest].words) {
    const auto word = static_cast<uint32_t>(found);
    const bool whole = phrase.size() > 1 || words_[word].size() + 1 == term.words.size();
    for (Postings postings(*this, word); postings.Next();) {
      const uint8_t fields = phrase.size() == 1
                                 ? postings.fields
                                 : FieldsWithPhrase(postings.document, phrase, &words);
      const float weight = weights[fields];
      if (weight > 0) Raise(postings.document, whole ? weight : weight * kPrefixWeight, best);
    }
  }
}

void SearchIndex::Search(const Query& query, std::vector<Match>* matches) const {
  matches->clear();
  if (!done()) return;
  const size_t quotes = story_->quotes.size();
  std::vector<float> total(quotes, 0.0F);  // below 0: does not match
  std::vector<float> best;
  for (const QueryTerm& term : query.terms) {
    best.assign(quotes, 0.0F);
    Score(term, query.dotless_i, &best);
    const auto found = static_cast<size_t>(
        std::count_if(best.begin(), best.end(), [](float score) { return score > 0; }));
    const auto rarity = static_cast<float>(std::bit_width(quotes / std::max<size_t>(found, 1)));
    for (size_t i = 0; i < quotes; ++i) {
      if ((best[i] > 0) == term.negated) {
        total[i] = -1;
      } else if (total[i] >= 0) {
        total[i] += best[i] * rarity;
      }
    }
  }
  for (Index i = 0; i < quotes; ++i) {
    if (total[i] < 0) continue;
    if (query.before || query.after) {
      const CivilMs said = SaidFrom(*story_, story_->quotes[i]);
      if (query.before && said >= *query.before) continue;
      if (query.after && (said < *query.after || said == kDistantFuture)) continue;
    }
    matches->push_back({i, total[i]});
  }
}

void SearchIndex::TextWords(Index quote, std::vector<uint32_t>* words) const {
  words->clear();
  if (!done()) return;
  const uint8_t* at = stream_.data() + (quote == 0 ? 0 : document_ends_[quote - 1]);
  const uint8_t* const end = stream_.data() + document_ends_[quote];
  while (at != end) {
    const uint32_t number = ReadNumber(&at);
    if (number == 0) break;
    words->push_back(number - 1);
  }
}

void SearchIndex::QuotesWith(uint32_t word, std::vector<Index>* quotes) const {
  quotes->clear();
  for (Postings postings(*this, word);
       postings.Next() && postings.document < story_->quotes.size();) {
    quotes->push_back(postings.document);
  }
}

size_t SearchIndex::Bytes() const {
  return words_.Bytes() + BytesOf(stream_) + BytesOf(document_ends_) + BytesOf(sorted_) +
         BytesOf(postings_) + BytesOf(ends_) + BytesOf(owned_) + BytesOf(owned_ends_) +
         BytesOf(last_documents_) + BytesOf(last_fields_);
}

void FindHits(std::string_view text, std::string_view language, const Query& query,
              std::vector<TextSpan>* hits) {
  hits->clear();
  if (query.terms.empty()) return;
  FoldedText folded;
  Fold(text, query.dotless_i ? language : kLoosest, &folded);
  std::vector<TextSpan> words;
  for (TextSpan word; NextWord(folded.text, &word);) words.push_back(word);
  std::vector<uint8_t> marked(folded.text.size() + 1);
  for (const QueryTerm& term : query.terms) {
    if (term.field != QueryField::kAny || term.negated) continue;
    for (size_t i = 0; i < words.size(); ++i) {
      const uint32_t end = EndOfPhrase(folded.text, &words[i], &words.back(), term);
      if (end != 0) std::fill(marked.begin() + words[i].begin, marked.begin() + end, 1);
    }
  }
  for (size_t begin = 0; begin < folded.text.size(); ++begin) {
    if (marked[begin] == 0) continue;
    size_t end = begin;
    while (marked[end] != 0) ++end;
    // Half of what one character folds to marks the character.
    while (end < folded.text.size() && folded.origins[end] == folded.origins[end - 1]) ++end;
    const TextSpan hit = {folded.origins[begin], folded.origins[end]};
    if (!hits->empty() && hits->back().end >= hit.begin) {
      hits->back().end = std::max(hits->back().end, hit.end);
    } else {
      hits->push_back(hit);
    }
    begin = end;
  }
}

}  // namespace saywhen
