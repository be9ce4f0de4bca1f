# saywhen_layer(NAME SOURCES file… [LINK layer-or-library…])
#   The static library saywhen_NAME of one folder of src/.
# saywhen_test(NAME SOURCES file… [LINK layer-or-library…])
#   A GoogleTest program, run by ctest; natively, or in Node in a web build. Its working folder is the
#   repository; SAYWHEN_SOURCE_DIR is that folder's path, for reading stories and test data.
# saywhen_bench(NAME SOURCES file… [LINK layer-or-library…])
#   A Google Benchmark program, build/<preset>/bench/NAME; ctest does not run it. There is none in a web,
#   debug or sanitized build, whose figures say nothing, nor where the library is not installed.
# LINK names a layer (base, model, …), "shaders" for the embedded shaders, or any other CMake target or
# library. nlohmann/json needs no LINK.

set(SAYWHEN_LAYERS base model formats extract explore timeline learn app ui platform cli)

function(_saywhen_link target scope)
  foreach(library IN LISTS ARGN)
    if(TARGET saywhen_${library} OR library IN_LIST SAYWHEN_LAYERS)
      set(library saywhen_${library})
    endif()
    target_link_libraries(${target} ${scope} ${library})
  endforeach()
endfunction()

# The name is the first argument; NAME before it is allowed.
macro(_saywhen_arguments)
  cmake_parse_arguments(arg "" "NAME" "SOURCES;LINK" ${ARGN})
  if(NOT arg_NAME)
    list(POP_FRONT arg_UNPARSED_ARGUMENTS arg_NAME)
  endif()
  if(NOT arg_NAME OR NOT arg_SOURCES OR arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "Needs a name and SOURCES, and knows no '${arg_UNPARSED_ARGUMENTS}'")
  endif()
endmacro()

function(saywhen_layer)
  _saywhen_arguments(${ARGN})
  add_library(saywhen_${arg_NAME} STATIC ${arg_SOURCES})
  target_link_libraries(saywhen_${arg_NAME} PUBLIC saywhen_options)
  _saywhen_link(saywhen_${arg_NAME} PUBLIC ${arg_LINK})
endfunction()

function(saywhen_test)
  if(NOT SAYWHEN_TESTS)
    return()
  endif()
  _saywhen_arguments(${ARGN})
  add_executable(${arg_NAME} ${arg_SOURCES})
  set_target_properties(${arg_NAME} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/tests")
  target_include_directories(${arg_NAME} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${arg_NAME} PRIVATE "SAYWHEN_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
  target_link_libraries(${arg_NAME} PRIVATE saywhen_options)
  _saywhen_link(${arg_NAME} PRIVATE ${arg_LINK})
  target_link_libraries(${arg_NAME} PRIVATE saywhen_gtest)
  # One ctest test a program; the cases in it are counted from this report (scripts/count-tests.mjs).
  # Starting Node once for every case would take longer than the cases.
  add_test(NAME ${arg_NAME}
    COMMAND ${arg_NAME} "--gtest_output=json:${CMAKE_BINARY_DIR}/test-results/${arg_NAME}.json"
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
  set_tests_properties(${arg_NAME} PROPERTIES TIMEOUT 300)
endfunction()

function(saywhen_bench)
  if(NOT SAYWHEN_TESTS OR EMSCRIPTEN OR SAYWHEN_SANITIZE OR CMAKE_BUILD_TYPE STREQUAL "Debug")
    return()
  endif()
  find_package(benchmark QUIET)
  if(NOT benchmark_FOUND)
    return()
  endif()
  _saywhen_arguments(${ARGN})
  add_executable(${arg_NAME} ${arg_SOURCES})
  set_target_properties(${arg_NAME} PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${CMAKE_BINARY_DIR}/bench")
  target_include_directories(${arg_NAME} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
  target_compile_definitions(${arg_NAME} PRIVATE "SAYWHEN_SOURCE_DIR=\"${CMAKE_SOURCE_DIR}\"")
  target_link_libraries(${arg_NAME} PRIVATE saywhen_options)
  _saywhen_link(${arg_NAME} PRIVATE ${arg_LINK})
  target_link_libraries(${arg_NAME} PRIVATE benchmark::benchmark_main)
endfunction()
