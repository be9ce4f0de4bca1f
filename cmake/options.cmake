# saywhen_options: how all of our own code is compiled. saywhen_foreign_options: the part of it that
# code of others shares, so that both can be linked together.

add_library(saywhen_foreign_options INTERFACE)
target_compile_features(saywhen_foreign_options INTERFACE cxx_std_20)
# Errors are values (docs/architecture.md); without tables for exceptions and types the wasm is smaller.
target_compile_options(saywhen_foreign_options INTERFACE -fno-exceptions -fno-rtti)
if(SAYWHEN_SANITIZE)
  set(_sanitize -fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # The check of dynamic types needs the type information that is switched off above.
  target_compile_options(saywhen_foreign_options INTERFACE ${_sanitize} -fno-sanitize=vptr)
  target_link_options(saywhen_foreign_options INTERFACE ${_sanitize})
endif()
if(EMSCRIPTEN)
  # Emscripten warns of settings that only the other of compiling and linking knows.
  target_compile_options(saywhen_foreign_options INTERFACE -Wno-unused-command-line-argument)
endif()

add_library(saywhen_warnings INTERFACE)
target_compile_options(saywhen_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast -Wnon-virtual-dtor
  -Woverloaded-virtual -Wextra-semi -Wformat=2 -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  # GCC does not count a change of sign as a conversion; indices go from int to size_t everywhere.
  target_compile_options(saywhen_warnings INTERFACE -Wno-sign-conversion)
endif()
if(SAYWHEN_WERROR)
  target_compile_options(saywhen_warnings INTERFACE -Werror)
endif()

add_library(saywhen_options INTERFACE)
target_link_libraries(saywhen_options INTERFACE saywhen_foreign_options saywhen_warnings)
# One include root: a header is named by its layer, "model/story.h".
target_include_directories(saywhen_options INTERFACE "${CMAKE_SOURCE_DIR}/src")

# Where scripts/setup keeps what Debian 12 does not have.
if(DEFINED ENV{SAYWHEN_TOOLCHAIN})
  set(_toolchain "$ENV{SAYWHEN_TOOLCHAIN}")
else()
  set(_toolchain "${CMAKE_SOURCE_DIR}/.toolchain")
endif()
set(SAYWHEN_TOOLCHAIN_DIR "${_toolchain}" CACHE PATH "Folder that scripts/setup fills")

# Header-only libraries of the machine (nlohmann/json). For wasm /usr/include must stay out of sight:
# the machine's C library lives there too.
if(EMSCRIPTEN)
  target_include_directories(saywhen_options SYSTEM INTERFACE "${SAYWHEN_TOOLCHAIN_DIR}/include")
endif()
