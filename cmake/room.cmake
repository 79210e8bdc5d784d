# lots_room(NAME [DEPS room...] [LINK library...])
# A folder under src/ becomes the library lots_NAME of its *.cpp files; its *_test.cpp files become the program NAME_test.
# A room without sources is an interface, so that rooms can be declared before they are furnished.
function(lots_room name)
    cmake_parse_arguments(ROOM "" "" "DEPS;LINK" ${ARGN})
    set(folder ${CMAKE_SOURCE_DIR}/src/${name})
    file(GLOB sources CONFIGURE_DEPENDS ${folder}/*.cpp)
    set(tests ${sources})
    list(FILTER sources EXCLUDE REGEX "(_test|/main|/rules[a-z_]*)\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    list(FILTER tests EXCLUDE REGEX "/rules[a-z_]*_test\\.cpp$")
    list(TRANSFORM ROOM_DEPS PREPEND lots_)

    if(sources)
        add_library(lots_${name} STATIC ${sources})
        target_include_directories(lots_${name} PUBLIC ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
        target_link_libraries(lots_${name} PUBLIC ${ROOM_DEPS} ${ROOM_LINK} PRIVATE lots_warnings)
        lots_use_precompiled(lots_${name})
    else()
        add_library(lots_${name} INTERFACE)
        target_include_directories(lots_${name} INTERFACE ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
        target_link_libraries(lots_${name} INTERFACE ${ROOM_DEPS} ${ROOM_LINK})
    endif()

    if(tests)
        add_executable(${name}_test ${tests} $<TARGET_OBJECTS:lots_test_main>)
        target_include_directories(${name}_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        # Support before the room: what it uses of storage or http is then found in the room's libraries, and a test that uses
        # none of it needs none of them.
        target_link_libraries(${name}_test PRIVATE lots_test_support lots_${name} lots_warnings doctest::doctest)
        lots_use_precompiled(${name}_test _test)
        add_test(NAME ${name} COMMAND ${name}_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    endif()
endfunction()

# The rules of all slices are one library that knows nothing but base, guideline and one another: a rule cannot reach a database, a page
# or a clock, because they are not there to be reached.
function(lots_rules)
    file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/src/*/rules*.cpp)
    set(tests ${sources})
    list(FILTER sources EXCLUDE REGEX "_test\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    add_library(lots_rules STATIC ${sources})
    target_link_libraries(lots_rules PUBLIC lots_guideline PRIVATE lots_warnings)
    if(tests)
        add_executable(rules_test ${tests} $<TARGET_OBJECTS:lots_test_main>)
        target_include_directories(rules_test PRIVATE ${CMAKE_SOURCE_DIR}/tests)
        target_link_libraries(rules_test PRIVATE lots_rules lots_warnings doctest::doctest)
        add_test(NAME rules COMMAND rules_test WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
    endif()
endfunction()

# The framework itself and main(), once for all test programs.
add_library(lots_test_main OBJECT EXCLUDE_FROM_ALL ${CMAKE_SOURCE_DIR}/tests/support/main.cpp)
target_link_libraries(lots_test_main PRIVATE doctest::doctest)

# What the tests of several rooms share: tests/support/*.cpp, a library of single objects that are linked only when used.
file(GLOB support_sources CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/support/*.cpp)
list(FILTER support_sources EXCLUDE REGEX "/main\\.cpp$")
if(support_sources)
    add_library(lots_test_support STATIC EXCLUDE_FROM_ALL ${support_sources})
    target_include_directories(lots_test_support PUBLIC ${CMAKE_SOURCE_DIR}/tests ${CMAKE_SOURCE_DIR}/src ${CMAKE_BINARY_DIR}/generated)
    target_link_libraries(lots_test_support PUBLIC doctest::doctest PostgreSQL::PostgreSQL PRIVATE lots_warnings)
else()
    add_library(lots_test_support INTERFACE)
endif()
