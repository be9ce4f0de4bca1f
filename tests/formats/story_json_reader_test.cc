#include <gtest/gtest.h>

#include <vector>

#include "formats/story_test_support.h"

namespace saywhen {
namespace {

// Every field once, with good values.
constexpr std::string_view kWhole = R"({
  "version": 1, "title": "T", "language": "en",
  "articles": [{"id": "a1", "url": "https://example.org/1", "headline": "H", "language": "en",
    "publisher": {"name": "P", "url": "http://example.org"}, "authors": [{"name": "A"}],
    "published": "2025-02-13T18:05:00+03:00", "modified": "2025-02-14", "dateline": "Brussels",
    "text": "Rutte said yesterday: “We stay.” From 2010 to 2014 😀 he wrote."}],
  "speakers": [{"id": "r", "name": "Mark Rutte", "role": "SG", "affiliation": "NATO",
    "aliases": ["Rutte"], "kind": "person", "sameAs": ["https://example.org/r"],
    "image": "https://example.org/r.jpg", "color": "#1f6FEB"},
    {"id": "n", "name": "NATO", "kind": "organisation"}],
  "quotes": [{"id": "q1", "article": "a1", "type": "direct", "text": "We stay.", "language": "en",
    "span": [23, 31], "selector": {"exact": "We stay.", "prefix": "“", "suffix": "”"},
    "speakers": ["r"], "mention": {"text": "Rutte", "span": [0, 5]},
    "cue": {"text": "said", "span": [6, 10]},
    "said": {"edtf": "2025-02-12", "basis": "stated", "text": "yesterday", "span": [11, 20]},
    "about": [{"edtf": "2010/2014", "basis": "inferred", "text": "2010 to 2014", "span": [38, 50]}],
    "prompt": "P?", "place": "Brussels", "addressees": ["n"], "within": "q2", "mentions": ["n", "r"],
    "tags": ["t", "u"], "confidence": 0.5, "url": "https://example.org/q", "note": "N"},
    {"id": "q2", "text": "he wrote", "type": "mixed", "span": [[53, 55], [56, 61]]}],
  "events": [{"id": "e1", "title": "E", "when": {"edtf": "2014", "basis": "published", "text": "2014",
    "span": [46, 50]}, "description": "D", "place": "Crimea", "article": "a1", "span": [33, 50],
    "url": "https://example.org/e", "media": {"url": "https://example.org/e.jpg", "alt": "A",
    "caption": "C", "credit": "R"}}]
})";

TEST(ParseStory, ReadsEveryField) {
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(kWhole, &diagnostics);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(Problems(diagnostics), "");
  const Story& story = read.value();
  EXPECT_EQ(story.title, "T");
  EXPECT_EQ(story.language, "en");
  ASSERT_EQ(story.articles.size(), 1U);
  const Article& article = story.articles[0];
  EXPECT_EQ(article.id, "a1");
  EXPECT_EQ(article.url, "https://example.org/1");
  EXPECT_EQ(article.headline, "H");
  EXPECT_EQ(article.publisher.name, "P");
  EXPECT_EQ(article.publisher.url, "http://example.org");
  ASSERT_EQ(article.authors.size(), 1U);
  EXPECT_EQ(article.authors[0].name, "A");
  ASSERT_TRUE(article.published && article.modified);
  EXPECT_EQ(article.published->utc_offset_minutes, 180);
  EXPECT_EQ(article.modified->edtf, "2025-02-14");
  EXPECT_EQ(article.dateline, "Brussels");
  ASSERT_EQ(story.speakers.size(), 2U);
  const Speaker& speaker = story.speakers[0];
  EXPECT_EQ(speaker.name, "Mark Rutte");
  EXPECT_EQ(speaker.role, "SG");
  EXPECT_EQ(speaker.affiliation, "NATO");
  EXPECT_EQ(speaker.aliases, std::vector<std::string>{"Rutte"});
  EXPECT_EQ(speaker.same_as, std::vector<std::string>{"https://example.org/r"});
  EXPECT_EQ(speaker.image, "https://example.org/r.jpg");
  EXPECT_EQ(speaker.color, "#1f6FEB");
  EXPECT_EQ(story.speakers[1].kind, SpeakerKind::kOrganisation);
  ASSERT_EQ(story.quotes.size(), 2U);
  const Quote& quote = story.quotes[0];
  const auto text = [&](TextSpan span) { return article.text.Part(span); };
  EXPECT_EQ(quote.article, 0U);
  EXPECT_EQ(quote.type, QuoteType::kDirect);
  EXPECT_EQ(quote.more->language, "en");
  ASSERT_EQ(quote.spans.size(), 1U);
  EXPECT_EQ(text(quote.spans[0]), "We stay.");
  EXPECT_EQ(quote.selector->exact, "We stay.");
  EXPECT_EQ(quote.selector->prefix, "“");
  EXPECT_EQ(quote.selector->suffix, "”");
  EXPECT_EQ(quote.speakers, std::vector<Index>{0});
  EXPECT_EQ(text(quote.mention->span), "Rutte");
  EXPECT_EQ(text(quote.cue->span), "said");
  ASSERT_TRUE(quote.said);
  EXPECT_EQ(quote.said->basis, Basis::kStated);
  EXPECT_EQ(text(quote.said->words->span), "yesterday");
  ASSERT_EQ(quote.about.size(), 1U);
  EXPECT_EQ(quote.about[0].when.edtf, "2010/2014");
  EXPECT_EQ(text(quote.about[0].words->span), "2010 to 2014");
  EXPECT_EQ(quote.more->prompt, "P?");
  EXPECT_EQ(quote.place, "Brussels");
  EXPECT_EQ(quote.more->addressees, std::vector<Index>{1});
  EXPECT_EQ(quote.within, 1U);
  EXPECT_EQ(quote.more->mentions, (std::vector<Index>{1, 0}));
  EXPECT_EQ(quote.tags, (std::vector<std::string>{"t", "u"}));
  EXPECT_EQ(quote.confidence, 0.5F);
  EXPECT_EQ(quote.more->url, "https://example.org/q");
  EXPECT_EQ(quote.more->note, "N");
  EXPECT_EQ(story.quotes[1].article, 0U) << "the only article there is";
  ASSERT_EQ(story.quotes[1].spans.size(), 2U);
  EXPECT_EQ(text(story.quotes[1].spans[1]), "wrote");
  ASSERT_EQ(story.events.size(), 1U);
  const Event& event = story.events[0];
  EXPECT_EQ(event.title, "E");
  EXPECT_EQ(event.when->when.edtf, "2014");
  EXPECT_EQ(text(event.when->words->span), "2014");
  EXPECT_EQ(event.description, "D");
  EXPECT_EQ(event.place, "Crimea");
  EXPECT_EQ(event.article, 0U);
  EXPECT_EQ(text(event.span), "From 2010 to 2014");
  EXPECT_EQ(event.media.url, "https://example.org/e.jpg");
  EXPECT_EQ(event.media.alt, "A");
  EXPECT_EQ(event.media.caption, "C");
  EXPECT_EQ(event.media.credit, "R");
}

// The end of the JSON value that begins at `begin` in a well-formed text.
size_t ValueEnd(std::string_view json, size_t begin) {
  int depth = 0;
  bool in_string = false;
  for (size_t i = begin; i < json.size(); ++i) {
    const char c = json[i];
    if (in_string) {
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      ++depth;
    } else if (c == ']' || c == '}') {
      if (depth == 0) return i;
      --depth;
    } else if (c == ',' && depth == 0) {
      return i;
    }
    if (depth == 0 && i > begin && (c == '"' || c == ']' || c == '}') && !in_string) return i + 1;
  }
  return json.size();
}

// Every value of every field in turn replaced by a value of each other type.
TEST(ParseStory, EveryFieldWronglyTyped) {
  const std::string_view wrong_values[] = {
      "null", "true", "-1.5", "\"\"", "[]", "{}", "[null, {}, [[]]]"};
  size_t fields = 0;
  for (size_t at = kWhole.find("\":"); at != std::string_view::npos;
       at = kWhole.find("\":", at + 2)) {
    ++fields;
    const size_t name_begin = kWhole.rfind('"', at - 1) + 1;
    const std::string name(kWhole.substr(name_begin, at - name_begin));
    const size_t begin = kWhole.find_first_not_of(' ', at + 2);
    const size_t end = ValueEnd(kWhole, begin);
    for (const std::string_view wrong : wrong_values) {
      SCOPED_TRACE(name + " = " + std::string(wrong));
      std::string json(kWhole);
      json.replace(begin, end - begin, wrong);
      Diagnostics diagnostics;
      const Result<Story> read = ParseStory(json, &diagnostics);
      ASSERT_TRUE(read.ok());
      for (const Diagnostic& d : diagnostics.kept()) {
        EXPECT_GT(d.line, 0U);
        EXPECT_FALSE(d.message.empty());
        EXPECT_FALSE(d.code.empty());
      }
      // What is left is written and read without another complaint.
      Diagnostics again;
      const Result<Story> second = ParseStory(WriteStory(read.value()), &again);
      ASSERT_TRUE(second.ok());
      EXPECT_EQ(Problems(again), "");
      if (wrong != "null" && wrong != "true") continue;
      // Neither of these is good anywhere: the first complaint is about this very value.
      ASSERT_FALSE(diagnostics.kept().empty());
      const Diagnostic& first = diagnostics.kept()[0];
      EXPECT_EQ(first.code, "wrong-type");
      EXPECT_TRUE(first.pointer.ends_with("/" + name)) << first.pointer;
      uint32_t line = 1;
      uint32_t column = 1;
      for (size_t i = 0; i < begin; ++i) {
        if (json[i] == '\n') {
          ++line;
          column = 1;
        } else if ((static_cast<unsigned char>(json[i]) & 0xC0) != 0x80) {
          ++column;
        }
      }
      EXPECT_EQ(first.line, line);
      EXPECT_EQ(first.column, column);
    }
  }
  EXPECT_EQ(fields, 89U);
}

TEST(ParseStory, TruncatedAtEveryByte) {
  size_t usable = 0;
  for (size_t size = 0; size < kWhole.size(); ++size) {
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(kWhole.substr(0, size), &diagnostics);
    if (read.ok()) {
      ++usable;
      EXPECT_FALSE(read.value().quotes.empty());
      EXPECT_GT(diagnostics.errors(), 0U);
    } else {
      EXPECT_EQ(read.error().code, "bad-json") << size;
      EXPECT_GT(read.error().line, 0U);
    }
  }
  EXPECT_GT(usable, 400U) << "what stood before the end is kept";
}

struct Problem {
  const char* name;
  std::string json;
  const char* expected;  // as Problems() writes them
};

// Wraps the fields of one quote, on the second line, after `"text": "x"`.
std::string OneQuote(const std::string& fields) {
  return "{\"quotes\": [\n{\"text\": \"x\", " + fields + "}]}";
}

TEST(ParseStory, PlacesItsProblems) {
  const Problem cases[] = {
      {"wrong type", OneQuote("\"type\": 5"), "error wrong-type /quotes/0/type 2:23\n"},
      {"number before a bracket", OneQuote("\"note\":-12.5e3"),
       "error wrong-type /quotes/0/note 2:22\n"},
      {"unknown value", OneQuote("\"type\": \"Direct\""), "error bad-value /quotes/0/type 2:23\n"},
      {"list item", OneQuote("\"tags\": [\"a\", 7, \"b\", null]"),
       "error wrong-type /quotes/0/tags/1 2:29\nerror wrong-type /quotes/0/tags/3 2:37\n"},
      {"columns are code points", OneQuote("\"note\": \"é他😀\", \"type\": 5"),
       "error wrong-type /quotes/0/type 2:38\n"},
      {"escaped key", OneQuote("\"no\\u0074e\": 5"), "error wrong-type /quotes/0/note 2:28\n"},
      {"bad date", OneQuote("\"said\": {\"edtf\": \"2025-13\"}"),
       "error bad-edtf /quotes/0/said/edtf 2:32\n"},
      {"time without a date", OneQuote("\"said\": {\"text\": \"then\"}"),
       "error missing-field /quotes/0/said 2:23\n"},
      {"second of several times", OneQuote("\"about\": [{\"edtf\": \"2001\"}, {}]"),
       "error missing-field /quotes/0/about/1 2:43\n"},
      {"confidence above", OneQuote("\"confidence\": 7"),
       "warning confidence-range /quotes/0/confidence 2:29\n"},
      {"confidence below", OneQuote("\"confidence\": -0.1"),
       "warning confidence-range /quotes/0/confidence 2:29\n"},
      {"url scheme", OneQuote("\"url\": \"javascript:alert(1)\""),
       "error bad-url /quotes/0/url 2:22\n"},
      {"relative url", OneQuote("\"url\": \"/a\""), "error bad-url /quotes/0/url 2:22\n"},
      {"url with a line feed", OneQuote("\"url\": \"https://a\\nb\""),
       "error bad-url /quotes/0/url 2:22\n"},
      {"unknown speaker", OneQuote("\"speakers\": [\"a\", \"b\"]"),
       "error unknown-id /quotes/0/speakers/0 2:28\nerror unknown-id /quotes/0/speakers/1 2:33\n"},
      {"unknown article", OneQuote("\"article\": \"a\""),
       "error unknown-id /quotes/0/article 2:26\n"},
      {"unknown within", OneQuote("\"within\": \"a\""), "error unknown-id /quotes/0/within 2:25\n"},
      {"empty id", OneQuote("\"id\": \"\""), "error bad-value /quotes/0/id 2:21\n"},
      {"within itself", OneQuote("\"id\": \"q\", \"within\": \"q\""),
       "error within-cycle /quotes/0/within 2:36\n"},
      {"span of three", OneQuote("\"span\": [1, 2, 3]"), "error bad-span /quotes/0/span 2:23\n"},
      {"span backwards", OneQuote("\"span\": [2, 1]"), "error bad-span /quotes/0/span 2:23\n"},
      {"empty span", OneQuote("\"span\": [2, 2]"), "error bad-span /quotes/0/span 2:23\n"},
      {"negative span", OneQuote("\"span\": [-1, 2]"), "error bad-span /quotes/0/span 2:23\n"},
      {"fractional span", OneQuote("\"span\": [1.5, 2]"), "error bad-span /quotes/0/span 2:23\n"},
      {"huge span", OneQuote("\"span\": [1, 4294967296]"), "error bad-span /quotes/0/span 2:23\n"},
      {"span of words", OneQuote("\"span\": [\"1\", 2]"), "error bad-span /quotes/0/span 2:23\n"},
      {"mixed pairs", OneQuote("\"span\": [1, [2, 3]]"), "error bad-span /quotes/0/span 2:23\n"},
      {"pairs out of order", OneQuote("\"span\": [[5, 6], [1, 2]]"),
       "error bad-span /quotes/0/span 2:23\n"},
      {"pairs and a number", OneQuote("\"span\": [[5, 6], 7]"),
       "error bad-span /quotes/0/span 2:23\n"},
      {"pair of one", OneQuote("\"span\": [[5], [6, 7]]"), "error bad-span /quotes/0/span 2:23\n"},
      {"pairs too deep", OneQuote("\"span\": [[[5, 6]]]"), "error bad-span /quotes/0/span 2:23\n"},
      {"several pairs in a mention", OneQuote("\"mention\": {\"span\": [[5, 6], [7, 8]]}"),
       "error bad-span /quotes/0/mention/span 2:35\n"},
      {"span without an article", OneQuote("\"span\": [1, 2]"),
       "warning span-without-text /quotes/0/span 2:23\n"},
      {"quote without text", "{\"quotes\": [{\"id\": \"a\"},\n {\"text\": \"x\"}]}",
       "error missing-field /quotes/0 1:13\n"},
      {"quote that is no object", "{\"quotes\": [5, {\"text\": \"x\"}]}",
       "error wrong-type /quotes/0 1:13\n"},
      {"event without title", "{\"events\": [{\"title\": \"x\"}, {\"id\": \"a\"}]}",
       "error missing-field /events/1 1:29\n"},
      {"list that is none", "{\"articles\": {}, \"events\": [{\"title\": \"x\"}]}",
       "error wrong-type /articles 1:14\n"},
      {"author without name",
       "{\"articles\": [{\"authors\": [{}, {\"name\": \"x\"}]}], \"quotes\": [{\"text\": \"x\"}]}",
       "error missing-field /articles/0/authors/0 1:28\n"},
      {"speaker without name",
       "{\"speakers\": [{\"id\": \"a\"}, {}], \"quotes\": [{\"text\": \"x\"}]}",
       "warning missing-field /speakers/0 1:15\nerror missing-field /speakers/1 1:28\n"},
      {"colour name",
       "{\"speakers\": [{\"name\": \"a\", \"color\": \"red\"}], \"quotes\": [{\"text\": \"x\"}]}",
       "error bad-color /speakers/0/color 1:38\n"},
      {"version 2", "{\"version\": 2, \"quotes\": [{\"text\": \"x\"}]}",
       "warning unknown-version /version 1:13\n"},
      {"duplicate key", OneQuote("\"note\": \"a\", \"note\": {\"b\": 1}"),
       "error duplicate-key /quotes/0/note 2:28\n"},
      {"duplicate list", "{\"quotes\": [{\"text\": \"x\"}],\n\"quotes\": [{\"text\": \"y\"}]}",
       "error duplicate-key /quotes 2:1\n"},
      {"duplicate id",
       "{\"quotes\": [{\"id\": \"q\", \"text\": \"x\"},\n{\"id\": \"q\", \"text\": \"y\"}]}",
       "error duplicate-id /quotes/1/id 2:1\n"},
      {"byte order mark", "\xEF\xBB\xBF{\"quotes\": [{\"text\": \"x\", \"type\": 5}]}",
       "note byte-order-mark  1:1\nerror wrong-type /quotes/0/type 1:35\n"},
      {"not UTF-8", "{\"title\": \"\xFF\xFE\",\n\"quotes\": [{\"text\": \"x\", \"type\": 5}]}",
       "error bad-utf8  1:12\nerror wrong-type /quotes/0/type 2:34\n"},
      {"cut file", "{\"quotes\": [{\"text\": \"x\"}, {\"text\": \"y\"",
       "error bad-json /quotes/1/text 1:40\n"},
      {"missing comma", "{\"quotes\": [{\"text\": \"x\"}], \"title\": \"a\" \"b\": 1}",
       "error bad-json /title 1:42\n"},
      {"text after the end", "{\"quotes\": [{\"text\": \"x\"}]}\n{}", "error bad-json  2:1\n"},
      {"number out of place", "{\"quotes\": [{\"text\": \"x\"}] -12.5e3}",
       "error bad-json /quotes 1:28\n"},
      {"literal out of place", "{\"quotes\": [{\"text\": \"x\"} true]}",
       "error bad-json /quotes/0 1:27\n"},
      {"unknown ids keep their places",
       "{\"quotes\": [{\"id\": \"skipped\"}, {\"text\": \"x\", \"speakers\": [\"s\"]}]}",
       "error missing-field /quotes/0 1:13\nerror unknown-id /quotes/1/speakers/0 1:59\n"},
  };
  for (const Problem& c : cases) {
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(c.json, &diagnostics);
    ASSERT_TRUE(read.ok()) << c.name << ": " << read.error().message;
    EXPECT_EQ(Problems(diagnostics), c.expected) << c.name << "\n" << c.json;
  }
}

TEST(ParseStory, KeepsOfAnUnknownNumberWhatIsOne) {
  const Result<Story> read = ParseStory(R"({"quotes": [{"text": "a"}], "x": 02})", nullptr);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().extra, R"("x": 0)");
}

TEST(ParseStory, Refuses) {
  StoryLimits small;
  small.bytes = 1000;
  small.depth = 5;
  small.quotes = 2;
  small.string_bytes = 10;
  struct Case {
    const char* name;
    std::string json;
    const char* code;
    const char* pointer;
    uint32_t line;
    uint32_t column;
  };
  const std::string kQuote = "{\"text\": \"x\"}";
  const Case cases[] = {
      {"empty file", "", "bad-json", "", 1, 1},
      {"blank file", " \n ", "bad-json", "", 2, 2},
      {"not JSON", "hello", "bad-json", "", 1, 1},
      {"a number", "5", "not-a-story", "", 1, 1},
      {"a string", " \"a\"", "not-a-story", "", 1, 2},
      {"null", "null", "not-a-story", "", 1, 1},
      {"a list", "[]", "not-a-story", "", 1, 1},
      {"nothing in it", "{}", "empty-story", "", 1, 1},
      {"no quote that can be used", "{\"quotes\": [{\"id\": \"a\"}], \"events\": 5}", "empty-story",
       "", 1, 1},
      {"broken before the first quote", "{\"title\": \"a\",\n\"quotes\": [}", "bad-json", "/quotes",
       2, 12},
      {"comment", "{} // no", "bad-json", "", 1, 4},
      {"single quotes", "{'a': 1}", "bad-json", "", 1, 2},
      {"bad escape", "{\"a\": \"\\x\"}", "bad-json", "/a", 1, 9},
      {"lone surrogate", "{\"a\": \"\\ud800\"}", "bad-json", "/a", 1, 14},
      {"bytes", std::string(1001, ' '), "limit-bytes", "", 1, 1},
      {"depth in unknown fields", "{\"x\": [[[[[1]]]]]}", "limit-depth", "/x", 1, 11},
      {"depth in known fields", "{\"quotes\": [{\"text\": \"x\", \"span\": [[[1]]]}]}",
       "limit-depth", "/quotes/0/span", 1, 37},
      {"quotes", "{\"quotes\": [" + kQuote + ", " + kQuote + ",\n" + kQuote + "]}", "limit-quotes",
       "/quotes/2", 2, 1},
      {"string", "{\"quotes\": [{\"text\": \"12345678901\"}]}", "limit-string", "/quotes/0/text", 1,
       22},
      {"key", "{\"12345678901\": 1}", "limit-string", "", 1, 2},
  };
  for (const Case& c : cases) {
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(c.json, &diagnostics, small);
    ASSERT_FALSE(read.ok()) << c.name;
    EXPECT_EQ(read.error().code, c.code) << c.name;
    EXPECT_EQ(read.error().pointer, c.pointer) << c.name;
    EXPECT_EQ(read.error().line, c.line) << c.name << ": " << read.error().message;
    EXPECT_EQ(read.error().column, c.column) << c.name << ": " << read.error().message;
    if (std::string_view(c.code).starts_with("limit")) {
      EXPECT_NE(read.error().message.find("limit"), std::string::npos) << c.name;
    }
  }
}

TEST(ParseStory, LimitsAreExact) {
  StoryLimits limits;
  limits.depth = 5;
  limits.quotes = 2;
  limits.string_bytes = 10;
  const std::string json =
      "{\"quotes\": [{\"text\": \"1234567890\", \"x\": [[1]]}, {\"text\": \"x\"}]}";
  limits.bytes = json.size();
  EXPECT_TRUE(ParseStory(json, nullptr, limits).ok());
  limits.bytes = json.size() - 1;
  EXPECT_FALSE(ParseStory(json, nullptr, limits).ok());
}

TEST(ParseStory, DepthBomb) {
  const Result<Story> arrays = ParseStory("{\"x\":" + std::string(1'000'000, '['), nullptr);
  ASSERT_FALSE(arrays.ok());
  EXPECT_EQ(arrays.error().code, "limit-depth");
  std::string objects;
  for (int i = 0; i < 100'000; ++i) objects += "{\"quotes\":";
  EXPECT_EQ(ParseStory(objects, nullptr).error().code, "limit-depth");
}

TEST(ParseStory, ManyProblemsAreCounted) {
  std::string json = "{\"quotes\": [{\"text\": \"x\"}";
  for (int i = 0; i < 50'000; ++i) json += ",5";
  json += "]}";
  Diagnostics diagnostics;
  ASSERT_TRUE(ParseStory(json, &diagnostics).ok());
  EXPECT_EQ(diagnostics.kept().size(), Diagnostics::kKept);
  EXPECT_EQ(diagnostics.errors(), 50'000U);
}

TEST(ParseStory, ForwardReferencesAndTheOnlyArticle) {
  const Result<Story> read = ParseStory(
      R"({"quotes": [{"text": "x", "speakers": ["s"], "within": "later"}, {"id": "later", "text": "y"}],
          "speakers": [{"id": "s", "name": "S"}], "articles": [{"text": "t"}]})",
      nullptr);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().quotes[0].speakers, std::vector<Index>{0});
  EXPECT_EQ(read.value().quotes[0].within, 1U);
  EXPECT_EQ(read.value().quotes[0].article, 0U);
  EXPECT_EQ(read.value().articles[0].id, "a1");
  EXPECT_EQ(read.value().quotes[0].id, "q1");
}

TEST(ParseStory, QuotesOfSeveralArticlesHaveToNameTheirs) {
  const Result<Story> read =
      ParseStory(R"({"quotes": [{"text": "x"}], "articles": [{}, {}]})", nullptr);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().quotes[0].article, kNone);
}

TEST(ParseStory, AQuoteInItsArticlesWordsSharesTheirMemory) {
  const std::string articles =
      R"("articles": [{"id": "a", "text": "É: We  stay, he said. We go."}])";
  const std::string quotes = R"("quotes": [
      {"id": "same", "article": "a", "text": "We  stay,", "span": [3, 12]},
      {"id": "moved", "article": "a", "text": "We go.", "span": [3, 9]},
      {"id": "blanks", "article": "a", "text": "We stay,", "span": [3, 12]},
      {"id": "split", "article": "a", "text": "We  stay, We go.", "span": [[3, 12], [21, 28]]}])";
  // Whichever comes first.
  for (const std::string& json :
       {"{" + articles + "," + quotes + "}", "{" + quotes + "," + articles + "}"}) {
    Diagnostics diagnostics;
    const Result<Story> read = ParseStory(json, &diagnostics);
    ASSERT_TRUE(read.ok());
    const std::string_view text = read.value().articles[0].text;
    std::string shared;
    for (const Quote& quote : read.value().quotes) {
      const char* words = quote.text.view().data();
      if (words >= text.data() && words < text.data() + text.size()) shared += quote.id + " ";
    }
    EXPECT_EQ(shared, "same moved ") << json;
    EXPECT_EQ(read.value().quotes[0].text, "We  stay,");
    EXPECT_EQ(read.value().quotes[2].text, "We stay,");
    ASSERT_EQ(diagnostics.kept().size(), 1U);
    EXPECT_EQ(diagnostics.kept()[0].pointer, "/quotes/1/span");
  }
}

TEST(ParseStory, MadeUpIdsAreUnlikeAllOthers) {
  const Result<Story> read = ParseStory(
      R"({"quotes": [{"text": "a"}, {"id": "q1", "text": "b"}, {"id": "q1", "text": "c"}, {"id": "q3", "text": "d"}]})",
      nullptr);
  ASSERT_TRUE(read.ok());
  const SteadyVector<Quote>& quotes = read.value().quotes;
  EXPECT_EQ(quotes[1].id, "q1");
  EXPECT_EQ(quotes[3].id, "q3");
  for (size_t i = 0; i < quotes.size(); ++i) {
    EXPECT_FALSE(quotes[i].id.empty());
    for (size_t k = i + 1; k < quotes.size(); ++k) EXPECT_NE(quotes[i].id, quotes[k].id);
  }
}

TEST(ParseStory, CutsCyclesOnce) {
  Diagnostics diagnostics;
  const Result<Story> read = ParseStory(
      R"({"quotes": [{"id": "a", "text": "x", "within": "b"}, {"id": "b", "text": "x", "within": "c"},
                     {"id": "c", "text": "x", "within": "a"}, {"id": "d", "text": "x", "within": "a"}]})",
      &diagnostics);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(diagnostics.kept()[0].code, "within-cycle");
  EXPECT_EQ(diagnostics.kept()[0].pointer, "/quotes/2/within");
  EXPECT_EQ(read.value().quotes[0].within, 1U);
  EXPECT_EQ(read.value().quotes[1].within, 2U);
  EXPECT_EQ(read.value().quotes[2].within, kNone);
  EXPECT_EQ(read.value().quotes[3].within, 0U);
}

TEST(ParseStory, FirstOfDuplicateKeysCounts) {
  const Result<Story> read =
      ParseStory(R"({"quotes": [{"text": "first", "text": "second"}]})", nullptr);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().quotes[0].text, "first");
}

TEST(ParseStory, BadBytesAreShownAndTheRestRead) {
  const Result<Story> read = ParseStory("{\"quotes\": [{\"text\": \"a\xFFz\"}]}", nullptr);
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.value().quotes[0].text, "a\uFFFDz");
}

}  // namespace
}  // namespace saywhen
