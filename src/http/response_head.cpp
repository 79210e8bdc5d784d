#include "http/response_head.h"

#include <algorithm>
#include <array>

#include "base/check.h"
#include "http/security_headers.h"
#include "http/syntax.h"

namespace lots::http {

namespace {
void append_two_digits(std::string& out, long number)
{
    out += static_cast<char>('0' + number / 10);
    out += static_cast<char>('0' + number % 10);
}

/// "set-cookie" goes out as "Set-Cookie": the same to programs, easier for people who read along.
void append_name(std::string& out, std::string_view name)
{
    bool first = true;
    for (const char c : name) {
        out += first && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
        first = c == '-';
    }
}

void append_line(std::string& out, std::string_view name, std::string_view value)
{
    append_name(out, name);
    out += ": ";
    out += value;
    out += "\r\n";
}

void check_header(std::string_view name, std::string_view value)
{
    check(is_token(name) && name == lower_case(name), "the name of a response header is a token in lower case");
    check(std::all_of(value.begin(), value.end(), is_value_char), "a response header is one line");
    check(!is_server_header(name), "a response header that the server writes is not the handler's");
}
}  // namespace

bool is_bodiless(int status) { return status == 204 || status == 304; }

std::string response_head(const Response& response, const Sending& sending)
{
    check(response.status >= 200 && response.status <= 599, "a response has a final status");
    std::string head;
    head.reserve(2048);
    head += "HTTP/1.1 ";
    head += std::to_string(response.status);
    head += ' ';
    head += reason_phrase(response.status);
    head += "\r\n";
    append_line(head, "date", sending.date);
    if (!is_bodiless(response.status)) append_line(head, "content-length", std::to_string(response.body.size()));
    if (!response.body.empty()) {
        check(std::all_of(response.content_type.begin(), response.content_type.end(), is_value_char),
              "a content type is one line");
        append_line(head, "content-type", response.content_type);
    }
    append_line(head, "connection", sending.keep_alive ? "keep-alive" : "close");
    for (const auto& [name, value] : response.headers) {
        check_header(name, value);
        append_line(head, name, value);
    }
    head += security_headers(response.header_set, sending.secure);
    head += "\r\n";
    return head;
}

std::string http_date(Instant at)
{
    static constexpr std::array<std::string_view, 7> weekdays{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    static constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                             "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{std::chrono::floor<std::chrono::seconds>(at - day)};

    std::string text{weekdays[std::chrono::weekday{day}.c_encoding()]};
    text += ", ";
    append_two_digits(text, static_cast<long>(static_cast<unsigned>(date.day())));
    text += ' ';
    text += months[static_cast<unsigned>(date.month()) - 1];
    text += ' ';
    text += std::to_string(static_cast<int>(date.year()));
    text += ' ';
    append_two_digits(text, clock.hours().count());
    text += ':';
    append_two_digits(text, clock.minutes().count());
    text += ':';
    append_two_digits(text, clock.seconds().count());
    text += " GMT";
    return text;
}

}  // namespace lots::http
