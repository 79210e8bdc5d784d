// A request target: decoded once, to text that cannot be taken for anything else.
#include "http/target.h"

#include "fuzz.h"
#include "http/syntax.h"

namespace {
std::string escaped(std::string_view text, bool keep_slashes)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        if (c == '/' && keep_slashes)
            out += c;
        else
            ((out += '%') += digits[static_cast<unsigned char>(c) >> 4]) += digits[static_cast<unsigned char>(c) & 15];
    }
    return out;
}
}  // namespace

void fuzz_one(std::string_view input)
{
    using namespace lots::http;
    const auto target = parse_target(input);
    if (!target) return;
    promise(target->path.starts_with('/') && is_utf8(target->path), "a path is text that begins with a slash");
    promise(target->path.find('\\') == std::string::npos && target->path.find("//") == std::string::npos,
            "a path has one reading");
    promise((target->path + '/').find("/./") == std::string::npos && (target->path + '/').find("/../") == std::string::npos,
            "a path goes nowhere but down");
    for (const char c : target->path) promise(static_cast<unsigned char>(c) >= 0x20 && c != 0x7f, "a path has no controls");

    std::string written = escaped(target->path, true) + '?';
    for (const auto& [name, value] : target->query) written += escaped(name, false) + '=' + escaped(value, false) + '&';
    const auto again = parse_target(written);
    promise(again && again->path == target->path && again->query == target->query,
            "what was read can be written and read again");
}
