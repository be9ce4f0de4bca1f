#include "extract/text_blocks.h"

#include <algorithm>
#include <array>
#include <cstdint>

#include "base/letters.h"
#include "base/utf8.h"
#include "extract/line_words.h"

namespace saywhen {
namespace {

enum class Look : uint8_t { kPlain, kSpace, kNothing, kLine, kParagraph };

Look LookOf(char32_t c) {
  if (c == '\n' || c == '\r' || c == 0x0B || c == 0x0C || c == 0x85 || c == 0x2028) {
    return Look::kLine;
  }
  if (c == 0x2029) return Look::kParagraph;
  if (c == ' ' || c == '\t' || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
      c == 0x202F || c == 0x205F || c == 0x3000) {
    return Look::kSpace;
  }
  if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0x200B || c == 0xFEFF) {
    return Look::kNothing;
  }
  return Look::kPlain;
}

constexpr std::array<Look, 128> AsciiLooks() {
  std::array<Look, 128> looks{};
  for (size_t c = 0; c < looks.size(); ++c) {
    looks[c] = c < 0x20 || c == 0x7F ? Look::kNothing : Look::kPlain;
  }
  looks[' '] = looks['\t'] = Look::kSpace;
  looks['\n'] = looks['\r'] = looks[0x0B] = looks[0x0C] = Look::kLine;
  return looks;
}
constexpr std::array<Look, 128> kAsciiLooks = AsciiLooks();

bool IsPlainAscii(char c) { return c > ' ' && c < 0x7F; }

// The looks of the code point at `byte`, and its size in bytes.
Look LookAt(std::string_view raw, size_t byte, size_t* size) {
  const auto lead = static_cast<unsigned char>(raw[byte]);
  *size = 1;
  if (lead < 0x80) return kAsciiLooks[lead];
  // Characters that are more than letters begin with these bytes only.
  if (lead != 0xC2 && lead != 0xE1 && lead != 0xE2 && lead != 0xE3 && lead != 0xEF) {
    *size = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    return Look::kPlain;
  }
  const CodePoint point = DecodeCodePoint(raw, byte);
  *size = point.size;
  return LookOf(point.value);
}

struct Line {
  TextSpan raw;             // without white space at its ends; empty: a blank line
  size_t next = 0;          // the byte where the next line begins
  uint32_t width = 0;       // in code points, without white space at its ends
  uint32_t first_word = 0;  // the width of its first word
  uint32_t indent = 0;      // white space before it
  bool paragraph = false;   // ended by U+2029
};

Line ReadLine(std::string_view raw, size_t at) {
  Line line;
  line.raw = {static_cast<uint32_t>(at), static_cast<uint32_t>(at)};
  uint32_t column = 0;
  uint32_t first = 0;  // column
  bool within_first = true;
  while (at < raw.size()) {
    // A run of what is plain ASCII is taken at once.
    size_t plain = at;
    while (plain < raw.size() && IsPlainAscii(raw[plain])) ++plain;
    if (plain > at) {
      if (line.raw.empty()) {
        line.raw.begin = static_cast<uint32_t>(at);
        first = column;
      }
      column += static_cast<uint32_t>(plain - at);
      line.raw.end = static_cast<uint32_t>(plain);
      line.width = column - first;
      if (within_first) line.first_word = line.width;
      at = plain;
      continue;
    }
    size_t size = 0;
    const Look look = LookAt(raw, at, &size);
    if (look >= Look::kLine) {
      line.paragraph = look == Look::kParagraph;
      at += size;
      if (size == 1 && raw[at - 1] == '\r' && at < raw.size() && raw[at] == '\n') ++at;
      break;
    }
    if (look == Look::kPlain) {
      if (line.raw.empty()) {
        line.raw.begin = static_cast<uint32_t>(at);
        first = column;
      }
      line.raw.end = static_cast<uint32_t>(at + size);
      line.width = column + 1 - first;
      if (within_first) line.first_word = line.width;
    } else if (look == Look::kSpace && !line.raw.empty()) {
      within_first = false;
    }
    column += look == Look::kNothing ? 0 : 1;
    at += size;
  }
  line.indent = first;
  line.next = at;
  return line;
}

char32_t FirstOf(std::string_view raw, const Line& line) {
  return DecodeCodePoint(raw, line.raw.begin).value;
}

bool BeginsSmall(std::string_view raw, const Line& line) {
  const char32_t c = FirstOf(raw, line);
  return IsLetter(c) && LooseLower(c) == c && (c >= 'a' && c <= 'z' ? true : c >= 0xDF) &&
         (c < 0x2000);
}

// Where lines would have been broken, found in the breaks of the first pass.
class Wrapping {
 public:
  void Add(const Line& line, bool next_small, uint32_t next_word) {
    ++breaks_;
    ++widths_[std::min<size_t>(line.width, kWidest)];
    ++reaches_[std::min<size_t>(line.width + 1 + next_word, kReach)];
    small_ += next_small ? 1 : 0;
  }

  // The width that lines are wrapped at, 0 when they are not.
  uint32_t Width() const {
    if (breaks_ < 3) return 0;
    // One line in fifty may be wider: an address, a table.
    uint64_t wider = widths_[kWidest];
    uint32_t width = kWidest;
    while (width > 0 && wider * 50 <= breaks_) wider += widths_[--width];
    if (width < kNarrowest || width >= kWidest) return 0;
    uint64_t full = 0;
    for (size_t reach = width + 1; reach <= kReach; ++reach) full += reaches_[reach];
    return full * 10 >= breaks_ * 7 && small_ * 10 >= breaks_ * 3 ? width : 0;
  }

 private:
  static constexpr uint32_t kNarrowest = 30;
  static constexpr uint32_t kWidest = 121;
  static constexpr uint32_t kReach = 255;

  uint64_t breaks_ = 0;
  uint64_t small_ = 0;
  std::array<uint64_t, kWidest + 1> widths_{};
  std::array<uint64_t, kReach + 1> reaches_{};
};

uint32_t WrappedAt(std::string_view raw) {
  Wrapping wrapping;
  Line last;
  for (size_t at = 0; at < raw.size(); at = last.next) {
    const Line line = ReadLine(raw, at);
    if (!line.raw.empty() && !last.raw.empty() && !last.paragraph) {
      wrapping.Add(last, BeginsSmall(raw, line), line.first_word);
    }
    last = line;
  }
  return wrapping.Width();
}

// A sentence goes on after it: it ends with a letter, a digit, a comma or a hyphen.
bool EndsWithin(std::string_view raw, const Line& line) {
  const CodePoint point = DecodeCodePoint(raw, PreviousCodePoint(raw, line.raw.end));
  return point.value == ',' || point.value == '-' || (point.value >= '0' && point.value <= '9') ||
         IsLetter(point.value);
}

bool IsJoined(std::string_view raw, const Line& last, const Line& line, uint32_t width) {
  const std::string_view text = raw.substr(line.raw.begin, line.raw.size());
  const bool within = EndsWithin(raw, last);
  // "on the" before "2. Oktober" is no list.
  if (BeginsWithListMark(text) && (width == 0 || !within)) return false;
  if (width == 0) return within && BeginsSmall(raw, line);
  if (line.indent > last.indent + 1) return false;
  return last.width + 1 + line.first_word > width;
}

// "the long-" and "term plan" are joined without a blank.
bool EndsWithHyphen(std::string_view raw, const Line& last) {
  const std::string_view text = raw.substr(last.raw.begin, last.raw.size());
  return text.size() > 1 && text.back() == '-' && text[text.size() - 2] != '-' &&
         text[text.size() - 2] != ' ';
}

// Appends a line's characters as they are kept.
void AppendLine(std::string_view raw, TextSpan line, std::string* text) {
  bool space = false;
  for (size_t at = line.begin; at < line.end;) {
    // Stretches that stay as they are go over at once.
    const size_t begin = at;
    size_t size = 0;
    Look look = Look::kPlain;
    while (at < line.end) {
      if (IsPlainAscii(raw[at])) {
        ++at;
        continue;
      }
      look = LookAt(raw, at, &size);
      if (look != Look::kPlain && (raw[at] != ' ' || raw[at + 1] == ' ')) break;
      at += size;
    }
    if (at > begin) {
      if (space && raw[begin] != ' ') text->push_back(' ');
      space = false;
      text->append(raw.substr(begin, at - begin));
    }
    while (at < line.end && (look = LookAt(raw, at, &size)) != Look::kPlain) {
      space = space || look == Look::kSpace;
      at += size;
    }
    if (text->ends_with(' ')) space = false;
  }
}

}  // namespace

bool BeginsWithListMark(std::string_view line) {
  for (const std::string_view mark : {"• ", "* ", "- ", "▪ ", "● ", "◦ ", "‣ ", "■ ", "· "}) {
    if (line.starts_with(mark)) return true;
  }
  size_t at = line.starts_with('(') ? 1 : 0;
  const bool bracket = at == 1;
  const size_t first = at;
  while (at < line.size() && at < first + 2 && line[at] >= '0' && line[at] <= '9') ++at;
  const bool number = at > first;
  if (!number && at + 1 < line.size() && line[at] >= 'a' && line[at] <= 'z') ++at;
  if (at == first || at + 1 >= line.size() || line[at + 1] != ' ') return false;
  return line[at] == ')' || (number && !bracket && line[at] == '.');
}

TextBlocks FindTextBlocks(std::string_view raw) {
  TextBlocks result;
  const uint32_t width = WrappedAt(raw);
  result.text.reserve(raw.size());
  Line last;
  for (size_t at = 0; at < raw.size(); at = last.next) {
    const Line line = ReadLine(raw, at);
    if (line.raw.empty()) {
      last = line;
      continue;
    }
    const bool joined = !last.raw.empty() && !last.paragraph && IsJoined(raw, last, line, width);
    if (joined) {
      if (!EndsWithHyphen(raw, last) || !BeginsSmall(raw, line)) result.text.push_back(' ');
    } else {
      if (!result.blocks.empty()) result.text.append("\n\n");
      const auto begin = static_cast<uint32_t>(result.text.size());
      result.blocks.push_back({{begin, begin}, line.raw});
    }
    AppendLine(raw, line.raw, &result.text);
    result.blocks.back().span.end = static_cast<uint32_t>(result.text.size());
    result.blocks.back().raw.end = line.raw.end;
    last = line;
  }
  return result;
}

}  // namespace saywhen
