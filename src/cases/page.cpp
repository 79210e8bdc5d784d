#include "cases/page.h"

#include <array>
#include <optional>
#include <vector>

#include "base/check.h"
#include "cases/care.h"
#include "cases/lists.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "organisation/local_words.h"

namespace lots::cases {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

html::TagKind colour(CaseState state)
{
    switch (state) {
    case CaseState::active:
    case CaseState::planning:
    case CaseState::forming: return html::TagKind::green;
    case CaseState::suspended: return html::TagKind::red;
    case CaseState::closure_review: return html::TagKind::orange;
    case CaseState::closed:
    case CaseState::consent_refused:
    case CaseState::decided_no_offer: return html::TagKind::grey;
    default: return html::TagKind::blue;
    }
}

enum class Group { work, basis, file };

struct Place {
    std::string_view path;
    MessageKey words;
    Operation operation;
    Compartment compartment;
    Group group;
};

/// The pages of a case in the order of the work. One that the reader may not open is not shown.
const std::array<Place, 23>& places()
{
    using enum Group;
    static const std::array<Place, 23> all{{
        {"", "cases.nav.overview", Operation::see_case, Compartment::social_services, work},
        {"", "cases.nav.overview", Operation::see_case, Compartment::room, work},
        {"samtycken", "cases.nav.consent", Operation::read_consent, Compartment::social_services, work},
        {"samtycke", "cases.nav.consent_scope", Operation::read_consent_scope, Compartment::room, work},
        {"deltagare", "cases.nav.members", Operation::read_members, Compartment::room, work},
        {"plan", "cases.nav.plan", Operation::read_plan, Compartment::room, work},
        {"moten", "cases.nav.meetings", Operation::read_meetings, Compartment::room, work},
        {"mina-ord", "cases.nav.youth_words", Operation::read_youth_words, Compartment::youth_words, work},
        {"anteckningar", "cases.nav.notes", Operation::read_notes, Compartment::room, work},
        {"lyfta-fragor", "cases.nav.lifted", Operation::read_commitments, Compartment::room, work},
        {"forslag", "cases.nav.nomination", Operation::read_nomination, Compartment::social_services, basis},
        {"bedomning", "cases.nav.selection", Operation::read_selection, Compartment::social_services, basis},
        {"bedomningar", "cases.nav.assessments", Operation::read_assessment, Compartment::social_services, basis},
        {"beredning", "cases.nav.preparation", Operation::read_selection, Compartment::social_services, basis},
        {"handelser", "cases.nav.timeline", Operation::read_timeline, Compartment::social_services, file},
        {"handelser", "cases.nav.timeline", Operation::read_timeline, Compartment::room, file},
        {"alla-beslut", "cases.nav.decisions", Operation::read_selection, Compartment::social_services, file},
        {"akten", "cases.nav.file", Operation::keep_file, Compartment::social_services, file},
        {"personsakerhet", "cases.nav.protection", Operation::read_protection_flag, Compartment::room, file},
        {"kontakter", "cases.nav.outside_contacts", Operation::keep_file, Compartment::social_services, file},
        {"utlamnanden", "cases.nav.disclosures", Operation::disclose_by_law, Compartment::social_services, file},
        {"asp", "cases.nav.asp", Operation::read_asp_reminder, Compartment::agency_own, file},
        {"egna-uppgifter", "cases.nav.own_items", Operation::read_own_items, Compartment::agency_own, file},
    }};
    return all;
}

MessageKey words_of(Group group)
{
    switch (group) {
    case Group::basis: return "cases.nav.group.basis";
    case Group::file: return "cases.nav.group.file";
    default: return "cases.nav.group.work";
    }
}

html::Url address(const access::CasePermit& permit, std::string_view path) { return path.empty() ? case_url(permit) : case_url(permit) / path; }

/// A page of the case that the reader may open, under its own name there.
struct OpenPlace {
    const Place* place;
    html::SideLink link;
};

std::vector<OpenPlace> open_places(const access::CasePermit& permit, const web::Asked& asked)
{
    std::vector<OpenPlace> open;
    const auto local = organisation::local_words(permit.work());
    for (const auto& place : places()) {
        const auto answer = access::would_allow(permit, place.operation, place.compartment);
        if (answer == Answer::no) continue;
        // While the room is not open a member has one page: the notice. Others would only lead to "finns inte".
        const auto url = address(permit, place.path);
        if (!open.empty() && open.back().link.href == url) continue;
        // Who reads the consents has its scope there; who signs has one of their own.
        if (place.path == "samtycke" && access::would_allow(permit, Operation::read_consent, Compartment::social_services) != Answer::no)
            continue;
        const bool own = place.path == "samtycken" && answer == Answer::part;
        const auto words = asked.say(own ? MessageKey("cases.nav.consent_scope") : place.words,
                                     {{"heading", local.heading}, {"plan", local.plan}, {"group", local.group}});
        open.push_back({&place, {.label = words, .href = url}});
    }
    return open;
}

Html navigation(const access::CasePermit& permit, const web::Asked& asked, std::string_view current, const std::string& heading)
{
    html::SideNavigation side;
    side.label = asked.say("web.case_pages");
    side.folded = asked.say("cases.nav.folded", {{"page", heading}});
    const auto waiting = own_duties_by_page(permit);
    std::optional<Group> group;
    for (auto& [place, link] : open_places(permit, asked)) {
        if (group != place->group) {
            group = place->group;
            side.groups.push_back({asked.say(words_of(place->group)), {}});
        }
        link.current = current == place->path;
        if (const auto found = waiting.find(std::string(place->path)); found != waiting.end())
            link.notice = asked.say("cases.nav.notice", {{"count", found->second}});
        side.groups.back().items.push_back(std::move(link));
    }
    // One group needs no name.
    if (side.groups.size() == 1) side.groups.front().label.clear();
    return html::side_navigation(side);
}

/// What is done now and then, and from anywhere in the case.
Html more_choices(const access::CasePermit& permit, const web::Asked& asked)
{
    struct Choice {
        std::string_view path;
        MessageKey words;
        Operation operation;
        Compartment compartment;
    };
    const std::array<Choice, 6> choices{{
        {"anteckning", "cases.more.note", Operation::write_note, Compartment::room},
        {"lyft", "cases.more.lift", Operation::escalate, Compartment::room},
        {"avsluta", "cases.more.close", Operation::decide_closure, Compartment::social_services},
        {"ny-episod", "cases.more.again", Operation::readmit, Compartment::social_services},
        {"jav", "cases.more.conflict", Operation::declare_conflict, Compartment::social_services},
        {"jav", "cases.more.conflict", Operation::declare_conflict, Compartment::room},
    }};
    std::vector<html::SideLink> links;
    for (const auto& choice : choices) {
        const auto url = address(permit, choice.path);
        if (access::would_allow(permit, choice.operation, choice.compartment) == Answer::no) continue;
        if (links.empty() || links.back().href != url) links.push_back({.label = asked.say(choice.words), .href = url});
    }
    return links.empty() ? Html{} : html::link_menu(asked.say("common.more_choices"), links);
}

/// What has to be minded before anything is sent, said or printed.
Html alert_of(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto care = care_of(permit);
    Html alert;
    if (care.danger_if_seen) alert << html::text(asked.say("cases.alert.danger"));
    if (care.danger_if_seen && care.protected_identity) alert << " "_m;
    if (care.protected_identity) alert << html::text(asked.say("cases.alert.protected"));
    return alert;
}

/// The family knows whose plan it is; a number, a state and the names of officials would only tell whoever looks on (settled 23).
Html family_header(const access::CasePermit& permit, const web::Asked& asked)
{
    html::CaseHeader header;
    header.title = asked.reader.role == access::Role::youth ? asked.say("cases.family.own")
                                                            : asked.say("cases.family.of", {{"name", youth_of(permit).given_name}});
    return html::case_header(header);
}

}  // namespace

html::Url case_url(const access::CasePermit& permit) { return "/arende"_url / permit.facts().number; }

std::string state_words(Language language, CaseState state)
{
    const auto key = MessageKey::of_name("cases.state." + std::string(access::name(state)));
    check(key.has_value(), "a state has no words in the catalogue");
    return say(language, *key);
}

Html state_tag(Language language, CaseState state) { return html::status_tag(state_words(language, state), colour(state)); }

Html case_header(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto& facts = permit.facts();
    html::CaseHeader header;
    header.number = facts.number;
    header.status = state_tag(asked.language(), facts.state);
    const bool sees = access::would_allow(permit, Operation::see_case, Compartment::social_services) == Answer::yes ||
                      access::would_allow(permit, Operation::see_case, Compartment::room) == Answer::yes;
    if (!sees) {  // the notice: that the case rests, and nothing of whom
        header.title = facts.number;
        return html::case_header(header);
    }
    // What an agency keeps for itself lies apart; whose case it is stands in the room.
    if (!permit.covers(Compartment::social_services) && !permit.covers(Compartment::room))
        return case_header(*access::permit<Operation::see_case>(permit), asked);
    if (asked.is_family()) return family_header(permit, asked);
    header.title = asked.say("cases.header.title", {{"name", short_name(youth_of(permit))}, {"age", age_on(facts.born, asked.today)}});
    if (const auto officer = holder(permit, "officer")) header.facts.push_back({asked.say("cases.header.officer"), officer->name});
    if (const auto coordinator = holder(permit, "coordinator"))
        header.facts.push_back({asked.say("cases.header.coordinator"), coordinator->name});
    if (const auto* consent = consent::in_force(facts.consent, asked.today))
        header.facts.push_back({asked.say("cases.header.consent_until"), say_date_short(asked.language(), consent->last_day)});
    else if (facts.consent_state != access::ConsentState::none)
        header.facts.push_back({asked.say("cases.header.consent_until"), asked.say("cases.header.consent_missing")});
    if (access::would_allow(permit, Operation::read_members, Compartment::room) != Answer::no)
        header.more = html::link(case_url(permit) / "vem-ser-vad", asked.say("cases.header.who_sees"));
    header.alert = alert_of(permit, asked);
    header.actions = more_choices(permit, asked);
    return html::case_header(header);
}

web::View case_page(const access::CasePermit& permit, const web::Asked& asked, std::string_view current, const std::string& heading,
                    Html content, const Html& extra)
{
    web::View view;
    Html main;
    main << html::heading(2, heading) << content;
    if (asked.is_family()) {
        view.title = heading;  // neutral: what is read over a shoulder, and in the list of windows
        view.width = html::Width::reading;
        view.before_main = html::back_link(asked.words(), {.href = "/min-plan"_url / permit.facts().number});
        view.main << case_header(permit, asked) << main << extra;
        return view;
    }
    view.title = permit.facts().number + " – " + heading;
    view.main << case_header(permit, asked) << html::columns(navigation(permit, asked, current, heading), main, extra);
    return view;
}

}  // namespace lots::cases
