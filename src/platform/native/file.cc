#include "platform/native/file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <memory>
#include <optional>

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

std::optional<Error> ReplaceFile(const std::string& path, std::string_view bytes) {
  const std::string beside = path + "." + std::to_string(getpid()) + ".part";
  const int file = open(beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (file < 0) return SystemError(path);
  bool written = WriteAll(file, bytes);
  written = close(file) == 0 && written;
  if (written && std::rename(beside.c_str(), path.c_str()) == 0) return std::nullopt;
  const Error error = SystemError(path);
  unlink(beside.c_str());
  return error;
}

}  // namespace saywhen
