#pragma once

#include <memory>
#include <string>
#include <vector>

#include "audit/log.h"
#include "storage/migrate.h"
#include "support/places.h"
#include "vault/vault.h"

namespace lots::test {

/// A data database with the log in it, a key database, a vault and a signing key: what a log needs to run.
struct LogHouse {
    Folder folder;
    SystemRandom random;
    audit::LogOptions options{"lots.example.se/log", folder.path() / "public", folder.path() / "signing.key"};
    std::unique_ptr<storage::Store> keys = storage::open_sqlite({.file = folder.path() / "keys.db"});
    std::unique_ptr<storage::Store> data;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<audit::Log> log;
    MunicipalityId here = MunicipalityId::make(random);
    PersonId person = PersonId::make(random);
    CaseId a_case = CaseId::make(random);
    Instant now{std::chrono::sys_days{2026y / 5 / 10} + 12h};

    Place place;

    explicit LogHouse(const Place& where) : data(where.open()), place(where)
    {
        storage::migrate(*keys, storage::migrations_of("keys"));
        storage::migrate(*data, storage::migrations_of("log"));
        vault = std::make_unique<vault::Vault>(*keys, std::make_unique<vault::SecretKey>(Bytes(32, 1)), random);
        audit::make_signing_key(options, random);
        open_log();
    }
    ~LogHouse() { log.reset(); }

    /// As a new process would: hooks are set once in a store's life. The lease of the former one is over.
    void reopen()
    {
        log.reset();
        data.reset();
        data = place.open();
        if (place.engine == storage::Engine::postgresql) tamper("UPDATE log_lease SET until = 0");
        open_log();
    }
    void open_log() { log = std::make_unique<audit::Log>(*data, *vault, random, options); }

    audit::Entry entry(const std::string& text = "") const
    {
        audit::Entry entry;
        entry.at = now;
        entry.municipality = here;
        entry.kind = audit::Kind::command;
        entry.operation = "call_meeting";
        entry.actor = person;
        entry.role = "coordinator";
        entry.subjects = {{a_case, {"register", "room"}}};
        entry.findings = {{"S0-22", true}};
        entry.request_id = "0123456789abcdef";
        entry.text = text;
        return entry;
    }

    /// Does something to the data database that nobody should: the triggers of append-only tables are taken away first.
    void tamper(const std::string& sql)
    {
        data->write({[&](storage::Session& session) {
                         for (const std::string table : {"log_entry", "log_node", "log_checkpoint"}) {
                             if (data->engine() == storage::Engine::postgresql) {
                                 session.script(("ALTER TABLE " + table + " DISABLE TRIGGER USER").c_str());
                             } else {
                                 session.script(("DROP TRIGGER IF EXISTS " + table + "_no_update").c_str());
                                 session.script(("DROP TRIGGER IF EXISTS " + table + "_no_delete").c_str());
                             }
                         }
                         session.script(sql.c_str());
                         return storage::Outcome::keep;
                     },
                     {}});
    }
    audit::Verification verify(std::optional<std::string> older = std::nullopt)
    {
        return audit::verify(*data, options.folder, std::move(older));
    }
};

}  // namespace lots::test
