#pragma once

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// A small HTTP/1.1 client for tests: blocking, loopback only, and able to send what no decent client would.
namespace lots::test {

struct HttpAnswer {
    int status = 0;                                            // 0: the server closed without an answer
    std::vector<std::pair<std::string, std::string>> headers;  // names in lower case
    std::string body;

    /// The first header of that lower-case name; empty when there is none.
    std::string header(std::string_view name) const;
    /// How many headers of that lower-case name.
    int count(std::string_view name) const;
};

/// A TCP connection to 127.0.0.1. Everything throws std::runtime_error when the other side takes longer than `patience`.
class Wire {
    int socket_ = -1;
    std::string unread_;

    bool receive();  // false at the end of the stream

public:
    explicit Wire(unsigned short port, std::chrono::milliseconds patience = std::chrono::seconds{60});
    ~Wire();
    Wire(Wire&& other) noexcept : socket_(std::exchange(other.socket_, -1)), unread_(std::move(other.unread_)) {}
    Wire& operator=(Wire&& other) noexcept
    {
        std::swap(socket_, other.socket_);
        std::swap(unread_, other.unread_);
        return *this;
    }

    /// False when the server has closed its side and refuses more.
    bool send(std::string_view bytes);
    /// No more will be sent; the answer can still be read.
    void finish_sending();
    /// The next answer; status 0 when the connection ends instead. `without_body` for the answer to HEAD.
    HttpAnswer read_answer(bool without_body = false);
    /// True when the server closes without sending more.
    bool is_closed();
    /// All until the server closes.
    std::string read_all();
};

/// Keeps one connection open as long as the server does, keeps cookies, follows no redirects.
class HttpClient {
    unsigned short port_;
    std::optional<Wire> wire_;
    std::vector<std::pair<std::string, std::string>> cookies_;

    void keep_cookies(const HttpAnswer& answer);

public:
    using Headers = std::vector<std::pair<std::string, std::string>>;

    explicit HttpClient(unsigned short port) : port_(port) {}

    HttpAnswer request(std::string_view method, std::string_view target, const Headers& headers = {},
                       std::string_view body = {});
    HttpAnswer get(std::string_view target, const Headers& headers = {}) { return request("GET", target, headers); }
    /// Sends the fields as a browser's form would.
    HttpAnswer post(std::string_view target, const Headers& fields, const Headers& headers = {});
    HttpAnswer post_json(std::string_view target, std::string_view json, Headers headers = {});

    /// The value of a cookie the server has set; empty when there is none.
    std::string cookie(std::string_view name) const;
    void forget_cookies() { cookies_.clear(); }
};

/// name=value&…, percent-encoded.
std::string urlencoded(const std::vector<std::pair<std::string, std::string>>& fields);

}  // namespace lots::test
