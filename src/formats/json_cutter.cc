#include "formats/json_cutter.h"

#include "formats/json_plain.h"

namespace saywhen {

size_t JsonCutter::Read(std::string_view bytes) {
  size_t cut = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    if (in_string_) {
      i = PassString(bytes, i);
      continue;
    }
    const char c = bytes[i];
    switch (c) {
      case '"':
        in_string_ = true;
        break;
      case '{':
      case '[':
        if (here_.depth < kDeepest) {
          const uint64_t bit = uint64_t{1} << here_.depth;
          here_.objects = c == '{' ? here_.objects | bit : here_.objects & ~bit;
        }
        ++here_.depth;
        break;
      case '}':
      case ']':
        if (here_.depth > 0) --here_.depth;
        break;
      case ',':
        if (here_.depth == 0 || here_.depth > kDeepest) break;
        cut = i + 1;
        at_cut_ = here_;
        break;
      default:
        break;
    }
  }
  return cut;
}

size_t JsonCutter::PassString(std::string_view bytes, size_t from) {
  for (size_t i = from; i < bytes.size(); ++i) {
    if (escaped_) {
      escaped_ = false;
      continue;
    }
    i += PlainSize(bytes.substr(i));
    if (i == bytes.size()) break;
    escaped_ = bytes[i] == '\\';
    in_string_ = bytes[i] != '"';
    if (!in_string_) return i;
  }
  return bytes.size();
}

std::string JsonCutter::Opening() const {
  std::string opening;
  for (uint32_t level = 0; level < at_cut_.depth; ++level) {
    opening.append((at_cut_.objects >> level & 1) != 0 ? "{\"\":" : "[");
  }
  return opening.append("0,");
}

}  // namespace saywhen
