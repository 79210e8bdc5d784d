#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

/// For tests only: just enough of an HTML parser to compare what two pieces of markup mean. White space between words, the
/// order of attributes and the order of classes do not count.
namespace lots::html::testing {

struct Node {
    std::string name;                          // empty for text
    std::string text;
    std::map<std::string, std::string> attributes;
    std::vector<Node> children;
    bool operator==(const Node&) const = default;
};

/// Throws std::runtime_error with the place when tags do not close each other.
Node parse_tree(std::string_view html);
/// Indented, one node a line: what a failed comparison prints.
std::string outline(const Node& node, int depth = 0);

}  // namespace lots::html::testing
