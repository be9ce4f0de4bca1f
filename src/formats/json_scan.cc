// The parser reads memory through an iterator that notes how far it has come, so the bytes of every
// token are known: one begins after the white space, commas and colons that follow the one before.
#include "formats/json_scan.h"

#include <algorithm>
#include <iterator>
#include <utility>

#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

#include "base/utf8.h"

namespace saywhen {
namespace {

using Json = nlohmann::json;

// Reads contiguous memory and keeps `*cursor` at the first byte not yet taken.
class CountingIterator {
 public:
  using iterator_category = std::forward_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  CountingIterator(const char* at, const char** cursor) : at_(at), cursor_(cursor) {}

  const char& operator*() const { return *at_; }
  CountingIterator& operator++() {
    *cursor_ = ++at_;
    return *this;
  }
  CountingIterator operator++(int) {
    const CountingIterator before = *this;
    ++*this;
    return before;
  }
  friend bool operator==(const CountingIterator& a, const CountingIterator& b) {
    return a.at_ == b.at_;
  }

 private:
  const char* at_;
  const char** cursor_;
};

// The useful part of "[json.exception.…] parse error at line 1, column 2: syntax error while
// parsing value - …; last read: '…'; expected …". What was last read may be long, or half a
// character.
std::string SyntaxMessage(std::string_view message) {
  const size_t dash = message.find(" - ");
  const size_t bracket = message.find("] ");
  if (dash != std::string_view::npos) {
    message.remove_prefix(dash + 3);
  } else if (bracket != std::string_view::npos) {
    message.remove_prefix(bracket + 2);
  }
  std::string useful(message);
  const size_t read = useful.find("; last read: ");
  const size_t expected = useful.rfind("; expected ");
  if (read != std::string::npos) {
    const bool told = expected != std::string::npos && expected > read;
    useful.erase(read, told ? expected - read : std::string::npos);
  }
  return "not JSON: " + RepairUtf8(useful);
}

// Of the token that ends `text`. The parser's own copy of it is whole only for a string.
size_t LastTokenSize(std::string_view text, std::string_view token) {
  if (text.ends_with('"')) return token.size();
  size_t size = 0;
  while (size < text.size()) {
    const char c = text[text.size() - 1 - size];
    const bool word = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == 'E' || c == '.' ||
                      c == '+' || c == '-';
    if (!word) break;
    ++size;
  }
  return std::max<size_t>(size, 1);
}

}  // namespace

// What sax_parse wants, in its names.
class JsonScanner {
 public:
  JsonScanner(std::string_view piece, size_t opened, bool last, JsonEvents* events)
      : json_(piece),
        first_(piece.data() + opened),
        last_(last),
        cursor_(piece.data()),
        events_(*events) {
    events_.token_begin = events_.token_end = opened;
  }

  // Whether the next piece may follow.
  bool Scan() {
    const CountingIterator first(json_.data(), &cursor_);
    const CountingIterator last(json_.data() + json_.size(), &cursor_);
    Json::sax_parse(first, last, this);
    return ended_;
  }

  bool null() { return !Take(false) || events_.Null(); }
  bool boolean(bool value) { return !Take(false) || events_.Boolean(value); }
  bool number_integer(Json::number_integer_t value) {
    return !Take(true) || events_.Number(static_cast<double>(value), true);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return !Take(true) || events_.Number(static_cast<double>(value), true);
  }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) {
    return !Take(true) || events_.Number(value, false);
  }
  bool string(std::string& value) { return !Take(false) || events_.String(value); }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(size_t /*elements*/) { return !Take(false) || events_.StartObject(); }
  bool key(std::string& name) { return !Take(false) || events_.Key(name); }
  bool end_object() { return !Take(false) || events_.End(); }
  bool start_array(size_t /*elements*/) { return !Take(false) || events_.StartArray(); }
  bool end_array() { return !Take(false) || events_.End(); }

  bool parse_error(size_t position, const std::string& token,
                   const nlohmann::detail::exception& exception) {
    // The end itself counts as read; a NUL is taken for an end too, within the text.
    ended_ = !last_ && position > json_.size();
    if (ended_) return false;
    std::string message = SyntaxMessage(exception.what());
    size_t byte = std::min(position, json_.size());
    if (message.find("unexpected end of input") == std::string::npos) {
      // A token in the wrong place is reported at its beginning, a malformed one where it goes
      // wrong.
      const bool misplaced = message.find("unexpected") != std::string::npos;
      byte -= std::min(byte, misplaced ? LastTokenSize(json_.substr(0, byte), token) : 1);
    }
    events_.token_begin = events_.token_end = byte;
    events_.SyntaxError(std::move(message));
    return false;
  }

 private:
  // False when the token only opens again what the piece before left open.
  bool Take(bool number) {
    if (cursor_ <= first_) return false;
    size_t begin = events_.token_end;
    while (begin < json_.size()) {
      const char c = json_[begin];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != ',' && c != ':') break;
      ++begin;
    }
    events_.token_begin = begin;
    events_.token_end = static_cast<size_t>(cursor_ - json_.data());
    if (!number) return true;
    // The parser had to read one character more to see the end.
    constexpr std::string_view kNumberCharacters = "+-.0123456789Ee";
    events_.token_end = std::min(json_.find_first_not_of(kNumberCharacters, begin), json_.size());
    return true;
  }

  std::string_view json_;
  const char* first_;  // of the piece, after what opens it
  bool last_;
  bool ended_ = false;  // where the next piece goes on
  const char* cursor_;
  JsonEvents& events_;
};

void ScanJson(std::string_view json, JsonEvents* events) { ScanJsonPiece(json, 0, true, events); }

bool ScanJsonPiece(std::string_view piece, size_t opened, bool last, JsonEvents* events) {
  return JsonScanner(piece, opened, last, events).Scan();
}

std::string_view JsonKindName(JsonKind kind) {
  switch (kind) {
    case JsonKind::kNull:
      return "null";
    case JsonKind::kBoolean:
      return "true or false";
    case JsonKind::kNumber:
      return "a number";
    case JsonKind::kString:
      return "a string";
    case JsonKind::kObject:
      return "an object";
    case JsonKind::kArray:
      return "a list";
  }
  return "";
}

JsonInput::JsonInput(std::string_view file) : text_(file) {
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  marked_ = text_.starts_with(kByteOrderMark);
  if (marked_) text_.remove_prefix(kByteOrderMark.size());
  // A malformed byte becomes one code point, so lines and columns stay what they are in the file.
  malformed_ = FindInvalidUtf8(text_);
  if (malformed_ != text_.size()) repaired_ = RepairUtf8(text_);
}

void JsonInput::ReportRepairs(Reporter* reporter) const {
  if (marked()) ReportByteOrderMark(reporter);
  if (repaired()) ReportMalformed(reporter, reporter->At(malformed_));
}

void ReportByteOrderMark(Reporter* reporter) {
  reporter->Report(Severity::kNote, "byte-order-mark", "the file begins with a byte order mark", "",
                   TextPosition{});
}

void ReportMalformed(Reporter* reporter, TextPosition at) {
  reporter->Report(Severity::kError, "bad-utf8",
                   "this byte is not UTF-8; it and others like it are shown as U+FFFD", "", at);
}

}  // namespace saywhen
