// Where commands write: standard output, or a file that is never half there.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "platform/native/file.h"

namespace CLI {
class App;
}

namespace saywhen {

// The option -o of a command.
void AddOutput(CLI::App* command, std::string* path);

// One at a time: a program that is interrupted removes what it had begun.
class Output {
 public:
  explicit Output(const std::string& path);  // "-": standard output
  ~Output();
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Errors "io". Standard output's last one shows only when the program ends (main.cc).
  std::optional<Error> Write(std::string_view bytes);
  // Standard output's readers have all that was written; a file's have to wait. Errors "io".
  std::optional<Error> Flush();
  // Without it the file stays as it was.
  std::optional<Error> Finish();

 private:
  std::unique_ptr<NewFile> file_;
};

// How far long work has come, where standard error is a terminal; else nothing.
class Progress {
 public:
  Progress();
  ~Progress();
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  // `whole` 0: not known. Writes at most ten times a second.
  void Show(uint64_t bytes, uint64_t whole, uint64_t items);

 private:
  bool shown_ = false;
  bool terminal_;
  int64_t last_ms_ = 0;
};

}  // namespace saywhen
