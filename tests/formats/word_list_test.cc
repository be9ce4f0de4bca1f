#include "formats/word_list.h"

#include <gtest/gtest.h>

namespace saywhen {
namespace {

TEST(WordList, HasWholeWords) {
  constexpr std::string_view kList = " ad ads form menu ";
  for (const std::string_view word : {"ad", "ads", "form", "menu"}) {
    EXPECT_TRUE(HasWord(kList, word)) << word;
  }
  for (const std::string_view word :
       {"", " ", "a", "d", "s", "for", "orm", "form menu", " ad", "ad ", "menus", "menu ", "x"}) {
    EXPECT_FALSE(HasWord(kList, word)) << word;
  }
}

}  // namespace
}  // namespace saywhen
