#include "formats/html_quotes.h"

#include <gtest/gtest.h>

#include "platform/native/html_tokens.h"

namespace saywhen {
namespace {

// "words | name (role); name", a quote a line.
std::string Quotes(std::string_view html) {
  HtmlTextBuilder builder;
  NativeHtmlTokenizer().Tokenize(html, &builder);
  std::string all;
  for (const HtmlQuote& quote : QuotesOf(std::move(builder).Take())) {
    all += quote.text + " |";
    for (const HtmlQuote::Name& name : quote.speakers) {
      all += " " + name.name + (name.role.empty() ? "" : " (" + name.role + ")") + ";";
    }
    all += "\n";
  }
  return all;
}

TEST(HtmlQuotes, TheWordsAndWhoseTheyAre) {
  struct Case {
    std::string_view html;
    std::string_view quotes;
  };
  for (const Case& test : {
           Case{"<p>She said <q>yes</q>.", "yes |\n"},
           Case{"<blockquote>Yes</blockquote>", "Yes |\n"},
           Case{"<blockquote><p>Yes</p><cite>Ana</cite></blockquote>", "Yes | Ana;\n"},
           Case{"<blockquote>Yes — <cite>Ana, mayor</cite></blockquote>", "Yes | Ana (mayor);\n"},
           Case{"<blockquote>Yes<cite>Ana, mayor</cite><cite>Rui</cite></blockquote>",
                "Yes | Ana (mayor); Rui;\n"},
           Case{"<blockquote><p>Yes</p><footer>— <cite>Ana</cite></footer></blockquote>",
                "Yes | Ana;\n"},
           Case{"<blockquote><p>Yes</p><p>— Ana Prado (@prado) <a href=x>7 April</a></blockquote>",
                "Yes | Ana Prado;\n"},
           Case{"<blockquote>In <cite>The Book</cite> it says so</blockquote>",
                "In The Book it says so | The Book;\n"},
           Case{"<blockquote>Yes<cite>Ana, </cite></blockquote>", "Yes | Ana;\n"},
           Case{"<blockquote>Yes<cite>, </cite></blockquote>", "Yes |\n"},
           Case{"<blockquote>One<blockquote>Two</blockquote></blockquote>",
                "One\n\nTwo |\nTwo |\n"},
           Case{"<blockquote></blockquote><q></q>", ""},
       }) {
    EXPECT_EQ(Quotes(test.html), test.quotes) << test.html;
  }
}

}  // namespace
}  // namespace saywhen
