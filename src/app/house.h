#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/config.h"
#include "app/paths.h"
#include "audit/log.h"
#include "base/random.h"
#include "base/time.h"
#include "organisation/commands.h"
#include "storage/store.h"
#include "vault/vault.h"
#include "web/services.h"

namespace lots::app {

/// The municipality that a data directory serves.
struct Municipality {
    MunicipalityId id;
    std::string code, name;
    organisation::Kind kind = organisation::Kind::real;
};

/// A data directory, opened: databases at the newest schema, vault, log. Everything of the program hangs on it.
class House {
public:
    /// Throws std::runtime_error with what is wrong and what to do: no data directory, a database that is missing or empty,
    /// another root key, keys of other or newer data, a log that was cut short. Makes no database. `sequencing`: this
    /// process gives log entries their place. On PostgreSQL only the service does; what others write waits for it.
    enum class Sequencing { run, wait };
    static House open(const Paths& paths, Sequencing sequencing);
    /// A new one in a new or empty folder: root key, signing key, empty databases, config.toml. Throws when something lies
    /// there; what it made goes again when it cannot be finished.
    static House make(const Paths& paths, const Config& config);

    Paths paths;
    Config config;
    std::unique_ptr<SystemRandom> random = std::make_unique<SystemRandom>();  // one place in memory, however the house is moved
    std::unique_ptr<storage::Store> keys, data;
    std::unique_ptr<vault::Vault> vault;
    std::unique_ptr<audit::Log> log;

    audit::LogOptions log_options() const;
    /// The municipality of config.toml, or the only one; none when there is none. Throws when there are several to choose from.
    std::optional<Municipality> municipality() const;
    /// Throws when there is none.
    Municipality the_municipality() const;
    /// What the pages get. `clock` must outlive it.
    web::Services services(const Municipality& here, const Clock& clock) const;

    /// A change of the organisation from the command line, with a log entry of the system about it.
    template <class Act>
    auto change(Instant now, const MunicipalityId& here, Act act) const
    {
        using Value = std::invoke_result_t<Act, const organisation::Change&>;
        std::optional<Value> value;
        write_logged(now, here, [&](storage::Session& db) {
            value.reset();
            value.emplace(act(organisation::Change{db, *vault, *random, now, here, std::nullopt}));
            return static_cast<bool>(*value);
        });
        return *std::move(value);
    }
    /// An entry of the system, alone: a restore, a backup.
    void note_in_log(Instant now, const MunicipalityId& here, std::string_view operation, std::string text) const;

    /// Cases with a member, somebody who has a function in them or a manager of their unit whose assignment was given or ended at that
    /// moment are to be followed at once (app/midnight.h).
    static void look_anew(storage::Session& db, Instant now, const MunicipalityId& here);

private:
    House() = default;
    void open_vault_and_log(storage::Opening opening);
    void write_logged(Instant now, const MunicipalityId& here, const std::function<bool(storage::Session&)>& act) const;

};

/// Only House::make asks for what is not there to be made. What only looks asks for Opening::only_read.
std::unique_ptr<storage::Store> open_data(const Paths& paths, const Config& config,
                                          storage::Opening opening = storage::Opening::existing);
std::unique_ptr<storage::Store> open_keys(const Paths& paths, const Config& config,
                                          storage::Opening opening = storage::Opening::existing);

}  // namespace lots::app
