#include "stories/stockholm_town.h"

#include <stdexcept>
#include <vector>

#include "organisation/commands.h"
#include "organisation/groups.h"
#include "organisation/profiles.h"
#include "support/postgres.h"

// Who there is in Stockholm and on Lidingö. Everybody is invented; the units are those of the layout.
namespace lots::test {

using access::Role;
using organisation::Change;

namespace {

struct Somebody {
    const char *handle, *name;
    Role role;
    const char* unit;
};

const std::vector<Somebody> in_the_city{
    // Hässelby-Vällingby: the investigating unit decides, the resource unit carries out, the reception proposes.
    {"maja.sund", "Maja Sund", Role::social_worker, "hasselby-vallingby-utredning"},
    {"tove.ek", "Tove Ek", Role::social_worker, "hasselby-vallingby-utredning"},
    {"britt.alm", "Britt Alm", Role::unit_manager, "hasselby-vallingby-utredning"},
    {"tariq.wall", "Tariq Wall", Role::social_worker, "hasselby-vallingby-mottagning"},
    {"lina.fors", "Lina Fors", Role::social_worker, "hasselby-vallingby-resurs"},
    {"hugo.bark", "Hugo Bark", Role::social_worker, "hasselby-vallingby-resurs"},
    {"sofia.berg", "Sofia Berg", Role::police, "polis-hasselby"},
    // Skarpnäck: the police or social services propose.
    {"ylva.strand", "Ylva Strand", Role::social_worker, "skarpnack-utredning"},
    {"noor.said", "Noor Said", Role::social_worker, "skarpnack-resurs"},
    {"roger.dal", "Roger Dal", Role::police, "polis-bagarmossen"},
    {"gun.frid", "Gun Frid", Role::working_group, "skarpnack-utredning"},
    // Kungsholmen, whose working group is also Lidingö's.
    {"agnes.kling", "Agnes Kling", Role::social_worker, "kungsholmen-utredning"},
    {"siv.norr", "Siv Norr", Role::social_worker, "kungsholmen-utredning"},
    {"pia.city", "Pia Falk", Role::police, "polis-city"},
    {"mats.hed", "Mats Hed", Role::working_group, "polis-city"},
    {"ulrika.vik", "Ulrika Vik", Role::working_group, "lidingo-deltar"},
    // The whole city.
    {"vera.norr", "Vera Norr", Role::coordinator, "utveckling"},
    {"kerstin.lov", "Kerstin Löv", Role::school, "skolor"},
};

const std::vector<Somebody> on_lidingo{
    {"ida.sjo", "Ida Sjö", Role::social_worker, "unga"},
    {"eva.back", "Eva Bäck", Role::social_worker, "unga"},
    {"pia.city", "Pia Falk", Role::police, "polis-lidingo"},  // the same officer as in the city
    {"per.vakt", "Per Vakt", Role::police, "polis-lidingo"},
    {"lars.lund", "Lars Lund", Role::school, "skolor"},
};

struct Sitting {
    const char *group, *handle, *agency, *position;
    bool may_decide;
};
const std::vector<Sitting> seats{
    {"arbetsgrupp-innerstaden", "agnes.kling", "kungsholmen", "first_social_worker", true},
    {"arbetsgrupp-innerstaden", "mats.hed", "polisen", "police_manager", true},
    {"arbetsgrupp-innerstaden", "ulrika.vik", "lidingo", "unit_head", false},
    {"operativ-skarpnack", "gun.frid", "skarpnack", "unit_head", true},
};

template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error("a story: Stockholm cannot be made");
    return *std::move(result);
}

template <class Found>
Found id_of(std::optional<Found> found)
{
    if (!found) throw std::runtime_error("a story: the layout has no such unit, agency or group");
    return *found;
}

void make_people(const Change& change, const std::vector<Somebody>& people, const organisation::PasswordHash& password,
                 Date from)
{
    for (const auto& one : people) {
        const auto unit = id_of(change.db.one(
            "SELECT id FROM unit WHERE municipality = $1 AND code = $2",
            [](const storage::Row& row) { return row.get<UnitId>(0); }, change.municipality, std::string(one.unit)));
        const auto person = must(organisation::add_person(change, {one.handle, one.name}));
        organisation::set_password(change, person, password);
        must(organisation::assign(change, person, unit, one.role, from));
    }
}

void make_seats(const Change& change, Date from)
{
    for (const auto& one : seats) {
        const auto group = id_of(change.db.one(
            "SELECT id FROM standing_group WHERE municipality = $1 AND code = $2",
            [](const storage::Row& row) { return row.get<RecordId>(0); }, change.municipality, std::string(one.group)));
        const auto agency = id_of(change.db.one(
            "SELECT id FROM agency WHERE municipality = $1 AND code = $2",
            [](const storage::Row& row) { return row.get<AgencyId>(0); }, change.municipality, std::string(one.agency)));
        const auto person = id_of(organisation::person_of_handle(change.db, change.municipality, one.handle));
        must(organisation::add_seat(change, group, {person, agency, one.position, one.may_decide, false, from}));
    }
}

/// A municipality as the ready profile lays it out, as `lots init` makes it.
app::Municipality laid_out(const app::House& house, web::PasswordHasher& hasher, Instant now, std::string_view profile_name,
                           const organisation::MunicipalityInfo& info, const std::vector<Somebody>& people, bool with_seats)
{
    const auto password = must(organisation::make_password(hasher, "", app::demo().password));
    const auto from = add_days(local_day(now), -400);
    const auto profile = organisation::profile_named(profile_name).value();
    const auto method = organisation::parse_profile(profile);
    if (!method) throw std::runtime_error("a story: a ready profile cannot be read");
    app::Municipality made{{}, info.code, info.name, info.kind};
    house.data->write({[&](storage::Session& db) {
                           auto settings = info;
                           settings.profile = organisation::settings_of(profile);
                           made.id = must(organisation::make_municipality(db, *house.vault, *house.random, now, settings));
                           const Change change{db, *house.vault, *house.random, now, made.id, std::nullopt};
                           must(organisation::make_layout(change, method->layout, from));
                           make_people(change, people, password, from);
                           if (with_seats) make_seats(change, from);
                           return storage::Outcome::keep;
                       },
                       {}});
    return made;
}

organisation::MethodProfile ready(std::string_view name)
{
    const auto profile = organisation::parse_profile(organisation::settings_of(organisation::profile_named(name).value()));
    if (!profile) throw std::runtime_error("a story: a ready profile cannot be read");
    return *profile;
}

}  // namespace

StockholmTown::StockholmTown(storage::Engine engine, Instant now)
    : city_profile_(ready("stockholm-2012")), lidingo_profile_(ready("lidingo-2012")),
      world(engine, now,
            [&](const app::House& house, web::PasswordHasher& hasher) {
                lidingo_ = laid_out(house, hasher, now, "lidingo-2012",
                                    {"lidingo", "Lidingö", "0186", organisation::Kind::test}, on_lidingo, false);
                return laid_out(house, hasher, now, "stockholm-2012",
                                {"stockholm", "Stockholm", "0180", organisation::Kind::test}, in_the_city, true);
            }),
      lidingo_program(world.house, lidingo_, world.clock), city(world, city_profile_),
      lidingo(world, lidingo_profile_, lidingo_program.site())
{
    lidingo.played_by({{"sara.lind", "ida.sjo"},
                       {"jonas.ek", "pia.city"},
                       {"elin.berg", "lars.lund"},
                       {"ali.nouri", "eva.back"},
                       {"leisure_leader", "outpatient_worker"},
                       {"bjorkskolan", "skolan"},
                       {"fritid", "socialtjansten"},
                       {"Ekvik", "Lidingö"}});
}

void StockholmTown::told_in(const std::map<std::string, std::string>& cast, const std::string& unit)
{
    city.played_by(cast);
    city.retell("/nominations", {{"to_unit", "\"" + unit + "\""}});
}

const std::map<std::string, std::string>& of_hasselby_vallingby()
{
    static const std::map<std::string, std::string> cast{{"sara.lind", "maja.sund"},
                                                         {"jonas.ek", "sofia.berg"},
                                                         {"elin.berg", "kerstin.lov"},
                                                         {"ali.nouri", "lina.fors"},
                                                         {"leisure_leader", "outpatient_worker"},
                                                         {"socialtjansten", "hasselby-vallingby"},
                                                         {"bjorkskolan", "utbildningsforvaltningen"},
                                                         {"fritid", "hasselby-vallingby"},
                                                         {"Ekvik", "Vällingby"}};
    return cast;
}

const std::map<std::string, std::string>& of_skarpnack()
{
    static const std::map<std::string, std::string> cast{{"sara.lind", "ylva.strand"},
                                                         {"jonas.ek", "roger.dal"},
                                                         {"elin.berg", "kerstin.lov"},
                                                         {"ali.nouri", "noor.said"},
                                                         {"leisure_leader", "outpatient_worker"},
                                                         {"socialtjansten", "skarpnack"},
                                                         {"bjorkskolan", "utbildningsforvaltningen"},
                                                         {"fritid", "skarpnack"},
                                                         {"Ekvik", "Skarpnäck"}};
    return cast;
}

const std::map<std::string, std::string>& of_kungsholmen()
{
    static const std::map<std::string, std::string> cast{{"sara.lind", "agnes.kling"},
                                                         {"jonas.ek", "pia.city"},
                                                         {"elin.berg", "kerstin.lov"},
                                                         {"ali.nouri", "siv.norr"},
                                                         {"leisure_leader", "outpatient_worker"},
                                                         {"socialtjansten", "kungsholmen"},
                                                         {"bjorkskolan", "utbildningsforvaltningen"},
                                                         {"fritid", "kungsholmen"},
                                                         {"Ekvik", "Kungsholmen"}};
    return cast;
}

void in_stockholm(Instant now, const std::function<void(StockholmTown&)>& story)
{
    {
        StockholmTown town(storage::Engine::sqlite, now);
        story(town);
    }
    if (postgres()) {
        StockholmTown town(storage::Engine::postgresql, now);
        story(town);
    }
}

}  // namespace lots::test
