#include "app/key_check.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "audit/log_store.h"

namespace lots::app {

using storage::Row;
using storage::Session;

namespace {

RetentionUnitId unit_in(const Row& row) { return row.get<RetentionUnitId>(0); }

/// What tells whose the data are and how new: each of these lists is refused when all of it is missing.
struct Signs {
    std::vector<RetentionUnitId> municipalities, month, newest_case;
};

Signs signs_of(storage::Store& data)
{
    Signs signs;
    data.read([&](Session& db) {
        signs.municipalities = db.all("SELECT staff_unit FROM municipality", unit_in);
        signs.month = db.all("SELECT unit FROM log_month_key WHERE month = (SELECT max(month) FROM log_month_key)", unit_in);
        db.each("SELECT c.social_unit, c.room_unit, y.unit FROM sig_case c JOIN youth y ON y.municipality = c.municipality "
                "AND y.id = c.youth "
                "ORDER BY c.made_at DESC, c.nomination_number DESC LIMIT 1",
                [&](const Row& row) {
                    for (int column = 0; column < 3; ++column) signs.newest_case.push_back(row.get<RetentionUnitId>(column));
                });
    });
    return signs;
}

[[noreturn]] void refuse(const std::string& why)
{
    throw std::runtime_error("the key database " + why +
                             ". Put back the one that belongs to these data: without it they cannot be read");
}

}  // namespace

std::set<RetentionUnitId> units_named(storage::Store& data)
{
    std::set<RetentionUnitId> named;
    data.read([&](Session& db) {
        const auto take = [&](const Row& row) { named.insert(unit_in(row)); };
        db.each("SELECT staff_unit FROM municipality", take);
        db.each("SELECT unit FROM youth", take);
        db.each("SELECT social_unit FROM sig_case", take);
        db.each("SELECT room_unit FROM sig_case", take);
        db.each("SELECT unit FROM attachment", take);
        for (const auto& unit : audit::month_units(db)) named.insert(unit);
    });
    return named;
}

std::int64_t missing_keys(storage::Store& data, vault::Vault& vault)
{
    const auto list = vault.units();
    const std::set<RetentionUnitId> kept(list.begin(), list.end());
    return std::ranges::count_if(units_named(data), [&](const auto& unit) { return !kept.contains(unit); });
}

void require_keys_of_data(storage::Store& data, storage::Store& keys)
{
    const auto signs = signs_of(data);
    if (signs.municipalities.empty()) return;  // nobody has entered anything yet
    keys.read([&](Session& db) {
        const auto there = [&](const RetentionUnitId& unit) {
            return db.one("SELECT unit FROM retention_key WHERE unit = $1", unit_in, unit).has_value();
        };
        if (!db.one("SELECT one FROM root_key", [](const Row& row) { return row.integer(0); })) refuse("is empty");
        if (!std::ranges::all_of(signs.municipalities, there)) refuse("belongs to other data, or is older than these");
        for (const auto* newest : {&signs.month, &signs.newest_case})
            if (!newest->empty() && std::ranges::none_of(*newest, there)) refuse("is older than the data");
    });
}

}  // namespace lots::app
