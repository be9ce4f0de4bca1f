// Files and standard input, for commands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <string>

#include "base/diagnostics.h"
#include "base/result.h"
#include "formats/import.h"

namespace CLI {
class App;
}

namespace saywhen {

// All of the file's bytes; "-" is standard input. The error (code "cannot-read") says what the
// system said.
Result<std::string> ReadInput(const std::string& path);

// How messages name a path: "-" is "<stdin>".
std::string ShownPath(const std::string& path);

// A story file, or a file of any other format.
struct StoryFile {
  std::string path;
  std::string from = "auto";
};

// The option --from of a command that reads stories.
void AddFrom(CLI::App* command, std::string* from);

// Errors: those of ReadInput() and of ImportStory().
Result<Imported> ReadStory(const StoryFile& file, Diagnostics* diagnostics);
Result<Imported> ParseAs(const std::string& from, std::string_view text, Diagnostics* diagnostics);

// The lines of a file or of standard input, one at a time in the same memory.
class Lines {
 public:
  explicit Lines(const std::string& path);
  ~Lines();
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  // False at the end, and when reading failed. Without the line feed; `*whole` is false when the
  // line is longer than `limit`: then its rest was passed over.
  bool Next(std::string* line, size_t limit, bool* whole);

  // Set once opening or reading failed ("cannot-read").
  const Error* failed() const { return failed_ ? &error_ : nullptr; }
  uint64_t read() const { return read_; }
  // 0 when it is not known.
  uint64_t size() const { return size_; }

 private:
  void Fail();

  std::FILE* file_ = nullptr;
  std::string piece_;
  size_t at_ = 0;
  bool failed_ = false;
  Error error_;
  uint64_t read_ = 0;
  uint64_t size_ = 0;
};

}  // namespace saywhen
