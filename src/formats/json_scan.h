// JSON text as tokens with their places: nlohmann's SAX parser behind one interface.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "formats/reporter.h"

namespace saywhen {

enum class JsonKind : uint8_t { kNull, kBoolean, kNumber, kString, kObject, kArray };

// "a number", "an object", …: for messages.
std::string_view JsonKindName(JsonKind kind);

// What is told of a text, in its order. Each returns false when reading must stop.
class JsonEvents {
 public:
  virtual bool Null() = 0;
  virtual bool Boolean(bool value) = 0;
  virtual bool Number(double value, bool whole) = 0;
  virtual bool String(std::string_view value) = 0;
  virtual bool StartObject() = 0;
  virtual bool Key(std::string_view name) = 0;
  virtual bool StartArray() = 0;
  virtual bool End() = 0;  // of the innermost object or array
  // The text is no JSON from the token on; nothing is told after it.
  virtual void SyntaxError(std::string message) = 0;

  // The bytes of the token that is told, written by ScanJson.
  size_t token_begin = 0;
  size_t token_end = 0;

 protected:
  ~JsonEvents() = default;
};

// `json`: valid UTF-8.
void ScanJson(std::string_view json, JsonEvents* events);

// One after another of the pieces that JsonCutter cuts a text into. A piece begins with `opened`
// bytes that open again what is open there: of them nothing is told. Returns false when nothing may
// follow: the text is complete, or broken, or reading must stop.
bool ScanJsonPiece(std::string_view piece, size_t opened, bool last, JsonEvents* events);

// A file as it can be scanned: without a byte order mark, in valid UTF-8. Lines and columns are
// those of the file. Keeps a view of it.
class JsonInput {
 public:
  explicit JsonInput(std::string_view file);

  std::string_view text() const { return repaired_.empty() ? text_ : repaired_; }
  bool marked() const { return marked_; }
  bool repaired() const { return !repaired_.empty(); }
  // The byte of text() where the first repair is.
  size_t malformed() const { return malformed_; }
  // Says what was done, if anything.
  void ReportRepairs(Reporter* reporter) const;

 private:
  std::string_view text_;
  std::string repaired_;
  size_t malformed_ = 0;
  bool marked_ = false;
};

void ReportByteOrderMark(Reporter* reporter);
// `at`: of the first of them.
void ReportMalformed(Reporter* reporter, TextPosition at);

}  // namespace saywhen
