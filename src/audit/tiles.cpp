#include "audit/tiles.h"

#include <fstream>
#include <stdexcept>

#include "audit/file.h"
#include "audit/log_store.h"
#include "base/check.h"

namespace lots::audit {

using storage::Row;
using storage::Session;

namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t tile_width = 256;
constexpr int tile_height = 8;

std::int64_t as_column(std::uint64_t value) { return static_cast<std::int64_t>(value); }

void write_file(const fs::path& file, const Bytes& bytes)
{
    fs::create_directories(file.parent_path());
    std::ofstream out(file, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    out.close();
    if (!out) throw std::runtime_error(file.string() + " could not be written");
}

void append(Bytes& to, ByteSpan bytes) { to.insert(to.end(), bytes.begin(), bytes.end()); }

/// The entries of one bundle, and their hashes: tile/entries/N and tile/0/N.
void write_bundle(Session& session, const fs::path& to, std::uint64_t index, unsigned width)
{
    Bytes entries;
    Bytes hashes;
    unsigned count = 0;
    session.each(
        "SELECT leaf, hash FROM log_entry WHERE seq >= $1 AND seq < $2 ORDER BY seq",
        [&](const Row& row) {
            const auto leaf = row.bytes(0);
            check(leaf.size() <= 65535, "an entry fits its length of two bytes");
            entries.push_back(static_cast<std::uint8_t>(leaf.size() >> 8U));
            entries.push_back(static_cast<std::uint8_t>(leaf.size() & 0xffU));
            append(entries, leaf);
            append(hashes, row.bytes(1));
            ++count;
        },
        as_column(index * tile_width), as_column(index * tile_width + width));
    if (count != width) throw std::runtime_error("the log lacks entries from " + std::to_string(index * tile_width) + " on");
    const auto path = tile_path(index, width);
    write_file(to / "tile" / "entries" / path, entries);
    write_file(to / "tile" / "0" / path, hashes);
}

void write_tile(Session& session, const fs::path& to, int level, std::uint64_t index, unsigned width)
{
    Bytes hashes;
    for (std::uint64_t n = 0; n < width; ++n) {
        const Node node{level * tile_height, index * tile_width + n, {}};
        session.each("SELECT hash FROM log_node WHERE position = $1", [&](const Row& row) { append(hashes, row.bytes(0)); },
                     as_column(node.position()));
    }
    if (hashes.size() != width * sizeof(Hash))
        throw std::runtime_error("the log lacks tree nodes of level " + std::to_string(level * tile_height));
    write_file(to / "tile" / std::to_string(level) / tile_path(index, width), hashes);
}

/// Calls `each` with index and width of every tile that `hashes` nodes of one level fill, the last maybe in part.
template <class F>
void each_tile(std::uint64_t hashes, F&& each)
{
    for (std::uint64_t index = 0; index * tile_width < hashes; ++index)
        each(index, static_cast<unsigned>(std::min(tile_width, hashes - index * tile_width)));
}

}  // namespace

std::string tile_path(std::uint64_t index, unsigned width)
{
    const auto three = [](std::uint64_t part) {
        auto digits = std::to_string(part % 1000);
        return std::string(3 - digits.size(), '0') + digits;
    };
    auto path = three(index);
    while ((index /= 1000) > 0) path = "x" + three(index) + "/" + path;
    if (width < tile_width) path += ".p/" + std::to_string(width);
    return path;
}

std::uint64_t write_tiles(storage::Store& data, const fs::path& published, const fs::path& to)
{
    if (fs::exists(to) && !fs::is_empty(to)) throw std::runtime_error(to.string() + " is not empty");
    std::uint64_t size = 0;
    data.read([&](Session& session) {
        const auto newest = newest_checkpoint(session);
        if (!newest) throw std::runtime_error("the log has no checkpoint yet");
        size = newest->size;
        each_tile(size, [&](std::uint64_t index, unsigned width) { write_bundle(session, to, index, width); });
        for (int level = 1; (size >> (level * tile_height)) > 0; ++level)
            each_tile(size >> (level * tile_height),
                      [&](std::uint64_t index, unsigned width) { write_tile(session, to, level, index, width); });
        write_file(to / "checkpoint", Bytes(newest->note.begin(), newest->note.end()));
    });
    const auto vkey = read_file(published / "log.vkey");
    if (!vkey) throw std::runtime_error((published / "log.vkey").string() + " is missing");
    write_file(to / "log.vkey", Bytes(vkey->begin(), vkey->end()));
    return size;
}

}  // namespace lots::audit
