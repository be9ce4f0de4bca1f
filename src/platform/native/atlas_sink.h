// Where rasterised text goes. The OpenGL renderer keeps it as textures, tests as plain memory.
#pragma once

#include <cstdint>
#include <vector>

#include "platform/host.h"

namespace saywhen {

class AtlasSink {
 public:
  AtlasSink() = default;
  AtlasSink(const AtlasSink&) = delete;
  AtlasSink& operator=(const AtlasSink&) = delete;
  virtual ~AtlasSink() = default;

  // Writes a rectangle of `page`, in device pixels from its top left corner; the page comes into
  // being, empty, when its id is first met. `pixels` are rows without padding: one byte a pixel for
  // a coverage page, premultiplied R, G, B, A for a colour page. The rectangle lies on the page.
  virtual void Upload(const AtlasPage& page, int x, int y, int width, int height,
                      const std::vector<uint8_t>& pixels) = 0;
};

}  // namespace saywhen
