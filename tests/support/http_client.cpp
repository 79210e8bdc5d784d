#include "support/http_client.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace lots::test {

namespace {
std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return out;
}

HttpAnswer parse_head(std::string_view head)
{
    HttpAnswer answer;
    if (!head.starts_with("HTTP/1.1 ") || head.size() < 12)
        throw std::runtime_error("not an HTTP answer: " + std::string{head});
    answer.status = std::atoi(std::string{head.substr(9, 3)}.c_str());
    head.remove_prefix(head.find("\r\n") + 2);
    while (!head.empty()) {
        const std::string_view line = head.substr(0, head.find("\r\n"));
        head.remove_prefix(line.size() + 2);
        const auto colon = line.find(": ");
        if (colon == std::string_view::npos) throw std::runtime_error("not a header line: " + std::string{line});
        answer.headers.emplace_back(lower(line.substr(0, colon)), line.substr(colon + 2));
    }
    return answer;
}
}  // namespace

std::string HttpAnswer::header(std::string_view name) const
{
    const auto at = std::find_if(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; });
    return at == headers.end() ? std::string{} : at->second;
}

int HttpAnswer::count(std::string_view name) const
{
    return static_cast<int>(
        std::count_if(headers.begin(), headers.end(), [&](const auto& header) { return header.first == name; }));
}

Wire::Wire(unsigned short port, std::chrono::milliseconds patience)
    : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
{
    if (socket_ < 0) throw std::runtime_error("no socket");
    timeval time{};
    time.tv_sec = std::chrono::duration_cast<std::chrono::seconds>(patience).count();
    time.tv_usec = (patience.count() % 1000) * 1000;
    ::setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &time, sizeof time);
    ::setsockopt(socket_, SOL_SOCKET, SO_SNDTIMEO, &time, sizeof time);
    const int on = 1;
    ::setsockopt(socket_, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);

    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    if (::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
        ::close(socket_);
        throw std::runtime_error("nobody listens on port " + std::to_string(port));
    }
}

Wire::~Wire()
{
    if (socket_ >= 0) ::close(socket_);
}

bool Wire::send(std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) throw std::runtime_error("the server does not read");
        if (sent < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

void Wire::finish_sending() { ::shutdown(socket_, SHUT_WR); }

bool Wire::receive()
{
    char piece[16 * 1024];
    const auto length = ::recv(socket_, piece, sizeof piece, 0);
    if (length < 0 && errno == EAGAIN) throw std::runtime_error("the server does not answer");
    if (length <= 0) return false;
    unread_.append(piece, static_cast<std::size_t>(length));
    return true;
}

HttpAnswer Wire::read_answer(bool without_body)
{
    std::size_t end = 0;
    while ((end = unread_.find("\r\n\r\n")) == std::string::npos)
        if (!receive()) return {};
    HttpAnswer answer = parse_head(std::string_view{unread_}.substr(0, end + 2));
    unread_.erase(0, end + 4);

    if (without_body || answer.status < 200) return answer;
    const auto length = static_cast<std::size_t>(std::atoll(answer.header("content-length").c_str()));
    while (unread_.size() < length)
        if (!receive()) throw std::runtime_error("the answer ends before its length");
    answer.body = unread_.substr(0, length);
    unread_.erase(0, length);
    return answer;
}

bool Wire::is_closed() { return unread_.empty() && !receive(); }

std::string Wire::read_all()
{
    while (receive()) {
    }
    return std::exchange(unread_, {});
}

HttpAnswer HttpClient::request(std::string_view method, std::string_view target, const Headers& headers,
                               std::string_view body)
{
    std::string text =
        std::string{method} + ' ' + std::string{target} + " HTTP/1.1\r\nHost: 127.0.0.1:" + std::to_string(port_) + "\r\n";
    for (const auto& [name, value] : headers) text += name + ": " + value + "\r\n";
    if (!cookies_.empty()) {
        text += "Cookie: ";
        for (const auto& [name, value] : cookies_) text += (text.ends_with(": ") ? "" : "; ") + name + '=' + value;
        text += "\r\n";
    }
    if (!body.empty() || method == "POST" || method == "PUT")
        text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
    text += "\r\n";
    text += body;

    // The server may have closed a connection that was idle for long; a new one is then tried, once.
    HttpAnswer answer;
    for (int attempt = 0; attempt < 2 && answer.status == 0; ++attempt) {
        const bool fresh = !wire_;
        if (fresh) wire_.emplace(port_);
        if (wire_->send(text)) answer = wire_->read_answer(method == "HEAD");
        if (answer.status == 0 || answer.header("connection") == "close") wire_.reset();
        if (fresh) break;
    }
    keep_cookies(answer);
    return answer;
}

HttpAnswer HttpClient::post(std::string_view target, const Headers& fields, const Headers& headers)
{
    Headers all = headers;
    all.emplace_back("Content-Type", "application/x-www-form-urlencoded");
    return request("POST", target, all, urlencoded(fields));
}

HttpAnswer HttpClient::post_json(std::string_view target, std::string_view json, Headers headers)
{
    headers.emplace_back("Content-Type", "application/json");
    return request("POST", target, headers, json);
}

void HttpClient::keep_cookies(const HttpAnswer& answer)
{
    for (const auto& [header, text] : answer.headers) {
        if (header != "set-cookie") continue;
        const auto equals = text.find('=');
        const std::string name = text.substr(0, equals);
        std::erase_if(cookies_, [&](const auto& cookie) { return cookie.first == name; });
        if (text.find("Max-Age=0") == std::string::npos)
            cookies_.emplace_back(name, text.substr(equals + 1, text.find(';') - equals - 1));
    }
}

std::string HttpClient::cookie(std::string_view name) const
{
    const auto at = std::find_if(cookies_.begin(), cookies_.end(), [&](const auto& cookie) { return cookie.first == name; });
    return at == cookies_.end() ? std::string{} : at->second;
}

std::string urlencoded(const std::vector<std::pair<std::string, std::string>>& fields)
{
    const auto append = [](std::string& out, std::string_view text) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (const char c : text) {
            const auto byte = static_cast<unsigned char>(c);
            const bool plain = (byte >= '0' && byte <= '9') || (byte >= 'A' && byte <= 'Z') ||
                               (byte >= 'a' && byte <= 'z') || std::string_view{"*-._"}.find(c) != std::string_view::npos;
            if (plain)
                out += c;
            else if (c == ' ')
                out += '+';
            else
                ((out += '%') += digits[byte >> 4]) += digits[byte & 15];
        }
    };
    std::string out;
    for (const auto& [name, value] : fields) {
        if (!out.empty()) out += '&';
        append(out, name);
        out += '=';
        append(out, value);
    }
    return out;
}

}  // namespace lots::test
