// Which quotes hold which words: an inverted index over everything that is said of a quote.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "explore/query.h"
#include "explore/word_table.h"
#include "model/story.h"

namespace saywhen {

struct Match {
  Index quote = kNone;
  float score = 0;  // the larger, the better; above 0 unless the query has no positive term
  friend bool operator==(const Match&, const Match&) = default;
};

// Searches each quote's text, prompt, tags and place, its speakers' names, aliases, affiliation and
// role, and its article's headline. It holds every quote's words in order, as numbers of one or two
// bytes (for phrases), and for each word the quotes that hold it; together about the size of the
// text. Words are folded by the language of what they stand in.
class SearchIndex {
 public:
  // Keeps the story, which must not change.
  explicit SearchIndex(const Story* story);
  void Keep(const Story* story) { story_ = story; }

  // Goes on with the building, by so many quotes; says whether the index is done. It takes about
  // twice as many steps as there are quotes, speakers and articles.
  bool Build(size_t most_quotes);
  bool done() const { return stage_ == Stage::kDone; }

  // The quotes that the query asks for, in index order; none before the index is done.
  void Search(const Query& query, std::vector<Match>* matches) const;

  // How many different words there are, and each as it was folded.
  size_t words() const { return words_.size(); }
  std::string_view Word(uint32_t word) const { return words_[word]; }
  // Numbers of the words of a quote's text, in order.
  void TextWords(Index quote, std::vector<uint32_t>* words) const;
  // How common a word is: the bytes that its postings take, one to four a quote.
  size_t Spread(uint32_t word) const { return ends_[word] - BeginOf(word); }
  // The quotes in whose text, prompt, tags or place the word stands, in index order.
  void QuotesWith(uint32_t word, std::vector<Index>* quotes) const;

  size_t Bytes() const;

 private:
  enum class Stage : uint8_t { kRead, kSort, kWrite, kDone };
  // For one position of a phrase: the numbers of the words that may stand there, in order, and how
  // many bytes their postings take.
  struct Choice {
    std::vector<uint64_t> words;
    size_t spread = 0;
  };
  class Postings;

  size_t documents() const;
  uint32_t BeginOf(uint32_t word) const { return word == 0 ? 0 : ends_[word - 1]; }

  void AddWords(std::string_view text, std::string_view language, uint8_t field);
  void ReadDocument(uint32_t document);
  void SortWords();
  void WriteDocument(uint32_t document);
  // Goes through the different words of a document: measures their postings, or writes them.
  void PostWords(uint32_t document);

  void Find(std::string_view text, bool prefix, Choice* choice) const;
  void FindLoosely(std::string_view text, bool prefix, bool dotless_i, Choice* choice) const;
  void Score(const QueryTerm& term, bool dotless_i, std::vector<float>* best) const;
  void Raise(uint32_t document, float score, std::vector<float>* best) const;
  // In which fields of a document the words stand beside each other.
  uint8_t FieldsWithPhrase(uint32_t document, const std::vector<Choice>& phrase,
                           std::vector<uint32_t>* words) const;

  const Story* story_;
  Stage stage_ = Stage::kRead;
  uint32_t next_ = 0;  // the document that the stage goes on with

  // Documents are the quotes, then the speakers, then the articles. A document's words, as they
  // stand: variable-length numbers, a word's number + 1, or 0 and a field where a text begins.
  std::vector<uint8_t> stream_;
  std::vector<uint32_t> document_ends_;  // in stream_

  WordTable words_;
  std::vector<uint32_t> sorted_;  // words_ by their bytes
  // A word's postings: variable-length numbers, twice the distance from the document before, plus
  // 1 when a byte of fields follows (without it: the text).
  std::vector<uint8_t> postings_;
  std::vector<uint32_t> ends_;  // in postings_, by word; while reading, each word's size

  // The quotes of each speaker and article: flat, and where those of each document end.
  std::vector<Index> owned_;
  std::vector<uint32_t> owned_ends_;

  // Only while building: the last document that each word stands in, and in which of its fields.
  std::vector<uint32_t> last_documents_;
  std::vector<uint8_t> last_fields_;
};

// Where the query's words stand in a text, for marking them: sorted, and not touching each other.
// Only words that are sought anywhere and not with a minus count. Of a word that is sought by its
// beginning only that is marked.
void FindHits(std::string_view text, std::string_view language, const Query& query,
              std::vector<TextSpan>* hits);

}  // namespace saywhen
