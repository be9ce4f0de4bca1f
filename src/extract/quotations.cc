#include <algorithm>

#include "base/utf8.h"
#include "extract/document.h"

namespace saywhen {
namespace {

// How deep quotations stand in each other at the most; deeper marks are passed over.
constexpr size_t kDepth = 8;

enum class Side : uint8_t { kOpen, kClose, kEither };

struct Mark {
  Side side = Side::kEither;
  bool single = false;
};

Mark MarkOf(std::string_view text) {
  if (text.size() == 2 && (text == "''" || text == "``")) {
    return {text[0] == '`' ? Side::kOpen : Side::kEither, false};
  }
  switch (DecodeCodePoint(text, 0).value) {
    case '\'':
      return {Side::kEither, true};
    case '`':
    case 0x201A:
      return {Side::kOpen, true};
    case 0x2039:  // ‹ and ›: as « and »
    case 0x203A:
      return {Side::kEither, true};
    case 0x2018:  // opens in English, closes in German
    case 0x2019:
    case 0x201B:
      return {Side::kEither, true};
    case 0x201E:
    case 0x300C:
    case 0x300E:
      return {Side::kOpen, false};
    case 0x300D:
    case 0x300F:
      return {Side::kClose, false};
    default:  // " “ ” ‟ « »: each opens somewhere and closes elsewhere
      return {Side::kEither, false};
  }
}

class QuotationFinder {
 public:
  explicit QuotationFinder(Document* document) : document_(*document) {}

  void Run() {
    for (const TokenRange& paragraph : document_.paragraphs) {
      for (uint32_t at = paragraph.begin; at < paragraph.end; ++at) {
        if (document_.tokens[at].tag == Tag::kOpenQuote) Meet(at, paragraph);
      }
      EndParagraph(paragraph);
    }
    Fill();
  }

 private:
  struct Open {
    uint32_t quotation;
    bool single;
  };

  void Meet(uint32_t at, TokenRange paragraph) {
    const Mark mark = MarkOf(document_.Text(at));
    const bool first = at == paragraph.begin;
    const Token& token = document_.tokens[at];
    const bool last = at + 1 == paragraph.end;
    const bool spaced_after = last || !document_.tokens[at + 1].glued;
    // A mark after an opening one or a bracket or dash stands as after white space.
    const bool spaced_before = first || !token.glued || Opens(document_.tokens[at - 1].tag);
    const bool open = IsOpen(mark.single);
    bool opens = mark.side == Side::kOpen;
    if (mark.side == Side::kEither) {
      if (spaced_before && !spaced_after) {
        opens = true;
      } else if (!spaced_before && spaced_after) {
        opens = false;
      } else {
        opens = !open && !last;
      }
    }
    if (mark.single && !opens && !open) return Drop(at);
    // A double mark that looks as if it opened but would be the third of its kind closes the
    // second.
    if (opens) {
      if (stack_.size() < kDepth) return Begin(at, mark.single, first);
      return Drop(at);
    }
    End(at, mark.single);
  }

  static bool Opens(Tag tag) {
    return tag == Tag::kOpenQuote || tag == Tag::kOpenBracket || tag == Tag::kDash;
  }

  bool IsOpen(bool single) const {
    return std::any_of(stack_.begin(), stack_.end(),
                       [single](const Open& each) { return each.single == single; });
  }

  void Begin(uint32_t at, bool single, bool first_of_paragraph) {
    Quotation quotation;
    quotation.tokens = {at, at + 1};
    if (!stack_.empty()) quotation.outer = stack_.back().quotation;
    if (first_of_paragraph && !single) quotation.continues = unfinished_;
    stack_.push_back({static_cast<uint32_t>(document_.quotations.size()), single});
    document_.quotations.push_back(quotation);
  }

  void End(uint32_t at, bool single) {
    size_t depth = stack_.size();
    while (depth > 0 && stack_[depth - 1].single != single) --depth;
    if (depth == 0) return Drop(at);
    // Single ones inside that have no end were apostrophes.
    while (stack_.size() > depth) {
      Forget(stack_.back());
      stack_.pop_back();
    }
    Quotation& quotation = document_.quotations[stack_.back().quotation];
    quotation.tokens.end = at + 1;
    quotation.closed = true;
    document_.tokens[at].tag = Tag::kCloseQuote;
    stack_.pop_back();
  }

  void EndParagraph(TokenRange paragraph) {
    unfinished_ = kNoToken;
    for (const Open& each : stack_) {
      if (each.single) {
        Forget(each);
        continue;
      }
      document_.quotations[each.quotation].tokens.end = paragraph.end;
      if (unfinished_ == kNoToken) unfinished_ = each.quotation;
    }
    stack_.clear();
  }

  void Forget(const Open& open) {
    Quotation& quotation = document_.quotations[open.quotation];
    Drop(quotation.tokens.begin);
    quotation.tokens.end = quotation.tokens.begin;
  }

  void Drop(uint32_t at) { document_.tokens[at].tag = Tag::kOther; }

  // Removes those that were none, and says of each token which one it stands in.
  void Fill() {
    std::vector<uint32_t> moved(document_.quotations.size(), kNoToken);
    std::vector<Quotation> kept;
    for (size_t i = 0; i < document_.quotations.size(); ++i) {
      Quotation quotation = document_.quotations[i];
      if (quotation.tokens.empty()) {
        // What stood in it stands in what is around it.
        moved[i] = quotation.outer == kNoToken ? kNoToken : moved[quotation.outer];
        continue;
      }
      if (quotation.outer != kNoToken) quotation.outer = moved[quotation.outer];
      if (quotation.continues != kNoToken) quotation.continues = moved[quotation.continues];
      moved[i] = static_cast<uint32_t>(kept.size());
      kept.push_back(quotation);
    }
    document_.quotations = std::move(kept);
    document_.quotation_of.assign(document_.tokens.size(), kNoToken);
    for (size_t i = 0; i < document_.quotations.size(); ++i) {
      const TokenRange tokens = document_.quotations[i].tokens;
      std::fill(document_.quotation_of.begin() + tokens.begin,
                document_.quotation_of.begin() + tokens.end, static_cast<uint32_t>(i));
    }
  }

  Document& document_;
  std::vector<Open> stack_;
  uint32_t unfinished_ = kNoToken;  // a quotation that the paragraph before left open
};

}  // namespace

void FindQuotations(Document* document) { QuotationFinder(document).Run(); }

}  // namespace saywhen
