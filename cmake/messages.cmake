# The texts of text/sv and text/en are checked and compiled in: a missing key, a placeholder that differs or a pattern that
# ICU cannot read breaks the build with the file and the line.
add_library(lots_catalogue_tool STATIC
    ${CMAKE_SOURCE_DIR}/src/messages/tool/read.cpp
    ${CMAKE_SOURCE_DIR}/src/messages/tool/pattern.cpp
    ${CMAKE_SOURCE_DIR}/src/messages/tool/generate.cpp)
target_include_directories(lots_catalogue_tool PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(lots_catalogue_tool PUBLIC ICU::i18n ICU::uc PRIVATE lots_warnings)
add_executable(catalogue_tool ${CMAKE_SOURCE_DIR}/src/messages/tool/catalogue_tool.cpp)
target_link_libraries(catalogue_tool PRIVATE lots_catalogue_tool lots_warnings)

file(GLOB catalogue_files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/text/sv/*.msg ${CMAKE_SOURCE_DIR}/text/en/*.msg)
set(generated ${CMAKE_BINARY_DIR}/generated/messages)
# The tool leaves a file alone whose content is the same, so that a reworded text does not compile every page again; the
# stamp tells ninja that it has run.
add_custom_command(
    OUTPUT ${generated}/catalogue.stamp
    BYPRODUCTS ${generated}/keys.h ${generated}/catalogue.cpp
    COMMAND catalogue_tool ${CMAKE_SOURCE_DIR}/text ${generated}
    COMMAND ${CMAKE_COMMAND} -E touch ${generated}/catalogue.stamp
    DEPENDS catalogue_tool ${catalogue_files}
    COMMENT "Checking the message catalogues"
    VERBATIM)
target_sources(lots_messages PRIVATE ${generated}/catalogue.stamp ${generated}/catalogue.cpp)

if(TARGET messages_test)
    target_link_libraries(messages_test PRIVATE lots_catalogue_tool)
endif()
