// The parser of EDTF, in two files: edtf_date.cc has a single date, edtf.cc sets and intervals.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.h"
#include "model/calendar.h"
#include "model/edtf.h"

namespace saywhen::edtf {

// A date, date-time or set of them, as bounds.
struct Span {
  CivilMs earliest = kDistantFuture;
  CivilMs latest = kDistantPast;
  Precision precision = Precision::kMillennium;
};

// A year as written with some digits unknown, or the bounds of one with significant digits.
struct Year {
  std::string_view mask;  // four of 0-9 and X; empty when only the bounds count
  bool negative = false;
  int64_t first = 0;
  int64_t last = 0;
  int unknown = 0;  // how many digits are X
  Precision precision = Precision::kYear;
};

// One pass from left to right; writes the canonical text as it goes. Every method returns false
// once `error_` is set.
class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  bool Parse();

  TimeInterval& value() { return value_; }
  const Error& error() const { return error_; }
  std::string& canonical() { return canonical_; }

 private:
  bool AtEnd() const { return at_ >= text_.size(); }
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }
  bool PeekRange() const { return text_.substr(at_, 2) == ".."; }
  void Copy(size_t count) {
    canonical_.append(text_.substr(at_, count));
    at_ += count;
  }
  bool Fail(const char* message) {
    error_.code = "bad-edtf";
    error_.message = message;
    error_.column = static_cast<uint32_t>(at_) + 1;
    return false;
  }

  bool ParseSet(char closing);
  bool ParseEndpoint(Span* span, Boundary* boundary);
  bool ParseDate(Span* span);
  bool ParseYear(Year* year);
  bool ParseLongYear(Year* year);
  bool ParseSignificance(int64_t magnitude, Year* year);
  // Two digits or X; `name` is the message when they are missing.
  bool ParsePair(std::string_view* pair, const char* message);
  bool ParseNumber(int* value, int highest, const char* message);
  bool ParseTime(const CivilTime& day, Span* span);
  bool ParseOffset();
  bool ParseQualifier(bool* seen);
  bool BoundDays(const Year& year, std::string_view month, std::string_view day, Span* span);

  std::string_view text_;
  size_t at_ = 0;
  TimeInterval value_;
  Error error_;
  std::string canonical_;
};

}  // namespace saywhen::edtf
