#include <gtest/gtest.h>

#include <cstdio>
#include <fstream>

#include "cli/run_program.h"

namespace saywhen {
namespace {

// A file that goes with the test.
class File {
 public:
  explicit File(const std::string& text) {
    char name[] = "/tmp/saywhen-merge-XXXXXX";
    std::fclose(fdopen(mkstemp(name), "w"));
    path_ = name;
    std::ofstream(path_) << text;
  }
  ~File() { std::remove(path_.c_str()); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

size_t Count(const std::string& text, const std::string& what) {
  size_t count = 0;
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(Merge, StoriesOfAnyFormatBecomeOneAndSpeakersAreUnified) {
  const File story(R"({"version": 1, "speakers": [{"id": "r", "name": "Ana Prado", "role": "mayor",
    "aliases": ["A. Prado"]}], "quotes": [{"id": "q1", "text": "Yes.", "speakers": ["r"]}]})");
  const File data(R"({"@context": "https://schema.org", "@type": "Quotation", "text": "No.",
    "creator": {"@type": "Person", "name": "A. Prado", "sameAs": "https://people.example/prado"}})");
  const ProgramRun run = RunProgram({"merge", story.path(), data.path()});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(Count(run.out, "\"Ana Prado\""), 1U) << run.out;
  EXPECT_EQ(Count(run.out, "https://people.example/prado"), 1U);
  EXPECT_EQ(Count(run.out, "\"text\": "), 2U);
}

TEST(Merge, SaysWhatTheFilesDisagreeAbout) {
  const File one(R"({"version": 1, "speakers": [{"id": "r", "name": "Ana", "role": "mayor",
    "sameAs": ["https://people.example/prado"]}], "quotes": [{"id": "q", "text": "Yes.", "speakers": ["r"]}]})");
  const File two(R"({"version": 1, "speakers": [{"id": "s", "name": "Ana", "role": "engineer",
    "sameAs": ["https://people.example/prado"]}], "quotes": [{"id": "p", "text": "No.", "speakers": ["s"]}]})");
  const ProgramRun run = RunProgram({"merge", one.path(), two.path()});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_NE(run.err.find(two.path() + ": warning: "), std::string::npos) << run.err;
  EXPECT_NE(run.err.find("engineer"), std::string::npos) << run.err;
}

TEST(Merge, SaysWhatALaterFileTellsOtherwise) {
  const File one(R"({"version": 1,
    "articles": [{"id": "a", "url": "https://a.example/", "headline": "One"}],
    "speakers": [{"id": "r", "name": "Ana", "image": "https://i.example/1.jpg"}],
    "quotes": [{"id": "p", "article": "a", "text": "Kept."}, {"id": "q", "article": "a", "text": "Yes."}],
    "events": [{"id": "e", "article": "a", "title": "Storm", "when": {"edtf": "2031"}}]})");
  const File two(R"({"version": 1,
    "articles": [{"id": "a", "url": "https://a.example/", "headline": "Two"}],
    "speakers": [{"id": "r", "name": "Ana", "image": "https://i.example/2.jpg"}],
    "quotes": [{"id": "p", "article": "a", "text": "Kept."}, {"id": "q", "article": "a", "text": "No."}],
    "events": [{"id": "e", "article": "a", "title": "Storm", "when": {"edtf": "2032"}}]})");
  const ProgramRun run = RunProgram({"merge", one.path(), two.path()});
  EXPECT_EQ(run.exit_code, 0);
  for (const std::string_view told :
       {"article \"a\" was told otherwise before; what is said here is kept [/articles/0/id]",
        "quote \"q\" was told otherwise before; what is said here is kept [/quotes/1/id]",
        "event \"e\" was told otherwise before; what is said here is kept [/events/0/id]",
        "\"https://i.example/1.jpg\" is lost"}) {
    EXPECT_EQ(Count(run.err, std::string(told)), 1U) << told << "\n" << run.err;
  }
  EXPECT_EQ(Count(run.err, "\n"), 4U) << run.err;
}

TEST(Merge, AFileThatCannotBeReadDoesNotStopTheOthers) {
  const File good(R"({"version": 1, "quotes": [{"text": "Yes."}]})");
  const File bad("{");
  const ProgramRun run = RunProgram({"merge", bad.path(), good.path(), "/no/such/file"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_EQ(Count(run.out, "Yes."), 1U);
  EXPECT_EQ(RunProgram({"merge", bad.path()}).exit_code, 1);
}

}  // namespace
}  // namespace saywhen
