// The shaders as a graphics library takes them: one text for WebGL 2 and OpenGL 3.3, told apart by
// what stands before it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace saywhen {

enum class ShaderDialect : uint8_t { kWebGl2, kOpenGl33 };

// `body` is a file of shaders/, without a version line. web/renderer.ts prepends the same lines for
// WebGL 2; tests/shaders checks both with glslang.
std::string ShaderSource(ShaderDialect dialect, std::string_view body);

}  // namespace saywhen
