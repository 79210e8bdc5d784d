#include "proof/served.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>

#include "app/demo.h"
#include "support/http_client.h"
#include "support/migrated.h"
#include "support/postgres.h"

namespace lots::test {

namespace {

app::Config config_of(storage::Engine engine)
{
    app::Config config;
    config.engine = engine;
    config.municipality = "ekvik";
    config.log_origin = "proof.invalid/log";
    if (engine == storage::Engine::postgresql) {
        config.data_connection = migrated_postgres({"log", "data"});
        config.keys_connection = migrated_postgres({"keys"});
    }
    return config;
}

/// A child process of the program, with standard output in a pipe. Between fork and exec only what is safe there.
std::pair<pid_t, int> start(const std::vector<std::string>& words_given, const std::filesystem::path& errors,
                            const std::filesystem::path& temporary, const std::filesystem::path& working)
{
    auto words = words_given;
    std::vector<char*> argv;
    for (auto& word : words) argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<std::string> settings{"PATH=/usr/bin:/bin", "TZ=UTC", "LANG=C.UTF-8", "TMPDIR=" + temporary.string()};
    std::vector<char*> environment;
    for (auto& setting : settings) environment.push_back(setting.data());
    environment.push_back(nullptr);
    const auto file = errors.string(), folder = working.string();
    rlimit cores{};
    ::getrlimit(RLIMIT_CORE, &cores);
    if (::geteuid() == 0) cores.rlim_max = RLIM_INFINITY;
    cores.rlim_cur = cores.rlim_max;

    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const pid_t child = ::fork();
    if (child < 0) throw std::runtime_error("no process");
    if (child == 0) {
        const int log = ::open(file.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600);
        ::dup2(ends[1], STDOUT_FILENO);
        ::dup2(log, STDERR_FILENO);
        for (int other = 3; other < 256; ++other) ::close(other);
        if (::chdir(folder.c_str()) != 0) ::_exit(126);
        ::setrlimit(RLIMIT_CORE, &cores);
        ::execve(argv[0], argv.data(), environment.data());
        ::_exit(127);
    }
    ::close(ends[1]);
    return {child, ends[0]};
}

std::vector<std::string> lots_with(const std::vector<std::string>& arguments)
{
    const char* another = std::getenv("LOTS");  // a release build, say
    std::vector<std::string> words{another != nullptr ? another : LOTS_PROGRAM};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return words;
}

int ended(pid_t process)
{
    int status = 0;
    ::waitpid(process, &status, 0);
    return status;
}

int exit_code(pid_t process)
{
    const int status = ended(process);
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

std::string last_line(const std::filesystem::path& file)
{
    std::ifstream stream(file);
    std::string last;
    for (std::string line; std::getline(stream, line);) last = line;
    return last.empty() ? file.string() + " is empty" : last;
}

}  // namespace

DataDirectory::DataDirectory(storage::Engine engine) : config_(config_of(engine))
{
    std::filesystem::create_directories(temporary());
    std::filesystem::create_directories(working());
    const auto house = app::House::make(paths(), config_);
    web::PasswordHasher hasher{{1, 1 << 20}};  // cheap: how dear it is, sign-in's tests measure
    const auto now = SystemClock().now();
    app::make_demo(house, hasher, now, add_days(local_day(now), -400));
    house.log->settle();
}

void on_both_engines_served(const std::function<void(const DataDirectory&)>& test)
{
    test(DataDirectory(storage::Engine::sqlite));
    if (postgres()) test(DataDirectory(storage::Engine::postgresql));
}

Served::Served(const DataDirectory& data)
{
    const auto begun = std::chrono::steady_clock::now();
    const auto [process, output] =
        start(lots_with({"serve", "--data", data.paths().folder.string(), "--port", "0", "--verbose"}), data.technical_log(),
              data.temporary(), data.working());
    process_ = process;
    std::string line;
    for (char c = 0; line.find('\n') == std::string::npos && ::read(output, &c, 1) == 1;) line += c;
    ::close(output);
    const auto colon = line.rfind(':');
    if (!line.starts_with("Lots: http://") || colon == std::string::npos) {
        kill();
        throw std::runtime_error("lots serve did not begin: " + last_line(data.technical_log()));
    }
    port_ = static_cast<unsigned short>(std::stoi(line.substr(colon + 1)));
    if (HttpClient(port_).get("/logga-in").status != 200) {
        kill();
        throw std::runtime_error("lots serve has no sign-in page");
    }
    ready_ = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - begun);
}

Served::~Served()
{
    if (process_ > 0) kill();
}

void Served::kill()
{
    ::kill(process_, SIGKILL);
    exit_code(process_);
    process_ = -1;
}

bool Served::crash(int signal)
{
    ::kill(process_, signal);
    const int status = ended(process_);
    process_ = -1;
    if (!WIFSIGNALED(status) || WTERMSIG(status) != signal) throw std::runtime_error("lots serve did not end by the signal");
    return WCOREDUMP(status);
}

bool core_files_are_written(const std::filesystem::path& folder)
{
    const auto [process, output] = start({"/bin/sh", "-c", "kill -SEGV $$"}, folder / "errors", folder, folder);
    ::close(output);
    return WCOREDUMP(ended(process));
}

int Served::stop()
{
    ::kill(process_, SIGTERM);
    const int code = exit_code(process_);
    process_ = -1;
    return code;
}

Ran run_lots(const std::vector<std::string>& arguments)
{
    const Folder folder;
    const auto [process, output] = start(lots_with(arguments), folder.path() / "errors", folder.path(), folder.path());
    Ran ran;
    char piece[4096];
    for (ssize_t length = 0; (length = ::read(output, piece, sizeof piece)) > 0;)
        ran.said.append(piece, static_cast<std::size_t>(length));
    ::close(output);
    ran.code = exit_code(process);
    return ran;
}

}  // namespace lots::test
