#include "sim/town.h"

#include <algorithm>

#include "base/check.h"
#include "sim/words.h"

namespace lots::sim {

namespace {

/// Of Skatteverket's published test series, with the day of birth that the number says: these people can come back, for they
/// are known again.
struct Known {
    const char* number;
    Date born;
};
const std::vector<Known>& known()
{
    static const std::vector<Known> all{{"201001012382", 2010y / 1 / 1},  {"201001022399", 2010y / 1 / 2},
                                        {"201001042397", 2010y / 1 / 4},  {"201001062395", 2010y / 1 / 6},
                                        {"201001082393", 2010y / 1 / 8},  {"201001102399", 2010y / 1 / 10},
                                        {"201003112396", 2010y / 3 / 11}, {"201704152386", 2017y / 4 / 15}};
    return all;
}

/// A case that does not come further into a new day, or cannot be followed, is passed over and noted: here it ends the life.
web::Services with_notes_that_end_it(web::Services services)
{
    services.note = [](const std::string& line) { throw Bug(line); };
    return services;
}

}  // namespace

Town::Town(const app::House& house, const app::Municipality& here, web::Site& site, app::SetClock& clock, const Ways& ways)
    : house_(house), here_(here), clock_(clock), chance_(ways.seed), desk_(site, clock, ways.seed),
      staff_(house, here, clock), shared_{desk_, staff_, chance_},
      services_(with_notes_that_end_it(house.services(here, clock))), midnight_(services_), ways_(ways)
{}

void Town::at(Date day, int hour, int minute)
{
    const auto then = at_local(day, hour, minute);
    if (then > clock_.now()) clock_.set(then);
}

Family Town::new_family(Date day)
{
    Family family;
    family.number = families_++;
    family.given_name = given_name(chance_);
    family.family_name = family_name(family.number);
    // Most are between thirteen and seventeen; some turn eighteen in the middle, some are born on a leap day.
    const int chosen = chance_.between(1, 100);
    const int days = chosen <= 60   ? chance_.between(13 * 365, 17 * 365)
                     : chosen <= 85 ? chance_.between(17 * 365, 18 * 365)
                     : chosen <= 97 ? chance_.between(18 * 365 + 20, 21 * 365)
                                    : chance_.between(10 * 365, 12 * 365);
    family.born = add_days(day, -days);
    if (chance_.percent(4)) {
        const auto year = static_cast<int>(family.born.year()) / 4 * 4;
        if (const Date leap{std::chrono::year(year), std::chrono::month(2), std::chrono::day(29)}; leap.ok())
            family.born = leap;
    }
    for (const auto& one : known()) {
        const int age = age_on(one.born, day);
        const auto has_it = [&](const auto& resident) { return resident.second.personal_number == one.number; };
        const bool taken =
            std::ranges::any_of(ways_.residents, has_it) ||
            std::ranges::any_of(lives_, [&](const auto& life) { return life->family().personal_number == one.number; });
        if (taken || age < 13 || age > 17 || !chance_.percent(40)) continue;
        family.personal_number = one.number;
        family.born = one.born;
        break;
    }
    if (chance_.percent(40)) family.account = staff_.add_account(family.name(), access::Role::youth);
    const int guardians = age_on(family.born, day) >= 18 ? 0 : chance_.percent(70) ? 2 : 1;
    for (int i = 0; i < guardians; ++i) {
        const auto name = given_name(chance_) + " " + family.family_name;
        family.guardians.emplace_back(name, chance_.percent(35) ? staff_.add_account(name, access::Role::guardian)
                                                                : std::string{});
    }
    return family;
}

void Town::move_in(Date day)
{
    if (chance_.between(1, 365) <= ways_.cases_a_year)
        lives_.push_back(std::make_unique<Life>(shared_, new_family(day), day));
    for (const auto& [on, family] : ways_.residents)
        if (on == day) lives_.push_back(std::make_unique<Life>(shared_, family, day));
    for (auto& one : returns_)
        if (one.on == day) lives_.push_back(std::make_unique<Life>(shared_, one.family, day));
    std::erase_if(returns_, [&](const Return& one) { return one.on <= day; });
    if (chance_.per_mille(3)) {
        static const std::vector<std::string> agencies{"polisen", "bjorkskolan", "strandgymnasiet", "fritid"};
        staff_.replace_somebody(chance_.one_of(agencies), chance_);
    }
}

void Town::night(Date day)
{
    at(day, 0, 20);
    nights_ += midnight_.look();
}

void Town::live(Date day)
{
    at(day, 8);
    move_in(day);
    at(day, 9);
    for (std::size_t i = 0; i < lives_.size(); ++i) {
        if (lives_[i]->over()) continue;
        lives_[i]->morning();
        // Who is known again may be proposed anew: some within a year of the end, some later.
        if (lives_[i]->over() && !lives_[i]->family().personal_number.empty() && chance_.percent(50))
            returns_.push_back({add_days(day, chance_.between(20, 500)), lives_[i]->family()});
    }
    at(day, 15);
    for (const auto& life : lives_)
        if (!life->over()) life->afternoon();
}

}  // namespace lots::sim
