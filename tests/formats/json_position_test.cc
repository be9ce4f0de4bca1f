#include "formats/json_position.h"

#include <gtest/gtest.h>

#include <string>

namespace saywhen {
namespace {

TEST(PositionIndex, Table) {
  struct Case {
    const char* name;
    const char* text;
    size_t byte;
    uint32_t line;
    uint32_t column;
  };
  const Case cases[] = {
      {"empty", "", 0, 1, 1},
      {"start", "abc", 0, 1, 1},
      {"inside a line", "abc", 2, 1, 3},
      {"end", "abc", 3, 1, 4},
      {"past the end", "abc", 99, 1, 4},
      {"at a line feed", "a\nb", 1, 1, 2},
      {"after a line feed", "a\nb", 2, 2, 1},
      {"carriage return and line feed", "a\r\nb", 3, 2, 1},
      {"carriage return alone", "a\rb", 2, 2, 1},
      {"empty lines", "\n\n\nx", 3, 4, 1},
      {"code points, not bytes", "é他😀x", 9, 1, 4},
  };
  for (const Case& c : cases) {
    PositionIndex index(c.text);
    const TextPosition at = index.At(c.byte);
    EXPECT_EQ(at.line, c.line) << c.name;
    EXPECT_EQ(at.column, c.column) << c.name;
  }
}

TEST(PositionIndex, LongTextInAnyOrder) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += i % 3 == 0 ? "line é 😀\n" : "x\r\n";
  PositionIndex index(text);
  const auto check = [&](size_t byte) {
    uint32_t line = 1;
    uint32_t column = 1;
    for (size_t i = 0; i < byte; ++i) {
      if (text[i] == '\n') {
        ++line;
        column = 1;
      } else if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) {
        ++column;
      }
    }
    // Between \r and \n the column counts the \r.
    EXPECT_EQ(index.At(byte).line, line) << byte;
    EXPECT_EQ(index.At(byte).column, column) << byte;
  };
  for (const size_t byte : {size_t{0}, text.size(), size_t{4095}, size_t{4096}, size_t{4097},
                            size_t{12288}, text.size() - 1, size_t{5}}) {
    check(byte);
  }
}

}  // namespace
}  // namespace saywhen
