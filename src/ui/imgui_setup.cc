#include "ui/imgui_setup.h"

#include <cstdarg>

#include "imgui.h"
#include "imgui_internal.h"
#include "misc/freetype/imgui_freetype.h"

// Dear ImGui formats text only for its own widgets and logs, of which none is used here.
int ImFormatString(char* buffer, size_t size, const char* /*format*/, ...) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

int ImFormatStringV(char* buffer, size_t size, const char* /*format*/, va_list /*arguments*/) {
  if (buffer != nullptr && size > 0) buffer[0] = '\0';
  return 0;
}

namespace ImGuiFreeType {

// Dear ImGui wants at least one font; this loader's has no glyphs.
const ImFontLoader* GetFontLoader() {
  static const ImFontLoader loader = [] {
    ImFontLoader blank;
    blank.Name = "none";
    blank.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*, ImWchar,
                                  ImFontGlyph*, float*) { return false; };
    return blank;
  }();
  return &loader;
}

}  // namespace ImGuiFreeType

namespace saywhen {

ImGuiContext* CreateImGui() {
  ImGuiContext* context = ImGui::CreateContext();
  ImGui::SetCurrentContext(context);
  ImGuiIO& io = ImGui::GetIO();
  io.IniFilename = nullptr;
  io.LogFilename = nullptr;
  io.ConfigNavCaptureKeyboard = false;
  io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
  io.Fonts->Flags |= ImFontAtlasFlags_NoBakedLines | ImFontAtlasFlags_NoMouseCursors;
  io.Fonts->TexMinWidth = 64;
  io.Fonts->TexMinHeight = 64;
  ImFontConfig config;
  config.FontLoader = ImGuiFreeType::GetFontLoader();
  config.FontDataOwnedByAtlas = true;  // there is none: nothing to copy
  config.SizePixels = 13;
  io.Fonts->AddFont(&config);
  ImGuiStyle& style = ImGui::GetStyle();
  style.AntiAliasedLinesUseTex = false;
  style.WindowPadding = {0, 0};
  style.WindowBorderSize = 0;
  style.ItemSpacing = {0, 0};
  return context;
}

void DestroyImGui(ImGuiContext* context) {
  // ImGui frees the atlas texture only after a backend says that it has let go of it.
  ImGui::SetCurrentContext(context);
  for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
    texture->SetStatus(ImTextureStatus_Destroyed);
  }
  ImGui::DestroyContext(context);
}

}  // namespace saywhen
