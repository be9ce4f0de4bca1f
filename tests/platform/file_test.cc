#include "platform/native/file.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace saywhen
