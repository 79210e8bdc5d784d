#include "family/people_parts.h"

#include <string>
#include <vector>

#include "cases/record.h"
#include "family/parts.h"
#include "group/helpers.h"
#include "group/store.h"
#include "meeting/rules.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::family {

using access::Operation;
using html::Html;

namespace {

/// Words with a number that break over no line: with spaces and hyphens that hold together.
std::string unbroken(std::string_view words)
{
    std::string all;
    for (const char c : words) {
        if (c == ' ') all += "\u00a0";
        else if (c == '-') all += "\u2011";
        else all += c;
    }
    return all;
}

/// Whether the digits are a number that one can call: 112, 1177, 116 111, 010-000 00 01.
bool is_callable(std::string_view digits)
{
    constexpr std::size_t shortest = 7, longest_short = 6;
    if (digits.starts_with('0') || digits.starts_with('+')) return digits.size() >= shortest;
    return digits.starts_with("11") && digits.size() > 2 && digits.size() <= longest_short;
}

/// What belongs to a number where it begins, and inside it.
bool begins_number(char c) { return c == '+' || (c >= '0' && c <= '9'); }
bool goes_on_in_number(char c) { return c == ' ' || c == '-' || (c >= '0' && c <= '9'); }

}  // namespace

Html with_calls(std::string_view text)
{
    Html all;
    while (!text.empty()) {
        std::size_t from = 0;
        while (from < text.size() && !begins_number(text[from])) ++from;
        all << html::text(text.substr(0, from));
        text.remove_prefix(from);
        std::size_t to = text.empty() ? 0 : 1;
        while (to < text.size() && goes_on_in_number(text[to])) ++to;
        while (to > 0 && !begins_number(text[to - 1])) --to;
        const auto number = text.substr(0, to);
        std::string digits;
        for (const char c : number)
            if (begins_number(c)) digits += c;
        const auto call = is_callable(digits) ? html::Url::telephone(number) : std::nullopt;
        if (call)
            all << html::link(*call, unbroken(number));
        else
            all << html::text(number);
        text.remove_prefix(to);
    }
    return all;
}

namespace {

/// The telephone as a link, on a line of its own: one tap on a phone. Nothing when there is none.
Html phone_line(const access::CasePermit& permit, const web::Asked& asked, const PersonId& who)
{
    const auto phone = organisation::person_phone(permit.work(), who);
    if (!phone) return {};
    const auto said = unbroken(asked.say("my_plan.ask.phone", {{"phone", *phone}}));
    const auto call = html::Url::telephone(*phone);
    return html::paragraph(call ? html::Content(html::link(*call, said)) : html::Content(said));
}

/// Whom to ask and how, by name.
Html person_part(const access::CasePermit& permit, const web::Asked& asked, MessageKey key, const PersonId& who)
{
    return html::paragraph(asked.say(key, {{"name", organisation::person_name(permit.work(), who)}}))
           << phone_line(permit, asked, who);
}

/// Who reads what, in short.
Html sees_part(const access::CasePermit& permit, const web::Asked& asked)
{
    std::vector<html::Content> lines;
    const auto add = [&](MessageKey key) { lines.emplace_back(asked.say(key)); };
    if (meeting::call_stands(permit.facts().state).allowed())
        add("my_plan.sees.group");
    else
        add("my_plan.sees.nobody_now");
    add("my_plan.sees.social_services");
    if (is_youth(asked)) {
        if (is_minor(permit)) add("my_plan.sees.guardians");
    } else
        add("my_plan.sees.you_as_guardian");
    add("my_plan.sees.log");
    return html::heading(2, asked.say("my_plan.who")) << html::bullets(lines);
}

}  // namespace

Html who_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto reading = access::permit<Operation::read_members>(permit);
    if (!reading) return {};
    Html part = html::heading(2, asked.say("my_plan.we"));
    std::vector<html::Content> group, helpers;
    for (const auto& member : group::members(*reading))
        group.emplace_back(asked.say("my_plan.member", {{"name", member.name}, {"agency", member.agency_name}}));
    if (group.empty())
        part << html::paragraph(asked.say("my_plan.we_none"));
    else
        part << html::paragraph(asked.say("my_plan.group")) << html::bullets(group);
    for (const auto& helper : group::helpers(*reading))
        helpers.emplace_back(asked.say("my_plan.helper", {{"name", helper.name}, {"task", helper.task}}));
    if (!helpers.empty()) part << html::paragraph(asked.say("my_plan.helpers")) << html::bullets(helpers);
    // Said to everybody, whether somebody of the police is in the group today or not (S0-55).
    part << html::paragraph(
        asked.say(is_youth(asked) ? MessageKey("my_plan.sees.police") : MessageKey("my_plan.police_of")));
    return std::move(part) << sees_part(permit, asked);
}

Html officer_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto answers = sees_whole(permit) ? cases::answers_for(permit) : std::nullopt;
    if (!answers) return html::paragraph(asked.say("my_plan.ask.other"));
    if (const auto officer = cases::holder(permit, "officer"))
        return person_part(permit, asked, "my_plan.ask.officer", officer->person);
    return person_part(permit, asked, "my_plan.ask.manager", *answers);
}

Html interpreter_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto answers = sees_whole(permit) ? cases::answers_for(permit) : std::nullopt;
    if (!answers) return {};
    return html::paragraph(
        asked.say("family.consent.interpreter", {{"name", organisation::person_name(permit.work(), *answers)}}));
}

Html questions_part(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part = html::heading(2, asked.say("my_plan.questions"));
    const bool whole = sees_whole(permit);
    const auto coordinator = whole ? cases::holder(permit, "coordinator") : std::nullopt;
    const auto officer = whole ? cases::holder(permit, "officer") : std::nullopt;
    // The coordinator, or who stands in for one who has left; else whom to ask at social services.
    const auto leader = whole ? cases::leader(permit) : std::nullopt;
    const bool leads_group = coordinator || (leader && leader != cases::answers_for(permit));
    if (!leads_group)
        part << officer_part(permit, asked);
    else {
        part << person_part(permit, asked, "my_plan.ask.coordinator", *leader);
        if (officer && officer->person != *leader)
            part << person_part(permit, asked, "my_plan.ask.officer_too", officer->person);
    }
    if (const auto reading = access::permit<Operation::read_plan>(permit))
        if (const auto said = plan::words(*reading))
            part << html::paragraph(with_calls(asked.say("my_plan.ask.hard", {{"contact", said->crisis_contact}})));
    return std::move(part) << html::paragraph(with_calls(asked.say("my_plan.ask.danger")));
}

}  // namespace lots::family
