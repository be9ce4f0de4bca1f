// What the reader hands to the resolver: a Story whose references are still ids and whose spans
// still count code points, with the place in the file of each.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostics.h"
#include "formats/json_position.h"
#include "formats/story_json_fields.h"
#include "model/story.h"

namespace saywhen::story_json {

// Bytes are offsets into the file.
struct ItemOrigin {
  uint32_t json_index = 0;  // place in the file's array; skipped items make it differ from Index
  uint32_t byte = 0;
};

struct Reference {
  Object in;
  Field field;
  Index item;
  uint32_t place;  // in the list, or 0
  uint32_t byte;
  std::string id;
};

struct SpanOrigin {
  Object in;
  Index item;      // the quote or event that it belongs to
  uint32_t place;  // of kAbout: which
  uint32_t byte;
};

struct Draft {
  Story story;
  std::vector<ItemOrigin> articles;
  std::vector<ItemOrigin> speakers;
  std::vector<ItemOrigin> quotes;
  std::vector<ItemOrigin> events;
  std::vector<Reference> references;
  // Each in the order of the items.
  std::vector<SpanOrigin> quote_spans;
  std::vector<SpanOrigin> event_spans;
};

// Adds diagnostics with line and column worked out from the byte.
class Reporter {
 public:
  Reporter(std::string_view json, Diagnostics* diagnostics)
      : positions_(json), diagnostics_(diagnostics) {}

  void Report(Severity severity, std::string_view code, std::string message, std::string pointer,
              size_t byte) {
    if (diagnostics_ == nullptr) return;
    const TextPosition at = full() ? TextPosition{} : positions_.At(byte);
    diagnostics_->Add(
        {severity, std::string(code), std::move(message), std::move(pointer), at.line, at.column});
  }

  // True when more problems are counted but not kept: their places need not be known.
  bool full() const {
    return diagnostics_ == nullptr || diagnostics_->kept().size() >= Diagnostics::kKept;
  }

  TextPosition At(size_t byte) { return positions_.At(byte); }

 private:
  PositionIndex positions_;
  Diagnostics* diagnostics_;
};

// A piece of the input in quotation marks, shortened, for messages.
std::string Shown(std::string_view text);
std::string Decimal(uint64_t value);

// Replaces ids by indexes and code points by bytes, in place; reports and repairs what is wrong.
void ResolveDraft(Draft* draft, Reporter* reporter);

}  // namespace saywhen::story_json
