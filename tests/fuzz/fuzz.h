#pragma once

#include <cstdio>
#include <cstdlib>
#include <string_view>

/// What a fuzz target promises, besides not crashing. Stays on whatever the build.
inline void promise(bool holds, const char* what)
{
    if (holds) return;
    std::fprintf(stderr, "promise broken: %s\n", what);
    std::abort();
}

/// Each target defines this one; entry.cpp calls it.
void fuzz_one(std::string_view input);
