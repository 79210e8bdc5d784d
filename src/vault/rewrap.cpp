#include "base/check.h"
#include "vault/key_store.h"

namespace lots::vault {

using storage::Outcome;
using storage::Row;
using storage::Session;

namespace {

constexpr int page = 1000;  // rows held at a time, so that a million keys need no memory

}  // namespace

/// Why all keys and not one key between root and data keys: that one would stay the same, and an old backup of the key
/// database could be opened with it for as long as it lives (DESIGN D8: the attacker has every old backup and every present key).
void KeyStore::rewrap(const SecretKey& new_root)
{
    const auto to = std::make_shared<const Root>(new_root);
    {
        const std::scoped_lock lock(roots_mutex_);
        check(to->id != root_->id, "rewrapping needs another root key than the present one");
        next_root_ = to;
    }
    // When this throws, both roots stay known: after a lost connection only the database knows which one it has.
    store_.write({[&](Session& session) {
                      const auto from = root_in_force(session);
                      rewrap_units(session, *from, *to);
                      rewrap_indexes(session, *from, *to);
                      session.run("UPDATE root_key SET root_id = $1, check_value = $2 WHERE one = 1", to->id,
                                  seal_under(to->wrap.bytes().data(), bound_to_root(to->id), {}, random_));
                      return Outcome::keep;
                  },
                  {}});
    const std::scoped_lock lock(roots_mutex_);
    root_ = to;
    next_root_.reset();
}

void KeyStore::rewrap_units(Session& session, const Root& from, const Root& to)
{
    RetentionUnitId last{};
    bool first = true;
    for (;;) {
        const auto keys = session.all(
            "SELECT unit, municipality, wrapped, root_id FROM retention_key WHERE unit > $1 OR ($2 = 1 AND unit = $1) "
            "ORDER BY unit LIMIT $3",
            [](const Row& row) {
                return WrappedKey{row.get<RetentionUnitId>(0), row.get<MunicipalityId>(1), row.get<Bytes>(2), row.get<Bytes>(3)};
            },
            last, first, page);
        if (keys.empty()) return;
        for (const auto& key : keys) {
            const auto bound = bound_to_unit(key.unit, key.municipality);
            session.run("UPDATE retention_key SET wrapped = $2, root_id = $3 WHERE unit = $1", key.unit,
                        wrapped_anew(from, to, bound, key.wrapped), to.id);
        }
        last = keys.back().unit;
        first = false;
    }
}

void KeyStore::rewrap_indexes(Session& session, const Root& from, const Root& to)
{
    const auto keys = session.all("SELECT municipality, wrapped FROM index_key ORDER BY municipality", [](const Row& row) {
        return std::pair(row.get<MunicipalityId>(0), row.get<Bytes>(1));
    });
    for (const auto& [municipality, wrapped] : keys)
        session.run("UPDATE index_key SET wrapped = $2, root_id = $3 WHERE municipality = $1", municipality,
                    wrapped_anew(from, to, bound_to_index(municipality), wrapped), to.id);
}

Bytes KeyStore::wrapped_anew(const Root& from, const Root& to, ByteSpan bound_to, ByteSpan wrapped)
{
    SecretKey key;
    if (wrapped.size() != key_bytes + sealed_overhead || !open_under(from.wrap.bytes().data(), bound_to, wrapped, key.bytes()))
        throw Unreadable(Unreadable::Why::changed, "a wrapped key was changed; nothing was rewrapped");
    return seal_under(to.wrap.bytes().data(), bound_to, key.bytes(), random_);
}

}  // namespace lots::vault
