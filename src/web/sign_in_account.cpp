#include "web/sign_in_account.h"

#include <algorithm>

#include "base/text.h"
#include "web/own_form.h"

namespace lots::web {

using storage::Outcome;
using storage::Row;

namespace {

constexpr std::size_t handle_longest = 100, password_longest = 1000;  // bytes; nobody has longer ones

std::string lower(std::string_view text)
{
    std::string out(trimmed(text));
    std::ranges::transform(out, out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return out;
}

struct Account {
    PersonId person;
    std::string hash;
};

std::optional<Account> find_account(const Services& services, const std::string& handle)
{
    std::optional<Account> account;
    services.data.read([&](storage::Session& db) {
        const auto all = db.all(
            "SELECT p.id, w.hash FROM person p JOIN password w ON w.municipality = p.municipality AND w.person = p.id "
            "WHERE p.municipality = $1 AND p.handle = $2 ORDER BY w.set_at DESC, w.id LIMIT 1",
            [](const Row& row) { return Account{row.get<PersonId>(0), row.get<std::string>(1)}; }, services.municipality, handle);
        if (!all.empty()) account = all.front();
    });
    return account;
}

void write(const Services& services, const std::function<void(storage::Session&)>& act)
{
    services.data.write({[&](storage::Session& db) {
                             act(db);
                             return Outcome::keep;
                         },
                         {}});
}

std::string csrf_of(storage::Session& db, const std::string& token)
{
    const auto csrf = db.one("SELECT csrf FROM sign_in_session WHERE token_hash = $1", [](const Row& row) { return row.get<Bytes>(0); },
                             hash_of_token(token));
    check(csrf.has_value(), "a session that has just begun is not there");
    return to_base64url(*csrf);
}

/// The password was right: the session.
SignInAnswer begin(const Services& services, const http::Request& request, const Credentials& typed, const PersonId& person,
                   const Counted& who, Instant now)
{
    const auto former = session_token(request);
    SignInAnswer answer = Wrong{};
    std::optional<audit::Entry> entry;
    const auto act = [&](storage::Session& db) {
        answer = Wrong{};
        entry.reset();
        tidy_sign_in(db, now);
        const auto readers = readers_of(db, services, person, local_day(now));
        if (readers.empty()) return Outcome::keep;  // counts as wrong: the try is not given back
        give_back(db, who);
        const auto chosen = std::ranges::find_if(readers, [&](const access::Reader& one) {
            return typed.role.empty() || access::name(one.role) == typed.role;
        });
        if (chosen == readers.end()) {
            answer = NoSuchRole{};
            return Outcome::keep;
        }
        if (former) end_session(db, hash_of_token(*former));
        const auto token = begin_session(db, services, person, chosen->assignment, now);
        answer = Begun{token, csrf_of(db, token), *chosen, readers.size()};
        entry = sign_in_entry(services, *chosen, audit::Kind::sign_in);
        return Outcome::keep;
    };
    services.data.write({act, [&](storage::Session& db, Outcome) {
                             if (entry) services.log.append(db, *entry);
                         }});
    return answer;
}

}  // namespace

audit::Entry sign_in_entry(const Services& services, const access::Reader& reader, audit::Kind kind)
{
    std::array<std::uint8_t, 8> id{};
    services.random.fill(id);
    audit::Entry entry;
    entry.at = services.clock.now();
    entry.municipality = services.municipality;
    entry.kind = kind;
    entry.operation = access::name(access::Operation::manage_own_session);
    entry.actor = reader.person;
    entry.role = access::name(reader.role);
    entry.unit = reader.unit;
    entry.request_id = to_hex(id);
    return entry;
}

SignInAnswer sign_in(const Services& services, PasswordHasher& hasher, const http::Request& request, const Credentials& typed)
{
    const auto now = services.clock.now();
    auto handle = lower(typed.handle);
    const auto password = clean_line(typed.password);
    // What cannot be a name or password still costs a try and a hash.
    const bool possible = handle.size() <= handle_longest && password && (*password).size() <= password_longest;
    if (handle.size() > handle_longest) handle.resize(handle_longest);

    const auto who = counted(services, handle, request.remote_address);
    std::chrono::seconds wait{0};
    write(services, [&](storage::Session& db) { wait = take_try(db, who, now); });
    if (wait.count() > 0) return TooMany{wait};

    const auto account = possible ? find_account(services, handle) : std::nullopt;
    const auto judged = hasher.verify(account ? std::optional(account->hash) : std::nullopt, possible ? trimmed(*password) : std::string_view("-"));
    if (judged == PasswordHasher::Answer::busy) {
        write(services, [&](storage::Session& db) { give_back(db, who); });
        return Busy{};
    }
    if (judged == PasswordHasher::Answer::wrong || !account) return Wrong{};
    return begin(services, request, typed, account->person, who, now);
}

std::string choice_of(const access::Reader& reader)
{
    return std::string(access::name(reader.role)) + "|" + reader.agency_code + "|" + reader.unit_name;
}

std::optional<std::string> change_role(const Services& services, const SignedIn& session, const std::string& choice)
{
    const auto now = services.clock.now();
    std::optional<std::string> token;
    std::optional<audit::Entry> entry;
    const auto act = [&](storage::Session& db) {
        token.reset();
        entry.reset();
        for (const auto& reader : readers_of(db, services, session.reader.person, local_day(now))) {
            if (choice_of(reader) != choice) continue;
            end_session(db, session.token_hash);
            token = begin_session(db, services, reader.person, reader.assignment, now);
            entry = sign_in_entry(services, reader, audit::Kind::sign_in);
            return Outcome::keep;
        }
        return Outcome::drop;
    };
    services.data.write({act, [&](storage::Session& db, Outcome) {
                             if (entry) services.log.append(db, *entry);
                         }});
    return token;
}

void sign_out(const Services& services, const SignedIn& session)
{
    const auto entry = sign_in_entry(services, session.reader, audit::Kind::sign_out);
    services.data.write({[&](storage::Session& db) {
                             end_session(db, session.token_hash);
                             return Outcome::keep;
                         },
                         [&](storage::Session& db, Outcome) { services.log.append(db, entry); }});
}

std::optional<SignedIn> own_session(const Services& services, const http::Request& request)
{
    const auto token = session_token(request);
    if (!token) return std::nullopt;
    std::optional<SignedIn> session;
    services.data.read([&](storage::Session& db) { session = find_session(db, services, *token, services.clock.now()); });
    if (!session || is_bearer(request)) return session;
    if (!is_own_origin(services, request) || !carries_token(request, session->csrf_token)) return std::nullopt;
    return session;
}

}  // namespace lots::web
