// src/platform/web/small_libc.cc, which only the wasm modules are linked with, beside the C
// library's own.

#include <gtest/gtest.h>

#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <random>
#include <string>

extern "C" {
double __wrap_strtod(const char* text, char** end);
int __wrap_snprintf(char* text, size_t size, const char* format, ...);
}

namespace saywhen {
namespace {

double Read(const std::string& text) {
  char* end = nullptr;
  const double value = __wrap_strtod(text.c_str(), &end);
  EXPECT_EQ(end, text.c_str() + text.size()) << text;
  return value;
}

TEST(SmallStrtod, ReadsWhatStoriesHoldExactly) {
  for (const char* text : {"0.0", "-0.0", "1.0", "0.97", "0.1", "-12.5", "1e3", "2.5E-3", "1e+22",
                           "123456.789012", "0.000001", "900719925474099.0", "-1e-7"}) {
    EXPECT_EQ(Read(text), std::strtod(text, nullptr)) << text;
    EXPECT_EQ(std::signbit(Read(text)), text[0] == '-') << text;
  }
}

TEST(SmallStrtod, IsNearTheNumberWhateverItsLength) {
  const auto seed = std::random_device{}();
  SCOPED_TRACE("seed " + std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < 20'000; ++i) {
    std::string text = std::to_string(1 + random() % 9) + ".";
    for (auto digits = 1 + random() % 40; digits > 0; --digits) {
      text += static_cast<char>('0' + random() % 10);
    }
    text += "e" + std::to_string(static_cast<int>(random() % 600) - 300);
    const double expected = std::strtod(text.c_str(), nullptr);
    EXPECT_NEAR(Read(text) / expected, 1, 1e-14) << text;
  }
}

TEST(SmallStrtod, GoesToTheEndsOfWhatThereIs) {
  EXPECT_EQ(Read("1e400"), INFINITY);
  EXPECT_EQ(Read("-1e99999999999"), -INFINITY);
  EXPECT_EQ(Read("1e-400"), 0);
  EXPECT_EQ(Read("0e99999999999"), 0);
  EXPECT_EQ(Read("1." + std::string(100'000, '7')), Read("1.7777777777777777777"));
  EXPECT_EQ(Read(std::string(400, '9') + ".0"), INFINITY);
  EXPECT_NEAR(Read("0." + std::string(310, '0') + "25") / 2.5e-311, 1, 1e-9);
}

TEST(SmallSnprintf, WritesAByteAsTheJsonLibraryDoes) {
  for (const unsigned value : {0U, 0x1FU, 0x7FU, 0xFFU}) {
    char expected[9];
    char text[9];
    EXPECT_EQ(std::snprintf(expected, sizeof expected, "<U+%.4X>", value),
              __wrap_snprintf(text, sizeof text, "<U+%.4X>", value));
    EXPECT_STREQ(text, expected);
  }
  char small[8] = "kept";
  EXPECT_EQ(__wrap_snprintf(small, sizeof small, "<U+%.4X>", 1U), 8);
  EXPECT_STREQ(small, "kept");
}

}  // namespace
}  // namespace saywhen
