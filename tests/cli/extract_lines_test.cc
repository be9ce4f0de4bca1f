// saywhen extract --ndjson: an archive, as the program is called.
#include <gtest/gtest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <nlohmann/json.hpp>
#include <random>
#include <string>
#include <vector>

#include "base/utf8.h"
#include "cli/run_program.h"
#include "cli/test_folder.h"

namespace saywhen {
namespace {

using nlohmann::json;

const char* const kSentence =
    "“It will open in May,” Ada Holm, the mayor of Kelmar, said on Tuesday.";

// What is annotated has its quotation marks; how the engine bounds it is its own tests' matter.
bool IsTheQuote(const json& story) {
  const std::string text = story["quotes"][0]["text"];
  return text.find("It will open in May") != std::string::npos;
}

std::string Line(const std::string& id, const std::string& text) {
  return json{{"id", id}, {"text", text}, {"published", "2024-03-13"}, {"language", "en"}}.dump() +
         "\n";
}

std::vector<std::string> LinesOf(const std::string& text) {
  std::vector<std::string> lines;
  std::stringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

ProgramRun Extract(const std::string& lines, std::vector<std::string> more = {}) {
  more.insert(more.begin(), {"extract", "--ndjson"});
  return RunProgram(more, lines);
}

TEST(ExtractLines, AStoryALineInOrder) {
  const ProgramRun run = Extract(Line("b", kSentence) + "\n" + Line("a", kSentence));
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.err, "");
  const std::vector<std::string> stories = LinesOf(run.out);
  ASSERT_EQ(stories.size(), 2U) << "an empty line is none";
  const json first = json::parse(stories[0], nullptr, false);
  ASSERT_TRUE(first.is_object()) << stories[0];
  EXPECT_EQ(first["articles"][0]["id"], "b");
  EXPECT_EQ(first["articles"][0]["published"], "2024-03-13");
  EXPECT_TRUE(IsTheQuote(first));
  EXPECT_EQ(json::parse(stories[1], nullptr, false)["articles"][0]["id"], "a");
  for (const std::string& story : stories) {
    const ProgramRun valid = RunProgram({"validate", "-"}, story);
    EXPECT_EQ(valid.exit_code, 0) << valid.err;
  }
}

TEST(ExtractLines, SpansCountInTheCallersOwnText) {
  // What would be cleaned: blanks, line ends, furniture.
  const std::string text =
      std::string("Share  on\r\nFacebook\n\n\n") + kSentence + "\n\nLeave a comment";
  const json kept = json::parse(Extract(Line("a", text)).out, nullptr, false);
  EXPECT_EQ(kept["articles"][0]["text"], text);
  const std::vector<size_t> span = kept["quotes"][0]["span"];
  const std::string quote = kept["quotes"][0]["text"];
  EXPECT_EQ(CountCodePoints(text.substr(0, text.find(quote))), span[0]);
  const json cleaned = json::parse(Extract(Line("a", text), {"--clean"}).out, nullptr, false);
  EXPECT_EQ(cleaned["articles"][0]["text"], kSentence);
}

TEST(ExtractLines, PagesAreCleanedAndSayWhatTheLineDoesNot) {
  const std::string page =
      "<html lang=en><title>Ferry</title><meta property=article:published_time content=2024-03-13>"
      "<nav>Home</nav><article><p>" +
      std::string(kSentence) + "</p></article></html>";
  const json story = json::parse(
      Extract(json{{"id", "a"}, {"html", page}, {"text", nullptr}, {"headline", "Its name"}}.dump())
          .out,
      nullptr, false);
  EXPECT_EQ(story["articles"][0]["published"], "2024-03-13");
  EXPECT_EQ(story["articles"][0]["headline"], "Its name");
  EXPECT_TRUE(IsTheQuote(story));
  EXPECT_EQ(story["articles"][0]["text"].get<std::string>().find("Home"), std::string::npos);
}

TEST(ExtractLines, FieldsOfALine) {
  const json line = {{"id", 17},
                     {"text", kSentence},
                     {"published", "Thu, 13 Feb 2025 18:05:00 +0300"},
                     {"url", "https://example.org/17"},
                     {"headline", "A ferry"},
                     {"publisher", {{"name", "The Post"}, {"url", "https://example.org"}}},
                     {"authors", {"Ida Berg", {{"name", "Jo Lind"}}}},
                     {"section", "unknown here"}};
  const ProgramRun run = Extract(line.dump());
  EXPECT_EQ(run.err, "");
  const json article = json::parse(run.out, nullptr, false)["articles"][0];
  EXPECT_EQ(article["id"], "17");
  EXPECT_EQ(article["published"], "2025-02-13T18:05:00+03:00");
  EXPECT_EQ(article["url"], "https://example.org/17");
  EXPECT_EQ(article["headline"], "A ferry");
  EXPECT_EQ(article["publisher"]["name"], "The Post");
  EXPECT_EQ(article["authors"], json::parse(R"([{"name":"Ida Berg"},{"name":"Jo Lind"}])"));
  EXPECT_EQ(json::parse(Extract(json{{"text", kSentence}, {"authors", "Ida Berg"}}.dump()).out,
                        nullptr, false)["articles"][0]["authors"],
            json::parse(R"([{"name":"Ida Berg"}])"));
}

TEST(ExtractLines, WhatTheCallSaysIsForLinesThatDoNot) {
  const std::string lines =
      json{{"id", "a"}, {"text", kSentence}}.dump() + "\n" +
      json{{"id", "b"}, {"text", kSentence}, {"published", "2024"}, {"language", "tr"}}.dump();
  const std::vector<std::string> stories =
      LinesOf(Extract(lines, {"--published", "March 13, 2024", "--language", "en"}).out);
  ASSERT_EQ(stories.size(), 2U);
  const json first = json::parse(stories[0], nullptr, false)["articles"][0];
  EXPECT_EQ(first["published"], "2024-03-13");
  EXPECT_EQ(first["language"], "en");
  const json second = json::parse(stories[1], nullptr, false)["articles"][0];
  EXPECT_EQ(second["published"], "2024");
  EXPECT_EQ(second["language"], "tr");
}

TEST(ExtractLines, ALanguageIsRepairedWhoeverSaysIt) {
  const std::string lines = json{{"id", "a"}, {"text", kSentence}}.dump() + "\n" +
                            json{{"text", kSentence}, {"language", "EN_us"}}.dump();
  const std::vector<std::string> stories = LinesOf(Extract(lines, {"--language", "EN_us"}).out);
  ASSERT_EQ(stories.size(), 2U);
  for (const std::string& story : stories) {
    EXPECT_EQ(json::parse(story, nullptr, false)["articles"][0]["language"], "en-us") << story;
  }
}

TEST(ExtractLines, AnArticleWithoutAnIdHasItsLinesNumber) {
  const std::string line = json{{"text", kSentence}}.dump() + "\n";
  const std::vector<std::string> stories = LinesOf(Extract(line + line).out);
  ASSERT_EQ(stories.size(), 2U);
  EXPECT_EQ(json::parse(stories[1], nullptr, false)["articles"][0]["id"], "a2");
}

TEST(ExtractLines, AnArticleInWhichNobodySpeaksIsAStoryToo) {
  const ProgramRun run = Extract(Line("a", "The ferry came at nine."));
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_EQ(json::parse(run.out, nullptr, false)["quotes"], json::array()) << run.out;
}

TEST(ExtractLines, ABadLineIsToldInItsPlaceAndTheRestGoesOn) {
  const struct {
    std::string line;
    const char* out;
    const char* err;  // behind "<stdin>:2:"
  } kCases[] = {
      {"no json", R"({"line":2,"error":"not JSON: invalid literal"})", "2: error: not JSON: "},
      {R"({"id": "x", "text": "“Yes,)",
       R"({"id":"x","error":"not JSON: invalid string: missing closing quote"})", "26: error: "},
      {R"({"id": "x"})",
       R"({"id":"x","error":"a line has \"text\" or \"html\"; this one has neither"})",
       "1: error: a line has \"text\" or \"html\"; this one has neither\n"},
      {R"({"id": "x", "text": 5})", R"({"id":"x","error":"\"text\" is a number, not text"})",
       "1: error: \"text\" is a number, not text\n"},
      {R"({"id": 7, "html": ["<p>"]})", R"({"id":"7","error":"\"html\" is a list, not text"})",
       "1: error: "},
      {R"(["text"])", R"({"line":2,"error":"a line is an object with \"text\" or \"html\""})",
       "1: error: "},
      {"17", R"({"line":2,"error":"a line is an object with \"text\" or \"html\""})", "1: error: "},
      {R"({"id": "x", "text": ")" + std::string(1'100'000, 'a') + "\"}",
       R"({"id":"x","error":"the article's text is longer than the limit of 1048576 bytes)",
       "1: error: the article's text is longer"},
      {R"({"id": "x", "text": ")" + std::string(size_t{17} << 20, 'a') + "\"}",
       R"({"id":"x","error":"the line is longer than the limit of 16777216 bytes"})",
       "1: error: the line is longer than the limit of 16777216 bytes\n"},
  };
  for (const auto& each : kCases) {
    const ProgramRun run =
        Extract(Line("a", kSentence) + each.line + "\n" + Line("c", kSentence), {"--jobs", "2"});
    const std::string shown = each.line.substr(0, 60);
    EXPECT_EQ(run.exit_code, 1) << shown;
    const std::vector<std::string> lines = LinesOf(run.out);
    ASSERT_EQ(lines.size(), 3U) << shown;
    EXPECT_EQ(lines[1].substr(0, std::string(each.out).size()), each.out);
    EXPECT_TRUE(json::parse(lines[1], nullptr, false).is_object()) << lines[1];
    EXPECT_TRUE(lines[2].find("\"id\":\"c\"") != std::string::npos) << shown;
    EXPECT_EQ(run.err.find(std::string("<stdin>:2:") + each.err), 0U) << run.err;
    EXPECT_EQ(LinesOf(run.err).size(), 1U) << run.err;
  }
}

TEST(ExtractLines, AFieldThatCannotBeUsedIsToldAndPassedOver) {
  const struct {
    const char* field;
    json value;
    const char* err;
  } kCases[] = {
      {"published", "02/03/2025",
       "warning: \"02/03/2025\" is no date; it is left out [/published]"},
      {"published", json::array(), "warning: this is a list, not text; it is left out"},
      {"url", "javascript:alert(1)",
       "warning: this is no http or https address; it is left out [/url]"},
      {"language", {{"a", "b"}}, nullptr},
      {"authors",
       {"Ida", true},
       "warning: this is true or false, not text; it is left out [/authors/1]"},
      {"headline", nullptr, nullptr},
  };
  for (const auto& each : kCases) {
    const ProgramRun run =
        Extract(json{{"id", "a"}, {"text", kSentence}, {each.field, each.value}}.dump());
    EXPECT_EQ(run.exit_code, 0) << run.err;
    EXPECT_EQ(json::parse(run.out, nullptr, false)["quotes"].size(), 1U) << each.field;
    if (each.err == nullptr) {
      EXPECT_EQ(run.err, "");
    } else {
      EXPECT_NE(run.err.find(each.err), std::string::npos) << run.err;
    }
  }
}

TEST(ExtractLines, BytesThatAreNoTextAreToldAndTheLineIsRead) {
  const ProgramRun run = Extract("{\"id\": \"caf\xE9\", \"text\": \"“Yes,” he said.\"}\n");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.err.find("<stdin>:1:12: error: this byte is not UTF-8"), 0U) << run.err;
  EXPECT_EQ(json::parse(run.out, nullptr, false)["articles"][0]["id"], "caf\uFFFD");
}

TEST(ExtractLines, ALanguageWithoutRulesIsToldOnce) {
  const std::string line = json{{"text", kSentence}, {"language", "fi"}}.dump() + "\n";
  const ProgramRun run = Extract(line + line + line);
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(LinesOf(run.err).size(), 1U) << run.err;
}

// Long ones beside short ones, bad ones among them: what takes longest is not last.
std::string MixedLines(size_t count) {
  std::mt19937 random(20240313);
  std::string lines;
  for (size_t i = 0; i < count; ++i) {
    const std::string id = "article-" + std::to_string(i);
    if (random() % 25 == 0) {
      lines += "{\"id\": \"" + id + "\", \"text\": " + (random() % 2 == 0 ? "5}" : "") + "\n";
      continue;
    }
    std::string text;
    for (size_t left = random() % 10 == 0 ? random() % 400 : random() % 10; left > 0; --left) {
      text += std::string(kSentence) + (random() % 3 == 0 ? "\n\n" : " ");
    }
    lines += Line(id, text);
  }
  return lines;
}

TEST(ExtractLines, TheSameBytesWhateverTheNumberOfJobs) {
  const std::string lines = MixedLines(500);
  const ProgramRun one = Extract(lines, {"--jobs", "1"});
  EXPECT_EQ(one.exit_code, 1);
  EXPECT_EQ(LinesOf(one.out).size(), 500U);
  for (const char* jobs : {"2", "4", "64", "0"}) {
    const ProgramRun more = Extract(lines, {"--jobs", jobs});
    EXPECT_EQ(more.exit_code, 1);
    EXPECT_TRUE(more.out == one.out) << jobs;
    EXPECT_EQ(more.err, one.err) << jobs;
  }
}

TEST(ExtractLines, NothingInNothingOut) {
  for (const char* jobs : {"1", "4"}) {
    const ProgramRun run = Extract("", {"--jobs", jobs});
    EXPECT_EQ(run.exit_code, 0);
    EXPECT_EQ(run.out + run.err, "");
  }
}

TEST(ExtractLines, FilesThatCannotBeReadOrWritten) {
  const TestFolder folder;
  const std::string line = Line("a", kSentence);
  EXPECT_EQ(RunProgram({"extract", "--ndjson", folder / "none"}).exit_code, 3);
  for (const char* jobs : {"1", "4"}) {
    EXPECT_EQ(Extract(line, {"--jobs", jobs, "-o", folder / "no/out"}).exit_code, 3);
    EXPECT_EQ(Extract(line, {"--jobs", jobs, "-o", folder / "."}).exit_code, 3) << "a folder";
  }
}

// The program with pipes for its input and output, as an archive's machinery runs it.
class Pipes {
 public:
  explicit Pipes(std::vector<std::string> arguments) {
    int in[2];
    int out[2];
    EXPECT_EQ(pipe(in), 0);
    EXPECT_EQ(pipe(out), 0);
    arguments.insert(arguments.begin(), {SAYWHEN_PROGRAM, "extract", "--ndjson"});
    std::vector<char*> argv;
    argv.reserve(arguments.size() + 1);
    for (std::string& each : arguments) argv.push_back(each.data());
    argv.push_back(nullptr);
    child_ = fork();
    if (child_ == 0) {
      dup2(in[0], STDIN_FILENO);
      dup2(out[1], STDOUT_FILENO);
      for (const int end : {in[0], in[1], out[0], out[1]}) close(end);
      execv(SAYWHEN_PROGRAM, argv.data());
      _exit(127);
    }
    close(in[0]);
    close(out[1]);
    in_ = in[1];
    out_ = out[0];
  }
  ~Pipes() {
    if (child_ > 0) kill(child_, SIGKILL);
    Wait();
    CloseIn();
    CloseOut();
  }

  bool Write(const std::string& text) {
    return write(in_, text.data(), text.size()) == static_cast<ssize_t>(text.size());
  }
  std::string ReadLine() {
    std::string line;
    for (char c = 0; c != '\n' && read(out_, &c, 1) == 1;) line += c;
    return line;
  }
  void CloseIn() { Close(&in_); }
  void CloseOut() { Close(&out_); }
  void Interrupt() { kill(child_, SIGINT); }
  // As waitpid() has it.
  int Wait() {
    if (child_ > 0) waitpid(child_, &status_, 0);
    child_ = -1;
    return status_;
  }

 private:
  static void Close(int* end) {
    if (*end >= 0) close(*end);
    *end = -1;
  }

  pid_t child_ = -1;
  int in_ = -1;
  int out_ = -1;
  int status_ = 0;
};

TEST(ExtractLines, ALineIsAnsweredBeforeTheNextOneComes) {
  for (const char* jobs : {"1", "4"}) {
    Pipes program({"--jobs", jobs});
    for (const char* id : {"a", "b", "c"}) {
      ASSERT_TRUE(program.Write(Line(id, kSentence)));
      EXPECT_NE(program.ReadLine().find("\"id\":\"" + std::string(id) + "\""), std::string::npos);
    }
    program.CloseIn();
    EXPECT_EQ(program.Wait(), 0);
  }
}

TEST(ExtractLines, AClosedPipeEndsIt) {
  std::signal(SIGPIPE, SIG_IGN);
  for (const char* jobs : {"1", "4"}) {
    Pipes program({"--jobs", jobs});
    ASSERT_TRUE(program.Write(Line("a", kSentence)));
    program.ReadLine();
    program.CloseOut();
    while (program.Write(Line("b", kSentence))) {
    }
    program.CloseIn();
    const int status = program.Wait();
    // The child has inherited that SIGPIPE is ignored; without that, the signal ends it.
    EXPECT_TRUE(WIFEXITED(status) && WEXITSTATUS(status) == 3) << status;
  }
  std::signal(SIGPIPE, SIG_DFL);
}

TEST(ExtractLines, InterruptedItLeavesNoHalfFile) {
  const TestFolder folder;
  Pipes program({"--jobs", "4", "-o", folder / "stories.ndjson"});
  // More than pipes hold: it has begun.
  const std::string line = Line("a", kSentence);
  for (size_t i = 0; i < 2000; ++i) ASSERT_TRUE(program.Write(line));
  EXPECT_EQ(folder.files(), 1U);
  program.Interrupt();
  const int status = program.Wait();
  EXPECT_TRUE(WIFSIGNALED(status)) << "the shell sees that it was interrupted";
  EXPECT_EQ(folder.files(), 0U);
}

}  // namespace
}  // namespace saywhen
