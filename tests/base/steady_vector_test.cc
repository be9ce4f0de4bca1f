#include "base/steady_vector.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace saywhen {
namespace {

std::string Joined(const SteadyVector<std::string>& items) {
  std::string joined;
  for (const std::string& item : items) joined += item + ";";
  return joined;
}

TEST(SteadyVector, ItemsStayWhereTheyAre) {
  SteadyVector<std::string> items = {"a", "b"};
  const std::string* a = &items[0];
  for (int i = 0; i < 1000; ++i) items.push_back("c");
  EXPECT_EQ(&items[0], a);
  const SteadyVector<std::string> moved = std::move(items);
  EXPECT_EQ(&moved[0], a);
  EXPECT_EQ(moved.size(), 1002U);
}

TEST(SteadyVector, CopiesOwnTheirs) {
  SteadyVector<std::string> items = {"a", "b", "c"};
  SteadyVector<std::string> copy = items;
  copy.front() = "x";
  copy.emplace_back() = "y";
  for (std::string& item : copy) item += "!";
  EXPECT_EQ(Joined(items), "a;b;c;");
  EXPECT_EQ(Joined(copy), "x!;b!;c!;y!;");
  items = copy;
  items.pop_back();
  items.Shorten(2);
  EXPECT_EQ(Joined(items), "x!;b!;");
  EXPECT_EQ(items.back(), "b!");
  EXPECT_EQ(copy.size(), 4U);
  items.Shorten(0);
  EXPECT_TRUE(items.empty());
  EXPECT_EQ(items.begin(), items.end());
}

}  // namespace
}  // namespace saywhen
