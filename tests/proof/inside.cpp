#include "proof/inside.h"

#include <algorithm>
#include <stdexcept>

#include "app/doctor.h"
#include "form/json_writer.h"
#include "organisation/commands.h"
#include "web/session.h"

namespace lots::test {

using storage::Row;
using storage::Session;

namespace {

std::string begin(World& world, Session& db, const PersonId& person, access::Role role)
{
    const auto& services = world.program->site().services();
    const auto now = world.clock.now();
    for (const auto& reader : web::readers_of(db, services, person, local_day(now)))
        if (reader.role == role) return web::begin_session(db, services, person, reader.assignment, now);
    throw std::runtime_error("nobody of that name has that role");
}

}  // namespace

Instant proof_day() { return at_local(2026y / 5 / 11, 9, 0); }

Caller caller_of(World& world, const std::string& handle, access::Role role)
{
    std::string token;
    world.house.data->write({[&](Session& db) {
                                 const auto person = organisation::person_of_handle(db, world.here.id, handle);
                                 if (!person) throw std::runtime_error(handle + " is not in Ekvik");
                                 token = begin(world, db, *person, role);
                                 return storage::Outcome::keep;
                             },
                             {}});
    return {world.port(), token};
}

Caller new_social_worker(World& world, const std::string& handle)
{
    const auto now = world.clock.now();
    const auto made = world.house.change(now, world.here.id, [&](const organisation::Change& change) -> Result<PersonId> {
        auto person = organisation::add_person(change, {handle, "Prov " + handle});
        if (!person) return person;
        const auto unit = change.db.one("SELECT id FROM unit WHERE municipality = $1 AND code = 'soc-unga'",
                                        [](const Row& row) { return row.get<UnitId>(0); }, change.municipality);
        if (auto role = organisation::assign(change, *person, unit.value(), access::Role::social_worker, local_day(now)); !role) return role.error();
        return person;
    });
    if (!made) throw std::runtime_error("no new colleague");
    return caller_of(world, handle, access::Role::social_worker);
}

std::string proposed(World& world, const std::string& mark)
{
    auto school = caller_of(world, "elin.berg", access::Role::school);
    const auto answer = school.post("/api/v1/nominations", proposal(mark, "school_absence"));
    if (answer.status != 201) throw std::runtime_error("no proposal: " + std::to_string(answer.status) + " " + answer.body);
    return text_in(answer.body, "nomination");
}

std::string taking_up()
{
    form::JsonWriter json;
    json.object()
        .pair("lives_here", true)
        .pair("residence_checked_on", "2026-05-11")
        .pair("residence_source", "population_register")
        .pair("danger_if_seen", "no")
        .pair("conflict", "no")
        .pair("notice_number", "SN 2026/7")
        .pair("known_before", "no")
        .pair("why", "Bor här.")
        .pair("childs_view", "Inte tillfrågad än.")
        .pair("best_interests", "Att bedöma snabbt.");
    return json.end_object().take();
}

std::int64_t number_in(World& world, storage::Sql sql)
{
    std::int64_t number = 0;
    world.house.data->read([&](Session& db) { number = db.one(sql, [](const Row& row) { return row.integer(0); }).value(); });
    return number;
}

std::int64_t log_entries(World& world)
{
    return number_in(world, "SELECT (SELECT COUNT(*) FROM log_entry) + (SELECT COUNT(*) FROM log_pending)");
}

void meddle(World& world, const std::string& sql)
{
    const auto store = app::open_data(world.house.paths, world.house.config);
    store->write({[&](Session& db) {
                      db.script(sql.c_str());
                      return storage::Outcome::keep;
                  },
                  {}});
}

void tamper(World& world, const std::string& table, const std::string& sql)
{
    const auto unguarded = world.house.data->engine() == storage::Engine::postgresql
                               ? "ALTER TABLE " + table + " DISABLE TRIGGER USER; "
                               : "DROP TRIGGER IF EXISTS " + table + "_no_update; DROP TRIGGER IF EXISTS " + table + "_no_delete; ";
    meddle(world, unguarded + sql);
}

std::string problems_of(World& world)
{
    world.house.log->settle();
    std::string all;
    for (const auto& finding : app::examine(world.house.paths, world.clock.now()))
        if (finding.level == app::Finding::Level::problem) all += finding.text + "\n";
    return all;
}

std::string address_of(const std::string& pattern, const std::string& case_number)
{
    auto address = pattern;
    for (auto from = address.find('{'); from != std::string::npos; from = address.find('{')) {
        const auto to = address.find('}', from);
        const bool is_case = address.substr(from, to - from) == "{case";
        address.replace(from, to - from + 1, is_case ? case_number : "1");
    }
    return address;
}

std::string without_tokens(const HttpAnswer& answer)
{
    std::string all = std::to_string(answer.status) + "\n";
    for (const auto& [name, value] : answer.headers)
        if (name != "date") all += name + ": " + value + "\n";
    all += "\n" + answer.body;
    // Request ids have 16 hexadecimal digits, keys of forms 32, form tokens 43 characters of base64url in a field of their own.
    const auto is_hex = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); };
    const auto is_word = [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; };
    constexpr std::string_view token = "name=\"csrf\" value=\"";
    std::string out;
    for (std::size_t at = 0; at < all.size();) {
        auto end = at;
        while (end < all.size() && is_word(all[end])) ++end;
        const std::string_view word(all.data() + at, end - at);
        const bool varies = (word.size() == 16 || word.size() == 32) && std::ranges::all_of(word, is_hex);
        if (std::string_view(all).substr(at).starts_with(token)) {
            at = all.find('"', at + token.size());
            out += "csrf";
        }
        else if (end > at) {
            out += varies ? "…" : std::string(word);
            at = end;
        }
        else out += all[at++];
    }
    return out;
}

}  // namespace lots::test
