// Reading stories in tests.
#pragma once

#include <cstdio>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "formats/story_json.h"

namespace saywhen {

// "severity code pointer line:column", one a line: what a test compares.
inline std::string Problems(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& d : diagnostics.kept()) {
    all += d.severity == Severity::kError     ? "error "
           : d.severity == Severity::kWarning ? "warning "
                                              : "note ";
    all += d.code + " " + d.pointer + " " + std::to_string(d.line) + ":" +
           std::to_string(d.column) + "\n";
  }
  return all;
}

inline std::string ReadTestFile(const std::string& path) {
  const std::string full = std::string(SAYWHEN_SOURCE_DIR) + "/" + path;
  std::string text;
  std::FILE* file = std::fopen(full.c_str(), "rb");
  if (file == nullptr) return text;
  char piece[4096];
  for (size_t got = 1; got > 0;) {
    got = std::fread(piece, 1, sizeof piece, file);
    text.append(piece, got);
  }
  std::fclose(file);
  return text;
}

}  // namespace saywhen
