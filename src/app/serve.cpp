#include "app/serve.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

#include <spdlog/sinks/stdout_sinks.h>
#include <spdlog/spdlog.h>

#include "app/clocks.h"
#include "app/key_check.h"
#include "app/midnight.h"
#include "app/program.h"
#include "http/server.h"
#include "web/router.h"

namespace lots::app {

namespace {

constexpr auto slow = std::chrono::milliseconds{1000};

/// Which route answered, as it stands in the table: an address with a case number is not for the technical log.
class RouteNames {
    struct Line {
        http::Method method;
        web::Pattern pattern;
        std::string text;
    };
    std::vector<Line> lines_;

public:
    explicit RouteNames(const web::Site& site)
    {
        for (const auto& line : site.lines()) lines_.push_back({line.method, web::Pattern(line.pattern), line.pattern});
    }
    std::string of(const http::Request& request) const
    {
        const auto method = request.method == http::Method::head ? http::Method::get : request.method;
        const Line* best = nullptr;
        for (const auto& line : lines_)
            if (line.method == method && line.pattern.match(request.path) &&
                (best == nullptr || line.pattern.wildcards() < best->pattern.wildcards()))
                best = &line;
        return best != nullptr ? best->text : "no route";
    }
};

/// Looks at the clock each second, so that a new day has come when the first of that day asks. A night that fails is tried again.
class DayWatch {
    std::jthread thread_;

public:
    DayWatch(const web::Services& services, spdlog::logger& technical)
        : thread_([&services, &technical](const std::stop_token& stop) {
              Midnight midnight(services);
              std::mutex mutex;
              std::condition_variable_any wake;
              bool failed = false;
              while (!stop.stop_requested()) {
                  try {
                      if (const int cases = midnight.look(); cases > 0) technical.info("a new day: {} cases followed", cases);
                      failed = false;
                  }
                  catch (const std::exception& failure) {
                      if (!std::exchange(failed, true)) technical.error("the new day waits: {}", failure.what());
                  }
                  std::unique_lock lock(mutex);
                  wake.wait_for(lock, stop, failed ? std::chrono::seconds{60} : std::chrono::seconds{1}, [] { return false; });
              }
          })
    {
    }
};

/// SIGTERM and SIGINT are taken by one thread that waits for them; all others never see one.
class StopSignals {
    sigset_t set_{};

public:
    StopSignals()
    {
        sigemptyset(&set_);
        sigaddset(&set_, SIGTERM);
        sigaddset(&set_, SIGINT);
        pthread_sigmask(SIG_BLOCK, &set_, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
    }
    void wait() const
    {
        int taken = 0;
        sigwait(&set_, &taken);
    }
};

std::unique_ptr<Clock> clock_of(const ServeOptions& options, const Municipality& here)
{
    if (!options.clock) return std::make_unique<SystemClock>();
    if (here.kind == organisation::Kind::real)
        throw std::runtime_error("--clock sets the time for demo and test data only; this data directory is neither");
    return std::make_unique<FileClock>(*options.clock);
}

http::ServerOptions server_options(const ServeOptions& options, const Config& config)
{
    http::ServerOptions server;
    server.address = config.address;
    server.port = options.port.value_or(config.port);
    server.trusted_proxies = config.trusted_proxies;  // an address that is not loopback is refused by the server itself
    return server;
}

}  // namespace

std::string web_address(const std::string& host, unsigned short port)
{
    const bool is_ipv6 = host.find(':') != std::string::npos;
    return "http://" + (is_ipv6 ? "[" + host + "]" : host) + ":" + std::to_string(port);
}

void serve(const ServeOptions& options)
{
    const StopSignals signals;
    auto technical = std::make_shared<spdlog::logger>("lots", std::make_shared<spdlog::sinks::stderr_sink_mt>());
    technical->set_pattern("%Y-%m-%dT%H:%M:%S.%eZ %l %v", spdlog::pattern_time_type::utc);
    technical->flush_on(spdlog::level::info);

    const auto house = House::open(options.paths, House::Sequencing::run);
    const auto here = house.the_municipality();
    if (here.kind == organisation::Kind::real)
        throw std::runtime_error("this data directory is for real persons. The door is not built yet: sign-in with electronic identification, and "
                                 "TLS. Until then Lots opens demo and test data only (docs/operations.md)");
    if (const auto missing = missing_keys(*house.data, *house.vault); missing > 0)
        technical->warn("{} keys are missing: what lies under them cannot be read. `lots doctor` says what", missing);
    const auto clock = clock_of(options, here);
    Program program(house, here, *clock, [technical](const std::string& line) { technical->warn(line); });
    const RouteNames routes(program.site());

    auto settings = server_options(options, house.config);
    settings.error_page = [&](int status, std::string_view path) { return program.site().error_answer(status, path); };
    settings.body_bytes_max_of = [&](std::string_view path) { return program.site().body_bytes_max(path); };
    settings.on_exception = [technical](const char* what) { technical->error("a request ended with: {}", what); };
    http::Server server(settings, [&](const http::Request& request) {
        const auto begun = std::chrono::steady_clock::now();
        auto answer = program.site().answer(request);
        const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
        if (options.verbose || answer.status >= 500 || took >= slow)
            technical->info("{} {} {} {} ms", http::name_of(request.method), routes.of(request), answer.status, took.count());
        return answer;
    });

    const DayWatch days(program.site().services(), *technical);
    std::thread stopping([&] {
        signals.wait();
        technical->info("stopping: finishing the requests in progress");
        server.stop();
    });
    const auto address = web_address(house.config.address, server.port());
    technical->info("serving {} at {}", here.name, address);
    if (options.ready) options.ready(address);
    try {
        server.run();
    }
    catch (...) {
        ::kill(::getpid(), SIGTERM);  // the thread that waits for it would keep the process
        stopping.join();
        throw;
    }
    stopping.join();
    house.log->settle();
    technical->info("stopped");
}

}  // namespace lots::app
