#include "app/house.h"

#include <stdexcept>
#include <system_error>

#include "access/words.h"
#include "app/key_check.h"
#include "app/new_folder.h"
#include "audit/file.h"
#include "storage/migrate.h"

namespace lots::app {

namespace fs = std::filesystem;
using storage::Row;

std::unique_ptr<storage::Store> open_data(const Paths& paths, const Config& config, storage::Opening opening)
{
    if (config.engine == storage::Engine::postgresql) return storage::open_postgresql({.connection = config.data_connection});
    return storage::open_sqlite({.file = paths.data(), .opening = opening});
}

std::unique_ptr<storage::Store> open_keys(const Paths& paths, const Config& config, storage::Opening opening)
{
    if (config.engine == storage::Engine::postgresql) return storage::open_postgresql({.connection = config.keys_connection, .connections = 4});
    if (opening != storage::Opening::create && !fs::exists(paths.keys()))
        throw std::runtime_error(paths.keys().string() +
                                 ": the key database is missing. Put back the one that belongs to these data: without it "
                                 "they cannot be read");
    return storage::open_sqlite({.file = paths.keys(), .readers = 2, .cache_kib = 8192, .opening = opening});
}

audit::LogOptions House::log_options() const { return {config.log_origin, paths.log(), paths.signing_key()}; }

void House::open_vault_and_log(storage::Opening opening)
{
    keys = open_keys(paths, config, opening);
    data = open_data(paths, config, opening);
    if (opening != storage::Opening::create) {
        const auto holds = [&](storage::Store& store, const fs::path& file, const char* set) {
            if (storage::schema_version(store, set) > 0) return;
            const auto where = config.engine == storage::Engine::sqlite ? file.string() : std::string(set) + "_connection";
            throw std::runtime_error(where + ": is not a database of Lots, or an empty one; nothing was changed");
        };
        holds(*keys, paths.keys(), "keys");
        holds(*data, paths.data(), "data");
    }
    storage::migrate(*keys, storage::migrations_of("keys"));
    storage::migrate(*data, storage::migrations_of("log"));
    storage::migrate(*data, storage::migrations_of("data"));
    require_keys_of_data(*data, *keys);
    vault = std::make_unique<vault::Vault>(*keys, vault::load_root_key(paths.root_key(), *keys), *random);
    log = std::make_unique<audit::Log>(*data, *vault, *random, log_options());
}

House House::open(const Paths& paths, Sequencing sequencing)
{
    House house;
    house.paths = paths;
    house.config = read_config(paths.config());
    house.open_vault_and_log(storage::Opening::existing);
    // SQLite has one writer in each process, and the database itself lets one of them in at a time.
    if (sequencing == Sequencing::run || house.config.engine == storage::Engine::sqlite) house.log->run_sequencer();
    return house;
}

House House::make(const Paths& paths, const Config& config)
{
    NewFolder folder(paths.folder);
    House house;
    house.paths = paths;
    house.config = config;
    vault::make_root_key(paths.root_key(), *house.random);
    audit::make_signing_key(house.log_options(), *house.random);
    house.open_vault_and_log(storage::Opening::create);
    house.log->run_sequencer();
    audit::make_secret_file(paths.config(), config_text(config));  // last: a directory without it was not finished
    folder.keep();
    return house;
}

std::optional<Municipality> House::municipality() const
{
    std::vector<Municipality> all;
    data->read([&](storage::Session& db) {
        all = db.all("SELECT municipality, code, name, kind FROM municipality ORDER BY code", [](const Row& row) {
            const auto kind = row.text(3) == "demo" ? organisation::Kind::demo
                              : row.text(3) == "test" ? organisation::Kind::test
                                                      : organisation::Kind::real;
            return Municipality{row.get<MunicipalityId>(0), row.get<std::string>(1), row.get<std::string>(2), kind};
        });
    });
    if (!config.municipality.empty()) std::erase_if(all, [&](const Municipality& one) { return one.code != config.municipality; });
    if (all.size() > 1)
        throw std::runtime_error(paths.config().string() + ": several municipalities; name one with municipality = \"code\"");
    if (all.empty()) return std::nullopt;
    return all.front();
}

Municipality House::the_municipality() const
{
    auto here = municipality();
    if (!here) throw std::runtime_error(paths.folder.string() + ": there is no municipality yet; `lots init` makes one");
    return *here;
}

web::Services House::services(const Municipality& here, const Clock& clock) const
{
    const bool invented = here.kind != organisation::Kind::real;
    return {*data, *vault, *log, *random, clock, here.id, here.name, config.support, invented, config.origin};
}

void House::look_anew(storage::Session& db, Instant now, const MunicipalityId& here)
{
    // A day before any case: due at once (app/midnight.h), and app/projections.cpp knows that it waits.
    // The cases of those whose assignments were just written: of a member, of who has a function in it or stands in, and of its unit's managers.
    db.run("UPDATE case_head SET next_change_on = '1970-01-01' WHERE municipality = $1 AND state NOT IN ('retained', 'disposed') AND ("
           "case_id IN (SELECT m.case_id FROM membership m "
           "JOIN assignment a ON a.municipality = m.municipality AND a.person = m.person AND a.unit = m.unit "
           "LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id "
           "WHERE m.municipality = $1 AND (a.made_at = $2 OR x.made_at = $2)) "
           "OR case_id IN (SELECT f.case_id FROM case_assignment f "
           "JOIN assignment a ON a.municipality = f.municipality AND a.person = f.person AND a.unit = f.unit "
           "LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id "
           "WHERE f.municipality = $1 AND (a.made_at = $2 OR x.made_at = $2)) "
           "OR case_id IN (SELECT d.case_id FROM coordinator_deputy d "
           "JOIN assignment a ON a.municipality = d.municipality AND a.person = d.person AND a.unit = d.unit "
           "LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id "
           "WHERE d.municipality = $1 AND (a.made_at = $2 OR x.made_at = $2)) "
           "OR case_id IN (SELECT m.case_id FROM assignment a "
           "JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
           "JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency AND g.kind = 'police' "
           "JOIN membership m ON m.municipality = g.municipality AND m.agency = g.id "
           "LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id "
           "WHERE a.municipality = $1 AND a.role = 'agency_manager' AND (a.made_at = $2 OR x.made_at = $2)) "
           "OR owner_unit IN (SELECT a.unit FROM assignment a "
           "LEFT JOIN assignment_end x ON x.municipality = a.municipality AND x.assignment = a.id "
           "WHERE a.municipality = $1 AND a.role = 'unit_manager' AND (a.made_at = $2 OR x.made_at = $2)))",
           here, now);
}

void House::write_logged(Instant now, const MunicipalityId& here, const std::function<bool(storage::Session&)>& act) const
{
    audit::Entry entry;
    entry.at = now;
    entry.municipality = here;
    entry.kind = audit::Kind::system;
    entry.operation = access::name(access::Operation::manage_accounts);
    data->write({[&](storage::Session& db) {
                     const bool done = act(db);
                     if (done) look_anew(db, now, here);
                     entry.outcome = done ? audit::Outcome::allowed : audit::Outcome::invalid;
                     return done ? storage::Outcome::keep : storage::Outcome::drop;
                 },
                 [&](storage::Session& db, storage::Outcome) { log->append(db, entry); }});
}

void House::note_in_log(Instant now, const MunicipalityId& here, std::string_view operation, std::string text) const
{
    audit::Entry entry;
    entry.at = now;
    entry.municipality = here;
    entry.kind = audit::Kind::system;
    entry.operation = operation;
    entry.text = std::move(text);
    log->append_now(entry);
}

}  // namespace lots::app
