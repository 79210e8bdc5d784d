#include "asp/commands.h"

#include <algorithm>

#include "asp/forms.h"
#include "asp/store.h"
#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "organisation/store.h"

namespace lots::asp {

using access::Operation;

namespace {

form::Options options_of(const std::vector<Officer>& officers)
{
    form::Options options;
    for (const auto& one : officers) options.push_back({std::to_string(one.number), one.name, {}});
    return options;
}

Result<web::Prepared<WriteReminder>> prepare_reminder(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_asp_reminder>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<WriteReminder> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "asp";
    prepared.choices.with("officers", options_of(officers(*permit)));
    prepared.above << html::paragraph(asked.say("asp.never_membership"));
    prepared.input.assessed_on = work.today;
    if (const auto code = guideline::in_force(block_code_of_note, work.today))
        prepared.input.block_code = std::to_string(*code);
    if (const auto now = reminder(*permit)) {
        prepared.input.conditions = now->conditions;
        prepared.input.assessed_on = now->assessed_on;
        prepared.input.noted_on = now->noted_on;
        if (now->contact && now->contact_takes_part) prepared.input.contact = std::to_string(*now->contact);
        prepared.input.contact_way = now->contact_way;
        if (now->noted_on && now->block_code) prepared.input.block_code = std::to_string(*now->block_code);
        prepared.input.seq_seen = now->seq;
    }
    return prepared;
}

Result<web::Landing> write_reminder(access::Work& work, const WriteReminder& input)
{
    const auto permit = access::permit<Operation::write_asp_reminder>(work, input.case_number);
    if (!permit) return permit.error();
    const auto now = reminder(*permit);
    if (const int seq = now ? now->seq : 0; seq != input.seq_seen) {
        Conflict conflict{input.seq_seen, seq, "", "", {}};
        if (now) {
            conflict.changed_by = organisation::person_name(work, now->made_by);
            conflict.changed_at = now->made_at;
        }
        return Error{std::move(conflict)};
    }
    std::optional<MembershipId> contact;
    for (const auto& one : officers(*permit))
        if (std::to_string(one.number) == input.contact) contact = one.membership;
    if (input.noted_on && *input.noted_on > work.today) return invalid("noted_on", "form.today_or_earlier");
    std::optional<int> code;
    if (std::ranges::find(block_codes, input.block_code) != block_codes.end()) code = input.block_code.front() - '0';
    const Said said{!input.conditions.empty(),
                    input.conditions == "met",
                    *input.assessed_on,
                    work.today,
                    input.noted_on,
                    contact.has_value() && !input.contact_way.empty(),
                    code};
    if (auto no = work.unmet(may_note(said))) return *no;
    cases::touch(*permit);
    add_reminder(*permit, input, contact);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("seq", input.seq_seen + 1).end_object();
    return web::Landing{cases::case_url(*permit) / "asp", "asp.saved", json.take()};
}

Result<web::Prepared<ConfirmRemoval>> prepare_removal(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_asp_reminder>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<ConfirmRemoval> prepared;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "asp";
    if (const auto until = monitoring_until(*permit))
        prepared.above << html::paragraph(asked.say("asp.stays_until", {{"day", say_date(asked.language(), *until)}}));
    prepared.input.removed_on = work.today;
    return prepared;
}

Result<web::Landing> confirm_removal(access::Work& work, const ConfirmRemoval& input)
{
    const auto permit = access::permit<Operation::write_asp_reminder>(work, input.case_number);
    if (!permit) return permit.error();
    const auto now = reminder(*permit);
    if (!now || !now->noted_on) return invalid("removed_on", "asp.no_note");
    if (removal(*permit)) return invalid("removed_on", "asp.removed_already");
    const auto until = monitoring_until(*permit);
    if (auto no = work.unmet(may_confirm(until.has_value(), *input.removed_on, work.today, until.value_or(work.today),
                                         !input.early_reason.empty())))
        return *no;
    // An unmet "bör" asks for a reason, at the field where it is given.
    if (*input.removed_on <= *until && input.early_reason.empty()) return invalid("early_reason", "asp.say_why_early");
    cases::touch(*permit);
    add_removal(*permit, input);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("removed_on", *input.removed_on).end_object();
    return web::Landing{cases::case_url(*permit) / "asp", "asp.removed", json.take()};
}

}  // namespace

web::Command<WriteReminder> write_reminder_command()
{
    return {Operation::write_asp_reminder,
            "/arende/{case}/asp/skriv",
            "/api/v1/cases/{case}/asp-reminder",
            "asp_reminder",
            reminder_fields,
            prepare_reminder,
            write_reminder};
}

web::Command<ConfirmRemoval> confirm_removal_command()
{
    return {Operation::write_asp_reminder,
            "/arende/{case}/asp/borttagen",
            "/api/v1/cases/{case}/asp-reminder/removal",
            "asp_removal",
            removal_fields,
            prepare_removal,
            confirm_removal};
}

}  // namespace lots::asp
