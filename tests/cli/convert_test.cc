#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <sstream>

#include "cli/run_program.h"
#include "cli/test_folder.h"

namespace saywhen {
namespace {

const char* const kQuotation =
    R"({"@context": "https://schema.org", "@type": "Quotation", "text": "Yes.", "dateCreated": "2031"})";

TEST(Convert, FromWhatTheContentSaysToWhatIsAskedFor) {
  const ProgramRun run = RunProgram({"convert", "--to", "story", "-"}, kQuotation);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_NE(run.out.find("\"text\": \"Yes.\""), std::string::npos) << run.out;
  const ProgramRun back = RunProgram({"convert", "--to", "schema-org", "-"}, run.out);
  EXPECT_NE(back.out.find("\"dateCreated\": \"2031\""), std::string::npos) << back.out;
}

TEST(Convert, SaysWhatTheOtherFormatCannotHold) {
  const ProgramRun run = RunProgram(
      {"convert", "--to", "schema-org", "-"},
      R"({"version": 1, "quotes": [{"text": "Yes.", "note": "n"}, {"text": "No.", "note": "m"}]})");
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err,
            "<stdin>: note: \"note\" of a quote is lost in schema.org (2 times) "
            "[/quotes/0/note]\n");
}

TEST(Convert, WhatIsWrongIsToldAndTheRestConverted) {
  const ProgramRun run =
      RunProgram({"convert", "--to", "story", "-"},
                 "[{\"@type\": \"Quotation\", \"text\": \"Yes.\"},\n {\"@type\": \"Quotation\"}]");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err, "<stdin>:2:2: error: a quotation has a text; this one is left out [/1]\n");
  EXPECT_NE(run.out.find("Yes."), std::string::npos);
}

TEST(Convert, AsAskedWhateverTheContentSays) {
  const ProgramRun run = RunProgram({"convert", "--from", "ninjs", "--to", "story", "-"},
                                    R"({"body": "<q>Yes.</q>"})");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_NE(run.out.find("\"text\": \"Yes.\""), std::string::npos) << run.out;
}

TEST(Convert, CallsThatAreWrong) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"convert", "-"},
        {"convert", "--to", "ninjs", "-"},
        {"convert", "--from", "xml", "--to", "story", "-"},
        {"convert", "--to", "story"}}) {
    const ProgramRun run = RunProgram(arguments, kQuotation);
    EXPECT_EQ(run.exit_code, 2);
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(std::count(run.err.begin(), run.err.end(), '\n'), 1);
  }
}

TEST(Convert, LinesOneByOneInTheirOrder) {
  const ProgramRun run = RunProgram({"convert", "--ndjson", "--to", "story", "-"},
                                    std::string(kQuotation) + "\n\nno json\n" + kQuotation);
  EXPECT_EQ(run.exit_code, 1) << "one of them was bad";
  std::stringstream lines(run.out);
  std::string line;
  std::vector<std::string> all;
  while (std::getline(lines, line)) all.push_back(line);
  ASSERT_EQ(all.size(), 3U);
  EXPECT_EQ(all[0].find("{\"version\":1,"), 0U) << all[0];
  EXPECT_EQ(all[1],
            "{\"line\":3,\"error\":\"this is neither JSON nor a page nor a table that is "
            "known here\"}");
  EXPECT_EQ(all[2], all[0]);
  EXPECT_EQ(run.err.find("<stdin>:3:1: error: "), 0U) << run.err;
}

TEST(Convert, AFileIsThereWholeOrNotAtAll) {
  const TestFolder folder;
  const std::string out = folder / "out.json";
  EXPECT_EQ(RunProgram({"convert", "--to", "story", "-", "-o", out}, kQuotation).exit_code, 0);
  const std::string before = ReadTestFile(out);
  EXPECT_NE(before.find("Yes."), std::string::npos);
  EXPECT_EQ(RunProgram({"convert", "--to", "story", "-", "-o", out}, "bad").exit_code, 1);
  EXPECT_EQ(ReadTestFile(out), before);
  EXPECT_EQ(folder.files(), 1U);
  EXPECT_EQ(RunProgram({"convert", "--to", "story", "-", "-o", folder / "no/out.json"}, kQuotation)
                .exit_code,
            3);
}

TEST(Convert, InterruptedItLeavesNoHalfFile) {
  const TestFolder folder;
  const std::string out = folder / "out.ndjson";
  int input[2];
  ASSERT_EQ(pipe(input), 0);
  const pid_t child = fork();
  if (child == 0) {
    dup2(input[0], STDIN_FILENO);
    close(input[0]);
    close(input[1]);
    execl(SAYWHEN_PROGRAM, SAYWHEN_PROGRAM, "convert", "--ndjson", "--to", "story", "-", "-o",
          out.c_str(), nullptr);
    _exit(127);
  }
  close(input[0]);
  // More than a pipe and the program's own piece hold: it has begun to write.
  const std::string line = std::string(kQuotation) + "\n";
  std::string lines;
  while (lines.size() < 300'000) lines += line;
  ASSERT_GT(write(input[1], lines.data(), lines.size()), 0);
  EXPECT_EQ(folder.files(), 1U);
  kill(child, SIGINT);
  int status = 0;
  waitpid(child, &status, 0);
  close(input[1]);
  EXPECT_TRUE(WIFSIGNALED(status)) << "the shell sees that it was interrupted";
  EXPECT_EQ(folder.files(), 0U);
}

}  // namespace
}  // namespace saywhen
