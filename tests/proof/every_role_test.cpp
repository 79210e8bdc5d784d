// Every address, for every person of the demo in every role, on the own case, somebody else's and none: what comes back is
// what docs/access_table.csv says, and "not yours" has the bytes of "does not exist".
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <iostream>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

#include "proof/access_table.h"
#include "proof/inside.h"
#include "proof/person.h"
#include "proof/told_cases.h"

using namespace lots;
using namespace lots::test;

namespace {

std::string filled(std::string_view pattern, const std::string& number, const std::vector<std::string>& parts)
{
    std::string address(pattern);
    std::size_t part = 0;
    for (auto from = address.find('{'); from != std::string::npos; from = address.find('{')) {
        const auto to = address.find('}', from);
        const bool is_case = address.substr(from, to - from) == "{case";
        address.replace(from, to - from + 1, is_case ? number : part < parts.size() ? parts[part++] : "1");
    }
    return address;
}

/// An address of the groups beside the cases or of the organisation, about what the demo and the told cases left there: the first of each.
std::string filled_without_case(std::string_view pattern)
{
    static const std::map<std::string, std::string, std::less<>> there{
        {"group", "arbetsgruppen"}, {"agency", "samverkan"}, {"unit", "granskning"}, {"setting", "first_meeting_days"}};
    std::vector<std::string> parts;
    for (auto from = pattern.find('{'); from != std::string_view::npos; from = pattern.find('{', from + 1)) {
        const auto known = there.find(pattern.substr(from + 1, pattern.find('}', from) - from - 1));
        parts.push_back(known == there.end() ? "1" : known->second);
    }
    return filled(pattern, "", parts);
}

/// The young person, guardians and helpers have pages of their own: who may read a page of staff's is led there, and who may not
/// is told that it does not exist, as everybody is.
bool is_let_in(const Person& person, Way way, int status)
{
    const bool is_family = person.role == "youth" || person.role == "guardian" || person.role == "helper";
    if (way == Way::get) return status == 200 || (is_family && status == 303);
    return way == Way::json ? status == 400 : status == 200 || status == 400;
}

/// A page of their own, beside what the table says.
bool is_for(const Address& address, const Person& person)
{
    if (address.whom == Address::For::family)
        return person.role == "youth" || person.role == "guardian" || person.role == "helper";
    if (address.whom == Address::For::signatories) return person.role == "youth" || person.role == "guardian";
    if (address.whom == Address::For::social_services) return person.role == "social_worker" || person.role == "unit_manager";
    if (address.whom == Address::For::who_coordinate)
        return person.role == "social_worker" || person.role == "unit_manager" || person.role == "coordinator";
    return true;
}

bool only_own(Thing thing)
{
    return thing == Thing::own_answer || thing == Thing::own_form || thing == Thing::commitment_to_write || thing == Thing::commitment_to_answer ||
           thing == Thing::own_commitment || thing == Thing::taken_out_commitment;
}

/// What was asked and what was wrong with the answer.
struct Walk {
    std::size_t asked = 0, let_in = 0, compared = 0;
    std::vector<std::string> wrong;

    void say(const Person& person, Way way, const std::string& address, const std::string& what)
    {
        wrong.push_back(person.handle + " as " + person.role + (way == Way::get ? " GET " : " POST ") + address + ": " + what);
    }
    void add(const Walk& other)
    {
        asked += other.asked;
        let_in += other.let_in;
        compared += other.compared;
        wrong.insert(wrong.end(), other.wrong.begin(), other.wrong.end());
    }
};

class Walker {
    World& world_;
    const AccessTable& table_;

public:
    Walk walk;

    Walker(World& world, const AccessTable& table) : world_(world), table_(table) {}

    void walk_as(const app::DemoPerson& demo_person, const std::vector<ToldCase>& cases)
    {
        Person person(world_, demo_person);
        for (const auto& address : addresses())
            for (const auto way : ways_of(address.verb)) {
                if (address.pattern.find("{case}") == std::string_view::npos)
                    without_case(person, address, way);
                else
                    with_cases(person, address, way, cases);
            }
    }

private:
    void without_case(Person& person, const Address& address, Way way)
    {
        const bool may = is_for(address, person) &&
                         table_.answer({person.role, {}, "proposed", "none", address.operation, "none"}) != "no";
        const auto path = filled_without_case(address.pattern);
        judge(person, way, path, may, person.ask(way, path).status);
    }

    void with_cases(Person& person, const Address& address, Way way, const std::vector<ToldCase>& cases)
    {
        // A number of either kind that no case has: it is compared with the refusals of cases that have one.
        std::map<bool, std::string> nowhere;
        for (const bool nomination : {true, false})
            nowhere[nomination] = missing(person, way, filled(address.pattern, nomination ? "F-99" : "SIG-2026-099", {}));
        for (const auto& told : cases) {
            if (!turn_of(person, address, told) && !table_lets_in(person, address, told)) continue;
            const bool there = address.thing == Thing::nothing || told.things.contains(address.thing);
            for (const auto& one : asked_of(person, address, told)) {
                const auto path = filled(address.pattern, told.number, one.parts);
                const auto answer = person.ask(way, path);
                const bool may = there && is_for(address, person) && table_says(person, address, told, one);
                judge(person, way, path, may, answer.status);
                if (may || answer.status != 404) continue;
                ++walk.compared;
                if (without_tokens(answer) != nowhere.at(told.number.starts_with("F-")))
                    walk.say(person, way, path, "not the bytes of \"does not exist\"");
            }
        }
    }

    /// Those without a tie to the case are turned away from nearly everything: of these refusals one in four is asked for, by
    /// chance that is the same each time. LOTS_WALK_ALL=1: all of them (tests/long/walk.sh).
    static bool turn_of(const Person& person, const Address& address, const ToldCase& told)
    {
        static const bool all = std::getenv("LOTS_WALK_ALL") != nullptr;
        const auto mixed = std::hash<std::string>{}(person.handle + person.role + std::string(address.pattern) + told.number);
        return all || told.ties.contains(person.handle + "/" + person.role) || mixed % 4 == 0;
    }
    bool table_lets_in(const Person& person, const Address& address, const ToldCase& told) const
    {
        return std::ranges::any_of(asked_of(person, address, told),
                                   [&](const Told& one) { return table_says(person, address, told, one); });
    }

    /// The things of the case that the address is asked with: all of them by those who have a tie to it, by others the
    /// first.
    static std::vector<Told> asked_of(const Person& person, const Address& address, const ToldCase& told)
    {
        const auto found = told.things.find(address.thing);
        if (found == told.things.end()) return {{{"1"}}};
        if (told.ties.contains(person.handle + "/" + person.role)) return found->second;
        return {found->second.front()};
    }

    bool table_says(const Person& person, const Address& address, const ToldCase& told, const Told& one) const
    {
        const auto ties = told.ties.find(person.handle + "/" + person.role);
        Question question{person.role, ties == told.ties.end() ? std::set<std::string>{} : ties->second, told.state,
                          told.consent, address.operation};
        if (address.thing == Thing::file_of_social_services) question.compartment = "social_services";
        if (!told.number.starts_with("F-")) question.ties.erase("proposer");  // the note of its rows: at the number F-… only
        const auto answer = table_.answer(question);
        if (answer != "part") return answer == "yes";
        if (address.whom == Address::For::who_leads) return false;
        return !only_own(address.thing) || one.own_of == person.handle;
    }

    std::string missing(Person& person, Way way, const std::string& path)
    {
        const auto answer = person.ask(way, path);
        judge(person, way, path, false, answer.status);
        return without_tokens(answer);
    }

    void judge(const Person& person, Way way, const std::string& path, bool may, int status)
    {
        ++walk.asked;
        walk.let_in += may ? 1 : 0;
        if (may ? !is_let_in(person, way, status) : status != 404)
            walk.say(person, way, path,
                     std::string("the table says ") + (may ? "yes" : "no") + ", the answer is " + std::to_string(status));
    }
};

/// Who walks, and past which cases: the people of the demo past all of them, the families of single cases past their own.
std::vector<std::pair<app::DemoPerson, std::vector<ToldCase>>> all_walks(const std::vector<ToldCase>& cases)
{
    std::vector<std::pair<app::DemoPerson, std::vector<ToldCase>>> walks;
    for (const auto& person : app::demo().people) walks.emplace_back(person, cases);
    for (const auto& told : cases)
        for (const auto& person : told.family) {
            const auto same = [&](const auto& walk) { return walk.first.handle == person.handle; };
            const auto found = std::ranges::find_if(walks, same);
            if (found == walks.end())
                walks.emplace_back(person, std::vector{told});
            else if (found->second.size() < cases.size())
                found->second.push_back(told);
        }
    return walks;
}

/// Several people at a time, each with their own connections: the log entries of their requests share what reaches the disk.
Walk walk_all(World& world, const AccessTable& table, const std::vector<ToldCase>& cases)
{
    constexpr std::size_t at_once = 4;
    const auto walks = all_walks(cases);
    Walk all;
    std::mutex adding;
    const auto part = [&](std::size_t first) {
        Walker walker(world, table);
        try {
            for (std::size_t i = first; i < walks.size(); i += at_once) walker.walk_as(walks[i].first, walks[i].second);
        } catch (const std::exception& failed) {
            walker.walk.wrong.emplace_back(failed.what());
        }
        const std::scoped_lock lock(adding);
        all.add(walker.walk);
    };
    std::vector<std::thread> threads;
    for (std::size_t first = 0; first < at_once; ++first) threads.emplace_back(part, first);
    for (auto& thread : threads) thread.join();
    return all;
}

/// The states are where the telling left them: by the officer's own question over HTTP.
void check_states(World& world, const std::vector<ToldCase>& cases)
{
    auto officer = caller_of(world, "sara.lind", access::Role::social_worker);
    for (const auto& told : cases) {
        CAPTURE(told.number);
        CHECK(text_in(officer.get("/api/v1/cases/" + told.number).body, "state") == told.state);
    }
}

std::string named(http::Method verb, std::string_view at) { return std::string(http::name_of(verb)) + " " + std::string(at); }

}  // namespace

TEST_CASE("Every address that needs a session is walked, and its route asks for the operation that the method names")
{
    World world(storage::Engine::sqlite, proof_day());
    std::map<std::string, std::string> routed, walked;
    for (const auto& line : world.program->site().lines())
        if (!line.open) routed[named(line.method, line.pattern)] = access::name(line.operation);
    for (const auto& address : addresses()) {
        if (address.verb != Verb::call) walked[named(http::Method::get, address.pattern)] = address.operation;
        if (address.verb == Verb::form || address.verb == Verb::call)
            walked[named(http::Method::post, address.pattern)] = address.operation;
    }
    for (const auto& [route, operation] : routed)
        CHECK_MESSAGE(walked.contains(route), route << " is not walked: " << operation);
    for (const auto& [route, operation] : walked)
        CHECK_MESSAGE((routed.contains(route) && routed[route] == operation), route << " has no route for " << operation);
    CHECK(walked.size() > 140);
}

TEST_CASE("Every address × every person in every role × own, others' and no case: the answer of the access table, 0 wrong")
{
    const AccessTable table;
    on_both(proof_day(), [&](World& world) {
        auto cases = tell_cases(world);
        // Each engine loads what the rules are asked about; that they are asked is shown by one of them in all states.
        if (world.house.data->engine() == storage::Engine::postgresql)
            std::erase_if(cases, [](const ToldCase& told) {
                return told.state != "active" && told.state != "suspended" && told.state != "consent_pending";
            });
        check_states(world, cases);
        const auto walk = walk_all(world, table, cases);
        check_states(world, cases);
        for (std::size_t i = 0; i < std::min<std::size_t>(walk.wrong.size(), 40); ++i) MESSAGE(walk.wrong[i]);
        CHECK(walk.wrong.empty());
        CHECK(walk.let_in > 1000);
        std::cout << (world.house.data->engine() == storage::Engine::sqlite ? "SQLite: " : "PostgreSQL: ") << walk.asked
                  << " asked (" << app::demo().people.size() << " people in roles, " << addresses().size() << " addresses, "
                  << cases.size() << " cases and none), " << walk.let_in << " let in, " << walk.wrong.size() << " wrong; "
                  << walk.compared << " refusals compared with \"does not exist\"\n";
    });
}
