// One instance a mark: MarkInstance of src/ui/draw_frame.h. The corners of its quad come from the
// vertex number (a strip of four), widened by one device pixel for the soft edge.
uniform vec2 u_size;   // of the frame, CSS pixels
uniform float u_scale;  // device pixels to a CSS pixel

layout(location = 0) in vec4 a_box;    // centre x, y; half width, half height
layout(location = 1) in vec4 a_shape;  // radius, stroke, fade before, fade after
layout(location = 2) in vec4 a_fill;
layout(location = 3) in vec4 a_line;
layout(location = 4) in uvec2 a_style;  // pattern, flags

out vec2 v_at;  // from the mark's centre, CSS pixels
flat out vec4 v_box;
flat out vec4 v_shape;
flat out vec4 v_fill;
flat out vec4 v_line;
flat out uvec2 v_style;

void main() {
  vec2 corner = vec2(float(gl_VertexID & 1), float(gl_VertexID >> 1)) * 2.0 - 1.0;
  v_at = corner * (a_box.zw + 1.0 / u_scale);
  v_box = a_box;
  v_shape = a_shape;
  v_fill = a_fill;
  v_line = a_line;
  v_style = a_style;
  vec2 position = a_box.xy + v_at;
  gl_Position = vec4(position.x / u_size.x * 2.0 - 1.0, 1.0 - position.y / u_size.y * 2.0, 0.0, 1.0);
}
