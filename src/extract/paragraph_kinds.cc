#include "extract/paragraph_kinds.h"

#include <algorithm>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "base/letters.h"
#include "base/utf8.h"

namespace saywhen {
namespace {

// Words in a row that are looked for together.
constexpr size_t kRow = 3;

// Says of lines whether their words stand in the body too.
class Repetition {
 public:
  void AddLine(const LineWords& words) {
    Each(words, [&](uint64_t row) { rows_.emplace(row, false); });
  }
  void AddBody(const LineWords& words) {
    Each(words, [&](uint64_t row) {
      const auto found = rows_.find(row);
      if (found != rows_.end()) found->second = true;
    });
  }
  bool empty() const { return rows_.empty(); }
  // Four in five of the line's rows are in the body.
  bool Repeats(const LineWords& words) const {
    size_t all = 0;
    size_t seen = 0;
    Each(words, [&](uint64_t row) {
      ++all;
      const auto found = rows_.find(row);
      seen += found != rows_.end() && found->second ? 1 : 0;
    });
    return all > 0 && 5 * seen >= 4 * all;
  }

 private:
  template <typename Do>
  static void Each(const LineWords& words, Do run) {
    uint64_t last[kRow] = {};
    size_t count = 0;
    for (size_t i = 0; i < words.size(); ++i) {
      if (!IsCountedWord(words[i])) continue;
      for (size_t k = 0; k + 1 < kRow; ++k) last[k] = last[k + 1];
      last[kRow - 1] = HashOfWord(words[i]);
      if (++count < kRow) continue;
      uint64_t row = 1;
      for (const uint64_t word : last) row = (row ^ word) * 0x9E3779B97F4A7C15ULL;
      run(row);
    }
  }

  std::unordered_map<uint64_t, bool> rows_;
};

// "Name" of "Name: words", a hash of it; 0 when there is none. Each of a name's words begins with a
// capital, but for one like "von". "Q. What" has one too.
uint64_t LabelOf(std::string_view line) {
  constexpr size_t kLongest = 48;
  constexpr size_t kLongestParticle = 3;
  size_t colon = line.substr(0, kLongest).find(':');
  if (colon == std::string_view::npos || colon == 0) {
    if (line.size() < 4 || line[1] != '.' || line[2] != ' ' || line[0] < 'A' || line[0] > 'Z') {
      return 0;
    }
    colon = 1;
  } else if (colon + 1 < line.size() && line[colon + 1] != ' ') {
    return 0;
  }
  size_t words = 0;
  size_t small = 0;
  for (size_t byte = 0; byte < colon;) {
    const size_t begin = byte;
    bool capital = false;
    for (; byte < colon; byte = NextCodePoint(line, byte)) {
      const char32_t c = DecodeCodePoint(line, byte).value;
      if (!IsLetter(c)) break;
      if (byte == begin) capital = LooseLower(c) != c;
    }
    if (byte > begin) {
      ++words;
      if (!capital && (++small > 1 || words == 1 || byte - begin > kLongestParticle)) return 0;
      continue;
    }
    const char32_t c = DecodeCodePoint(line, byte).value;
    constexpr std::u32string_view kWithin = U" -.'\u2019(),";
    if (kWithin.find(c) == std::u32string_view::npos) return 0;
    byte = NextCodePoint(line, byte);
    // "O'Neill's": what follows an apostrophe goes on in any case.
    if (c == '\'' || c == 0x2019) {
      while (byte < colon && IsLetter(DecodeCodePoint(line, byte).value)) {
        byte = NextCodePoint(line, byte);
      }
    }
  }
  return words >= 1 && words <= 5 ? HashOfWord(line.substr(0, colon)) | 1 : 0;
}

bool MayRepeat(const BlockFacts& block) {
  return block.verdict == Furniture::kText && !block.capitals && block.words >= kRow &&
         (block.quoted || block.title);
}

class Kinds {
 public:
  Kinds(std::string_view text, size_t headline, std::span<BlockFacts> blocks)
      : text_(text), headline_(headline), blocks_(blocks) {}

  void Run() {
    FindRepetition();
    FindLabels();
    for (size_t i = 0; i < blocks_.size(); ++i) blocks_[i].kind = KindOf(i);
  }

 private:
  std::string_view TextOf(size_t i) const {
    return text_.substr(blocks_[i].span.begin, blocks_[i].span.size());
  }

  void FindRepetition() {
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (!MayRepeat(blocks_[i])) continue;
      FindLineWords(TextOf(i), &words_);
      repetition_.AddLine(words_);
    }
    if (repetition_.empty()) return;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (!blocks_[i].body || blocks_[i].quoted || blocks_[i].verdict != Furniture::kText) continue;
      FindLineWords(TextOf(i), &words_);
      repetition_.AddBody(words_);
    }
  }

  void FindLabels() {
    size_t bodies = 0;
    size_t labelled = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      if (blocks_[i].verdict != Furniture::kText || i == headline_) continue;
      ++bodies;
      const uint64_t label = LabelOf(TextOf(i));
      if (label == 0) continue;
      ++labelled;
      talk_ = ++labels_[label] >= 2 || talk_;
    }
    talk_ = talk_ && 3 * labelled >= bodies;
  }

  bool IsSpeakerLine(size_t i) const {
    if (labels_.empty() || i == headline_) return false;
    const auto found = labels_.find(LabelOf(TextOf(i)));
    // Its first line may be a headline: "Prado: It will open".
    return found != labels_.end() && (found->second >= 2 || (talk_ && i > 0));
  }

  bool IsTitle(size_t i) const { return i < blocks_.size() && blocks_[i].title; }
  bool InTable(size_t i) const {
    if (i < headline_ && headline_ < blocks_.size()) return false;
    return (IsTitle(i + 1) && IsTitle(i + 2)) || (i >= 1 && IsTitle(i - 1) && IsTitle(i + 1)) ||
           (i >= 2 && IsTitle(i - 1) && IsTitle(i - 2));
  }

  ParagraphKind KindOf(size_t i) {
    const BlockFacts& block = blocks_[i];
    if (i == headline_) return ParagraphKind::kHeading;
    if (block.caption) return ParagraphKind::kCaption;
    if (block.list && !block.quoted) return ParagraphKind::kListItem;
    if (IsSpeakerLine(i)) return ParagraphKind::kSpeakerLine;
    if (block.words == 0) return ParagraphKind::kBody;
    if (block.capitals && block.words >= 2 && block.words <= 24) return ParagraphKind::kHeading;
    if (MayRepeat(block)) {
      FindLineWords(TextOf(i), &words_);
      if (repetition_.Repeats(words_)) {
        const bool long_one = block.stopped || block.words > 14;
        return block.quoted && long_one ? ParagraphKind::kPullQuote : ParagraphKind::kHeading;
      }
    }
    // Headings have text behind them; three lines in a row are a table.
    const bool followed = i + 1 < blocks_.size();
    if (block.title && !block.quoted && followed && block.words <= 18 && !InTable(i)) {
      return ParagraphKind::kHeading;
    }
    return ParagraphKind::kBody;
  }

  std::string_view text_;
  size_t headline_;
  std::span<BlockFacts> blocks_;
  Repetition repetition_;
  std::unordered_map<uint64_t, uint32_t> labels_;
  bool talk_ = false;  // a third of all blocks has a label, and one stands twice
  LineWords words_;
};

// Both in the order of their beginnings; of hints that hold a block the innermost one counts.
void TakeHints(std::span<const BlockHint> hints, std::span<BlockFacts> blocks) {
  constexpr size_t kDepth = 16;
  std::vector<BlockHint> open;
  size_t next = 0;
  for (BlockFacts& block : blocks) {
    const uint32_t middle = block.raw.begin + block.raw.size() / 2;
    for (; next < hints.size() && hints[next].span.begin <= middle; ++next) {
      if (open.size() == kDepth) open.erase(open.begin());
      open.push_back(hints[next]);
    }
    std::erase_if(open, [&](const BlockHint& hint) { return hint.span.end <= middle; });
    if (!open.empty()) block.kind = open.back().kind;
  }
}

}  // namespace

void FindParagraphKinds(std::string_view text, size_t headline, std::span<const BlockHint> hints,
                        std::span<BlockFacts> blocks) {
  Kinds(text, headline, blocks).Run();
  TakeHints(hints, blocks);
}

}  // namespace saywhen
