// Tells when a file was written or replaced. Linux: inotify.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <thread>

#include "base/result.h"

namespace saywhen {

class FileWatch {
 public:
  // `notify` is called on a thread of the watch's own after each change; it must be as good there
  // as glfwPostEmptyEvent is. Editors replace files, so the folder is watched, not the file: the
  // file may come and go. Changes behind a symbolic link are not seen. Error "io".
  static Result<std::unique_ptr<FileWatch>> Make(const std::string& path,
                                                 std::function<void()> notify);
  ~FileWatch();
  FileWatch(const FileWatch&) = delete;
  FileWatch& operator=(const FileWatch&) = delete;

  // Whether the file changed since the last call.
  bool TakeChange() { return changed_.exchange(false); }

 private:
  FileWatch() = default;

  void Run();
  bool ReadEvents();

  std::string name_;  // within its folder
  std::function<void()> notify_;
  int events_ = -1;  // inotify's file descriptor
  int stop_ = -1;    // an eventfd: readable when the thread must end
  std::atomic<bool> changed_ = false;
  std::thread thread_;
};

}  // namespace saywhen
