#include "vault/key_store.h"

#include <algorithm>

#include "base/check.h"

namespace lots::vault {

using storage::Outcome;
using storage::Row;
using storage::Session;

namespace {

constexpr auto wrong_root = "the root key is not the one that this key database was made with";

WrappedKey read_wrapped(const Row& row)
{
    return {row.get<RetentionUnitId>(0), row.get<MunicipalityId>(1), row.get<Bytes>(2), row.get<Bytes>(3)};
}

std::optional<Bytes> root_id_of(Session& session)
{
    return session.one("SELECT root_id FROM root_key WHERE one = 1", [](const Row& row) { return row.get<Bytes>(0); });
}

}  // namespace

KeyStore::KeyStore(storage::Store& store, const SecretKey& root, Random& random)
    : store_(store), random_(random), root_(std::make_shared<const Root>(root))
{
    const auto value_of = [](Session& session) {
        return session.one("SELECT check_value FROM root_key WHERE one = 1", [](const Row& row) { return row.get<Bytes>(0); });
    };
    std::optional<Bytes> value;
    store_.read([&](Session& session) { value = value_of(session); });
    if (!value) {
        store_.write({[&](Session& session) {
                          session.run("INSERT INTO root_key (one, root_id, check_value) VALUES (1, $1, $2) ON CONFLICT DO NOTHING",
                                      root_->id, seal_under(root_->wrap.bytes().data(), bound_to_root(root_->id), {}, random_));
                          value = value_of(session);
                          return Outcome::keep;
                      },
                      {}});
    }
    const bool right = value && value->size() == sealed_overhead &&
                       open_under(root_->wrap.bytes().data(), bound_to_root(root_->id), *value, {});
    if (!right) throw WrongRoot(wrong_root);
}

std::shared_ptr<const Root> KeyStore::root_of(ByteSpan root_id) const
{
    const std::scoped_lock lock(roots_mutex_);
    for (const auto& root : {root_, next_root_})
        if (root && std::equal(root->id.begin(), root->id.end(), root_id.begin(), root_id.end())) return root;
    throw WrongRoot(wrong_root);
}

/// The root that this transaction sees. Reading it here makes adding a key and renewing the root exclude each other.
std::shared_ptr<const Root> KeyStore::root_in_force(Session& session) const
{
    const auto id = root_id_of(session);
    if (!id) throw WrongRoot("the key database has lost its root row");
    return root_of(*id);
}

std::optional<MunicipalityId> KeyStore::unwrap(const WrappedKey& wrapped, KeyRoom into)
{
    const auto root = root_of(wrapped.root_id);
    if (wrapped.wrapped.size() != key_bytes + sealed_overhead ||
        !open_under(root->wrap.bytes().data(), bound_to_unit(wrapped.unit, wrapped.municipality), wrapped.wrapped, into))
        throw Unreadable(Unreadable::Why::changed, "the key of retention unit " + wrapped.unit.hex() + " was changed");
    return wrapped.municipality;
}

std::optional<MunicipalityId> KeyStore::fetch(RetentionUnitId unit, KeyRoom into)
{
    std::optional<WrappedKey> found;
    store_.read([&](Session& session) {
        found = session.one("SELECT unit, municipality, wrapped, root_id FROM retention_key WHERE unit = $1", read_wrapped, unit);
    });
    if (!found) return std::nullopt;
    return unwrap(*found, into);
}

void KeyStore::fetch_many(std::span<const RetentionUnitId> units, const std::function<void(const WrappedKey&)>& each)
{
    constexpr std::size_t together = 16;
    while (!units.empty()) {
        std::array<storage::Value, together> values;
        const auto count = std::min(units.size(), together);
        for (std::size_t i = 0; i < count; ++i) values[i] = storage::to_value(units[i]);
        units = units.subspan(count);
        std::vector<WrappedKey> found;
        store_.read([&](Session& session) {
            session.query("SELECT unit, municipality, wrapped, root_id FROM retention_key WHERE unit IN "
                          "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)",
                          values, [&](const Row& row) { found.push_back(read_wrapped(row)); });
        });
        for (const auto& key : found) each(key);
    }
}

void KeyStore::fetch_index(MunicipalityId municipality, KeyRoom into)
{
    const auto read = [&](Session& session) {
        return session.one(
            "SELECT wrapped, root_id FROM index_key WHERE municipality = $1",
            [](const Row& row) { return std::pair(row.get<Bytes>(0), row.get<Bytes>(1)); }, municipality);
    };
    std::optional<std::pair<Bytes, Bytes>> found;
    store_.read([&](Session& session) { found = read(session); });
    if (!found) {
        store_.write({[&](Session& session) {
                          const auto root = root_in_force(session);
                          random_.fill(into);
                          const auto wrapped = seal_under(root->wrap.bytes().data(), bound_to_index(municipality), into, random_);
                          session.run("INSERT INTO index_key (municipality, wrapped, root_id) VALUES ($1, $2, $3) "
                                      "ON CONFLICT DO NOTHING",
                                      municipality, wrapped, root->id);
                          found = read(session);  // another node's, when it was faster
                          return Outcome::keep;
                      },
                      {}});
    }
    const auto root = root_of(found->second);
    if (found->first.size() != key_bytes + sealed_overhead ||
        !open_under(root->wrap.bytes().data(), bound_to_index(municipality), found->first, into))
        throw Unreadable(Unreadable::Why::changed, "the index key of municipality " + municipality.hex() + " was changed");
}

void KeyStore::add(std::span<const RetentionUnitId> units, MunicipalityId municipality, Instant at,
                   const std::vector<std::unique_ptr<SecretKey>>& keys)
{
    check(units.size() == keys.size(), "each unit has a key");
    store_.write({[&](Session& session) {
                      const auto root = root_in_force(session);
                      for (std::size_t i = 0; i < units.size(); ++i)
                          session.run("INSERT INTO retention_key (unit, municipality, wrapped, root_id, made_at) "
                                      "VALUES ($1, $2, $3, $4, $5)",
                                      units[i], municipality,
                                      seal_under(root->wrap.bytes().data(), bound_to_unit(units[i], municipality), keys[i]->bytes(), random_),
                                      root->id, at);
                      return Outcome::keep;
                  },
                  {}});
}

void KeyStore::remove(std::span<const RetentionUnitId> units)
{
    if (units.empty()) return;
    store_.write({[&](Session& session) {
                      for (const auto& unit : units) session.run("DELETE FROM retention_key WHERE unit = $1", unit);
                      session.run("UPDATE root_key SET changes = changes + 1 WHERE one = 1");
                      return Outcome::keep;
                  },
                  {}});
}

bool KeyStore::has(RetentionUnitId unit)
{
    bool found = false;
    store_.read([&](Session& session) {
        found = session.one("SELECT 1 FROM retention_key WHERE unit = $1", [](const Row&) { return true; }, unit).has_value();
    });
    return found;
}

std::vector<RetentionUnitId> KeyStore::units(Instant made_before)
{
    std::vector<RetentionUnitId> units;
    store_.read([&](Session& session) {
        units = session.all("SELECT unit FROM retention_key WHERE made_at < $1 ORDER BY unit",
                            [](const Row& row) { return row.get<RetentionUnitId>(0); }, made_before);
    });
    return units;
}

std::int64_t KeyStore::changes()
{
    std::optional<std::int64_t> changes;
    store_.read([&](Session& session) {
        changes = session.one("SELECT changes FROM root_key WHERE one = 1", [](const Row& row) { return row.integer(0); });
    });
    return changes.value_or(0);
}

bool KeyStore::works_under(const SecretKey& root) const
{
    const std::scoped_lock lock(roots_mutex_);
    return root_->id == Root(root).id;
}

}  // namespace lots::vault
