#include "http/connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/write.hpp>
#include <exception>

#include "http/form_data.h"
#include "http/proxy.h"
#include "http/response_head.h"

namespace lots::http {

namespace {
constexpr std::size_t drained_bytes_max = 32 * 1024 * 1024;
using boost::system::error_code;
}  // namespace

Connection::Connection(Loop& loop, Shared& shared, Socket socket, std::string peer)
    : loop_(loop), shared_(shared), socket_(std::move(socket)), peer_(std::move(peer)),
      buffer_(shared.options.header_bytes_max, '\0')
{
    loop_.connections.insert(this);
    error_code ignored;
    socket_.set_option(asio::ip::tcp::no_delay(true), ignored);
}

Connection::~Connection()
{
    forget_body();
    loop_.connections.erase(this);
    shared_.leave(peer_);
}

void Connection::allow_until(Steady::time_point deadline)
{
    deadline_ = deadline;
    timed_out_ = false;
}

/// The time that so many bytes may take a slow but honest client.
std::chrono::milliseconds Connection::worth(std::size_t bytes) const
{
    return std::chrono::milliseconds{bytes * 1000 / std::max<std::size_t>(options().bytes_per_second_min, 1)};
}

void Connection::look_at_clock(Steady::time_point now)
{
    error_code ignored;
    if (now >= loop_.stop_by) socket_.close(ignored);
    if (now < deadline_) return;
    timed_out_ = true;
    deadline_ = Steady::time_point::max();
    socket_.cancel(ignored);
}

void Connection::stop()
{
    error_code ignored;
    if (phase_ != Phase::busy) socket_.close(ignored);
}

bool Connection::count_body(std::size_t bytes)
{
    body_bytes_ += bytes;
    return shared_.body_bytes.fetch_add(bytes) + bytes <= options().bodies_bytes_max;
}

void Connection::forget_body()
{
    shared_.body_bytes.fetch_sub(body_bytes_);
    body_bytes_ = 0;
}

Task<Connection::Read> Connection::read_some()
{
    if (begin_ == end_) begin_ = end_ = 0;
    if (end_ == buffer_.size()) {
        std::copy(buffer_.begin() + static_cast<std::ptrdiff_t>(begin_), buffer_.end(), buffer_.begin());
        end_ -= begin_;
        begin_ = 0;
    }
    error_code error;
    const auto space = asio::buffer(buffer_.data() + end_, buffer_.size() - end_);
    const std::size_t length = co_await socket_.async_read_some(space, asio::redirect_error(awaited, error));
    end_ += length;
    if (timed_out_) co_return Read::timed_out;
    co_return error ? Read::closed : Read::more;
}

Task<HeadOrError> Connection::read_head()
{
    const HeadLimits limits{options().header_bytes_max, options().target_bytes_max, options().header_count_max};
    HeadScanner scanner{limits};
    bool begun = false;
    while (true) {
        if (!begun) {
            // A lone CR may be half of an empty line; the scanner would take it for the start of a request.
            begin_ += empty_lines_before(unread());
            begun = !unread().empty() && unread() != "\r";
            if (begun) {
                phase_ = Phase::busy;
                allow(options().head_time);
            }
        }
        if (begun) {
            const auto found = scanner.scan(unread());
            if (found.error) co_return HeadOrError{{}, found.error};
            if (found.length) {
                HeadOrError parsed = parse_head(unread().substr(0, found.length), limits);
                begin_ += found.length;
                co_return parsed;
            }
        }
        const Read read = co_await read_some();
        if (read == Read::more) continue;
        if (!begun) co_return HeadOrError{};  // nothing was asked, so nothing is answered
        co_return HeadOrError{{}, read == Read::timed_out ? 408 : 400};
    }
}

Task<int> Connection::read_sized_body(std::uint64_t length, Steady::time_point start, std::string& body)
{
    body.reserve(static_cast<std::size_t>(std::min<std::uint64_t>(length, 64 * 1024)));
    while (true) {
        const std::string_view piece = unread().substr(0, static_cast<std::size_t>(length - body.size()));
        body.append(piece);
        begin_ += piece.size();
        if (!count_body(piece.size())) co_return 503;
        if (body.size() == length) co_return 0;
        allow_until(start + options().body_time + worth(body.size()));
        const Read read = co_await read_some();
        if (read != Read::more) co_return read == Read::timed_out ? 408 : 400;
    }
}

Task<int> Connection::read_chunked_body(std::size_t limit, Steady::time_point start, std::string& body)
{
    ChunkedBody chunks{limit};
    while (true) {
        const std::size_t before = chunks.body().size();
        begin_ += chunks.take(unread());
        if (chunks.error()) co_return chunks.error();
        if (!count_body(chunks.body().size() - before)) co_return 503;
        if (chunks.done()) break;
        allow_until(start + options().body_time + worth(chunks.body().size()));
        const Read read = co_await read_some();
        if (read != Read::more) co_return read == Read::timed_out ? 408 : 400;
    }
    body = std::move(chunks.body());
    co_return 0;
}

Task<int> Connection::read_body(Head& head)
{
    if (head.body == BodyKind::none) co_return 0;
    const std::string* type = head.request.header("content-type");
    const bool is_upload = type && !boundary_of(*type).empty();
    std::size_t limit = is_upload ? options().upload_bytes_max : options().body_bytes_max;
    if (!is_upload && options().body_bytes_max_of) limit = std::max(limit, options().body_bytes_max_of(head.request.path));
    if (head.body == BodyKind::length && head.content_length > limit) co_return 413;

    const auto start = Steady::now();
    if (head.expects_continue && unread().empty()) {
        allow(options().write_time);
        error_code error;
        static constexpr std::string_view go_on = "HTTP/1.1 100 Continue\r\n\r\n";
        co_await asio::async_write(socket_, asio::buffer(go_on), asio::redirect_error(awaited, error));
        if (error) co_return -1;
    }
    int status = 0;
    if (head.body == BodyKind::chunked)
        status = co_await read_chunked_body(limit, start, head.request.body);
    else
        status = co_await read_sized_body(head.content_length, start, head.request.body);
    co_return status;
}

Task<Response> Connection::answer(const Request& request)
{
    allow_until(Steady::time_point::max());  // a handler takes the time it takes

    const auto hand_over = [this, &request](auto resume) {
        // Jobs are copied about in the queue, the coroutine's handle cannot be: hence the shared one. The guard keeps the
        // loop running while nothing but this job is left of it.
        auto shared_resume = std::make_shared<decltype(resume)>(std::move(resume));
        const auto guard = asio::make_work_guard(loop_.context);
        const auto come_back = [shared_resume, guard](Response response) {
            asio::post(guard.get_executor(),
                       [shared_resume, response = std::move(response)]() mutable { (*shared_resume)(std::move(response)); });
        };
        const bool taken = shared_.workers->submit([this, &request, come_back] {
            Response response;
            try {
                response = shared_.handler(request);
            } catch (const std::exception& failure) {
                if (options().on_exception) options().on_exception(failure.what());
                response = shared_.error_answer(500, request.path);
            } catch (...) {
                if (options().on_exception) options().on_exception("an exception of unknown type");
                response = shared_.error_answer(500, request.path);
            }
            come_back(std::move(response));
        });
        if (!taken) come_back(shared_.error_answer(503, request.path));
    };
    const auto token = awaited;
    Response response = co_await asio::async_initiate<decltype(token), void(Response)>(hand_over, token);
    co_return response;
}

Task<bool> Connection::write(Response response, const Request& request, bool keep_alive)
{
    const Sending sending{loop_.date(shared_.now()), request.secure, keep_alive};
    std::string head;
    try {
        head = response_head(response, sending);
    } catch (const std::exception& bug) {
        if (options().on_exception) options().on_exception(bug.what());
        response = plain_text(500, "Internal Server Error\n");
        head = response_head(response, sending);
    }
    const bool without_body = request.method == Method::head || is_bodiless(response.status);
    const std::string_view body = without_body ? std::string_view{} : response.body;
    const std::array<asio::const_buffer, 2> both{asio::buffer(head), asio::buffer(body)};

    allow(options().write_time + worth(body.size()));
    error_code error;
    co_await asio::async_write(socket_, both, asio::redirect_error(awaited, error));
    co_return !error && !timed_out_;
}

/// Closing while bytes are still coming in would make the client's system throw away the answer. So: say that nothing more
/// will be sent, and read on for a while without listening.
Task<void> Connection::linger()
{
    phase_ = Phase::lingering;
    error_code error;
    socket_.shutdown(Socket::shutdown_send, error);
    if (error) co_return;
    allow(shared_.stopping ? std::chrono::milliseconds{100} : std::chrono::milliseconds{5000});
    std::size_t drained = 0;
    begin_ = end_ = 0;
    while (drained < drained_bytes_max && co_await read_some() == Read::more) {
        drained += end_;
        begin_ = end_ = 0;
    }
}

Task<void> Connection::exchange()
{
    while (!shared_.stopping) {
        phase_ = Phase::idle;
        allow(options().idle_time);
        HeadOrError read = co_await read_head();
        if (!read.head && !read.error) co_return;

        Head head;
        int status = read.error;
        if (read.head) {
            head = std::move(*read.head);
            Client client = client_behind(peer_, head.request.headers, options().trusted_proxies);
            head.request.remote_address = std::move(client.address);
            head.request.secure = client.secure;
            status = co_await read_body(head);
        }
        if (status < 0) co_return;
        if (status > 0) {
            if (co_await write(shared_.error_answer(status, head.request.path), head.request, false)) co_await linger();
            co_return;
        }
        Response response = co_await answer(head.request);
        forget_body();
        const bool keep_alive = head.keep_alive && !shared_.stopping;
        const bool written = co_await write(std::move(response), head.request, keep_alive);
        if (!written) co_return;
        if (!keep_alive) {
            co_await linger();
            co_return;
        }
    }
}

Task<void> Connection::serve(std::unique_ptr<Connection> connection) { co_await connection->exchange(); }

}  // namespace lots::http
