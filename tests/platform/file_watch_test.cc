#include "platform/desktop/file_watch.h"

#include <gtest/gtest.h>

#include <chrono>
#include <condition_variable>
#include <filesystem>
#include <fstream>
#include <memory>
#include <mutex>
#include <string>

#include "platform/native/file.h"
#include "scratch_folder.h"

namespace saywhen {
namespace {

// Counts notifications; the watch calls from its own thread.
class Bell {
 public:
  void Ring() {
    const std::lock_guard lock(mutex_);
    ++rung_;
    changed_.notify_all();
  }
  // Whether it has rung `times` in all within so many milliseconds.
  bool Rang(int times, int milliseconds) {
    std::unique_lock lock(mutex_);
    return changed_.wait_for(lock, std::chrono::milliseconds(milliseconds),
                             [&] { return rung_ >= times; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable changed_;
  int rung_ = 0;
};

void Write(const std::string& path, const char* text) { std::ofstream(path) << text; }

TEST(FileWatchTest, NoticesWritingAndReplacing) {
  const ScratchFolder folder;
  const std::string file = folder.File("story.json");
  Write(file, "one");
  Bell bell;
  Result<std::unique_ptr<FileWatch>> watch = FileWatch::Make(file, [&] { bell.Ring(); });
  ASSERT_TRUE(watch.ok());
  EXPECT_FALSE(watch.value()->TakeChange());

  Write(file, "two");
  EXPECT_TRUE(bell.Rang(1, 5000));
  EXPECT_TRUE(watch.value()->TakeChange());
  EXPECT_FALSE(watch.value()->TakeChange());

  EXPECT_FALSE(ReplaceFile(file, "three").has_value());
  EXPECT_TRUE(bell.Rang(2, 5000));
  EXPECT_TRUE(watch.value()->TakeChange());

  std::filesystem::remove(file);
  Write(file, "it came back");
  EXPECT_TRUE(bell.Rang(3, 5000));
}

TEST(FileWatchTest, OtherFilesOfTheFolderAreNotItsBusiness) {
  const ScratchFolder folder;
  Write(folder.File("story.json"), "one");
  Bell bell;
  Result<std::unique_ptr<FileWatch>> watch =
      FileWatch::Make(folder.File("story.json"), [&] { bell.Ring(); });
  ASSERT_TRUE(watch.ok());
  Write(folder.File("story.json.swp"), "an editor's");
  Write(folder.File("other.json"), "another's");
  EXPECT_FALSE(bell.Rang(1, 100));
}

TEST(FileWatchTest, AFolderThatIsNotThereIsAnError) {
  const ScratchFolder folder;
  Result<std::unique_ptr<FileWatch>> watch = FileWatch::Make(folder.File("no/story.json"), [] {});
  ASSERT_FALSE(watch.ok());
  EXPECT_EQ(watch.error().code, "io");
}

}  // namespace
}  // namespace saywhen
