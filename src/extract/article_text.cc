#include "extract/article_text.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "extract/block_facts.h"
#include "extract/paragraph_kinds.h"
#include "extract/text_blocks.h"

namespace saywhen {
namespace {

constexpr size_t kLongestRaw = size_t{1} << 30;

// Kinds that stand where a page's text is over, and other articles' headlines may follow.
bool EndsArticle(Furniture kind) {
  switch (kind) {
    case Furniture::kTag:
    case Furniture::kHeadline:
    case Furniture::kRelated:
    case Furniture::kComment:
    case Furniture::kForm:
    case Furniture::kShare:
    case Furniture::kNewsletter:
    case Furniture::kAdvert:
    case Furniture::kCopyright:
      return true;
    default:
      return false;
  }
}

bool HasQuotationMark(std::string_view text) {
  for (const std::string_view mark : {"\"", "“", "”", "„", "«", "»"}) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  return false;
}

// Decides what is furniture.
class Sweep {
 public:
  Sweep(std::string_view text, std::span<BlockFacts> blocks) : text_(text), blocks_(blocks) {}

  void Run(std::string_view headline) {
    EndAtComments();
    FindFirst();
    last_ = blocks_.size();
    for (size_t i = 0; i < first_; ++i) Judge(i, true);
    SweepMenu();
    FindHeadline(headline);
    FindLast();
    for (size_t i = first_; i < blocks_.size(); ++i) Judge(i, i > last_);
    SweepHeadlines();
    SweepLabelled();
    SweepTail();
  }

  // The headline's block, or npos.
  size_t headline() const { return headline_; }

 private:
  static constexpr size_t kNone = SIZE_MAX;

  bool IsOpenTitle(size_t i) const {
    return blocks_[i].title && blocks_[i].verdict == Furniture::kText;
  }

  // Behind a line like "Comments" nothing is text, when most of it stands before.
  void EndAtComments() {
    size_t all = 0;
    for (const BlockFacts& block : blocks_) all += block.body ? block.span.size() : 0;
    size_t before = 0;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      before += blocks_[i].body ? blocks_[i].span.size() : 0;
      if (blocks_[i].match.anywhere != Furniture::kComment || 2 * before < all || before == 0)
        continue;
      for (size_t k = i; k < blocks_.size(); ++k) {
        blocks_[k].body = false;
        const Furniture own = blocks_[k].match.edge;
        blocks_[k].verdict = own == Furniture::kText ? Furniture::kComment : own;
      }
      return;
    }
  }

  // A question before the first sentence is a title.
  void FindFirst() {
    const auto sentence = [](const BlockFacts& block) { return block.body && !block.question; };
    first_ = static_cast<size_t>(std::find_if(blocks_.begin(), blocks_.end(), sentence) -
                                 blocks_.begin());
    whole_ = first_ == blocks_.size();
    // Of a text without a sentence nobody knows where it begins.
    if (whole_) first_ = 0;
    for (size_t i = 0; i < first_; ++i) MakeTitle(&blocks_[i]);
  }

  // Nor is a question text where the text is over.
  void FindLast() {
    last_ = blocks_.size();
    if (whole_) return;
    bool over = false;
    for (size_t i = first_; i < blocks_.size(); ++i) {
      BlockFacts& block = blocks_[i];
      if (block.body && block.question && over) MakeTitle(&block);
      if (block.body) last_ = i;
      if (block.body) over = false;
      over = over || EndsArticle(block.match.edge) ||
             (block.hash == known_ && known_ != 0 && !block.body);
    }
  }

  static void MakeTitle(BlockFacts* block) {
    block->title = block->title || block->body;
    block->body = false;
  }

  void Judge(size_t i, bool edge) {
    BlockFacts& block = blocks_[i];
    if (block.verdict != Furniture::kText) return;
    block.verdict = edge ? block.match.edge : block.match.anywhere;
    // A date in front of something else is that one's heading.
    if (block.verdict == Furniture::kDate && i > last_ && i + 1 < blocks_.size() &&
        blocks_[i + 1].match.edge == Furniture::kText) {
      block.verdict = Furniture::kText;
    }
    if (block.verdict != Furniture::kCredit) return;
    // A credit behind a caption is part of it. Where somebody speaks there is none.
    const bool speech = HasQuotationMark(TextOf(i));
    if (speech || block.words > kCreditWords) block.verdict = Furniture::kText;
    block.caption = !speech && block.words > kCreditWords;
  }

  // Three lines of one or two words before the text are a menu.
  void SweepMenu() {
    size_t lines = 0;
    for (size_t i = 0; i < first_ && i < blocks_.size(); ++i) lines += IsMenuLine(i) ? 1 : 0;
    if (lines < 3) return;
    for (size_t i = 0; i < first_; ++i) {
      if (IsMenuLine(i)) blocks_[i].verdict = Furniture::kNavigation;
    }
  }
  bool IsMenuLine(size_t i) const { return IsOpenTitle(i) && blocks_[i].words <= 2; }

  void FindHeadline(std::string_view known) {
    if (!Trim(known).empty()) {
      LineWords words;
      FindLineWords(known.substr(0, FurnitureRules::kLongestLine), &words);
      const uint64_t hash = HashOfWords(words, words.size());
      for (size_t i = 0; i < blocks_.size() && headline_ == kNone; ++i) {
        if (blocks_[i].hash == hash && blocks_[i].words > 0) headline_ = i;
      }
      known_ = hash;
      return;
    }
    // The first line that could be one; of several that which is repeated, else that of four words
    // or more.
    for (size_t i = 0; i < first_ && i < blocks_.size(); ++i) {
      if (!IsOpenTitle(i)) continue;
      if (headline_ == kNone || (blocks_[headline_].words < 4 && blocks_[i].words >= 4))
        headline_ = i;
    }
    if (headline_ != kNone) known_ = blocks_[headline_].hash;
  }

  void SweepHeadlines() {
    if (headline_ == kNone && known_ == 0) return;
    const size_t count = headline_ == kNone ? 0 : blocks_[headline_].words;
    LineWords words;
    for (size_t i = 0; i < blocks_.size(); ++i) {
      BlockFacts& block = blocks_[i];
      if (i == headline_ || block.verdict != Furniture::kText || block.words == 0) continue;
      if (block.hash == known_ && (headline_ != kNone)) block.verdict = Furniture::kHeadline;
      // "Headline | Page's name"
      if (i >= first_ || !block.title || count < 2 || block.words <= count ||
          block.words > count + 5) {
        continue;
      }
      FindLineWords(TextOf(i), &words);
      size_t head = 0;
      for (size_t w = 0, taken = 0; w < words.size() && taken < count; ++w) {
        taken += IsCountedWord(words[w]) ? 1 : 0;
        head = w + 1;
      }
      if (HashOfWords(words, head) == known_) block.verdict = Furniture::kHeadline;
    }
  }

  // A line like "Read also:" is a label of the title behind it.
  void SweepLabelled() {
    for (size_t i = 1; i < blocks_.size(); ++i) {
      if (blocks_[i - 1].verdict == Furniture::kRelated && blocks_[i - 1].label && IsOpenTitle(i) &&
          i != headline_ && !blocks_[i].capitals && !blocks_[i].quoted) {
        blocks_[i].verdict = Furniture::kRelated;
      }
    }
  }

  void SweepTail() {
    bool over = false;
    size_t open = 0;  // titles in a row that nothing has been said of
    for (size_t i = last_ + 1; i < blocks_.size(); ++i) {
      BlockFacts& block = blocks_[i];
      if (IsOpenTitle(i) && !block.list) {
        if (over) {
          block.verdict = Furniture::kRelated;
        } else {
          ++open;
        }
        continue;
      }
      if (block.verdict == Furniture::kComment || block.verdict == Furniture::kForm ||
          block.verdict == Furniture::kRelated) {
        SweepBefore(i, over ? 0 : open);
      }
      over = over || EndsArticle(block.verdict);
      open = 0;
    }
  }

  // The next and the last article's headlines stand before a comment form.
  void SweepBefore(size_t end, size_t titles) {
    if (titles == 0 || titles > 2 || text_[blocks_[last_].span.end - 1] == ':') return;
    for (size_t i = end - titles; i < end; ++i) {
      if (blocks_[i].words < 4) return;
    }
    for (size_t i = end - titles; i < end; ++i) blocks_[i].verdict = Furniture::kRelated;
  }

  std::string_view TextOf(size_t i) const {
    return text_.substr(blocks_[i].span.begin, blocks_[i].span.size());
  }
  static std::string_view Trim(std::string_view text) {
    const size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view() : text.substr(begin);
  }

  // A caption has more words than a mere credit.
  static constexpr size_t kCreditWords = 9;

  std::string_view text_;
  std::span<BlockFacts> blocks_;
  bool whole_ = false;  // no sentence in it
  size_t first_ = 0;    // the first block that is text of the article
  size_t last_ = 0;
  size_t headline_ = kNone;
  uint64_t known_ = 0;  // the headline's words
};

// Moves what is kept together, in the same memory.
void Assemble(std::span<const BlockFacts> blocks, std::string* text, ArticleText* article) {
  size_t end = 0;
  for (const BlockFacts& block : blocks) {
    if (block.verdict != Furniture::kText) {
      article->dropped.push_back(
          {block.raw, text->substr(block.span.begin, block.span.size()), block.verdict});
      continue;
    }
    if (end > 0) {
      (*text)[end++] = '\n';
      (*text)[end++] = '\n';
    }
    const auto begin = static_cast<uint32_t>(end);
    std::copy(text->begin() + block.span.begin, text->begin() + block.span.end,
              text->begin() + static_cast<std::ptrdiff_t>(end));
    end += block.span.size();
    article->paragraphs.push_back(
        {{begin, static_cast<uint32_t>(end)}, block.raw, block.kind, Furniture::kText});
  }
  text->resize(end);
  article->text = std::move(*text);
}

}  // namespace

std::string_view ParagraphKindName(ParagraphKind kind) {
  constexpr std::string_view kNames[] = {"body",       "heading",      "caption",
                                         "pull-quote", "speaker-line", "list-item"};
  return kNames[static_cast<size_t>(kind)];
}

ArticleText CleanArticle(std::string_view raw, const CleanRules& rules,
                         const CleanOptions& options) {
  ArticleText article;
  raw = raw.substr(0, kLongestRaw);
  std::string repaired;
  if (!IsValidUtf8(raw)) {
    repaired = RepairUtf8(raw.substr(0, kLongestRaw / 3));
    raw = repaired;
  }
  TextBlocks found = FindTextBlocks(raw);
  std::vector<BlockFacts> blocks = FindBlockFacts(found, rules);
  Sweep sweep(found.text, blocks);
  sweep.Run(options.headline);
  const size_t headline = sweep.headline();
  if (headline < blocks.size()) {
    const TextSpan span = blocks[headline].span;
    article.headline = found.text.substr(span.begin, span.size());
  } else {
    article.headline = options.headline;
  }
  FindParagraphKinds(found.text, headline, options.hints, blocks);
  if (!options.keep_text) {
    Assemble(blocks, &found.text, &article);
    return article;
  }
  article.text = raw;
  article.paragraphs.reserve(blocks.size());
  for (const BlockFacts& block : blocks) {
    article.paragraphs.push_back({block.raw, block.raw, block.kind, block.verdict});
  }
  return article;
}

}  // namespace saywhen
