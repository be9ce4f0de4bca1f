#include "extract/article_text.h"

#include <gtest/gtest.h>

#include "base/utf8.h"
#include "extract_test_support.h"

namespace saywhen {
namespace {

using namespace std::string_view_literals;

ArticleText Clean(std::string_view raw, const CleanOptions& options = {}) {
  const TestPacks packs;
  return CleanArticle(raw, packs.Rules(), options);
}

// "kind: text" of what was dropped.
std::string DroppedOf(const ArticleText& article) {
  std::string all;
  for (const Dropped& each : article.dropped) {
    all += std::string(FurnitureName(each.as)) + ": " + each.text + "\n";
  }
  return all;
}

// A page as it is scraped, with everything that the first article of this project had around it.
constexpr std::string_view kPage =
    "#Dünya\n\n"
    "Mayor Prado: No promise of an early opening\n\n"
    "Mayor Ana Prado spoke about the harbour bridge. Prado stated, “There has never been a promise "
    "of an early opening.”\n\n"
    "“THE PORT WILL BE PART OF THE PLAN IN ANY CASE”\n\n"
    "Responding to a question about the port, Prado said, “As this concerns the port, the port "
    "will "
    "be part of the plan in any case and in any way.”\n\n"
    "“WILL THE PORT START IN A WEAK POSITION?”\n\n"
    "She said, “I do not agree with you, because even if talks start, they will not end on the "
    "first "
    "day.”\n\n"
    "Mayor Prado: No promise of an early opening\n\n"
    "Has the ferry been unblocked, when will it\n\n"
    "Leave a comment\n\n"
    "E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir";

TEST(CleanArticle, DropsWhatIsOnThePageButNotInTheArticle) {
  const ArticleText article = Clean(kPage);
  EXPECT_EQ(DroppedOf(article),
            "tag: #Dünya\n"
            "headline: Mayor Prado: No promise of an early opening\n"
            "related: Has the ferry been unblocked, when will it\n"
            "comment: Leave a comment\n"
            "form: E-posta adresiniz yayınlanmayacak. Gerekli alanlar * ile işaretlenmişlerdir\n");
  EXPECT_EQ(article.headline, "Mayor Prado: No promise of an early opening");
  const size_t begin = kPage.find("Mayor");
  const size_t end = kPage.rfind("\n\nMayor");
  EXPECT_EQ(article.text, kPage.substr(begin, end - begin));
  std::string kinds;
  for (const Paragraph& each : article.paragraphs) {
    kinds += std::string(ParagraphKindName(each.kind)) + " ";
    EXPECT_EQ(article.text.substr(each.span.begin, each.span.size()),
              kPage.substr(each.raw.begin, each.raw.size()));
  }
  EXPECT_EQ(kinds, "heading body heading body heading body ");
}

TEST(CleanArticle, SaysWhereWhatItDroppedStood) {
  for (const Dropped& each : Clean(kPage).dropped) {
    EXPECT_EQ(kPage.substr(each.raw.begin, each.raw.size()), each.text);
  }
}

TEST(CleanArticle, LeavesAloneWhatIsAnArticleAlready) {
  for (
      const std::string_view text : {
          "The bridge will not open this year, the council said.\n\n“We will wait,” Prado said."sv,
          "Council delays bridge\n\nIt will not open.\n\nA new plan\n\nIt may open.\n\nWho pays?"sv,
          "One word"sv,
          "\"Yes.\""sv,
          "Der Rat tagte.\n\nLesen kann er.\n\nTeilen will er nicht."sv,
          "Başkan konuştu.\n\n“Bekleyeceğiz” dedi.\n\nToplantı sürdü."sv,
          ""sv,
      }) {
    const ArticleText article = Clean(text);
    EXPECT_EQ(article.text, text);
    EXPECT_TRUE(article.dropped.empty()) << DroppedOf(article);
  }
}

TEST(CleanArticle, KeepsTheTextWhenToldTo) {
  const ArticleText article = Clean(kPage, {.keep_text = true});
  EXPECT_EQ(article.text, kPage);
  EXPECT_TRUE(article.dropped.empty());
  ASSERT_EQ(article.paragraphs.size(), 11U);
  EXPECT_EQ(article.paragraphs[0].furniture, Furniture::kTag);
  EXPECT_EQ(article.paragraphs[1].kind, ParagraphKind::kHeading);
  EXPECT_EQ(article.paragraphs[1].furniture, Furniture::kText);
  EXPECT_EQ(article.paragraphs[10].furniture, Furniture::kForm);
  const std::string_view odd = " One\t two \u00A0three.\r\n\r\n\r\nFour\n\n";
  const ArticleText kept = Clean(odd, {.keep_text = true});
  EXPECT_EQ(kept.text, odd);
  ASSERT_EQ(kept.paragraphs.size(), 2U);
  EXPECT_EQ(odd.substr(kept.paragraphs[0].span.begin, kept.paragraphs[0].span.size()),
            "One\t two \u00A0three.");
}

TEST(CleanArticle, FindsTheEndOfTheArticle) {
  struct Case {
    std::string_view name;
    std::string_view before;
    std::string_view after;
  };
  constexpr std::string_view kBody =
      "The bridge will not open this year, the council said on Monday.\n\n"
      "“We will wait for the steel and then for the weather,” Prado said.";
  for (const Case& test : {
           Case{"related", "", "Related articles\n\nPort has a new crane\n\nFerry is late again"},
           Case{"questions", "", "Related articles\n\nWho owns the ferry?\n\nWhy is it late?"},
           Case{
               "comments", "",
               "Comments (2)\n\nKarl says:\n\nI never liked that bridge. It is too long.\n\nReply"},
           Case{"next and last", "",
                "Port has a new crane\n\nFerry is late again\n\nLeave a reply"},
           Case{"menu", "Home\n\nNews\n\nSport\n\nWeather", "© 2031 The Harbour Times"},
           Case{"crumbs", "Home > World > Europe", "Back to top"},
           Case{"share", "Share\n\nTweet\n\n5 min read", "Follow us on everything\n\nTags: port"},
           Case{"turkish", "Ana Sayfa\n\nGündem\n\nOkuma süresi: 2 dk",
                "İLGİLİ HABERLER\n\nFeribot yine gecikti\n\nBir yanıt yazın\n\nAdınız\n\nGönder"},
           Case{"german", "Startseite\n\nPolitik\n\nLesezeit: 3 Min.",
                "Das könnte Sie auch interessieren\n\nDie Fähre kommt wieder zu spät\n\n"
                "Kommentare\n\nImpressum\n\nDatenschutz"},
           Case{"cookies", "We use cookies to count you. Read our privacy policy.\n\nAccept all",
                "Sign up for our newsletter\n\nYour email\n\nSubscribe"},
       }) {
    std::string page(test.before);
    if (!page.empty()) page += "\n\n";
    page.append(kBody).append("\n\n").append(test.after);
    EXPECT_EQ(Clean(page).text, kBody) << test.name;
  }
}

TEST(CleanArticle, DropsLinesWithinTheText) {
  constexpr std::string_view kPageWithin =
      "The bridge will not open this year, the council said.\n\n"
      "ADVERTISEMENT\n\n"
      "“We will wait,” Prado said.\n\n"
      "Read also:\n\n"
      "Ferry is late again\n\n"
      "She left at noon.\n\n"
      "* * *\n\n"
      "Read more: Port has a new crane\n\n"
      "The council meets in May.";
  EXPECT_EQ(Clean(kPageWithin).text,
            "The bridge will not open this year, the council said.\n\n“We will wait,” Prado "
            "said.\n\nShe left at noon.\n\nThe council meets in May.");
}

TEST(CleanArticle, FindsTheHeadline) {
  struct Case {
    std::string_view raw;
    std::string_view known;
    std::string_view headline;
    std::string_view text;
  };
  for (const Case& test : {
           Case{"Bridge stays closed\n\nIt will not open.", "", "Bridge stays closed",
                "Bridge stays closed\n\nIt will not open."},
           Case{"Will the bridge open?\n\nIt will not open.", "", "Will the bridge open?",
                "Will the bridge open?\n\nIt will not open."},
           Case{"It will not open. Prado said so.", "", "", "It will not open. Prado said so."},
           Case{"It will not open.", "Bridge stays closed", "Bridge stays closed",
                "It will not open."},
           Case{"Bridge stays closed | Harbour Times\n\nBridge stays closed\n\nIt will not open.",
                "Bridge stays closed", "Bridge stays closed",
                "Bridge stays closed\n\nIt will not open."},
           Case{"Bridge stays closed.\n\nIt will not open.\n\nBridge stays closed",
                "Bridge stays closed", "Bridge stays closed.",
                "Bridge stays closed.\n\nIt will not open."},
       }) {
    const ArticleText article = Clean(test.raw, {.headline = test.known});
    EXPECT_EQ(article.headline, test.headline) << test.raw;
    EXPECT_EQ(article.text, test.text);
  }
}

TEST(CleanArticle, TakesAnyBytes) {
  EXPECT_EQ(Clean("He said \xFF\xFE yes.").text, "He said \uFFFD\uFFFD yes.");
  EXPECT_EQ(Clean("\xED\xA0\x80 x.").text, "\uFFFD\uFFFD\uFFFD x.");
  EXPECT_EQ(Clean("a\0b c\0 d."sv).text, "ab c d.");
}

// Neither time nor memory may grow faster than the text.
TEST(CleanArticle, IsBoundedByTheTextsSize) {
  const TestPacks packs;
  const CleanRules rules = packs.Rules();
  for (const std::string_view piece : {"a"sv,
                                       "word "sv,
                                       "\n"sv,
                                       "\r"sv,
                                       "a\n"sv,
                                       "\""sv,
                                       "“"sv,
                                       "“a” "sv,
                                       "\0"sv,
                                       "\xFF"sv,
                                       "Z\u0351\u0352\u0353"sv,
                                       "Leave a comment\n"sv,
                                       "#tag\n"sv,
                                       "Read also:\nA title of five words\n"sv,
                                       "A: b\n"sv,
                                       "\u00A0"sv,
                                       "| "sv,
                                       "Photo: "sv,
                                       "the of and to\n\n"sv,
                                       "“A title of words\n\n"sv,
                                       "- \n"sv,
                                       "(AP) — "sv,
                                       "12:30 "sv,
                                       "\u2029"sv}) {
    std::string text;
    text.reserve(1 << 19);
    while (text.size() < 300'000) text += piece;
    for (const bool keep : {false, true}) {
      const ArticleText article = CleanArticle(text, rules, {.keep_text = keep});
      EXPECT_TRUE(IsValidUtf8(article.text));
      EXPECT_LE(article.text.size(), 3 * text.size());
      uint32_t end = 0;
      for (const Paragraph& each : article.paragraphs) {
        ASSERT_LE(end, each.span.begin);
        ASSERT_LT(each.span.begin, each.span.end);
        end = each.span.end;
      }
      EXPECT_LE(end, article.text.size());
    }
  }
}

}  // namespace
}  // namespace saywhen
