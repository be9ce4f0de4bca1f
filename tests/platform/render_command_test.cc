// `saywhen render` as a person calls it, with no display at all.
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>

#include "platform/native/file.h"
#include "scratch_folder.h"

namespace saywhen {
namespace {

constexpr char kSeed[] = SAYWHEN_SOURCE_DIR "/web/stories/seed.json";

class RenderCommandTest : public testing::Test {
 protected:
  // The exit code of `saywhen render`; what it says is left in said_.
  int Render(const std::string& arguments) {
    const std::string call = "env -u DISPLAY -u WAYLAND_DISPLAY " SAYWHEN_COMMAND " render " +
                             arguments + " 2> '" + folder_.File("err") + "'";
    const int status = std::system(call.c_str());
    said_ = ReadFile(folder_.File("err")).value();
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  // Of a PNG file: the four bytes at `offset`. The width stands at 16, the height at 20.
  static uint32_t Number(const std::string& png, size_t offset) {
    uint32_t number = 0;
    for (size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<uint8_t>(png[offset + i]);
    return number;
  }

  ScratchFolder folder_;
  std::string said_;
};

TEST_F(RenderCommandTest, WritesAPng) {
  const std::string out = folder_.File("out.png");
  ASSERT_EQ(Render(kSeed + (" -o '" + out + "' --width 390 --height 300 --scale 2 --theme dark")),
            0);
  EXPECT_EQ(said_, "");
  const std::string png = ReadFile(out).value();
  ASSERT_GT(png.size(), 10'000U);
  EXPECT_EQ(png.substr(1, 3), "PNG");
  EXPECT_EQ(Number(png, 16), 780U);
  EXPECT_EQ(Number(png, 20), 600U);
}

TEST_F(RenderCommandTest, ReadsStandardInputAndWritesStandardOutput) {
  const std::string out = folder_.File("out.png");
  ASSERT_EQ(Render("- -o - --height 100 < " + std::string(kSeed) + " > '" + out + "'"), 0);
  EXPECT_EQ(Number(ReadFile(out).value(), 16), 1120U);
}

struct Call {
  const char* arguments;  // after the story
  int code;
};

TEST_F(RenderCommandTest, ExitCodesSayWhoseFaultItIs) {
  const std::string out = " -o '" + folder_.File("out.png") + "' ";
  const Call calls[] = {
      {"--theme pink", 2}, {"--width 3", 2},       {"--scale 0", 2},
      {"--view map", 2},   {"--select nobody", 2}, {"--width 16000 --scale 8", 3},
      {"--no-such", 2},
  };
  for (const Call& call : calls) {
    EXPECT_EQ(Render(kSeed + out + call.arguments), call.code) << call.arguments << said_;
    EXPECT_FALSE(said_.empty()) << call.arguments;
  }
  EXPECT_EQ(Render(kSeed), 2) << "no output named";
  EXPECT_EQ(Render("'" + folder_.File("missing.json") + "'" + out), 3);
  std::ofstream(folder_.File("bad.json")) << "{]";
  EXPECT_EQ(Render("'" + folder_.File("bad.json") + "'" + out), 1);
  EXPECT_NE(said_.find("bad.json:1:2: error: "), std::string::npos) << said_;
  EXPECT_EQ(Render(kSeed + (" -o '" + folder_.File("no/folder.png") + "'")), 3);
  EXPECT_FALSE(std::filesystem::exists(folder_.File("out.png")));
}

}  // namespace
}  // namespace saywhen
