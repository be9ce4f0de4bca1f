#include "formats/story_json_reader.h"

#include <algorithm>
#include <utility>

namespace saywhen::story_json {

bool Reader::Read(std::string_view piece, size_t opened, bool last) {
  piece_ = piece;
  position_.GoOn(piece, opened);
  key_begin_ = opened;
  const bool more = ScanJsonPiece(piece, opened, last, this);
  if (!more) return false;
  position_.At(piece.size());
  if (skipped_ > 0 && keep_) unknown_.append(piece.substr(key_begin_));
  return true;
}

Result<Story> Reader::Finish() {
  if (refused_) return std::move(error_);
  if (broken_) DropUnfinished();
  Story& story = draft_.story;
  if (story.quotes.empty() && story.events.empty()) {
    if (broken_) return std::move(error_);
    return Error{"empty-story", "the file has no quote and no event that can be used", "", 1, 1};
  }
  if (broken_) {
    error_.message += "; the rest of the file is lost";
    reporter_.Report(error_);
  }
  resolver_.Finish();
  return std::move(story);
}

bool Reader::Refuse(std::string_view code, std::string message) {
  const TextPosition at = Here();
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
    // What is unknown is not read: that field is the innermost.
    for (const char c : frame.spec == nullptr ? std::string_view(key_) : frame.spec->name) {
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

void Reader::ReportWrongType(Shape shape, JsonKind found) {
  std::string message = "expected ";
  message.append(ShapeName(shape)).append(", found ").append(JsonKindName(found));
  Report(Severity::kError, "wrong-type", std::move(message));
}

void Reader::SyntaxError(std::string message) {
  broken_ = true;
  const TextPosition at = Here();
  error_ = {"bad-json", std::move(message), Pointer(), at.line, at.column};
}

Shape Reader::WantedShape() const {
  const Frame& top = frames_.back();
  return top.kind == Frame::Kind::kList ? ItemShape(top.spec->shape) : top.spec->shape;
}

void Reader::KeepUnknown() {
  Extra* extra = ExtraTarget(frames_.back().object);
  if (extra == nullptr) return;
  if (!extra->empty()) extra->push_back(',');
  extra->append(unknown_).append(piece_.substr(key_begin_, token_end - key_begin_));
  unknown_.clear();
}

bool Reader::Key(std::string_view name) {
  if (name.size() > limits_.string_bytes) {
    return Refuse("limit-string", "a string is longer than the limit of " +
                                      Decimal(limits_.string_bytes) + " bytes");
  }
  if (skipped_ > 0) return true;
  Frame& top = frames_.back();
  top.has_key = true;
  top.spec = FindField(top.object, name, top.spec);
  ignore_field_ = keep_ = top.spec == nullptr;
  if (keep_) {
    key_ = name;
    key_begin_ = token_begin;
    return true;
  }
  const uint64_t bit = uint64_t{1} << static_cast<unsigned>(top.spec->field);
  if ((top.seen & bit) != 0) {
    Report(Severity::kError, "duplicate-key", "this field was given before; the first one counts");
    ignore_field_ = true;
  }
  top.seen |= bit;
  return true;
}

bool Reader::Ignored(JsonKind found) {
  if (skipped_ > 0) return true;
  Frame& top = frames_.back();
  switch (top.kind) {
    case Frame::Kind::kSpan:
    case Frame::Kind::kPair:
      if (found == JsonKind::kNumber) return false;
      span_wrong_ = true;
      keep_ = false;
      return true;
    case Frame::Kind::kList:
      ++top.count;
      return false;
    case Frame::Kind::kObject:
      if (!ignore_field_) return false;
      if (keep_ && found != JsonKind::kObject && found != JsonKind::kArray) KeepUnknown();
      return true;
  }
  return true;
}

bool Reader::Scalar(JsonKind found) {
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (!Ignored(found)) ReportWrongType(WantedShape(), found);
  return true;
}

bool Reader::Number(double value, bool whole) {
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (Ignored(JsonKind::kNumber)) return true;
  const Frame& top = frames_.back();
  if (top.kind == Frame::Kind::kSpan || top.kind == Frame::Kind::kPair) {
    constexpr double kLargest = 4294967295.0;
    if (!whole || value < 0 || value > kLargest) span_wrong_ = true;
    if (top.kind == Frame::Kind::kSpan && span_nested_) span_wrong_ = true;
    if (!span_wrong_) offsets_.push_back(static_cast<uint64_t>(value));
    return true;
  }
  const Shape shape = WantedShape();
  if (shape == Shape::kVersion) {
    if (value != 1) {
      Report(Severity::kWarning, "unknown-version",
             "this reader knows version 1; it is read as such");
    }
  } else if (shape == Shape::kConfidence) {
    if (value < 0 || value > 1) {
      Report(Severity::kWarning, "confidence-range",
             "confidence is from 0 to 1; the nearer is used");
    }
    quote().confidence = value < 0 ? 0.0F : value > 1 ? 1.0F : static_cast<float>(value);
  } else {
    ReportWrongType(shape, JsonKind::kNumber);
  }
  return true;
}

bool Reader::String(std::string_view value) {
  if (value.size() > limits_.string_bytes) {
    return Refuse("limit-string", "a string is longer than the limit of " +
                                      Decimal(limits_.string_bytes) + " bytes");
  }
  if (frames_.empty()) return Refuse("not-a-story", "a story file holds one JSON object");
  if (!Ignored(JsonKind::kString)) StoreText(WantedShape(), value);
  return true;
}

bool Reader::Open(Frame::Kind kind, Object object, const FieldSpec* spec) {
  Frame frame;
  frame.kind = kind;
  frame.object = object;
  frame.spec = spec;
  frame.begin = Here();
  frame.references = draft_.references.size();
  frame.quote_spans = draft_.quote_spans.size();
  frame.event_spans = draft_.event_spans.size();
  frames_.push_back(std::move(frame));
  return true;
}

bool Reader::StartObject() {
  if (frames_.size() + skipped_ >= limits_.depth) {
    return Refuse("limit-depth", "arrays and objects are nested deeper than the limit of " +
                                     Decimal(limits_.depth));
  }
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  if (frames_.empty()) return Open(Frame::Kind::kObject, Object::kRoot, nullptr);
  if (Ignored(JsonKind::kObject)) return Skip();
  if (WantedShape() == Shape::kObject) return Begin(frames_.back().spec->child);
  ReportWrongType(WantedShape(), JsonKind::kObject);
  keep_ = false;
  return Skip();
}

bool Reader::StartArray() {
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
  if (Ignored(JsonKind::kArray)) return Skip();
  if (top.kind == Frame::Kind::kObject && IsList(top.spec->shape)) {
    return Open(Frame::Kind::kList, top.object, top.spec);
  }
  if (top.kind == Frame::Kind::kObject && top.spec->shape == Shape::kSpan) {
    offsets_.clear();
    span_wrong_ = span_nested_ = false;
    return Open(Frame::Kind::kSpan, top.object, top.spec);
  }
  ReportWrongType(WantedShape(), JsonKind::kArray);
  keep_ = false;
  return Skip();
}

bool Reader::End() {
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

void Reader::DropUnfinished() {
  while (!frames_.empty()) {
    const Frame frame = std::move(frames_.back());
    frames_.pop_back();
    const bool item = frame.object == Object::kArticle || frame.object == Object::kSpeaker ||
                      frame.object == Object::kQuote || frame.object == Object::kEvent;
    if (frame.kind == Frame::Kind::kObject && item) Discard(frame);
  }
}

}  // namespace saywhen::story_json
