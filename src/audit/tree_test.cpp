#include "audit/tree.h"

#include <doctest/doctest.h>

using namespace lots;
using namespace lots::audit;

namespace {

/// RFC 6962 section 2.1, as it is written there.
Hash by_the_book(const std::vector<Hash>& leaves, std::size_t from, std::size_t to)
{
    if (to - from == 1) return leaves[from];
    std::size_t split = 1;
    while (split * 2 < to - from) split *= 2;
    return node_hash(by_the_book(leaves, from, from + split), by_the_book(leaves, from + split, to));
}

}  // namespace

TEST_CASE("RFC 6962 The trees of the known test vectors have their known roots")
{
    const std::vector<std::string> leaves{"", "00", "10", "2021", "3031", "40414243", "5051525354555657",
                                          "606162636465666768696a6b6c6d6e6f"};
    const std::vector<std::string> roots{
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
        "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
        "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
        "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
        "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
        "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
        "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
        "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
    };
    Edge edge;
    CHECK(to_hex(edge.root()) == roots[0]);
    for (std::size_t n = 0; n < leaves.size(); ++n) {
        edge.add(leaf_hash(*from_hex(leaves[n])), [](const Node&) {});
        CHECK(edge.size() == n + 1);
        CHECK(to_hex(edge.root()) == roots[n + 1]);
    }
}

TEST_CASE("RFC 6962 At every size the root is the one of the definition, and can be found again from the complete subtrees")
{
    std::vector<Hash> leaves;
    std::vector<Node> nodes;
    Edge edge;
    for (std::uint64_t size = 1; size <= 300; ++size) {
        leaves.push_back(leaf_hash(bytes_of(std::to_string(size))));
        edge.add(leaves.back(), [&](const Node& node) { nodes.push_back(node); });
        CAPTURE(size);
        REQUIRE(edge.root() == by_the_book(leaves, 0, leaves.size()));

        std::vector<Hash> subtrees;
        for (const auto& wanted : Edge::subtrees_of(size)) {
            if (wanted.level == 0) subtrees.push_back(leaves[wanted.index]);
            for (const auto& node : nodes)
                if (wanted.level == node.level && wanted.index == node.index) subtrees.push_back(node.hash);
        }
        REQUIRE(Edge(size, subtrees).root() == edge.root());
    }
    for (std::size_t at = 0; at < nodes.size(); ++at) {
        const auto& node = nodes[at];
        REQUIRE(node.position() == at);
        const auto first = node.index << node.level;
        REQUIRE(node.hash == by_the_book(leaves, first, first + (std::size_t{1} << node.level)));
    }
    CHECK(nodes.size() == Node::count(300));
    CHECK(nodes.size() == 150 + 75 + 37 + 18 + 9 + 4 + 2 + 1);
}
