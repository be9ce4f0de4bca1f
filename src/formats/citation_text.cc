#include "formats/citation_text.h"

#include <utility>

#include "base/utf8.h"

namespace saywhen {
namespace {

bool IsNewLine(char32_t c) { return c == '\n' || c == '\r' || c == 0x2028 || c == 0x2029; }

// Embeddings, overrides and isolates: unclosed, they would turn what follows around.
bool IsDirectionScope(char32_t c) {
  return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

}  // namespace

std::vector<std::string> Paragraphs(std::string_view text) {
  std::vector<std::string> paragraphs;
  std::string line;
  bool blank = false;
  for (size_t byte = 0; byte <= text.size();) {
    const CodePoint point = DecodeCodePoint(text, byte);
    byte += point.size;
    if (point.size == 0 || IsNewLine(point.value)) {
      if (!line.empty()) paragraphs.push_back(std::move(line));
      line.clear();
      blank = false;
      if (point.size == 0) break;
    } else if (point.value <= ' ' || (point.value >= 0x7F && point.value < 0xA0)) {
      blank = true;
    } else if (!IsDirectionScope(point.value)) {
      if (blank && !line.empty()) line.push_back(' ');
      blank = false;
      AppendCodePoint(&line, point.value);
    }
  }
  return paragraphs;
}

std::string OneLine(std::string_view text) {
  std::string line;
  for (const std::string& paragraph : Paragraphs(text)) {
    if (!line.empty()) line.push_back(' ');
    line += paragraph;
  }
  return line;
}

void AppendEscaped(std::string* out, std::string_view text, std::string_view table) {
  for (const char c : text) {
    size_t line = 0;
    while (line < table.size() && table[line] != c) line = table.find('\n', line) + 1;
    if (line == table.size()) {
      out->push_back(c);
    } else {
      out->append(table, line + 1, table.find('\n', line) - line - 1);
    }
  }
}

}  // namespace saywhen
