#include <algorithm>

#include "sim/promises.h"

// Everybody tries to read.
namespace lots::sim {

using access::Role;

namespace {

bool of_social_services(Role role) { return role == Role::social_worker || role == Role::unit_manager; }

bool holds(const std::vector<const Page::Holder*>& holders, const PersonId& person, const UnitId& unit)
{
    return std::ranges::any_of(holders, [&](const Page::Holder* one) { return one->person == person && one->unit == unit; });
}

}  // namespace

/// Whoever the consent names and who takes part, as long as it holds; the young person, the officer and the manager of the
/// unit also when it rests and when it has ended; before the first consent nobody.
bool Promises::may_read_room(const Page& page, const Reader& reader, Instant at) const
{
    const bool opened = std::ranges::any_of(
        page.steps, [&](const Page::Step& step) { return (step.to == "forming" || step.to == "closed") && step.at <= at; });
    if (!opened || page.is_conflicted(reader.person, at)) return false;
    const bool officer = holds(page.holding("officer", at), reader.person, reader.unit);
    const bool coordinates = holds(page.holding("coordinator", at), reader.person, reader.unit);
    if (reader.who.role == Role::unit_manager) return page.unit == reader.unit;
    if (reader.who.role == Role::social_worker && (officer || coordinates)) return true;
    const auto* form = page.covering(day_of(at), at);
    const bool open = is_open(page, at);
    for (const auto& one : page.signers) {
        if (!one.person || *one.person != reader.person) continue;
        if (one.ended_on && *one.ended_on <= day_of(at)) continue;
        if (one.youth && reader.who.role == Role::youth) return true;
        if (!one.youth && reader.who.role == Role::guardian) return open && years_old(page.born, day_of(at)) < 18;
    }
    if (!open || !form->agencies.contains(reader.agency)) return false;
    if (coordinates && reader.who.role == Role::coordinator) return true;
    const bool staff = reader.who.role == Role::police || reader.who.role == Role::school ||
                       reader.who.role == Role::agency_staff || reader.who.role == Role::social_worker;
    return staff && std::ranges::any_of(page.group, [&](const Page::InGroup& one) {
               return one.person == reader.person && one.unit == reader.unit && one.made_at <= at &&
                      (!one.ended_at || *one.ended_at > at);
           });
}

/// The file of social services: whoever answers for the case there, and its coordinator among them once there is a room.
bool Promises::may_read_file(const Page& page, const Reader& reader, Instant at) const
{
    if (!of_social_services(reader.who.role) || page.is_conflicted(reader.person, at)) return false;
    if (reader.who.role == Role::unit_manager) return page.unit == reader.unit;
    if (holds(page.holding("officer", at), reader.person, reader.unit)) return true;
    if (page.state_at(at) == "proposed" && page.unit == reader.unit) return true;
    return page.was_opened() && holds(page.holding("coordinator", at), reader.person, reader.unit);
}

/// An agency's own manager reads of commitments and attendance while somebody of the agency takes part.
bool Promises::manages(const Page& page, const Reader& reader, Instant at) const
{
    if (!is_open(page, at) || !page.covering(day_of(at), at)->agencies.contains(reader.agency)) return false;
    return std::ranges::any_of(page.group, [&](const Page::InGroup& one) {
        return one.agency == reader.agency && one.made_at <= at && (!one.ended_at || *one.ended_at > at);
    });
}

void Promises::expect(const Page& page, const Reader& reader, const std::string& address, bool open)
{
    ++reads_;
    const auto answer = town_.desk().see(reader.who, address);
    const auto who = reader.who.handle + " as " + std::string(access::name(reader.who.role));
    if (!open && answer.status == 200) found("nobody outside the consent reads", page, who + " read " + address);
    if (open && answer.status != 200)
        found("those whom the consent names read", page, who + " got " + std::to_string(answer.status) + " for " + address);
}

/// Each who has a tie to the case, and some who have none, tries the room and the file; whoever may not and sees the name in
/// a list has read too much as well. While it rests those who were in the room try every address.
void Promises::read_as_everybody(const Page& page, bool every_address)
{
    const auto at = now();
    for (const auto& reader : readers()) {
        if (!town_.desk().is_here(reader.who)) continue;
        const bool in_group = std::ranges::count(page.group, reader.person, &Page::InGroup::person) > 0;
        const bool holder = std::ranges::count(page.holders, reader.person, &Page::Holder::person) > 0;
        const bool signs =
            std::ranges::any_of(page.signers, [&](const Page::Signer& one) { return one.person == reader.person; });
        const bool tied = in_group || holder || signs || of_social_services(reader.who.role);
        // Those with a tie all try, of the others a few: more of them once there is a room to look into.
        if (!tied && !chance_.percent(page.was_opened() ? 15 : 6)) continue;
        const bool room = may_read_room(page, reader, at), file = may_read_file(page, reader, at);
        const auto number = "/api/v1/cases/" + page.shown();
        expect(page, reader, number + "/plan", room);
        if (!room)
            expect(page, reader, "/arende/" + page.shown() + "/moten",
                   reader.who.role == Role::agency_manager && manages(page, reader, at));
        // The proposer reads the own text, at the proposal's own number.
        const bool own = page.number.empty() && page.proposer == reader.person && page.proposer_unit == reader.unit &&
                         !page.is_conflicted(reader.person, at);
        expect(page, reader, number + "/nomination", file || own);
        // Whoever takes part is told that the case rests, by its number alone.
        const bool takes_part = std::ranges::any_of(page.group, [&](const Page::InGroup& one) {
            return one.person == reader.person && one.unit == reader.unit && one.made_at <= at && (!one.ended_at || *one.ended_at > at);
        });
        const bool coordinates = holds(page.holding("coordinator", at), reader.person, reader.unit);
        if (!room && !file && !signs && !takes_part && !coordinates) {
            ++reads_;
            const auto list = town_.desk().see(reader.who, "/arenden").body;
            if (list.find("/arende/" + page.shown() + "\"") != std::string::npos)
                found("nobody outside the consent reads", page, reader.who.handle + " saw the case in a list");
        }
        // A third of them: over the years that is everybody, in every kind of case.
        if (every_address && tied && !room && !file && chance_.percent(33)) nothing_on_any_address(page, reader);
    }
}

/// What an agency has told or promised itself does not depend on the consent (S0-77), nor does the police's own reminder.
static bool is_own(std::string_view pattern)
{
    static const std::set<std::string_view> own{"/arende/{case}/egna-uppgifter",   "/api/v1/cases/{case}/own-items",
                                                "/arende/{case}/asp",              "/arende/{case}/asp/skriv",
                                                "/arende/{case}/asp/borttagen",    "/api/v1/cases/{case}/asp-reminder",
                                                "/arende/{case}/nodatkomst"};  // social services are asked why, and read nothing there
    return own.contains(pattern);
}

/// Every address of the case that can be read, with the first of whatever it asks for.
void Promises::nothing_on_any_address(const Page& page, const Reader& reader)
{
    static const std::set<std::string> say_that_it_rests{"/arende/{case}", "/api/v1/cases/{case}", "/min-plan/{case}",
                                                         "/min-plan/{case}/om-mig", "/api/v1/cases/{case}/about-me"};
    const bool signs =
        std::ranges::any_of(page.signers, [&](const Page::Signer& one) { return one.person == reader.person; });
    for (const auto& line : town_.desk().site().lines()) {
        if (line.open || line.method != http::Method::get || line.pattern.find("{case}") == std::string::npos) continue;
        auto address = line.pattern;
        for (auto from = address.find('{'); from != std::string::npos; from = address.find('{')) {
            const auto to = address.find('}', from);
            address.replace(from, to - from + 1, address.substr(from, to - from) == "{case" ? page.shown() : "1");
        }
        ++reads_;
        const auto answer = town_.desk().see(reader.who, address);
        if (answer.status == 404) continue;
        // A signatory goes on reading the own answer, and may take it back.
        const bool own_answer = signs && address.find("samtyck") != std::string::npos;
        const bool own_answer_api = signs && address.ends_with("/consent");
        const bool own_item = is_own(line.pattern);
        const bool own = own_answer || own_answer_api || own_item || say_that_it_rests.contains(line.pattern);
        if (!own)
            found("no address shows anything when it rests", page,
                  reader.who.handle + " got " + std::to_string(answer.status) + " for " + address);
        std::vector<std::string> words{"Vara i skolan varje dag", "Inte begå fler brott"};
        if (!own_item) words.insert(words.end(), {"Gå till skolan varje dag", "Samtal en gång i veckan"});
        for (const auto& word : words)
            if (answer.body.find(word) != std::string::npos)
                found("no address shows anything when it rests", page,
                      reader.who.handle + " read of the plan at " + address);
    }
}

}  // namespace lots::sim
