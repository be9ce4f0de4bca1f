#include "explore/near_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "support/seed.h"

namespace saywhen {
namespace {

// The table of distances as it is defined, cell by cell.
std::vector<uint32_t> PlainDistances(const std::u32string& pattern, const std::u32string& text,
                                     bool anchored) {
  std::vector<uint32_t> column(pattern.size() + 1);
  for (uint32_t row = 0; row < column.size(); ++row) column[row] = row;
  std::vector<uint32_t> distances;
  for (const char32_t symbol : text) {
    uint32_t diagonal = column[0];
    if (anchored) ++column[0];
    for (size_t row = 1; row < column.size(); ++row) {
      const uint32_t same = diagonal + (pattern[row - 1] == symbol ? 0 : 1);
      diagonal = column[row];
      column[row] = std::min({same, column[row] + 1, column[row - 1] + 1});
    }
    distances.push_back(column.back());
  }
  return distances;
}

TEST(EditDistances, AreThoseOfTheTableWhateverTheBlocks) {
  SAYWHEN_TRACE_SEED();
  std::mt19937 random(Seed());
  for (const size_t length : {1, 2, 12, 63, 64, 65, 127, 128, 129, 200, 700}) {
    for (const uint32_t letters : {1, 2, 4, 30, 5000}) {
      std::u32string pattern(length, U'\0');
      std::u32string text(300, U'\0');
      for (char32_t& c : pattern) c = static_cast<char32_t>(random() % letters);
      for (char32_t& c : text) c = static_cast<char32_t>(random() % letters);
      // Some of the pattern in the text, so that small distances occur too.
      text.replace(40, std::min<size_t>(length, 200), pattern, 0, std::min<size_t>(length, 200));
      text[50] = U'x';
      for (const bool anchored : {false, true}) {
        ASSERT_EQ(EditDistances(pattern, text, anchored), PlainDistances(pattern, text, anchored))
            << length << " of " << letters << " letters" << (anchored ? ", anchored" : "");
      }
    }
  }
}

TEST(FindNear, Table) {
  struct Case {
    const char* name;
    std::u32string pattern;
    std::u32string text;
    uint32_t most;
    std::vector<std::u32string> found;
  };
  const Case cases[] = {
      {"exact", U"promise", U"no promise was", 0, {U"promise"}},
      {"substituted", U"promise", U"no promice was", 1, {U"promice"}},
      {"deleted", U"promise", U"no promse was", 1, {U"promse"}},
      {"inserted", U"promise", U"no promiise was", 1, {U"promiise"}},
      {"too far", U"promise", U"no premice was", 1, {}},
      {"at the beginning", U"promise", U"romise was", 1, {U"romise"}},
      {"at the end", U"promise", U"no promis", 1, {U"promis"}},
      {"two places", U"promise", U"promise, promize", 1, {U"promise", U"promize"}},
      {"the best of overlapping ones", U"aaaa", U"baaaab", 2, {U"aaaa"}},
      {"the shortest of equal ones", U"stay.", U"we stay here", 1, {U"stay"}},
      {"empty text", U"promise", U"", 3, {}},
  };
  for (const Case& c : cases) {
    std::vector<std::u32string> found;
    for (const NearMatch& match : FindNear(c.pattern, c.text, c.most)) {
      found.push_back(c.text.substr(match.begin, match.end - match.begin));
      EXPECT_LE(match.edits, c.most) << c.name;
    }
    EXPECT_TRUE(found == c.found) << c.name << ": " << found.size();
  }
}

TEST(FindNear, KeepsTheBestOfManyPlaces) {
  std::u32string text;
  for (int i = 0; i < 200; ++i) text += i == 150 ? U"promise | " : U"promize | ";
  const std::vector<NearMatch> found = FindNear(std::u32string(U"promise"), text, 1);
  ASSERT_EQ(found.size(), kMostNearMatches);
  EXPECT_EQ(std::count_if(found.begin(), found.end(),
                          [](const NearMatch& match) { return match.edits == 0; }),
            1);
  EXPECT_TRUE(std::is_sorted(found.begin(), found.end(),
                             [](const auto& a, const auto& b) { return a.begin < b.begin; }));
}

}  // namespace
}  // namespace saywhen
