#include "platform/native/image.h"

#include <cairo.h>

#include <cstring>
#include <memory>

namespace saywhen {
namespace {

struct SurfaceFreer {
  void operator()(cairo_surface_t* surface) const { cairo_surface_destroy(surface); }
};

// Cairo's pixel: native-endian 0xAARRGGBB, premultiplied, rounded to nearest.
uint32_t CairoPixel(const uint8_t* rgba) {
  auto premultiplied = [alpha = rgba[3]](uint32_t value) { return (value * alpha + 127) / 255; };
  return static_cast<uint32_t>(rgba[3]) << 24 | premultiplied(rgba[0]) << 16 |
         premultiplied(rgba[1]) << 8 | premultiplied(rgba[2]);
}

cairo_status_t Append(void* file, const unsigned char* data, unsigned int size) {
  static_cast<std::string*>(file)->append(reinterpret_cast<const char*>(data), size);
  return CAIRO_STATUS_SUCCESS;
}

}  // namespace

Result<std::string> EncodePng(const Image& image) {
  std::unique_ptr<cairo_surface_t, SurfaceFreer> surface(
      cairo_image_surface_create(CAIRO_FORMAT_ARGB32, image.width, image.height));
  std::string file;
  cairo_status_t status = cairo_surface_status(surface.get());
  if (status == CAIRO_STATUS_SUCCESS) {
    cairo_surface_flush(surface.get());
    unsigned char* data = cairo_image_surface_get_data(surface.get());
    const ptrdiff_t stride = cairo_image_surface_get_stride(surface.get());
    for (int y = 0; y < image.height; ++y) {
      for (int x = 0; x < image.width; ++x) {
        const uint32_t pixel = CairoPixel(image.At(x, y));
        std::memcpy(data + y * stride + static_cast<ptrdiff_t>(x) * 4, &pixel, sizeof(pixel));
      }
    }
    cairo_surface_mark_dirty(surface.get());
    status = cairo_surface_write_to_png_stream(surface.get(), Append, &file);
  }
  if (status != CAIRO_STATUS_SUCCESS) {
    return Error{"image", cairo_status_to_string(status), "", 0, 0};
  }
  return file;
}

}  // namespace saywhen
