# Every warning is an error, in every file of ours. Libraries' headers are system headers and are not judged.
add_library(lots_warnings INTERFACE)
target_compile_options(lots_warnings INTERFACE
    -Wall -Wextra -Wpedantic -Werror -Wconversion -Wsign-conversion -Wshadow -Wold-style-cast -Wnon-virtual-dtor
    -Woverloaded-virtual -Wcast-align -Wformat=2 -Wundef -Wnull-dereference -Wimplicit-fallthrough)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # g++ 12 reports the first two in its own headers at -O2 and in coroutines; the third is about fences inside Boost.Asio.
    target_compile_options(lots_warnings INTERFACE -Wduplicated-cond -Wlogical-op -Wno-null-dereference -Wno-restrict -Wno-tsan)
endif()
