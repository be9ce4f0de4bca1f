#include "cli/input.h"

#include <cerrno>
#include <cstdio>
#include <cstring>

namespace saywhen {

Result<std::string> ReadInput(const std::string& path) {
  const auto failed = [] { return Error{"cannot-read", std::strerror(errno), "", 0, 0}; };
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return failed();
  std::string text;
  constexpr size_t kPiece = size_t{1} << 16;
  size_t got = 0;
  do {
    const size_t before = text.size();
    text.resize(before + kPiece);
    got = std::fread(text.data() + before, 1, kPiece, file);
    text.resize(before + got);
  } while (got == kPiece);
  const bool broken = std::ferror(file) != 0;
  const Error error = broken ? failed() : Error{};
  if (file != stdin) std::fclose(file);
  if (broken) return error;
  return text;
}

std::string ShownPath(const std::string& path) { return path == "-" ? "<stdin>" : path; }

int Fail(const std::string& place, const Error& error, ExitCode code) {
  std::string line = place;
  if (error.line > 0) {
    line += ":" + std::to_string(error.line) + ":" + std::to_string(error.column);
  }
  line += ": error: " + error.message;
  if (!error.pointer.empty()) line += " [" + error.pointer + "]";
  line += "\n";
  std::fputs(line.c_str(), stderr);
  return code;
}

}  // namespace saywhen
