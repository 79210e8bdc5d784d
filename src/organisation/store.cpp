#include "organisation/store.h"

#include <algorithm>
#include <memory>

#include <unicode/coll.h>

#include "base/check.h"
#include "organisation/assignments.h"

namespace lots::organisation {

using access::Role;
using access::Work;
using storage::Row;
using vault::Field;

namespace {

constexpr std::size_t people_max = 2000;

/// By Swedish collation: å ä ö last. Falls back to the order of bytes only if ICU has no Swedish, which it always has.
template <class Line, class Name>
void in_swedish_order(std::vector<Line>& lines, Name name)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Collator> collator(icu::Collator::createInstance(icu::Locale("sv", "SE"), status));
    check(U_SUCCESS(status) != 0 && collator, "ICU has no Swedish order of letters");
    std::vector<std::pair<icu::UnicodeString, Line>> keyed;
    keyed.reserve(lines.size());
    for (auto& line : lines) {
        auto key = icu::UnicodeString::fromUTF8(name(line));
        keyed.emplace_back(std::move(key), std::move(line));
    }
    std::ranges::stable_sort(keyed, [&](const auto& a, const auto& b) {
        UErrorCode ignored = U_ZERO_ERROR;
        return collator->compare(a.first, b.first, ignored) == UCOL_LESS;
    });
    lines.clear();
    for (auto& pair : keyed) lines.push_back(std::move(pair.second));
}

Agency read_agency(const Row& row)
{
    return {row.get<AgencyId>(0), row.get<std::string>(1), row.get<std::string>(2), row.get<std::string>(3)};
}

constexpr storage::Sql all_units =
    "SELECT u.id, u.agency, u.code, u.name, g.code, g.kind, g.name FROM unit u "
    "JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency WHERE u.municipality = $1 ORDER BY u.code";

Unit read_unit(const Row& row, int first)
{
    return {row.get<UnitId>(first),          row.get<AgencyId>(first + 1),    row.get<std::string>(first + 2),
            row.get<std::string>(first + 3), row.get<std::string>(first + 4), row.get<std::string>(first + 5),
            row.get<std::string>(first + 6)};
}

RetentionUnitId staff_unit(Work& work)
{
    const auto unit = work.db.one("SELECT staff_unit FROM municipality WHERE municipality = $1",
                                  [](const Row& row) { return row.get<RetentionUnitId>(0); }, work.municipality);
    check(unit.has_value(), "the reader's municipality is not there");
    return *unit;
}

std::string opened(Work& work, RetentionUnitId unit, Field field, const PersonId& person, ByteSpan sealed)
{
    return work.vault.open(unit, {field, work.municipality, person.bytes(), person.bytes()}, sealed);
}

bool is_private(Role role) { return role == Role::youth || role == Role::guardian || role == Role::helper; }

bool is_wanted(const Acting& line, const Wanted& wanted)
{
    if (wanted.roles.empty() ? is_private(line.role) : std::ranges::find(wanted.roles, line.role) == wanted.roles.end()) return false;
    if (wanted.agency && line.unit.agency != *wanted.agency) return false;
    if (wanted.unit && line.unit.id != *wanted.unit) return false;
    return wanted.handle.empty() || line.handle == wanted.handle;
}

/// The assignments of a day, names still sealed.
struct Sealed {
    Acting line;
    Bytes name;
};
Sealed read_acting(const Row& row)
{
    const auto role = access::word_in<Role>(access::role_names, row.text(2));
    check(role.has_value(), "a stored assignment has an unknown role");
    return {{row.get<PersonId>(0), row.get<AssignmentId>(1), row.get<std::string>(3), {}, *role, read_unit(row, 5)}, row.get<Bytes>(4)};
}

}  // namespace

std::vector<Agency> agencies(Work& work)
{
    auto all = work.db.all("SELECT id, code, kind, name FROM agency WHERE municipality = $1 ORDER BY code", read_agency, work.municipality);
    in_swedish_order(all, [](const Agency& line) -> const std::string& { return line.name; });
    return all;
}

std::optional<Agency> agency_of_code(Work& work, std::string_view code)
{
    return work.db.one("SELECT id, code, kind, name FROM agency WHERE municipality = $1 AND code = $2", read_agency, work.municipality, code);
}

std::string agency_name(Work& work, const AgencyId& agency)
{
    auto name = work.db.one("SELECT name FROM agency WHERE municipality = $1 AND id = $2",
                            [](const Row& row) { return row.get<std::string>(0); }, work.municipality, agency);
    check(name.has_value(), "there is no such agency");
    return *std::move(name);
}

std::vector<Unit> units(Work& work)
{
    auto all = work.db.all(all_units, [](const Row& row) { return read_unit(row, 0); }, work.municipality);
    in_swedish_order(all, [](const Unit& line) { return line.agency_name + " " + line.name; });
    return all;
}

std::optional<Unit> unit_of_code(Work& work, std::string_view code)
{
    for (auto& unit : work.db.all(all_units, [](const Row& row) { return read_unit(row, 0); }, work.municipality))
        if (unit.code == code) return std::move(unit);
    return std::nullopt;
}

std::string unit_name(Work& work, const UnitId& unit)
{
    auto name = work.db.one("SELECT name FROM unit WHERE municipality = $1 AND id = $2",
                            [](const Row& row) { return row.get<std::string>(0); }, work.municipality, unit);
    check(name.has_value(), "there is no such unit");
    return *std::move(name);
}

std::vector<Acting> people_who_act(Work& work, const Wanted& wanted)
{
    const auto sealed = work.db.all(
        "SELECT p.id, a.id, a.role, p.handle, p.name_sealed, u.id, u.agency, u.code, u.name, g.code, g.kind, g.name FROM assignment a "
        "JOIN person p ON p.municipality = a.municipality AND p.id = a.person "
        "JOIN unit u ON u.municipality = a.municipality AND u.id = a.unit "
        "JOIN agency g ON g.municipality = u.municipality AND g.id = u.agency "
        "LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = a.id "
        "WHERE a.municipality = $1 AND a.from_day <= $2 AND (e.last_day IS NULL OR e.last_day >= $2) ORDER BY p.handle, a.role, a.id",
        read_acting, work.municipality, work.today);
    const auto unit = staff_unit(work);
    std::vector<Acting> people;
    for (const auto& one : sealed) {
        if (!is_wanted(one.line, wanted)) continue;
        if (people.size() == people_max) break;
        people.push_back(one.line);
        people.back().name = opened(work, unit, Field::person_name, one.line.person, one.name);
    }
    in_swedish_order(people, [](const Acting& line) -> const std::string& { return line.name; });
    return people;
}

std::optional<Acting> acting_of_handle(Work& work, std::string_view handle, const std::vector<Role>& roles,
                                       const std::optional<AgencyId>& agency)
{
    Wanted wanted{.roles = roles, .agency = agency, .handle = std::string(handle)};
    if (handle.empty()) return std::nullopt;
    auto found = people_who_act(work, wanted);
    if (found.empty()) return std::nullopt;
    return std::move(found.front());
}

std::string person_name(Work& work, const PersonId& person)
{
    const auto sealed = work.db.one("SELECT name_sealed FROM person WHERE municipality = $1 AND id = $2",
                                    [](const Row& row) { return row.get<Bytes>(0); }, work.municipality, person);
    check(sealed.has_value(), "there is no such person");
    return opened(work, staff_unit(work), Field::person_name, person, *sealed);
}

std::map<PersonId, std::string> person_names(Work& work, std::span<const PersonId> people)
{
    const auto unit = staff_unit(work);
    std::map<PersonId, std::string> names;
    for (const auto& person : people) {
        if (names.contains(person)) continue;
        const auto sealed = work.db.one("SELECT name_sealed FROM person WHERE municipality = $1 AND id = $2",
                                        [](const Row& row) { return row.get<Bytes>(0); }, work.municipality, person);
        if (sealed) names.emplace(person, opened(work, unit, Field::person_name, person, *sealed));
    }
    return names;
}

std::optional<std::string> person_phone(Work& work, const PersonId& person)
{
    const auto sealed = work.db.one("SELECT phone_sealed FROM person WHERE municipality = $1 AND id = $2",
                                    [](const Row& row) { return row.get<std::optional<Bytes>>(0); }, work.municipality, person);
    if (!sealed || !*sealed) return std::nullopt;
    return opened(work, staff_unit(work), Field::person_phone, person, **sealed);
}

form::Options agency_options(Work& work)
{
    form::Options options;
    for (const auto& agency : agencies(work))
        if (!holds_private_accounts(work, agency)) options.push_back({agency.code, agency.name});
    return options;
}

form::Options unit_options(Work& work)
{
    form::Options options;
    for (const auto& unit : units(work)) options.push_back({unit.code, unit.agency_name + ", " + unit.name});
    return options;
}

form::Options people_options(const std::vector<Acting>& people)
{
    form::Options options;
    for (const auto& person : people) {
        const bool twice = std::ranges::any_of(options, [&](const form::Option& option) { return option.value == person.handle; });
        if (!twice) options.push_back({person.handle, person.name + ", " + person.unit.agency_name + ", " + person.unit.name});
    }
    return options;
}

}  // namespace lots::organisation
