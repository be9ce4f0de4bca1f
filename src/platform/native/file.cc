#include "platform/native/file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <memory>
#include <optional>
#include <utility>

namespace saywhen {
namespace {

struct Closer {
  void operator()(std::FILE* file) const { std::fclose(file); }
};

Error SystemError(const std::string& path) {
  return Error{"io", path + ": " + std::strerror(errno), "", 0, 0};
}

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return true;
}

}  // namespace

Result<std::string> ReadFile(const std::string& path) {
  std::unique_ptr<std::FILE, Closer> file(std::fopen(path.c_str(), "rb"));
  if (!file) return SystemError(path);
  std::string bytes;
  char block[1 << 16];
  while (size_t count = std::fread(block, 1, sizeof(block), file.get())) bytes.append(block, count);
  if (std::ferror(file.get()) != 0) return SystemError(path);
  return bytes;
}

NewFile::NewFile(std::string path) : path_(std::move(path)) {
  if (char* target = realpath(path_.c_str(), nullptr)) {
    path_ = target;
    std::free(target);
  }
  struct stat old = {};
  const bool known = stat(path_.c_str(), &old) == 0;
  if (known && !S_ISREG(old.st_mode)) {
    file_ = open(path_.c_str(), O_WRONLY | O_CLOEXEC);
    return;
  }
  beside_ = path_ + "." + std::to_string(getpid()) + ".part";
  file_ = open(beside_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  // Before the first byte; a file system that knows no modes does without.
  if (file_ >= 0 && known) static_cast<void>(fchmod(file_, old.st_mode & 0777));
}

NewFile::~NewFile() {
  if (file_ >= 0) Discard();
}

void NewFile::Discard() {
  close(file_);
  if (!beside_.empty()) unlink(beside_.c_str());
  file_ = -1;
}

std::optional<Error> NewFile::Fail() {
  Error error = SystemError(path_);
  if (file_ >= 0) Discard();
  return error;
}

std::optional<Error> NewFile::Write(std::string_view bytes) {
  return file_ >= 0 && WriteAll(file_, bytes) ? std::nullopt : Fail();
}

std::optional<Error> NewFile::Finish() {
  if (file_ < 0) return Fail();
  // The last of it may fail to be written now.
  const bool closed = close(file_) == 0;
  file_ = -1;
  if (closed && (beside_.empty() || std::rename(beside_.c_str(), path_.c_str()) == 0)) {
    return std::nullopt;
  }
  const Error error = SystemError(path_);
  if (!beside_.empty()) unlink(beside_.c_str());
  return error;
}

std::optional<Error> ReplaceFile(const std::string& path, std::string_view bytes) {
  NewFile file(path);
  std::optional<Error> failed = file.Write(bytes);
  return failed ? failed : file.Finish();
}

}  // namespace saywhen
