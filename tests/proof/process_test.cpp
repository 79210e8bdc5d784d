// The process of the served program: what it must not leave behind when it crashes, and where it must not put a file that is
// being sent.
#include <doctest/doctest.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

#include "proof/caller.h"
#include "proof/everywhere.h"
#include "proof/served.h"

using namespace lots;
using namespace lots::test;

namespace {

/// What the process has open that is a file, and not of its data directory: a temporary file, even one without a name.
std::vector<std::string> other_files_of(const Served& served, const DataDirectory& data)
{
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::directory_iterator("/proc/" + std::to_string(served.process()) + "/fd")) {
        std::error_code gone;
        const auto target = std::filesystem::read_symlink(entry.path(), gone).string();
        if (gone || !target.starts_with("/") || target.starts_with("/dev/") || target == data.technical_log().string())
            continue;
        const bool own =
            target.starts_with(data.paths().folder.string() + "/") && target.find(" (deleted)") == std::string::npos;
        if (!own) files.push_back(target);
    }
    return files;
}

std::string pdf_of(std::size_t bytes, Canary& canary)
{
    std::string content = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\n";
    while (content.size() < bytes) content += "% " + canary.next() + "\n";
    return content + "trailer<</Root 1 0 R>>\n%%EOF\n";
}

/// A request with a file of that content, as a browser sends it.
std::string upload(const std::string& path, const std::string& token, const std::string& content)
{
    const std::string body = "--b\r\nContent-Disposition: form-data; name=\"signed_form\"; "
                             "filename=\"a.pdf\"\r\nContent-Type: application/pdf\r\n\r\n" +
                             content + "\r\n--b--\r\n";
    return "POST " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer " + token +
           "\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " + std::to_string(body.size()) +
           "\r\n\r\n" + body;
}

}  // namespace

TEST_CASE("D19 A crash of the served program leaves no core file, however many the system would allow")
{
    const Folder elsewhere;
    const bool would_be_written = core_files_are_written(elsewhere.path());
    if (!would_be_written) MESSAGE("this machine writes no core files at all: the limit alone is looked at");
    for (const int signal : {SIGSEGV, SIGABRT}) {
        const DataDirectory data(storage::Engine::sqlite);
        Canary canary(chance_of_a_run());
        Served served(data);
        auto school = Caller::sign_in(served.port(), "elin.berg");
        CHECK(school.post("/api/v1/nominations", proposal(canary.next(), "school_absence")).status == 201);
        CAPTURE(signal);
        CHECK_FALSE(served.crash(signal));
        CHECK(std::filesystem::is_empty(data.working()));
        CHECK(std::filesystem::is_empty(data.temporary()));
        const auto found = everywhere(canary, data.all(), data.paths());
        CHECK_MESSAGE(found.empty(), listed(found));
        // And what was acknowledged is there.
        Served again(data);
        CHECK(Caller(again.port(), school.token()).get("/api/v1/nominations").body.find("\"F-1\"") != std::string::npos);
    }
}

TEST_CASE("A file that is being sent lies in no temporary file, half-way or refused")
{
    on_both_engines_served([](const DataDirectory& data) {
        Canary canary(chance_of_a_run());
        Served served(data);
        auto sara = Caller::sign_in(served.port(), "sara.lind", "social_worker");
        for (const std::string path : {"/arende/F-1/underskrivare/1/svar", "/api/v1/cases/F-1/signatories/1/answers"}) {
            const auto request = upload(path, sara.token(), pdf_of(900'000, canary));
            Wire wire(served.port());
            const auto half = request.size() / 2;
            CHECK(wire.send(std::string_view(request).substr(0, half)));
            for (int look = 0; look < 20; ++look) {  // while it arrives
                if (::geteuid() == 0) CHECK(other_files_of(served, data) == std::vector<std::string>{});
                std::this_thread::sleep_for(std::chrono::milliseconds{5});
            }
            auto found = everywhere(canary, data.all(), data.paths());
            CHECK_MESSAGE(found.empty(), "half-way: " << listed(found));
            wire.send(std::string_view(request).substr(half));
            CHECK(wire.read_answer().status >= 400);  // there is no such case
            found = everywhere(canary, data.all(), data.paths());
            CHECK_MESSAGE(found.empty(), "refused: " << listed(found));
        }
    });
}

TEST_CASE("D19 The served program leaves no core dump, and its files are for itself alone")
{
    const DataDirectory data(storage::Engine::sqlite);
    const Served served(data);
    std::ifstream limits("/proc/" + std::to_string(served.process()) + "/limits");
    std::string line, core;
    while (std::getline(limits, line))
        if (line.starts_with("Max core file size")) core = line;
    std::istringstream words(core.substr(std::string("Max core file size").size()));
    std::string soft, hard;
    words >> soft >> hard;
    CHECK(soft == "0");
    CHECK(hard == "0");
    for (const auto& entry : std::filesystem::recursive_directory_iterator(data.paths().folder)) {
        const auto inside = std::filesystem::relative(entry.path(), data.paths().folder).string();
        if (inside == "log" || inside.starts_with("log/")) continue;  // the published half
        CAPTURE(inside);
        CHECK((entry.status().permissions() & (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) ==
              std::filesystem::perms::none);
    }
    CHECK((std::filesystem::status(data.paths().folder).permissions() &
           (std::filesystem::perms::group_all | std::filesystem::perms::others_all)) == std::filesystem::perms::none);
}
