#include "formats/passage_search.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(SameWords, Table) {
  struct Case {
    const char* name;
    const char* a;
    const char* b;
    bool expected;
  };
  const Case cases[] = {
      {"both empty", "", "", true},
      {"equal", "we stand", "we stand", true},
      {"line break for blank", "we\nstand", "we stand", true},
      {"no-break space", "we\u00A0stand", "we stand", true},
      {"ideographic space", "他\u3000说", "他说", true},
      {"space around", "  we stand\t", "we stand", true},
      {"joined spans", "we stand,and we will", "we stand, and we will", true},
      {"empty against space", " \n", "", true},
      {"another word", "we sit", "we stand", false},
      {"beginning only", "we", "we stand", false},
      {"case matters", "We stand", "we stand", false},
      {"same first byte", "é", "è", false},
  };
  for (const Case& c : cases) {
    EXPECT_EQ(SameWords(c.a, c.b), c.expected) << c.name;
    EXPECT_EQ(SameWords(c.b, c.a), c.expected) << c.name;
  }
}

TEST(PassageSearch, Finds) {
  const std::string_view text = "He said:\n\u201CWe will  stay.\u201D Later: we will stay.";
  const PassageSearch search(text);
  const auto found = [&](std::string_view words) {
    std::vector<std::string_view> pieces;
    for (const TextSpan span : search.Find(words, 10))
      pieces.push_back(text.substr(span.begin, span.size()));
    return pieces;
  };
  using Pieces = std::vector<std::string_view>;
  EXPECT_EQ(found("We will stay."), Pieces{"We will  stay."});
  EXPECT_EQ(found("will stay"), (Pieces{"will  stay", "will stay"}));
  EXPECT_EQ(found("said: \u201CWe"), Pieces{"said:\n\u201CWe"});
  EXPECT_EQ(found("absent"), Pieces{});
  EXPECT_EQ(found(""), Pieces{});
  EXPECT_EQ(found(" \n"), Pieces{});
}

TEST(PassageSearch, OverlappingPlacesAndLimit) {
  const PassageSearch search("aaaa");
  EXPECT_EQ(search.Find("aa", 10), (std::vector<TextSpan>{{0, 2}, {1, 3}, {2, 4}}));
  EXPECT_EQ(search.Find("aa", 2).size(), 2U);
  EXPECT_EQ(PassageSearch("").Find("a", 1).size(), 0U);
}

TEST(PassageSearch, LongRepetitionIsLinear) {
  const std::string text(1 << 20, 'a');
  const std::string words = std::string(1 << 19, 'a') + "b";
  EXPECT_TRUE(PassageSearch(text).Find(words, 2).empty());
}

TEST(PassageSearch, Best) {
  const std::string_view text = "one yes two. three yes four. five yes six.";
  const PassageSearch search(text);
  EXPECT_EQ(search.Best("yes", "three ", " four", 0).begin, 19U);
  EXPECT_EQ(search.Best("yes", "five", "", 0).begin, 34U);
  EXPECT_EQ(search.Best("yes", "", "two", 40).begin, 4U);
  EXPECT_EQ(search.Best("yes", "", "", 36).begin, 34U) << "the nearest";
  EXPECT_EQ(search.Best("yes", "", "", 0).begin, 4U);
  EXPECT_TRUE(search.Best("no", "one", "two", 0).empty());
}

}  // namespace
}  // namespace saywhen
