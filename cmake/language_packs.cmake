# saywhen_language_packs(TARGET FOLDER): joins each FOLDER/<code>/*.tsv into one pack,
# ${CMAKE_BINARY_DIR}/languages/<code>.pack, every file under a line "[name]"; and makes the static
# library TARGET that carries them all (src/extract/embedded_packs.h).
function(saywhen_language_packs target folder)
  file(GLOB files CONFIGURE_DEPENDS "${folder}/*/*.tsv")
  set(out "${CMAKE_BINARY_DIR}/languages")
  set(code "${CMAKE_BINARY_DIR}/generated/embedded_packs.cc")
  set(packs "")
  file(GLOB languages CONFIGURE_DEPENDS LIST_DIRECTORIES true "${folder}/*")
  foreach(language IN LISTS languages)
    if(IS_DIRECTORY "${language}")
      get_filename_component(name "${language}" NAME)
      list(APPEND packs "${out}/${name}.pack")
    endif()
  endforeach()
  add_custom_command(
    OUTPUT "${code}" ${packs}
    COMMAND "${CMAKE_COMMAND}" "-DFOLDER=${folder}" "-DOUT=${out}" "-DCODE=${code}"
            -P "${CMAKE_SOURCE_DIR}/cmake/join_language_packs.cmake"
    DEPENDS ${files} "${CMAKE_SOURCE_DIR}/cmake/join_language_packs.cmake"
    COMMENT "Joining language packs"
    VERBATIM)
  add_library(${target} STATIC "${code}")
  target_link_libraries(${target} PUBLIC saywhen_options)
endfunction()
