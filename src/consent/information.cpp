#include "consent/information.h"

#include <algorithm>

#include "form/labels.h"
#include "organisation/store.h"

namespace lots::consent {

using access::Compartment;
using html::Html;
using storage::Row;

namespace {

/// A heading with what stands below it.
struct Section {
    MessageKey heading;
    std::vector<MessageKey> lines;
};

std::vector<Section> sections()
{
    return {
        {"consent.information.why.heading", {"consent.information.why.who", "consent.information.why.goal"}},
        {"consent.information.open.heading",
         {"consent.information.open.tell", "consent.information.open.honest", "consent.information.open.ask"}},
        {"consent.information.police.heading",
         {"consent.information.police.help", "consent.information.police.duty", "consent.information.police.meeting"}},
        {"consent.information.choice.heading",
         {"consent.information.choice.free", "consent.information.choice.no", "consent.information.choice.together"}},
        {"consent.information.always.heading", {"consent.information.always.worry", "consent.information.always.answer"}},
        {"consent.information.written.heading", {"consent.information.written.what", "consent.information.written.read"}},
    };
}

std::string_view word_of(InformationFor reader)
{
    switch (reader) {
    case InformationFor::youth:
        return "youth";
    case InformationFor::adult:
        return "adult";
    case InformationFor::guardian:
        break;
    }
    return "guardian";
}

}  // namespace

InformationFor information_for(const Facts& facts, const Signatory& signatory, Date on)
{
    if (signatory.role != SignatoryRole::youth) return InformationFor::guardian;
    return age_on(facts.born, on) < 18 ? InformationFor::youth : InformationFor::adult;
}

std::vector<InformationFor> readers_of_information(const Facts& facts, Date on)
{
    std::vector<InformationFor> readers;
    for (const auto& signatory : facts.signatories) {
        if (!must_sign(signatory, facts.born, on)) continue;
        const auto reader = information_for(facts, signatory, on);
        if (std::ranges::find(readers, reader) == readers.end()) readers.push_back(reader);
    }
    return readers;
}

std::string information_title(Language language, InformationFor reader)
{
    return say(language, "consent.information.title", {{"reader", word_of(reader)}});
}

Html information_sheet(Language language, InformationFor reader, const std::string& agencies)
{
    Html sheet = html::heading(3, information_title(language, reader));
    for (const auto& section : sections()) {
        sheet << html::heading(4, say(language, section.heading));
        for (const auto line : section.lines)
            sheet << html::paragraph(say(language, line, {{"reader", word_of(reader)}, {"agencies", agencies}}));
    }
    return sheet;
}

Html information_receipt(const access::CasePermit& permit, const web::Asked& asked, const SignatoryId& signatory,
                         Paper paper)
{
    const auto all = information_given(permit);
    const auto given = std::ranges::find(all, signatory, &KeptInformation::signatory);
    html::SummaryList list;
    const auto row = [&](MessageKey key, const std::string& value) {
        list.rows.push_back(
            {.key = asked.say(key), .value = value.empty() ? std::string("________________________") : value});
    };
    const bool is_given = given != all.end();
    if (paper == Paper::answered && !is_given) return {};
    row("consent.information.receipt.day", is_given ? say_date(asked.language(), given->given_on) : std::string{});
    row("consent.information.receipt.by",
        is_given ? organisation::person_name(permit.work(), given->given_by) : std::string{});
    if (paper == Paper::to_sign) row("consent.information.receipt.signature", "");
    return html::heading(3, asked.say("consent.information.receipt.heading")) << html::summary_list(list);
}

Html information_list(const Page& page)
{
    const auto& asked = page.asked;
    const auto& facts = page.permit.facts().consent;
    const auto given = information_given(page.permit);
    const form::Labels labels(asked.language(), "give_information");
    std::vector<html::Content> lines;
    for (const auto& signatory : facts.signatories) {
        const auto who = role_words(asked.language(), facts, signatory);
        bool any = false;
        for (const auto& one : given) {
            if (one.signatory != signatory.id) continue;
            any = true;
            lines.emplace_back(asked.say("consent.information.given_line",
                                         {{"who", who},
                                          {"day", say_date_short(asked.language(), one.given_on)},
                                          {"by", organisation::person_name(page.permit.work(), one.given_by)},
                                          {"way", labels.find("way", one.way)},
                                          {"edition", one.edition}}));
        }
        if (!any && must_sign(signatory, facts.born, asked.today))
            lines.emplace_back(asked.say("consent.information.not_given", {{"who", who}}));
    }
    if (lines.empty()) return {};
    return html::bullets(lines);
}

void add_information(const access::CasePermit& permit, const SignatoryId& signatory, const GiveInformation& given,
                     const PersonId& given_by)
{
    auto& work = permit.work();
    const auto id = work.new_id<RecordId>();
    work.db.run(
        "INSERT INTO information_given (municipality, id, case_id, signatory, edition, given_on, given_by, way, made_at, "
        "made_by) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
        work.municipality, id, permit.case_id(), signatory, information_edition, *given.given_on, given_by, given.way,
        work.now, work.reader.person);
}

std::vector<KeptInformation> information_given(const access::CasePermit& permit)
{
    permit.require(Compartment::social_services);
    auto& work = permit.work();
    auto all = work.db.all(
        "SELECT signatory, edition, way, given_on, given_by FROM information_given "
        "WHERE municipality = $1 AND case_id = $2 ORDER BY given_on DESC, made_at DESC, id",
        [](const Row& row) {
            return KeptInformation{row.get<SignatoryId>(0), row.get<std::string>(1), row.get<std::string>(2),
                                   row.get<Date>(3), row.get<PersonId>(4)};
        },
        work.municipality, permit.case_id());
    // settled 6: no signatory sees what another got.
    if (permit.answer(Compartment::social_services) != access::Answer::yes)
        std::erase_if(all, [&](const KeptInformation& one) { return permit.facts().own_signatory != one.signatory; });
    return all;
}

}  // namespace lots::consent
