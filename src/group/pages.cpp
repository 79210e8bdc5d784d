#include "group/pages.h"

#include <algorithm>
#include <map>

#include "cases/page.h"
#include "cases/record.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "group/coordination.h"
#include "group/gate_actions.h"
#include "group/rules.h"
#include "group/store.h"
#include "organisation/store.h"

namespace lots::group {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// In part while the case rests: people leave and the coordinator is replaced, but nobody comes to it (edge 4.26).
Answer may_form(const access::CasePermit& permit) { return access::would_allow(permit, Operation::form_group, Compartment::room); }

/// What can be done with one line of the table.
Html end_link(const access::CasePermit& permit, const web::Asked& asked, const Member& member)
{
    const auto url = cases::case_url(permit) / "deltagare" / std::to_string(member.number) / "avsluta";
    return html::link(url, asked.say("group.end"), asked.say("group.end_of", {{"who", member.name}}));
}

Html table_of(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Member>& present)
{
    const auto coordinator = cases::holder(permit, "coordinator"), entrusted = cases::entrusted(permit, "coordinator");
    const auto is = [](const std::optional<cases::Holder>& one, const Member& member) {
        return one && one->person == member.person && one->unit == member.unit;
    };
    // The coordinator is replaced and not ended: without others there is nothing to do in the lines.
    const bool others = !std::ranges::all_of(present, [&](const Member& member) { return is(entrusted, member); });
    const bool forms = others && may_form(permit) != Answer::no, reasons = leads(permit);
    html::Table table;
    table.caption = asked.say("group.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.first_cell_is_header = table.cards = true;
    for (const auto key : {MessageKey("group.name"), MessageKey("group.function"), MessageKey("group.agency"), MessageKey("group.since")})
        table.head.emplace_back(asked.say(key));
    if (reasons) table.head.emplace_back(asked.say("group.reason"));
    if (forms) table.head.emplace_back(asked.say("group.change"));
    for (const auto& member : present) {
        auto function = function_words(asked.language(), member.function);
        if (!member.ground.empty()) function += ", " + form::Labels(asked.language(), "add_member").find("contact_ground", member.ground);
        if (is(coordinator, member) && member.function != "coordinator") function += ", " + asked.say("group.also_coordinator");
        std::vector<html::Cell> row{member.name, function, member.agency_name,
                                    html::day_cell(say_date_short(asked.language(), member.from_day))};
        if (reasons) row.emplace_back(member.reason);
        if (forms) row.emplace_back(is(entrusted, member) ? Html{} : end_link(permit, asked, member));
        table.rows.push_back(std::move(row));
    }
    return html::scrollable(table.caption, html::table(table));
}

Html actions(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto url = cases::case_url(permit) / "deltagare";
    const bool has_coordinator = cases::holder(permit, "coordinator").has_value();
    const bool replaces = cases::entrusted(permit, "coordinator").has_value();  // who has left is replaced as well, also while the case rests
    html::Button appoint{.text = asked.say(replaces ? MessageKey("group.replace_coordinator") : MessageKey("group.appoint_coordinator"))};
    appoint.href = url / "samordnare";
    html::Button add{.text = asked.say("group.add")};
    add.href = url / "lagg-till";
    html::Button deputy{.text = asked.say("group.appoint_deputy"), .classes = "govuk-button--secondary"};
    deputy.href = url / "ersattare";
    if (may_form(permit) == Answer::part) {
        if (has_coordinator) return html::button_group({html::button(appoint), html::button(deputy)});
        return replaces ? html::button(appoint) : Html{};
    }
    (has_coordinator ? appoint : add).classes = "govuk-button--secondary";
    return has_coordinator ? html::button_group({html::button(add), html::button(appoint), html::button(deputy)})
                           : html::button_group({html::button(appoint), html::button(add)});
}

/// What is missing before the plan can be begun (T9), for those who work in the case.
Html gate(const access::CasePermit& permit, const web::Asked& asked)
{
    if (permit.facts().state != CaseState::forming) return {};
    if (access::would_allow(permit, Operation::read_gates, Compartment::room) == Answer::no) return {};
    html::Button begin{.text = asked.say("group.begin")};
    begin.href = cases::case_url(permit) / "deltagare" / "borja-planera";
    return web::gate_box(asked.language(), asked.words(), asked.today, asked.say("group.gate"),
                         may_start_planning(facts_of(permit), asked.today), agency_words(permit.work()),
                         may_form(permit) == Answer::yes ? html::button(begin) : Html{},
                         actions_of_group(permit, asked.language()));
}

/// Why the coordinator comes from a unit that the municipality takes none from (S4-19), for those who lead the case.
Html other_unit_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!leads(permit)) return {};
    const auto coordinator = cases::holder(permit, "coordinator");
    const auto reason = coordinator ? other_unit_reason(permit, *coordinator) : std::string{};
    return reason.empty() ? Html{} : html::paragraph(asked.say("group.other_unit", {{"reason", reason}}));
}

Html those_who_left(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!leads(permit)) return {};
    std::vector<html::Content> left;
    for (const auto& member : members_ever(permit))
        if (member.ended_at)
            left.emplace_back(asked.say("group.left", {{"name", member.name},
                                                       {"agency", member.agency_name},
                                                       {"from", say_date_short(asked.language(), member.from_day)},
                                                       {"until", say_date_short(asked.language(), local_day(*member.ended_at))}}));
    if (left.empty()) return {};
    return html::details({.summary = asked.say("group.have_left"), .body = html::bullets(left)});
}

}  // namespace

std::string function_words(Language language, const std::string& function)
{
    const auto words = form::Labels(language, "add_member").find("function", function);
    check(!words.empty(), "a function in the group has no words in the catalogue");
    return words;
}

web::AboutWords agency_words(access::Work& work)
{
    std::map<std::string, std::string> names;
    for (const auto& agency : organisation::agencies(work)) names[agency.code] = agency.name;
    return [names](const guideline::Finding& finding) {
        const auto found = names.find(finding.about);
        return found == names.end() ? std::string{} : found->second;
    };
}

Html coordinator_left(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto last = cases::entrusted(permit, "coordinator");
    if (!last || cases::holder(permit, "coordinator")) return {};
    return html::inset_text({.text = asked.say("group.coordinator_left", {{"name", last->name}})});
}

Html missing_agencies(const access::CasePermit& permit, const web::Asked& asked)
{
    const bool adds = may_form(permit) == Answer::yes;
    const auto form = cases::case_url(permit) / "deltagare" / "lagg-till";
    std::vector<html::Content> items;
    for (const auto& agency : agencies_without_member(permit)) {
        Html line = html::text(agency.name);
        if (adds)
            line << ". "_m << html::link(from_agency(form, agency.code), asked.say("group.add_from", {{"agency", agency.name}}));
        items.emplace_back(std::move(line));
    }
    if (items.empty()) return {};
    return html::paragraph(asked.say("group.nobody_from")) << html::bullets(items);
}

Result<web::View> members_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_members>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto present = members(*permit);
    const bool forms = may_form(*permit) != Answer::no;
    Html main;
    main << gate(*permit, asked);
    if (forms) main << coordinator_left(*permit, asked);
    if (present.empty())
        main << html::empty_state({.title = asked.say("group.empty"),
                                   .text = asked.say(forms ? MessageKey("group.empty_begin") : MessageKey("group.empty_wait")),
                                   .action = forms ? actions(*permit, asked) : Html{}});
    else {
        main << table_of(*permit, asked, present);
        if (forms) main << actions(*permit, asked);
        main << ring_part(*permit, asked, present);
    }
    // Whom one waits for is a working matter of the group, not of the young person's page.
    if (!present.empty() && access::would_allow(*permit, Operation::read_gates, Compartment::room) != Answer::no)
        main << missing_agencies(*permit, asked);
    // Edge 4.29: the secrecy of health care is their own; they take on something here, and bring nothing of the patient's.
    if (std::ranges::any_of(present, [](const Member& member) { return member.agency_kind == "health"; }))
        main << html::inset_text({.text = asked.say("group.health_secrecy")});
    main << other_unit_part(*permit, asked) << deputies_section(*permit, asked) << helpers_section(*permit, asked);
    main << html::paragraph(asked.say("group.only_within_consent"))
         << html::paragraph(html::link(cases::case_url(*permit) / "vem-ser-vad", asked.say("group.who_sees")))
         << those_who_left(*permit, asked);
    return cases::case_page(*permit, asked, "deltagare", asked.say("group.title"), main);
}

namespace {

void write_deputies(form::JsonWriter& json, const access::CasePermit& permit)
{
    json.name("deputies").array();
    for (const auto& one : deputies(permit)) {
        if (one.ended_at || one.last_day < permit.work().today) continue;
        json.object().pair("number", one.number).pair("name", one.name);
        json.pair("from", one.from_day).pair("last_day", one.last_day);
        if (leads(permit)) json.pair("other_unit_reason", other_unit_reason(permit, one));
        json.end_object();
    }
    json.end_array();
}

void write_helpers(form::JsonWriter& json, const access::CasePermit& permit)
{
    json.name("helpers").array();
    for (const auto& one : helpers(permit)) {
        json.object().pair("number", one.number).pair("name", one.name).pair("relation", one.relation).pair("task", one.task);
        json.pair("takes_part", takes_part(permit, one)).maybe("from", one.facts.from_day).maybe("last_day", one.facts.last_day);
        if (leads(permit)) json.pair("wish", one.wish).pair("wished_on", one.wished_on).pair("ended", one.facts.ended);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

Result<std::string> members_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_members>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto coordinator = cases::holder(*permit, "coordinator");
    const bool reasons = leads(*permit);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("members").array();
    for (const auto& member : members(*permit)) {
        json.object()
            .pair("number", member.number)
            .pair("name", member.name)
            .pair("agency", member.agency_code)
            .pair("function", member.function)
            .pair("contact_ground", member.ground)
            .pair("coordinator", coordinator && coordinator->person == member.person && coordinator->unit == member.unit)
            .pair("knows_youth", member.knows_youth)
            .pair("from", member.from_day);
        if (reasons) json.pair("reason", member.reason);
        json.end_object();
    }
    json.end_array();
    if (reasons && coordinator) json.pair("other_unit_reason", other_unit_reason(*permit, *coordinator));
    write_deputies(json, *permit);
    write_helpers(json, *permit);
    json.end_object();
    return json.take();
}

}  // namespace lots::group
