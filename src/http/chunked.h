#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace lots::http {

/// Joins a body that comes in chunks (RFC 9112 7.1), byte by byte if need be. Extensions are passed over when well formed
/// and short; trailers likewise, but never those that would say how long the message is.
class ChunkedBody {
    enum class State { size, data, data_end, trailer, done, failed };

    std::size_t body_bytes_max_;
    State state_ = State::size;
    std::string line_;       // of a size or a trailer, so far
    std::size_t left_ = 0;   // bytes of the present chunk still to come
    std::size_t spent_ = 0;  // bytes on extensions and trailers
    int error_ = 0;
    std::string body_;

    bool take_line(std::string_view& bytes);
    void read_size();
    void read_trailer();
    void fail(int status);

public:
    explicit ChunkedBody(std::size_t body_bytes_max) : body_bytes_max_(body_bytes_max) {}

    /// Takes what belongs to the body and returns how many bytes that was: all of them, until done() or error().
    std::size_t take(std::string_view bytes);

    bool done() const { return state_ == State::done; }
    /// 0, 400 for what is malformed, 413 for a body longer than the limit.
    int error() const { return error_; }
    std::string& body() { return body_; }
};

}  // namespace lots::http
