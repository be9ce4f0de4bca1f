// Files, whole.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace saywhen {

// All bytes of a file. Error "io", with the system's words for why.
Result<std::string> ReadFile(const std::string& path);

// A file that is written piece by piece beside `path` and takes its place at the end, so that
// readers find the old file or the new one and never a half. What is not finished is removed. Who
// may read the old file may read the new one; a link is followed; into a device or a pipe it is
// written at once.
class NewFile {
 public:
  explicit NewFile(std::string path);
  ~NewFile();
  NewFile(const NewFile&) = delete;
  NewFile& operator=(const NewFile&) = delete;

  // Errors "io", which leave `path` as it was; after the first one nothing more is written.
  std::optional<Error> Write(std::string_view bytes);
  std::optional<Error> Finish();

  // Where it is written; empty of what is no file.
  const std::string& beside() const { return beside_; }

 private:
  std::optional<Error> Fail();
  void Discard();

  std::string path_;
  std::string beside_;
  int file_ = -1;
};

// All of a NewFile at once. Empty when all is well.
std::optional<Error> ReplaceFile(const std::string& path, std::string_view bytes);

}  // namespace saywhen
