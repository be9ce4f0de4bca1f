// What a reader of input found: problems with their place, in the order they were met.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace saywhen {

enum class Severity : uint8_t { kNote, kWarning, kError };

// A problem that did not stop the reading; the fields mean what they mean in Error.
struct Diagnostic {
  Severity severity = Severity::kWarning;
  std::string code;
  std::string message;
  std::string pointer;
  uint32_t line = 0;
  uint32_t column = 0;
};

// Keeps the first kKept problems and counts the rest, so that hostile input cannot fill memory.
class Diagnostics {
 public:
  static constexpr size_t kKept = 1000;

  void Add(Diagnostic diagnostic);
  void Append(Diagnostics more);

  const std::vector<Diagnostic>& kept() const { return kept_; }
  size_t errors() const { return errors_; }
  size_t warnings() const { return warnings_; }
  // How many were counted but not kept.
  size_t dropped() const { return dropped_; }

 private:
  std::vector<Diagnostic> kept_;
  size_t errors_ = 0;
  size_t warnings_ = 0;
  size_t dropped_ = 0;
};

}  // namespace saywhen
