// Words and marks of a text, and what is known of each at first sight.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/text_span.h"
#include "extract/lexicon.h"

namespace saywhen {

// What a token is, coarsely: what the closed classes of the language's lexicon say, else what it
// looks like. The names in kTagNames stand in the packs' weights.
enum class Tag : uint8_t {
  kWord,    // any other word, in small letters
  kWordEd,  // one that ends like a past tense or participle (lexicon's "suffix" entries)
  kWordIng,
  kWordLy,
  kWordS,
  kCapital,  // begins with a capital letter
  kAllCaps,  // two letters or more, all capitals
  kNumber,
  kSubject,     // he, she, they
  kObject,      // him, them
  kPossessive,  // his, their
  kDeterminer,
  kPreposition,
  kConjunction,
  kThat,
  kSubordinator,
  kQuestion,  // who, which, when
  kTo,
  kBe,
  kHave,
  kDo,
  kModal,
  kNot,
  kAdverb,
  kTitle,  // Mr., President
  kWeekday,
  kMonth,
  kGenitive,  // ’s
  kComma,
  kStop,  // . ! ? …
  kColon,
  kSemicolon,
  kDash,
  kOpenBracket,
  kCloseBracket,
  kOpenQuote,
  kCloseQuote,
  kOther,
};
constexpr size_t kTagCount = static_cast<size_t>(Tag::kOther) + 1;
// "w", "ed", …: by Tag.
inline constexpr std::string_view kTagNames[kTagCount] = {
    "w",    "ed",  "ing",  "ly",   "s",     "Cap",  "CAPS",  "num",  "subj", "obj",
    "poss", "det", "prep", "conj", "that",  "sub",  "wh",    "to",   "be",   "have",
    "do",   "mod", "not",  "adv",  "title", "day",  "month", "'s",   ",",    ".",
    ":",    ";",   "-",    "(",    ")",     "open", "close", "other"};

struct Token {
  TextSpan span;      // in the document's text
  uint32_t hash = 0;  // HashWord() of its letters in small ones
  Tag tag = Tag::kOther;
  bool word = false;       // letters or digits, no mark
  bool capital = false;    // begins with a capital letter
  bool glued = false;      // no white space before it
  bool paragraph = false;  // begins a paragraph
  bool sentence = false;   // begins a sentence
};

// The tokens of `text`, in which every line is a paragraph; `text` is valid UTF-8. Words
// keep inner apostrophes and hyphens, abbreviations and initials their full stop, numbers their
// separators; "’s" and, in languages with suffixes after an apostrophe, what follows it are tokens
// of their own. Quotation marks are open or closed only after FindQuotations().
std::vector<Token> Tokenize(std::string_view text, const Lexicon& lexicon);

}  // namespace saywhen
