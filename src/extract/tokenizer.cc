// One pass, one branch on each token's first character. Only words need more: what belongs to one
// (an inner apostrophe, an abbreviation's full stop) is decided by the character that follows.
#include <algorithm>

#include "base/letters.h"
#include "base/utf8.h"
#include "extract/token.h"

namespace saywhen {

namespace {

bool IsSpace(char32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F ||
         c == 0x3000 || c == 0xFEFF;
}

bool IsDigit(char32_t c) { return c >= '0' && c <= '9'; }
bool IsApostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

class Tokenizer {
 public:
  Tokenizer(std::string_view text, const Lexicon& lexicon) : text_(text), lexicon_(lexicon) {}

  std::vector<Token> Run() {
    tokens_.reserve(text_.size() / 5 + 8);
    bool glued = false;
    int lines = 1;
    for (size_t byte = 0; byte < text_.size();) {
      const CodePoint point = At(byte);
      if (IsSpace(point.value)) {
        if (point.value == '\n') ++lines;
        glued = false;
        byte += point.size;
        continue;
      }
      Token token;
      token.glued = glued;
      token.paragraph = lines > 0;
      token.span.begin = static_cast<uint32_t>(byte);
      const size_t end = Read(point, byte, &token);
      token.span.end = static_cast<uint32_t>(end);
      token.hash = HashWord(text_.substr(byte, end - byte));
      if (token.word) token.tag = TagOf(token);
      tokens_.push_back(token);
      byte = end;
      glued = true;
      lines = 0;
    }
    return std::move(tokens_);
  }

 private:
  CodePoint At(size_t byte) const {
    if (byte < text_.size()) {
      const auto c = static_cast<unsigned char>(text_[byte]);
      if (c < 0x80) return {c, 1};
    }
    return DecodeCodePoint(text_, byte);
  }

  size_t Read(CodePoint first, size_t byte, Token* token) {
    if (IsLetter(first.value)) {
      token->word = true;
      token->capital = IsUpperCase(first.value);
      return ReadWord(byte, token);
    }
    if (IsDigit(first.value)) {
      token->word = true;
      token->tag = Tag::kNumber;
      return ReadNumber(byte);
    }
    return ReadMark(first, byte, token);
  }

  size_t ReadWord(size_t byte, Token* token) {
    const size_t begin = byte;
    int capitals = 0;
    int letters = 0;
    while (byte < text_.size()) {
      const CodePoint point = At(byte);
      if (IsLetter(point.value)) {
        ++letters;
        if (IsUpperCase(point.value)) ++capitals;
        byte += point.size;
        continue;
      }
      if (IsDigit(point.value)) {
        byte += point.size;
        continue;
      }
      const CodePoint next = At(byte + point.size);
      if (point.value == '-' || point.value == 0x2010 || point.value == 0x2011) {
        if (!IsLetter(next.value) && !IsDigit(next.value)) break;
        byte += point.size;
        continue;
      }
      if (IsApostrophe(point.value)) {
        if (!IsLetter(next.value) || EndsWord(byte + point.size)) break;
        byte += point.size;
        continue;
      }
      if (point.value == '.') {
        const bool single = byte == begin + 1;
        const bool initial = single && token->capital;
        const bool inner =
            IsLetter(next.value) && letters <= 4 && (single || text_[byte - 2] == '.');
        if (inner) {
          byte += point.size;
          continue;
        }
        const bool dotted = byte >= begin + 3 && text_[byte - 2] == '.';
        if (initial || dotted ||
            lexicon_.IsAbbreviation(HashWord(text_.substr(begin, byte - begin)))) {
          return byte + point.size;
        }
      }
      break;
    }
    if (capitals >= 2 && capitals == letters) token->tag = Tag::kAllCaps;
    return byte;
  }

  // Whether what follows an apostrophe at `byte` is a token of its own: ’s, or a suffix.
  bool EndsWord(size_t byte) const {
    if (lexicon_.apostrophe_suffix()) return true;
    const CodePoint letter = At(byte);
    if (letter.value != 's' && letter.value != 'S') return false;
    const char32_t after = At(byte + letter.size).value;
    return !IsLetter(after) && !IsDigit(after);
  }

  size_t ReadNumber(size_t byte) const {
    while (byte < text_.size()) {
      const CodePoint point = At(byte);
      if (IsDigit(point.value) || IsLetter(point.value)) {
        byte += point.size;
        continue;
      }
      // "34-year-old" is one word.
      if (point.value == '-' && IsLetter(At(byte + 1).value)) {
        ++byte;
        continue;
      }
      const bool inner = point.value == ',' || point.value == '.' || point.value == ':' ||
                         point.value == '-' || point.value == '/' || point.value == 0x2013;
      if (!inner || !IsDigit(At(byte + point.size).value)) break;
      byte += point.size;
    }
    // "3. Mai": a number of at most two digits with a stop before a word is an ordinal.
    if (lexicon_.ordinal_stop() && At(byte).value == '.' && At(byte + 1).value == ' ' &&
        IsLetter(At(byte + 2).value)) {
      size_t digits = 0;
      while (digits < 3 && digits < byte && IsDigit(At(byte - 1 - digits).value)) ++digits;
      if (digits <= 2) return byte + 1;
    }
    return byte;
  }

  size_t ReadMark(CodePoint first, size_t byte, Token* token) const {
    const size_t after = byte + first.size;
    switch (first.value) {
      case ',':
      case 0x060C:
      case 0xFF0C:
      case 0x3001:
        token->tag = Tag::kComma;
        return after;
      case '.':
      case '!':
      case '?':
      case 0x2026:
      case 0x3002:
      case 0xFF01:
      case 0xFF1F:
      case 0x061F: {
        token->tag = Tag::kStop;
        size_t end = after;
        while (end < text_.size() &&
               (text_[end] == '.' || text_[end] == '!' || text_[end] == '?')) {
          ++end;
        }
        return end;
      }
      case ':':
      case 0xFF1A:
        token->tag = Tag::kColon;
        return after;
      case ';':
        token->tag = Tag::kSemicolon;
        return after;
      case '(':
      case '[':
        token->tag = Tag::kOpenBracket;
        return after;
      case ')':
      case ']':
        token->tag = Tag::kCloseBracket;
        return after;
      case 0x2013:
      case 0x2014:
      case 0x2015:
        token->tag = Tag::kDash;
        return after;
      case '-':
        // "--" for a dash; one hyphen between spaces too.
        token->tag = Tag::kDash;
        return At(after).value == '-' ? after + 1 : after;
      case '\'':
      case '`':
        // A pair is one double mark, as typewriters have it.
        if (At(after).value == first.value) {
          token->tag = Tag::kOpenQuote;
          return after + 1;
        }
        return ReadSingle(byte, after, token);
      case 0x2019:
        return ReadSingle(byte, after, token);
      case '"':
      case 0x2018:
      case 0x201A:
      case 0x201B:
      case 0x201C:
      case 0x201D:
      case 0x201E:
      case 0x201F:
      case 0x2039:
      case 0x203A:
      case 0xAB:
      case 0xBB:
      case 0x300C:
      case 0x300D:
      case 0x300E:
      case 0x300F:
        token->tag = Tag::kOpenQuote;
        return after;
      default:
        token->tag = Tag::kOther;
        return after;
    }
  }

  // An apostrophe outside a word: ’s and suffixes, else a mark that may quote.
  size_t ReadSingle(size_t byte, size_t after, Token* token) const {
    token->tag = Tag::kOpenQuote;
    const bool follows =
        byte > 0 && !tokens_.empty() && tokens_.back().span.end == byte && tokens_.back().word;
    if (!follows || !IsLetter(At(after).value) || !EndsWord(after)) return after;
    token->tag = Tag::kGenitive;
    while (IsLetter(At(after).value)) after += At(after).size;
    return after;
  }

  Tag TagOf(const Token& token) const {
    const std::string_view word = text_.substr(token.span.begin, token.span.size());
    if (const uint32_t known = lexicon_.TagOf(token.hash)) {
      // "US" is no pronoun; "I" is.
      const bool shouted = token.tag == Tag::kAllCaps && word.size() <= 3;
      if (!shouted) return static_cast<Tag>(known - 1);
    }
    if (token.tag == Tag::kNumber) {
      // "34-year-old" is an adjective.
      const char last = word.back();
      const bool letter = (last >= 'a' && last <= 'z') || static_cast<unsigned char>(last) >= 0x80;
      return letter && word.find('-') != std::string_view::npos ? Tag::kWord : Tag::kNumber;
    }
    if (token.tag == Tag::kAllCaps) return token.tag;
    if (token.capital) return Tag::kCapital;
    for (const Lexicon::Suffix& suffix : lexicon_.suffixes()) {
      if (word.size() > suffix.ending.size() + 1 && word.ends_with(suffix.ending)) {
        return static_cast<Tag>(suffix.tag - 1);
      }
    }
    return Tag::kWord;
  }

  std::string_view text_;
  const Lexicon& lexicon_;
  std::vector<Token> tokens_;
};

}  // namespace

std::vector<Token> Tokenize(std::string_view text, const Lexicon& lexicon) {
  return Tokenizer(text, lexicon).Run();
}

}  // namespace saywhen
