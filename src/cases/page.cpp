#include "cases/page.h"

#include "base/check.h"
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

struct Place {
    std::string_view path;
    MessageKey words;
    Operation operation;
    Compartment compartment;
};

/// The pages of a case in the order of the work. One that the reader may not open is not shown.
const std::array<Place, 22>& places()
{
    static const std::array<Place, 22> all{{
        {"", "cases.nav.overview", Operation::see_case, Compartment::social_services},
        {"", "cases.nav.overview", Operation::see_case, Compartment::room},
        {"forslag", "cases.nav.nomination", Operation::read_nomination, Compartment::social_services},
        {"bedomning", "cases.nav.selection", Operation::read_selection, Compartment::social_services},
        {"beredning", "cases.nav.preparation", Operation::read_selection, Compartment::social_services},
        {"samtycken", "cases.nav.consent", Operation::read_consent, Compartment::social_services},
        {"samtycke", "cases.nav.consent_scope", Operation::read_consent_scope, Compartment::room},
        {"deltagare", "cases.nav.members", Operation::read_members, Compartment::room},
        {"plan", "cases.nav.plan", Operation::read_plan, Compartment::room},
        {"moten", "cases.nav.meetings", Operation::read_meetings, Compartment::room},
        {"lyfta-fragor", "cases.nav.lifted", Operation::read_commitments, Compartment::room},
        {"asp", "cases.nav.asp", Operation::read_asp_reminder, Compartment::agency_own},
        {"alla-beslut", "cases.nav.decisions", Operation::read_selection, Compartment::social_services},
        {"akten", "cases.nav.file", Operation::keep_file, Compartment::social_services},
        {"anteckningar", "cases.nav.notes", Operation::read_notes, Compartment::room},
        {"mina-ord", "cases.nav.youth_words", Operation::read_youth_words, Compartment::youth_words},
        {"personsakerhet", "cases.nav.protection", Operation::read_protection_flag, Compartment::room},
        {"kontakter", "cases.nav.outside_contacts", Operation::keep_file, Compartment::social_services},
        {"utlamnanden", "cases.nav.disclosures", Operation::disclose_by_law, Compartment::social_services},
        {"egna-uppgifter", "cases.nav.own_items", Operation::read_own_items, Compartment::agency_own},
        {"handelser", "cases.nav.timeline", Operation::read_timeline, Compartment::social_services},
        {"handelser", "cases.nav.timeline", Operation::read_timeline, Compartment::room},
    }};
    return all;
}

html::Url address(const access::CasePermit& permit, std::string_view path) { return path.empty() ? case_url(permit) : case_url(permit) / path; }

Html navigation(const access::CasePermit& permit, const web::Asked& asked, std::string_view current)
{
    html::SideNavigation side;
    side.label = asked.say("web.case_pages");
    const auto local = organisation::local_words(permit.work());
    for (const auto& place : places()) {
        const auto answer = access::would_allow(permit, place.operation, place.compartment);
        if (answer == Answer::no) continue;
        // While the room is not open a member has one page: the notice. Others would only lead to "finns inte".
        const auto url = address(permit, place.path);
        if (!side.items.empty() && side.items.back().href == url) continue;
        // Who reads the consents has its scope there; who signs has one of their own.
        if (place.path == "samtycke" && access::would_allow(permit, Operation::read_consent, Compartment::social_services) != Answer::no)
            continue;
        const bool own = place.path == "samtycken" && answer == Answer::part;
        const auto words = asked.say(own ? MessageKey("cases.nav.consent_scope") : place.words,
                                     {{"heading", local.heading}, {"plan", local.plan}, {"group", local.group}});
        side.items.push_back({words, url, current == place.path, {}});
    }
    return html::side_navigation(side);
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
    header.title = asked.say("cases.header.title", {{"name", short_name(youth_of(permit))}, {"age", age_on(facts.born, asked.today)}});
    if (const auto officer = holder(permit, "officer")) header.facts.push_back({asked.say("cases.header.officer"), officer->name});
    if (const auto coordinator = holder(permit, "coordinator"))
        header.facts.push_back({asked.say("cases.header.coordinator"), coordinator->name});
    if (const auto* consent = consent::in_force(facts.consent, asked.today))
        header.facts.push_back({asked.say("cases.header.consent_until"), say_date_short(asked.language(), consent->last_day)});
    else if (facts.consent_state != access::ConsentState::none)
        header.facts.push_back({asked.say("cases.header.consent"), asked.say("cases.header.consent_missing")});
    return html::case_header(header);
}

web::View case_page(const access::CasePermit& permit, const web::Asked& asked, std::string_view current, const std::string& heading,
                    Html content)
{
    web::View view;
    view.title = permit.facts().number + " – " + heading;
    view.main << case_header(permit, asked);
    Html main;
    main << html::heading(2, heading) << content;
    view.main << html::columns(navigation(permit, asked, current), main);
    return view;
}

}  // namespace lots::cases
