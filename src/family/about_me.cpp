#include "family/about_me.h"

#include <string>

#include "cases/page.h"
#include "cases/youth.h"
#include "family/parts.h"
#include "family/people_parts.h"
#include "family/words_pages.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "meeting/minutes_store.h"
#include "meeting/screen.h"
#include "meeting/store.h"
#include "meeting/told_store.h"
#include "meeting/words.h"
#include "note/store.h"

namespace lots::family {

using access::Answer;
using access::Compartment;
using access::Operation;
using access::Role;
using html::Html;
using namespace html::literals;

namespace {

bool may(const access::CasePermit& permit, Operation operation)
{
    return access::would_allow(permit, operation, Compartment::room) != Answer::no;
}

/// One kind of thing, and that there is none: it reads the same whether others have something of that kind or not.
Html listed(const web::Asked& asked, MessageKey title, std::vector<html::SummaryRow> rows)
{
    Html part = html::heading(2, asked.say(title));
    if (rows.empty()) return std::move(part) << html::paragraph(asked.say("about_me.nothing"));
    return std::move(part) << html::summary_list({.rows = std::move(rows)});
}

/// Whom it is about. Not in a notice: there it is not said.
Html subject_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (!sees_whole(permit)) return {};
    const auto youth = cases::youth_of(permit);
    std::vector<html::SummaryRow> rows;
    rows.push_back({.key = asked.say("about_me.name"), .value = youth.given_name + " " + youth.family_name});
    rows.push_back({.key = asked.say("about_me.born"), .value = say_date(asked.language(), youth.born)});
    rows.push_back({.key = asked.say("about_me.number"), .value = permit.facts().number});
    return listed(asked, "about_me.who", std::move(rows));
}

Html plan_part(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part;
    if (may(permit, Operation::read_plan))
        part << html::heading(2, asked.say("about_me.plan")) << html::paragraph(asked.say("about_me.plan_where"))
             << html::paragraph(html::link(home_url(permit) / "plan", asked.say("about_me.plan_link")));
    if (may(permit, Operation::read_closure))
        part << html::paragraph(html::link(cases::case_url(permit) / "avslut", asked.say("about_me.closure_link")));
    return part;
}

Html minutes_part(const access::CasePermit& permit, const web::Asked& asked, const AboutMe& held)
{
    const auto reading = access::permit<Operation::read_minutes>(permit);
    if (!reading) return {};
    Html part = html::heading(2, asked.say("about_me.minutes"));
    if (held.minutes.empty()) return std::move(part) << html::paragraph(asked.say("about_me.nothing"));
    for (const auto& one : held.minutes)
        part << html::details(
            {.summary = asked.say("about_me.minutes_of",
                                  {{"number", one.number}, {"when", meeting::when_words(asked.language(), one)}}),
             .body = meeting::minutes_part(*reading, one, asked, false, false)});
    return part;
}

Html told_part(const access::CasePermit& permit, const web::Asked& asked, const AboutMe& held)
{
    if (!may(permit, Operation::read_pictures)) return {};
    const bool youth = is_youth(asked);
    std::vector<html::SummaryRow> pictures, suspicions;
    for (const auto& one : held.pictures)
        pictures.push_back(
            {.key = asked.say("about_me.by", {{"agency", one.agency_name},
                                              {"day", say_date_short(asked.language(), local_day(one.made_at))}}),
             .value = one.text});
    for (const auto& one : held.suspicions)
        suspicions.push_back({.key = say_date(asked.language(), one.told_on), .value = one.text});
    return listed(asked, youth ? MessageKey("about_me.pictures") : MessageKey("about_me.pictures_guardian"),
                  std::move(pictures))
           << listed(asked, youth ? MessageKey("about_me.suspicions") : MessageKey("about_me.suspicions_guardian"),
                     std::move(suspicions));
}

Html notes_part(const access::CasePermit& permit, const web::Asked& asked, const AboutMe& held)
{
    if (!may(permit, Operation::read_notes)) return {};
    std::vector<html::SummaryRow> rows;
    for (const auto& one : held.notes)
        rows.push_back({.key = asked.say("about_me.by", {{"agency", one.agency_name},
                                                         {"day", say_date_short(asked.language(), one.seen_on)}}),
                        .value = one.text});
    return listed(asked, "about_me.notes", std::move(rows));
}

Html own_part(const access::CasePermit& permit, const web::Asked& asked, const AboutMe& held)
{
    if (!is_youth(asked)) return {};
    Html part;
    if (access::would_allow(permit, Operation::read_youth_words, Compartment::youth_words) != Answer::no) {
        std::vector<html::SummaryRow> rows;
        if (held.words)
            rows.push_back({.key = say_moment(asked.language(), held.words->made_at), .value = held.words->text});
        part << listed(asked, "about_me.words", std::move(rows));
        if (held.words) part << readers_part(permit, asked, *held.words);
    }
    if (may(permit, Operation::read_plan_avoid)) {
        const form::Labels labels(asked.language(), "write_avoid");
        std::vector<html::SummaryRow> rows;
        for (const auto& one : held.avoided) rows.push_back({.key = labels.find("kind", one.kind), .value = one.text});
        part << listed(asked, "about_me.avoid", std::move(rows));
    }
    return part;
}

/// What does not stand here, how to ask for it, and how to have something put right. The same words for everybody, whatever
/// there is.
Html ask_for_more(const access::CasePermit& permit, const web::Asked& asked)
{
    Html part = html::heading(2, asked.say("about_me.more"));
    part << html::paragraph(asked.say("about_me.more.file")) << html::paragraph(asked.say("about_me.more.secret"));
    if (!is_youth(asked)) part << html::paragraph(asked.say("about_me.more.own"));
    part << html::paragraph(asked.say("about_me.more.wrong"));
    return std::move(part) << officer_part(permit, asked);
}

Result<web::View> about_me_page(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!reads_about_me(work.reader.role)) return not_found();
    const auto held = about_me(*permit);
    const bool youth = is_youth(asked);
    auto view = own_page(asked, home_url(*permit),
                         asked.say(youth ? MessageKey("about_me.title") : MessageKey("about_me.title_guardian")));
    view.main << html::inset_text({.text = state_sentence(*permit, asked)});
    if (sees_whole(*permit))
        view.main << html::paragraph(asked.say(youth ? MessageKey("about_me.lead") : MessageKey("about_me.lead_guardian")));
    view.main << subject_part(*permit, asked) << plan_part(*permit, asked) << minutes_part(*permit, asked, held)
              << told_part(*permit, asked, held) << notes_part(*permit, asked, held) << own_part(*permit, asked, held)
              << choice_part(*permit, asked) << who_part(*permit, asked) << ask_for_more(*permit, asked);
    return view;
}

Result<std::string> about_me_json(access::Work& work, const web::Asked& asked)
{
    const auto permit = access::permit<Operation::see_case>(work, asked.part("case"));
    if (!permit) return permit.error();
    if (!reads_about_me(work.reader.role)) return not_found();
    const auto held = about_me(*permit);
    form::JsonWriter json;
    json.object().pair("case", permit->facts().number).name("minutes_of_meetings").array();
    for (const auto& one : held.minutes) json.value(one.number);
    json.end_array().name("pictures").array();
    for (const auto& one : held.pictures)
        json.object().pair("agency", one.agency_code).pair("told_at", one.made_at).pair("text", one.text).end_object();
    json.end_array().name("suspicions").array();
    for (const auto& one : held.suspicions) json.object().pair("told_on", one.told_on).pair("text", one.text).end_object();
    json.end_array().name("notes").array();
    for (const auto& one : held.notes)
        json.object().pair("agency", one.agency_name).pair("seen_on", one.seen_on).pair("text", one.text).end_object();
    json.end_array().name("avoid").array();
    for (const auto& one : held.avoided) json.object().pair("kind", one.kind).pair("text", one.text).end_object();
    json.end_array();
    if (held.words) json.pair("words", held.words->text);
    return json.end_object().take();
}

}  // namespace

AboutMe about_me(const access::CasePermit& permit)
{
    AboutMe held;
    const auto called = access::permit<Operation::read_meetings>(permit);
    const auto reading = access::permit<Operation::read_minutes>(permit);
    if (called && reading)
        for (auto& one : meeting::meetings(*called))
            if (one.locked_at && meeting::may_read(*reading, one)) held.minutes.push_back(std::move(one));
    if (const auto looking = access::permit<Operation::read_pictures>(permit)) {
        // settled 21: a guardian has what was released, item by item; the young person what the group has read.
        if (looking->answer(Compartment::room) == Answer::part)
            held.pictures = meeting::released_pictures(*looking);
        else
            for (const auto& met : held.minutes)
                for (auto& one : meeting::pictures(*looking, met)) held.pictures.push_back(std::move(one));
        held.suspicions = meeting::suspicions(*looking);
    }
    if (const auto reads = access::permit<Operation::read_notes>(permit)) held.notes = note::notes(*reads);
    if (const auto reads = access::permit<Operation::read_youth_words>(permit)) held.words = note::youth_words(*reads);
    if (const auto reads = access::permit<Operation::read_plan_avoid>(permit)) held.avoided = plan::avoided(*reads);
    return held;
}

bool reads_about_me(Role role) { return role == Role::youth || role == Role::guardian; }

void add_about_me(web::Site& site)
{
    site.page("/min-plan/{case}/om-mig", Operation::see_case, about_me_page);
    site.data("/api/v1/cases/{case}/about-me", Operation::see_case, "about_me.api", about_me_json);
}

}  // namespace lots::family
