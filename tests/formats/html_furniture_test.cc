#include "formats/html_furniture.h"

#include <gtest/gtest.h>

#include "formats/html_article.h"
#include "import_test_support.h"

namespace saywhen {
namespace {

HtmlPage Read(std::string_view html) { return ReadHtmlPage(html, NativeHtmlTokenizer(), nullptr); }

TEST(HtmlFurniture, IsWhatTagsRolesAndNamesSay) {
  const std::string text(250, 'x');
  for (const std::string_view element : {
           "<nav>no</nav>",
           "<aside>no</aside>",
           "<div role=navigation>no<div>no</div>no</div>",
           "<div class='comments'><p>no<p>no</div>",
           "<section id=commentList>no</section>",
           "<div class='post__related-articles'>no</div>",
           "<ul class=socialShare><li>no<li>no</ul>",
           "<p class=share>no",
           "<div class='newsletter-signup box'>no</div>",
           "<div id='onetrust-consent-sdk'>no</div>",
           "<div hidden>no</div>",
           "<div style='color:red; display:none'>no</div>",
           "<span class=ad>no</span>",
           "<div class=recommended-stories>no</div>",
           "<div class=reklam>no</div>",
           "<form>no<footer>no</footer></form>",
       }) {
    const std::string page =
        "<article><p>" + text + "</p>" + std::string(element) + "<p>end</p></article>";
    EXPECT_EQ(Read(page).text.text, text + "\n\nend") << element;
  }
}

TEST(HtmlFurniture, IsNoArticle) {
  for (const std::string_view page : {
           "<body class='comments-open has-sidebar'><p>yes</body>",
           "<article class='post tag-politics category-ads'><p>yes</article>",
           "<div class='no-sidebar ad-free'><p>yes</div>",
           "<div class='share-text'><p>yes</div>",
           "<div class='shared-header__title shadow adapted'><p>yes</div>",
           "<div id=''><p class=''>yes</div>",
           "<p>yes<nav></nav>",
       }) {
    EXPECT_EQ(Read(page).text.text, "yes") << page;
  }
}

TEST(HtmlFurniture, IsNotAlmostTheWholePage) {
  const std::string text(1000, 'x');
  EXPECT_EQ(Read("<form><nav>no</nav><p>" + text + "</p></form>").text.text, text);
  EXPECT_EQ(Read("<p>a</p><div class=comments><p>" + text + "</p></div>").text.text,
            "a\n\n" + text);
}

TEST(HtmlFurniture, LeavesMarksWhereTheyBelong) {
  const HtmlPage page = Read(
      "<article><nav>one <q>two</q></nav><h2>three <span class=ad>four</span> five</h2>"
      "<div class=share>six</div><p>a <q>seven</q><span class=ad> x </span>b.</p>"
      "<blockquote>eight<footer>nine</footer></blockquote></article>");
  EXPECT_EQ(page.text.text, "three five\n\na “seven” b.\n\neight\n\nnine");
  std::string all;
  for (const HtmlMark& mark : page.text.marks) {
    all += page.text.text.substr(mark.span.begin, mark.span.size()) + ";";
  }
  EXPECT_EQ(all, "three five;seven;eight\n\nnine;");
}

TEST(HtmlPage, SaysWhatThePageSays) {
  const HtmlPage page = Read(ReadTestFile("tests/data/formats/html/article.html"));
  EXPECT_EQ(page.article.headline, "Council delays the harbour bridge");
  EXPECT_EQ(page.article.url, "https://times.example/2031/04/bridge");
  EXPECT_EQ(page.article.language, "en");
  EXPECT_EQ(page.article.publisher.name, "Example Times");
  EXPECT_EQ(page.article.published->edtf, "2031-04-07T09:00:00+01:00");
  EXPECT_EQ(page.article.modified->edtf, "2031-04-07T11:00:00+01:00");
  EXPECT_EQ(page.article.authors.at(0).name, "Ines Duarte");
  EXPECT_EQ(page.article.text, "");
  EXPECT_EQ(page.text.text,
            "The bridge will not open this year, the council said.\n\n"
            "We will open it when it is safe.\n\n— Ana Prado\n\n"
            "The engineer disagreed: “It was safe on New Year’s Day”, he wrote.");
}

TEST(HtmlPage, TakesTheTextOfItsDataWhereThePageHasNone) {
  const HtmlPage page = Read(
      "<div id=app></div><script type='application/ld+json'>{\"@type\": \"NewsArticle\", "
      "\"@context\": \"https://schema.org\", \"articleBody\": \"It will open.\"}</script>");
  EXPECT_EQ(page.text.text, "It will open.");
  EXPECT_TRUE(page.text.marks.empty());
}

TEST(HtmlPage, IsBoundedByThePagesSize) {
  for (const std::string_view piece :
       {"<div class=ad>x", "<nav>", "<nav>x</nav>y", "<span class=share>x</span>", "<p class=ad>x",
        "<div class=ad>x</div><q>", "</div>", "<li class=social>", "<form>xxxxxxxxxxx"}) {
    std::string page;
    while (page.size() < 1'000'000) page += piece;
    EXPECT_LE(Read(page).text.text.size(), 3 * page.size()) << piece;
  }
}

}  // namespace
}  // namespace saywhen
