#include <gtest/gtest.h>

#include "cli/run_program.h"

namespace saywhen {
namespace {

std::string Path(const std::string& path) { return std::string(SAYWHEN_SOURCE_DIR) + "/" + path; }

const char* const kStory =
    R"({"language": "en", "quotes": [{"text": "x", "said": {"edtf": "2025-02-13"}}]})";

TEST(Html, TheSeedStory) {
  const ProgramRun run = RunProgram({"html", Path("web/stories/seed.json"), "--src", "/seed.json"});
  EXPECT_EQ(run.exit_code, 0);
  EXPECT_EQ(run.err, "");
  EXPECT_TRUE(run.out.starts_with("<say-when src=\"/seed.json\">\n<figure data-quote=\"q1\">"));
}

TEST(Html, TheFileIsItsOwnAddress) {
  const std::string path = Path("web/stories/seed.json");
  const ProgramRun run = RunProgram({"html", path});
  EXPECT_TRUE(run.out.starts_with("<say-when src=\"" + path + "\">\n"));
}

TEST(Html, StandardInputNeedsAnAddressOrGoesInside) {
  const ProgramRun without = RunProgram({"html", "-"}, kStory);
  EXPECT_EQ(without.exit_code, 2);
  EXPECT_EQ(without.err, "saywhen: error: standard input has no address: --src or --inline\n");
  EXPECT_EQ(without.out, "");
  const ProgramRun inside = RunProgram({"html", "-", "--inline"}, kStory);
  EXPECT_EQ(inside.exit_code, 0);
  EXPECT_NE(inside.out.find("<script type=\"application/json\">"), std::string::npos);
  EXPECT_EQ(RunProgram({"html", "-", "--inline", "--src", "x"}, kStory).exit_code, 2);
}

TEST(Html, WordsAndDatesInTheLanguage) {
  const ProgramRun run = RunProgram({"html", "-", "--src", "s.json", "--language", "tr"}, kStory);
  EXPECT_TRUE(run.out.starts_with("<say-when src=\"s.json\" lang=\"tr\">")) << run.out;
  EXPECT_NE(run.out.find(">13 Şubat 2025</time>"), std::string::npos) << run.out;
}

TEST(Html, OembedIsTheWidgetInAFrame) {
  const std::string story =
      R"({"title": "A \"story\"", "articles": [{"id": "a", "publisher": {"name": "The Paper"}}],
          "quotes": [{"text": "x"}]})";
  const ProgramRun run = RunProgram({"html", "-", "--src", "/a b.json", "--language", "tr",
                                     "--oembed", "https://news.example/saywhen/frame.html"},
                                    story);
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_EQ(run.out, R"json({
  "version": "1.0",
  "type": "rich",
  "title": "A \"story\"",
  "provider_name": "The Paper",
  "html": "\u003ciframe src=\"https://news.example/saywhen/frame.html?src=/a%20b.json&amp;lang=tr\" title=\"A &quot;story&quot;\" width=\"100%\" height=\"800\" sandbox=\"allow-scripts allow-popups\" loading=\"lazy\">\u003c/iframe>",
  "width": 680,
  "height": 800
}
)json");
  EXPECT_EQ(RunProgram({"html", "-", "--inline", "--oembed", "x"}, story).exit_code, 2);
}

TEST(Html, ABadStoryIsToldWithItsPlace) {
  const ProgramRun run = RunProgram({"html", "-", "--inline"}, "[]");
  EXPECT_EQ(run.exit_code, 1);
  EXPECT_EQ(run.out, "");
  EXPECT_EQ(run.err, "<stdin>:1:1: error: this JSON is of no format that is known here\n");
}

}  // namespace
}  // namespace saywhen
