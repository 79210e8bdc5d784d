#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "http/message.h"

namespace lots::http {

struct HeadLimits {
    std::size_t header_bytes_max = 16 * 1024;  // request line, fields and the empty line
    std::size_t target_bytes_max = 8 * 1024;
    std::size_t header_count_max = 100;
};

/// How the body's end is found: exactly one way (RFC 9112 6.3).
enum class BodyKind { none, length, chunked };

/// A request's head, and what it says about the rest of the connection.
struct Head {
    Request request;  // all but body, remote_address and secure
    BodyKind body = BodyKind::none;
    std::uint64_t content_length = 0;
    bool keep_alive = false;  // the client is willing to send another request
    bool expects_continue = false;
};

/// Finds the end of a request head in bytes that arrive little by little, and refuses as soon as possible what can never
/// become one: a line break other than CRLF, a NUL, a bad request line, too many bytes. One for each request.
class HeadScanner {
    HeadLimits limits_;
    std::size_t looked_at_ = 0;
    bool line_seen_ = false;

public:
    explicit HeadScanner(HeadLimits limits) : limits_(limits) {}

    /// More bytes are needed (neither set), or the head takes the first `length` bytes, or the answer is `error`.
    struct Found {
        std::size_t length = 0;
        int error = 0;
    };
    /// `bytes` is all that has come since the last request, each time more of it.
    Found scan(std::string_view bytes);
};

/// Up to two empty lines before a request line are skipped (RFC 9112 2.2): the number of bytes they take.
std::size_t empty_lines_before(std::string_view bytes);

/// A head, or the status that answers it.
struct HeadOrError {
    std::optional<Head> head;
    int error = 0;
};

/// Reads a whole head, as found by HeadScanner, by RFC 9112 without any of its leniencies. Errors: 400 for all that is
/// not exactly in order or could be understood in two ways (docs/adr/0020); 414, 431 for the limits; 417; 501 for CONNECT
/// and TRACE; 505.
HeadOrError parse_head(std::string_view bytes, const HeadLimits& limits);

}  // namespace lots::http
