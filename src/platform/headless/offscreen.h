// OpenGL 3.3 without a window or a display: an EGL context on no surface (Mesa's software
// rasteriser where there is no graphics card), drawing into a framebuffer object.
#pragma once

#include <memory>

#include "base/result.h"
#include "platform/native/gl_renderer.h"
#include "platform/native/image.h"
#include "ui/draw_frame.h"

namespace saywhen {

class Offscreen {
 public:
  // Error "graphics": no EGL, no OpenGL 3.3, or the shaders do not compile.
  static Result<std::unique_ptr<Offscreen>> Make();
  ~Offscreen();
  Offscreen(const Offscreen&) = delete;
  Offscreen& operator=(const Offscreen&) = delete;

  // Where a typesetter's pages go.
  AtlasSink& atlas() { return *renderer_; }

  // The frame's pixels, as FramePixels() counts them. Error "graphics": larger than the driver's
  // framebuffers; the message says the limit.
  Result<Image> Draw(const DrawFrame& frame);

 private:
  Offscreen() = default;

  // Handles of EGL, whose headers stay out of this one; null: none.
  void* display_ = nullptr;
  void* context_ = nullptr;
  std::unique_ptr<GlRenderer> renderer_;
};

}  // namespace saywhen
