#include "platform/headless/offscreen.h"

#include <EGL/egl.h>
#include <EGL/eglext.h>
#define GL_GLEXT_PROTOTYPES
#include <GL/glcorearb.h>

#include <string>
#include <utility>

#include "platform/native/read_pixels.h"

namespace saywhen {
namespace {

Error GraphicsError(std::string message) { return Error{"graphics", std::move(message), "", 0, 0}; }

// A framebuffer of one RGBA8 renderbuffer, bound while it lives.
class Framebuffer {
 public:
  explicit Framebuffer(PixelSize size) {
    glGenRenderbuffers(1, &color_);
    glBindRenderbuffer(GL_RENDERBUFFER, color_);
    glRenderbufferStorage(GL_RENDERBUFFER, GL_RGBA8, size.width, size.height);
    glGenFramebuffers(1, &framebuffer_);
    glBindFramebuffer(GL_FRAMEBUFFER, framebuffer_);
    glFramebufferRenderbuffer(GL_FRAMEBUFFER, GL_COLOR_ATTACHMENT0, GL_RENDERBUFFER, color_);
  }
  ~Framebuffer() {
    glBindFramebuffer(GL_FRAMEBUFFER, 0);
    glDeleteFramebuffers(1, &framebuffer_);
    glDeleteRenderbuffers(1, &color_);
  }
  Framebuffer(const Framebuffer&) = delete;
  Framebuffer& operator=(const Framebuffer&) = delete;

  static bool complete() {
    return glCheckFramebufferStatus(GL_FRAMEBUFFER) == GL_FRAMEBUFFER_COMPLETE;
  }

 private:
  GLuint color_ = 0;
  GLuint framebuffer_ = 0;
};

}  // namespace

Result<std::unique_ptr<Offscreen>> Offscreen::Make() {
  std::unique_ptr<Offscreen> offscreen(new Offscreen);
  EGLDisplay display =
      eglGetPlatformDisplay(EGL_PLATFORM_SURFACELESS_MESA, EGL_DEFAULT_DISPLAY, nullptr);
  if (display == EGL_NO_DISPLAY || eglInitialize(display, nullptr, nullptr) != EGL_TRUE) {
    return GraphicsError("EGL without a display is not to be had (Mesa's libEGL and drivers)");
  }
  offscreen->display_ = display;
  constexpr EGLint kConfig[] = {EGL_RENDERABLE_TYPE, EGL_OPENGL_BIT, EGL_SURFACE_TYPE, 0, EGL_NONE};
  constexpr EGLint kContext[] = {EGL_CONTEXT_MAJOR_VERSION,
                                 3,
                                 EGL_CONTEXT_MINOR_VERSION,
                                 3,
                                 EGL_CONTEXT_OPENGL_PROFILE_MASK,
                                 EGL_CONTEXT_OPENGL_CORE_PROFILE_BIT,
                                 EGL_NONE};
  EGLConfig config = nullptr;
  EGLint count = 0;
  eglBindAPI(EGL_OPENGL_API);
  eglChooseConfig(display, kConfig, &config, 1, &count);
  offscreen->context_ =
      count < 1 ? EGL_NO_CONTEXT : eglCreateContext(display, config, EGL_NO_CONTEXT, kContext);
  if (offscreen->context_ == EGL_NO_CONTEXT ||
      eglMakeCurrent(display, EGL_NO_SURFACE, EGL_NO_SURFACE, offscreen->context_) != EGL_TRUE) {
    return GraphicsError("no OpenGL 3.3");
  }
  Result<std::unique_ptr<GlRenderer>> renderer = GlRenderer::Make();
  if (!renderer.ok()) return renderer.error();
  offscreen->renderer_ = std::move(renderer).value();
  return offscreen;
}

Offscreen::~Offscreen() {
  if (display_ == nullptr) return;
  renderer_.reset();  // while its context is current
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, EGL_NO_CONTEXT);
  if (context_ != nullptr) eglDestroyContext(display_, context_);
  // The display is not terminated: EGL gives every caller in the process the same one.
}

Result<Image> Offscreen::Draw(const DrawFrame& frame) {
  eglMakeCurrent(display_, EGL_NO_SURFACE, EGL_NO_SURFACE, context_);
  const PixelSize size = FramePixels(frame);
  GLint limit = 0;
  glGetIntegerv(GL_MAX_RENDERBUFFER_SIZE, &limit);
  if (size.width > limit || size.height > limit) {
    return GraphicsError("a picture of " + std::to_string(size.width) + " x " +
                         std::to_string(size.height) + " pixels: the limit is " +
                         std::to_string(limit));
  }
  const Framebuffer framebuffer(size);
  if (!Framebuffer::complete()) return GraphicsError("no framebuffer of the picture's size");
  renderer_->Draw(frame);
  return ReadPixels(size);
}

}  // namespace saywhen
