// One drawn frame as plain data: what ui/ makes and a renderer (WebGL 2, OpenGL 3.3) draws without
// knowing what it means. Lengths in CSS pixels from the frame's top left corner; a renderer scales
// by DrawFrame::scale. Colours are 0xAABBGGRR with straight alpha, the bytes R, G, B, A in memory.
// The layouts of the structs are the contract with web/renderer.ts and shaders/.
#pragma once

#include <cstdint>
#include <vector>

namespace saywhen {

struct DrawVertex {
  float x, y;
  float u, v;  // 0 to 1 in the command's atlas page
  uint32_t color;
};
static_assert(sizeof(DrawVertex) == 20);

// How a mark is filled. Form means certainty: see docs/architecture.md, "Marks".
enum class MarkFill : uint32_t {
  kSolid = 0,    // disc, bar
  kHollow = 1,   // ring: only the outline
  kHalf = 2,     // left half solid
  kHatched = 3,  // diagonal lines
};

// A signed-distance shape: a box with round corners (a disc when the radius is half its size).
struct MarkInstance {
  float center_x, center_y;
  float half_width, half_height;
  float radius;       // of the corners
  float stroke;       // width of the outline, inside the box; 0: none
  float fade_before;  // how much of the left (or top) end fades out
  float fade_after;   // how much of the right (or bottom) end fades out
  uint32_t fill;      // colour
  uint32_t line;      // colour of the outline
  MarkFill pattern;
  uint32_t flags;  // kMarkDashed, kMarkVertical
};
static_assert(sizeof(MarkInstance) == 48);

constexpr uint32_t kMarkDashed = 1;    // the outline is dashed: low confidence
constexpr uint32_t kMarkVertical = 2;  // the fades are at top and bottom

enum class DrawKind : uint32_t {
  kShapes = 0,    // triangles in the vertices' colours
  kCoverage = 1,  // triangles; colour times the red channel of a coverage page
  kColor = 2,     // triangles; texels of a colour page times the vertex's alpha
  kMarks = 3,     // instances first..first+count of marks, one draw call
};

struct DrawCommand {
  DrawKind kind;
  uint32_t page;   // AtlasPage::id, of kCoverage and kColor
  uint32_t first;  // index into indices or marks
  uint32_t count;
  float clip_left, clip_top, clip_right, clip_bottom;
};
static_assert(sizeof(DrawCommand) == 32);

struct DrawFrame {
  float width = 0;   // CSS pixels
  float height = 0;  // CSS pixels
  float scale = 1;   // device pixels to a CSS pixel
  uint32_t background = 0;
  std::vector<DrawVertex> vertices;
  std::vector<uint32_t> indices;
  std::vector<MarkInstance> marks;
  std::vector<DrawCommand> commands;
};

}  // namespace saywhen
