#include <doctest/doctest.h>

#include <array>
#include <atomic>
#include <future>

#include "support/http_client.h"
#include "support/running_server.h"

#include "http/form_data.h"

namespace lots::http {

namespace {
using test::HttpAnswer;
using test::HttpClient;
using test::RunningServer;
using test::Wire;

constexpr std::string_view simple = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

/// Tells what it was asked.
Response echo(const Request& request)
{
    return plain_text(200, std::string{name_of(request.method)} + ' ' + request.path + ' ' + request.body);
}

/// Lets a handler wait until the test says go.
class Gate {
    std::promise<void> open_;
    std::shared_future<void> opened_{open_.get_future()};
    std::atomic<int> waiting_{0};

public:
    void wait()
    {
        ++waiting_;
        opened_.wait();
    }
    void open() { open_.set_value(); }
    void until_waiting(int number) const
    {
        while (waiting_ < number) std::this_thread::sleep_for(1ms);
    }
};
}  // namespace

TEST_CASE("A connection serves one request after the other")
{
    RunningServer server{echo};
    Wire wire{server.port()};
    for (int i = 0; i < 50; ++i) {
        const std::string number = std::to_string(i);
        wire.send("POST /" + number + " HTTP/1.1\r\nHost: h\r\nContent-Length: " + std::to_string(number.size()) +
                  "\r\n\r\n" + number);
        const HttpAnswer answer = wire.read_answer();
        CHECK(answer.status == 200);
        CHECK(answer.header("connection") == "keep-alive");
        CHECK(answer.body == "POST /" + number + ' ' + number);
    }
}

TEST_CASE("Requests sent without waiting are answered in order")
{
    RunningServer server{[](const Request& request) {
        // The first takes longest, so that an answer out of turn would be seen.
        std::this_thread::sleep_for(request.path == "/0" ? 50ms : 0ms);
        return echo(request);
    }};
    Wire wire{server.port()};
    std::string all;
    for (int i = 0; i < 20; ++i)
        all +=
            "POST /" + std::to_string(i) + " HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\na b\r\n0\r\n\r\n";
    wire.send(all);
    for (int i = 0; i < 20; ++i) CHECK(wire.read_answer().body == "POST /" + std::to_string(i) + " a b");
}

TEST_CASE("Bytes that come one by one are put together")
{
    RunningServer server{echo};
    Wire wire{server.port()};
    const std::string text = "\r\nPOST /a HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhello" + std::string{simple};
    for (const char& c : text) wire.send({&c, 1});
    CHECK(wire.read_answer().body == "POST /a hello");
    CHECK(wire.read_answer().body == "GET / ");
}

TEST_CASE("A client that has said all it has to say still gets its answer")
{
    RunningServer server{echo};
    Wire wire{server.port()};
    wire.send(simple);
    wire.finish_sending();
    CHECK(wire.read_answer().status == 200);
    CHECK(wire.is_closed());
}

TEST_CASE("A request that ends in the middle is answered 400")
{
    RunningServer server{echo};
    for (const std::string_view half : {"GET / HTTP/1.1\r\nHo", "POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhel",
                                        "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel"}) {
        Wire wire{server.port()};
        wire.send(half);
        wire.finish_sending();
        CHECK(wire.read_answer().status == 400);
        CHECK(wire.is_closed());
    }
}

TEST_CASE("A connection is closed when the client asks for it, and after HTTP/1.0")
{
    RunningServer server{echo};
    for (const std::string_view text :
         {"GET / HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n", "GET / HTTP/1.0\r\n\r\n"}) {
        Wire wire{server.port()};
        wire.send(text);
        const HttpAnswer answer = wire.read_answer();
        CHECK(answer.status == 200);
        CHECK(answer.header("connection") == "close");
        CHECK(wire.is_closed());
    }
}

TEST_CASE("HEAD is answered as GET, without the body")
{
    RunningServer server{echo};
    Wire wire{server.port()};
    wire.send("HEAD /a HTTP/1.1\r\nHost: h\r\n\r\n" + std::string{simple});
    const HttpAnswer head = wire.read_answer(true);
    CHECK(head.status == 200);
    CHECK(head.header("content-length") == std::to_string(std::string_view{"HEAD /a "}.size()));
    CHECK(wire.read_answer().body == "GET / ");
}

TEST_CASE("A client that waits for 100 Continue gets it, or the refusal in its place")
{
    RunningServer server{echo};
    Wire wire{server.port()};
    wire.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
    CHECK(wire.read_answer().status == 100);
    wire.send("hello");
    CHECK(wire.read_answer().body == "POST / hello");

    wire.send("POST / HTTP/1.1\r\nHost: h\r\nExpect: 100-continue\r\nContent-Length: 5000000\r\n\r\n");
    CHECK(wire.read_answer().status == 413);
    CHECK(wire.is_closed());
}

TEST_CASE("A file of ten megabytes comes through byte for byte, and a form of one")
{
    const std::string file(10 * 1024 * 1024, '\xfe');
    RunningServer server{[&](const Request& request) {
        const auto form = parse_form(request);
        if (!form) return plain_text(400, "no form");
        return plain_text(
            200, form->file("fil") && form->file("fil")->content == file ? "same" : std::to_string(form->fields.size()));
    }};
    HttpClient client{server.port()};
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"fil\"; filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" +
        file + "\r\n--b--\r\n";
    CHECK(client.request("POST", "/", {{"Content-Type", "multipart/form-data; boundary=b"}}, body).body == "same");
    CHECK(client.post("/", {{"text", std::string(1024 * 1024 - 5, 'a')}}).body == "1");
    CHECK(client.post("/", {{"text", std::string(1024 * 1024 - 4, 'a')}}).status == 413);
}

TEST_CASE("Every answer carries the header set, a date and a length, and over TLS asks the browser to stay with it")
{
    ServerOptions options;
    options.trusted_proxies = {"127.0.0.1"};
    options.now = [] { return Instant{std::chrono::seconds{784111777}}; };
    RunningServer server{[](const Request& request) -> Response {
                             if (request.path == "/fel") throw std::runtime_error("broken");
                             if (request.path == "/bort") return see_other("/");
                             return request.path == "/" ? html_page("<p>hej") : plain_text(404, "Not Found\n");
                         },
                         options};
    HttpClient client{server.port()};
    struct Case {
        std::string_view path;
        int status;
    };
    for (const auto& [path, status] :
         std::to_array<Case>({{"/", 200}, {"/fel", 500}, {"/bort", 303}, {"/saknas", 404}, {"/%00", 400}})) {
        for (const bool secure : {false, true}) {
            CAPTURE(path);
            const HttpAnswer answer = client.get(path, {{"X-Forwarded-Proto", secure ? "https" : "http"}});
            CHECK(answer.status == status);
            CHECK(answer.header("date") == "Sun, 06 Nov 1994 08:49:37 GMT");
            CHECK(answer.count("content-length") == 1);
            for (const std::string_view name :
                 {"content-security-policy", "cross-origin-opener-policy", "cross-origin-embedder-policy",
                  "cross-origin-resource-policy", "referrer-policy", "permissions-policy", "x-content-type-options",
                  "cache-control"})
                CHECK(answer.count(name) == 1);
            CHECK(answer.count("strict-transport-security") == (secure && status != 400 ? 1 : 0));
        }
    }
}

TEST_CASE("A handler that throws is answered 500 without a word of why, and the connection lives on")
{
    std::string told;
    ServerOptions options;
    options.on_exception = [&](const char* what) { told = what; };
    RunningServer server{[](const Request& request) -> Response {
                             if (request.path == "/fel") throw std::runtime_error("the database is gone");
                             if (request.path == "/klyv") return html_page("x").header("location", "a\r\nb: c");
                             if (request.path == "/heltal") throw 42;
                             return plain_text(200, "ok");
                         },
                         options};
    Wire wire{server.port()};
    for (const std::string_view path : {"/fel", "/klyv", "/heltal"}) {
        wire.send("GET " + std::string{path} + " HTTP/1.1\r\nHost: h\r\n\r\n");
        const HttpAnswer answer = wire.read_answer();
        CHECK(answer.status == 500);
        CHECK(answer.body == "Internal Server Error\n");
    }
    wire.send(simple);
    CHECK(wire.read_answer().status == 200);
    server.stop();
    CHECK(told == "an exception of unknown type");
}

TEST_CASE("The errors that the server itself answers can have a page")
{
    ServerOptions options;
    options.error_page = [](int status, std::string_view path) { return html_page("<h1>Fel " + std::to_string(status) + std::string(path)); };
    RunningServer server{[](const Request&) -> Response { throw std::runtime_error("broken"); }, options};
    HttpClient client{server.port()};
    CHECK(client.get("/").body == "<h1>Fel 500/");
    CHECK(client.get("/%00").body == "<h1>Fel 400");  // no path was read
    CHECK(client.get("/%00").status == 400);
}

TEST_CASE("More may be sent to an address that takes more, and what is too large is answered with its path")
{
    ServerOptions options;
    options.body_bytes_max = 10;
    options.body_bytes_max_of = [](std::string_view path) { return path == "/file" ? std::size_t{20} : 0; };
    options.error_page = [](int status, std::string_view path) { return plain_text(status, std::string(path)); };
    RunningServer server{[](const Request& request) { return plain_text(200, std::to_string(request.body.size())); }, options};
    HttpClient client{server.port()};
    CHECK(client.post_json("/file", std::string(20, ' ')).body == "20");
    CHECK(client.post_json("/file", std::string(21, ' ')).status == 413);
    const auto refused = client.post_json("/other", std::string(11, ' '));
    CHECK(refused.status == 413);
    CHECK(refused.body == "/other");
}

TEST_CASE("When all workers are busy and the queue is full, the next request is told to come back")
{
    Gate gate;
    ServerOptions options;
    options.workers = 1;
    options.queue_max = 1;
    RunningServer server{[&](const Request&) {
                             gate.wait();
                             return plain_text(200, "done");
                         },
                         options};
    Wire first{server.port()}, second{server.port()}, third{server.port()};
    first.send(simple);
    gate.until_waiting(1);
    second.send(simple);
    std::this_thread::sleep_for(100ms);  // until the second is in the queue, which nothing else shows
    third.send(simple);
    const HttpAnswer answer = third.read_answer();
    CHECK(answer.status == 503);
    CHECK_FALSE(answer.header("retry-after").empty());
    gate.open();
    CHECK(first.read_answer().status == 200);
    CHECK(second.read_answer().status == 200);
    third.send(simple);
    CHECK(third.read_answer().status == 200);
}

TEST_CASE("One address has a limited number of connections, and gets them back")
{
    ServerOptions options;
    options.connections_per_address_max = 3;
    RunningServer server{echo, options};
    {
        std::array<Wire, 3> wires{Wire{server.port()}, Wire{server.port()}, Wire{server.port()}};
        for (Wire& wire : wires) {
            wire.send(simple);
            CHECK(wire.read_answer().status == 200);
        }
        Wire fourth{server.port()};
        CHECK(fourth.read_answer().status == 503);
        CHECK(fourth.is_closed());
    }
    int status = 503;
    for (int i = 0; i < 100 && status == 503; ++i) {
        std::this_thread::sleep_for(10ms);
        status = HttpClient{server.port()}.get("/").status;
    }
    CHECK(status == 200);
}

TEST_CASE("The bodies of all requests together have a limit")
{
    ServerOptions options;
    options.bodies_bytes_max = 100;
    RunningServer server{echo, options};
    CHECK(HttpClient{server.port()}.post("/", {{"a", std::string(98, 'b')}}).status == 200);
    CHECK(HttpClient{server.port()}.post("/", {{"a", std::string(99, 'b')}}).status == 503);
    CHECK(HttpClient{server.port()}.post("/", {{"a", std::string(98, 'b')}}).status == 200);
}

TEST_CASE("Several loops serve many clients at once")
{
    ServerOptions options;
    options.io_threads = 2;
    std::atomic<int> asked{0};
    RunningServer server{[&](const Request& request) {
                             ++asked;
                             return echo(request);
                         },
                         options};
    std::vector<std::thread> clients;
    std::atomic<int> right{0};
    for (int i = 0; i < 16; ++i)
        clients.emplace_back([&, i] {
            HttpClient client{server.port()};
            for (int n = 0; n < 50; ++n) {
                const std::string path = '/' + std::to_string(i) + '-' + std::to_string(n);
                right += client.get(path).body == "GET " + path + ' ';
            }
        });
    for (auto& client : clients) client.join();
    CHECK(right == 16 * 50);
    CHECK(asked == 16 * 50);
}

TEST_CASE("The server listens on loopback only, unless it is told otherwise")
{
    ServerOptions options;
    options.address = "0.0.0.0";
    CHECK_THROWS_AS(Server(options, echo), std::runtime_error);
    options.allow_non_loopback = true;
    CHECK(Server(options, echo).port() > 0);
    options.address = "localhost";
    CHECK_THROWS_AS(Server(options, echo), std::runtime_error);
}

TEST_CASE("A port that is taken is refused")
{
    ServerOptions options;
    const Server first{options, echo};
    options.port = first.port();
    CHECK_THROWS_AS(Server(options, echo), std::runtime_error);
}

}  // namespace lots::http
