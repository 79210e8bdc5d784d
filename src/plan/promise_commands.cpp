#include "cases/brought_in.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/pages.h"
#include "plan/report_parts.h"
#include "plan/store.h"

#include <algorithm>

// What the one who promised says: "I take it on", and how it goes.
namespace lots::plan {

using access::Operation;
using namespace html::literals;

namespace {

std::optional<Commitment> commitment_at(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    return number ? commitment_of(permit, *number) : std::nullopt;
}

web::Landing landing(const access::CasePermit& permit, const Commitment& commitment, std::string done)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair("commitment", commitment.number).end_object();
    // The young person, guardians and helpers go back to Min plan, where they came from.
    auto page = access::is_family(permit.work().reader.role)
                    ? "/min-plan"_url / permit.facts().number
                    : cases::case_url(permit) / "atagande" / std::to_string(commitment.number);
    return {std::move(page), std::move(done), json.take()};
}

// --- acceptance ---------------------------------------------------------------------------------------------------------

/// From which day the newest wording could be answered. What came in with a paper plan stood on that paper before it stood here.
Date worded_on(const access::CasePermit& permit, const Commitment& commitment)
{
    const auto here = local_day(commitment.draft.worded_at);
    const auto from = cases::brought_in(permit);
    const bool was_on_paper = from && from->plan_worded_on && from->at == commitment.draft.worded_at;
    return was_on_paper ? std::min(here, *from->plan_worded_on) : here;
}

/// There is something to accept: the newest wording stands in the draft and has no answer yet.
bool waits_for_answer(const Commitment& commitment) { return !commitment.draft.dropped && !commitment.draft.accepted; }

Result<web::Prepared<Accept>> prepare_accept(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::accept_commitment>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = commitment_at(*permit, asked.part("number"));
    if (!found || !waits_for_answer(*found)) return not_found();
    auto prepared = prepared_for<Accept>(*permit, asked);
    if (is_promised_by_reader(*permit, found->draft)) prepared.choices.with("own", marked());
    else if (is_own(*permit, found->draft)) return not_found();  // a helper does it too, and takes it on with the reservation
    else if (found->draft.owner == Owner::agency) prepared.choices.with("of_agency", marked());
    if (!is_promised_by_reader(*permit, found->draft))
        prepared.above = html::inset_text({.text = asked.say("plan.on_behalf_of", {{"owner", found->draft.owner_words}})});
    prepared.input.said_on = work.today;
    prepared.above << wording_list(*found, found->draft, asked);
    return prepared;
}

Result<web::Landing> accept(access::Work& work, const Accept& input)
{
    const auto permit = access::permit<Operation::accept_commitment>(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = commitment_at(*permit, input.number);
    if (!found || !waits_for_answer(*found)) return not_found();
    Acceptance acceptance{"self", "own_page", work.today};
    if (!is_promised_by_reader(*permit, found->draft)) {
        if (is_own(*permit, found->draft)) return not_found();
        if (input.way.empty()) return invalid("way", "field.accept_commitment.way.missing");
        if (!input.said_on) return invalid("said_on", "field.accept_commitment.said_on.missing");
        // Nobody can have answered before the wording was there, or tomorrow.
        if (*input.said_on > work.today) return invalid("said_on", "form.today_or_earlier");
        if (*input.said_on < worded_on(*permit, *found)) return invalid("said_on", "field.accept_commitment.said_on.before_wording");
        if (found->draft.owner == Owner::agency && input.said_by.empty())
            return invalid("said_by", "field.accept_commitment.said_by.missing");
        acceptance = {name(found->draft.owner), input.way, *input.said_on, input.said_by};
    }
    cases::touch(*permit);
    add_acceptance(*permit, *found, acceptance);
    return landing(*permit, *found, "plan.accepted");
}

// --- between meetings ---------------------------------------------------------------------------------------------------

Result<web::Prepared<Report>> prepare_report(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::report_commitment>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto found = commitment_at(*permit, asked.part("number"));
    if (!found) return not_found();
    auto prepared = prepared_for<Report>(*permit, asked);
    const auto* how = asked.request.parameter("hur");
    if (how != nullptr && *how == "not_done") prepared.input.status = "not_done";  // of who says why: the form alone
    const bool one_tap = prepared.input.status.empty() && is_own(*permit, found->in_force());
    prepared.above = one_tap ? own_now(*permit, *found, asked) : commitment_now(*permit, *found, asked);
    if (!one_tap) prepared.above << said_part(*permit, *found, asked);
    if (found->in_force().owner == Owner::agency && !is_own(*permit, found->in_force())) {
        prepared.choices.with("of_agency", marked());
        prepared.input.said_on = work.today;
    }
    prepared.input.needs_help = found->needs_help;
    return prepared;
}

Result<web::Landing> report(access::Work& work, const Report& input)
{
    const auto permit = access::permit<Operation::report_commitment>(work, input.case_number);
    if (!permit) return permit.error();
    const auto found = commitment_at(*permit, input.number);
    if (!found) return not_found();
    const auto status = status_of(input.status);
    const auto owner = found->in_force().owner;
    // An agency says why; with the young person and guardians we talk about it at the meeting (settled 30).
    if (status == Status::not_done && owner == Owner::agency && input.note.empty())
        return invalid("note", "field.report_commitment.note.missing");
    const bool own = is_own(*permit, found->in_force());
    const bool for_agency = !own && owner == Owner::agency;
    if (for_agency) {  // settled 15: who said it, when and how
        if (input.said_by.empty()) return invalid("said_by", "field.report_commitment.said_by.missing");
        if (input.way.empty()) return invalid("way", "field.report_commitment.way.missing");
        if (!input.said_on) return invalid("said_on", "field.report_commitment.said_on.missing");
        if (*input.said_on > work.today) return invalid("said_on", "form.today_or_earlier");
    }
    cases::touch(*permit);
    NewStatus said;
    said.status = status;
    said.needs_help = input.needs_help;
    said.note = input.note;
    said.on_behalf_of = own ? "self" : name(owner);
    if (for_agency) {
        said.said_by = input.said_by;
        said.said_on = input.said_on;
        said.way = input.way;
    }
    add_status(*permit, found->id, said);
    auto landed = landing(*permit, *found, "plan.reported");
    // What the family answers stands in no address: it would stay in the browser's history (settled 23).
    const bool of_family = access::is_family(work.reader.role);
    landed.args = {{"state", of_family ? "kept" : input.needs_help && input.status == "ongoing" ? "help" : input.status}};
    return landed;
}

}  // namespace

web::Command<Accept> accept_command()
{
    return {Operation::accept_commitment, "/arende/{case}/atagande/{number}/ta-pa-dig",
            "/api/v1/cases/{case}/commitments/{number}/acceptance", "accept_commitment", accept_fields, prepare_accept, accept};
}

web::Command<Report> report_command()
{
    return {Operation::report_commitment, "/arende/{case}/atagande/{number}", "/api/v1/cases/{case}/commitments/{number}/status",
            "report_commitment",          report_fields,                      prepare_report,
            report};
}

}  // namespace lots::plan
