// A picture in memory, and as PNG.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "base/result.h"

namespace saywhen {

struct Image {
  int width = 0;
  int height = 0;
  std::vector<uint8_t> rgba;  // straight alpha, rows from the top, without padding

  // R, G, B, A at (x, y), which lies inside.
  const uint8_t* At(int x, int y) const {
    return &rgba[(static_cast<size_t>(y) * static_cast<size_t>(width) + static_cast<size_t>(x)) *
                 4];
  }
};

// The file's bytes. Error "image": Cairo could not (no memory, or a side above 32 767).
Result<std::string> EncodePng(const Image& image);

}  // namespace saywhen
