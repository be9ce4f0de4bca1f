// Draws a DrawFrame with OpenGL 3.3 core, into whatever framebuffer is bound, and keeps the atlas
// pages as textures. All calls, the destructor too, want the context current in which it was made.
#pragma once

#include <cstdint>
#include <memory>
#include <unordered_map>
#include <vector>

#include "base/result.h"
#include "platform/native/atlas_sink.h"
#include "ui/draw_frame.h"

namespace saywhen {

// A frame's size in device pixels.
struct PixelSize {
  int width = 0;
  int height = 0;
  friend bool operator==(const PixelSize&, const PixelSize&) = default;
};
PixelSize FramePixels(const DrawFrame& frame);

class GlRenderer final : public AtlasSink {
 public:
  // Error "graphics": a shader did not compile or link; the message is the driver's.
  static Result<std::unique_ptr<GlRenderer>> Make();
  ~GlRenderer() override;

  void Upload(const AtlasPage& page, int x, int y, int width, int height,
              const std::vector<uint8_t>& pixels) override;

  // Clears FramePixels(frame) from the framebuffer's lower left corner and draws the frame there,
  // premultiplied.
  void Draw(const DrawFrame& frame);

 private:
  GlRenderer() = default;

  void BindFrame(const DrawFrame& frame);
  void DrawTriangles(const DrawCommand& command);
  void DrawMarks(const DrawCommand& command);

  // Names of GL objects; 0: none.
  struct Program {
    uint32_t id = 0;
    int size = -1;  // uniform locations
    int scale = -1;
    int kind = -1;
  };
  static Result<Program> Link(std::string_view vertex, std::string_view fragment);

  Program triangle_program_;
  Program mark_program_;
  uint32_t triangle_array_ = 0;
  uint32_t mark_array_ = 0;
  uint32_t vertex_buffer_ = 0;
  uint32_t index_buffer_ = 0;
  uint32_t mark_buffer_ = 0;
  std::unordered_map<uint32_t, uint32_t> textures_;  // by AtlasPage::id
};

}  // namespace saywhen
