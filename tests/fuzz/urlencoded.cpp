// A form as application/x-www-form-urlencoded.
#include "fuzz.h"
#include "http/form_data.h"
#include "http/syntax.h"

void fuzz_one(std::string_view input)
{
    using namespace lots::http;
    constexpr std::size_t pairs_max = 20;
    const auto pairs = parse_urlencoded(input, pairs_max);
    if (!pairs) return;
    promise(pairs->size() <= pairs_max, "no more fields than the limit");
    std::string written;
    for (const auto& [name, value] : *pairs) {
        promise(!name.empty() && is_utf8(name) && is_utf8(value), "fields are text");
        promise(value.find('\0') == std::string::npos, "fields have no NUL");
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (const char c : name + '=' + value) {
            // The first '=' that is not of the name parts the two; others are escaped with the rest.
            ((written += '%') += digits[static_cast<unsigned char>(c) >> 4]) += digits[static_cast<unsigned char>(c) & 15];
        }
        written.replace(written.size() - 3 * (value.size() + 1), 3, "=");
        written += '&';
    }
    const auto again = parse_urlencoded(written, pairs_max);
    promise(again && *again == *pairs, "what was read can be written and read again");
}
