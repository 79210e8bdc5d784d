#include "http/server.h"

#include <algorithm>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/ip/address.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <optional>
#include <stdexcept>
#include <thread>

#include "base/check.h"
#include "http/connection.h"
#include "http/proxy.h"
#include "http/response_head.h"

namespace lots::http {

namespace {
using boost::system::error_code;
constexpr std::chrono::milliseconds watch_interval{100};
constexpr std::chrono::milliseconds accept_again_after{100};

void keep_watch(Loop& loop, Shared& shared)
{
    loop.watch.expires_after(watch_interval);
    loop.watch.async_wait([&loop, &shared](error_code) {
        const auto now = Steady::now();
        for (Connection* connection : loop.connections) connection->look_at_clock(now);
        if (!shared.stopping || !loop.connections.empty()) keep_watch(loop, shared);
    });
}
}  // namespace

bool Shared::admit(const std::string& address)
{
    const auto& proxies = options.trusted_proxies;
    const bool proxy = std::find(proxies.begin(), proxies.end(), address) != proxies.end();
    const std::lock_guard lock{mutex};
    if (connections >= options.connections_max) return false;
    std::size_t& of_address = per_address[address];
    if (!proxy && of_address >= options.connections_per_address_max) return false;
    ++of_address;
    ++connections;
    return true;
}

void Shared::leave(const std::string& address)
{
    const std::lock_guard lock{mutex};
    --connections;
    const auto at = per_address.find(address);
    if (--at->second == 0) per_address.erase(at);
}

Response Shared::error_answer(int status, std::string_view path) const
{
    Response response = plain_text(status, std::string{reason_phrase(status)} + '\n');
    try {
        if (options.error_page) response = options.error_page(status, path);
    } catch (const std::exception& failure) {
        if (options.on_exception) options.on_exception(failure.what());
    }
    response.status = status;
    if (status == 503 && !find(response.headers, "retry-after")) response.header("retry-after", "2");
    return response;
}

const std::string& Loop::date(Instant now)
{
    const auto second = std::chrono::floor<std::chrono::seconds>(now);
    if (second != date_second_ || date_text_.empty()) date_text_ = http_date(now);
    date_second_ = second;
    return date_text_;
}

class Server::Machine {
    Shared shared_;
    std::vector<std::unique_ptr<Loop>> loops_;
    std::optional<asio::basic_socket_acceptor<asio::ip::tcp, Executor>> acceptor_;
    unsigned short port_ = 0;

    /// Too many connections already: say so without spending a coroutine and a buffer on it.
    void turn_away(Socket socket)
    {
        const Response busy = shared_.error_answer(503);
        const std::string answer = response_head(busy, {http_date(shared_.now()), false, false}) + busy.body;
        error_code ignored;
        socket.non_blocking(true, ignored);
        socket.send(asio::buffer(answer), 0, ignored);
        socket.shutdown(Socket::shutdown_both, ignored);
    }

    void welcome(Loop& loop, Socket socket)
    {
        error_code error;
        const auto endpoint = socket.remote_endpoint(error);
        if (error) return;  // gone again
        const std::string peer = normal_address(endpoint.address().to_string());
        if (!shared_.admit(peer)) return turn_away(std::move(socket));
        auto connection = std::make_unique<Connection>(loop, shared_, std::move(socket), peer);
        asio::co_spawn(loop.context, Connection::serve(std::move(connection)), asio::detached);
    }

    Task<void> accept_all()
    {
        std::size_t turn = 0;
        while (!shared_.stopping) {
            Loop& loop = *loops_[turn++ % loops_.size()];
            Socket socket{loop.context};
            error_code error;
            co_await acceptor_->async_accept(socket, asio::redirect_error(awaited, error));
            if (shared_.stopping) break;
            if (error) {
                // Out of descriptors or memory: the connections we have will give some back.
                asio::basic_waitable_timer<Steady, asio::wait_traits<Steady>, Executor> pause{loops_[0]->context,
                                                                                              accept_again_after};
                co_await pause.async_wait(asio::redirect_error(awaited, error));
                continue;
            }
            asio::post(loop.context,
                       [this, &loop, socket = std::move(socket)]() mutable { welcome(loop, std::move(socket)); });
        }
    }

    void run_loop(Loop& loop)
    {
        keep_watch(loop, shared_);
        loop.context.run();
    }

public:
    Machine(ServerOptions options, Handler handler)
    {
        for (auto& proxy : options.trusted_proxies) {
            proxy = normal_address(proxy);
            if (proxy.empty()) throw std::runtime_error("a trusted proxy is given by its IP address");
        }
        check(options.io_threads > 0 && options.workers > 0 && handler, "a server has threads and a handler");
        shared_.options = std::move(options);
        shared_.handler = std::move(handler);

        error_code error;
        const auto address = asio::ip::make_address(shared_.options.address, error);
        if (error) throw std::runtime_error("not an IP address to listen on: " + shared_.options.address);
        if (!address.is_loopback() && !shared_.options.allow_non_loopback)
            throw std::runtime_error("without TLS or a trusted proxy the server listens on loopback only, not on " +
                                     address.to_string());

        for (int i = 0; i < shared_.options.io_threads; ++i) loops_.push_back(std::make_unique<Loop>());
        acceptor_.emplace(loops_[0]->context);
        const asio::ip::tcp::endpoint endpoint{address, shared_.options.port};
        acceptor_->open(endpoint.protocol(), error);
        if (!error) acceptor_->set_option(asio::socket_base::reuse_address(true), error);
        if (!error) acceptor_->bind(endpoint, error);
        if (!error) acceptor_->listen(asio::socket_base::max_listen_connections, error);
        if (error) throw std::runtime_error("cannot listen on " + address.to_string() + ": " + error.message());
        port_ = acceptor_->local_endpoint().port();
    }

    unsigned short port() const { return port_; }

    void run()
    {
        WorkerPool workers{shared_.options.workers, shared_.options.queue_max};
        shared_.workers = &workers;
        asio::co_spawn(loops_[0]->context, accept_all(), asio::detached);
        std::vector<std::thread> threads;
        for (std::size_t i = 1; i < loops_.size(); ++i) threads.emplace_back([this, i] { run_loop(*loops_[i]); });
        run_loop(*loops_[0]);
        for (auto& thread : threads) thread.join();
    }

    void stop()
    {
        if (shared_.stopping.exchange(true)) return;
        for (auto& loop : loops_)
            asio::post(loop->context, [this, each = loop.get()] {
                error_code ignored;
                if (each == loops_[0].get()) acceptor_->close(ignored);
                each->stop_by = Steady::now() + shared_.options.stop_time;
                for (Connection* connection : each->connections) connection->stop();
            });
    }
};

Server::Server(ServerOptions options, Handler handler)
    : machine_(std::make_unique<Machine>(std::move(options), std::move(handler)))
{}
Server::~Server() = default;
unsigned short Server::port() const { return machine_->port(); }
void Server::run() { machine_->run(); }
void Server::stop() { machine_->stop(); }

}  // namespace lots::http
