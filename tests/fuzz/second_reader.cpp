#include "second_reader.h"

#include <boost/asio/buffer.hpp>
#include <boost/beast/http/parser.hpp>
#include <boost/beast/http/string_body.hpp>

namespace lots::fuzz {

std::optional<SecondReading> read_again(std::string_view bytes)
{
    namespace http = boost::beast::http;
    http::request_parser<http::string_body> parser;
    parser.eager(true);
    parser.header_limit(64 * 1024);
    parser.body_limit(1024 * 1024);

    SecondReading reading;
    boost::system::error_code error;
    while (!parser.is_done()) {
        const std::size_t taken =
            parser.put(boost::asio::buffer(bytes.data() + reading.length, bytes.size() - reading.length), error);
        if (error || taken == 0) return std::nullopt;
        reading.length += taken;
    }
    const auto& message = parser.get();
    reading.method = std::string{message.method_string()};
    reading.target = std::string{message.target()};
    for (const auto& field : message) {
        std::string name{field.name_string()};
        for (char& c : name)
            if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        reading.headers.emplace_back(std::move(name), std::string{field.value()});
    }
    reading.body = message.body();
    return reading;
}

}  // namespace lots::fuzz
