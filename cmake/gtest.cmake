# Target saywhen_gtest: GoogleTest with its main(), for saywhen_test().
add_library(saywhen_gtest INTERFACE)
if(EMSCRIPTEN)
  # Debian's library is for the machine, its sources are for everyone.
  set(_gtest "${SAYWHEN_TOOLCHAIN_DIR}/googletest/googletest")
  set(_gmock "${SAYWHEN_TOOLCHAIN_DIR}/googletest/googlemock")
  if(NOT EXISTS "${_gtest}/src/gtest-all.cc")
    message(FATAL_ERROR "No GoogleTest sources in ${_gtest}: run scripts/setup")
  endif()
  add_library(saywhen_gtest_wasm STATIC
    "${_gtest}/src/gtest-all.cc" "${_gmock}/src/gmock-all.cc" "${_gmock}/src/gmock_main.cc")
  target_include_directories(saywhen_gtest_wasm SYSTEM
    PUBLIC "${_gtest}/include" "${_gmock}/include" PRIVATE "${_gtest}" "${_gmock}")
  target_compile_definitions(saywhen_gtest_wasm
    PUBLIC GTEST_HAS_EXCEPTIONS=0 GTEST_HAS_RTTI=0 GTEST_HAS_PTHREAD=0)
  target_compile_options(saywhen_gtest_wasm PRIVATE -w)
  target_link_libraries(saywhen_gtest_wasm PRIVATE saywhen_foreign_options)
  target_link_libraries(saywhen_gtest INTERFACE saywhen_gtest_wasm)
  target_link_options(saywhen_gtest INTERFACE
    -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1 -sALLOW_MEMORY_GROWTH -sSTACK_SIZE=1MB
    -sASSERTIONS=1)
else()
  find_package(GTest REQUIRED)
  target_link_libraries(saywhen_gtest INTERFACE GTest::gmock GTest::gtest GTest::gmock_main)
endif()
