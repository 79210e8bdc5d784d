#include "http/syntax.h"

#include <algorithm>

namespace lots::http {

std::string lower_case(std::string_view text)
{
    std::string out{text};
    std::transform(out.begin(), out.end(), out.begin(), lower);
    return out;
}

bool is_utf8(std::string_view text)
{
    std::size_t at = 0;
    while (at < text.size()) {
        const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
        const unsigned first = byte(at);
        if (first < 0x80) {
            ++at;
            continue;
        }
        // The second byte has narrower bounds after four of the lead bytes; that is all the special cases there are.
        std::size_t length = 0;
        unsigned low = 0x80, high = 0xbf;
        if (first >= 0xc2 && first <= 0xdf)
            length = 2;
        else if (first >= 0xe0 && first <= 0xef)
            length = 3;
        else if (first >= 0xf0 && first <= 0xf4)
            length = 4;
        else
            return false;
        if (first == 0xe0) low = 0xa0;
        if (first == 0xed) high = 0x9f;
        if (first == 0xf0) low = 0x90;
        if (first == 0xf4) high = 0x8f;

        if (text.size() - at < length) return false;
        if (byte(at + 1) < low || byte(at + 1) > high) return false;
        for (std::size_t i = 2; i < length; ++i)
            if ((byte(at + i) & 0xc0) != 0x80) return false;
        at += length;
    }
    return true;
}

std::optional<std::string> percent_decoded(std::string_view text, Plus plus)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '+' && plus == Plus::is_space) {
            out += ' ';
        } else if (text[i] == '%') {
            if (text.size() - i < 3) return std::nullopt;
            const int high = hex_digit(text[i + 1]), low = hex_digit(text[i + 2]);
            if (high < 0 || low < 0) return std::nullopt;
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

}  // namespace lots::http
