#include <algorithm>
#include <string>

#include "cases/page.h"
#include "cases/record.h"
#include "form/json_writer.h"
#include "group/store.h"
#include "note/commands.h"
#include "note/forms.h"
#include "note/store.h"

// The young person's own words before a meeting.
namespace lots::note {

using access::Operation;

namespace {

std::string code_of(const group::Member& member) { return "member-" + std::to_string(member.number); }

/// Whom the young person can tick: social services' case officer and the others in the group. The coordinator reads anyway, and
/// is not asked about a second time as case officer.
form::Options reader_options(const access::CasePermit& seen, const std::vector<group::Member>& members, Language language)
{
    form::Options options;
    if (const auto words = officer_words(seen, language); !words.empty()) options.push_back({"social_services", words, {}});
    for (const auto& member : members)
        if (member.function != "coordinator") options.push_back({code_of(member), member.name + ", " + member.agency_name, {}});
    return options;
}

/// Who takes part: read under the permit to read the room, since the words lie apart from it.
std::vector<group::Member> members_of(const access::CasePermit& permit)
{
    const auto reading = access::permit<Operation::read_members>(permit);
    return reading ? group::members(*reading) : std::vector<group::Member>{};
}

Result<web::Prepared<WriteWords>> prepare_words(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::write_youth_words>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto seen = access::permit<Operation::see_case>(*permit);  // the words lie apart; whose case it is stands in the room
    if (!seen) return seen.error();
    web::Prepared<WriteWords> prepared;
    prepared.header = cases::case_header(*seen, asked);
    prepared.back = cases::case_url(*permit) / "mina-ord";
    // Above the box, in these words (settled 22).
    prepared.above = html::warning_text(asked.words(), {.text = asked.say("note.words.police_must_act")});
    prepared.above << html::paragraph(always_reads_words(*seen, asked.language()));
    prepared.choices.with("readers", reader_options(*seen, members_of(*permit), asked.language()));
    if (const auto before = youth_words(*permit)) {
        prepared.input.seq_seen = before->seq;
        prepared.input.text = before->text;
        if (before->social_services) prepared.input.readers.emplace_back("social_services");
        for (const int member : before->members) prepared.input.readers.push_back("member-" + std::to_string(member));
    }
    return prepared;
}

Result<web::Landing> write_words(access::Work& work, const WriteWords& input)
{
    const auto permit = access::permit<Operation::write_youth_words>(work, input.case_number);
    if (!permit) return permit.error();
    const auto before = youth_words(*permit);
    if (before && before->seq != input.seq_seen)
        return Error{Conflict{input.seq_seen, before->seq, before->text, work.reader.name, before->made_at}};
    std::vector<MembershipId> readers;
    for (const auto& member : members_of(*permit))
        if (std::ranges::find(input.readers, code_of(member)) != input.readers.end()) readers.push_back(member.id);
    cases::touch(*permit);
    add_words(*permit, input, readers);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).pair("seq", before ? before->seq + 1 : 1).end_object();
    return web::Landing{cases::case_url(*permit) / "mina-ord", "note.words_kept", json.take()};
}

}  // namespace

std::string officer_words(const access::CasePermit& seen, Language language)
{
    const auto officer = cases::holder(seen, "officer");
    if (!officer) return say(language, "note.words.social_services");
    const auto coordinator = cases::holder(seen, "coordinator");
    if (coordinator && coordinator->person == officer->person) return {};
    return say(language, "note.words.officer", {{"name", officer->name}});
}

std::string always_reads_words(const access::CasePermit& seen, Language language)
{
    const auto coordinator = cases::holder(seen, "coordinator");
    if (!coordinator) return say(language, "note.words.always_reads");
    return say(language, "note.words.always_reads_named", {{"name", coordinator->name}});
}

web::Command<WriteWords> words_command()
{
    return {Operation::write_youth_words, "/arende/{case}/mina-ord/skriv", "/api/v1/cases/{case}/youth-words", "youth_words", words_fields,
            prepare_words, write_words};
}

}  // namespace lots::note
