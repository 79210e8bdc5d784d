// Stands in for the table that assets/build.mjs makes, when the program is built without npm (LOTS_ASSETS=OFF): the same names,
// nothing in them. Not for use by people.
#pragma once

#define LOTS_NO_ASSETS 1

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace lots::assets {

using ByteSpan = std::span<const std::uint8_t>;

struct File {
    std::string_view name, url, mime, hash;
    ByteSpan raw, gzip, brotli;
};

inline constexpr std::array files{
    File{"app.css", "/assets/app.css", "text/css; charset=utf-8", "none", {}, {}, {}},
    File{"app.js", "/assets/app.js", "text/javascript; charset=utf-8", "none", {}, {}, {}},
    File{"favicon.svg", "/assets/favicon.svg", "image/svg+xml", "none", {}, {}, {}},
    File{"inter-latin.woff2", "/assets/inter-latin.woff2", "font/woff2", "none", {}, {}, {}},
    File{"inter-latin-ext.woff2", "/assets/inter-latin-ext.woff2", "font/woff2", "none", {}, {}, {}},
};

void there_is_no_such_asset();

consteval const File& asset(std::string_view name)
{
    for (const File& file : files)
        if (file.name == name) return file;
    there_is_no_such_asset();
    return files[0];
}

constexpr const File* file_at(std::string_view url)
{
    for (const File& file : files)
        if (file.url == url) return &file;
    return nullptr;
}

}  // namespace lots::assets
