#include "cli/output.h"

#include <unistd.h>
#include <csignal>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstring>

namespace saywhen {
namespace {

// What a signal handler may look at: it gets no argument, and no memory may be taken in it.
char unfinished[4096];

void RemoveUnfinished(int signal) {
  if (unfinished[0] != '\0') unlink(unfinished);
  // The handler is set for one time: this ends the program as if there had been none.
  raise(signal);
}

void Watch(const std::string& path) {
  if (path.size() >= sizeof unfinished) return;
  std::memcpy(unfinished, path.c_str(), path.size() + 1);
  struct sigaction action = {};
  action.sa_handler = RemoveUnfinished;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_NODEFER);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) sigaction(signal, &action, nullptr);
}

Error StandardOutputFailed() {
  return {"io", std::string("standard output: ") + std::strerror(errno), "", 0, 0};
}

int64_t NowMs() {
  return std::chrono::duration_cast<std::chrono::milliseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

}  // namespace

void AddOutput(CLI::App* command, std::string* path) {
  command->add_option("-o,--output", *path, "File to write; - is standard output")
      ->capture_default_str();
}

Output::Output(const std::string& path) {
  if (path == "-") return;
  file_ = std::make_unique<NewFile>(path);
  Watch(file_->beside());
}

Output::~Output() {
  file_.reset();
  unfinished[0] = '\0';
}

std::optional<Error> Output::Write(std::string_view bytes) {
  if (file_) return file_->Write(bytes);
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) == bytes.size()) return std::nullopt;
  return StandardOutputFailed();
}

std::optional<Error> Output::Flush() {
  if (file_ || std::fflush(stdout) == 0) return std::nullopt;
  return StandardOutputFailed();
}

std::optional<Error> Output::Finish() { return file_ ? file_->Finish() : std::nullopt; }

Progress::Progress() : terminal_(isatty(STDERR_FILENO) == 1), last_ms_(NowMs()) {}

Progress::~Progress() {
  if (shown_) std::fputs("\r\033[K", stderr);
}

void Progress::Show(uint64_t bytes, uint64_t whole, uint64_t items) {
  if (!terminal_ || NowMs() - last_ms_ < 100) return;
  last_ms_ = NowMs();
  shown_ = true;
  constexpr uint64_t kMega = 1'000'000;
  std::string line = "\r\033[K" + std::to_string(bytes / kMega) + " MB";
  if (whole > 0) {
    line += " of " + std::to_string(whole / kMega) + " MB, " +
            std::to_string(100 * std::min(bytes, whole) / whole) + " %";
  }
  line += ", " + std::to_string(items) + " stories";
  std::fputs(line.c_str(), stderr);
}

}  // namespace saywhen
