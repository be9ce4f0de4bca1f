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
  EXPECT_EQ(DirectiveOf("We stay here, whatever they may say about it, until the very last day."),
            "We%20stay%20here%2C%20whatever%20they%20may%20say%20about%20it%2C%20until%20the%20very"
            "%20last%20day.");
}

TEST(PassageUrl, OfLongWordsTheBeginningAndTheEnd) {
  EXPECT_EQ(DirectiveOf("First and foremost, we agree that when negotiations begin, we must ensure "
                        "that Ukraine is in the best possible position."),
            "First%20and%20foremost%2C%20we%20agree%20that,in%20the%20best%20possible%20position.");
}

TEST(PassageUrl, OneLongWordIsWhole) {
  EXPECT_EQ(DirectiveOf(std::string(200, 'a')), std::string(200, 'a'));
  EXPECT_EQ(DirectiveOf(std::string(200, 'a') + " b"), std::string(200, 'a') + "%20b");
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
  EXPECT_EQ(DirectiveOf("We stay.\n\nWe fight."), "We%20stay.,fight.");
}

TEST(PassageUrl, WithoutBlanksItIsCutAtClauses) {
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
      {"the wife of one of them then ", " and many of them said that it",
       "of%20one%20of%20them%20then-,We%20stay,-and%20many%20of%20them%20said"},
      // What stands in another paragraph is another block of the page.
      {"the end.\n\nHe said ", " now.\n\nNext", "He%20said-,We%20stay,-now."},
      {"the end.\n\n", "\n\nNext", "We%20stay"},
  };
  for (const ContextCase& c : cases) {
    Story story = MakeStory("Other words");
    story.quotes[0].selector = Selector{"We stay", c.prefix, c.suffix, ""};
    EXPECT_EQ(UrlOf(story), std::string("https://example.org/a#:~:text=") + c.directive);
  }
}

TEST(PassageUrl, ASplitQuoteHasADirectiveAPart) {
  Story story = MakeStory("We stay, and fight.");
  story.articles[0].text = "“We stay,” he said, “and fight.”";
  story.quotes[0].spans = {{3, 11}, {27, 37}};
  story.quotes[0].selector = Selector{"We stay,” he said, “and fight.", " began. “", "” We ", ""};
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
  story.quotes[0].more.Own().url = "http://b/c";
  EXPECT_EQ(UrlOf(story), "http://b/c#:~:text=We");
  story.quotes[0].article = kNone;
  EXPECT_EQ(UrlOf(story), "http://b/c#:~:text=We");
}

TEST(PassageUrl, EmptyWithoutAnAddressOfTheWeb) {
  for (const char* url : {"", "javascript:alert(1)", "/a"}) {
    Story story = MakeStory("We");
    story.articles[0].url = story.quotes[0].more.Own().url = url;
    EXPECT_EQ(UrlOf(story), "");
  }
}

}  // namespace
}  // namespace saywhen
