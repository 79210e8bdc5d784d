#include <algorithm>
#include <array>
#include <utility>

#include "cases/record.h"
#include "form/json_writer.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/store.h"

// The links of a life that need nothing now (S2-02).
namespace lots::plan {

using access::Operation;

namespace {

/// Each link with its field.
std::array<std::pair<std::string_view, std::string*>, 4> fields_of(LookAtAreas& input)
{
    return {{{"school", &input.school}, {"occupation", &input.occupation}, {"leisure", &input.leisure}, {"social", &input.social}}};
}

LookAtAreas as_kept(const access::CasePermit& permit)
{
    LookAtAreas kept;
    for (const auto& note : area_notes(permit)) {
        for (const auto& [link, text] : fields_of(kept))
            if (link == note.area) *text = note.reason;
        kept.seq_seen = std::max(kept.seq_seen, note.seq);
    }
    return kept;
}

Result<web::Prepared<LookAtAreas>> prepare(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<LookAtAreas>(*permit, asked);
    prepared.input = as_kept(*permit);
    return prepared;
}

Result<web::Landing> look(access::Work& work, const LookAtAreas& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    auto before = as_kept(*permit), now = input;
    if (input.seq_seen != before.seq_seen) return Error{Conflict{input.seq_seen, before.seq_seen, {}, {}, {}}};
    cases::touch(*permit);
    const auto old = fields_of(before), written = fields_of(now);
    for (std::size_t i = 0; i < old.size(); ++i)
        if (*old[i].second != *written[i].second) add_area_note(*permit, old[i].first, *written[i].second);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).end_object();
    return web::Landing{cases::case_url(*permit) / "plan", "plan.areas_looked_at", json.take()};
}

}  // namespace

web::Command<LookAtAreas> look_at_areas_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/omraden", "/api/v1/cases/{case}/plan/areas", "look_at_areas",
            look_at_areas_fields,  prepare,                       look};
}

}  // namespace lots::plan
