#include <doctest/doctest.h>

#include <atomic>
#include <future>

#include "support/http_client.h"
#include "support/running_server.h"

namespace lots::http {

namespace {
using test::HttpAnswer;
using test::RunningServer;
using test::Wire;
using Clock = std::chrono::steady_clock;

constexpr std::string_view simple = "GET / HTTP/1.1\r\nHost: h\r\n\r\n";

Response fine(const Request&) { return plain_text(200, "fine"); }

ServerOptions impatient()
{
    ServerOptions options;
    options.head_time = 300ms;
    options.body_time = 300ms;
    options.write_time = 300ms;
    options.idle_time = 300ms;
    return options;
}
}  // namespace

TEST_CASE("A head that is too slow is answered 408, however steadily its bytes drip")
{
    RunningServer server{fine, impatient()};
    Wire silent{server.port()}, dripping{server.port()};
    silent.send("GET / HT");
    dripping.send("GET / HTTP/1.1\r\nHost: h\r\n");
    std::atomic<bool> enough{false};
    std::thread drip{[&] {
        while (!enough && dripping.send("X: y\r\n")) std::this_thread::sleep_for(20ms);
    }};
    CHECK(silent.read_answer().status == 408);
    CHECK(silent.is_closed());
    CHECK(dripping.read_answer().status == 408);
    enough = true;
    drip.join();
}

TEST_CASE("A body that is too slow is answered 408")
{
    ServerOptions options = impatient();
    options.bytes_per_second_min = 1000;
    RunningServer server{fine, options};
    for (const std::string_view framing : {"Content-Length: 10000", "Transfer-Encoding: chunked"}) {
        CAPTURE(framing);
        const auto start = Clock::now();
        Wire wire{server.port()};
        wire.send("POST / HTTP/1.1\r\nHost: h\r\n" + std::string{framing} + "\r\n\r\n");
        wire.send("2\r\nab\r\n");
        CHECK(wire.read_answer().status == 408);
        CHECK(wire.is_closed());
        CHECK(Clock::now() - start < 3s);
    }
}

TEST_CASE("A slow but steady body is given the time that its bytes are worth")
{
    ServerOptions options = impatient();
    options.bytes_per_second_min = 1000;
    RunningServer server{fine, options};
    Wire wire{server.port()};
    wire.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 2000\r\n\r\n");
    // Twice as fast as the least, three times as long as body_time.
    for (int i = 0; i < 10; ++i) {
        wire.send(std::string(200, 'x'));
        std::this_thread::sleep_for(90ms);
    }
    CHECK(wire.read_answer().status == 200);
}

TEST_CASE("A connection without a request is closed without a word")
{
    RunningServer server{fine, impatient()};
    Wire fresh{server.port()}, used{server.port()}, empty_lines{server.port()};
    empty_lines.send("\r\n");
    used.send(simple);
    CHECK(used.read_answer().status == 200);
    CHECK(used.is_closed());
    CHECK(fresh.is_closed());
    CHECK(empty_lines.is_closed());
}

TEST_CASE("A client that does not read its answer is left")
{
    ServerOptions options = impatient();
    options.bytes_per_second_min = 1024 * 1024 * 1024;
    options.connections_per_address_max = 1;
    RunningServer server{[](const Request&) { return plain_text(200, std::string(64 * 1024 * 1024, 'x')); }, options};
    Wire deaf{server.port()};
    deaf.send(simple);
    // Its place is free again when the server has given it up.
    bool free = false;
    for (int i = 0; i < 300 && !free; ++i) {
        std::this_thread::sleep_for(10ms);
        Wire next{server.port()};
        next.send(simple);
        try {
            free = next.read_answer(true).status == 200;
        } catch (const std::runtime_error&) {
        }
    }
    CHECK(free);
}

TEST_CASE("A stop lets the request in progress finish, and takes no more")
{
    std::promise<void> begun, go;
    RunningServer server{[&](const Request&) {
        begun.set_value();
        go.get_future().wait();
        return plain_text(200, "finished");
    }};
    Wire busy{server.port()}, idle{server.port()};
    busy.send(simple);
    begun.get_future().wait();

    server.begin_stop();
    CHECK(idle.is_closed());
    go.set_value();
    const HttpAnswer answer = busy.read_answer();
    CHECK(answer.body == "finished");
    CHECK(answer.header("connection") == "close");
    CHECK(busy.is_closed());
    server.stop();
    CHECK_THROWS_AS(Wire{server.port()}, std::runtime_error);
}

TEST_CASE("A stop does not wait longer than it may for a client that dawdles")
{
    ServerOptions options;
    options.stop_time = 200ms;
    RunningServer server{fine, options};
    Wire slow{server.port()};
    slow.send("POST / HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\nExpect: 100-continue\r\n\r\n");
    CHECK(slow.read_answer().status == 100);  // so the request is in progress
    const auto start = Clock::now();
    server.stop();
    CHECK(Clock::now() - start < 2s);
}

TEST_CASE("A server that is stopped before it runs returns at once, and stopping twice is the same as once")
{
    Server server{{}, fine};
    server.stop();
    server.stop();
    server.run();
    CHECK(server.port() > 0);
}

TEST_CASE("A stop while clients keep asking leaves no request half answered")
{
    for (int round = 0; round < 5; ++round) {
        RunningServer server{fine};
        std::atomic<int> half{0}, whole{0};
        std::vector<std::thread> clients;
        for (int i = 0; i < 4; ++i)
            clients.emplace_back([&] {
                try {
                    while (true) {
                        Wire wire{server.port()};
                        while (wire.send(simple) && wire.read_answer().body == "fine") ++whole;
                    }
                } catch (const std::runtime_error& end) {
                    if (std::string_view{end.what()}.starts_with("the answer ends")) ++half;
                }
            });
        std::this_thread::sleep_for(30ms);
        server.stop();
        for (auto& client : clients) client.join();
        CHECK(half == 0);
        CHECK(whole > 0);
    }
}

}  // namespace lots::http
