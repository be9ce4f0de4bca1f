#include "formats/reporter.h"

#include <utility>

#include "base/utf8.h"

namespace saywhen {

void Reporter::Report(Severity severity, std::string_view code, std::string message,
                      std::string pointer, size_t byte) {
  if (diagnostics_ == nullptr) return;
  Report(severity, code, std::move(message), std::move(pointer),
         full() ? TextPosition{} : positions_.At(byte));
}

void Reporter::Report(Severity severity, std::string_view code, std::string message,
                      std::string pointer, TextPosition at) {
  if (diagnostics_ == nullptr) return;
  diagnostics_->Add(
      {severity, std::string(code), std::move(message), std::move(pointer), at.line, at.column});
}

void Reporter::Report(Severity severity, std::string_view code, std::string message) {
  if (diagnostics_ == nullptr) return;
  diagnostics_->Add({severity, std::string(code), std::move(message), {}, 0, 0});
}

void Reporter::Report(const Error& error) {
  if (diagnostics_ == nullptr) return;
  diagnostics_->Add(
      {Severity::kError, error.code, error.message, error.pointer, error.line, error.column});
}

std::string Decimal(uint64_t value) {
  std::string digits;
  do {
    digits.insert(digits.begin(), static_cast<char>('0' + value % 10));
    value /= 10;
  } while (value != 0);
  return digits;
}

std::string Shown(std::string_view text) {
  constexpr size_t kShown = 40;  // bytes
  std::string shown = "\"";
  size_t byte = 0;
  while (byte < text.size() && byte < kShown) {
    const CodePoint point = DecodeCodePoint(text, byte);
    // A message is one line.
    if (point.value < 0x20 || point.value == 0x7F || (point.value >= 0x80 && point.value < 0xA0) ||
        point.value == 0x2028 || point.value == 0x2029) {
      shown.push_back(' ');
    } else {
      AppendCodePoint(&shown, point.value);
    }
    byte += point.size;
  }
  return shown.append(byte < text.size() ? "…\"" : "\"");
}

}  // namespace saywhen
