#include "vault/files.h"

#include <algorithm>

#include "base/check.h"

namespace lots::vault {

namespace {

constexpr std::size_t header_bytes = 8;  // the size of the whole file, big endian

std::uint32_t chunks_of(std::uint64_t file_size)
{
    return file_size == 0 ? 1 : static_cast<std::uint32_t>((file_size + chunk_bytes - 1) / chunk_bytes);
}

[[noreturn]] void refuse(const Place& place)
{
    throw Unreadable(Unreadable::Why::changed, "file row " + to_hex(place.row) + ": chunk " + std::to_string(place.part) +
                                                   " was changed, or chunks are missing");
}

}  // namespace

std::vector<Bytes> seal_chunks(Vault& vault, RetentionUnitId unit, const Place& place, ByteSpan file)
{
    check(file.size() <= file_bytes_max, "a file to be sealed is at most 1 GiB");
    std::vector<Bytes> sealed;
    Bytes plain;
    for (std::uint32_t part = 0; part < chunks_of(file.size()); ++part) {
        const auto piece = file.subspan(part * chunk_bytes, std::min(chunk_bytes, file.size() - part * chunk_bytes));
        plain.clear();
        for (int shift = 56; shift >= 0; shift -= 8)
            plain.push_back(static_cast<std::uint8_t>((std::uint64_t{file.size()} >> shift) & 0xffU));
        plain.insert(plain.end(), piece.begin(), piece.end());
        auto here = place;
        here.part = part;
        sealed.push_back(vault.seal(unit, here, ByteSpan(plain)));
    }
    return sealed;
}

Chunk open_chunk(Vault& vault, RetentionUnitId unit, const Place& place, ByteSpan sealed)
{
    auto plain = vault.open(unit, place, sealed);
    if (plain.size() < header_bytes) refuse(place);
    std::uint64_t size = 0;
    for (std::size_t i = 0; i < header_bytes; ++i) size = (size << 8U) | static_cast<std::uint8_t>(plain[i]);
    plain.erase(0, header_bytes);

    const auto chunks = chunks_of(size);
    if (size > file_bytes_max || place.part >= chunks) refuse(place);
    const auto expected = place.part + 1 < chunks ? chunk_bytes : size - std::uint64_t{place.part} * chunk_bytes;
    if (plain.size() != expected) refuse(place);
    return {std::move(plain), size, chunks};
}

std::string open_chunks(Vault& vault, RetentionUnitId unit, const Place& place, const std::vector<Bytes>& chunks)
{
    std::string file;
    std::uint64_t size = 0;
    auto here = place;
    here.part = 0;
    if (chunks.empty()) refuse(here);
    for (; here.part < chunks.size(); ++here.part) {
        const auto chunk = open_chunk(vault, unit, here, chunks[here.part]);
        // Every chunk says how long its file is: chunks of two versions of a file in the same row do not go together.
        if (here.part == 0) size = chunk.file_size;
        if (chunk.chunks != chunks.size() || chunk.file_size != size) refuse(here);
        file += chunk.bytes;
    }
    return file;
}

}  // namespace lots::vault
