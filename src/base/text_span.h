// A stretch of some UTF-8 text, in bytes, half open: [begin, end).
#pragma once

#include <cstdint>

namespace saywhen {

// Story files count code points and JavaScript counts UTF-16 units: both are converted where they
// enter and leave. Inside, a span is bytes, and begins and ends between code points.
struct TextSpan {
  uint32_t begin = 0;
  uint32_t end = 0;

  bool empty() const { return begin >= end; }
  uint32_t size() const { return end - begin; }
  friend bool operator==(const TextSpan&, const TextSpan&) = default;
};

}  // namespace saywhen
