#include "form/json_writer.h"
#include "note/pages.h"
#include "note/store.h"

namespace lots::note {

using access::Operation;

namespace {

void maybe_text(form::JsonWriter& json, std::string_view name, const std::string& text)
{
    if (!text.empty()) json.pair(name, text);
}

template <class Numbers>
void write_numbers(form::JsonWriter& json, std::string_view name, const Numbers& numbers)
{
    json.name(name).array();
    for (const int one : numbers) json.value(one);
    json.end_array();
}

}  // namespace

Result<std::string> notes_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_notes>(work, asked.part("case"));
    if (!permit) return permit.error();
    const bool whole = permit->answer(access::Compartment::room) == access::Answer::yes;
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("notes").array();
    for (const auto& note : notes(*permit)) {
        json.object();
        // To who gets single ones a number would tell that there are others.
        if (whole) json.pair("note", note.number);
        json.pair("kind", note.kind).pair("seen_on", note.seen_on);
        maybe_text(json, "part_of_day", note.part_of_day);
        json.maybe("commitment", note.commitment).pair("new_concern", note.new_concern);
        json.pair("third_party", note.third_party).pair("text", note.text);
        maybe_text(json, "legal_reference", law_of(note));
        maybe_text(json, "district", note.district);
        write_numbers(json, "members", note.members);
        write_numbers(json, "signatories", note.signatories);
        json.pair("agency", note.agency_name).end_object();
    }
    return json.end_array().end_object().take();
}

Result<std::string> contacts_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("outside_contacts").array();
    for (const auto& one : contacts(*permit)) {
        json.object().pair("outside_contact", one.number).pair("authority", one.authority).pair("whom", one.whom);
        json.pair("contact_on", one.contact_on).pair("what", one.what);
        maybe_text(json, "outcome", one.outcome);
        json.pair("basis", one.basis).pair("decider", one.decider).end_object();
    }
    return json.end_array().end_object().take();
}

Result<std::string> disclosures_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::disclose_by_law>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("disclosures").array();
    for (const auto& one : disclosures(*permit)) {
        json.object().pair("disclosure", one.number).pair("from_agency", one.agency_code).pair("to_whom", one.to_whom);
        json.pair("disclosed_on", one.disclosed_on).pair("what", one.what).pair("basis", one.basis).maybe("consent", one.consent);
        maybe_text(json, "legal_reference", law_of(one));
        maybe_text(json, "necessity", one.necessity);
        maybe_text(json, "balancing", one.balancing);
        json.pair("decider", one.decider).end_object();
    }
    return json.end_array().end_object().take();
}

Result<std::string> protection_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_protection_flag>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto now = protection(*permit);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("goes_on", now && now->goes_on).end_object();
    return json.take();
}

Result<std::string> words_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_youth_words>(work, asked.part("case"));
    if (!permit) return permit.error();
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("words");
    const auto words = youth_words(*permit);
    if (!words) json.null();
    else {
        json.object().pair("seq", words->seq).pair("text", words->text).pair("said_at", words->made_at);
        json.pair("social_services", words->social_services);
        write_numbers(json, "members", words->members);
        json.end_object();
    }
    return json.end_object().take();
}

}  // namespace lots::note
