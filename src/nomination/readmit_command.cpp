#include "cases/file.h"
#include "cases/page.h"
#include "cases/record.h"
#include "cases/rules.h"
#include "cases/youth.h"
#include "form/json_writer.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "nomination/store.h"

namespace lots::nomination {

using access::Operation;
using namespace html::literals;

namespace {

guideline::Decision decision_of(const access::CasePermit& permit)
{
    return cases::may_readmit(cases::has_open_case(permit.work(), permit.facts().youth) ||
                              cases::has_other_open_case(permit));
}

Result<web::Prepared<Readmit>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::readmit>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<Readmit> prepared;
    prepared.gate = decision_of(*permit);
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit);
    prepared.above = html::paragraph(asked.say("nomination.readmit.new_consent"));
    return prepared;
}

Result<web::Landing> readmit(access::Work& work, const Readmit& input)
{
    const auto permit = access::permit<Operation::readmit>(work, input.case_number);
    if (!permit) return permit.error();
    if (auto no = work.unmet(decision_of(*permit))) return *no;
    check(permit->facts().owner_unit.has_value(), "a closed case belongs to no unit");
    const auto number = cases::open_case(work, permit->facts().youth, *permit->facts().owner_unit, "T19");
    const auto opened = access::load_case_facts(work, number);
    check(opened.has_value(), "a case that was just opened is not there");
    Nomination nomination;
    nomination.id = work.new_id<NominationId>();
    nomination.proposer = work.reader.person;
    nomination.proposer_unit = work.reader.unit;
    nomination.agency = work.reader.agency;
    nomination.legal_ground = "own_knowledge";
    nomination.legal_reference = "sol-18-4";
    nomination.noticed_on = work.today;
    nomination.origin = "none";
    nomination.known_before = "yes";
    nomination.reason = input.reason;
    nomination.why_sig = input.why_sig;
    nomination.weighing = input.weighing;
    nomination.received_at = work.now;
    add(work, opened->id, opened->social_unit, nomination);
    form::JsonWriter json;
    json.object().pair("nomination", number).pair("former_episode", permit->facts().number).end_object();
    return web::Landing{"/arende"_url / number, "nomination.readmitted", json.take()};
}

}  // namespace

web::Command<Readmit> readmit_command()
{
    return {Operation::readmit,
            "/arende/{case}/ny-episod",
            "/api/v1/cases/{case}/new-episode",
            "readmit",
            readmit_fields,
            prepare,
            readmit};
}

}  // namespace lots::nomination
