// Whatever the bytes: no crash, every span inside its text, and a story that was read is written to
// something that reads without complaint and writes the same. Built with clang, see CMakeLists.txt.
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_story.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace saywhen;  // NOLINT(google-build-using-namespace): one short function
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory({reinterpret_cast<const char*>(data), size}, &diagnostics);
  for (const Diagnostic& problem : diagnostics.kept()) {
    Check(problem.line > 0 && problem.column > 0 && IsValidUtf8(problem.message));
  }
  if (!read.ok()) return 0;
  CheckStory(read.value());
  CheckWritten(read.value());
  return 0;
}
