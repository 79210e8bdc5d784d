#pragma once

#include <string>
#include <vector>

#include "vault/vault.h"

namespace lots::vault {

/// A sealed file is a row of chunks of 64 KiB plain text each (the last may be shorter), every one sealed with its own part
/// number and with the size of the whole file inside. So a chunk that is missing, doubled, moved, or left of a longer file
/// is found. A file has a retention unit of its own, and is written once: two versions are two units.
inline constexpr std::size_t chunk_bytes = 64 * 1024;
/// Larger files are a bug of the caller: uploads stop at 10 MiB.
inline constexpr std::size_t file_bytes_max = 1024 * 1024 * 1024;

/// `place.part` is ignored: the chunks count from 0. An empty file is one empty chunk.
std::vector<Bytes> seal_chunks(Vault& vault, RetentionUnitId unit, const Place& place, ByteSpan file);

/// Throws Unreadable, also when chunks are missing at the end.
std::string open_chunks(Vault& vault, RetentionUnitId unit, const Place& place, const std::vector<Bytes>& chunks);

/// One chunk, for sending a file on as it is read.
struct Chunk {
    std::string bytes;
    std::uint64_t file_size;
    std::uint32_t chunks;  // of the whole file
};
/// The chunk `place.part`. Only when the reader gets all `chunks` of them, each with the same `file_size`, is the file whole.
/// Throws Unreadable.
Chunk open_chunk(Vault& vault, RetentionUnitId unit, const Place& place, ByteSpan sealed);

}  // namespace lots::vault
