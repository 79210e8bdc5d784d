#include "note/commands.h"

#include <algorithm>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/store.h"
#include "guideline/law.h"
#include "meeting/words.h"
#include "note/forms.h"
#include "note/rules.h"
#include "note/store.h"
#include "organisation/store.h"
#include "plan/store.h"

namespace lots::note {

using access::Operation;

namespace {

template <class Input>
web::Prepared<Input> prepared_for(const access::CasePermit& permit, const web::Asked& asked, std::string_view back)
{
    web::Prepared<Input> prepared;
    prepared.header = cases::case_header(permit, asked);
    prepared.back = cases::case_url(permit) / back;
    return prepared;
}

std::string json_of(const access::CasePermit& permit, std::string_view name, int number)
{
    form::JsonWriter json;
    json.object().pair("case", permit.facts().number).pair(name, number).end_object();
    return json.take();
}

bool holds(const std::vector<std::string>& values, const std::string& value) { return std::ranges::find(values, value) != values.end(); }

// --- notes --------------------------------------------------------------------------------------------------------------

std::string member_code(const group::Member& member) { return "member-" + std::to_string(member.number); }
std::string signatory_code(const consent::Signatory& one) { return "signatory-" + std::to_string(one.number); }

std::string_view role_of(consent::SignatoryRole role)
{
    switch (role) {
    case consent::SignatoryRole::youth: return "youth";
    case consent::SignatoryRole::appointed_guardian: return "appointed_guardian";
    case consent::SignatoryRole::trustee: return "trustee";
    case consent::SignatoryRole::guardian: break;
    }
    return "guardian";
}

/// Those who sign today: the young person, and before 18 the guardians.
std::vector<consent::Signatory> family(const access::CasePermit& permit)
{
    auto all = permit.facts().consent.signatories;
    std::erase_if(all, [&](const consent::Signatory& one) { return !consent::must_sign(one, permit.facts().born, permit.work().today); });
    return all;
}

form::Options reader_options(const access::CasePermit& permit, Language language)
{
    form::Options options;
    for (const auto& member : group::members(permit))
        if (member.person != permit.work().reader.person)
            options.push_back({member_code(member), member.name + ", " + member.agency_name, {}});
    for (const auto& one : family(permit))
        options.push_back({signatory_code(one),
                           meeting::signatory_words(language, role_of(one.role), meeting::place_of(permit.facts().consent, one.number)), {}});
    return options;
}

/// The promises of the plan in force, and "something new".
form::Options basis_options(const access::CasePermit& permit, const web::Asked& asked)
{
    form::Options options;
    for (const auto& one : plan::commitments(permit))
        if (one.decided)
            options.push_back({"commitment-" + std::to_string(one.number), std::to_string(one.number) + ". " + one.in_force().measure,
                               one.in_force().owner_words});
    options.push_back({"new_concern", asked.say("note.basis.new_concern"), asked.say("note.basis.new_concern_hint")});
    return options;
}

/// The codes of those who read it beside who leads the case.
std::vector<std::string> named_readers(const access::CasePermit& permit, const WriteNote& input)
{
    if (input.reach != "group") return input.reach == "leading" ? std::vector<std::string>{} : input.readers;
    std::vector<std::string> all;
    for (const auto& member : group::members(permit))
        if (member.person != permit.work().reader.person) all.push_back(member_code(member));
    return all;
}

NoteFacts facts_of(const access::CasePermit& permit, const WriteNote& input, std::optional<CommitmentId>& commitment)
{
    NoteFacts facts;
    for (const auto& one : plan::commitments(permit))
        if (one.decided && "commitment-" + std::to_string(one.number) == input.basis) {
            commitment = one.id;
            facts.commitment_of_police = one.in_force().agency_kind == "police";
        }
    facts.police_report = input.kind == "report" && permit.work().reader.agency_kind == "police";
    facts.third_party = input.third_party;
    for (const auto& one : family(permit)) facts.read_by_family = facts.read_by_family || holds(input.readers, signatory_code(one));
    return facts;
}

/// What the writer chose the last time is a good first guess; never a reader in the family, for that is thought about each time.
void as_last_time(const access::CasePermit& permit, const form::Options& readers, WriteNote& input)
{
    input.kind = kinds.front();
    if (access::would_allow(permit, Operation::read_notes, access::Compartment::room) == access::Answer::no) return;
    const auto reading = access::permit<Operation::read_notes>(permit);
    if (!reading) return;
    for (const auto& note : notes(*reading)) {  // newest first
        if (note.by != permit.work().reader.name || note.agency_name != permit.work().reader.agency_name) continue;
        input.kind = note.kind;
        for (const int member : note.members) {
            const auto code = "member-" + std::to_string(member);
            if (std::ranges::find(readers, code, &form::Option::value) != readers.end()) input.readers.push_back(code);
        }
        const auto others = std::ranges::count_if(readers, [](const form::Option& one) { return one.value.starts_with("member-"); });
        if (note.members.empty() && note.signatories.empty()) input.reach = "leading";
        else if (!input.readers.empty()) input.reach = std::ssize(input.readers) == others ? "group" : "chosen";
        return;
    }
}

Result<web::Prepared<WriteNote>> prepare_note(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_note>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<WriteNote>(*permit, asked, "anteckningar");
    prepared.choices.with("readers", reader_options(*permit, asked.language())).with("bases", basis_options(*permit, asked));
    if (asked.request.path.starts_with("/arende")) prepared.choices.with("must_say", {{"yes", "", {}}});
    prepared.input.seen_on = work.today;
    as_last_time(*permit, prepared.choices.of("readers"), prepared.input);
    // What came from the police elsewhere is written by the police here, or by who leads the case on their behalf (S4-22).
    if (work.reader.agency_kind == "police" || group::leads(*permit)) prepared.choices.with("police", {{"yes", "", {}}});
    prepared.above = html::inset_text({.text = asked.say("note.own_register")});
    prepared.about = [language = asked.language()](const guideline::Finding& finding) {
        return finding.about == "police_task" ? say(language, "note.police_task") : std::string{};
    };
    // S0-29, S4-22: what the police may do here, and that only the outcome is told.
    const auto law = guideline::legal_reference(police_law, asked.today);
    if (work.reader.agency_kind == "police" && law)
        prepared.above << html::inset_text({.text = asked.say("note.police", {{"law", guideline::wording(*law)}})});
    return prepared;
}

Result<web::Landing> write_note(access::Work& work, const WriteNote& sent)
{
    const auto permit = access::permit<Operation::write_note>(work, sent.case_number);
    if (!permit) return permit.error();
    auto input = sent;
    input.readers = named_readers(*permit, sent);
    if (*input.seen_on > work.today) return invalid("seen_on", "form.today_or_earlier");
    std::optional<CommitmentId> commitment;
    const auto facts = facts_of(*permit, input, commitment);
    if (!input.basis.empty() && !commitment && input.basis != "new_concern") return invalid("basis", "form.not_a_choice");
    if (auto no = work.unmet(may_write(facts))) return *no;
    NewNote note{input, commitment, {}, {}};
    for (const auto& member : group::members(*permit))
        if (holds(input.readers, member_code(member))) note.members.push_back(member.id);
    for (const auto& one : family(*permit))
        if (holds(input.readers, signatory_code(one))) note.signatories.push_back(one.id);
    cases::touch(*permit);
    const auto number = add(*permit, note);
    web::Landing landing{cases::case_url(*permit) / "anteckningar", "note.written", json_of(*permit, "note", number)};
    landing.args = {{"reach", std::string(input.readers.empty() ? "leading" : input.reach == "group" ? "group" : "chosen")}};
    return landing;
}

// --- outside contacts ---------------------------------------------------------------------------------------------------

Result<web::Prepared<AddContact>> prepare_contact(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<AddContact>(*permit, asked, "kontakter");
    prepared.input.contact_on = work.today;
    prepared.input.decider = work.reader.name;
    return prepared;
}

Result<web::Landing> add_contact(access::Work& work, const AddContact& input)
{
    const auto permit = access::permit<Operation::keep_file>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.contact_on > work.today) return invalid("contact_on", "form.today_or_earlier");
    cases::touch(*permit);
    const auto number = add(*permit, input);
    return web::Landing{cases::case_url(*permit) / "kontakter", "note.contact_added", json_of(*permit, "outside_contact", number)};
}

// --- disclosures --------------------------------------------------------------------------------------------------------

/// What a finding is about: what is to be written, or the ground that was chosen as the law words it today.
std::string disclosure_words(Language language, Date today, const guideline::Finding& finding)
{
    const auto& about = finding.about;
    if (about == "age") return finding.met ? std::string{} : say(language, "note.disclosure.age");
    if (about == "necessity") return say(language, "note.disclosure.necessity");
    if (about == "balancing") return say(language, "note.disclosure.balancing");
    if (about == "consent") return say(language, "note.disclosure.consent");
    const auto basis = basis_of(about);
    const auto law = basis ? guideline::legal_reference(basis->law, today) : std::nullopt;
    return law ? guideline::wording(*law) : std::string{};
}

Result<web::Prepared<Disclose>> prepare_disclosure(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::disclose_by_law>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<Disclose>(*permit, asked, "utlamnanden");
    prepared.choices.with("agencies", organisation::agency_options(work));
    prepared.input.from_agency = work.reader.agency_code;
    prepared.input.disclosed_on = work.today;
    prepared.input.decider = work.reader.name;
    prepared.about = [language = asked.language(), today = asked.today](const guideline::Finding& finding) {
        return disclosure_words(language, today, finding);
    };
    return prepared;
}

Result<web::Landing> disclose(access::Work& work, const Disclose& input)
{
    const auto permit = access::permit<Operation::disclose_by_law>(work, input.case_number);
    if (!permit) return permit.error();
    if (*input.disclosed_on > work.today) return invalid("disclosed_on", "form.today_or_earlier");
    const auto agency = organisation::agency_of_code(work, input.from_agency);
    const auto* consent = consent::in_force(permit->facts().consent, *input.disclosed_on);
    DisclosureFacts facts;
    facts.basis = input.basis;
    facts.on = *input.disclosed_on;
    facts.born = permit->facts().born;
    facts.from_agency_named = agency.has_value();
    facts.consent_holds = consent != nullptr;
    facts.balancing_written = !input.balancing.empty();
    facts.necessity_written = !input.necessity.empty();
    if (auto no = work.unmet(may_disclose(facts))) return *no;
    cases::touch(*permit);
    const auto by_consent = input.basis == "consent" ? std::optional(consent->number) : std::nullopt;
    const auto number = add(*permit, input, agency->id, by_consent);
    return web::Landing{cases::case_url(*permit) / "utlamnanden", "note.disclosed", json_of(*permit, "disclosure", number)};
}

// --- personal protection ------------------------------------------------------------------------------------------------

Result<web::Prepared<FlagProtection>> prepare_protection(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::flag_protection>(work, asked.part("case"));
    if (!permit) return permit.error();
    auto prepared = prepared_for<FlagProtection>(*permit, asked, "personsakerhet");
    if (const auto now = protection(*permit)) prepared.input.goes_on = now->goes_on ? "yes" : "no";
    return prepared;
}

Result<web::Landing> flag_protection(access::Work& work, const FlagProtection& input)
{
    const auto permit = access::permit<Operation::flag_protection>(work, input.case_number);
    if (!permit) return permit.error();
    cases::touch(*permit);
    set_protection(*permit, input.goes_on == "yes");
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("goes_on", input.goes_on == "yes").end_object();
    return web::Landing{cases::case_url(*permit) / "personsakerhet", "note.protection_flagged", json.take()};
}

}  // namespace

web::Command<WriteNote> note_command()
{
    return {Operation::write_note, "/arende/{case}/anteckning", "/api/v1/cases/{case}/notes", "write_note", note_fields, prepare_note, write_note};
}

web::Command<AddContact> contact_command()
{
    return {Operation::keep_file, "/arende/{case}/kontakter/ny", "/api/v1/cases/{case}/outside-contacts", "outside_contact", contact_fields,
            prepare_contact, add_contact};
}

web::Command<Disclose> disclose_command()
{
    return {Operation::disclose_by_law, "/arende/{case}/utlamnanden/nytt", "/api/v1/cases/{case}/disclosures", "disclose", disclose_fields,
            prepare_disclosure, disclose, web::Confirmation::check_answers};
}

web::Command<FlagProtection> protection_command()
{
    return {Operation::flag_protection, "/arende/{case}/personsakerhet/andra", "/api/v1/cases/{case}/protection-work", "flag_protection",
            protection_fields, prepare_protection, flag_protection};
}

}  // namespace lots::note
