# saywhen_embed_shaders(TARGET FOLDER): the text of FOLDER/*.vert and *.frag as string_view constants
# in the header shaders.h (namespace saywhen::shaders), which targets linked to TARGET can include.
# mark.vert becomes kMarkVert, time_axis.frag becomes kTimeAxisFrag.
function(saywhen_embed_shaders target folder)
  file(GLOB stages CONFIGURE_DEPENDS "${folder}/*.vert" "${folder}/*.frag")
  set(include_root "${CMAKE_BINARY_DIR}/generated")
  set(header "${include_root}/shaders.h")
  add_custom_command(
    OUTPUT "${header}"
    COMMAND "${CMAKE_COMMAND}" "-DOUTPUT=${header}" "-DFOLDER=${folder}"
            -P "${CMAKE_SOURCE_DIR}/cmake/embed_shaders.cmake"
    DEPENDS ${stages} "${CMAKE_SOURCE_DIR}/cmake/embed_shaders.cmake"
    COMMENT "Embedding shaders"
    VERBATIM)
  add_custom_target(${target}_header DEPENDS "${header}")
  add_library(${target} INTERFACE)
  add_dependencies(${target} ${target}_header)
  target_include_directories(${target} INTERFACE "${include_root}")
endfunction()
