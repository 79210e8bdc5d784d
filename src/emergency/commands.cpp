#include "emergency/commands.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "emergency/pages.h"
#include "emergency/store.h"
#include "form/json_writer.h"
#include "organisation/profile.h"

namespace lots::emergency {

using access::Operation;
using namespace html::literals;

namespace {

constexpr int usual_hours = 4;

std::string json_of(const access::CasePermit& permit, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("emergency", number).end_object();
    return json.take();
}

// --- to open ------------------------------------------------------------------------------------------------------------

/// No head of the case: who is to read it says first why.
Result<web::Prepared<OpenCase>> prepare_open(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::emergency_access>(work, asked.part("case"));
    if (!permit) return permit.error();
    const int longest = organisation::profile_of(work).emergency_hours_longest;
    web::Prepared<OpenCase> prepared;
    prepared.back = "/arenden"_url;
    prepared.input.hours = std::min(usual_hours, longest);
    prepared.above = html::paragraph(permit->facts().number);
    prepared.above << html::inset_text({.text = asked.say("emergency.what_happens", {{"hours", longest}})});
    return prepared;
}

Result<web::Landing> open_case(access::Work& work, const OpenCase& input)
{
    const auto permit = access::permit<Operation::emergency_access>(work, input.case_number);
    if (!permit) return permit.error();
    const int longest = organisation::profile_of(work).emergency_hours_longest;
    if (auto no = work.unmet(may_open(!input.reason.empty(), *input.hours, longest))) return *no;
    cases::touch(*permit);
    work.entry().text = input.reason;  // in the log, sealed: whoever reviews it reads why
    const int number = add(*permit, input.reason, *input.hours);
    return web::Landing{cases::case_url(*permit), "emergency.opened", json_of(*permit, number)};
}

// --- to be told ---------------------------------------------------------------------------------------------------------

bool is_told_to_reader(const access::CasePermit& permit, const Emergency& one)
{
    const auto to = told_to(permit, one.person, one.unit);
    return to && to->manager == permit.work().reader.person;
}

guideline::Decision told_decision(const access::CasePermit& permit, const Emergency& one)
{
    return may_note_told(is_told_to_reader(permit, one), one.told_at.has_value());
}

template <Operation operation>
Result<web::Prepared<NoteTold>> prepare_told(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<operation>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto one = emergency_of(*permit, asked.part("number"));
    if (!one) return not_found();
    web::Prepared<NoteTold> prepared;
    prepared.back = "/min-dag"_url;
    if (auto decision = told_decision(*permit, *one); !decision.allowed()) prepared.gate = std::move(decision);
    // The reason tells of the young person: for the manager who is told, and for who has the case.
    if (operation == Operation::keep_file || is_told_to_reader(*permit, *one)) {
        prepared.above = html::paragraph(permit->facts().number);
        prepared.above << one_part(*one, asked);
    }
    return prepared;
}

template <Operation operation>
Result<web::Landing> note_told(access::Work& work, const NoteTold& input)
{
    const auto permit = access::permit<operation>(work, input.case_number);
    if (!permit) return permit.error();
    const auto one = emergency_of(*permit, input.number);
    if (!one) return not_found();
    if (auto no = work.unmet(told_decision(*permit, *one))) return *no;
    cases::touch(*permit);
    add_told(*permit, *one);
    return web::Landing{"/min-dag"_url, "emergency.told", json_of(*permit, one->number)};
}

}  // namespace

void open_fields(form::Fields& form, OpenCase& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.text("reason", input.reason, {.longest = 1000, .rows = 4});
    form.number("hours", input.hours, {.lowest = 1, .highest = 72});
}

void told_fields(form::Fields& form, NoteTold& input, const form::Choices&)
{
    form.path("case", input.case_number);
    form.path("number", input.number);
}

web::Command<OpenCase> open_command()
{
    return {Operation::emergency_access, "/arende/{case}/nodatkomst", "/api/v1/cases/{case}/emergency-access", "open_in_emergency",
            open_fields, prepare_open, open_case};
}

web::Command<NoteTold> told_command()
{
    return {Operation::keep_file, "/arende/{case}/nodatkomster/{number}/last", "/api/v1/cases/{case}/emergency-accesses/{number}/told",
            "emergency_told", told_fields, prepare_told<Operation::keep_file>, note_told<Operation::keep_file>};
}

web::Command<NoteTold> told_elsewhere_command()
{
    return {Operation::emergency_access, "/arende/{case}/nodatkomst/{number}/last", "/api/v1/cases/{case}/emergency-access/{number}/told",
            "emergency_told", told_fields, prepare_told<Operation::emergency_access>, note_told<Operation::emergency_access>};
}

}  // namespace lots::emergency
