#include "formats/html_text.h"

#include <gtest/gtest.h>

#include "platform/native/html_tokens.h"

namespace saywhen {
namespace {

HtmlText Reduced(std::string_view html) {
  HtmlTextBuilder builder;
  EXPECT_TRUE(NativeHtmlTokenizer().Tokenize(html, &builder));
  return std::move(builder).Take();
}

TEST(HtmlText, IsWhatABrowserShows) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"plain", "plain"},
           Case{"  two \n words ", "two words"},
           Case{"<p>One</p><p>Two</p>", "One\n\nTwo"},
           Case{"<p>One<p>Two", "One\n\nTwo"},
           Case{"One<br>two<br/>three", "One\ntwo\nthree"},
           Case{"<div><div>One</div></div>\n<div>Two</div>", "One\n\nTwo"},
           Case{"in<b>side</b> <i>of</i>words", "inside ofwords"},
           Case{"a &amp; b &eacute; &#x2014; &#8212; &lt;p&gt; &nosuch; &notit;",
                "a & b é — — <p> &nosuch; ¬it;"},
           Case{"a<script>if (a < b) alert('</p>')</script>b", "ab"},
           Case{"a<style>p { }</style>b<svg><text>x</text></svg>c", "abc"},
           Case{"<ul><li>One<li>Two</ul>", "One\n\nTwo"},
           Case{"He said <q>yes, <q>all</q> of it</q>.", "He said “yes, ‘all’ of it”."},
           Case{"<!-- no --><!doctype html>yes", "yes"},
           Case{"<table><tr><td>a<td>b</table>", "a\n\nb"},
           Case{"", ""},
           Case{"<", "<"},
           Case{"a <b", "a"},
           Case{"x</script></q></i>y", "xy"},
       }) {
    EXPECT_EQ(Reduced(test.html).text, test.text) << test.html;
  }
}

TEST(HtmlText, MarksWhatStandsWhere) {
  const HtmlText html = Reduced(
      "<p>On <time datetime=2025-02-13>Thursday</time></p>"
      "<blockquote cite='https://example.org/'><p>All of <a href=/x>it</a></p>"
      "<cite>Mark</cite></blockquote>");
  const auto words = [&](size_t i) {
    return html.text.substr(html.marks[i].span.begin, html.marks[i].span.size());
  };
  ASSERT_EQ(html.marks.size(), 4U);
  EXPECT_EQ(html.marks[0].kind, HtmlMark::Kind::kTime);
  EXPECT_EQ(html.marks[0].value, "2025-02-13");
  EXPECT_EQ(words(0), "Thursday");
  EXPECT_EQ(html.marks[1].kind, HtmlMark::Kind::kBlockquote);
  EXPECT_EQ(html.marks[1].value, "https://example.org/");
  EXPECT_EQ(words(1), "All of it\n\nMark");
  EXPECT_EQ(html.marks[2].value, "/x");
  EXPECT_EQ(words(2), "it");
  EXPECT_EQ(words(3), "Mark");
}

TEST(HtmlText, MarksHeadingsCaptionsItemsAndPullQuotes) {
  const HtmlText html = Reduced(
      "<h2>One</h2><figure><img><figcaption>Two</figcaption></figure><ul><li>Three<li>Four"
      "<ol><li>Five</ol></ul><div class=pull-quote><div>Six</div> six</div>seven"
      "<blockquote class='big pullquote'>Eight</blockquote>");
  std::string all;
  for (const HtmlMark& mark : html.marks) {
    all += std::to_string(static_cast<int>(mark.kind)) +
           html.text.substr(mark.span.begin, mark.span.size()) + ";";
  }
  EXPECT_EQ(all, "5One;6Two;7Three;7Four\n\nFive;7Five;8Six\n\nsix;8Eight;0Eight;");
}

TEST(HtmlText, KeepsTheAddressesOfLinks) {
  struct Case {
    std::string_view html;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"see <a href='https://a.org/'>here</a>.", "see here (https://a.org/)."},
           Case{"<a href='https://a.org/'>https://a.org/</a>", "https://a.org/"},
           Case{"<a href='javascript:alert(1)'>here</a>", "here"},
           Case{"<a href='https://a.org/'><img src=x></a>none", "none"},
           Case{"<a href='https://a.org/'>a<a href='https://b.org/'>b",
                "a (https://a.org/)b (https://b.org/)"},
       }) {
    EXPECT_EQ(TextWithLinks(Reduced(test.html)), test.text) << test.html;
  }
}

TEST(HtmlText, OfAFieldThatMayHoldEither) {
  for (const std::string_view html : {"<p>x", "a&amp;b", "x</p>", "&#39;", "a <br/> b"}) {
    EXPECT_TRUE(LooksLikeHtml(html)) << html;
  }
  for (const std::string_view text : {"", "a < b", "a & b", "AT&T", "1 <2", "&", "<", "x &y z;"}) {
    EXPECT_FALSE(LooksLikeHtml(text)) << text;
  }
}

// Of hostile pages neither memory nor time may grow faster than their size.
TEST(HtmlText, IsBoundedByThePagesSize) {
  for (const std::string_view piece :
       {"<div>", "<b a='x'>", "<q>", "<blockquote>", "<a href=x>", "</p>", "<script>", "<svg>",
        "<table><td>", "&amp", "<li>", "<ul><li>", "<p class=share>", "<div class=pullquote>x",
        "<q>x</i>", "<div id=ad></p>", "</ul>"}) {
    std::string page;
    while (page.size() < 1'000'000) page += piece;
    EXPECT_LE(Reduced(page).text.size(), 3 * page.size()) << piece;
  }
}

}  // namespace
}  // namespace saywhen
