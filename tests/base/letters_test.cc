#include "base/letters.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace saywhen {
namespace {

TEST(LowerCase, OfLatinGreekAndCyrillic) {
  const struct {
    char32_t capital;
    char32_t small;
  } kCases[] = {{U'A', U'a'}, {U'Z', U'z'}, {U'Ä', U'ä'}, {U'Þ', U'þ'}, {U'Ā', U'ā'}, {U'Ğ', U'ğ'},
                {U'Ş', U'ş'}, {U'Ł', U'ł'}, {U'Ň', U'ň'}, {U'Ÿ', U'ÿ'}, {U'Ź', U'ź'}, {U'Ž', U'ž'},
                {U'Α', U'α'}, {U'Ω', U'ω'}, {U'А', U'а'}, {U'Я', U'я'}, {U'Ё', U'ё'}, {U'Ѓ', U'ѓ'},
                {U'Ґ', U'ґ'}, {U'Ạ', U'ạ'}, {U'Ỹ', U'ỹ'}, {U'Ẁ', U'ẁ'}};
  for (const auto& each : kCases) {
    EXPECT_EQ(LowerCase(each.capital), each.small) << static_cast<uint32_t>(each.capital);
    EXPECT_EQ(LowerCase(each.small), each.small) << static_cast<uint32_t>(each.small);
  }
}

TEST(LowerCase, EveryIWithACapitalIsI) {
  EXPECT_EQ(LowerCase(U'I'), U'i');
  EXPECT_EQ(LowerCase(U'İ'), U'i');
  EXPECT_EQ(LowerCase(U'ı'), U'ı');
}

TEST(LowerCase, WhatHasNoCaseStays) {
  for (const char32_t c : {U'×', U'÷', U'ß', U'ŉ', U'ĸ', U'ſ', U'0', U'@', U'[', U'`', U'{', U'中',
                           U'ا', U'“', char32_t{0x3A2}, char32_t{0xFFFD}, char32_t{0x10FFFF}}) {
    EXPECT_EQ(LowerCase(c), c) << static_cast<uint32_t>(c);
  }
}

TEST(LowerCase, OfASmallLetterIsItselfWhateverTheLetter) {
  for (char32_t c = 0; c < 0x3000; ++c) {
    ASSERT_EQ(LowerCase(LowerCase(c)), LowerCase(c)) << static_cast<uint32_t>(c);
  }
}

TEST(IsUpperCase, CapitalsOnly) {
  for (const char32_t c : {U'A', U'Ö', U'İ', U'I', U'Ş', U'Ω', U'Я', U'Ž'}) {
    EXPECT_TRUE(IsUpperCase(c)) << static_cast<uint32_t>(c);
  }
  for (const char32_t c : {U'a', U'ö', U'ı', U'i', U'ş', U'ω', U'я', U'ß', U'1', U'-', U'中'}) {
    EXPECT_FALSE(IsUpperCase(c)) << static_cast<uint32_t>(c);
  }
}

TEST(IsLetter, OfAnyScriptWithItsAccents) {
  for (const char32_t c : {U'a',
                           U'Z',
                           U'ß',
                           U'ª',
                           U'µ',
                           U'º',
                           U'ğ',
                           U'я',
                           U'ω',
                           U'ا',
                           U'א',
                           U'中',
                           U'あ',
                           U'ア',
                           U'한',
                           U'々',
                           U'ﬁ',
                           U'Ａ',
                           char32_t{0x301},
                           char32_t{0x1E9E},
                           char32_t{0x20000}}) {
    EXPECT_TRUE(IsLetter(c)) << static_cast<uint32_t>(c);
  }
}

TEST(IsLetter, NoDigitsMarksOrSymbols) {
  for (const char32_t c : {U'0',
                           U' ',
                           U'-',
                           U'\'',
                           U'_',
                           U'@',
                           U'[',
                           U'`',
                           U'{',
                           U'×',
                           U'÷',
                           U'«',
                           U'»',
                           U'“',
                           U'”',
                           U'‘',
                           U'’',
                           U'„',
                           U'–',
                           U'—',
                           U'…',
                           U'€',
                           U'™',
                           U'→',
                           U'★',
                           U'、',
                           U'。',
                           U'「',
                           U'！',
                           U'？',
                           char32_t{0},
                           char32_t{0xA0},
                           char32_t{0xA9},
                           char32_t{0x200B},
                           char32_t{0x200D},
                           char32_t{0xD800},
                           char32_t{0xE000},
                           char32_t{0xFFFD},
                           char32_t{0x1F600}}) {
    EXPECT_FALSE(IsLetter(c)) << static_cast<uint32_t>(c);
  }
}

}  // namespace
}  // namespace saywhen
