// The manual page and the completions: both come from what --help prints.
#include <gtest/gtest.h>

#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "cli/run_program.h"

namespace saywhen {
namespace {

const char* const kCommands[] = {"extract", "validate", "convert",     "merge",
                                 "html",    "render",   "completions", "man"};

TEST(Describe, EveryCommandHasHelpWithExamples) {
  for (const char* command : kCommands) {
    const ProgramRun run = RunProgram({command, "--help"});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_NE(run.out.find("Examples:\n  "), std::string::npos) << command;
    EXPECT_NE(run.out.find(std::string("saywhen ") + command), std::string::npos) << command;
  }
}

TEST(Describe, TheManualPageTellsOfEveryCommandAndOption) {
  const ProgramRun run = RunProgram({"man"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out.find(".TH SAYWHEN 1"), 0U);
  for (const char* command : kCommands) {
    EXPECT_NE(run.out.find(std::string(".SS \"saywhen ") + command), std::string::npos) << command;
  }
  EXPECT_NE(run.out.find(".B \\-o, \\-\\-output \\fITEXT\\fP\n"), std::string::npos);
  EXPECT_NE(run.out.find("light, dark"), std::string::npos);
}

// A shell's own words for "what could stand here".
std::string Completed(const std::string& words, int at) {
  char name[] = "/tmp/saywhen-completion-XXXXXX";
  std::fclose(fdopen(mkstemp(name), "w"));
  std::ofstream(name) << RunProgram({"completions", "bash"}).out << "\nCOMP_WORDS=(" << words
                      << ") COMP_CWORD=" << at << "\n_saywhen\nprintf '%s ' \"${COMPREPLY[@]}\"\n";
  std::FILE* shell = popen((std::string("bash ") + name).c_str(), "r");
  std::string out;
  char piece[4096];
  for (size_t got = 1; got > 0;) {
    got = std::fread(piece, 1, sizeof piece, shell);
    out.append(piece, got);
  }
  EXPECT_EQ(pclose(shell), 0);
  std::remove(name);
  return out;
}

TEST(Describe, BashCompletesCommandsOptionsAndValues) {
  EXPECT_EQ(Completed("saywhen con", 1), "convert ");
  EXPECT_EQ(Completed("saywhen ext", 1), "extract ");
  EXPECT_EQ(Completed("saywhen extract --ndj", 2), "--ndjson ");
  EXPECT_EQ(Completed("saywhen extract --format h", 3), "html ");
  EXPECT_EQ(Completed("saywhen render --th", 2), "--theme ");
  EXPECT_EQ(Completed("saywhen render --theme d", 3), "dark ");
  EXPECT_EQ(Completed("saywhen convert --to sch", 3), "schema-org ");
  EXPECT_EQ(Completed("saywhen completions z", 2), "zsh ");
}

TEST(Describe, TheOtherShellsGetTheSameNames) {
  for (const char* shell : {"zsh", "fish"}) {
    const ProgramRun run = RunProgram({"completions", shell});
    EXPECT_EQ(run.exit_code, 0);
    for (const char* name : {"convert", "extract", "keep-text", "ndjson", "schema-org", "theme"}) {
      EXPECT_NE(run.out.find(name), std::string::npos) << shell << " " << name;
    }
  }
  EXPECT_EQ(RunProgram({"completions", "csh"}).exit_code, 2);
}

}  // namespace
}  // namespace saywhen
