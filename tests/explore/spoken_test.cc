#include "explore/spoken.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "explore/spoken_of.h"
#include "support/make_story.h"

namespace saywhen {
namespace {

uint32_t CountWords(std::string_view text) {
  StoryMaker maker(1);
  maker.Quote({{0}});
  Story story = maker.Take();
  story.quotes[0].text = text;
  return SpokenOf(story).Words(0);
}

TEST(SpokenWords, OfAllScripts) {
  const std::pair<const char*, uint32_t> cases[] = {
      {"", 0},
      {" … — “”!", 0},
      {"We want to end this war.", 6},
      {"one,two;three—four", 4},
      {"2010 to 2014", 3},
      {"Çağrı, şimdi İZMİR’de", 4},
      {"أهلاً بكم في بيتكم", 4},
      {"青螺湾造的船", 6},
      {"ひらカナ", 4},
      {"船 is a boat 🚢", 4},
  };
  for (const auto& [text, words] : cases) EXPECT_EQ(CountWords(text), words) << text;
}

TEST(SpokenWords, AVeryLongWordIsOne) { EXPECT_EQ(CountWords(std::string(1000, 'a') + " b"), 2U); }

TEST(Spoken, MentionsOthersOnceEach) {
  StoryMaker maker(3);
  maker.Quote({{0}}).Quote({{}});
  Story story = maker.Take();
  story.speakers[0].name = "Ada Lovelace";
  story.speakers[1].name = "Mark Rutte";
  story.quotes[0].text = "I, Ada Lovelace, met Mark Rutte, Mark Rutte!";
  story.quotes[0].more.Own().mentions = {2, 99};
  story.quotes[1].text = "Ada Lovelace did";
  const Spoken spoken = SpokenOf(story);
  const auto mentioned = [&](Index quote) {
    const std::span<const Index> who = spoken.Mentioned(quote);
    return std::vector<Index>(who.begin(), who.end());
  };
  EXPECT_EQ(mentioned(0), (std::vector<Index>{2, 1}));
  EXPECT_EQ(mentioned(1), (std::vector<Index>{0}));
}

}  // namespace
}  // namespace saywhen
