// saywhen-desktop as a person starts it, on a display of the test's own (Xvfb).
#include <gtest/gtest.h>

#include <sys/wait.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>

#include "platform/native/file.h"
#include "scratch_folder.h"

namespace saywhen {
namespace {

constexpr char kSeed[] = SAYWHEN_SOURCE_DIR "/web/stories/seed.json";

struct Outcome {
  int code = -1;
  std::string out;
  std::string err;
};

class DesktopTest : public testing::Test {
 protected:
  // Runs the program and waits for its end.
  Outcome Run(const std::string& arguments) const {
    // Mesa's GLX driver leaves what it allocated behind and is unloaded before LeakSanitizer looks,
    // so that no suppression can name it. Bad accesses are still found.
    const std::string call =
        "ASAN_OPTIONS=$ASAN_OPTIONS:detect_leaks=0 xvfb-run -a -s '-screen 0 "
        "1400x1000x24' " SAYWHEN_DESKTOP " " +
        arguments + " > '" + folder_.File("out") + "' 2> '" + folder_.File("err") + "'";
    const int status = std::system(call.c_str());
    Outcome outcome;
    outcome.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    outcome.out = ReadFile(folder_.File("out")).value();
    outcome.err = ReadFile(folder_.File("err")).value();
    return outcome;
  }

  static int Frames(const Outcome& outcome) { return std::atoi(outcome.out.c_str()); }

  ScratchFolder folder_;
};

TEST_F(DesktopTest, ShowsTheStoryAndThenRests) {
  const std::string picture = folder_.File("window.png");
  const Outcome outcome = Run("--quit-after-idle 2 --screenshot '" + picture + "' " + kSeed);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  // It ended, so for two seconds nothing was drawn; before that, what opening a window takes.
  EXPECT_GE(Frames(outcome), 1);
  EXPECT_LE(Frames(outcome), 12);
  const Result<std::string> png = ReadFile(picture);
  ASSERT_TRUE(png.ok());
  // A blank picture of that size takes some 4 kB.
  EXPECT_GT(png.value().size(), 30'000U);
}

TEST_F(DesktopTest, ShowsTheFileAgainWhenItChanges) {
  const std::string story = folder_.File("story.json");
  const std::string seed = ReadFile(kSeed).value();
  ASSERT_FALSE(ReplaceFile(story, seed).has_value());
  const Outcome still = Run("--quit-after-idle 2 '" + story + "'");
  ASSERT_EQ(still.code, 0) << still.err;

  std::thread editor([&] {
    std::this_thread::sleep_for(std::chrono::milliseconds(1800));
    EXPECT_FALSE(ReplaceFile(story, "{ not a story").has_value());
    std::this_thread::sleep_for(std::chrono::milliseconds(700));
    std::ofstream(story) << seed;
  });
  const std::string picture = folder_.File("after.png");
  const Outcome edited = Run("--quit-after-idle 4 --screenshot '" + picture + "' '" + story + "'");
  editor.join();
  EXPECT_EQ(edited.code, 0) << edited.err;
  EXPECT_GT(Frames(edited), Frames(still));
  // The bad file was told, and the last good story stayed.
  EXPECT_NE(edited.err.find("story.json:1:"), std::string::npos) << edited.err;
  EXPECT_GT(ReadFile(picture).value().size(), 30'000U);
}

TEST_F(DesktopTest, SaysWhatIsWrong) {
  EXPECT_EQ(Run("").code, 2);
  EXPECT_EQ(Run("--no-such-option x").code, 2);
  EXPECT_EQ(Run("--theme pink " + std::string(kSeed)).code, 2);
  EXPECT_EQ(Run("--quit-after-idle soon " + std::string(kSeed)).code, 2);
  const Outcome missing = Run("'" + folder_.File("missing.json") + "'");
  EXPECT_EQ(missing.code, 3);
  EXPECT_NE(missing.err.find("missing.json"), std::string::npos);
  std::ofstream(folder_.File("bad.json")) << "[";
  EXPECT_EQ(Run("'" + folder_.File("bad.json") + "'").code, 1);
  EXPECT_EQ(Run("--help").code, 0);
}

TEST_F(DesktopTest, NoDisplayIsAMessage) {
  const std::string call = "env -u DISPLAY -u WAYLAND_DISPLAY " SAYWHEN_DESKTOP " " +
                           std::string(kSeed) + " 2> '" + folder_.File("err") + "'";
  const int status = std::system(call.c_str());
  EXPECT_EQ(WEXITSTATUS(status), 3);
  EXPECT_FALSE(ReadFile(folder_.File("err")).value().empty());
}

}  // namespace
}  // namespace saywhen
