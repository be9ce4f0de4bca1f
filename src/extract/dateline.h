// What an article's text itself says of where, when and by whom it was written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/text_span.h"
#include "extract/furniture.h"
#include "extract/language_pack.h"
#include "extract/line_words.h"

namespace saywhen {

struct ArticleText;

struct DateMention {
  enum class Role : uint8_t { kPublished, kUpdated, kDateline };

  Role role = Role::kPublished;
  std::string text;  // "13 February 2025 18:05": what is to be read as a time
  TextSpan raw;      // in the raw text
};

struct Dateline {
  std::string place;   // "BRUSSELS"; empty when there is none
  std::string agency;  // "AP"
  // "BRUSSELS (AP) — " in ArticleText::text: what stands before the first sentence.
  TextSpan span;
  std::vector<DateMention> dates;  // in the order of the page
  std::vector<std::string> authors;
};

// The packs' section "dateline", all languages together: entries are what it is, then phrases.
// "byline": names follow; "published", "updated": a date follows; "month" and "weekday"; "clock":
// small words within a date; "agency": no person, though written like one; "and": between names;
// "particle": small words in names and places.
class DatelineRules {
 public:
  explicit DatelineRules(std::span<const LanguagePack* const> packs);

  // What a line outside of the text's paragraphs is: kByline, kDate or kNone.
  Furniture Find(std::string_view line, const LineWords& words) const;

  struct DateInLine {
    DateMention::Role role;
    TextSpan span;  // in the line
  };
  struct DatesInLine {
    std::vector<DateInLine> dates;
    // Words that are neither dates nor labels: before the first of these, and all.
    size_t before = 0;
    size_t rest = 0;
  };
  // Dates with a day, each with what its label says, kPublished without one.
  DatesInLine DatesOf(std::string_view line, const LineWords& words) const;
  // The names behind "By"; none of a line that is more than a byline.
  std::vector<std::string> AuthorsOf(std::string_view line, const LineWords& words) const;
  // "BRUSSELS (AP) — " at the beginning of a paragraph: its size in bytes, 0 when there is none.
  // Sets the place and the agency; `date` is where in the paragraph a date stands, or empty.
  size_t FindPlace(std::string_view paragraph, Dateline* dateline, TextSpan* date) const;

 private:
  enum Meaning : uint32_t {
    kByline = 1,
    kPublished = 2,
    kUpdated = 4,
    kMonth = 8,
    kWeekday = 16,
    kClock = 32,
    kAgency = 64,
    kAnd = 128,
    kNameParticle = 256,
  };

  // 0 of what has none.
  uint32_t MeaningOf(std::string_view phrase) const;
  // The longest phrase of that meaning at word `at`: how many words it has, 0 when there is none.
  size_t PhraseAt(const LineWords& words, size_t at, uint32_t meaning) const;
  bool IsName(std::string_view text, size_t least_words) const;
  bool IsDate(std::string_view text) const;
  bool ReadPrefix(std::string_view prefix, Dateline* dateline, TextSpan* date) const;

  std::unordered_map<std::string, uint32_t> phrases_;
  size_t longest_ = 0;  // phrase, in words
};

// `article`: CleanArticle() of `raw`, with the same rules. Looks at the lines before and behind the
// text, and at its first paragraphs.
Dateline FindDateline(std::string_view raw, const ArticleText& article, const DatelineRules& rules);

}  // namespace saywhen
