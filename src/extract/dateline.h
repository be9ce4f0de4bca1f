// What an article's text itself says of where, when and by whom it was written.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
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
  std::string text;  // "13 February 2025 18:05"
  TextSpan raw;      // in the raw text: of the block it stands in; its own when text is kept as is
};

struct Dateline {
  std::string place;   // "BRUSSELS"; empty when there is none
  std::string agency;  // "AP"
  // "BRUSSELS (AP) — " in ArticleText::text: what stands before the first sentence.
  TextSpan span;
  std::vector<DateMention> dates;
  std::vector<std::string> authors;
};

// The packs' section "dateline": "byline" (words that names follow), "published" and "updated"
// (words that a date follows), "month" and "weekday" (names), "agency", "particle" (small words in
// names).
class DatelineRules {
 public:
  explicit DatelineRules(std::span<const LanguagePack* const> packs);

  // kByline, kDate or kNone: what a line outside of the text's paragraphs is.
  Furniture Find(std::string_view line, const LineWords& words) const;
};

// `article`: CleanArticle() of `raw`.
Dateline FindDateline(std::string_view raw, const ArticleText& article, const DatelineRules& rules);

}  // namespace saywhen
