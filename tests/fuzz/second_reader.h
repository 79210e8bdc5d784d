#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// Another program's reading of the same bytes: Boost.Beast's parser. What we take in, it must take in and understand alike.
namespace lots::fuzz {

struct SecondReading {
    std::string method, target;
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;
    std::size_t length = 0;  // bytes of the whole request
};

/// None when it refuses, or wants more bytes.
std::optional<SecondReading> read_again(std::string_view bytes);

}  // namespace lots::fuzz
