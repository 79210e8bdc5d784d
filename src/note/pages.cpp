#include "note/pages.h"

#include "cases/page.h"
#include "form/labels.h"
#include "group/store.h"
#include "note/store.h"
#include "organisation/store.h"

namespace lots::note {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

bool may(const access::CasePermit& permit, Operation operation, Compartment compartment)
{
    return access::would_allow(permit, operation, compartment) == Answer::yes;
}

/// Nothing is there yet: what comes here, and how it comes.
Html nothing_yet(const std::string& title, const std::string& text, Html action)
{
    return html::empty_state({.title = title, .text = text, .action = std::move(action)});
}

/// Rows of a list; one without a value is left out.
struct Rows {
    html::SummaryList list = {};

    void add(const std::string& key, const std::string& value)
    {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    }
};

Html written_by(const web::Asked& asked, const std::string& name) { return html::secondary_paragraph(asked.say("note.by", {{"name", name}})); }

/// Who reads it: those who lead the case always, and beside them by name from the agencies, by role of the family.
std::string reader_words(const access::CasePermit& permit, const Note& note, const web::Asked& asked)
{
    auto words = asked.say("note.readers.always");
    const auto append = [&](const std::string& one) { words += "; " + one; };
    const auto everybody = group::members_ever(permit);
    for (const int number : note.members)
        for (const auto& member : everybody)
            if (member.number == number) append(member.name + ", " + member.agency_name);
    if (!note.signatories.empty()) append(asked.say("note.readers.family", {{"count", static_cast<int>(note.signatories.size())}}));
    return words;
}

}  // namespace

Result<web::View> notes_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_notes>(work, asked.part("case"));
    if (!permit) return permit.error();
    const form::Labels labels(asked.language(), "write_note");
    Html content;
    for (const auto& note : notes(*permit)) {
        Rows rows;
        rows.add(labels.label("text"), note.text);
        const auto part = note.part_of_day.empty() ? std::string{} : ", " + labels.find("part_of_day", note.part_of_day);
        rows.add(labels.label("seen_on"), say_date(asked.language(), note.seen_on) + part);
        if (note.commitment) rows.add(labels.label("basis"), asked.say("note.basis.commitment", {{"number", *note.commitment}}));
        if (note.new_concern) rows.add(labels.label("basis"), asked.say("note.basis.new_concern"));
        rows.add(asked.say("note.law"), law_of(note));
        rows.add(labels.label("third_party"), note.third_party ? asked.say("form.yes") : std::string{});
        rows.add(labels.label("district"), note.district);
        rows.add(labels.label("readers"), reader_words(*permit, note, asked));
        content << html::heading(3, asked.say("note.one", {{"kind", note.kind}, {"day", note.seen_on}, {"number", note.number}}))
                << html::summary_list(rows.list)
                << html::secondary_paragraph(asked.say("note.by_agency", {{"name", note.by}, {"agency", note.agency_name}}));
    }
    Html write;
    if (may(*permit, Operation::write_note, Compartment::room))
        write = html::button({.text = asked.say("command.write_note.title"), .href = cases::case_url(*permit) / "anteckning"});
    if (content.empty()) content = nothing_yet(asked.say("note.none"), asked.say("note.none_text"), std::move(write));
    else content << write;
    return cases::case_page(*permit, asked, "anteckningar", asked.say("cases.nav.notes"), std::move(content));
}

Result<web::View> contacts_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::keep_file>(work, asked.part("case"));
    if (!permit) return permit.error();
    const form::Labels labels(asked.language(), "outside_contact");
    Html content = html::paragraph(asked.say("note.contacts.lead"));
    const auto all = contacts(*permit);
    for (const auto& one : all) {
        Rows rows;
        rows.add(labels.label("whom"), one.whom);
        rows.add(labels.label("what"), one.what);
        rows.add(labels.label("outcome"), one.outcome);
        rows.add(labels.label("basis"), labels.find("basis", one.basis));
        rows.add(labels.label("decider"), one.decider);
        content << html::heading(3, labels.find("authority", one.authority) + ", " + say_date(asked.language(), one.contact_on))
                << html::summary_list(rows.list) << written_by(asked, one.by);
    }
    auto add = html::button({.text = asked.say("command.outside_contact.title"), .href = cases::case_url(*permit) / "kontakter" / "ny"});
    if (all.empty()) content << nothing_yet(asked.say("note.contacts.none"), asked.say("note.contacts.none_text"), std::move(add));
    else content << add;
    return cases::case_page(*permit, asked, "kontakter", asked.say("cases.nav.outside_contacts"), std::move(content));
}

Result<web::View> disclosures_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::disclose_by_law>(work, asked.part("case"));
    if (!permit) return permit.error();
    const form::Labels labels(asked.language(), "disclose");
    Html content = html::paragraph(asked.say("note.disclosures.lead"));
    const auto all = disclosures(*permit);
    for (const auto& one : all) {
        Rows rows;
        rows.add(labels.label("from_agency"), one.agency_name);
        rows.add(labels.label("to_whom"), one.to_whom);
        rows.add(labels.label("what"), one.what);
        rows.add(labels.label("basis"), labels.find("basis", one.basis) + (one.consent ? " " + std::to_string(*one.consent) : ""));
        rows.add(asked.say("note.disclosure.law"), law_of(one));
        rows.add(labels.label("necessity"), one.necessity);
        rows.add(labels.label("balancing"), one.balancing);
        rows.add(labels.label("decider"), one.decider);
        content << html::heading(3, say_date(asked.language(), one.disclosed_on)) << html::summary_list(rows.list)
                << written_by(asked, one.by);
    }
    auto add = html::button({.text = asked.say("command.disclose.title"), .href = cases::case_url(*permit) / "utlamnanden" / "nytt"});
    if (all.empty()) content << nothing_yet(asked.say("note.disclosures.none"), asked.say("note.disclosures.none_text"), std::move(add));
    else content << add;
    return cases::case_page(*permit, asked, "utlamnanden", asked.say("cases.nav.disclosures"), std::move(content));
}

Result<web::View> protection_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_protection_flag>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto now = protection(*permit);
    const bool goes_on = now && now->goes_on;
    Html content = html::inset_text({.text = asked.say(goes_on ? MessageKey("note.protection.yes") : MessageKey("note.protection.no"))});
    content << html::paragraph(asked.say("note.protection.lead"));
    if (may(*permit, Operation::flag_protection, Compartment::room))
        content << html::button({.text = asked.say("command.flag_protection.title"),
                                 .href = cases::case_url(*permit) / "personsakerhet" / "andra"});
    return cases::case_page(*permit, asked, "personsakerhet", asked.say("cases.nav.protection"), std::move(content));
}

Result<web::View> words_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_youth_words>(work, asked.part("case"));
    if (!permit) return permit.error();
    // The words lie apart; whose case it is stands in the room.
    const auto seen = access::permit<Operation::see_case>(*permit);
    if (!seen) return seen.error();
    Html content;
    const auto words = youth_words(*permit);
    const bool own = work.reader.role == access::Role::youth;
    if (words)
        content << html::paragraph(words->text)
                << html::secondary_paragraph(asked.say("note.words.said", {{"when", say_moment(asked.language(), words->made_at)}}));
    else content << html::paragraph(asked.say(own ? MessageKey("note.words.none_own") : MessageKey("note.words.none")));
    if (own) content << html::paragraph(asked.say("note.words.who_reads"));
    if (may(*permit, Operation::write_youth_words, Compartment::youth_words))
        content << html::button({.text = asked.say("command.youth_words.title"), .href = cases::case_url(*permit) / "mina-ord" / "skriv"});
    return cases::case_page(*seen, asked, "mina-ord", asked.say("cases.nav.youth_words"), std::move(content));
}

}  // namespace lots::note
