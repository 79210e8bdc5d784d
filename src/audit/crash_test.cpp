#include <chrono>
#include <fstream>
#include <thread>

#include <doctest/doctest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "audit/test_house.h"

using namespace lots;
using namespace lots::audit;
using lots::test::LogHouse;
using lots::test::on_both_engines;

TEST_CASE("Killed in the middle of its work the log verifies, and holds everything that was acknowledged")
{
    on_both_engines([](const test::Place& where) {
        test::Folder folder;
        auto house = std::make_unique<LogHouse>(where);
        house->log->append_now(house->entry());  // makes the month's key and the index key
        const auto acknowledged = folder.path() / "acknowledged";
        const auto options = house->options;
        const auto keys_file = house->folder.path() / "keys.db";
        const auto entry = house->entry();
        house->log.reset();
        house->vault.reset();
        house->data.reset();
        house->keys.reset();

        for (int round = 0; round < 3; ++round) {
            const auto child = ::fork();
            if (child == 0) {
                try {
                    SystemRandom random;
                    const auto keys = storage::open_sqlite({.file = keys_file});
                    const auto data = where.open();
                    vault::Vault vault(*keys, std::make_unique<vault::SecretKey>(Bytes(32, 1)), random);
                    Log log(*data, vault, random, options);
                    log.run_sequencer();
                    for (;;) {
                        log.append_now(entry);
                        std::ofstream(acknowledged, std::ios::app) << "x" << std::flush;
                    }
                } catch (...) {
                    ::_exit(1);
                }
            }
            while (!std::filesystem::exists(acknowledged) ||
                   std::filesystem::file_size(acknowledged) < static_cast<std::uintmax_t>(20 * (round + 1)))
                std::this_thread::sleep_for(std::chrono::milliseconds(2));
            ::kill(child, SIGKILL);
            int status = 0;
            ::waitpid(child, &status, 0);
            REQUIRE(WIFSIGNALED(status));
        }

        house->keys = storage::open_sqlite({.file = keys_file});
        house->data = where.open();
        house->vault = std::make_unique<vault::Vault>(*house->keys, std::make_unique<vault::SecretKey>(Bytes(32, 1)), house->random);
        house->open_log();
        if (where.engine == storage::Engine::postgresql) house->tamper("UPDATE log_lease SET until = 0");  // instead of waiting 10 s
        house->log->run_sequencer();
        house->log->settle();
        const auto found = house->verify();
        CHECK(found.problems == std::vector<std::string>{});
        CHECK(found.entries >= std::filesystem::file_size(acknowledged) + 1);
        CHECK(found.entries <= std::filesystem::file_size(acknowledged) + 4);  // durable, but killed before it was written down
    });
}
