#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "organisation/profile.h"
#include "organisation/store.h"
#include "selection/commands.h"
#include "selection/forms.h"
#include "selection/store.h"

// What the decision rests on, and who is told of it.
namespace lots::selection {

using access::Operation;

namespace {

Result<web::Prepared<Source>> prepare_source(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::decide_offer>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<Source> prepared;
    prepared.input.learned_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "bedomning";
    return prepared;
}

Result<web::Landing> add_source(access::Work& work, const Source& input)
{
    const auto permit = access::permit<Operation::decide_offer>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.learned_on > work.today) return invalid("learned_on", "form.today_or_earlier");
    cases::touch(*permit);
    add_source(*permit, input);
    form::JsonWriter json;
    json.object().pair("sources", static_cast<int>(sources_of(*permit).size())).end_object();
    return web::Landing{cases::case_url(*permit) / "bedomning", "selection.source_added", json.take()};
}

Result<web::Prepared<Assessment>> prepare_assessment(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::register_assessment>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<Assessment> prepared;
    prepared.input.instrument = organisation::profile_of(work).assessment_instrument;
    prepared.input.assessed_on = work.today;
    prepared.input.assessor = work.reader.name;
    prepared.header = cases::case_header(*permit, asked);
    prepared.above = html::inset_text({.text = asked.say("selection.assessment.result_only")});
    prepared.back = cases::case_url(*permit) / "bedomningar";
    return prepared;
}

Result<web::Landing> register_assessment(access::Work& work, const Assessment& input)
{
    const auto permit = access::permit<Operation::register_assessment>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.assessed_on > work.today) return invalid("assessed_on", "form.today_or_earlier");
    if (input.instrument == "other" && input.instrument_name.empty())
        return invalid("instrument_name", "field.register_assessment.instrument_name.missing");
    const AssessmentFacts facts{!input.instrument.empty(), !input.version.empty(), !input.assessor.empty(),
                                !input.summary.empty(),    *input.assessed_on,     work.today};
    if (auto no = work.unmet(may_register_assessment(facts))) return *no;
    cases::touch(*permit);
    add_assessment(*permit, input);
    cases::move(*permit, permit->facts().recorded_state, "T4");
    return web::Landing{cases::case_url(*permit) / "bedomningar", "selection.assessment_registered",
                        R"({"assessment":true})"};
}

Result<web::Prepared<Support>> prepare_support(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<Support> prepared;
    prepared.input.from_day = work.today;
    prepared.header = cases::case_header(*permit, asked);
    prepared.back = cases::case_url(*permit) / "bedomning";
    return prepared;
}

Result<web::Landing> add_support(access::Work& work, const Support& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (input.last_day && *input.last_day < *input.from_day) return invalid("last_day", "field.add_support.last_day.before_first");
    cases::touch(*permit);
    add_support(*permit, input);
    return web::Landing{cases::case_url(*permit) / "bedomning", "selection.support_added", R"({"support":true})"};
}

Result<web::Prepared<TellFamily>> prepare_telling(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    web::Prepared<TellFamily> prepared;
    prepared.input.told_on = work.today;
    prepared.header = cases::case_header(*permit, asked);
    const auto decisions = decisions_of(*permit);
    if (!decisions.empty()) {
        const auto& newest = decisions.front();
        const MessageKey words = newest.mode == "cooperation_form"    ? MessageKey("selection.tell.cooperation_form")
                                 : newest.mode == "open_intervention" ? MessageKey("selection.tell.open_intervention")
                                                                      : MessageKey("selection.tell.assessed_intervention");
        prepared.above << html::inset_text({.text = asked.say(words)});
        if (newest.intervention_last_day)
            prepared.above << html::paragraph(
                asked.say("selection.tell.last_day", {{"day", *newest.intervention_last_day}}));
    }
    prepared.back = cases::case_url(*permit) / "bedomning";
    return prepared;
}

Result<web::Landing> tell_family(access::Work& work, const TellFamily& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    const auto decisions = decisions_of(*permit);
    if (decisions.empty()) return invalid("told_on", "field.tell_family.told_on.nothing_decided");
    if (*input.told_on > work.today) return invalid("told_on", "form.today_or_earlier");
    if (*input.told_on < decisions.front().note.decided_on)
        return invalid("told_on", "field.tell_family.told_on.before_decision");
    cases::touch(*permit);
    add_told(*permit, decisions.front().id, input);
    return web::Landing{cases::case_url(*permit) / "bedomning", "selection.family_told", R"({"told":true})"};
}

}  // namespace

web::Command<Source> add_source_command()
{
    return {Operation::decide_offer,
            "/arende/{case}/bedomning/kallor",
            "/api/v1/cases/{case}/sources",
            "add_source",
            add_source_fields,
            prepare_source,
            add_source};
}

web::Command<Assessment> register_assessment_command()
{
    return {Operation::register_assessment,
            "/arende/{case}/bedomningar/ny",
            "/api/v1/cases/{case}/assessments",
            "register_assessment",
            register_assessment_fields,
            prepare_assessment,
            register_assessment};
}

web::Command<Support> add_support_command()
{
    return {Operation::keep_file, "/arende/{case}/bedomning/annat-stod", "/api/v1/cases/{case}/other-support", "add_support",
            add_support_fields, prepare_support, add_support};
}

web::Command<TellFamily> tell_family_command()
{
    return {Operation::keep_file,
            "/arende/{case}/bedomning/berattat",
            "/api/v1/cases/{case}/decision-told",
            "tell_family",
            tell_family_fields,
            prepare_telling,
            tell_family};
}

}  // namespace lots::selection
