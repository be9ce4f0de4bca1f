#include "extract/block_facts.h"

#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"

namespace saywhen {
namespace {

bool IsOpeningQuote(char32_t c) {
  return c == '"' || c == 0xAB || c == 0x201C || c == 0x201E || c == 0x201F || c == 0x2018 ||
         c == 0x201A || c == 0x2039 || c == 0xBB || c == 0x201D || c == '\'';
}
bool IsClosingQuote(char32_t c) {
  return c == '"' || c == 0xBB || c == 0x201C || c == 0x201D || c == 0x2019 || c == 0x203A ||
         c == 0xAB || c == '\'' || c == 0x2018;
}
bool IsStop(char32_t c) {
  return c == '.' || c == '!' || c == '?' || c == 0x2026 || c == ':' || c == ';' || c == 0x3002;
}

// Where the text ends without closing quotation marks and brackets.
size_t WithoutClosing(std::string_view text) {
  size_t end = text.size();
  while (end > 0) {
    const size_t last = PreviousCodePoint(text, end);
    const char32_t c = DecodeCodePoint(text, last).value;
    if (!IsClosingQuote(c) && c != ')' && c != ']') break;
    end = last;
  }
  return end;
}

// Quotation marks at both ends and none that closes between. (One between them: two quotes.)
bool IsQuoted(std::string_view text) {
  const CodePoint first = DecodeCodePoint(text, 0);
  if (!IsOpeningQuote(first.value)) return false;
  size_t last = PreviousCodePoint(text, text.size());
  char32_t mark = DecodeCodePoint(text, last).value;
  if (mark == '.' || mark == ',') {
    last = PreviousCodePoint(text, last);
    mark = DecodeCodePoint(text, last).value;
  }
  if (last < first.size || !IsClosingQuote(mark)) return false;
  if (mark == '\'' || mark == 0x2019) return true;  // apostrophes stand between
  std::string close;
  AppendCodePoint(&close, mark);
  return text.substr(first.size, last - first.size).find(close) == std::string_view::npos;
}

bool IsAllCapitals(std::string_view text) {
  size_t capitals = 0;
  for (size_t byte = 0; byte < text.size(); byte = NextCodePoint(text, byte)) {
    const char32_t c = DecodeCodePoint(text, byte).value;
    if (IsUpperCase(c)) {
      ++capitals;
    } else if (IsLetter(c) && c != 0xDF && c < 0x2000) {
      return false;  // ß has no capital in use
    }
  }
  return capitals >= 2;
}

// One sentence, which asks or calls.
bool IsQuestion(std::string_view text) {
  if (!text.ends_with('?') && !text.ends_with('!')) return false;
  for (const std::string_view stop : {". ", "? ", "! ", "” ", "\" ", ": "}) {
    if (text.find(stop) != std::string_view::npos) return false;
  }
  return true;
}

void Look(std::string_view text, const CleanRules& rules, LineWords* words, BlockFacts* block) {
  if (text.size() > FurnitureRules::kLongestLine) {
    block->body = true;
    block->stopped = true;
    return;
  }
  FindLineWords(text, words);
  for (size_t i = 0; i < words->size(); ++i) {
    if (IsCountedWord((*words)[i])) ++block->words;
  }
  block->hash = HashOfWords(*words, words->size());
  block->match = rules.furniture.Find(text, *words);
  if (block->match.edge == Furniture::kText) block->match.edge = rules.dateline.Find(text, *words);
  block->label = block->match.edge != Furniture::kText && block->words <= 3;
  const size_t end = WithoutClosing(text);
  block->stopped = end > 0 && IsStop(DecodeCodePoint(text, PreviousCodePoint(text, end)).value);
  block->quoted = IsQuoted(text);
  block->capitals = IsAllCapitals(text);
  block->list = BeginsWithListMark(text);
  const bool sentence =
      (block->stopped && block->words >= 2 && !block->capitals) || text.size() > 240;
  block->body = block->match.edge == Furniture::kText && sentence;
  const char32_t last =
      text.empty() ? 0 : DecodeCodePoint(text, PreviousCodePoint(text, text.size())).value;
  block->question = block->body && text.size() <= 120 && !block->quoted && IsQuestion(text);
  block->title = !block->body && block->words >= 1 && text.size() <= 200 && last != ':' &&
                 last != ',' && last != ';';
}

}  // namespace

bool IsCountedWord(std::string_view word) {
  return word != ":" && word != "*" && word != "|" && word != "@" && word != "/";
}

uint64_t HashOfWord(std::string_view word) {
  uint64_t hash = 14695981039346656037ULL;  // FNV-1a
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

uint64_t HashOfWords(const LineWords& words, size_t count) {
  uint64_t hash = 1;
  for (size_t i = 0; i < std::min(count, words.size()); ++i) {
    if (IsCountedWord(words[i])) hash = (hash ^ HashOfWord(words[i])) * 0x9E3779B97F4A7C15ULL;
  }
  return hash;
}

std::vector<BlockFacts> FindBlockFacts(const TextBlocks& text, const CleanRules& rules) {
  std::vector<BlockFacts> blocks;
  blocks.reserve(text.blocks.size());
  LineWords words;
  for (const TextBlock& each : text.blocks) {
    BlockFacts& block = blocks.emplace_back();
    block.span = each.span;
    block.raw = each.raw;
    Look(std::string_view(text.text).substr(each.span.begin, each.span.size()), rules, &words,
         &block);
  }
  return blocks;
}

}  // namespace saywhen
