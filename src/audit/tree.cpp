#include "audit/tree.h"

#include <algorithm>
#include <bit>
#include <utility>

#include <sodium.h>

#include "base/check.h"

namespace lots::audit {

namespace {

Hash hashed(std::uint8_t kind, ByteSpan first, ByteSpan second)
{
    static_assert(sizeof(Hash) == crypto_hash_sha256_BYTES);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    crypto_hash_sha256_update(&state, &kind, 1);
    crypto_hash_sha256_update(&state, first.data(), first.size());
    crypto_hash_sha256_update(&state, second.data(), second.size());
    Hash hash;
    crypto_hash_sha256_final(&state, hash.data());
    return hash;
}

}  // namespace

Hash leaf_hash(ByteSpan leaf) { return hashed(0, leaf, {}); }

Hash node_hash(const Hash& left, const Hash& right) { return hashed(1, left, right); }

std::optional<Hash> hash_of(ByteSpan bytes)
{
    Hash hash;
    if (bytes.size() != hash.size()) return std::nullopt;
    std::copy(bytes.begin(), bytes.end(), hash.begin());
    return hash;
}

std::uint64_t Node::count(std::uint64_t leaves)
{
    // Each leaf and each subtree but the roots on the edge has been joined with another one.
    return leaves - static_cast<std::uint64_t>(std::popcount(leaves));
}

std::uint64_t Node::position() const
{
    check(level >= 1, "leaves have no position among the nodes");
    const auto last_leaf = ((index + 1) << level) - 1;
    return count(last_leaf) + static_cast<std::uint64_t>(level) - 1;
}

Edge::Edge(std::uint64_t size, std::vector<Hash> subtrees) : size_(size), subtrees_(std::move(subtrees))
{
    check(static_cast<std::size_t>(std::popcount(size)) == subtrees_.size(), "the edge of a tree has a subtree for each bit");
}

std::vector<Node> Edge::subtrees_of(std::uint64_t size)
{
    std::vector<Node> subtrees;
    for (int level = 63; level >= 0; --level)
        if (((size >> level) & 1U) != 0) subtrees.push_back({level, (size >> level) - 1, {}});
    return subtrees;
}

Hash Edge::root() const
{
    if (subtrees_.empty()) {
        Hash empty;
        crypto_hash_sha256(empty.data(), nullptr, 0);
        return empty;
    }
    Hash hash = subtrees_.back();
    for (auto left = std::next(subtrees_.rbegin()); left != subtrees_.rend(); ++left) hash = node_hash(*left, hash);
    return hash;
}

}  // namespace lots::audit
