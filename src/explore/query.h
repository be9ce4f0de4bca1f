// What the reader asks for, as typed into one box.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/time_interval.h"

namespace saywhen {

// Where a term's words must stand; kType has no words.
enum class QueryField : uint8_t { kAny, kSpeaker, kTag, kPlace, kType };

struct QueryTerm {
  QueryField field = QueryField::kAny;
  bool negated = false;
  bool prefix = false;  // the last word may be the beginning of one
  uint8_t types = 0;    // of kType: one bit a QuoteType
  std::string words;    // FoldedWords(): several stand beside each other in this order

  friend bool operator==(const QueryTerm&, const QueryTerm&) = default;
};

struct Query {
  std::vector<QueryTerm> terms;   // all must be met
  std::optional<CivilMs> before;  // said before this; what has no time is neither before nor after
  std::optional<CivilMs> after;   // said then or later
  // The query's language tells ı from i; in any other, what is written with either is found.
  bool dotless_i = false;

  bool empty() const { return terms.empty() && !before && !after; }
  friend bool operator==(const Query&, const Query&) = default;
};

constexpr size_t kMostTerms = 32;
constexpr size_t kMostQueryBytes = 1024;

// Words, each of which begins a word of the quote; "words in quotes" (of any kind), which stand as
// they are, the last one's rest excepted until the quotes are closed; speaker:, tag: and place:
// before either; type:direct, mixed or reported (also indirect), or their beginnings; before: and
// after: a date or interval in EDTF, before its start or after its end; a minus before any of
// these. What is joined without a blank ("10:30", "self-made", all of a Chinese sentence) is a
// phrase. Every text has a meaning: a field that is unknown or has a wrong value is words, one
// without a value is nothing, nor is a date still being typed at the end. What is beyond kMostTerms
// or kMostQueryBytes is not read.
Query ParseQuery(std::string_view text, std::string_view language);

}  // namespace saywhen
