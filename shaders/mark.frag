// A mark as a signed distance: negative inside, in CSS pixels; edges are soft over one device
// pixel. Distance to a rounded box after I. Quilez, "2D distance functions".
uniform float u_scale;  // device pixels to a CSS pixel

in vec2 v_at;
flat in vec4 v_box;
flat in vec4 v_shape;
flat in vec4 v_fill;
flat in vec4 v_line;
flat in uvec2 v_style;

layout(location = 0) out vec4 o_color;

const uint kHollow = 1u;
const uint kHalf = 2u;
const uint kHatched = 3u;
const uint kDashed = 1u;
const uint kVertical = 2u;
const float kHatchPeriod = 6.0;
const float kHatchWidth = 1.25;
const float kDashLength = 3.0;

float coverage(float distance) {
  return clamp(0.5 - distance * u_scale, 0.0, 1.0);
}

float roundedBox(vec2 at, vec2 halfSize, float radius) {
  vec2 corner = abs(at) - halfSize + radius;
  return length(max(corner, 0.0)) + min(max(corner.x, corner.y), 0.0) - radius;
}

// Which part of the inside is painted.
float pattern() {
  if (v_style.x == kHollow) return 0.0;
  if (v_style.x == kHalf) return coverage(v_at.x);
  if (v_style.x == kHatched) {
    float along = mod(gl_FragCoord.x / u_scale + gl_FragCoord.y / u_scale, kHatchPeriod);
    return coverage((abs(along - kHatchPeriod * 0.5) - kHatchWidth * 0.5) * 0.7071);
  }
  return 1.0;
}

// Dashes follow the angle: only discs are ever dashed. A whole number of them goes round.
float dash() {
  if ((v_style.y & kDashed) == 0u) return 1.0;
  float radius = max(v_box.z - v_shape.y * 0.5, 1.0);
  float turns = max(floor(6.28318 * radius / (2.0 * kDashLength)), 3.0);
  float phase = fract(atan(v_at.y, v_at.x) / 6.28318 * turns);
  return coverage((abs(phase - 0.5) - 0.27) * 6.28318 * radius / turns);
}

float fade() {
  bool vertical = (v_style.y & kVertical) != 0u;
  float at = vertical ? v_at.y : v_at.x;
  float halfLength = vertical ? v_box.w : v_box.z;
  float before = v_shape.z > 0.0 ? clamp((at + halfLength) / v_shape.z, 0.0, 1.0) : 1.0;
  float after = v_shape.w > 0.0 ? clamp((halfLength - at) / v_shape.w, 0.0, 1.0) : 1.0;
  return before * after;
}

void main() {
  float distance = roundedBox(v_at, v_box.zw, min(v_shape.x, min(v_box.z, v_box.w)));
  float inside = coverage(distance);
  float inner = v_shape.y > 0.0 ? coverage(distance + v_shape.y) : inside;
  float lineAlpha = v_shape.y > 0.0 ? (inside - inner) * v_line.a * dash() : 0.0;
  float fillAlpha = inner * v_fill.a * pattern();
  o_color = (vec4(v_line.rgb, 1.0) * lineAlpha + vec4(v_fill.rgb, 1.0) * fillAlpha) * fade();
}
