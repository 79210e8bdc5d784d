#include "app/demo.h"

#include <map>
#include <stdexcept>

#include "guideline/error.h"
#include "organisation/areas.h"
#include "organisation/groups.h"

namespace lots::app {

using access::Role;
using organisation::Change;

namespace {

struct DemoAgency {
    const char *code, *kind, *name;
};
// "privat" holds the accounts of the young people, their guardians and helpers: they belong to no agency.
constexpr DemoAgency demo_agencies[] = {
    {"socialtjansten", "social_services", "Socialtjänsten i Ekvik"},
    {"polisen", "police", "Polisen, lokalpolisområde Ekvik"},
    {"bjorkskolan", "school", "Björkskolan"},
    {"strandgymnasiet", "school", "Strandgymnasiet"},
    {"fritid", "leisure", "Kultur och fritid"},
    {"region", "health", "Regionen, barn- och ungdomspsykiatrin"},
    {"samverkan", "other", "Kommunens samverkansenhet"},
    {"privat", "other", "Ungdomar och vårdnadshavare"},
};

struct DemoUnit {
    const char *agency, *code, *name;
};
constexpr DemoUnit demo_units[] = {
    {"socialtjansten", "soc-unga", "Enheten för unga"},
    {"polisen", "polis-ungdom", "Ungdomsgruppen"},
    {"bjorkskolan", "bjork-elevhalsa", "Elevhälsan"},
    {"strandgymnasiet", "strand-elevhalsa", "Elevhälsan, gymnasiet"},
    {"fritid", "fritidsgardar", "Fritidsgårdarna"},
    {"region", "bup", "BUP Ekvik"},
    {"samverkan", "samordning", "Samordningen"},
    {"samverkan", "grupper", "Arbetsgrupp och styrgrupp"},
    {"samverkan", "granskning", "Granskning och arkiv"},
    {"samverkan", "drift", "Drift och behörighet"},
    {"privat", "privat", "Eget konto"},
};

Demo people_of_ekvik()
{
    return {"gron-bat-langs-kajen",
            {
                {"sara.lind", "Sara Lind", Role::social_worker, "socialtjansten", "soc-unga"},
                {"amir.haddad", "Amir Haddad", Role::social_worker, "socialtjansten", "soc-unga"},
                {"karin.ostberg", "Karin Östberg", Role::unit_manager, "socialtjansten", "soc-unga"},
                {"mia.holm", "Mia Holm", Role::coordinator, "samverkan", "samordning"},
                {"jonas.ek", "Jonas Ek", Role::police, "polisen", "polis-ungdom"},
                {"petra.dahl", "Petra Dahl", Role::police, "polisen", "polis-ungdom"},
                {"lars.polischef", "Lars Wester", Role::agency_manager, "polisen", "polis-ungdom"},
                {"elin.berg", "Elin Berg", Role::school, "bjorkskolan", "bjork-elevhalsa"},
                {"hanna.rektor", "Hanna Sjö", Role::agency_manager, "bjorkskolan", "bjork-elevhalsa"},
                {"omar.farah", "Omar Farah", Role::school, "strandgymnasiet", "strand-elevhalsa"},
                {"ali.nouri", "Ali Nouri", Role::agency_staff, "fritid", "fritidsgardar"},
                {"ingrid.fritidschef", "Ingrid Alm", Role::agency_manager, "fritid", "fritidsgardar"},
                {"nina.bup", "Nina Palm", Role::agency_staff, "region", "bup"},
                {"sara.lind", "Sara Lind", Role::working_group, "samverkan", "grupper"},
                {"jonas.ek", "Jonas Ek", Role::working_group, "samverkan", "grupper"},
                {"karin.ostberg", "Karin Östberg", Role::steering_group, "samverkan", "grupper"},
                {"erik.lund", "Erik Lund", Role::steering_group, "samverkan", "grupper"},
                {"bo.granskare", "Bo Kvist", Role::log_reviewer, "samverkan", "granskning"},
                {"ulla.arkiv", "Ulla Frisk", Role::archivist, "samverkan", "granskning"},
                {"rut.behorighet", "Rut Hall", Role::organisation_admin, "samverkan", "drift"},
                {"max.drift", "Max Storm", Role::system_admin, "samverkan", "drift"},
                {"alex", "Alex Ternström", Role::youth, "privat", "privat"},
                {"sam", "Sam Karlberg", Role::youth, "privat", "privat"},
                {"eva.ternstrom", "Eva Ternström", Role::guardian, "privat", "privat"},
                {"per.ternstrom", "Per Ternström", Role::guardian, "privat", "privat"},
                {"lena.karlberg", "Lena Karlberg", Role::guardian, "privat", "privat"},
            }};
}

/// What a command of ours gave back. A refusal of an invented name is a bug.
template <class T>
T must(Result<T> result)
{
    if (result) return *std::move(result);
    if (const auto* faults = result.error().template as<Invalid>(); faults != nullptr && !faults->fields.empty())
        throw std::runtime_error("the demo cannot be made: " + faults->fields.front().field + ": " +
                                 say(Language::sv, faults->fields.front().message, faults->fields.front().args));
    throw std::runtime_error("the demo cannot be made");
}

/// The groups beside the cases, with their seats; two districts in one police area.
void make_groups(const Change& change, const std::map<std::string, AgencyId>& agencies, const std::map<std::string, PersonId>& people, Date from)
{
    const auto working = must(organisation::add_group(change, {"working_group", "arbetsgruppen", "Arbetsgruppen i Ekvik"}));
    const auto steering = must(organisation::add_group(change, {"steering_group", "styrgruppen", "Styrgruppen i Ekvik"}));
    const auto seat = [&](const RecordId& group, const char* who, const char* agency, const char* position, bool decides, bool strategy) {
        must(organisation::add_seat(change, group, {people.at(who), agencies.at(agency), position, decides, strategy, from}));
    };
    seat(working, "sara.lind", "socialtjansten", "first_social_worker", true, false);
    seat(working, "jonas.ek", "polisen", "police_officer", true, false);
    seat(steering, "karin.ostberg", "socialtjansten", "unit_head", true, false);
    seat(steering, "erik.lund", "samverkan", "other", true, false);
    seat(steering, "lars.polischef", "polisen", "police_manager", true, true);
    const auto area = must(organisation::add_police_area(change, "ekvik", "Lokalpolisområde Ekvik"));
    for (const auto& [code, name] : {std::pair{"norr", "Norra Ekvik"}, std::pair{"soder", "Södra Ekvik"}})
        must(organisation::link_areas(change, must(organisation::add_district(change, code, name)), area, from));
}

/// Whom the young person and guardians call. The number is nobody's.
std::string phone_of(const DemoPerson& one) { return one.agency == "socialtjansten" ? "010-000 00 11" : ""; }

}  // namespace

const Demo& demo()
{
    static const Demo ekvik = people_of_ekvik();
    return ekvik;
}

Municipality make_demo(const House& house, web::PasswordHasher& hasher, Instant now, Date from, std::string_view profile)
{
    // One hash for all: the password is printed anyway, and twenty hashes would be three seconds of waiting.
    const auto password = must(organisation::make_password(hasher, "", demo().password));
    Municipality here{{}, "ekvik", "Ekvik", organisation::Kind::demo};
    house.data->write({[&](storage::Session& db) {
                           here.id = must(organisation::make_municipality(db, *house.vault, *house.random, now,
                                                                          {here.code, here.name, "0000", here.kind, std::string(profile)}));
                           const Change change{db, *house.vault, *house.random, now, here.id, std::nullopt};
                           std::map<std::string, AgencyId> agencies;
                           std::map<std::string, UnitId> units;
                           std::map<std::string, PersonId> people;
                           for (const auto& one : demo_agencies)
                               agencies[one.code] = must(organisation::add_agency(change, {one.code, one.kind, one.name}));
                           for (const auto& one : demo_units)
                               units[one.code] = must(organisation::add_unit(change, {agencies.at(one.agency), one.code, one.name}));
                           for (const auto& one : demo().people) {
                               if (!people.contains(one.handle)) {
                                   people[one.handle] = must(organisation::add_person(change, {one.handle, one.name, phone_of(one)}));
                                   organisation::set_password(change, people[one.handle], password);
                               }
                               must(organisation::assign(change, people[one.handle], units.at(one.unit), one.role, from));
                           }
                           make_groups(change, agencies, people, from);
                           return storage::Outcome::keep;
                       },
                       {}});
    return here;
}

}  // namespace lots::app
