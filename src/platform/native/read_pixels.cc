#include "platform/native/read_pixels.h"

#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace saywhen {

Image ReadPixels(PixelSize size) {
  const size_t stride = static_cast<size_t>(size.width) * 4;
  std::vector<uint8_t> pixels(stride * static_cast<size_t>(size.height));
  glPixelStorei(GL_PACK_ALIGNMENT, 1);
  glReadPixels(0, 0, size.width, size.height, GL_RGBA, GL_UNSIGNED_BYTE, pixels.data());
  Image image{size.width, size.height, {}};
  image.rgba.reserve(pixels.size());
  for (int y = size.height - 1; y >= 0; --y) {
    const auto row = pixels.begin() + static_cast<ptrdiff_t>(stride) * y;
    image.rgba.insert(image.rgba.end(), row, row + static_cast<ptrdiff_t>(stride));
  }
  for (size_t i = 0; i < image.rgba.size(); i += 4) {
    const uint32_t alpha = image.rgba[i + 3];
    if (alpha == 0 || alpha == 255) continue;
    for (size_t channel = i; channel < i + 3; ++channel) {
      const uint32_t straight = (image.rgba[channel] * 255 + alpha / 2) / alpha;
      image.rgba[channel] = static_cast<uint8_t>(std::min(straight, 255U));
    }
  }
  return image;
}

}  // namespace saywhen
