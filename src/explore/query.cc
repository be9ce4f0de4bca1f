#include "explore/query.h"

#include <algorithm>

#include "base/utf8.h"
#include "explore/fold.h"
#include "model/edtf.h"
#include "model/story.h"

namespace saywhen {
namespace {

bool IsSpace(char32_t c) {
  return c <= 0x20 || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Any of them opens a phrase and any closes it: languages and keyboards agree on nothing here.
bool IsQuoteMark(char32_t c) {
  return c == '"' || c == 0xAB || c == 0xBB || (c >= 0x201C && c <= 0x201F) ||
         (c >= 0x300C && c <= 0x300F) || c == 0xFF02;
}

// The first of them are QueryField's.
enum Field : uint8_t { kNoField, kSpeaker, kTag, kPlace, kType, kBefore, kAfter };
constexpr std::string_view kFieldNames[] = {"",     "speaker", "tag",  "place",
                                            "type", "before",  "after"};

struct TypeName {
  std::string_view name;
  QuoteType type;
};
constexpr TypeName kTypeNames[] = {
    {"direct", QuoteType::kDirect},
    {"reported", QuoteType::kIndirect},
    {"indirect", QuoteType::kIndirect},
    {"mixed", QuoteType::kMixed},
};

uint8_t TypesBeginningWith(std::string_view text) {
  FoldedText folded;
  Fold(text, "", &folded);
  uint8_t types = 0;
  for (const TypeName& name : kTypeNames) {
    if (!name.name.starts_with(folded.text)) continue;
    types = static_cast<uint8_t>(types | 1U << static_cast<unsigned>(name.type));
  }
  return types;
}

// One piece of the query: from a blank to the next one that stands in no quotes.
struct Chunk {
  std::string_view all;  // without the minus
  Field field = kNoField;
  std::string_view value;  // without the quotes
  bool negated = false;
  bool quoted = false;
  bool closed = false;
  bool last = false;
};

class Chunks {
 public:
  explicit Chunks(std::string_view text) : text_(text) {}

  bool Next(Chunk* chunk) {
    while (byte_ < text_.size() && IsSpace(Peek().value)) Skip();
    if (byte_ == text_.size()) return false;
    *chunk = {};
    chunk->negated = text_[byte_] == '-';
    if (chunk->negated) ++byte_;
    const size_t begin = byte_;
    chunk->field = SkipField();
    chunk->quoted = byte_ < text_.size() && IsQuoteMark(Peek().value);
    if (chunk->quoted) Skip();
    const size_t value = byte_;
    while (byte_ < text_.size()) {
      const char32_t c = Peek().value;
      if (chunk->quoted ? IsQuoteMark(c) : IsSpace(c)) break;
      Skip();
    }
    chunk->value = text_.substr(value, byte_ - value);
    chunk->closed = chunk->quoted && byte_ < text_.size();
    if (chunk->closed) Skip();
    chunk->all = text_.substr(begin, byte_ - begin);
    chunk->last = byte_ == text_.size();
    return true;
  }

 private:
  CodePoint Peek() const { return DecodeCodePoint(text_, byte_); }
  void Skip() { byte_ += Peek().size; }

  // Goes past "speaker:"; stays where it is when that is no field.
  Field SkipField() {
    const size_t begin = byte_;
    while (byte_ < text_.size() && text_[byte_] != ':') {
      const char letter = static_cast<char>(text_[byte_] | 0x20);
      if (letter < 'a' || letter > 'z') break;
      ++byte_;
    }
    const CodePoint colon = Peek();
    if (colon.value == ':' || colon.value == 0xFF1A) {
      FoldedText name;
      Fold(text_.substr(begin, byte_ - begin), "", &name);
      for (uint8_t field = kSpeaker; field <= kAfter; ++field) {
        if (name.text != kFieldNames[field]) continue;
        byte_ += colon.size;
        return static_cast<Field>(field);
      }
    }
    byte_ = begin;
    return kNoField;
  }

  std::string_view text_;
  size_t byte_ = 0;
};

void Hold(CivilMs bound, bool is_before, Query* query) {
  if (is_before) {
    query->before = std::min(query->before.value_or(kDistantFuture), bound);
  } else {
    query->after = std::max(query->after.value_or(kDistantPast), bound);
  }
}

}  // namespace

Query ParseQuery(std::string_view text, std::string_view language) {
  Query query;
  query.dotless_i = TellsDotlessI(language);
  if (!query.dotless_i) language = kLoosest;
  Chunks chunks(text.substr(0, kMostQueryBytes));
  for (Chunk chunk; query.terms.size() < kMostTerms && chunks.Next(&chunk);) {
    if (chunk.value.empty()) continue;
    QueryTerm term;
    term.negated = chunk.negated;
    term.prefix = !chunk.closed;
    std::string_view words = chunk.value;
    if (chunk.field == kBefore || chunk.field == kAfter) {
      const Result<TimeInterval> time = ParseEdtf(chunk.value);
      if (time.ok()) {
        const bool is_before = chunk.field == kBefore;
        Hold(is_before ? time.value().earliest : time.value().latest, is_before != chunk.negated,
             &query);
        continue;
      }
      if (chunk.last && !chunk.closed) continue;
      words = chunk.all;
    } else if (chunk.field == kType) {
      term.types = TypesBeginningWith(chunk.value);
      words = term.types != 0 ? std::string_view() : chunk.all;
      if (term.types != 0) term.field = QueryField::kType;
    } else {
      term.field = static_cast<QueryField>(chunk.field);
    }
    term.words = FoldedWords(words, language);
    if (!term.words.empty() || term.types != 0) query.terms.push_back(std::move(term));
  }
  return query;
}

}  // namespace saywhen
