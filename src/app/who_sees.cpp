#include "app/who_sees.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>
#include <vector>

#include "access/decide.h"
#include "access/permit.h"
#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/helpers.h"
#include "group/store.h"

namespace lots::app {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Relation;
using access::Role;
using html::Html;

namespace {

/// What there is to read in a case, in the words of a page.
struct Topic {
    std::string_view code;
    MessageKey words;
    Operation operation;
    Compartment compartment;
};

const std::array<Topic, 10>& topics()
{
    static const std::array<Topic, 10> all{{
        {"consent_scope", "who_sees.topic.consent_scope", Operation::read_consent_scope, Compartment::room},
        {"plan", "who_sees.topic.plan", Operation::read_plan, Compartment::room},
        {"avoid", "who_sees.topic.avoid", Operation::read_plan_avoid, Compartment::room},
        {"meetings", "who_sees.topic.meetings", Operation::read_meetings, Compartment::room},
        {"minutes", "who_sees.topic.minutes", Operation::read_minutes, Compartment::room},
        {"pictures", "who_sees.topic.pictures", Operation::read_pictures, Compartment::room},
        {"notes", "who_sees.topic.notes", Operation::read_notes, Compartment::room},
        {"youth_words", "who_sees.topic.youth_words", Operation::read_youth_words, Compartment::youth_words},
        {"answers", "who_sees.topic.answers", Operation::read_consent, Compartment::social_services},
        {"file", "who_sees.topic.file", Operation::read_selection, Compartment::social_services},
    }};
    return all;
}

/// As what somebody reads: a role and the tie to this case. One person may have several, and the widest answer counts.
using Hat = std::pair<Role, Relation>;

struct Seer {
    std::string who;
    std::vector<Hat> hats;
};

Answer answer_for(const Seer& seer, const access::CaseFacts& facts, const Topic& topic)
{
    auto widest = Answer::no;
    for (const auto& [role, relation] : seer.hats)
        widest = std::max(
            widest, access::decide({role, relation, facts.state, facts.consent_state, topic.compartment, topic.operation}));
    return widest;
}

Role role_at(const std::string& agency_kind)
{
    if (agency_kind == "social_services") return Role::social_worker;
    if (agency_kind == "police") return Role::police;
    return agency_kind == "school" ? Role::school : Role::agency_staff;
}

/// Everybody with a part in the case today: social services, the group, the family. In the order of the page of members.
std::vector<Seer> seers(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto& facts = permit.facts();
    const auto officer = cases::holder(permit, "officer"), coordinator = cases::holder(permit, "coordinator");
    std::vector<Seer> all;
    bool officer_takes_part = false, coordinator_takes_part = false;
    // Whose agency a valid consent does not name is not in the group, as access/case_facts.cpp has it.
    const auto in_group = [&](const AgencyId& agency) {
        return facts.consent_state != access::ConsentState::valid || consent::names(facts.consent, agency, asked.today);
    };
    const auto add_hats = [&](Seer& seer, const PersonId& person, const UnitId& unit) {
        if (officer && officer->person == person && officer->unit == unit) {
            seer.hats.emplace_back(Role::social_worker, Relation::assigned);
            officer_takes_part = true;
        }
        if (coordinator && coordinator->person == person && coordinator->unit == unit) {
            seer.hats.emplace_back(facts.owner_unit == unit ? Role::social_worker : Role::coordinator,
                                   Relation::coordinator);
            coordinator_takes_part = true;
        }
    };
    for (const auto& member : group::members(permit)) {
        Seer seer{asked.say("who_sees.member", {{"name", member.name}, {"agency", member.agency_name}}), {}};
        if (in_group(member.agency)) seer.hats.emplace_back(role_at(member.agency_kind), Relation::member);
        add_hats(seer, member.person, member.unit);
        all.push_back(std::move(seer));
    }
    if (coordinator && !coordinator_takes_part) {
        Seer seer{asked.say("who_sees.coordinator", {{"name", coordinator->name}}), {}};
        add_hats(seer, coordinator->person, coordinator->unit);
        all.insert(all.begin(), std::move(seer));
    }
    if (officer && !officer_takes_part)
        all.insert(all.begin(), Seer{asked.say("who_sees.officer", {{"name", officer->name}}),
                                     {{Role::social_worker, Relation::assigned}}});
    all.push_back({asked.say("who_sees.manager"), {{Role::unit_manager, Relation::own_unit}}});
    all.push_back({asked.say("who_sees.youth"), {{Role::youth, Relation::subject}}});
    if (age_on(facts.born, asked.today) < 18)
        all.push_back({asked.say("who_sees.guardians"), {{Role::guardian, Relation::guardian_of}}});
    const auto private_people = group::helpers(permit);
    if (std::ranges::any_of(private_people, [&](const group::Helper& one) { return group::takes_part(permit, one); }))
        all.push_back({asked.say("who_sees.helpers"), {{Role::helper, Relation::helper_of}}});
    return all;
}

/// "planen, möten": what the answer is the same for.
std::string topics_with(const Seer& seer, const access::CaseFacts& facts, Answer wanted, Language language)
{
    std::string words;
    for (const auto& topic : topics())
        if (answer_for(seer, facts, topic) == wanted) words += (words.empty() ? "" : ", ") + say(language, topic.words);
    return words;
}

Result<web::View> who_sees_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_members>(work, asked.part("case"));
    if (!permit) return permit.error();
    html::SummaryList list;
    for (const auto& seer : seers(*permit, asked)) {
        Html value;
        const auto line = [&](MessageKey key, Answer wanted) {
            const auto words = topics_with(seer, permit->facts(), wanted, asked.language());
            if (!words.empty()) value << html::paragraph(asked.say(key, {{"topics", words}}));
        };
        line("who_sees.yes", Answer::yes);
        line("who_sees.part", Answer::part);
        line("who_sees.no", Answer::no);
        list.rows.push_back({.key = seer.who, .value = std::move(value)});
    }
    Html main;
    main << html::paragraph(asked.say("who_sees.lead")) << html::summary_list(list)
         << html::heading(3, asked.say("who_sees.others"))
         << html::bullets({asked.say("who_sees.others.none"), asked.say("who_sees.others.own_items"),
                           asked.say("who_sees.others.suspended"), asked.say("who_sees.others.log")});
    return cases::case_page(*permit, asked, "vem-ser-vad", asked.say("who_sees.title"), std::move(main));
}

Result<std::string> who_sees_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_members>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("people").array();
    for (const auto& seer : seers(*permit, asked)) {
        json.object().pair("who", seer.who);
        for (const auto& topic : topics()) json.pair(topic.code, access::name(answer_for(seer, permit->facts(), topic)));
        json.end_object();
    }
    return json.end_array().end_object().take();
}

}  // namespace

void add_who_sees(web::Site& site)
{
    site.page("/arende/{case}/vem-ser-vad", Operation::read_members, who_sees_page);
    site.data("/api/v1/cases/{case}/who-sees", Operation::read_members, "who_sees.api", who_sees_json);
}

}  // namespace lots::app
