#include "base/sort.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <limits>
#include <random>
#include <string>

namespace saywhen {
namespace {

struct Item {
  uint64_t key;
  int number;
};

TEST(SortItems, IsStdStableSortAtEverySize) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (const size_t size : {0, 1, 2, 63, 64, 65, 5000}) {
    for (const uint64_t most : {uint64_t{3}, uint64_t{70'000}, ~uint64_t{0}}) {
      std::vector<Item> items;
      for (size_t i = 0; i < size; ++i) {
        items.push_back({random() % most, static_cast<int>(i)});
      }
      std::vector<Item> expected = items;
      std::stable_sort(expected.begin(), expected.end(),
                       [](const Item& a, const Item& b) { return a.key < b.key; });
      SortItems(&items, [](const Item& item) { return item.key; });
      for (size_t i = 0; i < size; ++i) ASSERT_EQ(items[i].number, expected[i].number) << i;
    }
  }
}

TEST(SortKey, StandsInTheOrderOfWhatItIsOf) {
  const int64_t numbers[] = {std::numeric_limits<int64_t>::min(), -5, -1, 0, 1,
                             std::numeric_limits<int64_t>::max()};
  for (size_t i = 1; i < std::size(numbers); ++i) {
    EXPECT_LT(SortKey(numbers[i - 1]), SortKey(numbers[i])) << numbers[i];
  }
  const float floats[] = {
      -std::numeric_limits<float>::infinity(), -7.5F, -1e-30F, 0.0F, 1e-30F, 2.0F,
      std::numeric_limits<float>::infinity()};
  for (size_t i = 1; i < std::size(floats); ++i) {
    EXPECT_LT(SortKey(floats[i - 1]), SortKey(floats[i])) << floats[i];
  }
  EXPECT_LT(Descending(8), Descending(7));
}

TEST(SortedTexts, IsStdStableSortOfAllBytes) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937_64 random(seed);
  for (const size_t size : {0, 1, 2, 64, 65, 3000}) {
    std::vector<std::string> texts(size);
    for (std::string& text : texts) {
      // Few different bytes, the lowest and the highest among them, and lengths about those of the
      // pieces: many texts are the same, or the beginning of another.
      text.assign(random() % 23, '\0');
      for (char& c : text) c = "\0\xFF"[random() % 8 / 7];
    }
    std::vector<uint32_t> expected = CountUp(size);
    std::stable_sort(expected.begin(), expected.end(),
                     [&](uint32_t a, uint32_t b) { return texts[a] < texts[b]; });
    EXPECT_EQ(SortedTexts({texts.begin(), texts.end()}), expected) << size;
  }
}

TEST(MedianOf, TheUpperOneOfTwo) {
  EXPECT_EQ(MedianOf({3}), 3);
  EXPECT_EQ(MedianOf({9, -4}), 9);
  EXPECT_EQ(MedianOf({9, -4, 7}), 7);
}

}  // namespace
}  // namespace saywhen
