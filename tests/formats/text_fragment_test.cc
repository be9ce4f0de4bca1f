#include "formats/text_fragment.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "support/make_story.h"

namespace saywhen {
namespace {

Story MakeStory(const std::string& words) {
  StoryMaker maker(1);
  maker.Quote({{0}});
  Story story = maker.Take();
  story.articles[0].url = "https://example.org/a";
  story.quotes[0].text = words;
  return story;
}

std::string UrlOf(const Story& story) { return PassageUrl(story, story.quotes[0]); }

// Of a quote of these words; what follows the address and "#:~:text=".
std::string DirectiveOf(const std::string& words) {
  const std::string url = UrlOf(MakeStory(words));
  const std::string begin = "https://example.org/a#:~:text=";
  EXPECT_TRUE(url.starts_with(begin)) << url;
  return url.substr(begin.size());
}

TEST(PassageUrl, ShortWordsAreWhole) {
  EXPECT_EQ(DirectiveOf("We stay"), "We%20stay");
  EXPECT_EQ(DirectiveOf("1 2 3 4 5 6 7 8 9 10 11 12"),
            "1%202%203%204%205%206%207%208%209%2010%2011%2012");
}

TEST(PassageUrl, OfLongWordsTheBeginningAndTheEnd) {
  EXPECT_EQ(DirectiveOf("1 2 3 4 5 6 7 8 9 10 11 12 13"),
            "1%202%203%204%205,9%2010%2011%2012%2013");
}

TEST(PassageUrl, WhatTheGrammarUsesIsEncoded) {
  const std::pair<const char*, const char*> cases[] = {
      {"Minsk-3, a & b", "Minsk%2D3%2C%20a%20%26%20b"},
      {"100% #1 + (x)", "100%25%20%231%20%2B%20%28x%29"},
      {"a.b_c", "a.b_c"},
      {"şimdi", "%C5%9Fimdi"},
      {"a \t b", "a%20b"},
  };
  for (const auto& [words, directive] : cases) EXPECT_EQ(DirectiveOf(words), directive);
}

TEST(PassageUrl, ParagraphsAreARange) {
  EXPECT_EQ(DirectiveOf("a b c d e\n\nf g h i j"), "a%20b%20c%20d%20e,f%20g%20h%20i%20j");
}

TEST(PassageUrl, WithoutBlanksItIsCutAtClauses) {
  // Ten clauses of six characters: about three words each.
  std::string words;
  for (int i = 0; i < 10; ++i) words += "我听见全厂人，";
  const std::string clause = "%E6%88%91%E5%90%AC%E8%A7%81%E5%85%A8%E5%8E%82%E4%BA%BA%EF%BC%8C";
  EXPECT_EQ(DirectiveOf(words), clause + clause + "," + clause + clause);
}

TEST(PassageUrl, OneLongClauseIsWhole) {
  std::string words;
  std::string encoded;
  for (int i = 0; i < 40; ++i) {
    words += "船";
    encoded += "%E8%88%B9";
  }
  EXPECT_EQ(DirectiveOf(words), encoded);
}

struct ContextCase {
  const char* prefix;
  const char* suffix;
  const char* directive;
};

TEST(PassageUrl, TheSelectorGivesItsSurroundings) {
  const ContextCase cases[] = {
      {"", "", "We%20stay"},
      // The first word of the prefix and the last of the suffix may be halves.
      {"ears ago he said: ", " and then they lef",
       "ago%20he%20said%3A-,We%20stay,-and%20then%20they"},
      {"one", "two", "We%20stay"},
      {" said ", " then ", "said-,We%20stay,-then"},
      {"a b c d e f ", " g h i j k l", "c%20d%20e%20f-,We%20stay,-g%20h%20i%20j"},
      // What stands in another paragraph is another block of the page.
      {"the end.\n\nHe said ", " now.\n\nNext", "He%20said-,We%20stay,-now."},
      {"the end.\n\n", "\n\nNext", "We%20stay"},
  };
  for (const ContextCase& c : cases) {
    Story story = MakeStory("Other words");
    story.quotes[0].selector = {"We stay", c.prefix, c.suffix, ""};
    EXPECT_EQ(UrlOf(story), std::string("https://example.org/a#:~:text=") + c.directive);
  }
}

TEST(PassageUrl, ASplitQuoteHasADirectiveAPart) {
  Story story = MakeStory("We stay, and fight.");
  story.articles[0].text = "“We stay,” he said, “and fight.”";
  story.quotes[0].spans = {{3, 11}, {27, 37}};
  story.quotes[0].selector = {"We stay,” he said, “and fight.", " began. “", "” We ", ""};
  EXPECT_EQ(UrlOf(story),
            "https://example.org/a#:~:text=began.%20%E2%80%9C-,We%20stay%2C&text=and%20fight.,-"
            "%E2%80%9D%20We");
}

TEST(PassageUrl, AFragmentIsKeptAndADirectiveReplaced) {
  const std::pair<const char*, const char*> cases[] = {
      {"https://a/b#part", "https://a/b#part:~:text=We"},
      {"https://a/b#", "https://a/b#:~:text=We"},
      {"https://a/b#:~:text=old", "https://a/b#:~:text=We"},
      {"https://a/b#part:~:text=old", "https://a/b#part:~:text=We"},
      {"https://a/b?c=d", "https://a/b?c=d#:~:text=We"},
  };
  for (const auto& [url, expected] : cases) {
    Story story = MakeStory("We");
    story.articles[0].url = url;
    EXPECT_EQ(UrlOf(story), expected);
  }
}

TEST(PassageUrl, TheQuotesAddressStandsInForTheArticles) {
  Story story = MakeStory("We");
  story.articles[0].url = "ftp://a";
  story.quotes[0].url = "http://b/c";
  EXPECT_EQ(UrlOf(story), "http://b/c#:~:text=We");
  story.quotes[0].article = kNone;
  EXPECT_EQ(UrlOf(story), "http://b/c#:~:text=We");
}

TEST(PassageUrl, EmptyWithoutAnAddressOfTheWeb) {
  for (const char* url : {"", "javascript:alert(1)", "/a"}) {
    Story story = MakeStory("We");
    story.articles[0].url = story.quotes[0].url = url;
    EXPECT_EQ(UrlOf(story), "");
  }
}

}  // namespace
}  // namespace saywhen
