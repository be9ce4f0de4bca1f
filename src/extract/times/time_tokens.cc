#include "extract/times/time_tokens.h"

#include <array>

namespace saywhen {
namespace {

enum class ByteClass : uint8_t { kMark, kLetter, kDigit, kBlank, kLine, kLead };

constexpr std::array<ByteClass, 256> MakeClasses() {
  std::array<ByteClass, 256> classes{};
  for (size_t c = 0; c < 256; ++c) {
    ByteClass& out = classes[c];
    if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0x80) out = ByteClass::kLetter;
    if (c >= '0' && c <= '9') out = ByteClass::kDigit;
    if (c == ' ' || c == '\r') out = ByteClass::kBlank;
    if (c == '\n' || c == '\t') out = ByteClass::kLine;
    // These lead punctuation and blanks among letters: U+00A0 to U+00BF, U+2000 to U+2FFF.
    if (c == 0xC2 || c == 0xE2) out = ByteClass::kLead;
  }
  return classes;
}
constexpr std::array<ByteClass, 256> kClasses = MakeClasses();

ByteClass ClassOf(char c) { return kClasses[static_cast<unsigned char>(c)]; }
bool IsDigit(char c) { return c >= '0' && c <= '9'; }
unsigned char ByteAt(std::string_view text, size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// A blank, dash, apostrophe or other mark of two or three bytes. size 0: it is a letter.
struct WideMark {
  uint32_t size = 0;
  bool blank = false;
  char mark = 0;
};

WideMark WideMarkAt(std::string_view text, size_t at) {
  const unsigned char lead = ByteAt(text, at);
  const unsigned char second = ByteAt(text, at + 1);
  const unsigned char third = ByteAt(text, at + 2);
  if (lead == 0xC2 && second >= 0xA0 && second <= 0xBF) {
    if (second == 0xAA || second == 0xB5 || second == 0xBA) return {};
    return {2, second == 0xA0, 0};
  }
  if (lead != 0xE2 || (second & 0xC0) != 0x80 || (third & 0xC0) != 0x80) return {};
  if (second == 0x80) {
    if (third <= 0x8A || third == 0xAF) return {3, true, 0};
    if (third >= 0x90 && third <= 0x93) return {3, false, '-'};
    if (third == 0x98 || third == 0x99) return {3, false, '\''};
  }
  if (second == 0x88 && third == 0x92) return {3, false, '-'};
  return {3, false, 0};
}

}  // namespace

void TimeTokenizer::ReadNumber(TimeToken* token) {
  token->kind = TimeTokenKind::kNumber;
  size_t count = 0;
  const auto run = [&] {
    const size_t begin = at_;
    for (; at_ < text_.size() && IsDigit(text_[at_]); ++at_, ++count) {
      if (count < 9) token->value = token->value * 10 + (text_[at_] - '0');
    }
    return at_ - begin;
  };
  bool grouped = false;
  if (run() <= 3 && thousands_ != 0) {
    while (ByteAt(text_, at_) == static_cast<unsigned char>(thousands_) &&
           IsDigit(static_cast<char>(ByteAt(text_, at_ + 1))) &&
           IsDigit(static_cast<char>(ByteAt(text_, at_ + 2))) &&
           IsDigit(static_cast<char>(ByteAt(text_, at_ + 3))) &&
           !IsDigit(static_cast<char>(ByteAt(text_, at_ + 4)))) {
      grouped = true;
      ++at_;
      run();
    }
  }
  token->digits = grouped || count > 9 ? 255 : static_cast<uint8_t>(count);
}

void TimeTokenizer::ReadWord(TimeToken* token) {
  token->kind = TimeTokenKind::kWord;
  const unsigned char first = ByteAt(text_, at_);
  const unsigned char second = ByteAt(text_, at_ + 1);
  // Latin letters beyond ASCII: of C3 the first half are capitals, of C4 and C5 (nearly) the even.
  if (first < 0x80) {
    token->capital = first <= 'Z';
  } else if (first == 0xC3) {
    token->capital = second < 0xA0;
  } else if (first == 0xC4 || first == 0xC5) {
    token->capital = (second & 1) == 0;
  }
  token->lower = !token->capital;
  while (at_ < text_.size()) {
    const ByteClass c = ClassOf(text_[at_]);
    const bool letter =
        c == ByteClass::kLetter || (c == ByteClass::kLead && WideMarkAt(text_, at_).size == 0);
    if (!letter) break;
    ++at_;
  }
}

TimeToken TimeTokenizer::Next() {
  TimeToken token;
  token.glued = true;
  while (at_ < text_.size()) {
    const ByteClass c = ClassOf(text_[at_]);
    if (c == ByteClass::kBlank) {
      token.glued = false;
      ++at_;
      continue;
    }
    if (c == ByteClass::kLine) {
      token.glued = false;
      const bool tab = text_[at_] == '\t';
      token.begin = static_cast<uint32_t>(at_++);
      while (ClassOf(static_cast<char>(ByteAt(text_, at_))) == ByteClass::kBlank) ++at_;
      if (!tab && ByteAt(text_, at_) != '\n') continue;
      while (at_ < text_.size() && (ClassOf(text_[at_]) == ByteClass::kBlank ||
                                    ClassOf(text_[at_]) == ByteClass::kLine)) {
        ++at_;
      }
      token.kind = TimeTokenKind::kBreak;
      token.end = static_cast<uint32_t>(at_);
      return token;
    }
    const WideMark wide = c == ByteClass::kLead ? WideMarkAt(text_, at_) : WideMark{};
    if (wide.blank) {
      token.glued = false;
      at_ += wide.size;
      continue;
    }
    token.begin = static_cast<uint32_t>(at_);
    if (c == ByteClass::kDigit) {
      ReadNumber(&token);
    } else if (c == ByteClass::kMark || wide.size > 0) {
      token.kind = TimeTokenKind::kMark;
      token.mark = wide.size > 0 ? wide.mark : text_[at_];
      at_ += wide.size > 0 ? wide.size : 1;
    } else {
      ReadWord(&token);
    }
    token.end = static_cast<uint32_t>(at_);
    return token;
  }
  token.begin = token.end = static_cast<uint32_t>(text_.size());
  return token;
}

size_t FoldTimeWord(std::string_view word, char* out, size_t room) {
  size_t size = 0;
  for (size_t i = 0; i < word.size(); ++i) {
    if (size + 2 > room) return 0;
    const unsigned char c = static_cast<unsigned char>(word[i]);
    const unsigned char next = ByteAt(word, i + 1);
    if (c >= 'A' && c <= 'Z') {
      out[size++] = static_cast<char>(c + 0x20);
    } else if (c == 0xC3 && next >= 0x80 && next <= 0x9E) {
      out[size++] = word[i];
      out[size++] = static_cast<char>(next + 0x20);
      ++i;
    } else if (c == 0xC4 && (next == 0xB0 || next == 0xB1)) {
      out[size++] = 'i';
      ++i;
    } else if ((c == 0xC4 || c == 0xC5) && next >= 0x80) {
      out[size++] = word[i];
      out[size++] = static_cast<char>(next | 1);
      ++i;
    } else {
      out[size++] = word[i];
    }
  }
  return size;
}

}  // namespace saywhen
