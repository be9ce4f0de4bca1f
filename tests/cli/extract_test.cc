// saywhen extract: one article, as the program is called.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "cli/run_program.h"
#include "cli/test_folder.h"

namespace saywhen {
namespace {

const char* const kArticle =
    "The ferry comes back\n\n"
    "“It will open in May,” Ada Holm, the mayor of Kelmar, said on Tuesday. “Bring a towel.”\n\n"
    "Tom Ray, who has run the ferry since 2010, said that the ships were sound.\n";

const char* const kPage =
    "<!doctype html><html lang=en><head><title>The ferry comes back</title>"
    "<meta property=article:published_time content=2024-03-13>"
    "<link rel=canonical href=https://example.org/ferry></head>"
    "<body><nav>Home</nav><article><h1>The ferry comes back</h1>"
    "<p>“It will open in May,” Ada Holm, the mayor of Kelmar, said on Tuesday. “Bring a "
    "towel.”</p></article></body></html>";

bool Has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

size_t LinesOf(const std::string& text) {
  return static_cast<size_t>(std::count(text.begin(), text.end(), '\n'));
}

TEST(Extract, AStoryFromStandardInput) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"extract"}, {"extract", "-"}, {"extract", "--format", "text"}}) {
    const ProgramRun run = RunProgram(arguments, kArticle);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    EXPECT_TRUE(Has(run.out, "It will open in May")) << run.out;
    EXPECT_TRUE(Has(run.out, "\n  \"articles\"")) << "indented, for people";
  }
}

TEST(Extract, AFileGivesTheSameAsStandardInput) {
  const TestFolder folder;
  folder.Write("article.txt", kArticle);
  EXPECT_EQ(RunProgram({"extract", folder / "article.txt"}).out,
            RunProgram({"extract"}, kArticle).out);
}

TEST(Extract, WhatItWritesIsValid) {
  for (const char* article : {kArticle, kPage}) {
    const ProgramRun run = RunProgram({"extract", "--published", "2024-03-13"}, article);
    const ProgramRun valid = RunProgram({"validate", "-"}, run.out);
    EXPECT_EQ(valid.exit_code, 0) << valid.err;
    EXPECT_EQ(valid.err, "");
  }
}

TEST(Extract, APageIsKnownByItsFirstCharacter) {
  const ProgramRun run = RunProgram({"extract", "-"}, std::string("\n  ") + kPage);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  for (const char* part :
       {"\"published\": \"2024-03-13\"", "\"url\": \"https://example.org/ferry\"",
        "\"headline\": \"The ferry comes back\"", "\"language\": \"en\""}) {
    EXPECT_TRUE(Has(run.out, part)) << part << "\n" << run.out;
  }
  EXPECT_FALSE(Has(run.out, "Home"));
  EXPECT_FALSE(Has(run.out, "u003c")) << "no tag gets through";
}

TEST(Extract, TheFormatThatIsAskedForCounts) {
  const std::string text = std::string("<b>Kelmar</b>\n\n") + kArticle;
  EXPECT_TRUE(Has(RunProgram({"extract", "--format", "text"}, text).out, "u003c"));
  EXPECT_TRUE(Has(RunProgram({"extract", "--format", "html"}, kArticle).out, "It will open"));
}

TEST(Extract, WhatIsKnownOfTheArticleGoesIntoTheStory) {
  const std::vector<std::string> arguments = {
      "extract", "--published", "March 13, 2024", "--url",   "https://example.org/a?b=c",
      "--id",    "ferry-7",     "--headline",     "A ferry", "--language",
      "en"};
  for (const char* article : {kArticle, kPage}) {
    const ProgramRun run = RunProgram(arguments, article);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    for (const char* part :
         {"\"id\": \"ferry-7\"", "\"article\": \"ferry-7\"", "\"published\": \"2024-03-13\"",
          "\"url\": \"https://example.org/a?b=c\"", "\"headline\": \"A ferry\"",
          "\"language\": \"en\""}) {
      EXPECT_TRUE(Has(run.out, part)) << part << "\n" << run.out;
    }
  }
}

TEST(Extract, TheTextIsKeptWhenThatIsAskedFor) {
  const std::string page =
      std::string("Share on Facebook\n\n") + kArticle + "\n\nLeave a comment\n";
  const ProgramRun kept = RunProgram({"extract", "--keep-text"}, page);
  EXPECT_TRUE(Has(kept.out, "Leave a comment")) << kept.out;
  EXPECT_FALSE(Has(RunProgram({"extract"}, page).out, "Leave a comment"));
}

TEST(Extract, ExplainsOnStandardErrorAndLeavesTheStoryAlone) {
  const std::string page = std::string(kArticle) + "\n\nLeave a comment\n";
  const ProgramRun run = RunProgram({"extract", "--explain"}, page);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.out, RunProgram({"extract"}, page).out);
  EXPECT_TRUE(Has(run.err, "Ada Holm")) << run.err;
  EXPECT_TRUE(Has(run.err, "left out as comment: \"Leave a comment\"\n")) << run.err;
}

TEST(Extract, WhatCannotBeReadIsOneLineThatSaysWhy) {
  const struct {
    const char* name;
    std::string input;
    const char* error;
  } kCases[] = {
      {"nothing", "", "<stdin>: error: the file is empty\n"},
      {"white space", " \n\t ", "<stdin>: error: the file is empty\n"},
      {"nobody", "The sun was out.\n\nThe ferry came at nine.\n",
       "<stdin>: error: nobody is quoted in this article\n"},
      {"NULs", std::string("PK\3\4\0\0", 6), "<stdin>: error: this is no text: it has NUL bytes\n"},
      {"UTF-16", "\xFF\xFE\"",
       "<stdin>: error: this is UTF-16, not UTF-8 (iconv -f utf-16 -t utf-8 makes it so)\n"},
      {"no UTF-8", "\x80\x90\xA0\xFF\xC1 abc", "<stdin>: error: this is no UTF-8 text\n"},
      {"JSON", "{\"id\": \"a\", \"text\": \"x\"}",
       "<stdin>: error: this is JSON, not an article; --ndjson reads one article a line\n"},
      {"lines of JSON", "{\"text\": \"x\"}\n{\"text\": \"y\"}\n",
       "<stdin>: error: this is JSON, not an article; --ndjson reads one article a line\n"},
      {"lines of JSON, the second cut off",
       "\n{\"text\": \"“Yes,” he said.\"}\r\n\"text\": \"y\"}\n",
       "<stdin>: error: this is JSON, not an article; --ndjson reads one article a line\n"},
      {"lines of JSON, the first with a field twice",
       "{\"id\": 1, \"id\": 2, \"text\": \"“Yes,” he said.\"}\nid: 3\n",
       "<stdin>: error: this is JSON, not an article; --ndjson reads one article a line\n"},
      {"lines of JSON, the first long",
       "{\"text\": \"" + std::string(1'100'000, 'a') + "\"}\nid: 3\n",
       "<stdin>: error: this is JSON, not an article; --ndjson reads one article a line\n"},
      {"a long text", "“Yes,” he said. " + std::string(1'100'000, 'a'),
       "<stdin>: error: the article's text is longer than the limit of 1048576 bytes for one "
       "string of a story\n"},
  };
  for (const auto& each : kCases) {
    const ProgramRun run = RunProgram({"extract"}, each.input);
    EXPECT_EQ(run.exit_code, 1) << each.name;
    EXPECT_EQ(run.out, "") << each.name;
    EXPECT_EQ(run.err, each.error) << each.name;
  }
}

TEST(Extract, AnArticleMayBeginWithABracket) {
  for (const char* first : {"{1} ", "[1]\n\n", "{\"Kelmar\"\n\n", "{\"a\": 1} and \n"}) {
    const ProgramRun run = RunProgram({"extract"}, std::string(first) + kArticle);
    EXPECT_EQ(run.exit_code, 0) << first << run.err;
    EXPECT_TRUE(Has(run.out, "It will open in May")) << first;
  }
  const std::string json = std::string("{\"a\": 1}\n\n") + kArticle;
  EXPECT_EQ(RunProgram({"extract"}, json).exit_code, 1);
  EXPECT_EQ(RunProgram({"extract", "--format", "text"}, json).exit_code, 0);
}

// An article is cleaned before it is measured: what a story does not hold does not count.
TEST(Extract, OnlyWhatIsLeftOfALongPageCounts) {
  const std::string page =
      std::string(kPage) + "<script>" + std::string(1'100'000, 'a') + "</script>";
  EXPECT_EQ(RunProgram({"extract"}, page).exit_code, 0);
}

TEST(Extract, BytesThatAreNoTextAreToldAndTheRestIsRead) {
  const ProgramRun run = RunProgram({"extract"}, std::string(kArticle) + "caf\xE9 in Kelmar.\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err,
            "<stdin>:6:4: error: this byte is not UTF-8; it and others like it are shown as "
            "U+FFFD\n");
  EXPECT_TRUE(Has(run.out, "It will open in May"));
  EXPECT_EQ(RunProgram({"validate", "-"}, run.out).exit_code, 0);
}

TEST(Extract, ALanguageIsRepairedAsThatOfALineIs) {
  for (const char* said : {"EN_us", "EN-us"}) {
    const ProgramRun run = RunProgram({"extract", "--language", said}, kArticle);
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(run.err, "");
    EXPECT_TRUE(Has(run.out, "\"language\": \"en-us\"")) << run.out;
  }
}

TEST(Extract, ALanguageWithoutRulesIsTold) {
  const ProgramRun run = RunProgram({"extract", "--language", "fi"}, kArticle);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err.find("<stdin>: warning: there are no rules for \"fi\": "), 0U) << run.err;
  EXPECT_EQ(LinesOf(run.err), 1U);
}

TEST(Extract, CallsThatAreWrong) {
  for (const std::vector<std::string>& arguments :
       {std::vector<std::string>{"extract", "--format", "pdf"},
        {"extract", "--published", "02/03/2025"},
        {"extract", "--url", "javascript:alert(1)"},
        {"extract", "--language", "English please"},
        {"extract", "--language", "en__us"},
        {"extract", "--jobs", "2"},
        {"extract", "--clean"},
        {"extract", "--ndjson", "--jobs", "-1"},
        {"extract", "--ndjson", "--id", "a"},
        {"extract", "--ndjson", "--url", "https://example.org"},
        {"extract", "--ndjson", "--headline", "A"},
        {"extract", "--ndjson", "--explain"},
        {"extract", "--ndjson", "--format", "html"},
        {"extract", "--ndjson", "--clean", "--keep-text"},
        {"extract", "one", "two"}}) {
    const ProgramRun run = RunProgram(arguments, kArticle);
    EXPECT_EQ(run.exit_code, 2) << arguments.back() << run.err;
    EXPECT_EQ(run.out, "");
    EXPECT_EQ(LinesOf(run.err), 1U) << run.err;
  }
}

TEST(Extract, FilesThatCannotBeReadOrWritten) {
  const TestFolder folder;
  const ProgramRun read = RunProgram({"extract", folder / "none.txt"});
  EXPECT_EQ(read.exit_code, 3);
  EXPECT_EQ(read.err, (folder / "none.txt") + ": error: No such file or directory\n");
  EXPECT_EQ(RunProgram({"extract", "-", "-o", folder / "no/out.json"}, kArticle).exit_code, 3);
  EXPECT_EQ(RunProgram({"extract", "-", "-o", folder / "."}, kArticle).exit_code, 3) << "a folder";
}

TEST(Extract, AFileIsThereWholeOrNotAtAll) {
  const TestFolder folder;
  const std::string out = folder / "story.json";
  EXPECT_EQ(RunProgram({"extract", "-", "-o", out}, kArticle).exit_code, 0);
  const std::string before = ReadTestFile(out);
  EXPECT_EQ(before, RunProgram({"extract"}, kArticle).out);
  EXPECT_EQ(RunProgram({"extract", "-", "-o", out}, "The ferry came at nine.").exit_code, 1);
  EXPECT_EQ(ReadTestFile(out), before);
  EXPECT_EQ(folder.files(), 1U);
}

}  // namespace
}  // namespace saywhen
