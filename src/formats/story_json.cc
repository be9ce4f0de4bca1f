// ParseStory: tokens come from nlohmann's SAX parser, what each means is the reader's. The parser
// reads memory through an iterator that notes how far it has come, so the reader knows the bytes of
// every token: one begins after the white space, commas and colons that follow the one before it.
#include "formats/story_json.h"

#include <iterator>
#include <utility>

#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "formats/story_json_draft.h"
#include "formats/story_json_reader.h"

namespace saywhen {
namespace story_json {
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

// What sax_parse wants, in its names.
class TokenSink {
 public:
  explicit TokenSink(Reader* reader) : reader_(*reader) {}

  bool null() { return reader_.Scalar(Found::kNull); }
  bool boolean(bool /*value*/) { return reader_.Scalar(Found::kBoolean); }
  bool number_integer(Json::number_integer_t value) {
    return reader_.Number(static_cast<double>(value), true);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return reader_.Number(static_cast<double>(value), true);
  }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) {
    return reader_.Number(value, false);
  }
  bool string(std::string& value) { return reader_.String(value); }
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(size_t /*elements*/) { return reader_.StartObject(); }
  bool key(std::string& name) { return reader_.Key(name); }
  bool end_object() { return reader_.End(); }
  bool start_array(size_t /*elements*/) { return reader_.StartArray(); }
  bool end_array() { return reader_.End(); }
  bool parse_error(size_t position, const std::string& token,
                   const nlohmann::detail::exception& exception) {
    reader_.SyntaxError(position, token, SyntaxMessage(exception.what()));
    return false;
  }

 private:
  Reader& reader_;
};

}  // namespace
}  // namespace story_json

Result<Story> ParseStory(std::string_view json, Diagnostics* diagnostics,
                         const StoryLimits& limits) {
  using story_json::Reader;
  using story_json::Reporter;
  if (json.size() > limits.bytes || json.size() > UINT32_MAX) {
    return Error{
        "limit-bytes",
        "the file is larger than the limit of " + story_json::Decimal(limits.bytes) + " bytes", "",
        1, 1};
  }
  constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
  const bool marked = json.starts_with(kByteOrderMark);
  if (marked) json.remove_prefix(kByteOrderMark.size());
  // A malformed byte becomes one code point, so lines and columns stay what they are in the file.
  std::string repaired;
  const size_t malformed = FindInvalidUtf8(json);
  if (malformed != json.size()) {
    repaired = RepairUtf8(json);
    json = repaired;
  }
  Reporter reporter(json, diagnostics);
  if (marked) {
    reporter.Report(Severity::kNote, "byte-order-mark", "the file begins with a byte order mark",
                    "", 0);
  }
  if (!repaired.empty()) {
    reporter.Report(Severity::kError, "bad-utf8",
                    "this byte is not UTF-8; it and others like it are shown as U+FFFD", "",
                    malformed);
  }

  Reader reader(json, limits, &reporter);
  using story_json::CountingIterator;
  story_json::TokenSink sink(&reader);
  const CountingIterator first(json.data(), reader.cursor());
  const CountingIterator last(json.data() + json.size(), reader.cursor());
  nlohmann::json::sax_parse(first, last, &sink);
  if (reader.refused()) return std::move(reader.error());
  if (reader.broken()) reader.DropUnfinished();
  Story& story = reader.draft().story;
  if (story.quotes.empty() && story.events.empty()) {
    if (reader.broken()) return std::move(reader.error());
    return Error{"empty-story", "the file has no quote and no event that can be used", "", 1, 1};
  }
  if (reader.broken() && diagnostics != nullptr) {
    Error& error = reader.error();
    diagnostics->Add({Severity::kError, error.code,
                      error.message + "; the rest of the file is lost", error.pointer, error.line,
                      error.column});
  }
  ResolveDraft(&reader.draft(), &reporter);
  return std::move(story);
}

}  // namespace saywhen
