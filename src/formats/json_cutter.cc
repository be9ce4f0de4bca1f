#include "formats/json_cutter.h"

namespace saywhen {

size_t JsonCutter::Read(std::string_view bytes) {
  size_t cut = 0;
  for (size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_string_) {
      if (escaped_) {
        escaped_ = false;
      } else if (c == '\\') {
        escaped_ = true;
      } else if (c == '"') {
        in_string_ = false;
      }
      continue;
    }
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

std::string JsonCutter::Opening() const {
  std::string opening;
  for (uint32_t level = 0; level < at_cut_.depth; ++level) {
    opening.append((at_cut_.objects >> level & 1) != 0 ? "{\"\":" : "[");
  }
  return opening.append("0,");
}

}  // namespace saywhen
