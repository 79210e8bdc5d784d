// Every page and every address of the API that can be read, as the other guardian, the young person, every member and
// everybody else: what is hidden for the sake of somebody's safety, or is social services' own, is on none of them.
#include <doctest/doctest.h>

#include <iostream>
#include <set>
#include <string>
#include <vector>

#include "messages/message.h"
#include "proof/addresses.h"
#include "proof/hidden_case.h"
#include "proof/inside.h"
#include "proof/person.h"

using namespace lots;
using namespace lots::test;
using access::Role;
using form::JsonWriter;

namespace {

/// The address about that case; of what else it names, number `which` of each. An agency has a name.
std::string filled(std::string_view pattern, const std::string& number, int which)
{
    std::string address(pattern);
    for (auto from = address.find('{'); from != std::string::npos; from = address.find('{')) {
        const auto to = address.find('}', from);
        const auto part = address.substr(from + 1, to - from - 1);
        const auto value = part == "case"     ? number
                           : part == "agency" ? std::string("polisen")
                           : part == "group"  ? std::string("arbetsgruppen")
                                              : std::to_string(which);
        address.replace(from, to - from + 1, value);
    }
    return address;
}

/// Every address that somebody can open, each once: of the case with its first things of each kind, of the proposal the
/// first.
std::set<std::string> all_addresses(const HiddenCase& told)
{
    std::set<std::string> all;
    for (const auto& address : addresses()) {
        if (address.verb == Verb::call) continue;
        all.insert(filled(address.pattern, told.nomination, 1));
        for (int which = 1; which <= 3; ++which) all.insert(filled(address.pattern, told.number, which));
    }
    return all;
}

/// What was read on the walk: how many pages were opened, and which of the hidden words somebody found, rightly or not.
struct Seen {
    int opened = 0;
    std::set<std::string> words = {};
};

/// What that person finds that is hidden, a line each.
std::vector<std::string> found_by(World& world, const app::DemoPerson& demo_person, const std::set<std::string>& everywhere,
                                  const std::vector<Hidden>& facts, Seen& seen)
{
    Person person(world, demo_person);
    std::vector<std::string> found;
    for (const auto& address : everywhere) {
        const auto answer = person.ask(Way::get, address);
        if (answer.status == 200) ++seen.opened;
        for (const auto& fact : facts) {
            if (answer.body.find(fact.words) == std::string::npos) continue;
            seen.words.insert(fact.words);
            if (!fact.from.empty() && !fact.from.contains(person.handle)) continue;
            if (fact.but.contains(person.handle)) continue;
            found.push_back(person.handle + " as " + person.role + ", " + address + ": " + fact.what);
        }
    }
    return found;
}

/// The family, the group, those who lead them, and one of each kind who has nothing to do with the case.
const std::set<std::string> who_looks{"sam",          "lena.karlberg", "jonas.ek",      "elin.berg",
                                      "ali.nouri",    "sara.lind",     "karin.ostberg", "amir.haddad",
                                      "hanna.rektor", "omar.farah",    "mia.holm",      "eva.ternstrom"};

Seen nobody_finds(World& world, const HiddenCase& told, const std::vector<Hidden>& facts, int at_least)
{
    const auto everywhere = all_addresses(told);
    Seen seen;
    for (const auto& person : app::demo().people) {
        if (!who_looks.contains(person.handle)) continue;
        const auto found = found_by(world, person, everywhere, facts, seen);
        for (const auto& one : found) MESSAGE(one);
        CHECK_MESSAGE(found.empty(), person.handle << " as " << access::name(person.role));
    }
    CHECK(seen.opened > at_least);  // they did look
    std::cout << everywhere.size() << " addresses, " << seen.opened << " answers read for what is hidden\n";
    return seen;
}

std::string part_of(const std::string& body, const std::string& begins, const std::string& ends)
{
    const auto from = body.find(begins);
    return from == std::string::npos ? std::string{} : body.substr(from, body.find(ends, from) - from);
}

}  // namespace

TEST_CASE(
    "edge-4.5, settled-6, settled-18, settled-20, settled-21, settled-22 What is hidden is on no page that the other guardian, "
    "a member or anybody else can open")
{
    World world(storage::Engine::sqlite, proof_day());
    HiddenCase told(world);
    const auto seen = nobody_finds(world, told, hidden(), 200);
    // It is there to be found: who may read it does.
    for (const auto& kept : {hidden_school, hidden_talk, hidden_paper, hidden_reason, hidden_why, hidden_picture, hidden_suspicion,
                             hidden_note, hidden_words, hidden_form, std::string("Nils Karlberg"), std::string("follow_up_answer")})
        CHECK_MESSAGE(seen.words.contains(kept), kept);
    told.withdrawn();
    nobody_finds(world, told, hidden(), 100);
}

TEST_CASE("edge-4.5 Only who is named to read it finds where a protected guardian is, and only as long as that lasts")
{
    World world(storage::Engine::sqlite, proof_day());
    HiddenCase told(world);
    const auto named = [&](bool ends) {
        told.post("sara.lind", "/named-readers",
                  [&](JsonWriter& json) { json.pair("person", "sara.lind").pair("ends", ends); });
    };
    const auto finds = [&](const std::string& handle, Role role) {
        Person person(world, {handle, "", role, "", ""});
        return person.ask(Way::get, "/arende/" + told.number + "/samtycken").body.find(hidden_contact) != std::string::npos;
    };
    CHECK_FALSE(finds("sara.lind", Role::social_worker));
    named(false);
    CHECK(finds("sara.lind", Role::social_worker));
    CHECK_FALSE(finds("karin.ostberg", Role::unit_manager));
    CHECK_FALSE(finds("lena.karlberg", Role::guardian));
    named(true);
    CHECK_FALSE(finds("sara.lind", Role::social_worker));
}

TEST_CASE("settled-19 The time line is made per compartment: a member reads what has been since the consent, and no more")
{
    World world(storage::Engine::sqlite, proof_day());
    const HiddenCase told(world);
    const auto line_of = [&](const std::string& handle, Role role) {
        Person person(world, {handle, "", role, "", ""});
        const auto answer = person.ask(Way::get, "/arende/" + told.number + "/handelser");
        CHECK(answer.status == 200);
        return part_of(answer.body, "class=\"sig-timeline", "</section>");
    };
    const auto shows = [](const std::string& line, MessageKey state) {
        return line.find(say(Language::sv, state)) != std::string::npos;
    };
    const auto officers = line_of("sara.lind", Role::social_worker), members = line_of("elin.berg", Role::school);
    for (const MessageKey before : {MessageKey("events.step.under_review"), MessageKey("events.step.consent_pending")}) {
        CHECK(shows(officers, before));
        CHECK_FALSE(shows(members, before));
    }
    CHECK(shows(officers, "events.step.active"));
    CHECK(shows(members, "events.step.active"));
}

TEST_CASE("settled-19 The meeting's pages hold the room alone, also for who may read the file of social services")
{
    World world(storage::Engine::sqlite, proof_day());
    const HiddenCase told(world);
    world.clock.set(world.clock.now() + std::chrono::days(20));  // the second meeting goes on
    Person sara(world, {"sara.lind", "", Role::social_worker, "", ""});
    for (const std::string rest : {"/moten/1", "/moten/2", "/moten/2/pagar", "/moten/2/minnesanteckningar"}) {
        CAPTURE(rest);
        const auto page = sara.ask(Way::get, "/arende/" + told.number + rest);
        CHECK(page.status == 200);
        for (const auto& of_the_file :
             {hidden_contact, hidden_school, hidden_talk, hidden_paper, hidden_reason, hidden_why, hidden_words})
            CHECK_MESSAGE(page.body.find(of_the_file) == std::string::npos, of_the_file);
        if (rest == "/moten/1") CHECK(page.body.find(hidden_picture) != std::string::npos);
    }
}

TEST_CASE(
    "settled-24 A place to avoid is read by police, social services and the young person, and is on nobody else's pages")
{
    World world(storage::Engine::sqlite, proof_day());
    HiddenCase told(world);
    const std::string place = "Torgetattundvika77";
    told.post("jonas.ek", "/plan/avoid", [&](JsonWriter& json) { json.pair("kind", "place").pair("text", place); });
    const std::set<std::string> others{"elin.berg", "ali.nouri", "lena.karlberg", "hanna.rektor", "omar.farah", "mia.holm"};
    nobody_finds(world, told, {{"the place to avoid (settled-24)", place, others}}, 200);
    for (const auto& [handle, role] : {std::pair("sam", Role::youth), std::pair("jonas.ek", Role::police)}) {
        Person person(world, {handle, "", role, "", ""});
        const auto read = person.ask(Way::get, "/api/v1/cases/" + told.number + "/plan/avoid");
        CHECK_MESSAGE(read.body.find(place) != std::string::npos, handle);
    }
}

TEST_CASE("settled-23 The family's first page names nobody before a tap, in no part of the page")
{
    World world(storage::Engine::sqlite, proof_day());
    const HiddenCase told(world);
    for (const auto& [handle, role] : {std::pair("sam", Role::youth), std::pair("lena.karlberg", Role::guardian)}) {
        Person person(world, {handle, "", role, "", ""});
        const auto page = person.ask(Way::get, "/min-plan");
        CHECK(page.status == 200);
        for (const std::string name :
             {"Karlberg", "Lena", "Sara Lind", "Jonas", "Elin", "Björkskolan", "Polisen", "Socialtjänsten"})
            CHECK_MESSAGE(page.body.find(name) == std::string::npos, handle << " reads " << name);
    }
}

TEST_CASE("settled-28 No address gives out a calendar, until there is one that says no place and is off for the police")
{
    const World world(storage::Engine::sqlite, proof_day());
    for (const auto& line : world.program->site().lines())
        for (const auto* calendar : {"calendar", "kalender", ".ics"})
            CHECK_MESSAGE(line.pattern.find(calendar) == std::string::npos, line.pattern);
}
