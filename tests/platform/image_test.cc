#include "platform/native/image.h"

#include <gtest/gtest.h>

#include <cairo.h>

#include <algorithm>
#include <cstring>
#include <memory>
#include <string>

namespace saywhen {
namespace {

struct Reader {
  const std::string* bytes;
  size_t at = 0;
};

cairo_status_t Read(void* closure, unsigned char* data, unsigned int size) {
  auto* reader = static_cast<Reader*>(closure);
  if (reader->at + size > reader->bytes->size()) return CAIRO_STATUS_READ_ERROR;
  std::memcpy(data, reader->bytes->data() + reader->at, size);
  reader->at += size;
  return CAIRO_STATUS_SUCCESS;
}

TEST(ImageTest, PngHoldsThePixels) {
  const Image image{2, 2, {255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 200, 100, 50, 128}};
  const Result<std::string> png = EncodePng(image);
  ASSERT_TRUE(png.ok());
  EXPECT_EQ(png.value().substr(0, 8), "\x89PNG\r\n\x1a\n");
  Reader reader{&png.value()};
  std::unique_ptr<cairo_surface_t, decltype(&cairo_surface_destroy)> surface(
      cairo_image_surface_create_from_png_stream(Read, &reader), &cairo_surface_destroy);
  ASSERT_EQ(cairo_surface_status(surface.get()), CAIRO_STATUS_SUCCESS);
  const unsigned char* data = cairo_image_surface_get_data(surface.get());
  const int stride = cairo_image_surface_get_stride(surface.get());
  auto pixel = [&](int x, int y) {
    uint32_t value = 0;
    std::memcpy(&value, data + y * stride + x * 4, sizeof(value));
    return value;
  };
  EXPECT_EQ(pixel(0, 0), 0xFFFF0000U);
  EXPECT_EQ(pixel(1, 0), 0xFF00FF00U);
  EXPECT_EQ(pixel(0, 1), 0xFF0000FFU);
  EXPECT_EQ(pixel(1, 1) >> 24, 128U);
  EXPECT_NEAR(pixel(1, 1) >> 16 & 0xFF, 100, 1);  // premultiplied by Cairo again
}

TEST(ImageTest, SidesBeyondCairosAreAnError) {
  Image image;
  image.width = 40'000;
  image.height = 1;
  image.rgba.resize(160'000);
  const Result<std::string> png = EncodePng(image);
  ASSERT_FALSE(png.ok());
  EXPECT_EQ(png.error().code, "image");
}

}  // namespace
}  // namespace saywhen
