#include "base/rare.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace saywhen {
namespace {

TEST(Rare, ReadsAsEmptyWhereNoneWasSet) {
  const Rare<std::string> none;
  EXPECT_TRUE(none->empty());
  EXPECT_EQ(none, Rare<std::string>(std::string()));
}

TEST(Rare, IsMadeWhenItIsFirstChanged) {
  Rare<std::string> text;
  EXPECT_EQ(text.Get(), nullptr);
  text.Own() += "word";
  ASSERT_NE(text.Get(), nullptr);
  EXPECT_EQ(*text, "word");
}

TEST(Rare, CopiesOwnTheirCopies) {
  Rare<std::string> text(std::string("word"));
  const Rare<std::string> copy = text;
  text.Own() = "other";
  EXPECT_EQ(*copy, "word");
  text = copy;
  EXPECT_EQ(text, copy);
}

TEST(Rare, MovesWithoutACopy) {
  Rare<std::string> text(std::string("word"));
  const Rare<std::string> moved = std::move(text);
  EXPECT_EQ(*moved, "word");
}

}  // namespace
}  // namespace saywhen
