#include "http/chunked.h"

#include <algorithm>

#include "http/syntax.h"

namespace lots::http {

namespace {
constexpr std::size_t line_bytes_max = 256;
constexpr std::size_t spent_bytes_max = 4 * 1024;  // on extensions and trailers of one body
constexpr std::size_t size_digits_max = 8;

/// *( ";" name [ "=" ( token / quoted-string ) ] )
bool are_extensions(std::string_view text)
{
    while (!text.empty()) {
        if (text.front() != ';') return false;
        text.remove_prefix(1);
        const auto name_end = std::find_if_not(text.begin(), text.end(), is_token_char);
        if (name_end == text.begin()) return false;
        text.remove_prefix(static_cast<std::size_t>(name_end - text.begin()));
        if (!text.starts_with('=')) continue;
        text.remove_prefix(1);
        std::size_t length = 0;
        if (text.starts_with('"')) {
            for (length = 1; length < text.size() && text[length] != '"'; ++length)
                if (text[length] == '\\') ++length;
            if (length >= text.size()) return false;
            ++length;
        } else {
            length = static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_token_char) - text.begin());
            if (length == 0) return false;
        }
        text.remove_prefix(length);
    }
    return true;
}
}  // namespace

void ChunkedBody::fail(int status)
{
    state_ = State::failed;
    error_ = status;
}

/// Takes bytes up to a CRLF. True when line_ holds a whole line, without its line break.
bool ChunkedBody::take_line(std::string_view& bytes)
{
    while (!bytes.empty()) {
        const char c = bytes.front();
        bytes.remove_prefix(1);
        const bool line_break_begun = line_.ends_with('\r');
        if (line_break_begun && c == '\n') {
            line_.pop_back();
            return true;
        }
        if (line_break_begun || (c != '\r' && !is_value_char(c)) || line_.size() == line_bytes_max) {
            fail(400);
            return false;
        }
        line_ += c;
    }
    return false;
}

void ChunkedBody::read_size()
{
    const auto digits_end = std::find_if(line_.begin(), line_.end(), [](char c) { return hex_digit(c) < 0; });
    const auto digits = static_cast<std::size_t>(digits_end - line_.begin());
    if (digits == 0 || digits > size_digits_max) return fail(400);
    const std::string_view extensions = std::string_view{line_}.substr(digits);
    spent_ += extensions.size();
    if (spent_ > spent_bytes_max || !are_extensions(extensions)) return fail(400);

    left_ = 0;
    for (auto at = line_.begin(); at != digits_end; ++at) left_ = left_ * 16 + static_cast<std::size_t>(hex_digit(*at));
    line_.clear();
    if (left_ > body_bytes_max_ - body_.size()) return fail(413);
    state_ = left_ == 0 ? State::trailer : State::data;
}

void ChunkedBody::read_trailer()
{
    if (line_.empty()) {
        state_ = State::done;
        return;
    }
    const auto colon = line_.find(':');
    spent_ += line_.size();
    if (colon == std::string::npos || !is_token(line_.substr(0, colon)) || spent_ > spent_bytes_max) return fail(400);
    // RFC 9110 6.5.1: a field that steers framing or routing is not for trailers.
    const std::string name = lower_case(line_.substr(0, colon));
    for (const std::string_view forbidden : {"content-length", "transfer-encoding", "host", "trailer", "connection",
                                             "content-type", "authorization", "cookie", "expect", "te"})
        if (name == forbidden) return fail(400);
    line_.clear();
}

std::size_t ChunkedBody::take(std::string_view bytes)
{
    std::string_view rest = bytes;
    while (!rest.empty() && state_ != State::done && state_ != State::failed) {
        switch (state_) {
        case State::size:
            if (take_line(rest)) read_size();
            break;
        case State::data: {
            const std::size_t length = std::min(left_, rest.size());
            body_.append(rest.substr(0, length));
            rest.remove_prefix(length);
            left_ -= length;
            if (left_ == 0) state_ = State::data_end;
            break;
        }
        case State::data_end:
            if (take_line(rest) && line_.empty())
                state_ = State::size;
            else if (!line_.empty() && line_ != "\r")
                fail(400);
            break;
        case State::trailer:
            if (take_line(rest)) read_trailer();
            break;
        case State::done:
        case State::failed:
            break;
        }
    }
    return bytes.size() - rest.size();
}

}  // namespace lots::http
