#include "base/invisible.h"

#include <gtest/gtest.h>

#include "base/utf8.h"

namespace saywhen {
namespace {

TEST(WithInvisibleShown, Names) {
  const struct {
    const char* name;
    const char* shown;
  } kCases[] = {
      {"", ""},
      {"Mark Rutte", "Mark Rutte"},
      {"Mark\u200B Rutte", "Mark[U+200B] Rutte"},
      {"Mark \u202EetuR", "Mark [U+202E]etuR"},
      {"a\u00ADb\u2066c\uFEFFd\u3164e", "a[U+00AD]b[U+2066]c[U+FEFF]d[U+3164]e"},
      {"\u200F\u0645\u0646\u0649\u200F", "\u0645\u0646\u0649"},
      {"\u202A\u202EMark\u202C", "Mark"},
      {"\u202E", ""},
      {"\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
       "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},
      {"\U0001F469\u200D\U0001F680", "\U0001F469\u200D\U0001F680"},
      {"a\tb\x7F", "a[U+0009]b"},
  };
  for (const auto& test : kCases) EXPECT_EQ(WithInvisibleShown(test.name), test.shown);
}

TEST(WithInvisibleShown, AllTwelveDirectionControls) {
  for (const char32_t control : {0x061C, 0x200E, 0x200F, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E,
                                 0x2066, 0x2067, 0x2068, 0x2069}) {
    std::string name = "a";
    AppendCodePoint(&name, control);
    name += "b";
    EXPECT_EQ(WithInvisibleShown(name).find("a[U+"), 0U) << static_cast<uint32_t>(control);
  }
}

}  // namespace
}  // namespace saywhen
