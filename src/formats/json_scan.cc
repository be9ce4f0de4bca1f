// The parser reads memory through an iterator that knows how far it has come, so the bytes of every
// token are known, and that leaves out what the parser need not see.
#include "formats/json_scan.h"

#include <algorithm>
#include <iterator>
#include <utility>

#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "formats/json_plain.h"

namespace saywhen {
namespace {

using Json = nlohmann::json;

// What the parser is given to read: the text, without what it would only pass over, byte by byte:
// white space behind white space, and what stands in a string in which nothing is escaped.
class ParserInput {
 public:
  explicit ParserInput(std::string_view text)
      : begin_(text.data()), end_(begin_ + text.size()), at_(begin_), passed_(begin_) {}

  // Also tells that nothing more could be taken.
  bool Ended() {
    ended_ = at_ == end_;
    return ended_;
  }
  bool ended() const { return ended_; }
  const char& Next() const { return *at_; }

  void Take() {
    const char c = *at_++;
    if (at_ <= passed_) return;
    if (c == '"') {
      OpenString();
    } else if (IsSpace(c)) {
      const char* past = at_;
      while (past != end_ && IsSpace(*past)) ++past;
      LeaveOut(past);
    }
  }

  // How much of the text was taken, when the parser counts `taken`.
  size_t Taken(size_t taken) const { return taken + left_out_ - ahead(); }
  size_t Taken() const { return static_cast<size_t>(at_ - begin_) - ahead(); }

  // The last string begins here, with its quotation mark.
  size_t string_begin() const { return static_cast<size_t>(string_ - begin_); }
  // What it says; the parser knows when something in it is escaped.
  std::string_view StringOr(std::string_view parsed) const {
    return plain_ ? std::string_view(string_ + 1, static_cast<size_t>(passed_ - string_) - 2)
                  : parsed;
  }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

  void OpenString() {
    string_ = at_ - 1;
    const char* past = at_ + PlainSize({at_, static_cast<size_t>(end_ - at_)});
    plain_ = past != end_ && *past == '"';
    if (plain_) {
      passed_ = past + 1;
      return LeaveOut(past);
    }
    while (past != end_ && *past != '"') past += *past == '\\' && past + 1 != end_ ? 2 : 1;
    passed_ = past == end_ ? end_ : past + 1;
  }

  void LeaveOut(const char* until) {
    ahead_ = static_cast<size_t>(until - at_);
    left_out_ += ahead_;
    at_ = ahead_until_ = until;
  }
  // What was left out since the parser took a byte.
  size_t ahead() const { return at_ == ahead_until_ && !ended_ ? ahead_ : 0; }

  bool ended_ = false;
  const char* begin_;
  const char* end_;
  const char* at_;
  const char* passed_;  // behind the last string, when it is known where that ends
  const char* string_ = nullptr;
  bool plain_ = false;
  size_t left_out_ = 0;
  size_t ahead_ = 0;
  const char* ahead_until_ = nullptr;
};

// As sax_parse wants it.
class InputIterator {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  explicit InputIterator(ParserInput* input) : input_(input) {}

  const char& operator*() const { return input_->Next(); }
  InputIterator& operator++() {
    input_->Take();
    return *this;
  }
  void operator++(int) { input_->Take(); }
  // There is only one other, the end.
  friend bool operator==(const InputIterator& a, const InputIterator& /*end*/) {
    return a.input_->Ended();
  }

 private:
  ParserInput* input_;
};

// The useful part of "[json.exception.…] parse error at line 1, column 2: syntax error while
// parsing value - …; last read: '…'; expected …". What was last read may be long, or half a
// character.
std::string SyntaxMessage(std::string_view message, std::string_view token) {
  const size_t dash = message.find(" - ");
  const size_t bracket = message.find("] ");
  if (dash != std::string_view::npos) {
    message.remove_prefix(dash + 3);
  } else if (bracket != std::string_view::npos) {
    message.remove_prefix(bracket + 2);
  }
  std::string useful(message);
  constexpr std::string_view kRead = "; last read: '";
  const size_t read = useful.find(kRead);
  if (read != std::string::npos) useful.erase(read, kRead.size() + token.size() + 1);
  return "not JSON: " + RepairUtf8(useful);
}

bool IsOfWordOrNumber(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == 'E' || c == '.' || c == '+' ||
         c == '-';
}

}  // namespace

// What sax_parse wants, in its names.
class JsonScanner {
 public:
  JsonScanner(std::string_view piece, size_t opened, bool last, JsonEvents* events)
      : json_(piece), opened_(opened), last_(last), input_(piece), events_(*events) {
    events_.token_begin = events_.token_end = opened;
  }

  // Whether the next piece may follow.
  bool Scan() {
    Json::sax_parse(InputIterator(&input_), InputIterator(&input_), this);
    return ended_;
  }

  bool null() { return TakeWord() || events_.Null(); }
  bool boolean(bool value) { return TakeWord() || events_.Boolean(value); }
  bool number_integer(Json::number_integer_t value) {
    return TakeNumber() || events_.Number(static_cast<double>(value), true);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return TakeNumber() || events_.Number(static_cast<double>(value), true);
  }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) {
    return TakeNumber() || events_.Number(value, false);
  }
  bool string(std::string& value) { return TakeString() || events_.String(input_.StringOr(value)); }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(size_t /*elements*/) { return TakeBracket() || events_.StartObject(); }
  bool key(std::string& name) { return TakeString() || events_.Key(input_.StringOr(name)); }
  bool end_object() { return TakeBracket() || events_.End(); }
  bool start_array(size_t /*elements*/) { return TakeBracket() || events_.StartArray(); }
  bool end_array() { return TakeBracket() || events_.End(); }

  bool parse_error(size_t position, const std::string& token,
                   const nlohmann::detail::exception& exception) {
    // The end itself counts as read; a NUL is taken for an end too, within the text.
    size_t byte = input_.Taken(position);
    ended_ = !last_ && byte > json_.size();
    if (ended_) return false;
    std::string message = SyntaxMessage(exception.what(), token);
    byte = std::min(byte, json_.size());
    if (message.find("unexpected end of input") == std::string::npos) {
      // A token in the wrong place is reported at its beginning, a malformed one where it goes
      // wrong.
      const bool misplaced = message.find("unexpected") != std::string::npos;
      byte = misplaced ? LastTokenBegin(byte) : byte - std::min<size_t>(byte, 1);
    }
    events_.token_begin = events_.token_end = byte;
    events_.SyntaxError(std::move(message));
    return false;
  }

 private:
  // Each is true when the token only opens again what the piece before left open.
  bool Take(size_t begin, size_t end) {
    events_.token_begin = begin;
    events_.token_end = end;
    return end <= opened_;
  }
  bool TakeBracket() { return Take(input_.Taken() - 1, input_.Taken()); }
  bool TakeString() { return Take(input_.string_begin(), input_.Taken()); }
  bool TakeWord() { return Take(LastTokenBegin(input_.Taken()), input_.Taken()); }
  bool TakeNumber() {
    // The parser had to read one character more to see the end, if there was one.
    const size_t end = input_.Taken() - (input_.ended() ? 0 : 1);
    return Take(LastTokenBegin(end), end);
  }

  // Of the token that ends at the byte `end`.
  size_t LastTokenBegin(size_t end) const {
    if (end == 0) return 0;
    size_t begin = end - 1;
    if (json_[begin] == '"') return input_.string_begin();
    while (begin > 0 && IsOfWordOrNumber(json_[begin]) && IsOfWordOrNumber(json_[begin - 1]))
      --begin;
    return begin;
  }

  std::string_view json_;
  size_t opened_;
  bool last_;
  bool ended_ = false;  // where the next piece goes on
  ParserInput input_;
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
