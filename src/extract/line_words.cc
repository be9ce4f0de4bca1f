#include "extract/line_words.h"

#include "base/letters.h"
#include "base/utf8.h"

namespace saywhen {
namespace {

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }

// Accents that stand alone, joiners, direction marks: nothing to compare.
bool IsSilent(char32_t c) {
  return (c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) ||
         (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
         (c >= 0xFE00 && c <= 0xFE0F) || c == 0xAD || c == 0xFEFF;
}

bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }
bool IsMark(char32_t c) {
  return c == ':' || c == '*' || c == '@' || c == '|' || c == '/' || c == 0xA9;
}

// Within a number: "18:05", "1.234,5".
bool JoinsDigits(char32_t c) { return c == '.' || c == ',' || c == ':' || c == '/'; }

}  // namespace

// Turkish ı too is i: what a line says is known in any spelling.
char32_t LooseLower(char32_t c) { return c == 0x131 ? U'i' : LowerCase(c); }

std::string_view LineWords::Between(size_t first, size_t last) const {
  if (first >= last || last > words.size()) return {};
  return std::string_view(text).substr(words[first].begin,
                                       words[last - 1].end - words[first].begin);
}

void FindLineWords(std::string_view line, LineWords* words) {
  words->text.clear();
  words->text.reserve(line.size());
  words->words.clear();
  words->source.clear();
  enum class In : uint8_t { kNothing, kWord, kNumber };
  In in = In::kNothing;
  const auto begin = [&](size_t byte) {
    if (!words->text.empty()) words->text.push_back(' ');
    const auto at = static_cast<uint32_t>(words->text.size());
    words->words.push_back({at, at});
    words->source.push_back({static_cast<uint32_t>(byte), static_cast<uint32_t>(byte)});
  };
  const auto end = [&](size_t byte) {
    words->words.back().end = static_cast<uint32_t>(words->text.size());
    words->source.back().end = static_cast<uint32_t>(byte);
  };
  const auto is_plain = [&](size_t byte) {
    return byte < line.size() && (line[byte] | 0x20) >= 'a' && (line[byte] | 0x20) <= 'z';
  };
  for (size_t byte = 0; byte < line.size();) {
    // Most of most texts: a run of letters, and the blank behind it.
    if (is_plain(byte)) {
      if (in != In::kWord) begin(byte);
      in = In::kWord;
      const size_t from = byte;
      while (is_plain(byte)) ++byte;
      const size_t at = words->text.size();
      words->text.append(line.substr(from, byte - from));
      for (size_t i = at; i < words->text.size(); ++i) {
        words->text[i] = static_cast<char>(words->text[i] | 0x20);
      }
      end(byte);
      continue;
    }
    if (line[byte] == ' ') {
      in = In::kNothing;
      ++byte;
      continue;
    }
    const CodePoint point = DecodeCodePoint(line, byte);
    const char32_t c = point.value;
    const size_t next = byte + point.size;
    if (IsLetter(c)) {
      if (in != In::kWord) begin(byte);
      in = In::kWord;
      if (!IsSilent(c)) AppendCodePoint(&words->text, LooseLower(c));
      end(next);
    } else if (IsDigit(c) && in != In::kWord) {
      if (in == In::kNothing) {
        begin(byte);
        words->text.push_back('#');
      }
      in = In::kNumber;
      end(next);
    } else if (IsDigit(c)) {
      words->text.push_back(static_cast<char>(c));
      end(next);
    } else if (IsApostrophe(c) && in == In::kWord && IsLetter(DecodeCodePoint(line, next).value)) {
      words->text.push_back('\'');
    } else if (JoinsDigits(c) && in == In::kNumber && IsDigit(DecodeCodePoint(line, next).value)) {
      // The number goes on.
    } else if (IsMark(c)) {
      begin(byte);
      AppendCodePoint(&words->text, c);
      end(next);
      in = In::kNothing;
    } else if (!IsSilent(c)) {
      in = In::kNothing;
    }
    byte = next;
  }
}

}  // namespace saywhen
