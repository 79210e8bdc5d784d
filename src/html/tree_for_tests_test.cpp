#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <stdexcept>

#include <doctest/doctest.h>

#include "html/tree_for_tests.h"

namespace lots::html::testing {

namespace {

bool is_space(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r'; }

bool is_void(const std::string& name)
{
    constexpr std::array names{"area", "br", "col", "hr", "img", "input", "link", "meta", "source", "wbr"};
    return std::find(names.begin(), names.end(), name) != names.end();
}

void put_utf8(std::string& out, std::uint32_t code)
{
    if (code < 0x80) out += static_cast<char>(code);
    else if (code < 0x800) {
        out += static_cast<char>(0xC0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
    else {
        out += static_cast<char>(0xE0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3FU));
        out += static_cast<char>(0x80U | (code & 0x3FU));
    }
}

std::string decoded(std::string_view text)
{
    constexpr std::array<std::pair<std::string_view, std::uint32_t>, 7> named{{{"amp", '&'},
                                                                              {"lt", '<'},
                                                                              {"gt", '>'},
                                                                              {"quot", '"'},
                                                                              {"apos", '\''},
                                                                              {"nbsp", 0xA0},
                                                                              {"ctdot", 0x22EF}}};
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::size_t end = text[i] == '&' ? text.find(';', i) : std::string_view::npos;
        if (end == std::string_view::npos || end - i > 8) {
            out += text[i];
            continue;
        }
        const std::string_view name = text.substr(i + 1, end - i - 1);
        const auto known = std::find_if(named.begin(), named.end(), [&](const auto& n) { return n.first == name; });
        if (known != named.end()) put_utf8(out, known->second);
        else if (name.starts_with("#x")) put_utf8(out, static_cast<std::uint32_t>(std::stoul(std::string(name.substr(2)), nullptr, 16)));
        else if (name.starts_with("#")) put_utf8(out, static_cast<std::uint32_t>(std::stoul(std::string(name.substr(1)))));
        else throw std::runtime_error("unknown character reference: " + std::string(name));
        i = end;
    }
    return out;
}

std::string words_of(const std::string& text, bool sorted)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    if (sorted) std::sort(words.begin(), words.end());
    std::string out;
    for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

class Parser {
    std::string_view in_;
    std::size_t at_ = 0;

    [[noreturn]] void fail(const std::string& what) const
    {
        throw std::runtime_error(what + " before: " + std::string(in_.substr(at_, 60)));
    }
    void skip_space()
    {
        while (at_ < in_.size() && is_space(in_[at_])) ++at_;
    }
    std::string until(std::string_view stops)
    {
        const std::size_t begin = at_;
        while (at_ < in_.size() && stops.find(in_[at_]) == std::string_view::npos) ++at_;
        return std::string(in_.substr(begin, at_ - begin));
    }

    void attributes(Node& node)
    {
        for (skip_space(); at_ < in_.size() && in_[at_] != '>' && in_[at_] != '/'; skip_space()) {
            std::string name = until("= >/\n\t");
            if (name.empty()) fail("an attribute has no name");
            std::string value;
            if (at_ < in_.size() && in_[at_] == '=') {
                ++at_;
                if (in_[at_] != '"') fail("an attribute has no quotes");
                ++at_;
                value = decoded(until("\""));
                ++at_;
            }
            if (name == "class") value = words_of(value, true);
            if (!node.attributes.emplace(name, value).second) fail("the attribute " + name + " stands twice");
        }
        if (at_ < in_.size() && in_[at_] == '/') ++at_;
        if (at_ >= in_.size() || in_[at_] != '>') fail("a tag is not closed");
        ++at_;
    }

public:
    explicit Parser(std::string_view in) : in_(in) {}

    /// Everything up to the closing tag of `parent`.
    void children(Node& parent)
    {
        while (at_ < in_.size()) {
            if (in_[at_] != '<') {
                const std::string raw = until("<");
                const std::string text = parent.name == "textarea" ? decoded(raw) : words_of(decoded(raw), false);
                if (!text.empty()) parent.children.push_back({"", text, {}, {}});
                continue;
            }
            if (in_.substr(at_).starts_with("</")) {
                at_ += 2;
                const std::string name = until(">");
                ++at_;
                if (name != parent.name) fail("</" + name + "> closes <" + parent.name + ">");
                return;
            }
            ++at_;
            if (in_[at_] == '!') {
                until(">");
                ++at_;
                continue;
            }
            Node node;
            node.name = until(" \n\t>/");
            if (node.name.empty()) fail("a < stands alone");
            attributes(node);
            if (!is_void(node.name) && in_[at_ - 2] != '/') children(node);
            parent.children.push_back(std::move(node));
        }
        if (!parent.name.empty()) fail("<" + parent.name + "> is not closed");
    }
};

}  // namespace

Node parse_tree(std::string_view html)
{
    Node root;
    Parser(html).children(root);
    return root;
}

std::string outline(const Node& node, int depth)
{
    std::string out;
    if (!node.text.empty()) out = std::string(static_cast<std::size_t>(depth) * 2, ' ') + "\"" + node.text + "\"\n";
    if (!node.name.empty()) {
        out = std::string(static_cast<std::size_t>(depth) * 2, ' ') + node.name;
        for (const auto& [name, value] : node.attributes) out += " " + name + "=[" + value + "]";
        out += "\n";
    }
    for (const Node& child : node.children) out += outline(child, depth + 1);
    return out;
}

TEST_CASE("The tests' own parser sees what counts and nothing else")
{
    CHECK(parse_tree("<p class=\"b a\" id=\"x\">Hej\n  du &amp; jag</p>") == parse_tree(" <p id=\"x\" class=\"a b\" >Hej du &#38; jag </p>"));
    CHECK_FALSE(parse_tree("<p>a</p>") == parse_tree("<p>b</p>"));
    CHECK_FALSE(parse_tree("<p id=\"a\">a</p>") == parse_tree("<p>a</p>"));
    CHECK_FALSE(parse_tree("<textarea>a\n b</textarea>") == parse_tree("<textarea>a b</textarea>"));
    CHECK_THROWS(parse_tree("<p><b></p></b>"));
    CHECK_THROWS(parse_tree("<p id=\"a\" id=\"b\"></p>"));
}

}  // namespace lots::html::testing
