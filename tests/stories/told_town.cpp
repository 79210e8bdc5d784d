#include <doctest/doctest.h>

#include "organisation/commands.h"
#include "organisation/profiles.h"
#include "stories/told.h"
#include "support/postgres.h"

// Where the stories are told, and about whom.
namespace lots::test {

using organisation::Change;

namespace {

template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error("a story: a change of the organisation was refused");
    return *std::move(result);
}

}  // namespace

void Told::add_to_organisation(const std::function<Result<Done>(const Change&)>& act)
{
    must(world.house.change(world.clock.now(), world.here.id, act));
}

void Told::newcomer(const std::string& handle, const std::string& name, access::Role role,
                    const organisation::AgencyInfo& agency)
{
    web::PasswordHasher hasher{{1, 1 << 20}};
    const auto password = must(organisation::make_password(hasher, "", app::demo().password));
    add_to_organisation([&](const Change& change) -> Result<Done> {
        const auto unit = must(organisation::add_unit(
            change, {must(organisation::add_agency(change, agency)), agency.code + "-enhet", agency.name}));
        const auto person = must(organisation::add_person(change, {handle, name}));
        organisation::set_password(change, person, password);
        must(organisation::assign(change, person, unit, role, today()));
        return Done{};
    });
}

void Told::leaves(const std::string& handle)
{
    add_to_organisation([&](const Change& change) -> Result<Done> {
        const auto person = organisation::person_of_handle(change.db, change.municipality, handle);
        const auto held = change.db.all(
            "SELECT a.id FROM assignment a LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = "
            "a.id "
            "WHERE a.municipality = $1 AND a.person = $2 AND e.last_day IS NULL",
            [](const storage::Row& row) { return row.get<AssignmentId>(0); }, change.municipality, person.value());
        for (const auto& one : held)
            if (auto ended = organisation::end_assignment(change, one, today()); !ended) return ended;
        return Done{};
    });
}

void under_each_profile(Instant now, const std::function<void(Told&)>& story, const std::string& more)
{
    const auto tell = [&](std::string_view name, storage::Engine engine, Means means = Means::api) {
        CAPTURE(name);
        const std::string by = means == Means::pages ? "the pages" : "the API";
        CAPTURE(by);
        auto settings = organisation::settings_of(organisation::profile_named(name).value());
        if (!more.empty()) settings.insert(settings.size() - 1, "," + more);
        const auto profile = organisation::parse_profile(settings);
        REQUIRE(static_cast<bool>(profile));
        World world(engine, now, settings);
        Told told(world, *profile);
        if (means == Means::pages) told.through_pages();
        story(told);
    };
    for (const auto* name : {"national", "lund", "stockholm-2012"}) tell(name, storage::Engine::sqlite);
    tell("lund", storage::Engine::sqlite, Means::pages);
    if (postgres()) tell("lund", storage::Engine::postgresql);
}

app::TaleYouth robin()
{
    return {"Robin",
            "Åkerlund",
            "201001062395",
            2010y / 1 / 6,
            {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};
}

app::TaleYouth sam()
{
    return {"Sam",
            "Karlberg",
            "201001042397",
            2010y / 1 / 4,
            {{"youth", "Sam Karlberg", "sam"},
             {"guardian", "Lena Karlberg", "lena.karlberg"},
             {"guardian", "Nils Karlberg", ""}}};
}

}  // namespace lots::test
