#include "explore/spoken.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "base/holds.h"
#include "base/utf8.h"
#include "explore/fold.h"
#include "explore/word_table.h"

namespace saywhen {
namespace {

// A word's worth of a name, in letters.
size_t Weight(std::string_view word) {
  size_t weight = 0;
  for (size_t byte = 0; byte < word.size();) {
    const CodePoint point = DecodeCodePoint(word, byte);
    byte += point.size;
    weight += point.value >= 0x2E80 ? 2 : 1;
  }
  return weight;
}

// Names as the numbers of their words, which stand for all that is folded to the same.
class NameTable {
 public:
  NameTable(const Story& story, const SearchIndex& index) {
    constexpr size_t kShortestAlias = 4;
    number_of_.reserve(index.words());
    for (uint32_t word = 0; word < index.words(); ++word) {
      Fold(index.Word(word), kLoosest, &room_);
      number_of_.push_back(words_.Add(room_.text));
    }
    for (Index i = 0; i < story.speakers.size(); ++i) {
      Add(story.speakers[i].name, i, 1);
      for (const std::string& alias : story.speakers[i].aliases) Add(alias, i, kShortestAlias);
    }
    last_.assign(words_.size(), kNone);
    for (uint32_t i = 0; i < names_.size(); ++i) {
      uint32_t& last = last_[numbers_[names_[i].begin]];
      names_[i].before = last;
      last = i;
    }
  }

  // Adds the speakers whose names stand in the words of the index, each once. Changes the words.
  void Find(std::vector<uint32_t>* words, std::vector<Index>* found) const {
    for (uint32_t& word : *words) word = number_of_[word];
    for (auto at = words->begin(); at != words->end(); ++at) {
      for (uint32_t i = last_[*at]; i != kNone; i = names_[i].before) {
        const Name& name = names_[i];
        const std::span<const uint32_t> sought(numbers_.data() + name.begin, name.size);
        if (static_cast<size_t>(words->end() - at) >= sought.size() &&
            std::equal(sought.begin(), sought.end(), at) && !Holds(*found, name.speaker)) {
          found->push_back(name.speaker);
        }
      }
    }
  }

 private:
  struct Name {
    Index speaker;
    uint32_t begin;  // in numbers_
    uint32_t size;
    uint32_t before;  // the name before it with the same first word, or kNone
  };

  void Add(std::string_view name, Index speaker, size_t least) {
    const auto begin = static_cast<uint32_t>(numbers_.size());
    size_t weight = 0;
    Fold(name, kLoosest, &room_);
    for (TextSpan span; NextWord(room_.text, &span);) {
      const std::string_view word = std::string_view(room_.text).substr(span.begin, span.size());
      weight += Weight(word);
      numbers_.push_back(words_.Add(word));
    }
    if (weight < least) return numbers_.resize(begin);
    names_.push_back({speaker, begin, static_cast<uint32_t>(numbers_.size()) - begin, kNone});
  }

  FoldedText room_;
  WordTable words_;
  std::vector<uint32_t> number_of_;  // in words_, of each word of the index
  std::vector<uint32_t> numbers_;    // of all names
  std::vector<Name> names_;
  std::vector<uint32_t> last_;  // of each word the last name that begins with it, or kNone
};

}  // namespace

Spoken::Spoken(const Story& story, const SearchIndex& index) {
  const NameTable names(story, index);
  std::vector<uint32_t> words;
  std::vector<Index> named;
  counts_.reserve(story.quotes.size());
  ends_.reserve(story.quotes.size());
  for (Index i = 0; i < story.quotes.size(); ++i) {
    const Quote& quote = story.quotes[i];
    index.TextWords(i, &words);
    // The rest of a very long one is no other word.
    counts_.push_back(
        static_cast<uint32_t>(std::count_if(words.begin(), words.end(), [&index](uint32_t word) {
          return index.Word(word).size() < kLongestWord;
        })));
    // Who speaks is there already, so that only others are found.
    named = quote.speakers;
    for (const Index speaker : quote.more->mentions) {
      if (speaker < story.speakers.size() && !Holds(named, speaker)) named.push_back(speaker);
    }
    names.Find(&words, &named);
    mentioned_.insert(mentioned_.end(),
                      named.begin() + static_cast<ptrdiff_t>(quote.speakers.size()), named.end());
    ends_.push_back(static_cast<uint32_t>(mentioned_.size()));
  }
}

std::span<const Index> Spoken::Mentioned(Index quote) const {
  const uint32_t begin = quote == 0 ? 0 : ends_[quote - 1];
  return std::span(mentioned_).subspan(begin, ends_[quote] - begin);
}

}  // namespace saywhen
