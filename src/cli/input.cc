#include "cli/input.h"

#include <sys/stat.h>
#include <unistd.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include "platform/native/html_tokens.h"

namespace saywhen {
namespace {

constexpr size_t kPiece = size_t{1} << 16;

// What is there, without waiting for as much as was asked for: who writes a line into a pipe may
// wait for its answer.
ssize_t ReadSome(int file, char* bytes, size_t most) {
  ssize_t got = 0;
  do {
    got = read(file, bytes, most);
  } while (got < 0 && errno == EINTR);
  return got;
}

Error CannotRead() { return {"cannot-read", std::strerror(errno), "", 0, 0}; }

}  // namespace

Result<std::string> ReadInput(const std::string& path) {
  std::FILE* file = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file == nullptr) return CannotRead();
  std::string text;
  size_t got = 0;
  do {
    const size_t before = text.size();
    text.resize(before + kPiece);
    got = std::fread(text.data() + before, 1, kPiece, file);
    text.resize(before + got);
  } while (got == kPiece);
  const bool broken = std::ferror(file) != 0;
  const Error error = broken ? CannotRead() : Error{};
  if (file != stdin) std::fclose(file);
  if (broken) return error;
  return text;
}

std::string ShownPath(const std::string& path) { return path == "-" ? "<stdin>" : path; }

void AddFrom(CLI::App* command, std::string* from) {
  std::vector<std::string> names = {"auto"};
  for (int i = 0; i <= static_cast<int>(Format::kHtml); ++i) {
    names.emplace_back(NameOf(static_cast<Format>(i)));
  }
  command->add_option("--from", *from, "What FILE is; auto looks at its content")
      ->check(CLI::IsMember(names))
      ->capture_default_str();
}

Result<Imported> ParseAs(const std::string& from, std::string_view text, Diagnostics* diagnostics) {
  return ImportStory(text, {.format = FormatNamed(from), .html = &NativeHtmlTokenizer()},
                     diagnostics);
}

Result<Imported> ReadStory(const StoryFile& file, Diagnostics* diagnostics) {
  const Result<std::string> text = ReadInput(file.path);
  if (!text.ok()) return text.error();
  return ParseAs(file.from, text.value(), diagnostics);
}

Lines::Lines(const std::string& path) {
  file_ = path == "-" ? stdin : std::fopen(path.c_str(), "rb");
  if (file_ == nullptr) {
    Fail();
    return;
  }
  struct stat status = {};
  if (fstat(fileno(file_), &status) == 0 && S_ISREG(status.st_mode)) {
    size_ = static_cast<uint64_t>(status.st_size);
  }
}

Lines::~Lines() {
  if (file_ != nullptr && file_ != stdin) std::fclose(file_);
}

void Lines::Fail() {
  failed_ = true;
  error_ = CannotRead();
}

bool Lines::Next(std::string* line, size_t limit, bool* whole) {
  line->clear();
  *whole = true;
  if (failed_) return false;
  for (bool any = false;; any = true) {
    if (at_ == piece_.size()) {
      piece_.resize(kPiece);
      const ssize_t got = ReadSome(fileno(file_), piece_.data(), kPiece);
      piece_.resize(static_cast<size_t>(std::max<ssize_t>(got, 0)));
      at_ = 0;
      if (got == 0) return any;
      if (got < 0) {
        Fail();
        return false;
      }
    }
    const size_t end = std::min(piece_.find('\n', at_), piece_.size());
    const size_t room = limit - line->size();
    if (end - at_ > room) *whole = false;
    line->append(piece_, at_, std::min(end - at_, room));
    const bool ended = end < piece_.size();
    const size_t next = end + (ended ? 1 : 0);
    read_ += next - at_;
    at_ = next;
    if (ended) return true;
  }
}

}  // namespace saywhen
