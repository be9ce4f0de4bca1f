#include "formats/html_article.h"

#include <gtest/gtest.h>

#include "import_test_support.h"

namespace saywhen {
namespace {

TEST(HtmlArticle, TakesTheArticleAndWhatThePageSaysOfIt) {
  const ReadImport read(ReadTestFile("tests/data/formats/html/article.html"));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.result.value().format, Format::kHtml);
  const Story& story = read.story();
  ASSERT_EQ(story.articles.size(), 1U);
  const Article& article = story.articles[0];
  EXPECT_EQ(article.headline, "Council delays the harbour bridge");
  EXPECT_EQ(article.url, "https://times.example/2031/04/bridge");
  EXPECT_EQ(article.language, "en");
  EXPECT_EQ(article.publisher.name, "Example Times");
  EXPECT_EQ(article.published->edtf, "2031-04-07T09:00:00+01:00");
  EXPECT_EQ(article.modified->edtf, "2031-04-07T11:00:00+01:00");
  EXPECT_EQ(article.authors.at(0).name, "Ines Duarte");
  EXPECT_EQ(article.text,
            "The bridge will not open this year, the council said.\n\n"
            "We will open it when it is safe.\n\n— Ana Prado\n\n"
            "The engineer disagreed: “It was safe on New Year’s Day”, he wrote.");
}

TEST(HtmlArticle, SaysOnceWhatMarkupAndDataBothSay) {
  const ReadImport read(ReadTestFile("tests/data/formats/html/article.html"));
  ASSERT_TRUE(read.ok());
  const Story& story = read.story();
  ASSERT_EQ(story.quotes.size(), 2U);
  EXPECT_EQ(story.quotes[0].text, "We will open it when it is safe.");
  EXPECT_EQ(story.quotes[0].spans.size(), 1U) << "found in the page's text";
  ASSERT_EQ(story.speakers.size(), 1U);
  EXPECT_EQ(story.speakers[0].role, "harbour master");
  EXPECT_EQ(story.quotes[1].text, "It was safe on New Year’s Day");
  ASSERT_EQ(story.quotes[1].about.size(), 1U);
  EXPECT_EQ(story.quotes[1].about[0].when.edtf, "2031-01-01");
  EXPECT_EQ(story.quotes[1].about[0].words->text, "New Year’s Day");
}

TEST(HtmlArticle, WithoutAnArticleElementItIsTheMainOneOrAll) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"<body><nav>x</nav><main><p><q>Yes</q></main><p>y", "“Yes”"},
           Case{"<body><p><q>Yes</q></body>", "“Yes”"},
           Case{"<p><q>Yes</q><nav>no", "“Yes”"},
           Case{"<title>T</title><article><q>Yes</q></article><article>other</article>", "“Yes”"},
       }) {
    const ReadImport read(test.html);
    ASSERT_TRUE(read.ok()) << test.html;
    EXPECT_EQ(read.story().articles.at(0).text, test.text);
  }
}

TEST(HtmlArticle, SaysWhereItsDataIsNoJson) {
  const ReadImport read(
      "<q>Yes</q>\n<script type='application/ld+json'>\n{\"@type\": oops}</script>");
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.problems(), "error bad-json  3:11\n");
}

std::string Scripts(std::initializer_list<std::string_view> scripts) {
  std::string page = "<title>T</title>";
  for (const std::string_view script : scripts) {
    page.append("<script type='application/ld+json'>").append(script).append("</script>");
  }
  return page;
}

TEST(HtmlArticle, DataIsKnownByItsTypeHoweverThatIsWritten) {
  for (const std::string_view type :
       {"application/ld+json", "APPLICATION/LD+JSON", " application/ld+json; charset=utf-8"}) {
    const ReadImport read("<title>T</title><script type='" + std::string(type) +
                          R"('>{"@context": "https://schema.org", "@type": "Quotation",
                               "text": "Yes"}</script>)");
    EXPECT_TRUE(read.ok()) << type;
  }
}

TEST(HtmlArticle, BlankNodesAreOfTheirOwnScript) {
  const ReadImport read(
      Scripts({R"({"@context": "https://schema.org", "@type": "Quotation", "text": "One",
           "creator": {"@id": "#ana"}, "locationCreated": {"@id": "_:b0"}})",
               R"([{"@id": "#ana", "@type": "Person", "name": "Ana", "worksFor": {"@id": "_:b0"}},
           {"@id": "_:b0", "@type": "Organization", "name": "Board"}])"}));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().speakers.at(0).affiliation, "Board");
  EXPECT_EQ(read.story().quotes.at(0).place, "") << "this script has none of that name";
  EXPECT_EQ(Messages(read.diagnostics),
            "a place without a name has no place in a story; left out\n");
}

TEST(HtmlArticle, WhatTwoScriptsSayOfOneNodeIsReadOnce) {
  const ReadImport read(
      Scripts({R"({"@context": "https://schema.org", "@type": "NewsArticle", "@id": "#a",
                   "headline": "H", "hasPart": {"@type": "Quotation", "text": "One",
                   "creator": {"@id": "#ana", "name": "Ana"}}})",
               R"([{"@type": "NewsArticle", "@id": "#a", "url": "https://a.example/1",
                    "headline": "H", "hasPart": {"@type": "Quotation", "text": "One",
                    "creator": {"@id": "#ana", "name": "Ana"}}},
                   {"@id": "#ana", "@type": "Person", "name": "Ana", "jobTitle": "mayor"}])"}));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().articles.size(), 1U);
  EXPECT_EQ(read.story().articles.at(0).url, "https://a.example/1");
  EXPECT_EQ(read.story().quotes.size(), 1U);
  EXPECT_EQ(read.story().speakers.at(0).role, "mayor");
  EXPECT_EQ(read.problems(), "");
}

TEST(HtmlArticle, NodesOfOneNameThatDisagreeAreAllRead) {
  const ReadImport read(
      Scripts({R"([{"@type": "WebPage", "@id": "#a", "name": "Page", "url": "https://a.example/1",
            "inLanguage": "en", "isPartOf": {"@id": "#site"}},
           {"@type": "NewsArticle", "@id": "#a", "headline": "H",
            "hasPart": {"@type": "Quotation", "text": "One"}},
           {"@type": "NewsArticle", "@id": "#a", "headline": "H",
            "hasPart": {"@type": "Quotation", "text": "Two"}}])"}));
  ASSERT_TRUE(read.ok());
  EXPECT_EQ(read.story().quotes.size(), 2U);
}

TEST(HtmlArticle, WithoutQuotesSaysSo) {
  const ReadImport read("<p>Nothing</p>");
  ASSERT_FALSE(read.ok());
  EXPECT_EQ(read.result.error().code, "empty-story");
}

TEST(HtmlArticle, AQuoteOfNobodyButWhiteSpace) {
  for (const std::string_view blank : {"&nbsp;", " ", "&nbsp;, mayor", "\x01"}) {
    const ReadImport read("<blockquote>Yes<cite>" + std::string(blank) + "</cite></blockquote>");
    ASSERT_TRUE(read.ok());
    EXPECT_EQ(read.story().quotes.at(0).text, "Yes");
    EXPECT_TRUE(read.story().quotes.at(0).speakers.empty());
    EXPECT_TRUE(read.story().speakers.empty());
  }
}

}  // namespace
}  // namespace saywhen
