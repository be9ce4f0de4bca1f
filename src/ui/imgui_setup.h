// Dear ImGui without its text: a context that draws shapes and hits, one a widget.
#pragma once

struct ImGuiContext;

namespace saywhen {

// A context of its own with no fonts, files, keyboard or gamepad. Destroy with DestroyImGui().
ImGuiContext* CreateImGui();
void DestroyImGui(ImGuiContext* context);

}  // namespace saywhen
