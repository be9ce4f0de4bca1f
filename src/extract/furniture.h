// Page furniture: what stands on an article's page and is not its text.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "extract/language_pack.h"
#include "extract/line_words.h"

namespace saywhen {

// What a line is when it is no text of the article.
enum class Furniture : uint8_t {
  kText,
  kTag,         // "#World", "Topics: …"
  kHeadline,    // the headline once more
  kRelated,     // other articles, and what leads to them
  kComment,     // comments, and what leads to them
  kForm,        // fields, buttons, notes on fields
  kShare,       // share, follow, print, save
  kNewsletter,  // sign up, subscribe, log in
  kAdvert,
  kCookie,  // consent, privacy
  kCopyright,
  kByline,      // who wrote it
  kDate,        // when it was published
  kCredit,      // whose a picture is
  kNavigation,  // menus, crumbs, "5 min read", "Back to top"
  kOrnament,    // "***", "—"
  kLink,        // a bare address
};
// A stable name in kebab-case: "cookie".
std::string_view FurnitureName(Furniture furniture);

// The packs' sections "furniture", all languages together: a page's furniture may be in another
// language than its article. An entry is
//
//   kind  TAB  line|start|has|end  TAB  phrase  [TAB  edge]
//
// The phrase is compared in the form of FindLineWords(); "~" at its end lets its last word, not its
// only one, go on,
// "#" stands for a number. `line`: it is the whole line, numbers and ':', '*', '|' at its ends
// aside; `start`, `has`, `end`: where in the line it stands. An entry with "edge" counts only
// before the article's first and behind its last paragraph of text.
class FurnitureRules {
 public:
  // Keeps views into the packs' texts no longer than it takes. Entries that name no kind or place
  // are passed over.
  explicit FurnitureRules(std::span<const LanguagePack* const> packs);

  struct Match {
    Furniture anywhere = Furniture::kText;
    Furniture edge = Furniture::kText;  // that of `anywhere`, where there is one
  };
  // `line`: a block of text, `words`: its words. Looks at no more than kLongestLine bytes; longer
  // blocks are none.
  Match Find(std::string_view line, const LineWords& words) const;

  // In bytes.
  static constexpr size_t kLongestLine = 400;

 private:
  enum class Place : uint8_t { kLine, kStart, kHas, kEnd };
  struct Rule {
    std::string phrase;
    uint32_t words = 0;
    uint32_t next = 0;  // a rule with the same first word, plus one
    Furniture kind = Furniture::kText;
    Place place = Place::kLine;
    bool edge = false;
    bool stem = false;
  };

  void Add(const PackEntry& entry);
  bool Fits(const Rule& rule, const LineWords& words, size_t at, size_t first, size_t last) const;
  uint32_t FirstRule(std::string_view word) const;

  std::vector<Rule> rules_;
  std::vector<uint32_t> heads_;  // by hash of the first word: a rule plus one
};

}  // namespace saywhen
