#include "explore/mentions.h"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <utility>
#include <vector>

#include "explore/spoken_of.h"
#include "support/make_story.h"
#include "support/seed.h"

namespace saywhen {
namespace {

// Speaker 0 says each of the texts; the others have these names.
Story Says(const std::vector<std::string>& texts, const std::vector<std::string>& names) {
  StoryMaker maker(static_cast<Index>(1 + names.size()));
  for (size_t i = 0; i < texts.size(); ++i) maker.Quote({{0}});
  Story story = maker.Take();
  story.speakers[0].name = "Ada Lovelace";
  for (size_t i = 0; i < names.size(); ++i) story.speakers[i + 1].name = names[i];
  for (size_t i = 0; i < texts.size(); ++i) story.quotes[i].text = texts[i];
  return story;
}

// "row>column:quote,quote …"
std::string Shown(const MentionMatrix& matrix) {
  std::string all;
  for (size_t row = 0; row < matrix.rows.size(); ++row) {
    for (size_t column = 0; column < matrix.columns.size(); ++column) {
      if (matrix.Of(row, column).empty()) continue;
      if (!all.empty()) all += " ";
      all += std::to_string(matrix.rows[row]) + ">" + std::to_string(matrix.columns[column]);
      char separator = ':';
      for (const Index quote : matrix.Of(row, column)) {
        all += separator + std::to_string(quote);
        separator = ',';
      }
    }
  }
  return all;
}

std::string Mentions(const Story& story, size_t most = 100) {
  return Shown(WhoMentionsWhom(story, SpokenOf(story), AllQuotes(story), most));
}

TEST(WhoMentionsWhom, FullNamesAsWholeWords) {
  const std::pair<const char*, const char*> cases[] = {
      {"I met Mark Rutte.", "0>1:0"},
      {"MARK  RUTTE’s plan", "0>1:0"},
      {"Mark-Rutte", "0>1:0"},
      {"Mark Mark Rutte", "0>1:0"},
      {"Mark said, Rutte", ""},
      {"Mark Rutter", ""},
      {"Denmark Rutte", ""},
      {"Rutte Mark", ""},
      {"Mark", ""},
      {"", ""},
  };
  for (const auto& [text, expected] : cases) {
    EXPECT_EQ(Mentions(Says({text}, {"Mark Rutte"})), expected) << text;
  }
}

TEST(WhoMentionsWhom, AccentsAndCaseDoNotCount) {
  EXPECT_EQ(Mentions(Says({"gokce ISILDAK'la"}, {"Gökçe Işıldak"})), "0>1:0");
  EXPECT_EQ(Mentions(Says({"ПЁТР"}, {"Петр"})), "0>1:0");
}

TEST(WhoMentionsWhom, AliasesOfFourLetters) {
  const std::pair<const char*, const char*> cases[] = {
      {"Rutte", "0>1:0"}, {"the boss", "0>1:0"}, {"Mar", ""},
      {"M. R.", ""},      {"澜清", "0>1:0"},     {"林", ""},
  };
  for (const auto& [alias, expected] : cases) {
    Story story = Says({std::string("With ") + alias + ", then"}, {"Mark Rutte"});
    story.speakers[1].aliases = {alias};
    EXPECT_EQ(Mentions(story), expected) << alias;
  }
}

TEST(WhoMentionsWhom, ScriptsWithoutBlanks) {
  EXPECT_EQ(Mentions(Says({"我看见林澜清在吃面", "林澜"}, {"林澜清"})), "0>1:0");
}

TEST(WhoMentionsWhom, NamesThatBeginAlike) {
  EXPECT_EQ(Mentions(Says({"Anna Karenina", "Anna", "Anna Pavlova", "Anna Karenina Pavlova"},
                          {"Anna Karenina", "Anna Pavlova", "Anna"})),
            "0>3:0,1,2,3 0>1:0,3 0>2:2");
}

TEST(WhoMentionsWhom, TheStorysOwnMentionsCount) {
  Story story = Says({"He is tough.", "Mark Rutte is."}, {"Mark Rutte"});
  story.quotes[0].more.Own().mentions = {1, 99};
  story.quotes[1].more.Own().mentions = {1};
  EXPECT_EQ(Mentions(story), "0>1:0,1");
}

TEST(WhoMentionsWhom, NobodyMentionsThemselves) {
  Story story = Says({"I am Ada Lovelace, no Mark Rutte"}, {"Mark Rutte"});
  story.quotes[0].more.Own().mentions = {0};
  EXPECT_EQ(Mentions(story), "0>1:0");
  story.quotes[0].speakers = {0, 1};
  EXPECT_EQ(Mentions(story), "");
}

TEST(WhoMentionsWhom, UnknownSpeakersHaveNoRow) {
  Story story = Says({"Mark Rutte"}, {"Mark Rutte"});
  story.quotes[0].speakers.clear();
  EXPECT_EQ(Mentions(story), "");
}

TEST(WhoMentionsWhom, OnlyTheGivenQuotesInTheirOrder) {
  const Story story = Says({"Mark Rutte", "Mark Rutte", "Mark Rutte"}, {"Mark Rutte"});
  const Index some[] = {2, 0, 99};
  EXPECT_EQ(Shown(WhoMentionsWhom(story, SpokenOf(story), some, 9)), "0>1:2,0");
}

TEST(WhoMentionsWhom, TheMostActiveComeFirstAndTheRestIsCut) {
  Story story =
      Says({"Bob Bo", "Cy Co, Bob Bo", "Cy Co", "Cy Co", "Dee Do"}, {"Bob Bo", "Cy Co", "Dee Do"});
  story.quotes[4].speakers = {1};
  EXPECT_EQ(Mentions(story), "0>2:1,2,3 0>1:0,1 1>3:4");
  EXPECT_EQ(Mentions(story, 2), "0>2:1,2,3 0>1:0,1");
  EXPECT_EQ(Mentions(story, 1), "0>2:1,2,3");
  EXPECT_EQ(Mentions(story, 0), "");
}

// The same by looking for each name in each quote.
TEST(WhoMentionsWhom, FindsWhatAPlainSearchFinds) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  const auto word = [&] { return std::string(1, static_cast<char>('a' + random() % 4)); };
  for (int round = 0; round < 50; ++round) {
    std::vector<std::string> names(6);
    std::vector<std::string> texts(6);
    for (std::string& name : names) name = word() + " " + word();
    for (std::string& text : texts) {
      text = word();
      for (int k = 0; k < 8; ++k) text += " " + word();
    }
    const Story story = Says(texts, names);
    const MentionMatrix matrix = WhoMentionsWhom(story, SpokenOf(story), AllQuotes(story), 99);
    for (size_t i = 0; i < names.size(); ++i) {
      std::vector<Index> expected;
      for (Index k = 0; k < texts.size(); ++k) {
        if ((" " + texts[k] + " ").find(" " + names[i] + " ") != std::string::npos) {
          expected.push_back(k);
        }
      }
      std::vector<Index> found;
      for (size_t column = 0; column < matrix.columns.size(); ++column) {
        if (matrix.columns[column] != i + 1) continue;
        const auto quotes = matrix.Of(0, column);
        found.assign(quotes.begin(), quotes.end());
      }
      EXPECT_EQ(found, expected) << names[i];
    }
  }
}

}  // namespace
}  // namespace saywhen
