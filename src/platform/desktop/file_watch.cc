#include "platform/desktop/file_watch.h"

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <filesystem>
#include <utility>

namespace saywhen {

Result<std::unique_ptr<FileWatch>> FileWatch::Make(const std::string& path,
                                                   std::function<void()> notify) {
  std::unique_ptr<FileWatch> watch(new FileWatch);
  const std::filesystem::path file(path);
  const std::string folder = file.has_parent_path() ? file.parent_path().string() : ".";
  watch->name_ = file.filename().string();
  watch->notify_ = std::move(notify);
  watch->events_ = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
  watch->stop_ = eventfd(0, EFD_CLOEXEC);
  if (watch->events_ < 0 || watch->stop_ < 0 ||
      inotify_add_watch(watch->events_, folder.c_str(), IN_CLOSE_WRITE | IN_MOVED_TO) < 0) {
    return Error{"io", folder + ": " + std::strerror(errno), "", 0, 0};
  }
  watch->thread_ = std::thread([raw = watch.get()] { raw->Run(); });
  return watch;
}

FileWatch::~FileWatch() {
  if (thread_.joinable()) {
    // Adding to an eventfd fails only when its count is full, and then it is readable already.
    (void)eventfd_write(stop_, 1);
    thread_.join();
  }
  if (events_ >= 0) close(events_);
  if (stop_ >= 0) close(stop_);
}

void FileWatch::Run() {
  pollfd files[] = {{events_, POLLIN, 0}, {stop_, POLLIN, 0}};
  while (true) {
    if (poll(files, 2, -1) < 0) {
      if (errno == EINTR) continue;
      return;
    }
    if (files[1].revents != 0) return;
    if (ReadEvents()) {
      changed_ = true;
      notify_();
    }
  }
}

// Whether any of the waiting events is about the file.
bool FileWatch::ReadEvents() {
  bool about_file = false;
  alignas(inotify_event) char block[4096];
  ssize_t size = 0;
  while ((size = read(events_, block, sizeof(block))) > 0) {
    for (const char* at = block; at < block + size;) {
      inotify_event event;
      std::memcpy(&event, at, sizeof(event));
      const char* name = at + sizeof(event);
      about_file |= event.len > 0 && name_ == name;
      about_file |= (event.mask & IN_Q_OVERFLOW) != 0;  // some were lost: look
      at = name + event.len;
    }
  }
  return about_file;
}

}  // namespace saywhen
