#include "ui/strings.h"

#include <gtest/gtest.h>

#include <string>

namespace saywhen {
namespace {

TEST(Fill, ReplacesTheFirstAndTheSecondPlace) {
  const struct {
    const char* pattern;
    const char* first;
    const char* second;
    const char* expected;
  } kCases[] = {
      {"", "a", "b", ""},
      {"no place", "a", "b", "no place"},
      {"{}", "a", "b", "a"},
      {"{} of {}", "3", "11", "3 of 11"},
      {"show {} more", "24", "", "show 24 more"},
      {"{}", "{}", "b", "{}"},
      {"{}{}", "a", "b", "ab"},
      {"a brace { or }", "a", "b", "a brace { or }"},
      {"{}–{}", "٢٠١٠", "٢٠١٤", "٢٠١٠–٢٠١٤"},
  };
  for (const auto& test : kCases) {
    EXPECT_EQ(Fill(test.pattern, test.first, test.second), test.expected) << test.pattern;
  }
}

TEST(QuotationMarksOf, AreTheLanguages) {
  const struct {
    const char* language;
    const char* around_a;
  } kCases[] = {
      {"", "“a”"},        {"en", "“a”"}, {"en-GB", "“a”"},          {"tr", "“a”"},
      {"zh-Hant", "“a”"}, {"de", "„a“"}, {"de-AT", "„a“"},          {"ar", "«a»"},
      {"ar-EG", "«a»"},   {"ru", "«a»"}, {"fr", "«\u00A0a\u00A0»"}, {"pl", "„a”"},
      {"ja", "「a」"},    {"xx", "“a”"},
  };
  for (const auto& test : kCases) {
    const QuotationMarks marks = QuotationMarksOf(test.language);
    EXPECT_EQ(std::string(marks.open) + "a" + std::string(marks.close), test.around_a)
        << test.language;
  }
}

}  // namespace
}  // namespace saywhen
