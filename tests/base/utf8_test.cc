#include "base/utf8.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace saywhen {
namespace {

TEST(DecodeCodePoint, Table) {
  struct Case {
    const char* name;
    std::string_view bytes;
    uint32_t value;
    uint32_t size;
  };
  const Case cases[] = {
      {"end", "", 0, 0},
      {"nul", std::string_view("\0", 1), 0, 1},
      {"ascii", "a", 'a', 1},
      {"last of one byte", "\x7F", 0x7F, 1},
      {"first of two bytes", "\xC2\x80", 0x80, 2},
      {"last of two bytes", "\xDF\xBF", 0x7FF, 2},
      {"first of three bytes", "\xE0\xA0\x80", 0x800, 3},
      {"before the surrogates", "\xED\x9F\xBF", 0xD7FF, 3},
      {"after the surrogates", "\xEE\x80\x80", 0xE000, 3},
      {"last of three bytes", "\xEF\xBF\xBF", 0xFFFF, 3},
      {"replacement character", "\xEF\xBF\xBD", 0xFFFD, 3},
      {"first of four bytes", "\xF0\x90\x80\x80", 0x10000, 4},
      {"last code point", "\xF4\x8F\xBF\xBF", 0x10FFFF, 4},
      {"continuation alone", "\x80", 0xFFFD, 1},
      {"overlong of two", "\xC0\x80", 0xFFFD, 1},
      {"overlong of two, C1", "\xC1\xBF", 0xFFFD, 1},
      {"overlong of three", "\xE0\x9F\xBF", 0xFFFD, 1},
      {"overlong of four", "\xF0\x8F\xBF\xBF", 0xFFFD, 1},
      {"first surrogate", "\xED\xA0\x80", 0xFFFD, 1},
      {"last surrogate", "\xED\xBF\xBF", 0xFFFD, 1},
      {"above the last", "\xF4\x90\x80\x80", 0xFFFD, 1},
      {"F5", "\xF5\x80\x80\x80", 0xFFFD, 1},
      {"FE", "\xFE", 0xFFFD, 1},
      {"FF", "\xFF", 0xFFFD, 1},
      {"cut after one of two", "\xC3", 0xFFFD, 1},
      {"cut after two of three", "\xE2\x82", 0xFFFD, 1},
      {"cut after three of four", "\xF0\x9F\x98", 0xFFFD, 1},
      {"bad third byte", "\xE2\x82z", 0xFFFD, 1},
  };
  for (const Case& c : cases) {
    const CodePoint point = DecodeCodePoint(c.bytes, 0);
    EXPECT_EQ(static_cast<uint32_t>(point.value), c.value) << c.name;
    EXPECT_EQ(point.size, c.size) << c.name;
    const bool valid = c.value != 0xFFFD || c.size == 3;
    EXPECT_EQ(IsValidUtf8(c.bytes), valid) << c.name;
    EXPECT_TRUE(IsValidUtf8(RepairUtf8(c.bytes))) << c.name;
  }
}

TEST(AppendCodePoint, EveryCodePointComesBack) {
  for (char32_t value = 0; value <= 0x10FFFF; value += value < 0x3000 ? 1 : 37) {
    if (value >= 0xD800 && value <= 0xDFFF) continue;
    std::string text;
    AppendCodePoint(&text, value);
    const CodePoint point = DecodeCodePoint(text, 0);
    ASSERT_EQ(point.value, value);
    ASSERT_EQ(point.size, text.size());
  }
  std::string bad;
  AppendCodePoint(&bad, 0xD800);
  AppendCodePoint(&bad, 0x110000);
  EXPECT_EQ(bad, "\uFFFD\uFFFD");
}

TEST(FindInvalidUtf8, TellsThePlace) {
  EXPECT_EQ(FindInvalidUtf8("abc"), 3U);
  EXPECT_EQ(FindInvalidUtf8("é\uFFFDx\xFF"), 6U);
  EXPECT_EQ(RepairUtf8("a\xFF\xC3"
                       "b"),
            "a\uFFFD\uFFFDb");
}

constexpr std::string_view kMixed = "aé€😀ı\u0301 قال 他说";

TEST(Utf8, Steps) {
  size_t count = 0;
  for (size_t byte = 0; byte < kMixed.size(); ++count) {
    const size_t next = NextCodePoint(kMixed, byte);
    ASSERT_GT(next, byte);
    EXPECT_EQ(PreviousCodePoint(kMixed, next), byte);
    byte = next;
  }
  EXPECT_EQ(count, CountCodePoints(kMixed));
  EXPECT_EQ(count, 13U);
  EXPECT_EQ(NextCodePoint(kMixed, 1000), kMixed.size());
  EXPECT_EQ(PreviousCodePoint(kMixed, 0), 0U);
  EXPECT_EQ(PreviousCodePoint(kMixed, 1000), kMixed.size() - 3);
}

TEST(Utf8, Utf16) {
  EXPECT_EQ(Utf16Length(kMixed), 14U);
  EXPECT_EQ(Utf16Length("😀"), 2U);
  EXPECT_EQ(ByteFromUtf16("a😀b", 1), 1U);
  EXPECT_EQ(ByteFromUtf16("a😀b", 2), 1U) << "inside the pair";
  EXPECT_EQ(ByteFromUtf16("a😀b", 3), 5U);
  EXPECT_EQ(ByteFromUtf16("a😀b", 99), 6U);
  for (size_t byte = 0; byte <= kMixed.size();
       byte = byte == kMixed.size() ? byte + 1 : NextCodePoint(kMixed, byte)) {
    EXPECT_EQ(ByteFromUtf16(kMixed, Utf16FromByte(kMixed, byte)), byte);
  }
}

TEST(Utf16Index, IsUtf16FromByteInTextsOfAnyLength) {
  std::string text;
  while (text.size() < 5000) text += kMixed;
  for (const std::string_view part : {std::string_view(), kMixed, std::string_view(text)}) {
    const Utf16Index index(part);
    for (size_t byte = 0; byte <= part.size(); ++byte) {
      ASSERT_EQ(index.Of(byte), Utf16FromByte(part, byte)) << byte;
    }
    EXPECT_EQ(index.Of(part.size() + 9), Utf16Length(part));
  }
}

TEST(CodePointIndex, Empty) {
  const CodePointIndex index("");
  EXPECT_EQ(index.size(), 0U);
  EXPECT_EQ(index.ByteOf(0), 0U);
  EXPECT_EQ(index.ByteOf(5), 0U);
  EXPECT_EQ(index.CodePointOf(0), 0U);
}

TEST(CodePointIndex, AgreesWithCounting) {
  const uint32_t seed = std::random_device{}();
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  constexpr char32_t kAlphabet[] = {'a', ' ', 0xE9, 0x0627, 0x4ED6, 0x1F600, 0x10FFFF};
  for (const size_t length : {1U, 63U, 64U, 65U, 128U, 129U, 1000U}) {
    for (const size_t letters : {2U, 7U}) {
      std::string text;
      std::vector<size_t> starts;
      for (size_t i = 0; i < length; ++i) {
        starts.push_back(text.size());
        AppendCodePoint(&text, kAlphabet[random() % letters]);
      }
      const CodePointIndex index(text);
      ASSERT_EQ(index.size(), length);
      for (size_t i = 0; i < length; ++i) {
        ASSERT_EQ(index.ByteOf(i), starts[i]);
        const size_t end = i + 1 < length ? starts[i + 1] : text.size();
        for (size_t byte = starts[i]; byte < end; ++byte) ASSERT_EQ(index.CodePointOf(byte), i);
      }
      EXPECT_EQ(index.ByteOf(length), text.size());
      EXPECT_EQ(index.ByteOf(length + 9), text.size());
      EXPECT_EQ(index.CodePointOf(text.size()), length);
    }
  }
}

}  // namespace
}  // namespace saywhen
