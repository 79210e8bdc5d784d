#include "web/idempotency.h"

#include "access/permit.h"
#include "form/json_reader.h"
#include "http/form_data.h"
#include "web/receipt.h"

namespace lots::web {

using storage::Row;

namespace {

/// From the header of a program or the hidden field of a form. Empty: the command runs each time it is sent.
std::string key_of(const http::Request& request)
{
    if (const auto* header = request.header("idempotency-key")) return *header;
    if (request.path.starts_with("/api/")) return {};
    const auto data = http::parse_form(request);
    const auto* field = data ? (*data).field("idempotency_key") : nullptr;
    return field != nullptr ? *field : std::string{};
}

/// A command that moved its case on cannot be reached any more, just because it was done. Whoever still reads the case is told so; a notice
/// that it rests is not enough, for where a command led may say more.
bool still_reads(access::Work& work, const Asked& asked)
{
    using access::Answer;
    using access::Compartment;
    const auto number = asked.path.find("case");
    if (number == asked.path.end()) return false;
    const auto permit = access::permit<access::Operation::see_case>(work, number->second);
    return permit && ((*permit).answer(Compartment::social_services) == Answer::yes || (*permit).answer(Compartment::room) == Answer::yes);
}

}  // namespace

Posted once(access::Work& work, const Asked& asked, const std::string& route, const Writing& handler)
{
    constexpr std::size_t longest_key = 200;
    const auto sent_key = key_of(asked.request);
    if (sent_key.empty()) return handler.run(work, asked);
    if (sent_key.size() > longest_key) return invalid("", "form.idempotency_key");

    // Keyed hashes of both, so that what is stored tells nothing about what was typed: a program may make its keys out of a name. The
    // address is part of the body's: one route, many cases.
    const auto key = to_hex(work.vault.index(work.municipality, "idempotency key", sent_key));
    const auto body_hash = work.vault.index(work.municipality, "idempotency", asked.request.path + "\n" + asked.request.body);
    struct Before {
        Bytes body_hash;
        std::string landing;
    };
    const auto before = work.db.one(
        "SELECT body_hash, landing FROM idempotency WHERE municipality = $1 AND person = $2 AND route = $3 AND idempotency_key = $4",
        [](const Row& row) { return Before{row.get<Bytes>(0), row.get<std::string>(1)}; }, work.municipality, work.reader.person, route,
        key);
    if (before && before->body_hash != body_hash) {
        // Access comes first here too. Somebody who went back in the browser and changed something gets the form, with what they typed.
        if (const auto still = handler.reach(work, asked); !still) return still.error();
        return handler.key_used(work, asked);
    }
    if (before) {
        auto landing = landing_of_kept(before->landing);
        check(landing.has_value(), "a stored landing is not one");
        // A replay decides access again: what the command opened may be closed by now.
        if (const auto still = handler.reach(work, asked); !still && !still_reads(work, asked)) return still.error();
        return std::move(*landing);
    }

    auto posted = handler.run(work, asked);
    if (const auto* landing = std::get_if<Landing>(&posted))
        work.db.run("INSERT INTO idempotency (municipality, person, route, idempotency_key, body_hash, landing, made_at) "
                    "VALUES ($1, $2, $3, $4, $5, $6, $7)",
                    work.municipality, work.reader.person, route, key, body_hash,
                    kept_landing(*landing), work.now);
    return posted;
}

}  // namespace lots::web
