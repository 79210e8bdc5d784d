#include "family/words_pages.h"

#include <string>
#include <string_view>
#include <vector>

#include "cases/page.h"
#include "family/about_me.h"
#include "family/face.h"
#include "family/meeting_pages.h"
#include "family/parts.h"
#include "form/labels.h"
#include "group/store.h"
#include "meeting/words.h"
#include "note/commands.h"
#include "note/store.h"
#include "plan/avoid.h"
#include "plan/rules_avoid.h"

namespace lots::family {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

html::Url words_of(const std::string& case_number) { return home_of(case_number) / "mina-ord"; }
html::Url avoid_of(const std::string& case_number) { return home_of(case_number) / "undvik"; }

bool may_write(const access::CasePermit& permit)
{
    return access::would_allow(permit, Operation::write_youth_words, Compartment::youth_words) != Answer::no;
}

// --- Mina ord -----------------------------------------------------------------------------------------------------------

void around_words(web::Prepared<note::WriteWords>& prepared, access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (permit && is_minor(*permit)) prepared.above << html::paragraph(asked.say("family.words.guardians"));
}

}  // namespace

Html readers_part(const access::CasePermit& permit, const web::Asked& asked, const note::YouthWords& said)
{
    const auto seen = access::permit<Operation::see_case>(permit);
    if (!seen) return {};
    Html part = html::paragraph(note::always_reads_words(*seen, asked.language()));
    std::vector<html::Content> readers;
    if (said.social_services) {
        // The coordinator may be the officer by now and reads anyhow; the manager still reads because it was ticked.
        if (const auto officer = note::officer_words(*seen, asked.language()); !officer.empty()) readers.emplace_back(officer);
        else readers.emplace_back(asked.say("note.words.social_services"));
    }
    if (const auto reading = access::permit<Operation::read_members>(permit))
        for (const auto& member : group::members(*reading))
            for (const int number : said.members)
                if (member.number == number)
                    readers.emplace_back(
                        asked.say("my_plan.member", {{"name", member.name}, {"agency", member.agency_name}}));
    if (!readers.empty()) part << html::paragraph(asked.say("family.words.readers")) << html::bullets(readers);
    if (is_minor(permit)) part << html::paragraph(asked.say("family.words.guardians"));
    return part;
}

namespace {

Result<web::View> words_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_youth_words>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (work.reader.role != Role::youth) return not_found();  // others read them at the meeting
    auto view = own_page(asked, home_url(*permit), asked.say("command.youth_words.family.title"));
    if (const auto next = next_meeting(*permit))
        view.main << html::paragraph(
            asked.say("family.words.meeting", {{"when", meeting::when_words(asked.language(), *next)}}));
    const auto said = note::youth_words(*permit);
    if (said)
        view.main << html::inset_text({.text = html::lines(said->text)})
                  << html::secondary_paragraph(
                         asked.say("note.words.said", {{"when", say_moment(asked.language(), said->made_at)}}))
                  << readers_part(*permit, asked, *said);
    else
        view.main << html::paragraph(asked.say("note.words.none_own"));
    if (may_write(*permit))
        view.main << html::button(
            {.text = asked.say(said ? MessageKey("family.words.rewrite") : MessageKey("family.words.write")),
             .href = words_of(permit->facts().number) / "skriv"});
    return view;
}

// --- persons and places to avoid ----------------------------------------------------------------------------------------

Result<web::View> avoid_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_plan_avoid>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (work.reader.role != Role::youth) return not_found();
    auto view = own_page(asked, home_url(*permit), asked.say("family.avoid.title"));
    view.main << html::paragraph(asked.say("family.avoid.readers"));
    const form::Labels labels(asked.language(), "write_avoid");
    const auto url = avoid_of(permit->facts().number);
    html::SummaryList list;
    for (const auto& one : plan::avoided(*permit)) {
        html::SummaryRow row{.key = labels.find("kind", one.kind), .value = html::lines(one.text)};
        if (plan::take_away_decision(*permit, one).allowed())
            row.actions.push_back({.text = asked.say("family.avoid.take_away"),
                                   .href = url / std::to_string(one.number) / "ta-bort",
                                   .hidden = one.text});
        list.rows.push_back(std::move(row));
    }
    if (list.rows.empty())
        view.main << html::paragraph(asked.say("family.avoid.none"));
    else
        view.main << html::summary_list(list);
    if (plan::may_write_avoid(permit->facts().state).allowed())
        view.main << html::button(
            {.text = asked.say("family.avoid.write"), .classes = "govuk-button--secondary", .href = url / "ny"});
    return view;
}

void around_avoid(web::Prepared<plan::WriteAvoid>& prepared, access::Work&, const web::Asked& asked)
{
    prepared.above = html::inset_text({.text = asked.say("family.avoid.readers")});
}

// --- notes --------------------------------------------------------------------------------------------------------------

/// Those that are addressed to the reader: who leads the case reads all of them elsewhere.
Result<web::View> notes_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::read_notes>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!asked.is_family()) return not_found();
    auto view = own_page(asked, home_url(*permit), asked.say("family.notes.title"));
    html::SummaryList list;
    for (const auto& one : note::notes(*permit)) {
        Html text = html::lines(one.text);
        if (const auto law = note::law_of(one); !law.empty()) text << html::secondary_paragraph(law);
        list.rows.push_back({.key = asked.say("about_me.by", {{"agency", one.agency_name},
                                                              {"day", say_date_short(asked.language(), one.seen_on)}}),
                             .value = std::move(text)});
    }
    if (list.rows.empty())
        view.main << html::paragraph(asked.say("family.notes.none"));
    else
        view.main << html::summary_list(list);
    return view;
}

}  // namespace

Html more_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto url = home_url(permit);
    std::vector<html::Content> links;
    const auto add = [&](std::string_view page, MessageKey words) {
        links.emplace_back(html::link(url / page, asked.say(words)));
    };
    if (reads_about_me(asked.reader.role))
        add("om-mig", is_youth(asked) ? MessageKey("about_me.link") : MessageKey("about_me.link_guardian"));
    if (is_youth(asked) && access::would_allow(permit, Operation::read_youth_words, Compartment::youth_words) != Answer::no)
        add("mina-ord", "family.more.words");
    if (in_room(permit, Operation::read_notes) != Answer::no) add("anteckningar", "family.more.notes");
    if (is_youth(asked) && in_room(permit, Operation::read_plan_avoid) != Answer::no) add("undvik", "family.more.avoid");
    if (in_room(permit, Operation::read_closure) != Answer::no)
        links.emplace_back(html::link(cases::case_url(permit) / "avslut", asked.say("my_plan.read_closure")));
    if (in_room(permit, Operation::read_survey) != Answer::no)
        links.emplace_back(html::link(cases::case_url(permit) / "enkater", asked.say("family.more.surveys")));
    links.emplace_back(html::link("/min-plan/hjalp"_url, asked.say("family.more.help")));
    Html part;
    part << "<section class=\"sig-more\">"_m << html::heading(2, asked.say("family.more")) << html::bullets(links)
         << "</section>"_m;
    return part;
}

void add_words(web::Site& site)
{
    site.page("/min-plan/{case}/mina-ord", Operation::read_youth_words, words_page);
    site.command(face<note::words_command, around_words, words_of>("/min-plan/{case}/mina-ord/skriv", "youth_words.family"));
    site.page("/min-plan/{case}/undvik", Operation::read_plan_avoid, avoid_page);
    site.command(
        face<plan::write_avoid_command, around_avoid, avoid_of>("/min-plan/{case}/undvik/ny", "write_avoid.family"));
    site.command(face<plan::take_away_avoid_command, &as_it_is<plan::TakeAwayAvoid>, avoid_of>(
        "/min-plan/{case}/undvik/{number}/ta-bort", "take_away_avoid.family"));
    site.page("/min-plan/{case}/anteckningar", Operation::read_notes, notes_page);
}

}  // namespace lots::family
