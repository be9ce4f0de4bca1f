// What Dear ImGui asks of whoever switches off its own text formatting and font loader
// (imgui_config.h): only its draw list is used, which needs neither.

#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

int ImFormatString(char* buffer, size_t size, const char* /*format*/, ...) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char* /*format*/, va_list /*arguments*/) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

const ImFontLoader* ImGuiFreeType::GetFontLoader() { return nullptr; }
