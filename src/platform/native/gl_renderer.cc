#include "platform/native/gl_renderer.h"

#define GL_GLEXT_PROTOTYPES  // core functions come from libOpenGL, no loader needed
#include <GL/glcorearb.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

#include "platform/native/shader_source.h"
#include "shaders.h"

namespace saywhen {
namespace {

// Attribute locations are the shaders' own (layout(location = …)).
enum TriangleAttribute : GLuint { kPosition, kUv, kColor };
enum MarkAttribute : GLuint { kBox, kShape, kFill, kLine, kStyle };

// OpenGL takes an offset into the bound buffer as a pointer.
// NOLINTNEXTLINE(performance-no-int-to-ptr)
const void* Offset(size_t bytes) { return reinterpret_cast<const void*>(bytes); }

template <typename T>
void UploadBuffer(GLenum target, GLuint buffer, const std::vector<T>& data) {
  glBindBuffer(target, buffer);
  glBufferData(target, static_cast<GLsizeiptr>(data.size() * sizeof(T)), data.data(),
               GL_STREAM_DRAW);
}

Error GraphicsError(std::string message) {
  while (!message.empty() && (message.back() == '\n' || message.back() == '\0')) message.pop_back();
  return Error{"graphics", std::move(message), "", 0, 0};
}

Result<GLuint> Compile(GLenum stage, std::string_view body) {
  const std::string source = ShaderSource(ShaderDialect::kOpenGl33, body);
  const char* text = source.c_str();
  GLuint shader = glCreateShader(stage);
  glShaderSource(shader, 1, &text, nullptr);
  glCompileShader(shader);
  GLint compiled = GL_FALSE;
  glGetShaderiv(shader, GL_COMPILE_STATUS, &compiled);
  if (compiled == GL_TRUE) return shader;
  std::string log(1024, '\0');
  GLsizei length = 0;
  glGetShaderInfoLog(shader, static_cast<GLsizei>(log.size()), &length, log.data());
  log.resize(static_cast<size_t>(length));
  glDeleteShader(shader);
  return GraphicsError(std::move(log));
}

void SetAttribute(GLuint attribute, GLint components, GLenum type, GLboolean normalized,
                  GLsizei stride, size_t offset) {
  glVertexAttribPointer(attribute, components, type, normalized, stride, Offset(offset));
}

// Where instance `first` of the bound buffer begins: OpenGL 3.3 has no base instance.
void SetMarkAttributes(uint32_t first) {
  const size_t base = first * sizeof(MarkInstance);
  constexpr GLsizei kStride = sizeof(MarkInstance);
  SetAttribute(kBox, 4, GL_FLOAT, GL_FALSE, kStride, base + offsetof(MarkInstance, center_x));
  SetAttribute(kShape, 4, GL_FLOAT, GL_FALSE, kStride, base + offsetof(MarkInstance, radius));
  SetAttribute(kFill, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, base + offsetof(MarkInstance, fill));
  SetAttribute(kLine, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, base + offsetof(MarkInstance, line));
  glVertexAttribIPointer(kStyle, 2, GL_UNSIGNED_INT, kStride,
                         Offset(base + offsetof(MarkInstance, pattern)));
}

// Nothing of these outlives a frame or an upload, so other users of the context find it as new.
void SetBlending() {
  glDisable(GL_DEPTH_TEST);
  glDisable(GL_CULL_FACE);
  glEnable(GL_BLEND);
  glBlendEquation(GL_FUNC_ADD);
  glBlendFunc(GL_ONE, GL_ONE_MINUS_SRC_ALPHA);
}

void Clear(uint32_t color) {
  auto channel = [color](int shift) { return static_cast<float>((color >> shift) & 0xFF) / 255; };
  const float alpha = channel(24);
  glClearColor(channel(0) * alpha, channel(8) * alpha, channel(16) * alpha, alpha);
  glClear(GL_COLOR_BUFFER_BIT);
}

// The command's clip rectangle in device pixels, counted from the lower left as OpenGL does.
void Scissor(const DrawCommand& command, float scale, PixelSize pixels) {
  auto at = [scale](float css, int limit) {
    return static_cast<int>(std::clamp(std::round(css * scale), 0.0F, static_cast<float>(limit)));
  };
  const int left = at(command.clip_left, pixels.width);
  const int right = at(command.clip_right, pixels.width);
  const int top = at(command.clip_top, pixels.height);
  const int bottom = at(command.clip_bottom, pixels.height);
  glScissor(left, pixels.height - bottom, std::max(right - left, 0), std::max(bottom - top, 0));
}

}  // namespace

PixelSize FramePixels(const DrawFrame& frame) {
  auto pixels = [&frame](float css) {
    return std::max(static_cast<int>(std::lround(css * frame.scale)), 1);
  };
  return {pixels(frame.width), pixels(frame.height)};
}

Result<GlRenderer::Program> GlRenderer::Link(std::string_view vertex, std::string_view fragment) {
  Result<GLuint> first = Compile(GL_VERTEX_SHADER, vertex);
  if (!first.ok()) return first.error();
  Result<GLuint> second = Compile(GL_FRAGMENT_SHADER, fragment);
  if (!second.ok()) {
    glDeleteShader(first.value());
    return second.error();
  }
  Program program;
  program.id = glCreateProgram();
  glAttachShader(program.id, first.value());
  glAttachShader(program.id, second.value());
  glLinkProgram(program.id);
  glDeleteShader(first.value());  // they live as long as the program
  glDeleteShader(second.value());
  GLint linked = GL_FALSE;
  glGetProgramiv(program.id, GL_LINK_STATUS, &linked);
  if (linked != GL_TRUE) {
    std::string log(1024, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(program.id, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<size_t>(length));
    glDeleteProgram(program.id);
    return GraphicsError(std::move(log));
  }
  program.size = glGetUniformLocation(program.id, "u_size");
  program.scale = glGetUniformLocation(program.id, "u_scale");
  program.kind = glGetUniformLocation(program.id, "u_kind");
  return program;
}

Result<std::unique_ptr<GlRenderer>> GlRenderer::Make() {
  std::unique_ptr<GlRenderer> renderer(new GlRenderer);
  Result<Program> triangles = Link(shaders::kUiVert, shaders::kUiFrag);
  if (!triangles.ok()) return triangles.error();
  renderer->triangle_program_ = triangles.value();
  Result<Program> marks = Link(shaders::kMarkVert, shaders::kMarkFrag);
  if (!marks.ok()) return marks.error();
  renderer->mark_program_ = marks.value();

  for (uint32_t* buffer :
       {&renderer->vertex_buffer_, &renderer->index_buffer_, &renderer->mark_buffer_}) {
    glGenBuffers(1, buffer);
  }
  glGenVertexArrays(1, &renderer->triangle_array_);
  glBindVertexArray(renderer->triangle_array_);
  glBindBuffer(GL_ARRAY_BUFFER, renderer->vertex_buffer_);
  glBindBuffer(GL_ELEMENT_ARRAY_BUFFER, renderer->index_buffer_);
  for (GLuint attribute : {kPosition, kUv, kColor}) glEnableVertexAttribArray(attribute);
  constexpr GLsizei kStride = sizeof(DrawVertex);
  SetAttribute(kPosition, 2, GL_FLOAT, GL_FALSE, kStride, offsetof(DrawVertex, x));
  SetAttribute(kUv, 2, GL_FLOAT, GL_FALSE, kStride, offsetof(DrawVertex, u));
  SetAttribute(kColor, 4, GL_UNSIGNED_BYTE, GL_TRUE, kStride, offsetof(DrawVertex, color));

  glGenVertexArrays(1, &renderer->mark_array_);
  glBindVertexArray(renderer->mark_array_);
  glBindBuffer(GL_ARRAY_BUFFER, renderer->mark_buffer_);
  for (GLuint attribute : {kBox, kShape, kFill, kLine, kStyle}) {
    glEnableVertexAttribArray(attribute);
    glVertexAttribDivisor(attribute, 1);
  }
  glBindVertexArray(0);
  return renderer;
}

GlRenderer::~GlRenderer() {
  for (const auto& [page, texture] : textures_) glDeleteTextures(1, &texture);
  glDeleteVertexArrays(1, &triangle_array_);  // OpenGL ignores the name 0
  glDeleteVertexArrays(1, &mark_array_);
  for (const uint32_t* buffer : {&vertex_buffer_, &index_buffer_, &mark_buffer_}) {
    glDeleteBuffers(1, buffer);
  }
  glDeleteProgram(triangle_program_.id);
  glDeleteProgram(mark_program_.id);
}

void GlRenderer::Upload(const AtlasPage& page, int x, int y, int width, int height,
                        const std::vector<uint8_t>& pixels) {
  const GLenum format = page.color ? GL_RGBA : GL_RED;
  GLuint& texture = textures_[page.id];
  glPixelStorei(GL_UNPACK_ALIGNMENT, 1);
  if (texture == 0) {
    glGenTextures(1, &texture);
    glBindTexture(GL_TEXTURE_2D, texture);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MIN_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_MAG_FILTER, GL_NEAREST);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_S, GL_CLAMP_TO_EDGE);
    glTexParameteri(GL_TEXTURE_2D, GL_TEXTURE_WRAP_T, GL_CLAMP_TO_EDGE);
    constexpr size_t kTexels = size_t{AtlasPage::kSize} * AtlasPage::kSize;
    const std::vector<uint8_t> empty(kTexels * (page.color ? 4 : 1));
    glTexImage2D(GL_TEXTURE_2D, 0, page.color ? GL_RGBA8 : GL_R8, AtlasPage::kSize,
                 AtlasPage::kSize, 0, format, GL_UNSIGNED_BYTE, empty.data());
  }
  glBindTexture(GL_TEXTURE_2D, texture);
  glTexSubImage2D(GL_TEXTURE_2D, 0, x, y, width, height, format, GL_UNSIGNED_BYTE, pixels.data());
}

void GlRenderer::BindFrame(const DrawFrame& frame) {
  const PixelSize pixels = FramePixels(frame);
  glViewport(0, 0, pixels.width, pixels.height);
  // Not the frame's own size: the shaders' must fill whole pixels, or everything is stretched.
  const float width = static_cast<float>(pixels.width) / frame.scale;
  const float height = static_cast<float>(pixels.height) / frame.scale;
  for (const Program* program : {&triangle_program_, &mark_program_}) {
    glUseProgram(program->id);
    glUniform2f(program->size, width, height);
    if (program->scale >= 0) glUniform1f(program->scale, frame.scale);
  }
  UploadBuffer(GL_ARRAY_BUFFER, vertex_buffer_, frame.vertices);
  UploadBuffer(GL_ARRAY_BUFFER, mark_buffer_, frame.marks);
  glBindVertexArray(triangle_array_);  // holds the index buffer's binding
  UploadBuffer(GL_ELEMENT_ARRAY_BUFFER, index_buffer_, frame.indices);
}

void GlRenderer::DrawTriangles(const DrawCommand& command) {
  glUseProgram(triangle_program_.id);
  glUniform1i(triangle_program_.kind, static_cast<GLint>(command.kind));
  if (command.kind != DrawKind::kShapes) {
    auto texture = textures_.find(command.page);
    if (texture == textures_.end()) return;  // a page that nothing was ever put on
    glBindTexture(GL_TEXTURE_2D, texture->second);
  }
  glBindVertexArray(triangle_array_);
  glDrawElements(GL_TRIANGLES, static_cast<GLsizei>(command.count), GL_UNSIGNED_INT,
                 Offset(command.first * sizeof(uint32_t)));
}

void GlRenderer::DrawMarks(const DrawCommand& command) {
  glUseProgram(mark_program_.id);
  glBindVertexArray(mark_array_);
  glBindBuffer(GL_ARRAY_BUFFER, mark_buffer_);
  SetMarkAttributes(command.first);
  glDrawArraysInstanced(GL_TRIANGLE_STRIP, 0, 4, static_cast<GLsizei>(command.count));
}

void GlRenderer::Draw(const DrawFrame& frame) {
  const PixelSize pixels = FramePixels(frame);
  SetBlending();
  glActiveTexture(GL_TEXTURE0);
  glEnable(GL_SCISSOR_TEST);
  glScissor(0, 0, pixels.width, pixels.height);
  Clear(frame.background);
  BindFrame(frame);
  for (const DrawCommand& command : frame.commands) {
    if (command.count == 0) continue;
    Scissor(command, frame.scale, pixels);
    if (command.kind == DrawKind::kMarks) {
      DrawMarks(command);
    } else {
      DrawTriangles(command);
    }
  }
  glDisable(GL_SCISSOR_TEST);
  glBindVertexArray(0);
}

}  // namespace saywhen
