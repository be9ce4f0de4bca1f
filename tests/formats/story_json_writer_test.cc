#include <gtest/gtest.h>

#include "formats/story_test_support.h"
#include "model/story_part.h"

namespace saywhen {
namespace {

void ExpectRoundTrip(const std::string& json) {
  Diagnostics diagnostics;
  const Result<Story> first = ParseStory(json, &diagnostics);
  ASSERT_TRUE(first.ok()) << first.error().message;
  EXPECT_EQ(Problems(diagnostics), "");
  const std::string written = WriteStory(first.value());
  Diagnostics again;
  const Result<Story> second = ParseStory(written, &again);
  ASSERT_TRUE(second.ok()) << second.error().message;
  EXPECT_EQ(Problems(again), "");
  EXPECT_EQ(WriteStory(second.value()), written);
  ASSERT_EQ(second.value().quotes.size(), first.value().quotes.size());
  for (size_t i = 0; i < first.value().quotes.size(); ++i) {
    const Quote& a = first.value().quotes[i];
    const Quote& b = second.value().quotes[i];
    EXPECT_EQ(a.id, b.id);
    EXPECT_EQ(a.text, b.text);
    EXPECT_EQ(a.spans, b.spans);
    EXPECT_EQ(a.speakers, b.speakers);
    EXPECT_EQ(a.within, b.within);
    EXPECT_EQ(a.confidence, b.confidence);
    EXPECT_EQ(a.said.has_value(), b.said.has_value());
    if (a.said && b.said) {
      EXPECT_EQ(a.said->when, b.said->when);
    }
    EXPECT_EQ(a.about.size(), b.about.size());
    EXPECT_EQ(a.more->extra, b.more->extra);
  }
}

TEST(WriteStory, TheStoriesComeBack) {
  for (const char* path : {"web/stories/seed.json", "web/stories/harbour.json"}) {
    SCOPED_TRACE(path);
    const std::string json = ReadTestFile(path);
    ASSERT_FALSE(json.empty());
    ExpectRoundTrip(json);
  }
}

TEST(WriteStory, APartOfAStoryIsAWholeFile) {
  const Result<Story> whole = ParseStory(ReadTestFile("web/stories/harbour.json"), nullptr);
  ASSERT_TRUE(whole.ok());
  for (Index i = 0; i < whole.value().quotes.size(); ++i) {
    const Index one[] = {i};
    const std::string part = WriteStoryPart(whole.value(), one);
    EXPECT_EQ(part, WriteStory(Selected(whole.value(), one)));
    ExpectRoundTrip(part);
  }
}

TEST(WriteStory, WholeText) {
  const std::string json = R"({
  "version": 1,
  "title": "T \u003cb> \"x\"",
  "articles": [
    {
      "id": "a1",
      "publisher": {
        "name": "P"
      },
      "text": "😀 We stay, he said, and fight."
    }
  ],
  "speakers": [
    {
      "id": "s1",
      "name": "S",
      "aliases": ["x", "y"],
      "kind": "group"
    }
  ],
  "quotes": [
    {
      "id": "q1",
      "article": "a1",
      "type": "mixed",
      "text": "We stay, and fight.",
      "span": [[2, 10], [20, 30]],
      "speakers": ["s1"],
      "cue": {
        "text": "said",
        "span": [14, 18]
      },
      "said": {
        "edtf": "2025-02-13?",
        "basis": "inferred"
      },
      "within": "q2",
      "confidence": 0.93
    },
    {
      "id": "q2",
      "article": "a1",
      "type": "direct",
      "text": "x"
    }
  ],
  "events": [
    {
      "id": "e1",
      "title": "E",
      "when": {
        "edtf": "../2014"
      },
      "media": {
        "url": "https://example.org/x",
        "alt": "A"
      }
    }
  ]
}
)";
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(json, &diagnostics);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Problems(diagnostics), "");
  EXPECT_EQ(WriteStory(read.value()), json);
}

TEST(WriteStory, UnknownFieldsComeBack) {
  const std::string json =
      R"({"x-root": {"a": [1, {"b": null}]}, "$schema": "s", "articles": [{"text": "abc", "x-article": 1,
          "publisher": {"name": "P", "x-publisher": true}, "authors": [{"name": "A", "x-author": -1.50e1}]}],
          "speakers": [{"id": "s", "name": "S", "x-speaker": "\u00e9 \/ }]"}],
          "quotes": [{"text": "abc", "x-quote": [], "selector": {"exact": "abc", "x-selector": 1},
            "mention": {"text": "a", "x-mention": 1}, "cue": {"x-cue": 1}, "said": {"edtf": "2001", "x-said": 1},
            "about": [{"x-about": {"deep": [[]]}, "edtf": "2001"}]}],
          "events": [{"title": "E", "x-event": false, "when": {"edtf": "2001", "x-when": 1}, "media": {"x-media": 1}}]})";
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(json, &diagnostics);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Problems(diagnostics), "");
  EXPECT_EQ(read.value().extra, R"("x-root": {"a": [1, {"b": null}]},"$schema": "s")");
  const std::string written = WriteStory(read.value());
  for (const char* field :
       {R"("x-root": {"a": [1, {"b": null}]})", R"("$schema": "s")", R"("x-article": 1)",
        R"("x-publisher": true)", R"("x-author": -1.50e1)", R"("x-speaker": "\u00e9 \/ }]")",
        R"("x-quote": [])", R"("x-selector": 1)", R"("x-mention": 1)", R"("x-cue": 1)",
        R"("x-said": 1)", R"("x-about": {"deep": [[]]})", R"("x-event": false)", R"("x-when": 1)",
        R"("x-media": 1)"}) {
    EXPECT_NE(written.find(field), std::string::npos) << field;
  }
  ExpectRoundTrip(json);
}

TEST(WriteStory, MadeByHand) {
  Story story;
  story.quotes.emplace_back();
  story.quotes[0].id = "q1";
  story.quotes[0].text = "x";
  story.quotes[0].article = 7;       // not there
  story.quotes[0].within = 9;        // not there
  story.quotes[0].speakers = {3};    // not there
  story.quotes[0].spans = {{0, 1}};  // in no text
  story.quotes[0].said.emplace();
  story.quotes[0].said->when.latest = 86'400'000;
  const std::string written = WriteStory(story);
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(written, &diagnostics);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Problems(diagnostics), "");
  EXPECT_EQ(read.value().quotes[0].said->when.edtf, "1970-01-01");
}

}  // namespace
}  // namespace saywhen
