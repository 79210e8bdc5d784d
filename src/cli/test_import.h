#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>

#include <doctest/doctest.h>

#include "app/after_command.h"
#include "app/test_town.h"
#include "imports/bring_in.h"
#include "web/session.h"

namespace lots::cli::test {

inline std::string read(const std::filesystem::path& file)
{
    std::ifstream in(file, std::ios::binary);
    REQUIRE_MESSAGE(in.good(), file.string());
    return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

inline const std::string cases_file = "docs/import/cases.csv", nominations_file = "docs/import/nominations.csv";

/// The example with one thing in it changed, which must be there.
inline std::string changed(std::string text, const std::string& from, const std::string& to)
{
    const auto at = text.find(from);
    REQUIRE_MESSAGE(at != std::string::npos, from);
    return text.replace(at, from.size(), to);
}

inline imports::Report bring_in(app::test::Town& town, imports::ListKind kind, const std::string& content, const std::string& user,
                                access::Role role, bool dry_run = false)
{
    auto services = town.house.services(town.here, town.clock);
    services.after_command = app::after_command;
    std::optional<access::Reader> reader;
    town.house.data->read([&](storage::Session& db) {
        const auto person = organisation::person_of_handle(db, town.here.id, user);
        for (auto& one : web::readers_of(db, services, person.value(), local_day(town.clock.now())))
            if (one.role == role) reader = one;
    });
    return imports::bring_in(services, reader.value(), {kind, content, "docs/import", user, dry_run});
}
inline imports::Report sara_brings_in(app::test::Town& town, const std::string& content, bool dry_run = false)
{
    return bring_in(town, imports::ListKind::cases, content, "sara.lind", access::Role::social_worker, dry_run);
}
inline imports::Report jonas_brings_in(app::test::Town& town, const std::string& content, bool dry_run = false)
{
    return bring_in(town, imports::ListKind::nominations, content, "jonas.ek", access::Role::police, dry_run);
}

/// "2 born form.json_day": line, column and reason of every fault.
inline std::string faults_of(const imports::Report& report)
{
    std::string all;
    for (const auto& one : report.faults) {
        all += (all.empty() ? "" : "; ") + std::to_string(one.line) + " " + (one.column.empty() ? "-" : one.column) + " ";
        all += one.requirement.empty() ? std::string(one.why.name()) : one.requirement.substr(0, one.requirement.find(' '));
    }
    return all;
}

/// Everything that a case is made of, counted: nothing may be left of what was not kept.
inline std::int64_t rows(const app::test::Town& town)
{
    return town.count("SELECT (SELECT COUNT(*) FROM sig_case) + (SELECT COUNT(*) FROM youth) + (SELECT COUNT(*) FROM nomination) + "
                      "(SELECT COUNT(*) FROM import_batch) + (SELECT COUNT(*) FROM import_case) + (SELECT COUNT(*) FROM attachment) + "
                      "(SELECT COUNT(*) FROM case_transition) + (SELECT COUNT(*) FROM counter) + (SELECT COUNT(*) FROM duty)");
}

}  // namespace lots::cli::test
