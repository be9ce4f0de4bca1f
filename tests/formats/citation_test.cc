#include "formats/citation.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <utility>
#include <vector>

#include "support/make_story.h"

namespace saywhen {
namespace {

// Rutte's quote of the seed story, with what the page of a newspaper would tell.
Story MakeStory() {
  StoryMaker maker(1);
  maker.Published("2025-02-14T09:30:00+03:00").Quote({{0}, "2025-02-13"});
  Story story = maker.Take();
  Article& article = story.articles[0];
  article.url = "https://example.org/a?b=1&c=2";
  article.headline = "No promise of membership";
  article.publisher.name = "The Daily Example";
  article.authors = {{"Çağla Ünsever", ""}, {"Jean-Paul van den Berg", ""}};
  story.speakers[0].id = "rutte";
  story.speakers[0].name = "Mark Rutte";
  story.speakers[0].role = "Secretary General";
  story.quotes[0].id = "q1";
  story.quotes[0].text = "We want to end this war.";
  return story;
}

std::string Cite(const Story& story, CitationStyle style) {
  return WriteCitation(story, story.quotes[0], style,
                       {"13 February 2025", "14 February 2025", "Unknown speaker"});
}

// With no words from the reader's language.
std::string CiteBare(const Story& story, CitationStyle style) {
  return WriteCitation(story, story.quotes[0], style, {});
}

bool Holds(const std::string& text, const std::string& piece) {
  return text.find(piece) != std::string::npos;
}

TEST(WriteCitation, Plain) {
  EXPECT_EQ(Cite(MakeStory(), CitationStyle::kPlain),
            "“We want to end this war.” — Mark Rutte, Secretary General, 13 February 2025. "
            "No promise of membership, Çağla Ünsever, Jean-Paul van den Berg, The Daily Example, "
            "14 February 2025. https://example.org/a?b=1&c=2");
}

TEST(WriteCitation, DatesWithoutWordsAreTheStorys) {
  Story story = MakeStory();
  story.articles[0].authors.clear();
  EXPECT_EQ(CiteBare(story, CitationStyle::kPlain),
            "“We want to end this war.” — Mark Rutte, Secretary General, 2025-02-13. "
            "No promise of membership, The Daily Example, 2025-02-14. "
            "https://example.org/a?b=1&c=2");
}

TEST(WriteCitation, OnlyTheWordsOfADirectQuoteGetMarks) {
  Story story = MakeStory();
  for (const QuoteType type : {QuoteType::kIndirect, QuoteType::kMixed}) {
    story.quotes[0].type = type;
    EXPECT_TRUE(Cite(story, CitationStyle::kPlain).starts_with("We want to end this war. — "));
  }
}

TEST(WriteCitation, MarksAreTheReaders) {
  const Story story = MakeStory();
  CitationWords words;
  words.open_mark = "«";
  words.close_mark = "»";
  EXPECT_TRUE(WriteCitation(story, story.quotes[0], CitationStyle::kPlain, words)
                  .starts_with("«We want to end this war.» — "));
}

TEST(WriteCitation, SeveralSpeakers) {
  Story story = MakeStory();
  Speaker second;
  second.name = "NATO";
  second.kind = SpeakerKind::kOrganisation;
  story.speakers.push_back(second);
  story.quotes[0].speakers = {0, 1};
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kPlain),
                    "— Mark Rutte, Secretary General; NATO, 13 February 2025."));
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kApa), "(Rutte & NATO, 2025, as cited in "));
}

TEST(WriteCitation, UnknownSpeaker) {
  Story story = MakeStory();
  story.quotes[0].speakers.clear();
  EXPECT_TRUE(
      Holds(Cite(story, CitationStyle::kPlain), "— Unknown speaker, 13 February 2025. No promise"));
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kApa), ".” (as cited in Ünsever"));
}

TEST(WriteCitation, WithNothingButWords) {
  Story story;
  story.quotes.emplace_back().text = "We stay.";
  const std::pair<CitationStyle, const char*> cases[] = {
      {CitationStyle::kPlain, "“We stay.”"},
      {CitationStyle::kHtml,
       "<blockquote><p dir=\"auto\">We stay.</p></blockquote>\n<p dir=\"auto\">—</p>"},
      {CitationStyle::kMarkdown, "> We stay.\n\n—"},
      {CitationStyle::kApa, "“We stay.” (as cited in n.d.).\n\n(n.d.)."},
      {CitationStyle::kBibtex, "@online{quote,\n  note = {“We stay.”}\n}"},
  };
  for (const auto& [style, text] : cases) EXPECT_EQ(CiteBare(story, style), text);
}

TEST(WriteCitation, AddressesOfOtherKindsAreLeftOut) {
  for (const char* url : {"javascript:alert(1)", "data:text/html,x", "https://a\"onclick=x", ""}) {
    Story story = MakeStory();
    story.articles[0].url = url;
    for (const CitationStyle style :
         {CitationStyle::kPlain, CitationStyle::kHtml, CitationStyle::kMarkdown,
          CitationStyle::kApa, CitationStyle::kBibtex, CitationStyle::kCslJson}) {
      const std::string text = Cite(story, style);
      EXPECT_FALSE(Holds(text, "alert") || Holds(text, "data:") || Holds(text, "onclick")) << text;
      EXPECT_FALSE(Holds(text, "<a ") || Holds(text, "cite=")) << text;
    }
  }
}

TEST(WriteCitation, TheQuotesAddressStandsInForTheArticles) {
  Story story = MakeStory();
  story.articles[0].url.clear();
  story.quotes[0].more.Own().url = "https://example.org/q";
  EXPECT_TRUE(Cite(story, CitationStyle::kPlain).ends_with(" https://example.org/q"));
}

TEST(WriteCitation, Html) {
  EXPECT_EQ(
      Cite(MakeStory(), CitationStyle::kHtml),
      "<blockquote cite=\"https://example.org/a?b=1&amp;c=2\" lang=\"en\">"
      "<p dir=\"auto\">We want to end this war.</p></blockquote>\n"
      "<p dir=\"auto\">— Mark Rutte, Secretary General, 13 February 2025. "
      "<cite><a href=\"https://example.org/a?b=1&amp;c=2\">No promise of membership</a></cite>, "
      "Çağla Ünsever, Jean-Paul van den Berg, The Daily Example, 14 February 2025.</p>");
}

TEST(WriteCitation, HtmlIsEscapedEverywhere) {
  Story story = MakeStory();
  const std::string evil = "</p><script>\"'&";
  story.quotes[0].text = story.speakers[0].name = story.speakers[0].role = evil;
  story.quotes[0].more.Own().language = story.articles[0].headline = evil;
  story.articles[0].publisher.name = story.articles[0].authors[0].name = evil;
  const std::string html =
      WriteCitation(story, story.quotes[0], CitationStyle::kHtml, {evil, evil, evil, evil, evil});
  EXPECT_FALSE(Holds(html, "<script") || Holds(html, "\"'"));
  EXPECT_TRUE(Holds(html, "&lt;/p&gt;&lt;script&gt;&quot;&#39;&amp;"));
}

TEST(WriteCitation, ParagraphsStay) {
  Story story = MakeStory();
  story.quotes[0].text = "One\ttwo.\r\n\r\nThree\n- four ";
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kHtml),
                    "<p dir=\"auto\">One two.</p><p dir=\"auto\">Three</p><p dir=\"auto\">- four"));
  EXPECT_TRUE(Cite(story, CitationStyle::kMarkdown)
                  .starts_with("> One two.\n>\n> Three\n>\n> \\- four\n\n— "));
  EXPECT_TRUE(Cite(story, CitationStyle::kPlain).starts_with("“One two. Three - four” — "));
}

TEST(WriteCitation, Markdown) {
  EXPECT_EQ(Cite(MakeStory(), CitationStyle::kMarkdown),
            "> We want to end this war.\n\n"
            "— Mark Rutte, Secretary General, 13 February 2025. "
            "[No promise of membership](<https://example.org/a?b=1&c=2>), Çağla Ünsever, "
            "Jean-Paul van den Berg, The Daily Example, 14 February 2025.");
}

TEST(WriteCitation, MarkdownIsEscaped) {
  const std::pair<const char*, const char*> cases[] = {
      {"*a* _b_ `c` [d](e) <f> & ~~g~~ \\",
       "> \\*a\\* \\_b\\_ \\`c\\` \\[d\\](e) \\<f\\> \\& "
       "\\~\\~g\\~\\~ \\\\"},
      {"# no heading", "> \\# no heading"},
      {"> no quote", "> \\> no quote"},
      {"- no list", "> \\- no list"},
      {"1. no list", "> 1\\. no list"},
      {"12) no list", "> 12\\) no list"},
      {"3.5 is 1. of all", "> 3\\.5 is 1. of all"},
      {"2025 was - good", "> 2025 was - good"},
      {"a | b $x$", "> a \\| b \\$x\\$"},
  };
  for (const auto& [text, markdown] : cases) {
    Story story = MakeStory();
    story.quotes[0].text = text;
    EXPECT_TRUE(Cite(story, CitationStyle::kMarkdown).starts_with(std::string(markdown) + "\n"))
        << Cite(story, CitationStyle::kMarkdown);
  }
}

TEST(WriteCitation, Apa) {
  EXPECT_EQ(Cite(MakeStory(), CitationStyle::kApa),
            "“We want to end this war.” (Rutte, 2025, as cited in Ünsever & van den Berg, 2025)."
            "\n\nÜnsever, Ç., & van den Berg, J.-P. (2025, February 14). No promise of "
            "membership. The Daily Example. https://example.org/a?b=1&c=2");
}

TEST(WriteCitation, ApaWithoutAuthorBeginsWithTheTitle) {
  Story story = MakeStory();
  story.articles[0].authors.clear();
  story.articles[0].published.reset();
  story.articles[0].headline = "Who promised?";
  EXPECT_EQ(Cite(story, CitationStyle::kApa),
            "“We want to end this war.” (Rutte, 2025, as cited in “Who promised?,” n.d.).\n\n"
            "Who promised? (n.d.). The Daily Example. https://example.org/a?b=1&c=2");
}

TEST(WriteCitation, ApaLeavesOutAPublisherThatIsTheAuthor) {
  Story story = MakeStory();
  story.articles[0].authors = {{"The Daily Example", ""}};
  EXPECT_TRUE(Cite(story, CitationStyle::kApa)
                  .ends_with("The Daily Example. (2025, February 14). No promise of membership. "
                             "https://example.org/a?b=1&c=2"));
}

TEST(WriteCitation, ApaNamesNineteenAuthorsAndTheLast) {
  Story story = MakeStory();
  story.articles[0].authors.clear();
  for (char c = 'A'; c < 'A' + 22; ++c) {
    story.articles[0].authors.push_back({std::string("N ") + c + "x", ""});
  }
  const std::string apa = Cite(story, CitationStyle::kApa);
  EXPECT_TRUE(Holds(apa, "as cited in Ax et al., 2025"));
  EXPECT_TRUE(Holds(apa, "Rx, N., Sx, N., . . . Vx, N. (2025")) << apa;
}

TEST(WriteCitation, ApaDates) {
  const std::pair<const char*, const char*> cases[] = {
      {"2025-02-14", "(2025, February 14)."},
      {"2025-12", "(2025, December)."},
      {"2025", "(2025)."},
      {"2025~", "(ca. 2025)."},
      {"2025-02-14T09:30Z", "(2025, February 14)."},
      {"2024/2025", "(2024/2025)."},
      {"202X", "(202X)."},
  };
  for (const auto& [edtf, date] : cases) {
    Story story = MakeStory();
    story.articles[0].published = Edtf(edtf);
    EXPECT_TRUE(Holds(Cite(story, CitationStyle::kApa), date)) << Cite(story, CitationStyle::kApa);
  }
}

TEST(WriteCitation, Bibtex) {
  EXPECT_EQ(Cite(MakeStory(), CitationStyle::kBibtex),
            "@online{rutte2025-q1,\n"
            "  author = {Ünsever, Çağla and van den Berg, Jean-Paul},\n"
            "  title = {{No promise of membership}},\n"
            "  organization = {The Daily Example},\n"
            "  date = {2025-02-14},\n"
            "  url = {https://example.org/a?b=1&c=2},\n"
            "  note = {“We want to end this war.” — Mark Rutte, Secretary General, "
            "13 February 2025}\n}");
}

TEST(WriteCitation, BibtexIsEscaped) {
  Story story = MakeStory();
  story.articles[0].headline = "50% of $1 & #2 {a_b} ~c^d \\e}";
  story.articles[0].url = "https://example.org/{a}\\b%20c";
  story.speakers[0].id = "a b,{c}";
  const std::string bibtex = Cite(story, CitationStyle::kBibtex);
  EXPECT_TRUE(bibtex.starts_with("@online{abc2025-q1,\n")) << bibtex;
  EXPECT_TRUE(Holds(bibtex,
                    "title = {{50\\% of \\$1 \\& \\#2 \\textbraceleft{}a\\_b\\textbraceright{} "
                    "\\textasciitilde{}c\\textasciicircum{}d \\textbackslash{}e"
                    "\\textbraceright{}}}"))
      << bibtex;
  EXPECT_TRUE(Holds(bibtex, "url = {https://example.org/%7Ba%7D%5Cb%20c}")) << bibtex;
}

TEST(WriteCitation, CslJson) {
  const auto csl = nlohmann::json::parse(Cite(MakeStory(), CitationStyle::kCslJson));
  const auto expected = nlohmann::json::parse(R"([{
    "id": "rutte2025-q1",
    "type": "article-newspaper",
    "title": "No promise of membership",
    "author": [{"family": "Ünsever", "given": "Çağla"},
               {"family": "van den Berg", "given": "Jean-Paul"}],
    "container-title": "The Daily Example",
    "issued": {"date-parts": [[2025, 2, 14]]},
    "language": "en",
    "URL": "https://example.org/a?b=1&c=2",
    "note": "“We want to end this war.” — Mark Rutte, Secretary General, 13 February 2025"
  }])");
  EXPECT_EQ(csl, expected) << csl.dump(2);
}

TEST(WriteCitation, CslDates) {
  const std::pair<const char*, const char*> cases[] = {
      {"2025", R"({"date-parts": [[2025]]})"},
      {"2025-02", R"({"date-parts": [[2025, 2]]})"},
      {"2025-02-14?", R"({"date-parts": [[2025, 2, 14]], "circa": true})"},
      {"2025-21", R"({"raw": "2025-21"})"},
      {"2024/2025", R"({"raw": "2024/2025"})"},
      {"-0043", R"({"raw": "-0043"})"},
  };
  for (const auto& [edtf, issued] : cases) {
    Story story = MakeStory();
    story.articles[0].published = Edtf(edtf);
    const auto csl = nlohmann::json::parse(Cite(story, CitationStyle::kCslJson));
    EXPECT_EQ(csl[0]["issued"], nlohmann::json::parse(issued)) << edtf;
  }
}

TEST(WriteCitation, NamesAreSplitOnlyWhereThatIsSafe) {
  const std::pair<const char*, const char*> cases[] = {
      {"Jane Doe", "Doe, Jane"},
      {"José María Aznar", "Aznar, José María"},
      {"Ursula von der Leyen", "von der Leyen, Ursula"},
      {"J. R. R. Tolkien", "Tolkien, J. R. R."},
      {"Reuters", "{Reuters}"},
      {"Martin King Jr.", "{Martin King Jr.}"},
      {"Charles Windsor III", "{Charles Windsor III}"},
      {"Council of Europe", "{Council of Europe}"},
      {"Jane Doe and John Roe", "{Jane Doe and John Roe}"},
      {"The Editors", "{The Editors}"},
      {"bell hooks", "{bell hooks}"},
      {"Doe, Jane", "{Doe, Jane}"},
      {"沈千帆", "{沈千帆}"},
      {"هالة المرساوي", "{هالة المرساوي}"},
      {"Иван Петров", "{Иван Петров}"},
  };
  for (const auto& [name, bibtex] : cases) {
    Story story = MakeStory();
    story.articles[0].authors = {{name, ""}};
    EXPECT_TRUE(
        Holds(Cite(story, CitationStyle::kBibtex), std::string("author = {") + bibtex + "}"))
        << Cite(story, CitationStyle::kBibtex);
  }
}

TEST(WriteCitation, Initials) {
  const std::pair<const char*, const char*> cases[] = {
      {"J.R.R. Tolkien", "Tolkien, J. R. R. ("},
      {"Jean-Paul A. Sartre", "Sartre, J.-P. A. ("},
      {"Ömer Ali Kaya", "Kaya, Ö. A. ("},
  };
  for (const auto& [name, apa] : cases) {
    Story story = MakeStory();
    story.articles[0].authors = {{name, ""}};
    EXPECT_TRUE(Holds(Cite(story, CitationStyle::kApa), apa)) << Cite(story, CitationStyle::kApa);
  }
}

TEST(WriteCitation, FieldsThatRunTheOtherWayAreIsolated) {
  Story story = MakeStory();
  story.articles[0].publisher.name = "صحيفة";
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kPlain), ", \u2068صحيفة\u2069, "));
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kMarkdown), ", \u2068صحيفة\u2069, "));
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kHtml), ", <bdi>صحيفة</bdi>, "));
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kBibtex), "{صحيفة}"));
  story.quotes[0].text = "أهلاً بكم";
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kPlain), "— \u2068Mark Rutte\u2069, "));
}

TEST(WriteCitation, DirectionControlsReachNoFurtherThanTheirField) {
  Story story = MakeStory();
  story.speakers[0].name = "\u202EMark\u2067 Ru\u200Ftte\u2069";
  EXPECT_TRUE(Holds(Cite(story, CitationStyle::kPlain), "— Mark Ru\u200Ftte, "));
}

TEST(WriteCitation, MalformedBytesAreReplaced) {
  Story story = MakeStory();
  story.quotes[0].text = "a\xFFz";
  EXPECT_TRUE(Cite(story, CitationStyle::kPlain).starts_with("“a\uFFFDz”"));
}

}  // namespace
}  // namespace saywhen
