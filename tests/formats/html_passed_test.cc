// What markup holds besides text is named: each kind once, with how often and where it first stood.
#include <gtest/gtest.h>

#include "formats/html_article.h"
#include "import_test_support.h"
#include "platform/native/html_tokens.h"

namespace saywhen {
namespace {

constexpr std::string_view kLeftOut = " has no place in a story; left out";

// "line:column message", one a line, of a page whose markup begins at 2:1.
std::string Told(std::string_view markup) {
  const ReadImport read("<title>T</title><article><q>Yes</q>\n" + std::string(markup));
  EXPECT_TRUE(read.ok()) << markup;
  std::string all;
  for (const Diagnostic& each : read.diagnostics.kept()) {
    EXPECT_EQ(each.severity, Severity::kNote) << markup;
    EXPECT_EQ(each.code, "dropped") << markup;
    std::string message = each.message;
    const size_t rest = message.find(kLeftOut);
    EXPECT_NE(rest, std::string::npos) << message;
    message.erase(rest, kLeftOut.size());
    all += std::to_string(each.line) + ":" + std::to_string(each.column) + " " + message + "\n";
  }
  return all;
}

TEST(HtmlPassed, EveryKindIsNamed) {
  struct Case {
    std::string_view html;
    std::string_view told;
  };
  for (const Case& test : {
           Case{"<img src=x>", "2:1 a picture in a text\n"},
           Case{"<p>a <img src=x> <IMG> <picture><source><img></picture>",
                "2:6 a picture in a text (3 times)\n"},
           Case{"<svg><g/><text>x</text></svg>", "2:1 a drawing in a text\n"},
           Case{"<canvas>x</canvas>", "2:1 a drawing in a text\n"},
           Case{"\n <math><mi>x</mi></math>", "3:2 a formula in a text\n"},
           Case{"<video><source><track></video><audio></audio>",
                "2:1 a video or sound in a text (2 times)\n"},
           Case{"<iframe src=x>x</iframe>", "2:1 an embedded page or object in a text\n"},
           Case{"<object><param></object><embed src=x>",
                "2:1 an embedded page or object in a text (2 times)\n"},
           Case{"<button>b</button><input><select><option>x</select><textarea>x</textarea>",
                "2:1 a form or a field of one in a text (4 times)\n"},
           Case{"<form><input><img></form>", "2:1 a form or a field of one in a text\n"},
           Case{"<p><svg></svg><img><svg></svg>",
                "2:4 a drawing in a text (2 times)\n2:15 a picture in a text\n"},
           // Not for a reader's eyes.
           Case{"<script>x</script><style>x</style><template><img></template><noscript><img>"
                "</noscript><datalist><option>x</datalist><input type=hidden>",
                ""},
           // Furniture with all that is in it.
           Case{"<nav><img></nav><header><svg></svg></header><footer><form><input></form></footer>"
                "<aside><video></video></aside><div class=share><button>x</button></div>",
                ""},
           Case{"<div hidden><img></div><img style='display:none'><iframe class=ad></iframe>", ""},
           Case{"<nav></nav><img>", "2:12 a picture in a text\n"},
           Case{"<nav><b class=ad><img></b><img></nav><nav><img", ""},
           // Outside of the article.
           Case{"</article><img>", ""},
           // Read as text.
           Case{"<table><caption>a</caption><tr><th>b<td>c</table>", ""},
           Case{"", ""},
       }) {
    EXPECT_EQ(Told(test.html), test.told) << test.html;
  }
}

TEST(HtmlPassed, OfAPageThatIsOneForm) {
  const std::string long_text(600, 'x');
  EXPECT_EQ(Told("<form><img><p>" + long_text + "<nav><svg></svg></nav></form>"),
            "2:1 a form or a field of one in a text\n2:7 a picture in a text\n"
            "2:620 a drawing in a text\n")
      << "all furniture's, where some is left in";
}

TEST(HtmlPassed, MetadataThatIsNotRead) {
  const std::string page =
      "<title>T</title><meta charset=utf-8><meta http-equiv=x content=y>\n"
      "<meta name=keywords content=a><meta property='og:title' content=T><meta name=viewport>"
      "<meta itemprop=wordCount content=7><meta name=author content=Ana>\n"
      "<meta name=author content=Ben><q>Yes</q>";
  const ReadImport read(page);
  ASSERT_TRUE(read.ok());
  ASSERT_EQ(Messages(read.diagnostics),
            "a <meta> of a page has no place in a story; left out (3 times)\n");
  EXPECT_EQ(read.problems(), "note dropped  2:1\n");
}

TEST(HtmlPassed, InAProgramThatReadsPages) {
  Diagnostics diagnostics;
  ReadHtmlPage("<p>x\n<img>", NativeHtmlTokenizer(), &diagnostics);
  EXPECT_EQ(Problems(diagnostics), "note dropped  2:1\n");
}

// Fields of other formats: the place is the field's.
TEST(HtmlPassed, InFieldsOfOtherFormats) {
  struct Case {
    std::string_view file;
    std::string_view problems;
  };
  for (const Case& test : {
           Case{R"({"events": [{"start_date": {"year": "2031"},
 "text": {"headline": "a<img>", "text": "<p>b<img><aside>c<img></aside>"},
 "media": {"url": "https://a.example/", "caption": "<svg></svg>d"}}]})",
                "note dropped /events/0 1:13\nnote dropped /events/0 1:13\n"},
           Case{R"({"title": {"text": {
 "headline": "a<img>"}}, "events": [{"start_date": {"year": "2031"}, "text": {"headline": "b"}}]})",
                "note dropped /title/text/headline 2:14\n"},
           Case{"Year,Headline,Text\n2031,a,<p>b<img>\n", "note dropped  2:1\n"},
           Case{R"({"uri": "https://a.example/1", "headline": "h",
 "body_html": "<q>b</q><img><form><input></form>"})",
                "note dropped /body_html 2:15\nnote dropped /body_html 2:15\n"},
           Case{R"({"uri": "https://a.example/1", "type": "event", "headline": "h",
 "description_html": "<p>b<iframe></iframe>"})",
                "note dropped /description_html 2:22\n"},
           Case{R"({"@context": "https://schema.org", "@type": "NewsArticle",
 "articleBody": "<q>b</q><img>"})",
                "note dropped /articleBody 2:17\n"},
           Case{R"({"@context": "https://schema.org", "@type": "Event", "name": "n",
 "description": "<p>b<math></math>"})",
                "note dropped /description 2:17\n"},
           Case{R"({"@context": "https://schema.org", "@type": "Quotation",
 "text": "<p>b<canvas></canvas>"})",
                "note dropped /text 2:10\n"},
       }) {
    const ReadImport read(test.file);
    ASSERT_TRUE(read.ok()) << test.file;
    EXPECT_EQ(read.problems(), test.problems) << test.file << Messages(read.diagnostics);
  }
}

// However many there are, they are few notes.
TEST(HtmlPassed, IsBoundedByItsKinds) {
  for (const std::string_view piece :
       {"<img>", "<meta name=a content=b>", "<nav><img>", "<form>", "<iframe>", "<svg>"}) {
    std::string page = "<q>Yes</q>";
    while (page.size() < 1'000'000) page += piece;
    const ReadImport read(page, Format::kHtml);
    EXPECT_LE(read.diagnostics.kept().size(), 2U) << piece;
  }
}

}  // namespace
}  // namespace saywhen
