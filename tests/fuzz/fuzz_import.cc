// Any format: no crash, a story that holds together, and that goes into every format that can be
// written. The environment's SAYWHEN_FORMAT names the format ("timelinejs"); without it the content
// does. Built with clang, see CMakeLists.txt.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

#include "check_story.h"
#include "formats/export.h"
#include "formats/import.h"
#include "platform/native/html_tokens.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace saywhen;  // NOLINT(google-build-using-namespace): one short function
  static const char* const name = std::getenv("SAYWHEN_FORMAT");
  const std::optional<Format> format = name != nullptr ? FormatNamed(name) : std::nullopt;
  Diagnostics diagnostics;
  const Result<Imported> read =
      ImportStory({reinterpret_cast<const char*>(data), size},
                  {.format = format, .html = &NativeHtmlTokenizer()}, &diagnostics);
  for (const Diagnostic& problem : diagnostics.kept()) Check(IsValidUtf8(problem.message));
  if (!read.ok()) return 0;
  const Story& story = read.value().story;
  CheckStory(story);
  CheckWritten(story);
  for (int i = 0; i <= static_cast<int>(Format::kHtml); ++i) {
    const auto to = static_cast<Format>(i);
    if (CanExport(to)) Check(IsValidUtf8(ExportStory(story, to, &diagnostics)));
  }
  return 0;
}
