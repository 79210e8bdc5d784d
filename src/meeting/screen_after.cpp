#include <algorithm>
#include <set>

#include "cases/page.h"
#include "form/labels.h"
#include "meeting/load.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"

// What agencies told, who reads it, and who has read it.
namespace lots::meeting {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

std::string head_of(const Picture& picture, const web::Asked& asked)
{
    const auto kinds = kinds_words(asked.language(), picture.kinds);
    return kinds.empty() ? picture.agency_name : picture.agency_name + " (" + kinds + ")";
}

Html body_of(const Picture& picture, const web::Asked& asked)
{
    Html body = html::paragraph(picture.text);
    if (picture.said_by.empty()) return body;
    const form::Labels labels(asked.language(), "agency_picture");
    return body << html::secondary_paragraph(
               asked.say("meeting.pictures.on_behalf", {{"who", picture.said_by}, {"way", labels.find("way", picture.way)}}));
}

/// To whom it was released, for who leads the case.
Html released_to(const access::CasePermit& permit, const RecordId& item, const web::Asked& asked)
{
    Html lines;
    for (const auto& one : releases(permit))
        if (one.item == item)
            lines << html::secondary_paragraph(asked.say(
                "meeting.pictures.released",
                {{"who", signatory_words(asked.language(), "guardian", place_of(permit.facts().consent, one.signatory))}, {"why", one.reason}}));
    return lines;
}

/// How one agency took part in the meeting: by one of its people or a substitute.
struct OfAgency {
    std::string name;
    bool attended = false;
    std::vector<PersonId> people;
};

std::vector<OfAgency> by_agency(const Meeting& meeting)
{
    std::vector<OfAgency> all;
    for (const auto& one : meeting.invitations) {
        if (!one.member) continue;
        auto found = std::ranges::find(all, one.agency_name, &OfAgency::name);
        if (found == all.end()) found = all.insert(all.end(), OfAgency{one.agency_name, false, {}});
        found->attended = found->attended || (!one.presence.empty() && one.presence != "absent");
        found->people.push_back(one.person);
    }
    return all;
}

}  // namespace

Html pictures_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool open, bool holds)
{
    Html part = html::heading(3, asked.say("meeting.pictures.title"));
    html::SummaryList list;
    const auto url = meeting_url(permit, meeting);
    const bool minor = holds && !guardians_of(permit).empty();
    for (const auto& picture : pictures(permit, meeting)) {
        auto body = body_of(picture, asked);
        if (holds) body << released_to(permit, picture.id, asked);
        html::SummaryRow row{.key = head_of(picture, asked), .value = std::move(body)};
        if (minor)
            row.actions.push_back({.text = asked.say("meeting.pictures.release"),
                                   .href = url / "lagesbild" / std::to_string(picture.number) / "lamna-ut",
                                   .hidden = asked.say("meeting.pictures.release_of", {{"agency", picture.agency_name}})});
        list.rows.push_back(std::move(row));
    }
    if (list.rows.empty()) part << html::paragraph(asked.say("meeting.pictures.none"));
    else part << html::summary_list(list);
    if (open)
        part << html::button({.text = asked.say("meeting.pictures.add"), .classes = "govuk-button--secondary", .href = url / "lagesbild"});
    return part;
}

Html own_pictures_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    const bool writes = access::would_allow(permit, Operation::write_note, Compartment::room) == Answer::yes;
    const bool waits = meeting.state == State::called || meeting.state == State::held;
    if (!writes || !waits) return {};
    Html part = html::heading(3, asked.say("meeting.own_picture.title"));
    html::SummaryList list;
    for (const auto& picture : own_pictures(permit, meeting))
        list.rows.push_back({.key = head_of(picture, asked), .value = body_of(picture, asked)});
    if (!list.rows.empty()) part << html::summary_list(list);
    else part << html::paragraph(asked.say("meeting.own_picture.none"));
    return part << html::button({.text = asked.say("meeting.own_picture.add"), .classes = "govuk-button--secondary",
                                 .href = meeting_url(permit, meeting) / "egen-lagesbild"});
}

Html readers_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked)
{
    const auto says = [&](const std::string& who, bool reads) {
        return asked.say(reads ? MessageKey("meeting.readers.yes") : MessageKey("meeting.readers.no"), {{"who", who}});
    };
    auto line = says(asked.say("meeting.role.youth"), true);
    for (const auto& guardian : guardians_of(permit)) {
        const auto found = std::ranges::find_if(meeting.invitations, [&](const auto& one) { return one.signatory == guardian.number; });
        const bool was_there = found != meeting.invitations.end() && (found->presence == "present" || found->presence == "digital");
        line += ", " + says(signatory_words(asked.language(), "guardian", place_of(permit.facts().consent, guardian.number)), was_there);
    }
    return html::inset_text({.text = asked.say("meeting.readers.line", {{"readers", line}})});
}

Html parity_part(const access::CasePermit& permit, const Meeting& meeting, const web::Asked& asked, bool holds)
{
    Html part;
    const auto url = meeting_url(permit, meeting);
    const auto read = receipts(permit, meeting);
    const auto has_read = [&](const PersonId& person) { return std::ranges::find(read, person, &Receipt::person) != read.end(); };
    if (access::would_allow(permit, Operation::write_note, Compartment::room) == Answer::yes && !has_read(permit.work().reader.person))
        part << html::button_group(
            {html::post_button(url / "last", asked.secrets(),
                               {.text = asked.say("meeting.parity.read"), .classes = "govuk-button--secondary"})});
    if (!holds) return part;
    part << html::heading(4, asked.say("meeting.parity.title"));
    std::vector<html::Content> lines;
    for (const auto& agency : by_agency(meeting)) {
        const bool knows = std::ranges::any_of(agency.people, has_read);
        const auto key = agency.attended ? (knows ? MessageKey("meeting.parity.there_read") : MessageKey("meeting.parity.there"))
                                         : (knows ? MessageKey("meeting.parity.away_read") : MessageKey("meeting.parity.away"));
        lines.emplace_back(asked.say(key, {{"agency", agency.name}}));
    }
    if (!lines.empty()) part << html::bullets(lines);
    const form::Labels labels(asked.language(), "give_minutes");
    for (const auto& one : given(permit, meeting))
        part << html::paragraph(asked.say("meeting.parity.given", {{"day", one.given_on}, {"way", labels.find("way", one.way)}}));
    return part << html::button({.text = asked.say("command.give_minutes.title"), .classes = "govuk-button--secondary",
                                 .href = url / "till-ungdomen"});
}

}  // namespace lots::meeting
