# `lots --version` says it.
set_source_files_properties(${CMAKE_SOURCE_DIR}/src/cli/commands.cpp PROPERTIES COMPILE_DEFINITIONS "LOTS_VERSION=\"${PROJECT_VERSION}\"")

# The one program, when its main() is there.
if(EXISTS ${CMAKE_SOURCE_DIR}/src/cli/main.cpp)
    add_executable(lots ${CMAKE_SOURCE_DIR}/src/cli/main.cpp)
    target_link_libraries(lots PRIVATE lots_cli lots_warnings)
endif()
