#include "cases/page.h"
#include "form/labels.h"
#include "group/coordination.h"
#include "group/helpers.h"
#include "group/pages.h"
#include "group/people.h"
#include "group/store.h"

// Who is in the group beside the people of agencies, and who stands in.
namespace lots::group {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

Answer may_form(const access::CasePermit& permit) { return access::would_allow(permit, Operation::form_group, Compartment::room); }

/// Where it stands with one of them: takes part, ended, not accepted, waits for something.
html::SummaryRow standing(const access::CasePermit& permit, const web::Asked& asked, const Helper& helper)
{
    const auto& facts = helper.facts;
    const MessageKey words = facts.ended                              ? MessageKey("group.helper_state.ended")
                             : takes_part(permit, helper)             ? MessageKey("group.helper_state.takes_part")
                             : !facts.no.empty()                      ? MessageKey("group.helper_state.said_no")
                             : !facts.suitable                        ? MessageKey("group.helper_state.wished")
                             : !*facts.suitable                       ? MessageKey("group.helper_state.not_accepted")
                             : !is_bound(facts)                       ? MessageKey("group.helper_state.to_sign")
                                                                      : MessageKey("group.helper_state.not_now");
    return {.key = asked.say("group.helper_state"), .value = asked.say(words)};
}

std::vector<Html> buttons(const access::CasePermit& permit, const web::Asked& asked, const Helper& helper)
{
    std::vector<Html> all;
    if (may_form(permit) == Answer::no || helper.facts.ended) return all;
    const auto url = cases::case_url(permit) / "deltagare" / "onskemal" / std::to_string(helper.number);
    const auto add = [&](MessageKey words, std::string_view tail) {
        Html label = html::text(asked.say(words));
        label << html::visually_hidden(" " + helper.name);
        all.push_back(html::button({.text = std::move(label), .classes = "govuk-button--secondary", .href = url / tail}));
    };
    add("group.helper_answer", "svar");
    add("group.helper_judge", "bedomning");
    // While the case rests nobody is bound anew; a duty that was written wrong is taken away all the same.
    if (may_be_bound(helper.facts) && (!rests(permit) || helper.facts.own_secrecy_on))
        add(helper.facts.own_secrecy_on ? MessageKey("group.helper_sign_anew") : MessageKey("group.helper_sign"), "forbehall");
    add("group.helper_end", "avsluta");
    return all;
}

}  // namespace

namespace {

/// Who, what for, whose wish, in which words, from when until when.
html::SummaryList rows_of(const Helper& helper, const web::Asked& asked)
{
    html::SummaryList list;
    const form::Labels labels(asked.language(), "wish_helper");
    const auto row = [&](MessageKey key, html::Content value) { list.rows.push_back({.key = asked.say(key), .value = std::move(value)}); };
    row("group.helper_who", helper.name + ", " + labels.find("relation", helper.relation));
    row("group.helper_task", helper.task);
    if (!helper.wish.empty()) {
        row("group.helper_wish", helper.wish);
        row("group.helper_wished_on", say_date(asked.language(), helper.wished_on));
    }
    if (!helper.contact.empty()) row("group.helper_contact", helper.contact);
    if (!helper.own_secrecy.empty()) row("group.helper_own_secrecy", helper.own_secrecy);
    if (helper.facts.from_day && helper.facts.last_day)
        row("group.helper_days", asked.say("group.from_to", {{"from", say_date_short(asked.language(), *helper.facts.from_day)},
                                                             {"until", say_date_short(asked.language(), *helper.facts.last_day)}}));
    return list;
}

}  // namespace

Html helper_list(const Helper& helper, const web::Asked& asked) { return html::summary_list(rows_of(helper, asked)); }

Html helpers_section(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto all = helpers(permit);
    const bool forms = may_form(permit) == Answer::yes;
    if (all.empty() && !forms) return {};
    Html section = html::heading(3, asked.say("group.helpers"));
    if (leads(permit)) section << html::paragraph(asked.say("group.helpers_are"));
    for (const auto& helper : all) {
        auto list = rows_of(helper, asked);
        list.rows.insert(list.rows.begin(), standing(permit, asked, helper));
        Html body = html::summary_list(list);
        const auto ways_on = buttons(permit, asked, helper);
        if (!ways_on.empty()) body << html::button_group(ways_on);
        section << html::card(helper.name, body, 4);
    }
    if (forms) {
        html::Button wish{.text = asked.say("group.wish_helper"), .classes = "govuk-button--secondary"};
        wish.href = cases::case_url(permit) / "deltagare" / "onskemal";
        section << html::button(wish);
    }
    return section;
}

Html deputies_section(const access::CasePermit& permit, const web::Asked& asked)
{
    std::vector<html::Content> lines;
    const bool forms = may_form(permit) != Answer::no;
    for (const auto& one : deputies(permit)) {
        if (one.ended_at || one.last_day < asked.today) continue;
        Html line = html::text(asked.say("group.deputy", {{"name", one.name},
                                                          {"from", say_date_short(asked.language(), one.from_day)},
                                                          {"until", say_date_short(asked.language(), one.last_day)}}));
        if (forms)
            line << html::text(" ")
                 << html::link(cases::case_url(permit) / "deltagare" / "ersattare" / std::to_string(one.number) / "avsluta",
                               asked.say("group.deputy_end"), one.name);
        if (const auto reason = leads(permit) ? other_unit_reason(permit, one) : std::string{}; !reason.empty())
            line << html::secondary_paragraph(asked.say("group.deputy_other_unit", {{"reason", reason}}));
        lines.emplace_back(std::move(line));
    }
    Html section;
    if (!lines.empty()) section << html::heading(3, asked.say("group.deputies")) << html::bullets(lines);
    if (forms && !changes_not_told(permit).empty())
        section << html::paragraph(html::link(cases::case_url(permit) / "deltagare" / "berattat", asked.say("group.tell_youth")));
    return section;
}

}  // namespace lots::group
