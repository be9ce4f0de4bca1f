#include <gtest/gtest.h>

#include <algorithm>

#include "cli/run_program.h"

namespace saywhen {
namespace {

std::string Path(const std::string& path) { return std::string(SAYWHEN_SOURCE_DIR) + "/" + path; }

const char* const kGood = R"({"quotes": [{"text": "x"}]})";
const char* const kWarned = "{\"quotes\": [\n{\"text\": \"x\", \"confidence\": 2}]}";
const char* const kWrong = "{\"quotes\": [\n{\"text\": \"x\", \"type\": 2}]}";

TEST(Validate, GoodStoriesSayNothing) {
  const ProgramRun run =
      RunProgram({"validate", Path("web/stories/seed.json"), Path("web/stories/harbour.json")});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "");
}

TEST(Validate, StandardInput) {
  const ProgramRun good = RunProgram({"validate", "-"}, kGood);
  EXPECT_EQ(good.exit_code, 0);
  EXPECT_EQ(good.err, "");
  const ProgramRun warned = RunProgram({"validate", "-"}, kWarned);
  EXPECT_EQ(warned.exit_code, 0) << "a warning is no error";
  EXPECT_EQ(warned.err,
            "<stdin>:2:29: warning: confidence is from 0 to 1; the nearer is used "
            "[/quotes/0/confidence]\n");
  const ProgramRun wrong = RunProgram({"validate", "-"}, kWrong);
  EXPECT_EQ(wrong.exit_code, 1);
  EXPECT_EQ(wrong.out, "");
  EXPECT_EQ(wrong.err,
            "<stdin>:2:23: error: expected \"direct\", \"indirect\" or \"mixed\", found a number "
            "[/quotes/0/type]\n");
}

TEST(Validate, NothingUsable) {
  const ProgramRun run = RunProgram({"validate", "-"}, "[]");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err, "<stdin>:1:1: error: this JSON is of no format that is known here\n");
}

TEST(Validate, EveryFileIsCheckedAndTheWorstCodeWins) {
  const std::string bad = Path("tests/data/story/reject/type-unknown.json");
  const std::string missing = Path("no/such/file.json");
  const ProgramRun run = RunProgram({"validate", missing, bad, Path("web/stories/seed.json")});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err.find(missing + ": error: No such file or directory\n"), 0U) << run.err;
  EXPECT_NE(run.err.find(bad + ":5:14: error: "), std::string::npos) << run.err;
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 2);
}

TEST(Validate, AFolderIsNoFile) { EXPECT_EQ(RunProgram({"validate", "/"}).exit_code, 3); }

TEST(Validate, OneLineAProblemWhateverTheInput) {
  const ProgramRun run = RunProgram(
      {"validate", "-"},
      R"({"quotes": [{"text": "x", "type": "a\nb\r\u2028\u0085c", "x\ny": 1, "url": "\n"}]})");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 2) << run.err;
  EXPECT_EQ(run.err.find('\r'), std::string::npos);
}

TEST(Validate, MoreProblemsThanAreShown) {
  std::string json = "{\"quotes\": [{\"text\": \"x\"}";
  for (int i = 0; i < 1500; ++i) json += ",5";
  const ProgramRun run = RunProgram({"validate", "-"}, json + "]}");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1001);
  EXPECT_NE(run.err.find("<stdin>: note: 500 more problems are not shown\n"), std::string::npos);
}

TEST(CommandLine, WrongCalls) {
  const std::vector<std::string> calls[] = {
      {}, {"guess"}, {"validate"}, {"--guess"}, {"validate", "--guess", "x"}, {"-"},
  };
  for (const std::vector<std::string>& arguments : calls) {
    const ProgramRun run = RunProgram(arguments);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1) << run.err;
    EXPECT_EQ(run.err.find("saywhen: "), 0U) << run.err;
  }
}

TEST(CommandLine, HelpAndVersion) {
  const ProgramRun help = RunProgram({"--help"});
  EXPECT_EQ(help.exit_code, 0);
  EXPECT_NE(help.out.find("validate"), std::string::npos);
  EXPECT_EQ(help.err, "");
  const ProgramRun command = RunProgram({"validate", "--help"});
  EXPECT_EQ(command.exit_code, 0);
  EXPECT_NE(command.out.find("FILE"), std::string::npos);
  const ProgramRun version = RunProgram({"--version"});
  EXPECT_EQ(version.exit_code, 0);
  EXPECT_EQ(version.out.find("saywhen "), 0U);
}

}  // namespace
}  // namespace saywhen
