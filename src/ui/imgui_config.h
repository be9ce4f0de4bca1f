// Dear ImGui's build options: only what draws and what tells where the pointer is. Text is the
// host's (platform/host.h), so no font, no font rasteriser and no number formatting is built in.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT

// The font loader is asked of "FreeType": imgui_setup.cc answers with one that loads nothing.
#define IMGUI_ENABLE_FREETYPE

// No settings are ever read back, and scanf is large. After <cstdio>, which declares the real one.
#include <cstdio>
#define sscanf(...) 0

// One frame may hold more than 65536 vertices.
#define ImDrawIdx unsigned int

// A bad call must not end the page that the widget is a guest in; tests build with assertions.
#ifdef NDEBUG
#define IM_ASSERT(condition) ((void)sizeof(!(condition)))
#endif
