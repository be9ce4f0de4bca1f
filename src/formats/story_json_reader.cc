// Tokens come from nlohmann's SAX parser; what each value means comes from the table of fields.
// The parser reads memory through an iterator that notes how far it has come, so every event knows
// the bytes of its token: a token begins after the white space, commas and colons that follow the
// one before it.
#include <iterator>
#include <utility>

#define JSON_NOEXCEPTION 1
#define JSON_NO_IO 1
#define JSON_USE_IMPLICIT_CONVERSIONS 0
#include <nlohmann/json.hpp>

#include "base/utf8.h"
#include "formats/story_json.h"
#include "formats/story_json_draft.h"
#include "formats/story_json_fields.h"
#include "model/edtf.h"

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

enum class Found : uint8_t { kNull, kBoolean, kNumber, kString, kObject, kArray };

std::string_view FoundName(Found found) {
  switch (found) {
    case Found::kNull: return "null";
    case Found::kBoolean: return "true or false";
    case Found::kNumber: return "a number";
    case Found::kString: return "a string";
    case Found::kObject: return "an object";
    case Found::kArray: return "a list";
  }
  return "";
}

// The useful part of "[json.exception.…] parse error at line 1, column 2: syntax error while parsing
// value - …; last read: '…'; expected …". What was last read may be long, or half a character.
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

bool IsHttpUrl(std::string_view url) {
  size_t at = 0;
  for (const char c : std::string_view("http")) {
    if (at == url.size() || (url[at++] | 0x20) != c) return false;
  }
  if (at < url.size() && (url[at] | 0x20) == 's') ++at;
  if (url.substr(at, 3) != "://" || url.size() == at + 3) return false;
  for (const char c : url) {
    const unsigned char byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || byte == '"' || byte == '<' || byte == '>') return false;
  }
  return true;
}

bool IsColor(std::string_view color) {
  if (color.size() != 7 || color[0] != '#') return false;
  for (const char c : color.substr(1)) {
    const char lower = static_cast<char>(c | 0x20);
    if (!((c >= '0' && c <= '9') || (lower >= 'a' && lower <= 'f'))) return false;
  }
  return true;
}

// One opened object or array that is understood; unknown ones are only counted (skipped_).
struct Frame {
  enum class Kind : uint8_t { kObject, kList, kSpan, kPair };

  Kind kind = Kind::kObject;
  Object object = Object::kRoot;    // of kObject; of the others, the object that holds them
  const FieldSpec* spec = nullptr;  // of kObject the field being read, of kList the list itself
  uint32_t count = 0;               // values begun in a kList
  uint64_t seen = 0;                // bit per Field: read already
  size_t begin = 0;                 // byte of the bracket
  size_t references = 0;            // how many the draft had before this object
  size_t quote_spans = 0;
  size_t event_spans = 0;
  bool has_key = false;
  std::string key;
};

class Reader {
 public:
  Reader(std::string_view json, const StoryLimits& limits, Reporter* reporter)
      : json_(json), cursor_(json.data()), limits_(limits), reporter_(*reporter) {
    frames_.reserve(16);
  }

  // What sax_parse wants.
  bool null() { return Scalar(Found::kNull); }
  bool boolean(bool /*value*/) { return Scalar(Found::kBoolean); }
  bool number_integer(Json::number_integer_t value) {
    return Number(static_cast<double>(value), value >= 0);
  }
  bool number_unsigned(Json::number_unsigned_t value) {
    return Number(static_cast<double>(value), true);
  }
  bool number_float(Json::number_float_t value, const std::string& /*text*/) {
    return Number(value, false);
  }
  bool string(std::string& value);
  bool binary(Json::binary_t& /*value*/) { return false; }
  bool start_object(size_t /*elements*/);
  bool key(std::string& name);
  bool end_object() { return End(); }
  bool start_array(size_t /*elements*/);
  bool end_array() { return End(); }
  bool parse_error(size_t position, const std::string& token,
                   const nlohmann::detail::exception& exception);

  const char** cursor() { return &cursor_; }
  Draft& draft() { return draft_; }
  // Set when reading stopped early; a syntax error leaves what came before it usable.
  bool refused() const { return refused_; }
  bool broken() const { return broken_; }
  Error& error() { return error_; }
  // Drops the items that a syntax error left half read.
  void DropUnfinished();

 private:
  Article& article() { return draft_.story.articles.back(); }
  Speaker& speaker() { return draft_.story.speakers.back(); }
  Quote& quote() { return draft_.story.quotes.back(); }
  Event& event() { return draft_.story.events.back(); }

  void TakeToken(Found found);
  bool Refuse(std::string_view code, std::string message);
  void Report(Severity severity, std::string_view code, std::string message) {
    reporter_.Report(severity, code, std::move(message), Pointer(), token_begin_);
  }
  void ReportWrongType(Shape shape, Found found);
  // Of the value being read.
  std::string Pointer() const;

  bool Number(double value, bool whole);
  bool Scalar(Found found);
  // True when the next value is not to be understood; says so to a list and keeps an unknown one.
  bool Ignored(Found found);
  // The wanted shape of the value being read.
  Shape WantedShape() const;
  void StoreText(Shape shape, std::string* value);
  void StoreDate(std::string_view text);
  void StoreSpan(const Frame& frame);
  // Passes over the object or array that has just begun.
  bool Skip() {
    skipped_ = 1;
    return true;
  }
  void KeepUnknown();
  bool Open(Frame::Kind kind, Object object, const FieldSpec* spec);
  bool Begin(Object object);
  bool End();
  void Finish(const Frame& frame);
  void FinishTime(const Frame& frame);
  // Takes the last item of this kind out of the draft again.
  void Discard(const Frame& frame);
  void ReportMissing(const Frame& frame, std::string message);

  std::string* TextTarget(Object object, Field field);
  StoryTime* TimeTarget(Object object);
  Extra* ExtraTarget(Object object);
  Index ItemOf(Object object) const;

  std::string_view json_;
  const char* cursor_;
  StoryLimits limits_;
  Reporter& reporter_;
  Draft draft_;
  std::vector<Frame> frames_;
  size_t token_begin_ = 0;
  size_t token_end_ = 0;
  uint32_t skipped_ = 0;      // depth inside a value that is skipped
  bool keep_ = false;         // the skipped value is an unknown field's
  size_t key_begin_ = 0;
  bool ignore_field_ = false; // the field is unknown (keep_) or a duplicate
  bool time_read_ = false;    // the time being read has its date
  bool time_reported_ = false;
  std::vector<uint64_t> offsets_;  // numbers of the span being read
  bool span_wrong_ = false;
  bool span_nested_ = false;  // a list of pairs
  bool refused_ = false;
  bool broken_ = false;
  Error error_;
};

void Reader::TakeToken(Found found) {
  size_t begin = token_end_;
  while (begin < json_.size()) {
    const char c = json_[begin];
    if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != ',' && c != ':') break;
    ++begin;
  }
  token_begin_ = begin;
  size_t end = static_cast<size_t>(cursor_ - json_.data());
  if (found == Found::kNumber) {
    // The parser had to read one character more to see the end.
    constexpr std::string_view kNumberCharacters = "+-.0123456789Ee";
    end = std::min(json_.find_first_not_of(kNumberCharacters, begin), json_.size());
  }
  token_end_ = end;
}

bool Reader::Refuse(std::string_view code, std::string message) {
  const TextPosition at = reporter_.At(token_begin_);
  error_ = {std::string(code), std::move(message), Pointer(), at.line, at.column};
  refused_ = true;
  return false;
}

std::string Reader::Pointer() const {
  std::string pointer;
  for (const Frame& frame : frames_) {
    if (frame.kind == Frame::Kind::kSpan || frame.kind == Frame::Kind::kPair) break;
    if (frame.kind == Frame::Kind::kList) {
      if (frame.count == 0) break;
      pointer.append("/").append(Decimal(frame.count - 1));
      continue;
    }
    if (!frame.has_key) break;
    pointer.push_back('/');
    for (const char c : frame.key) {
      if (c == '~') {
        pointer.append("~0");
      } else if (c == '/') {
        pointer.append("~1");
      } else {
        pointer.push_back(c);
      }
    }
  }
  return pointer;
}

void Reader::ReportWrongType(Shape shape, Found found) {
  std::string message = "expected ";
  message.append(ShapeName(shape)).append(", found ").append(FoundName(found));
  Report(Severity::kError, "wrong-type", std::move(message));
}

bool Reader::parse_error(size_t position, const std::string& token,
                         const nlohmann::detail::exception& exception) {
  broken_ = true;
  const std::string message = SyntaxMessage(exception.what());
  size_t byte = std::min(position, json_.size());
  const bool at_end = message.find("unexpected end of input") != std::string::npos;
  if (!at_end) {
    // A token in the wrong place is reported at its beginning, a malformed one where it goes wrong.
    const bool misplaced = message.find("unexpected") != std::string::npos;
    byte -= std::min(byte, misplaced ? LastTokenSize(json_.substr(0, byte), token) : 1);
  }
  token_begin_ = byte;
  const TextPosition at = reporter_.At(byte);
  error_ = {"bad-json", message, Pointer(), at.line, at.column};
  return false;
}

Shape Reader::WantedShape() const {
  const Frame& top = frames_.back();
  return top.kind == Frame::Kind::kList ? ItemShape(top.spec->shape) : top.spec->shape;
}

void Reader::KeepUnknown() {
  Extra* extra = ExtraTarget(frames_.back().object);
  if (extra == nullptr) return;
  if (!extra->empty()) extra->push_back(',');
  extra->append(json_.substr(key_begin_, token_end_ - key_begin_));
}

bool Reader::key(std::string& name) {
  TakeToken(Found::kString);
  if (name.size() > limits_.string_bytes) {
    return Refuse("limit-string", "a string is longer than the limit of " +
                                      Decimal(limits_.string_bytes) + " bytes");
  }
  if (skipped_ > 0) return true;
  Frame& top = frames_.back();
  top.has_key = true;
  top.key = name;
  top.spec = FindField(top.object, name);
  key_begin_ = token_begin_;
  ignore_field_ = keep_ = top.spec == nullptr;
  if (ignore_field_) return true;
  const uint64_t bit = uint64_t{1} << static_cast<unsigned>(top.spec->field);
  if ((top.seen & bit) != 0) {
    Report(Severity::kError, "duplicate-key", "this field was given before; the first one counts");
    ignore_field_ = true;
  }
  top.seen |= bit;
  return true;
}

bool Reader::Ignored(Found found) {
  if (skipped_ > 0) return true;
  Frame& top = frames_.back();
  switch (top.kind) {
    case Frame::Kind::kSpan:
    case Frame::Kind::kPair:
      if (found == Found::kNumber) return false;
      span_wrong_ = true;
      keep_ = false;
      return true;
    case Frame::Kind::kList:
      ++top.count;
      return false;
    case Frame::Kind::kObject:
      if (!ignore_field_) return false;
      if (keep_ && found != Found::kObject && found != Found::kArray) KeepUnknown();
      return true;
  }
  return true;
}

bool Reader::Scalar(Found found) {
  TakeToken(found);
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (!Ignored(found)) ReportWrongType(WantedShape(), found);
  return true;
}

bool Reader::Number(double value, bool whole) {
  TakeToken(Found::kNumber);
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (Ignored(Found::kNumber)) return true;
  const Frame& top = frames_.back();
  if (top.kind == Frame::Kind::kSpan || top.kind == Frame::Kind::kPair) {
    constexpr double kLargest = 4294967295.0;
    if (!whole || value > kLargest) span_wrong_ = true;
    if (top.kind == Frame::Kind::kSpan && span_nested_) span_wrong_ = true;
    if (!span_wrong_) offsets_.push_back(static_cast<uint64_t>(value));
    return true;
  }
  const Shape shape = WantedShape();
  if (shape == Shape::kVersion) {
    if (value != 1) {
      Report(Severity::kWarning, "unknown-version", "this reader knows version 1; it is read as such");
    }
  } else if (shape == Shape::kConfidence) {
    if (value < 0 || value > 1) {
      Report(Severity::kWarning, "confidence-range", "confidence is from 0 to 1; the nearer is used");
    }
    quote().confidence = value < 0 ? 0.0F : value > 1 ? 1.0F : static_cast<float>(value);
  } else {
    ReportWrongType(shape, Found::kNumber);
  }
  return true;
}

bool Reader::string(std::string& value) {
  TakeToken(Found::kString);
  if (value.size() > limits_.string_bytes) {
    return Refuse("limit-string", "a string is longer than the limit of " +
                                      Decimal(limits_.string_bytes) + " bytes");
  }
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (!Ignored(Found::kString)) StoreText(WantedShape(), &value);
  return true;
}

void Reader::StoreText(Shape shape, std::string* value) {
  const Frame& top = frames_.back();
  const FieldSpec& spec = *top.spec;
  const auto bad = [&](std::string_view code) {
    std::string message = "expected ";
    message.append(ShapeName(shape)).append(", found ").append(Shown(*value));
    Report(Severity::kError, code, std::move(message));
  };
  switch (shape) {
    case Shape::kUrl:
      if (!IsHttpUrl(*value)) return bad("bad-url");
      [[fallthrough]];
    case Shape::kText:
      if (top.kind == Frame::Kind::kObject) {
        *TextTarget(spec.in, spec.field) = std::move(*value);
      } else if (spec.field == Field::kAliases) {
        speaker().aliases.push_back(std::move(*value));
      } else if (spec.field == Field::kSameAs) {
        speaker().same_as.push_back(std::move(*value));
      } else {
        quote().tags.push_back(std::move(*value));
      }
      return;
    case Shape::kColor:
      if (!IsColor(*value)) return bad("bad-color");
      speaker().color = std::move(*value);
      return;
    case Shape::kDate: return StoreDate(*value);
    case Shape::kBasis: {
      std::optional<Basis>& basis = TimeTarget(spec.in)->basis;
      if (*value == "stated") basis = Basis::kStated;
      else if (*value == "inferred") basis = Basis::kInferred;
      else if (*value == "published") basis = Basis::kPublished;
      else bad("bad-value");
      return;
    }
    case Shape::kQuoteType:
      if (*value == "direct") quote().type = QuoteType::kDirect;
      else if (*value == "indirect") quote().type = QuoteType::kIndirect;
      else if (*value == "mixed") quote().type = QuoteType::kMixed;
      else bad("bad-value");
      return;
    case Shape::kSpeakerKind:
      if (*value == "person") speaker().kind = SpeakerKind::kPerson;
      else if (*value == "organisation") speaker().kind = SpeakerKind::kOrganisation;
      else if (*value == "group") speaker().kind = SpeakerKind::kGroup;
      else if (*value == "document") speaker().kind = SpeakerKind::kDocument;
      else bad("bad-value");
      return;
    case Shape::kId:
      if (value->empty()) return bad("bad-value");
      *TextTarget(spec.in, Field::kId) = std::move(*value);
      return;
    case Shape::kReference:
      if (value->empty()) return bad("bad-value");
      draft_.references.push_back({spec.in, spec.field, ItemOf(spec.in),
                                   top.kind == Frame::Kind::kList ? top.count - 1 : 0,
                                   static_cast<uint32_t>(token_begin_), std::move(*value)});
      return;
    default: ReportWrongType(shape, Found::kString);
  }
}

void Reader::StoreDate(std::string_view text) {
  const FieldSpec& spec = *frames_.back().spec;
  Result<TimeInterval> date = ParseEdtf(text);
  if (!date.ok()) {
    time_reported_ = true;
    Report(Severity::kError, "bad-edtf",
           Shown(text) + " is no EDTF date: " + date.error().message + " (character " +
               Decimal(date.error().column) + ")");
  } else if (spec.field == Field::kEdtf) {
    TimeTarget(spec.in)->when = std::move(date).value();
    time_read_ = true;
  } else {
    (spec.field == Field::kPublished ? article().published : article().modified) =
        std::move(date).value();
  }
}

bool Reader::Open(Frame::Kind kind, Object object, const FieldSpec* spec) {
  Frame frame;
  frame.kind = kind;
  frame.object = object;
  frame.spec = spec;
  frame.begin = token_begin_;
  frame.references = draft_.references.size();
  frame.quote_spans = draft_.quote_spans.size();
  frame.event_spans = draft_.event_spans.size();
  frames_.push_back(std::move(frame));
  return true;
}

bool Reader::start_object(size_t /*elements*/) {
  TakeToken(Found::kObject);
  if (frames_.size() + skipped_ >= limits_.depth) {
    return Refuse("limit-depth", "arrays and objects are nested deeper than the limit of " +
                                     Decimal(limits_.depth));
  }
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  if (frames_.empty()) return Open(Frame::Kind::kObject, Object::kRoot, nullptr);
  if (Ignored(Found::kObject)) return Skip();
  if (WantedShape() == Shape::kObject) return Begin(frames_.back().spec->child);
  ReportWrongType(WantedShape(), Found::kObject);
  keep_ = false;
  return Skip();
}

bool Reader::start_array(size_t /*elements*/) {
  TakeToken(Found::kArray);
  if (frames_.size() + skipped_ >= limits_.depth) {
    return Refuse("limit-depth", "arrays and objects are nested deeper than the limit of " +
                                     Decimal(limits_.depth));
  }
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  const Frame& top = frames_.back();
  if (top.kind == Frame::Kind::kSpan) {
    if (!span_nested_ && !offsets_.empty()) span_wrong_ = true;
    if (offsets_.size() % 2 != 0) span_wrong_ = true;
    span_nested_ = true;
    return Open(Frame::Kind::kPair, top.object, top.spec);
  }
  if (Ignored(Found::kArray)) return Skip();
  if (top.kind == Frame::Kind::kObject && IsList(top.spec->shape)) {
    return Open(Frame::Kind::kList, top.object, top.spec);
  }
  if (top.kind == Frame::Kind::kObject && top.spec->shape == Shape::kSpan) {
    offsets_.clear();
    span_wrong_ = span_nested_ = false;
    return Open(Frame::Kind::kSpan, top.object, top.spec);
  }
  ReportWrongType(WantedShape(), Found::kArray);
  keep_ = false;
  return Skip();
}

bool Reader::Begin(Object object) {
  Story& story = draft_.story;
  const uint32_t place = frames_.back().count == 0 ? 0 : frames_.back().count - 1;
  const ItemOrigin origin = {place, static_cast<uint32_t>(token_begin_)};
  switch (object) {
    case Object::kArticle:
      story.articles.emplace_back();
      draft_.articles.push_back(origin);
      break;
    case Object::kSpeaker:
      story.speakers.emplace_back();
      draft_.speakers.push_back(origin);
      break;
    case Object::kQuote:
      if (story.quotes.size() >= limits_.quotes) {
        return Refuse("limit-quotes", "there are more quotes than the limit of " +
                                          Decimal(limits_.quotes));
      }
      story.quotes.emplace_back();
      draft_.quotes.push_back(origin);
      break;
    case Object::kEvent:
      story.events.emplace_back();
      draft_.events.push_back(origin);
      break;
    case Object::kAuthor: article().authors.emplace_back(); break;
    case Object::kSaid: quote().said.emplace(); break;
    case Object::kAbout: quote().about.emplace_back(); break;
    case Object::kWhen: event().when.emplace(); break;
    default: break;
  }
  time_read_ = time_reported_ = false;
  return Open(Frame::Kind::kObject, object, nullptr);
}

bool Reader::End() {
  TakeToken(Found::kObject);
  if (skipped_ > 0) {
    if (--skipped_ == 0 && keep_) KeepUnknown();
    return true;
  }
  const Frame frame = std::move(frames_.back());
  frames_.pop_back();
  ignore_field_ = false;
  Finish(frame);
  return true;
}

void Reader::ReportMissing(const Frame& frame, std::string message) {
  reporter_.Report(Severity::kError, "missing-field", std::move(message), Pointer(), frame.begin);
}

void Reader::Finish(const Frame& frame) {
  switch (frame.kind) {
    case Frame::Kind::kPair:
      if (offsets_.size() % 2 != 0 || offsets_.empty()) span_wrong_ = true;
      return;
    case Frame::Kind::kSpan: return StoreSpan(frame);
    case Frame::Kind::kList: return;
    case Frame::Kind::kObject: break;
  }
  switch (frame.object) {
    case Object::kAuthor:
      if (article().authors.back().name.empty()) {
        ReportMissing(frame, "an author has a name; this one is left out");
        article().authors.pop_back();
      }
      return;
    case Object::kSpeaker:
      if (speaker().name.empty() && !speaker().id.empty()) {
        reporter_.Report(Severity::kWarning, "missing-field",
                         "a speaker has a name; the id stands in for it", Pointer(), frame.begin);
        speaker().name = speaker().id;
      } else if (speaker().name.empty()) {
        ReportMissing(frame, "a speaker has a name; this one is left out");
        Discard(frame);
      }
      return;
    case Object::kQuote:
      if (quote().text.empty()) {
        ReportMissing(frame, "a quote has a text; this one is left out");
        Discard(frame);
      }
      return;
    case Object::kEvent:
      if (event().title.empty()) {
        ReportMissing(frame, "an event has a title; this one is left out");
        Discard(frame);
      }
      return;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen: return FinishTime(frame);
    default: return;
  }
}

void Reader::FinishTime(const Frame& frame) {
  if (time_read_) return;
  if (!time_reported_) ReportMissing(frame, "a time has a date in \"edtf\"; this one is left out");
  draft_.quote_spans.resize(frame.quote_spans);
  draft_.event_spans.resize(frame.event_spans);
  if (frame.object == Object::kSaid) quote().said.reset();
  if (frame.object == Object::kAbout) quote().about.pop_back();
  if (frame.object == Object::kWhen) event().when.reset();
}

void Reader::Discard(const Frame& frame) {
  draft_.references.resize(frame.references);
  draft_.quote_spans.resize(frame.quote_spans);
  draft_.event_spans.resize(frame.event_spans);
  switch (frame.object) {
    case Object::kArticle:
      draft_.story.articles.pop_back();
      draft_.articles.pop_back();
      break;
    case Object::kSpeaker:
      draft_.story.speakers.pop_back();
      draft_.speakers.pop_back();
      break;
    case Object::kQuote:
      draft_.story.quotes.pop_back();
      draft_.quotes.pop_back();
      break;
    case Object::kEvent:
      draft_.story.events.pop_back();
      draft_.events.pop_back();
      break;
    default: break;
  }
}

void Reader::DropUnfinished() {
  while (!frames_.empty()) {
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    const bool item = frame.object == Object::kArticle || frame.object == Object::kSpeaker ||
                      frame.object == Object::kQuote || frame.object == Object::kEvent;
    if (frame.kind == Frame::Kind::kObject && item) Discard(frame);
  }
}

void Reader::StoreSpan(const Frame& frame) {
  const bool quote_span = frame.object == Object::kQuote;
  bool good = !span_wrong_ && !offsets_.empty() && offsets_.size() % 2 == 0;
  if (good && !span_nested_) good = offsets_.size() == 2;
  if (good && !quote_span) good = offsets_.size() == 2;
  for (size_t i = 0; good && i < offsets_.size(); i += 2) {
    good = offsets_[i] < offsets_[i + 1] && (i == 0 || offsets_[i - 1] <= offsets_[i]);
  }
  token_begin_ = frame.begin;
  if (!good) {
    std::string message = "expected ";
    message.append(quote_span ? ShapeName(Shape::kSpan) : "[start, end] in code points");
    message.append(quote_span ? ", in order, each start before its end" : ", start before end");
    return Report(Severity::kError, "bad-span", std::move(message));
  }
  const auto span = [&](size_t i) {
    return TextSpan{static_cast<uint32_t>(offsets_[i]), static_cast<uint32_t>(offsets_[i + 1])};
  };
  const uint32_t place =
      frame.object == Object::kAbout ? static_cast<uint32_t>(quote().about.size()) - 1 : 0;
  const bool of_event = frame.object == Object::kEvent || frame.object == Object::kWhen;
  (of_event ? draft_.event_spans : draft_.quote_spans)
      .push_back({frame.object, ItemOf(frame.object), place, static_cast<uint32_t>(frame.begin)});
  switch (frame.object) {
    case Object::kQuote:
      for (size_t i = 0; i < offsets_.size(); i += 2) quote().spans.push_back(span(i));
      break;
    case Object::kEvent: event().span = span(0); break;
    case Object::kMention: quote().mention.span = span(0); break;
    case Object::kCue: quote().cue.span = span(0); break;
    default: TimeTarget(frame.object)->words.span = span(0); break;
  }
}

Index Reader::ItemOf(Object object) const {
  const bool of_event = object == Object::kEvent || object == Object::kWhen;
  const size_t count = of_event ? draft_.story.events.size() : draft_.story.quotes.size();
  return static_cast<Index>(count - 1);
}

StoryTime* Reader::TimeTarget(Object object) {
  if (object == Object::kSaid) return &*quote().said;
  if (object == Object::kAbout) return &quote().about.back();
  return &*event().when;
}

Extra* Reader::ExtraTarget(Object object) {
  switch (object) {
    case Object::kRoot: return &draft_.story.extra;
    case Object::kArticle: return &article().extra;
    case Object::kPublisher: return &article().publisher.extra;
    case Object::kAuthor: return &article().authors.back().extra;
    case Object::kSpeaker: return &speaker().extra;
    case Object::kQuote: return &quote().extra;
    case Object::kSelector: return &quote().selector.extra;
    case Object::kMention: return &quote().mention.extra;
    case Object::kCue: return &quote().cue.extra;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen: return &TimeTarget(object)->words.extra;
    case Object::kEvent: return &event().extra;
    case Object::kMedia: return &event().media.extra;
  }
  return nullptr;
}

std::string* Reader::TextTarget(Object object, Field field) {
  Story& story = draft_.story;
  switch (object) {
    case Object::kRoot: return field == Field::kTitle ? &story.title : &story.language;
    case Object::kArticle:
      switch (field) {
        case Field::kId: return &article().id;
        case Field::kUrl: return &article().url;
        case Field::kHeadline: return &article().headline;
        case Field::kLanguage: return &article().language;
        case Field::kDateline: return &article().dateline;
        default: return &article().text;
      }
    case Object::kPublisher:
      return field == Field::kUrl ? &article().publisher.url : &article().publisher.name;
    case Object::kAuthor: return &article().authors.back().name;
    case Object::kSpeaker:
      switch (field) {
        case Field::kId: return &speaker().id;
        case Field::kRole: return &speaker().role;
        case Field::kAffiliation: return &speaker().affiliation;
        case Field::kImage: return &speaker().image;
        default: return &speaker().name;
      }
    case Object::kQuote:
      switch (field) {
        case Field::kId: return &quote().id;
        case Field::kLanguage: return &quote().language;
        case Field::kPrompt: return &quote().prompt;
        case Field::kPlace: return &quote().place;
        case Field::kUrl: return &quote().url;
        case Field::kNote: return &quote().note;
        default: return &quote().text;
      }
    case Object::kSelector:
      if (field == Field::kExact) return &quote().selector.exact;
      return field == Field::kPrefix ? &quote().selector.prefix : &quote().selector.suffix;
    case Object::kMention: return &quote().mention.text;
    case Object::kCue: return &quote().cue.text;
    case Object::kSaid:
    case Object::kAbout:
    case Object::kWhen: return &TimeTarget(object)->words.text;
    case Object::kEvent:
      switch (field) {
        case Field::kId: return &event().id;
        case Field::kDescription: return &event().description;
        case Field::kPlace: return &event().place;
        case Field::kUrl: return &event().url;
        default: return &event().title;
      }
    case Object::kMedia:
      switch (field) {
        case Field::kUrl: return &event().media.url;
        case Field::kAlt: return &event().media.alt;
        case Field::kCaption: return &event().media.caption;
        default: return &event().media.credit;
      }
  }
  return &story.title;
}

}  // namespace
}  // namespace story_json

Result<Story> ParseStory(std::string_view json, Diagnostics* diagnostics,
                         const StoryLimits& limits) {
  using story_json::Reader;
  using story_json::Reporter;
  if (json.size() > limits.bytes || json.size() > UINT32_MAX) {
    return Error{"limit-bytes",
                 "the file is larger than the limit of " + story_json::Decimal(limits.bytes) + " bytes",
                 "", 1, 1};
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
    reporter.Report(Severity::kNote, "byte-order-mark", "the file begins with a byte order mark", "", 0);
  }
  if (!repaired.empty()) {
    reporter.Report(Severity::kError, "bad-utf8",
                    "this byte is not UTF-8; it and others like it are shown as U+FFFD", "", malformed);
  }

  Reader reader(json, limits, &reporter);
  using story_json::CountingIterator;
  const CountingIterator first(json.data(), reader.cursor());
  const CountingIterator last(json.data() + json.size(), reader.cursor());
  nlohmann::json::sax_parse(first, last, &reader);
  if (reader.refused()) return std::move(reader.error());
  if (reader.broken()) reader.DropUnfinished();
  Story& story = reader.draft().story;
  if (story.quotes.empty() && story.events.empty()) {
    if (reader.broken()) return std::move(reader.error());
    return Error{"empty-story", "the file has no quote and no event that can be used", "", 1, 1};
  }
  if (reader.broken() && diagnostics != nullptr) {
    Error& error = reader.error();
    diagnostics->Add({Severity::kError, error.code, error.message + "; the rest of the file is lost",
                      error.pointer, error.line, error.column});
  }
  ResolveDraft(&reader.draft(), &reporter);
  return std::move(story);
}

}  // namespace saywhen
