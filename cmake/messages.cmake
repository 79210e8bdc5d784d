# The texts of text/sv and text/en are checked and compiled in: a missing key, a placeholder that differs or a pattern that
# ICU cannot read breaks the build with the file and the line.
add_library(lots_catalogue_tool STATIC
    ${CMAKE_SOURCE_DIR}/src/messages/tool/read.cpp
    ${CMAKE_SOURCE_DIR}/src/messages/tool/pattern.cpp
    ${CMAKE_SOURCE_DIR}/src/messages/tool/rooms.cpp
    ${CMAKE_SOURCE_DIR}/src/messages/tool/generate.cpp)
target_include_directories(lots_catalogue_tool PUBLIC ${CMAKE_SOURCE_DIR}/src)
target_link_libraries(lots_catalogue_tool PUBLIC ICU::i18n ICU::uc PRIVATE lots_warnings)
add_executable(catalogue_tool ${CMAKE_SOURCE_DIR}/src/messages/tool/catalogue_tool.cpp)
target_link_libraries(catalogue_tool PRIVATE lots_catalogue_tool lots_warnings)

if(TARGET messages_test)
    target_link_libraries(messages_test PRIVATE lots_catalogue_tool)
endif()

# A room is compiled with the keys that it may use only: those of its own file (text/sv/consent.msg), of the rooms that it
# stands on, and of the files that no room owns (common.msg). A new sentence about meetings then compiles the rooms again that
# hold meetings, and not the whole house. Anything that is not a room sees all keys.
function(lots_catalogue)
    set(generated ${CMAKE_BINARY_DIR}/generated)
    set(outputs ${generated}/messages/keys.h ${generated}/messages/catalogue.cpp)
    file(GLOB folders RELATIVE ${CMAKE_SOURCE_DIR}/src ${CMAKE_SOURCE_DIR}/src/*)
    foreach(room ${folders})
        if(NOT TARGET lots_${room})
            continue()
        endif()
        get_target_property(below lots_${room} INTERFACE_LINK_LIBRARIES)
        list(FILTER below INCLUDE REGEX "^lots_")
        list(TRANSFORM below REPLACE "^lots_" "")
        list(JOIN below "," below)
        list(APPEND rooms "${room}=${below}")
        list(APPEND outputs ${generated}/visible/${room}/messages/keys.h)
        get_target_property(type lots_${room} TYPE)
        if(NOT type STREQUAL "INTERFACE_LIBRARY")
            target_include_directories(lots_${room} BEFORE PRIVATE ${generated}/visible/${room})
        endif()
        if(TARGET ${room}_test)
            target_include_directories(${room}_test BEFORE PRIVATE ${generated}/visible/${room})
        endif()
    endforeach()

    file(GLOB files CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/text/sv/*.msg ${CMAKE_SOURCE_DIR}/text/en/*.msg)
    # The tool leaves a file alone whose content is the same, so that a reworded text compiles no page again; the stamp tells
    # ninja that it has run.
    add_custom_command(
        OUTPUT ${generated}/messages/catalogue.stamp
        BYPRODUCTS ${outputs}
        COMMAND catalogue_tool ${CMAKE_SOURCE_DIR}/text ${generated} ${rooms}
        COMMAND ${CMAKE_COMMAND} -E touch ${generated}/messages/catalogue.stamp
        DEPENDS catalogue_tool ${files}
        COMMENT "Checking the message catalogues"
        VERBATIM)
    target_sources(lots_messages PRIVATE ${generated}/messages/catalogue.stamp ${generated}/messages/catalogue.cpp)
endfunction()
cmake_language(DEFER CALL lots_catalogue)  # when all rooms are declared
