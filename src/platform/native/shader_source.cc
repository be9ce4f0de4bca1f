#include "platform/native/shader_source.h"

namespace saywhen {

std::string ShaderSource(ShaderDialect dialect, std::string_view body) {
  std::string source = dialect == ShaderDialect::kWebGl2
                           ? "#version 300 es\nprecision highp float;\nprecision highp int;\n"
                           : "#version 330 core\n";
  source += body;
  return source;
}

}  // namespace saywhen
