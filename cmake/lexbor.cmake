# Target lexbor: its HTML tokenizer, from scripts/setup's folder. Only native programs use it.
if(NOT EMSCRIPTEN)
  find_library(SAYWHEN_LEXBOR lexbor_static REQUIRED NO_DEFAULT_PATH
    PATHS "${SAYWHEN_TOOLCHAIN_DIR}/lexbor/usr/lib"
    PATH_SUFFIXES "${CMAKE_LIBRARY_ARCHITECTURE}" x86_64-linux-gnu aarch64-linux-gnu)
  add_library(lexbor STATIC IMPORTED GLOBAL)
  set_target_properties(lexbor PROPERTIES
    IMPORTED_LOCATION "${SAYWHEN_LEXBOR}"
    INTERFACE_COMPILE_DEFINITIONS LEXBOR_STATIC
    INTERFACE_INCLUDE_DIRECTORIES "${SAYWHEN_TOOLCHAIN_DIR}/lexbor/usr/include")
endif()
