#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/bytes.h"

namespace lots::audit {

/// SHA-256.
using Hash = std::array<std::uint8_t, 32>;

/// RFC 6962 section 2.1: SHA-256(0x00 || leaf) and SHA-256(0x01 || left || right).
Hash leaf_hash(ByteSpan leaf);
Hash node_hash(const Hash& left, const Hash& right);
/// None unless there are 32 bytes.
std::optional<Hash> hash_of(ByteSpan bytes);

/// A complete subtree: the hash over the leaves index * 2^level up to (index + 1) * 2^level.
struct Node {
    int level;
    std::uint64_t index;
    Hash hash;

    /// How many subtrees of level 1 and above are whole before this one is, when leaves are added one by one. Level 1 or above.
    std::uint64_t position() const;
    /// How many there are in a tree of so many leaves.
    static std::uint64_t count(std::uint64_t leaves);
};

/// The right edge of an RFC 6962 tree: enough to add leaves and to know the root, in the memory of one hash per level.
class Edge {
public:
    Edge() = default;
    /// The complete subtrees that make up `size` leaves, the largest first: one for each bit that is set. Another number is a bug.
    Edge(std::uint64_t size, std::vector<Hash> subtrees);

    std::uint64_t size() const { return size_; }
    /// The subtrees it takes, as (level, index), largest first.
    static std::vector<Node> subtrees_of(std::uint64_t size);

    /// Adds one leaf and calls `completed` with every subtree of level 1 and above that is whole now, smallest first.
    template <class F>
    void add(const Hash& leaf, F&& completed)
    {
        Hash hash = leaf;
        int level = 0;
        for (; ((size_ >> level) & 1U) != 0; ++level) {
            hash = node_hash(subtrees_.back(), hash);
            subtrees_.pop_back();
            completed(Node{level + 1, size_ >> (level + 1), hash});
        }
        subtrees_.push_back(hash);
        ++size_;
    }

    /// The Merkle tree hash; of no leaves the hash of nothing.
    Hash root() const;

private:
    std::uint64_t size_ = 0;
    std::vector<Hash> subtrees_;
};

}  // namespace lots::audit
