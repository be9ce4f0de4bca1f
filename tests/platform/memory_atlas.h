// Atlas pages in plain memory, for tests that look at pixels without OpenGL.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "platform/native/atlas_sink.h"

namespace saywhen {

class MemoryAtlas final : public AtlasSink {
 public:
  struct Patch {
    AtlasPage page;
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    std::vector<uint8_t> pixels;
  };

  void Upload(const AtlasPage& page, int x, int y, int width, int height,
              const std::vector<uint8_t>& pixels) override {
    patches.push_back({page, x, y, width, height, pixels});
  }

  std::vector<Patch> patches;
};

// Whether a row (or column) of a coverage patch holds any ink.
inline bool RowHasInk(const MemoryAtlas::Patch& patch, int row) {
  auto begin = patch.pixels.begin() + static_cast<ptrdiff_t>(row) * patch.width;
  return std::any_of(begin, begin + patch.width, [](uint8_t value) { return value != 0; });
}
inline bool ColumnHasInk(const MemoryAtlas::Patch& patch, int column) {
  for (int row = 0; row < patch.height; ++row) {
    if (patch.pixels[static_cast<size_t>(row * patch.width + column)] != 0) return true;
  }
  return false;
}
inline bool HasInk(const MemoryAtlas::Patch& patch) {
  return std::any_of(patch.pixels.begin(), patch.pixels.end(),
                     [](uint8_t value) { return value != 0; });
}

}  // namespace saywhen
