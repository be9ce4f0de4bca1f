# Target imgui: Dear ImGui, without back ends, configured by src/ui/imgui_config.h.
# A folder named by -DSAYWHEN_IMGUI_DIR=… wins, then the environment's, then scripts/setup's.
if(DEFINED ENV{SAYWHEN_IMGUI_DIR})
  set(_imgui "$ENV{SAYWHEN_IMGUI_DIR}")
else()
  set(_imgui "${SAYWHEN_TOOLCHAIN_DIR}/imgui")
endif()
set(SAYWHEN_IMGUI_DIR "${_imgui}" CACHE PATH "Folder of Dear ImGui 1.92's sources")
if(NOT EXISTS "${SAYWHEN_IMGUI_DIR}/imgui.cpp")
  message(FATAL_ERROR "No Dear ImGui in ${SAYWHEN_IMGUI_DIR}: run scripts/setup")
endif()

add_library(imgui STATIC
  "${SAYWHEN_IMGUI_DIR}/imgui.cpp"
  "${SAYWHEN_IMGUI_DIR}/imgui_draw.cpp"
  "${SAYWHEN_IMGUI_DIR}/imgui_widgets.cpp")
target_include_directories(imgui SYSTEM PUBLIC "${SAYWHEN_IMGUI_DIR}")
target_include_directories(imgui PRIVATE "${CMAKE_SOURCE_DIR}/src")
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"ui/imgui_config.h\"")
# Its warnings are not ours to mend.
target_compile_options(imgui PRIVATE -w)
target_link_libraries(imgui PRIVATE saywhen_foreign_options)
