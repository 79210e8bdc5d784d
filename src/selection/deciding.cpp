#include "selection/deciding.h"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "cases/page.h"
#include "form/labels.h"
#include "nomination/pages.h"
#include "nomination/store.h"
#include "organisation/group_pages.h"
#include "selection/store.h"
#include "working_group/pages.h"
#include "working_group/store.h"

namespace lots::selection {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

namespace {

constexpr std::size_t advice_longest = 2000;

/// The newest item that the working group has said something about.
std::optional<working_group::Item> advised_item(const access::CasePermit& permit)
{
    auto items = working_group::items_of_case(permit);
    const auto found =
        std::ranges::find_if(items, [](const working_group::Item& item) { return item.recommendation.has_value(); });
    if (found == items.end()) return std::nullopt;
    return std::move(*found);
}

/// What the group thinks, which decides nothing (S0-10), and the way to answer it (S2-11).
Html advice_part(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto item = advised_item(permit);
    if (!item) return {};
    Html part = html::heading(3, asked.say("working_group.recommendation"));
    part << working_group::recommendation_part(asked, *item->recommendation);
    if (!item->recommendation->answer)
        part << html::paragraph(html::link(cases::case_url(permit) / "beredning" / std::to_string(item->meeting_number) /
                                               std::to_string(item->number) / "svar",
                                           asked.say("command.answer_recommendation.title")));
    return part;
}

Html sources_part(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Source>& sources)
{
    const auto url = cases::case_url(permit);
    Html part = html::heading(3, asked.say("selection.sources"));
    std::vector<html::Content> lines;
    for (const auto& source : sources)
        lines.emplace_back(source.from_whom + ", " + say_date_short(asked.language(), *source.learned_on) + ": " +
                           source.about);
    part << (lines.empty() ? html::paragraph(asked.say("selection.no_sources")) : html::bullets(lines));
    std::vector<html::Content> links;
    links.emplace_back(html::link(url / "bedomning" / "kallor", asked.say("command.add_source.title")));
    if (access::would_allow(permit, Operation::read_assessment, Compartment::social_services) != Answer::no)
        links.emplace_back(html::link(url / "bedomningar", asked.say("selection.assessments")));
    return part << html::bullets(links);
}

/// In the language of the authority, as it is kept.
std::string advice_words(const working_group::Recommendation& advice)
{
    const form::Labels labels(Language::sv, "recommend");
    auto words = labels.find("advice", advice.advice) + ". " + advice.text;
    if (words.size() > advice_longest) words.clear();
    return words;
}

}  // namespace

Html beside_decision(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Source>& sources)
{
    Html part;
    if (nomination::taken_back_of(permit)) part << html::inset_text({.text = asked.say("selection.taken_back")});
    part << nomination::proposal_in_short(permit, asked) << advice_part(permit, asked)
         << sources_part(permit, asked, sources);
    return part;
}

Html before_deciding(const access::CasePermit& permit, const web::Asked& asked, const organisation::MethodProfile& profile,
                     int taken)
{
    Html above;
    if (const auto place = queue_place(permit))
        above << html::paragraph(asked.say("selection.queue", {{"number", place->number}, {"since", place->since}}));
    if (!profile.exit_routine.empty())
        above << html::paragraph(asked.say("selection.exit_routine", {{"routine", profile.exit_routine}}));
    above << organisation::target_group(permit.work(), asked);
    if (profile.capacity)
        above << html::paragraph(asked.say("selection.places", {{"taken", taken}, {"places", *profile.capacity}}));
    return above;
}

DecideOffer first_guess(const access::CasePermit& permit, const organisation::MethodProfile& profile, int taken)
{
    const auto& reader = permit.work().reader;
    DecideOffer guess;
    guess.mode = profile.usual_mode;
    if (profile.capacity) guess.room_for_more = taken < *profile.capacity;
    guess.note.who = say(Language::sv, "selection.who_decides", {{"name", reader.name}, {"unit", reader.unit_name}});
    for (const auto& before : decisions_of(permit)) {
        if (before.note.made_by != reader.person) continue;
        guess.note.how = before.note.note.how;
        guess.note.who = before.note.note.who;
        guess.note.delegation = before.note.note.delegation;
        break;
    }
    if (const auto item = advised_item(permit)) guess.recommendation = advice_words(*item->recommendation);
    return guess;
}

}  // namespace lots::selection
