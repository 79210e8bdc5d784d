#include "cases/record.h"
#include "consent/store_parts.h"
#include "form/json_writer.h"
#include "group/commands.h"
#include "group/store.h"
#include "organisation/store.h"
#include "plan/commands.h"
#include "plan/forms.h"
#include "plan/promisers.h"
#include "plan/store.h"

#include <algorithm>
#include <set>

// Goals, and the young person's and guardians' own words.
namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;

namespace {

/// Agencies that have somebody in the group: only they can answer for a goal (S4-16).
form::Options agencies_in_group(const access::CasePermit& permit)
{
    std::set<std::string> present;
    for (const auto& member : group::members(permit)) present.insert(member.agency_code);
    auto options = organisation::agency_options(permit.work());
    std::erase_if(options, [&](const form::Option& option) { return !present.contains(option.value); });
    return options;
}

/// Agencies that social services may bring in for a goal: those that have nobody in the group (S0-86).
form::Options absent_agencies(const access::CasePermit& permit)
{
    std::set<std::string> present;
    for (const auto& member : group::members(permit)) present.insert(member.agency_code);
    auto options = organisation::agency_options(permit.work());
    std::erase_if(options, [&](const form::Option& option) { return present.contains(option.value); });
    return options;
}

void offer(const access::CasePermit& permit, form::Choices& choices)
{
    form::Options people;
    for (const auto& member : group::members(permit))
        people.push_back({"member-" + std::to_string(member.number), member.name + ", " + member.agency_name});
    choices.with("agencies", agencies_in_group(permit)).with("people", std::move(people)).with("absent", absent_agencies(permit));
    if (consent::names_assessment(permit)) choices.with("conclusion", marked());
}

/// The wording that somebody filled in, or the field that has to be corrected. What it holds of the input lives as long as that.
Result<GoalWording> wording_of(const access::CasePermit& permit, const WriteGoal& input)
{
    const auto agency = organisation::agency_of_code(permit.work(), input.agency);
    if (!agency) return invalid("responsible", "form.not_a_choice");
    GoalWording wording{input.area, input.text, input.reached_how, agency->id, input.dropped};
    std::vector<group::Member> of_agency;
    for (auto& member : group::members(permit))
        if (member.agency == agency->id) of_agency.push_back(std::move(member));
    for (const auto& member : of_agency)
        // S4-16: somebody answers for the goal by name. Whose agency has one person here need not be asked who it is.
        if (input.responsible_person == "member-" + std::to_string(member.number) || (input.responsible_person.empty() && of_agency.size() == 1))
            wording.member = member.id;
    if (!wording.member && !input.responsible_person.empty())
        return invalid("responsible_person", "field.common.responsible_person.of_agency");
    if (!wording.member && !of_agency.empty()) return invalid("responsible_person", "field.common.responsible_person.missing");
    if (!input.needs_agency.empty()) {
        const auto needed = organisation::agency_of_code(permit.work(), input.needs_agency);
        if (!needed) return invalid("needs_agency", "form.not_a_choice");
        wording.needs_agency = needed->id;
    }
    if (input.attendance_percent && input.attendance_source.empty())
        return invalid("attendance_source", "field.common.attendance_source.missing");
    wording.attendance_percent = input.attendance_percent;
    wording.attendance_source = input.attendance_source;
    // S1-12: the assessment is social services' own. What it came to is told here only when the consent says so.
    if (!input.assessment_conclusion.empty() && !consent::names_assessment(permit))
        return invalid("assessment_conclusion", "field.common.assessment_conclusion.not_in_consent");
    wording.from_assessment = input.from_assessment || !input.assessment_conclusion.empty();
    wording.assessment_conclusion = input.assessment_conclusion;
    return wording;
}

std::string json_of(const access::CasePermit& permit, std::string_view what, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair(what, number).end_object();
    return json.take();
}

std::optional<Goal> goal_at(const access::CasePermit& permit, const std::string& part)
{
    const auto number = group::number_in(part);
    return number ? goal_of(permit, *number) : std::nullopt;
}

Error changed_meanwhile(access::Work& work, int seen, int now, std::string theirs, const PersonId& by, Instant at)
{
    return {Conflict{seen, now, std::move(theirs), organisation::person_name(work, by), at}};
}

Result<web::Prepared<WriteGoal>> prepare_add(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<WriteGoal>(*permit, asked);
    offer(*permit, prepared.choices);
    return prepared;
}

Result<web::Landing> add(access::Work& work, const WriteGoal& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto wording = wording_of(*permit, input);
    if (!wording) return wording.error();
    cases::touch(*permit);
    const int number = add_goal(*permit, *wording);
    return web::Landing{cases::case_url(*permit) / "plan", "plan.goal_added", json_of(*permit, "goal", number)};
}

Result<web::Prepared<WriteGoal>> prepare_change(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto goal = goal_at(*permit, asked.part("number"));
    if (!goal) return not_found();
    auto prepared = prepared_for<WriteGoal>(*permit, asked);
    offer(*permit, prepared.choices);
    prepared.input = {{}, {}, goal->area, goal->text, goal->reached_how, goal->agency_code, goal->dropped, goal->seq};
    prepared.input.attendance_percent = goal->attendance_percent;
    prepared.input.attendance_source = goal->attendance_source;
    prepared.input.from_assessment = goal->from_assessment;
    prepared.input.assessment_conclusion = goal->assessment_conclusion;
    if (goal->membership && goal->person_takes_part) prepared.input.responsible_person = "member-" + std::to_string(*goal->membership);
    if (std::ranges::find(prepared.choices.of("absent"), goal->needs_agency_code, &form::Option::value) != prepared.choices.of("absent").end())
        prepared.input.needs_agency = goal->needs_agency_code;
    return prepared;
}

Result<web::Landing> change(access::Work& work, const WriteGoal& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto goal = goal_at(*permit, input.number);
    if (!goal) return not_found();
    if (input.seq_seen != goal->seq)
        return changed_meanwhile(work, input.seq_seen, goal->seq, goal->text, goal->made_by, goal->made_at);
    const auto wording = wording_of(*permit, input);
    if (!wording) return wording.error();
    const auto is_under = [&](const Commitment& one) { return one.goal == goal->number && !one.draft.dropped; };
    if (input.dropped && std::ranges::any_of(commitments(*permit), is_under))
        return invalid("dropped", "field.change_goal.dropped.has_commitments");
    cases::touch(*permit);
    add_wording(*permit, *goal, *wording);
    web::Landing done{cases::case_url(*permit) / "plan", input.dropped ? "plan.goal_dropped" : "plan.goal_changed",
                      json_of(*permit, "goal", goal->number)};
    if (input.dropped)
        done.undo = web::Undo{done.page / "mal" / std::to_string(goal->number) / "ta-tillbaka",
                              {{"seq_seen", std::to_string(goal->seq + 1)}}};
    return done;
}

/// A guardian who must sign today.
bool is_guardian(const access::CasePermit& permit, const consent::Signatory& one)
{
    return one.role != consent::SignatoryRole::youth && consent::must_sign(one, permit.facts().born, permit.work().today);
}

Result<web::Prepared<WriteWords>> prepare_words(access::Work& work, const web::Asked& asked)
{
    const auto permit = permit_to_lead(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<WriteWords>(*permit, asked);
    if (age_on(permit->facts().born, work.today) >= 18) prepared.choices.with("adult", marked());
    form::Options guardians;
    for (const auto& one : permit->facts().consent.signatories)
        if (is_guardian(*permit, one)) guardians.push_back({std::to_string(one.number), guardian_words(*permit, one.number)});
    prepared.choices.with("guardians", std::move(guardians));
    prepared.input.took_part_on = work.today;
    if (const auto said = words(*permit)) {
        prepared.input = {{}, said->youth, said->guardian, said->crisis_contact, said->took_part_on, said->seq};
        for (const int number : said->took_part) prepared.input.took_part.push_back(std::to_string(number));
        prepared.input.guardian_missing_reason = said->guardian_missing_reason;
    }
    return prepared;
}

Result<web::Landing> write_words(access::Work& work, const WriteWords& input)
{
    const auto permit = permit_to_lead(work, input.case_number);
    if (!permit) return permit.error();
    const auto before = words(*permit);
    const int seq = before ? before->seq : 0;
    if (input.seq_seen != seq)
        return changed_meanwhile(work, input.seq_seen, seq, before ? before->youth : "", before ? before->made_by : work.reader.person,
                                 before ? before->made_at : work.now);
    if (*input.took_part_on > work.today) return invalid("took_part_on", "form.today_or_earlier");
    std::vector<int> took_part;
    for (const auto& one : permit->facts().consent.signatories)
        if (is_guardian(*permit, one) && std::ranges::find(input.took_part, std::to_string(one.number)) != input.took_part.end())
            took_part.push_back(one.number);
    cases::touch(*permit);
    // What guardians said while it was theirs to say is kept when the young person has turned 18.
    const auto guardian = input.guardian.empty() && before ? before->guardian : input.guardian;
    add_words(*permit, {seq, input.youth, guardian, input.crisis_contact, *input.took_part_on, {}, {}, took_part,
                        input.guardian_missing_reason});
    return web::Landing{cases::case_url(*permit) / "plan", "plan.words_written", json_of(*permit, "words", seq + 1)};
}

}  // namespace

Result<access::Permit<Operation::draft_plan>> permit_to_lead(access::Work& work, const std::string& case_number)
{
    auto permit = access::permit<Operation::draft_plan>(work, case_number);
    if (permit && permit->answer(Compartment::room) != Answer::yes) return not_found();
    return permit;
}

form::Options marked() { return {{"yes", "yes"}}; }

web::Command<WriteGoal> add_goal_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/nytt-mal", "/api/v1/cases/{case}/goals", "add_goal", add_goal_fields, prepare_add,
            add};
}

web::Command<WriteGoal> change_goal_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/mal/{number}/andra", "/api/v1/cases/{case}/goals/{number}", "change_goal",
            change_goal_fields,    prepare_change,                           change};
}

web::Command<WriteWords> write_words_command()
{
    return {Operation::draft_plan, "/arende/{case}/plan/ord", "/api/v1/cases/{case}/plan/words", "plan_words", words_fields, prepare_words,
            write_words};
}

}  // namespace lots::plan
