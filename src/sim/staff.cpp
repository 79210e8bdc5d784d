#include "sim/staff.h"

#include <algorithm>
#include <stdexcept>

#include "app/demo.h"
#include "organisation/commands.h"
#include "sim/words.h"

namespace lots::sim {

using access::Role;
using organisation::Change;
using storage::Row;

namespace {

bool is_private(Role role) { return role == Role::youth || role == Role::guardian || role == Role::helper; }

bool sits_in_groups(Role role) { return role == Role::police || role == Role::school || role == Role::agency_staff; }

template <class T>
T must(Result<T> result)
{
    if (!result) throw std::runtime_error("the simulation: a change of the organisation was refused");
    return *std::move(result);
}

}  // namespace

Staff::Staff(const app::House& house, const app::Municipality& here, app::SetClock& clock)
    : house_(house), here_(here), clock_(clock)
{
    for (const auto& one : app::demo().people)
        if (!is_private(one.role)) posts_.push_back({{one.handle, one.role}, one.agency, one.unit});
}

std::vector<Who> Staff::of_agency(const std::string& agency) const
{
    std::vector<Who> found;
    for (const auto& post : posts_)
        if (post.agency == agency && sits_in_groups(post.who.role)) found.push_back(post.who);
    return found;
}

bool Staff::works_here(const Who& who) const { return std::ranges::count(posts_, who, &Post::who) > 0; }

std::vector<Who> Staff::everybody() const
{
    std::vector<Who> all;
    for (const auto& post : posts_) all.push_back(post.who);
    return all;
}

void Staff::add(const std::string& handle, const std::string& name, const std::string& unit, Role role)
{
    const auto now = clock_.now();
    must(house_.change(now, here_.id, [&](const Change& change) -> Result<AssignmentId> {
        auto person = organisation::add_person(change, {handle, name});
        if (!person) return person.error();
        const auto place = change.db.one(
            "SELECT id FROM unit WHERE municipality = $1 AND code = $2", [](const Row& row) { return row.get<UnitId>(0); },
            change.municipality, unit);
        return organisation::assign(change, *person, place.value(), role, local_day(now));
    }));
    ++changes_;
}

void Staff::replace_somebody(const std::string& agency, Chance& chance)
{
    std::vector<std::size_t> there;
    for (std::size_t i = 0; i < posts_.size(); ++i)
        if (posts_[i].agency == agency && sits_in_groups(posts_[i].who.role)) there.push_back(i);
    if (there.empty()) return;
    auto& post = posts_[chance.one_of(there)];
    const auto now = clock_.now();
    // A person with several roles leaves all of them.
    must(house_.change(now, here_.id, [&](const Change& change) -> Result<Done> {
        const auto person = organisation::person_of_handle(change.db, change.municipality, post.who.handle);
        const auto held = change.db.all(
            "SELECT a.id FROM assignment a LEFT JOIN assignment_end e ON e.municipality = a.municipality AND e.assignment = "
            "a.id "
            "WHERE a.municipality = $1 AND a.person = $2 AND e.last_day IS NULL",
            [](const Row& row) { return row.get<AssignmentId>(0); }, change.municipality, person.value());
        for (const auto& one : held)
            if (auto ended = organisation::end_assignment(change, one, local_day(now)); !ended) return ended;
        return Done{};
    }));
    ++changes_;
    const auto left = post.who.handle;
    const auto number = ++newcomers_;
    const auto name = given_name(chance) + " " + family_name(5000 + number);
    post.who.handle = "ny" + std::to_string(number) + "." + agency;
    add(post.who.handle, name, post.unit, post.who.role);
    const Post kept = post;
    std::erase_if(posts_, [&](const Post& other) { return other.who.handle == left; });
    if (std::ranges::count(posts_, kept.who, &Post::who) == 0) posts_.push_back(kept);
}

std::string Staff::add_account(const std::string& name, Role role)
{
    const auto handle = "eget" + std::to_string(++newcomers_);
    add(handle, name, "privat", role);
    return handle;
}

}  // namespace lots::sim
