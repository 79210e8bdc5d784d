#include "storage/postgresql_connection.h"

#include <poll.h>

#include <array>

#include "storage/wording.h"

namespace lots::storage::postgresql {

namespace {

constexpr int version_min = 150000;
constexpr Oid type_bytea = 17;
constexpr Oid type_int8 = 20;
constexpr Oid type_text = 25;
constexpr Oid type_left_open = 0;

/// Runs once for each connection. on or stronger: with `off` or `local` an acknowledged write could be lost.
// Without sequential scans as long as an index will do: under SERIALIZABLE a scan of a small table locks all of it against every writer, and
// commands that have nothing to do with each other would be run again.
constexpr const char* session_settings = R"(
    SET TIME ZONE 'UTC'; SET jit = off; SET enable_seqscan = off; SET statement_timeout = '30s'; SET lock_timeout = '10s';
    SET idle_in_transaction_session_timeout = '60s';
    SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') <> 'remote_apply')";

constexpr const char* who_are_you = R"(
    SELECT current_setting('server_version_num'), current_setting('server_encoding'), current_setting('fsync'),
           pg_is_in_recovery()::text, (SELECT system_identifier::text FROM pg_control_system()),
           CASE WHEN pg_is_in_recovery() THEN '00000000' ELSE left(pg_walfile_name(pg_current_wal_flush_lsn()), 8) END,
           CASE WHEN pg_is_in_recovery() THEN '0' ELSE (pg_current_wal_flush_lsn() - '0/0'::pg_lsn)::text END)";

Oid type_of(const Value& value)
{
    if (std::holds_alternative<std::int64_t>(value)) return type_int8;
    if (std::holds_alternative<std::string>(value)) return type_text;
    if (std::holds_alternative<Bytes>(value)) return type_bytea;
    return type_left_open;
}

/// The values as libpq takes them, all binary. Borrows texts and bytes, holds the numbers.
class Parameters {
    std::vector<std::array<char, 8>> numbers_;

public:
    std::vector<const char*> values;
    std::vector<int> lengths;
    std::vector<int> formats;

    explicit Parameters(std::span<const Value> given) : numbers_(given.size()), formats(given.size(), 1)
    {
        values.reserve(given.size());
        lengths.reserve(given.size());
        for (std::size_t at = 0; at < given.size(); ++at) add(given[at], numbers_[at]);
    }

private:
    void add(const Value& value, std::array<char, 8>& room)
    {
        if (const auto* number = std::get_if<std::int64_t>(&value)) {
            auto rest = static_cast<std::uint64_t>(*number);
            for (std::size_t at = 8; at-- > 0; rest >>= 8U) room[at] = static_cast<char>(rest & 0xffU);
            push(room.data(), room.size());
        } else if (const auto* text = std::get_if<std::string>(&value)) {
            check(storable_text(*text), "a text for the database is not UTF-8, or has U+0000 in it");
            push(text->data(), text->size());
        } else if (const auto* bytes = std::get_if<Bytes>(&value)) {
            push(bytes->empty() ? "" : reinterpret_cast<const char*>(bytes->data()), bytes->size());
        } else {
            push(nullptr, 0);
        }
    }
    void push(const char* value, std::size_t length)
    {
        values.push_back(value);
        lengths.push_back(static_cast<int>(length));
    }
};

}  // namespace

Connection::Connection(const std::string& connection)
{
    // What the operator writes in the connection string comes after our defaults, and wins.
    const std::array keywords{"connect_timeout",
                              "keepalives_idle",
                              "tcp_user_timeout",
                              "fallback_application_name",
                              "dbname",
                              "client_encoding",
                              static_cast<const char*>(nullptr)};
    const std::array values{"5", "10", "20000", "lots", connection.c_str(), "UTF8", static_cast<const char*>(nullptr)};
    link_.reset(PQconnectdbParams(keywords.data(), values.data(), 1));
    if (!link_ || PQstatus(link_.get()) != CONNECTION_OK)
        throw Lost(Failure::Kind::unavailable,
                   std::string("PostgreSQL: ") + (link_ ? PQerrorMessage(link_.get()) : "no memory"));
    PQsetNoticeReceiver(link_.get(), &Connection::notice, this);
    require_server();
    require(PQenterPipelineMode(link_.get()), "pipeline");
}

void Connection::require_server()
{
    const Answer set(PQexec(link_.get(), session_settings));
    if (PQresultStatus(set.get()) != PGRES_TUPLES_OK) fail_with(set.get(), "SET");
    const Answer server(PQexec(link_.get(), who_are_you));
    if (PQresultStatus(server.get()) != PGRES_TUPLES_OK) fail_with(server.get(), "the server's settings");
    const auto said = [&](int column) { return std::string(PQgetvalue(server.get(), 0, column)); };
    const auto refuse = [](const std::string& why) { throw Failure(Failure::Kind::unavailable, "PostgreSQL " + why); };

    if (std::stoi(said(0)) < version_min) throw Failure(Failure::Kind::too_old, "PostgreSQL is older than version 15");
    if (said(1) != "UTF8")
        throw Failure(Failure::Kind::other, "the PostgreSQL database has encoding " + said(1) + ", not UTF8");
    if (said(2) != "on") refuse("runs with fsync off: an acknowledged write could be lost");
    if (said(3) != "false") refuse("answered from a standby, not from the primary");
    position_ = {said(4), static_cast<std::uint32_t>(std::stoul(said(5), nullptr, 16)), std::stoull(said(6))};
}

void Connection::notice(void* self, const PGresult* result)
{
    const char* severity = PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    if (severity != nullptr && std::string_view(severity) == "WARNING") static_cast<Connection*>(self)->warned_ = true;
}

void Connection::lost(const char* sql) const
{
    throw Lost(Failure::Kind::unavailable, "the connection to PostgreSQL was lost (in: " + place_of(sql) + ")");
}

void Connection::require(int accepted, const char* sql)
{
    if (accepted == 1) return;
    link_.reset();  // what it has queued but not sent can no longer be told apart from the next flight
    lost(sql);
}

bool Connection::usable()
{
    try {
        take_in_owed();
    } catch (const Failure&) {
        return false;
    }
    if (PQtransactionStatus(link_.get()) != PQTRANS_IDLE) return false;
    // A link at rest has nothing to say: readable means that the server closed it, or is telling us why it will.
    pollfd readable{.fd = PQsocket(link_.get()), .events = POLLIN, .revents = 0};
    return ::poll(&readable, 1, 0) == 0;
}

Answer Connection::receive(int expected, const char* sql)
{
    Answer last;
    Answer error;
    int ends = 0;
    while (true) {
        Answer result(PQgetResult(link_.get()));
        if (!result) {  // after each command's result; more of them than commands only come from a broken link
            if (PQstatus(link_.get()) != CONNECTION_OK || ++ends > expected) break;
            continue;
        }
        const auto status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC) break;
        if (status == PGRES_PIPELINE_ABORTED) continue;
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE) {
            if (!error) error = std::move(result);
        } else {
            last = std::move(result);
        }
    }
    if (error) fail_with(error.get(), sql);
    if (PQstatus(link_.get()) != CONNECTION_OK || !last) lost(sql);
    return last;
}

void Connection::take_in_owed()
{
    if (owed_ == 0) return;
    const int owed = owed_;
    owed_ = 0;
    receive(owed, "the end of the transaction before");
}

const Connection::Prepared* Connection::known(const char* sql, std::span<const Value> values) const
{
    const auto found = statements_.find(sql);
    if (found == statements_.end()) return nullptr;
    for (const auto& prepared : found->second) {
        bool fits = prepared.types.size() == values.size();
        for (std::size_t at = 0; fits && at < values.size(); ++at) {
            const auto type = type_of(values[at]);
            fits = type == type_left_open || type == prepared.types[at];
        }
        if (fits) return &prepared;
    }
    return nullptr;
}

Answer Connection::run(std::span<const char* const> controls, const char* sql, std::span<const Value> values)
{
    take_in_owed();
    const Parameters parameters(values);
    const int count = static_cast<int>(values.size());
    for (const auto* control : controls)
        require(PQsendQueryParams(link_.get(), control, 0, nullptr, nullptr, nullptr, nullptr, 1), control);

    const auto* prepared = known(sql, values);
    Prepared fresh;
    if (prepared == nullptr) {
        for (const auto& value : values) fresh.types.push_back(type_of(value));
        // Every try gets a name of its own: whether a failed flight left it prepared need not be known.
        fresh.name = "s" + std::to_string(++prepared_);
        require(PQsendPrepare(link_.get(), fresh.name.c_str(), sql, count, fresh.types.data()), sql);
    }
    const auto& name = prepared == nullptr ? fresh.name : prepared->name;
    require(PQsendQueryPrepared(link_.get(), name.c_str(), count, parameters.values.data(), parameters.lengths.data(),
                                parameters.formats.data(), 1),
            sql);
    require(PQpipelineSync(link_.get()), sql);
    auto answer = receive(static_cast<int>(controls.size()) + (prepared == nullptr ? 2 : 1), sql);
    if (prepared == nullptr) statements_[sql].push_back(std::move(fresh));
    return answer;
}

Connection::Ended Connection::control(std::span<const char* const> controls)
{
    take_in_owed();
    warned_ = false;
    for (const auto* control : controls)
        require(PQsendQueryParams(link_.get(), control, 0, nullptr, nullptr, nullptr, nullptr, 1), control);
    require(PQpipelineSync(link_.get()), controls.back());
    const auto answer = receive(static_cast<int>(controls.size()), controls.back());
    return {PQcmdStatus(answer.get()), warned_};
}

void Connection::leave(const char* control)
{
    take_in_owed();
    require(PQsendQueryParams(link_.get(), control, 0, nullptr, nullptr, nullptr, nullptr, 1), control);
    require(PQpipelineSync(link_.get()), control);
    owed_ = 1;
}

void Connection::script(std::span<const char* const> controls, const char* sql)
{
    take_in_owed();
    std::string text;
    for (const auto* control : controls) text += std::string(control) + ";\n";
    text += sql;
    require(PQexitPipelineMode(link_.get()), sql);
    const Answer answer(PQexec(link_.get(), text.c_str()));
    if (PQstatus(link_.get()) == CONNECTION_OK) require(PQenterPipelineMode(link_.get()), sql);
    const auto status = PQresultStatus(answer.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK && status != PGRES_EMPTY_QUERY) fail_with(answer.get(), sql);
}

}  // namespace lots::storage::postgresql
