// u_kind is DrawKind of src/ui/draw_frame.h: 0 shapes, 1 coverage page, 2 colour page.
// Writes premultiplied alpha.
uniform sampler2D u_page;
uniform int u_kind;

in vec2 v_uv;
in vec4 v_color;

layout(location = 0) out vec4 o_color;

void main() {
  if (u_kind == 2) {
    o_color = texture(u_page, v_uv) * v_color.a;
    return;
  }
  float coverage = u_kind == 1 ? texture(u_page, v_uv).r : 1.0;
  float alpha = v_color.a * coverage;
  o_color = vec4(v_color.rgb * alpha, alpha);
}
