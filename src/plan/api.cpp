#include "cases/page.h"
#include "form/json_writer.h"
#include "plan/card.h"
#include "plan/pages.h"
#include "plan/picture.h"
#include "plan/plain_words.h"
#include "plan/rules.h"
#include "plan/store.h"
#include "plan/translation.h"

namespace lots::plan {

using access::Operation;

namespace {

void write_wording(form::JsonWriter& json, const Wording& wording, const access::Reader& reader)
{
    // To a helper the own number would tell how many others the case has had (edge case 4.28).
    const bool is_helper = reader.role == access::Role::helper;
    json.object()
        .pair("seq", wording.seq)
        .pair("owner", name(wording.owner))
        .maybe("member", wording.membership)
        .maybe("signatory", wording.signatory)
        .pair("agency", wording.agency_code)
        .pair("legal_reference", police_law(wording))
        .maybe("helper", is_helper ? std::nullopt : wording.helper_number)
        .pair("kind", wording.kind)
        .pair("activity", wording.activity)
        .pair("from_assessment", wording.from_assessment)
        .pair("measure", wording.measure)
        .pair("documented_how", wording.documented_how)
        .pair("plain_words", wording.plain_words)
        .maybe("start_on", wording.start_on)
        .pair("last_day", wording.last_day)
        .pair("order_number", wording.order_number)
        .maybe("after", wording.after)
        .pair("dropped", wording.dropped)
        .pair("accepted", wording.accepted)
        .end_object();
}

void write_commitments(form::JsonWriter& json, const std::vector<Commitment>& list, const web::Asked& asked)
{
    json.name("commitments").array();
    for (const auto& one : list) {
        json.object()
            .pair("number", one.number)
            .pair("goal", one.goal)
            .pair("status", name(one.status))
            .pair("needs_help", one.needs_help)
            .pair("late", late(one.promise(), asked.today))
            .pair("last_day", one.last_day())
            .pair("changed", one.changed());
        json.name("draft");
        write_wording(json, one.draft, asked.reader);
        json.name("decided");
        if (one.decided) write_wording(json, *one.decided, asked.reader);
        else json.null();
        json.end_object();
    }
    json.end_array();
}

std::string numbers_json(const std::vector<int>& numbers)
{
    form::JsonWriter json;
    json.array();
    for (const int number : numbers) json.value(number);
    return json.end_array().take();
}

std::string_view name(ChangeKind kind)
{
    return kind == ChangeKind::added ? "added" : kind == ChangeKind::removed ? "removed" : "changed";
}

/// What each commitment still leaves open of the five questions, and the words that are heavy to read, as on the page.
void write_what_is_left(form::JsonWriter& json, const access::CasePermit& permit, const std::vector<Commitment>& all)
{
    const auto draft = draft_of(permit, all);
    json.name("open_questions").array();
    for (const auto& [number, open] : draft.open) {
        if (open.empty()) continue;
        json.object().pair("commitment", number).name("open").array();
        for (const auto question : open) json.value(name(question));
        json.end_array().end_object();
    }
    json.end_array().name("hard_words").array();
    for (const auto& one : all) {
        if (one.draft.dropped || one.status == Status::cancelled) continue;
        for (const auto& hard : hard_words(one.draft.plain_words))
            json.object().pair("commitment", one.number).pair("word", hard.word).pair("plainer", hard.plainer).end_object();
    }
    json.end_array();
}

/// What the plan in force says otherwise than the one before it (S2-15).
void write_newest_changes(form::JsonWriter& json, const access::CasePermit& permit)
{
    json.name("changes").array();
    const auto all = versions(permit);
    if (!all.empty() && permit.answer(access::Compartment::room) == access::Answer::yes)
        for (const auto& change : changes_of(permit, all.front())) {
            json.object().pair("kind", name(change.kind)).pair(change.goal ? "goal" : "commitment", change.number).name("fields").array();
            for (const auto& field : change.fields)
                json.object().pair("what", field.what).pair("before", field.before).pair("after", field.after).end_object();
            json.end_array().end_object();
        }
    json.end_array();
}

}  // namespace

Result<std::string> plan_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    json.name("versions").array();
    for (const auto& version : versions(*permit))
        json.object()
            .pair("number", version.number)
            .pair("valid_from", version.valid_from)
            .pair("change_reason", version.change_reason)
            .end_object();
    json.end_array().name("goals").array();
    for (const auto& goal : goals(*permit))
        json.object()
            .pair("number", goal.number)
            .pair("seq", goal.seq)
            .pair("area", goal.area)
            .pair("text", goal.text)
            .pair("reached_how", goal.reached_how)
            .pair("responsible", goal.agency_code)
            .maybe("responsible_member", goal.membership)
            .pair("needs_agency", goal.needs_agency_code)
            .maybe("attendance_percent", goal.attendance_percent)
            .pair("attendance_source", goal.attendance_source)
            .pair("from_assessment", goal.from_assessment)
            .pair("assessment_conclusion", goal.assessment_conclusion)
            .end_object();
    json.end_array();
    const auto all = commitments(*permit);
    write_commitments(json, all, asked);
    // For those who write the words, as on the page.
    if (access::would_allow(*permit, Operation::draft_plan, access::Compartment::room) != access::Answer::no) {
        const auto plain = plain_readability(all);
        json.name("readability").object().pair("lix", plain.lix()).pair("longest_sentence", plain.longest_sentence).end_object();
        write_what_is_left(json, *permit, all);
    }
    json.name("areas").array();
    for (const auto& note : area_notes(*permit))
        if (!note.reason.empty()) json.object().pair("area", note.area).pair("reason", note.reason).end_object();
    json.end_array();
    write_newest_changes(json, *permit);
    json.name("translations").array();
    for (const auto& one : translations(*permit))
        json.object()
            .pair("version", one.version)
            .pair("language", one.language)
            .pair("translated_on", one.translated_on)
            .pair("translator", one.translator)
            .pair("text", one.text)
            .end_object();
    json.end_array();
    json.name("words");
    if (const auto said = words(*permit))
        json.object()
            .pair("seq", said->seq)
            .pair("youth", said->youth)
            .pair("guardian", said->guardian)
            .pair("crisis_contact", said->crisis_contact)
            .pair("took_part_on", said->took_part_on)
            .name("took_part")
            .raw(numbers_json(said->took_part))
            .end_object();
    else json.null();
    json.end_object();
    return json.take();
}

Result<std::string> commitments_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_commitments>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number);
    write_commitments(json, commitments(*permit), asked);
    json.end_object();
    return json.take();
}

}  // namespace lots::plan
