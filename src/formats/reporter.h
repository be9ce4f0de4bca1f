// Problems of one input, with line and column worked out from the byte where they stand.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/result.h"
#include "formats/json_position.h"

namespace saywhen {

// Keeps a view of the input, which is asked for a byte's line and column only.
class Reporter {
 public:
  // `diagnostics` may be null: then nothing is kept.
  Reporter(std::string_view input, Diagnostics* diagnostics)
      : positions_(input), diagnostics_(diagnostics) {}

  void Report(Severity severity, std::string_view code, std::string message, std::string pointer,
              size_t byte);
  void Report(Severity severity, std::string_view code, std::string message, std::string pointer,
              TextPosition at);
  // Of the whole file.
  void Report(Severity severity, std::string_view code, std::string message);
  // Of a part of the input, of which all else can be used.
  void Report(const Error& error);

  // True when more problems are counted but not kept: their places need not be known.
  bool full() const {
    return diagnostics_ == nullptr || diagnostics_->kept().size() >= Diagnostics::kKept;
  }

  TextPosition At(size_t byte) { return positions_.At(byte); }

 private:
  PositionIndex positions_;
  Diagnostics* diagnostics_;
};

// A piece of the input in quotation marks, shortened, on one line, for messages.
std::string Shown(std::string_view text);
std::string Decimal(uint64_t value);

}  // namespace saywhen
