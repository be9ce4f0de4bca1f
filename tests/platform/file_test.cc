#include "platform/native/file.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <string>

#include "scratch_folder.h"

namespace saywhen {
namespace {

TEST(FileTest, ReadsBackWhatWasWritten) {
  const ScratchFolder folder;
  std::string bytes(200'000, 'x');
  bytes[7] = '\0';
  bytes[100'000] = '\xFF';
  EXPECT_FALSE(ReplaceFile(folder.File("a"), bytes).has_value());
  const Result<std::string> read = ReadFile(folder.File("a"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value(), bytes);
}

TEST(FileTest, ReplacesAndLeavesNothingBeside) {
  const ScratchFolder folder;
  EXPECT_FALSE(ReplaceFile(folder.File("a"), "one, and longer").has_value());
  EXPECT_FALSE(ReplaceFile(folder.File("a"), "two").has_value());
  EXPECT_EQ(ReadFile(folder.File("a")).value(), "two");
  int files = 0;
  for ([[maybe_unused]] const auto& file : std::filesystem::directory_iterator(folder.path())) {
    ++files;
  }
  EXPECT_EQ(files, 1);
}

TEST(FileTest, ErrorsNameTheFileAndTheReason) {
  const ScratchFolder folder;
  const Result<std::string> missing = ReadFile(folder.File("missing"));
  ASSERT_FALSE(missing.ok());
  EXPECT_EQ(missing.error().code, "io");
  EXPECT_NE(missing.error().message.find("missing"), std::string::npos);
  EXPECT_FALSE(ReadFile(folder.path().string()).ok());  // a folder
  EXPECT_TRUE(ReplaceFile(folder.File("no/such/folder"), "x").has_value());
}

TEST(ReplaceFile, KeepsWhoMayReadIt) {
  const ScratchFolder folder;
  const std::string path = folder.File("a");
  EXPECT_FALSE(ReplaceFile(path, "one").has_value());
  std::filesystem::permissions(path, std::filesystem::perms::owner_read);
  EXPECT_FALSE(ReplaceFile(path, "two").has_value());
  EXPECT_EQ(std::filesystem::status(path).permissions(), std::filesystem::perms::owner_read);
}

TEST(ReplaceFile, FollowsALink) {
  const ScratchFolder folder;
  EXPECT_FALSE(ReplaceFile(folder.File("a"), "one").has_value());
  std::filesystem::create_symlink("a", folder.File("b"));
  EXPECT_FALSE(ReplaceFile(folder.File("b"), "two").has_value());
  EXPECT_TRUE(std::filesystem::is_symlink(folder.File("b")));
  EXPECT_EQ(ReadFile(folder.File("a")).value(), "two");
}

// Who is root would find /dev/null replaced.
TEST(ReplaceFile, WritesIntoWhatIsNoFile) {
  const ScratchFolder folder;
  const std::string path = folder.File("pipe");
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  const int reader = open(path.c_str(), O_RDONLY | O_NONBLOCK);
  ASSERT_GE(reader, 0);
  EXPECT_FALSE(ReplaceFile(path, "one").has_value());
  char text[4] = {};
  EXPECT_EQ(read(reader, text, sizeof text), 3);
  EXPECT_EQ(std::string_view(text), "one");
  close(reader);
  EXPECT_TRUE(std::filesystem::is_fifo(path));
  EXPECT_FALSE(ReplaceFile("/dev/null", "one").has_value());
  EXPECT_TRUE(std::filesystem::is_character_file("/dev/null"));
}

}  // namespace
}  // namespace saywhen
