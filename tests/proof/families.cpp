#include "proof/families.h"

#include <algorithm>
#include <stdexcept>

#include "organisation/commands.h"

namespace lots::test {

Family new_family(World& world, const std::string& given_name)
{
    auto handle = given_name;
    std::ranges::transform(handle, handle.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    Family family{{"ung." + handle, given_name + " Provfall", access::Role::youth, "privat", "privat"},
                  {"maj." + handle, "Maj " + given_name, access::Role::guardian, "privat", "privat"}};
    const auto now = world.clock.now();
    const auto made = world.house.change(now, world.here.id, [&](const organisation::Change& change) -> Result<PersonId> {
        const auto unit = change.db.one(
            "SELECT id FROM unit WHERE municipality = $1 AND code = 'privat'",
            [](const storage::Row& row) { return row.get<UnitId>(0); }, change.municipality);
        Result<PersonId> person = not_found();
        for (const auto& one : family) {
            person = organisation::add_person(change, {one.handle, one.name});
            if (!person) return person;
            if (auto role = organisation::assign(change, *person, unit.value(), one.role, local_day(now)); !role)
                return role.error();
        }
        return person;
    });
    if (!made) throw std::runtime_error("no new family");
    return family;
}

app::TaleYouth youth_of(const Family& family)
{
    const auto& name = family[0].name;
    const auto space = name.find(' ');
    return {name.substr(0, space),
            name.substr(space + 1),
            "",
            2010y / 3 / 4,
            {{"youth", name, family[0].handle},
             {"guardian", family[1].name, family[1].handle},
             {"guardian", "Nils Provfall", ""}}};
}

const app::DemoPerson& person_of(std::string_view handle)
{
    for (const auto& person : app::demo().people)
        if (person.handle == handle) return person;
    throw std::runtime_error("nobody of that name is in the demo");
}

}  // namespace lots::test
