# lots_room(NAME [DEPS room...] [LINK library...])
# A folder under src/ becomes the library lots_NAME of its *.cpp files; its *_test.cpp files become the program NAME_test.
# A room without sources is an interface, so that rooms can be declared before they are furnished.
function(lots_room name)
    cmake_parse_arguments(ROOM "" "" "DEPS;LINK" ${ARGN})
    set(folder ${CMAKE_SOURCE_DIR}/src/${name})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    set(tests ${sources})
    list(FILTER sources EXCLUDE REGEX "(_test|/main)\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    list(TRANSFORM ROOM_DEPS PREPEND lots_)

    if(sources)
        add_library(lots_${name} STATIC ${sources})
        target_include_directories(lots_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
        target_link_libraries(lots_${name} PUBLIC ${ROOM_DEPS} ${ROOM_LINK} PRIVATE lots_warnings)
    else()
        add_library(lots_${name} INTERFACE)
        target_include_directories(lots_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
        target_link_libraries(lots_${name} INTERFACE ${ROOM_DEPS} ${ROOM_LINK})
    endif()

    if(tests)
        add_executable(${name}_test ${tests} ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
        target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        # Support before the room: what it uses of storage or http is then found in the room's libraries, and a test that uses
        # none of it needs none of them.
        target_link_libraries(${name}_test PRIVATE lots_test_support lots_${name} lots_warnings doctest::doctest)
        add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    endif()
endfunction()

# What the tests of several rooms share: tests/support/*.cpp, a library of single objects that are linked only when used.
file(GLOB support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
list(FILTER support_sources EXCLUDE REGEX "/main\\.cpp$")
if(support_sources)
    add_library(lots_test_support STATIC EXCLUDE_FROM_ALL ${support_sources})
    target_include_directories(lots_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/src)
    target_link_libraries(lots_test_support PUBLIC doctest::doctest PostgreSQL::PostgreSQL PRIVATE lots_warnings)
else()
    add_library(lots_test_support INTERFACE)
endif()
