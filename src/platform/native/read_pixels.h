// What OpenGL drew, as a picture.
#pragma once

#include "platform/native/gl_renderer.h"
#include "platform/native/image.h"

namespace saywhen {

// The bound framebuffer's pixels from its lower left corner, turned to straight alpha and rows from
// the top. Its colours are premultiplied, as GlRenderer leaves them.
Image ReadPixels(PixelSize size);

}  // namespace saywhen
