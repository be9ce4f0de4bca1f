// Reading other formats in tests, with the library that programs read HTML with.
#pragma once

#include <string>
#include <string_view>

#include "formats/import.h"
#include "platform/native/html_tokens.h"
#include "story_test_support.h"

namespace saywhen {

// What ImportStory() gives of a text.
struct ReadImport {
  explicit ReadImport(std::string_view file, std::optional<Format> format = std::nullopt)
      : result(
            ImportStory(file, {.format = format, .html = &NativeHtmlTokenizer()}, &diagnostics)) {}

  bool ok() const { return result.ok(); }
  const Story& story() const { return result.value().story; }
  std::string problems() const { return Problems(diagnostics); }

  Diagnostics diagnostics;
  Result<Imported> result;
};

// "message", one a line, of what a writer lost.
inline std::string Messages(const Diagnostics& diagnostics) {
  std::string all;
  for (const Diagnostic& each : diagnostics.kept()) all += each.message + "\n";
  return all;
}

}  // namespace saywhen
