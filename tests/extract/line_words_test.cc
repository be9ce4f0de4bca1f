#include "extract/line_words.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(LineWords, AreInTheFormInWhichTheyAreCompared) {
  struct Case {
    std::string_view line;
    std::string_view words;
  };
  for (const Case& test : {
           Case{"", ""},
           Case{"Leave a Comment!", "leave a comment"},
           Case{"İLGİLİ Haberler, ılık", "ilgili haberler ilik"},
           Case{"MAIL-ADRESSE ÄNDERN", "mail adresse ändern"},
           Case{"Don’t don't", "don't don't"},
           Case{"Tags: #a | b * c", "tags : a | b * c"},
           Case{"12 comments, 18:05 on 13.02.2025", "# comments # on #"},
           Case{"© 2031 X", "© # x"},
           Case{"A/B", "a / b"},
           Case{"e\u0301t\u200Be\u00AD", "ete"},
           Case{"ΑΒΓ АБВ ЁЖ", "αβγ абв ёж"},
           Case{"B2B covid19 7up", "b2b covid19 # up"},
           Case{"漢字 仮名", "漢字 仮名"},
       }) {
    LineWords words;
    FindLineWords(test.line, &words);
    EXPECT_EQ(words.text, test.words) << test.line;
    std::string joined;
    for (size_t i = 0; i < words.size(); ++i) joined += (i == 0 ? "" : " ") + std::string(words[i]);
    EXPECT_EQ(joined, words.text);
  }
}

TEST(LineWords, KnowWhereTheyStoodInTheLine) {
  constexpr std::string_view kLine = "„Überall“, 12:30 Uhr";
  LineWords words;
  FindLineWords(kLine, &words);
  ASSERT_EQ(words.size(), 3U);
  const auto at = [&](size_t i) {
    return kLine.substr(words.source[i].begin, words.source[i].size());
  };
  EXPECT_EQ(at(0), "Überall");
  EXPECT_EQ(at(1), "12:30");
  EXPECT_EQ(at(2), "Uhr");
  EXPECT_EQ(words.Between(1, 3), "# uhr");
}

}  // namespace
}  // namespace saywhen
