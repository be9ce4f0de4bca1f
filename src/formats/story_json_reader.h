// From tokens to a Draft: knows at each token which field of which object it belongs to.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "formats/json_scan.h"
#include "formats/story_json.h"
#include "formats/story_json_draft.h"
#include "formats/story_json_fields.h"
#include "formats/story_json_resolve.h"

namespace saywhen::story_json {

// One opened object or array that is understood; unknown ones are only counted (skipped_).
struct Frame {
  enum class Kind : uint8_t { kObject, kList, kSpan, kPair };

  Kind kind = Kind::kObject;
  Object object = Object::kRoot;    // of kObject; of the others, the object that holds them
  const FieldSpec* spec = nullptr;  // of kObject the field being read, of kList the list itself
  uint32_t count = 0;               // values begun in a kList
  uint64_t seen = 0;                // bit per Field: read already
  TextPosition begin;               // of the bracket
  size_t references = 0;            // how many the draft had before this object
  size_t quote_spans = 0;
  size_t event_spans = 0;
  bool has_key = false;  // of kObject: a field is being read, or was
};

class Reader final : public JsonEvents {
 public:
  Reader(const StoryLimits& limits, Reporter* reporter)
      : limits_(limits), reporter_(*reporter), resolver_(&draft_, reporter) {
    frames_.reserve(16);
  }

  // Goes on in a text that comes in pieces (ScanJsonPiece), all of them or one; the end of a file
  // that ends too soon is a syntax error. False: nothing may follow.
  bool Read(std::string_view piece, size_t opened, bool last);
  // Of the end of the last piece that goes on.
  TextPosition position() const { return position_.last(); }
  // What was read, linked; after the last piece.
  Result<Story> Finish();

  bool Null() override { return Scalar(JsonKind::kNull); }
  bool Boolean(bool /*value*/) override { return Scalar(JsonKind::kBoolean); }
  bool Number(double value, bool whole) override;
  bool String(std::string_view value) override;
  bool StartObject() override;
  bool Key(std::string_view name) override;
  bool StartArray() override;
  bool End() override;
  void SyntaxError(std::string message) override;

  // How many have been read, the one that is being read among them.
  size_t quotes() const { return draft_.story.quotes.size(); }

 private:
  Article& article() { return draft_.story.articles.back(); }
  Speaker& speaker() { return draft_.story.speakers.back(); }
  Quote& quote() { return draft_.story.quotes.back(); }
  Event& event() { return draft_.story.events.back(); }

  // Drops the items that a syntax error left half read.
  void DropUnfinished();
  bool Scalar(JsonKind found);
  bool Refuse(std::string_view code, std::string message);
  void Report(Severity severity, std::string_view code, std::string message) {
    reporter_.Report(severity, code, std::move(message), Pointer(), Here());
  }
  // Of the token.
  TextPosition Here() { return position_.At(token_begin); }
  void ReportWrongType(Shape shape, JsonKind found);
  // Of the value being read.
  std::string Pointer() const;

  // True when the next value is not to be understood; says so to a list and keeps an unknown one.
  bool Ignored(JsonKind found);
  // The wanted shape of the value being read.
  Shape WantedShape() const;
  void StoreText(Shape shape, std::string_view value);
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
  void Finish(const Frame& frame);
  void FinishTime(const Frame& frame);
  // Takes the last item of this kind out of the draft again.
  void Discard(const Frame& frame);
  void ReportMissing(const Frame& frame, std::string message);

  // Where a text goes; the first is null of those that are the second's.
  SharedText* SharedTarget(Object object, Field field);
  std::string* TextTarget(Object object, Field field);
  StoryTime* TimeTarget(Object object);
  Extra* ExtraTarget(Object object);
  Index ItemOf(Object object) const;

  std::string_view piece_;
  RunningPosition position_;
  StoryLimits limits_;
  Reporter& reporter_;
  Draft draft_;
  Resolver resolver_;
  std::vector<Frame> frames_;
  uint32_t skipped_ = 0;       // depth inside a value that is skipped
  bool keep_ = false;          // the skipped value is an unknown field's
  std::string key_;            // the last unknown one
  size_t key_begin_ = 0;       // of it, in this piece
  std::string unknown_;        // of it, in the pieces before
  bool ignore_field_ = false;  // the field is unknown (keep_) or a duplicate
  bool time_read_ = false;     // the time being read has its date
  bool time_reported_ = false;
  std::vector<uint64_t> offsets_;  // numbers of the span being read
  bool span_wrong_ = false;
  bool span_nested_ = false;  // a list of pairs
  // Set when reading stopped early; a syntax error leaves what came before it usable.
  bool refused_ = false;
  bool broken_ = false;
  Error error_;
};

}  // namespace saywhen::story_json
