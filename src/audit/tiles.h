#pragma once

#include <cstdint>
#include <filesystem>
#include <string>

#include "storage/store.h"

namespace lots::audit {

/// Where tile `index` lies: "000", "x001/x234/067"; with ".p/width" when fewer than 256 are there. Source: C2SP tlog-tiles.
std::string tile_path(std::uint64_t index, unsigned width);

/// Writes the log as it stands in its newest checkpoint into an empty or new folder, in the layout of C2SP tlog-tiles:
///   checkpoint, log.vkey          copies of what is published (the newest stored checkpoint)
///   tile/<level>/<index>          256 hashes of 32 bytes; level L holds the tree's level 8 L
///   tile/entries/<index>          256 entries, each with its length in two bytes, big endian
/// Anyone can check it with tools of that format. Nothing secret is in it. Throws when a file cannot be written.
/// Returns how many entries it holds.
std::uint64_t write_tiles(storage::Store& data, const std::filesystem::path& published, const std::filesystem::path& to);

}  // namespace lots::audit
