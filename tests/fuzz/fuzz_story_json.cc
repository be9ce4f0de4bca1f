// Whatever the bytes: no crash, every span inside its text, and a story that was read is written to
// something that reads without complaint and writes the same. Read in pieces it is the same story
// with the same problems. Built with clang, see CMakeLists.txt.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "check_story.h"

namespace saywhen {
namespace {

bool Same(const Diagnostic& a, const Diagnostic& b) {
  return a.severity == b.severity && a.code == b.code && a.message == b.message &&
         a.pointer == b.pointer && a.line == b.line && a.column == b.column;
}

// Cut into pieces whose sizes come from the bytes themselves.
void CheckStreamed(std::string_view json, const Result<Story>& whole, const Diagnostics& problems) {
  StoryStream stream;
  uint32_t hash = 2166136261U;  // FNV-1a
  size_t begin = 0;
  for (size_t i = 0; i < json.size(); ++i) {
    hash = (hash ^ static_cast<unsigned char>(json[i])) * 16777619U;
    if (hash >> 28 != 0) continue;
    stream.Append(json.substr(begin, i - begin));
    begin = i;
  }
  stream.Append(json.substr(begin));
  Diagnostics diagnostics;
  const Result<Story> read = stream.Finish(&diagnostics);
  Check(std::equal(diagnostics.kept().begin(), diagnostics.kept().end(), problems.kept().begin(),
                   problems.kept().end(), Same));
  Check(diagnostics.errors() == problems.errors() && diagnostics.dropped() == problems.dropped());
  Check(read.ok() == whole.ok());
  if (read.ok()) {
    Check(WriteStory(read.value()) == WriteStory(whole.value()));
  } else {
    const Error& a = read.error();
    const Error& b = whole.error();
    Check(a.code == b.code && a.message == b.message && a.pointer == b.pointer &&
          a.line == b.line && a.column == b.column);
  }
}

}  // namespace
}  // namespace saywhen

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace saywhen;  // NOLINT(google-build-using-namespace): one short function
  Diagnostics diagnostics;
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  const Result<Story> read = ParseStory(json, &diagnostics);
  CheckStreamed(json, read, diagnostics);
  for (const Diagnostic& problem : diagnostics.kept()) {
    Check(problem.line > 0 && problem.column > 0 && IsValidUtf8(problem.message));
  }
  if (!read.ok()) return 0;
  CheckStory(read.value());
  CheckWritten(read.value());
  return 0;
}
