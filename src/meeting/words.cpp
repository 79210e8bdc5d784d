#include "meeting/words.h"

#include <algorithm>

#include "base/check.h"
#include "cases/page.h"
#include "form/labels.h"
#include "guideline/requirements.h"

namespace lots::meeting {

int place_of(const consent::Facts& facts, int number)
{
    const auto found = std::ranges::find(facts.signatories, number, &consent::Signatory::number);
    if (found == facts.signatories.end()) return number;
    return static_cast<int>(std::count_if(facts.signatories.begin(), std::next(found),
                                          [&](const consent::Signatory& other) { return other.role == found->role; }));
}

std::string signatory_words(Language language, std::string_view role, int place)
{
    if (role == "youth") return say(language, "meeting.role.youth");
    const auto key = role == "appointed_guardian" ? MessageKey("meeting.role.appointed_guardian")
                     : role == "trustee"          ? MessageKey("meeting.role.trustee")
                                                  : MessageKey("meeting.role.guardian");
    return say(language, key, {{"number", place}});
}

std::string who_words(Language language, const Invitation& one)
{
    if (one.signatory) return signatory_words(language, one.role, one.place);
    if (one.helper) return one.name.empty() ? say(language, "meeting.role.helper") : one.name;
    return one.name.empty() ? one.agency_name : one.name + ", " + one.agency_name;
}

std::string state_words(Language language, State state)
{
    switch (state) {
    case State::called: return say(language, "meeting.state.called");
    case State::cancelled: return say(language, "meeting.state.cancelled");
    case State::held: return say(language, "meeting.state.held");
    case State::locked: return say(language, "meeting.state.locked");
    }
    return {};
}

html::Html state_tag(Language language, State state)
{
    const auto colour = state == State::called  ? html::TagKind::blue
                        : state == State::held  ? html::TagKind::orange
                        : state == State::locked ? html::TagKind::green
                                                 : html::TagKind::grey;
    return html::status_tag(state_words(language, state), colour);
}

std::string when_words(Language language, const Meeting& meeting)
{
    return meeting.starts_at ? say_moment(language, *meeting.starts_at) : std::string("–");
}

web::AboutWords about_lock(Language language, const Meeting& meeting)
{
    std::vector<std::pair<std::string, std::string>> people;
    for (const auto& one : meeting.invitations) people.emplace_back(std::to_string(one.line), who_words(language, one));
    return [language, people](const guideline::Finding& finding) -> std::string {
        // The consent's talk looks at the same requirement with other words.
        if (finding.requirement == &guideline::two_roles_told)
            return say(language, finding.met ? MessageKey("meeting.about.roles_met") : MessageKey("meeting.about.roles"));
        if (finding.about.empty()) return {};
        if (finding.about == "asked")
            return say(language, finding.met ? MessageKey("meeting.about.asked_met") : MessageKey("meeting.about.asked"));
        if (finding.about == "decisions")
            return say(language, finding.met ? MessageKey("meeting.about.decisions_met") : MessageKey("meeting.about.decisions"));
        if (finding.requirement == &guideline::every_commitment_followed_up)
            return say(language, "meeting.about.commitment", {{"number", finding.about}});
        const auto person = std::ranges::find(people, finding.about, &std::pair<std::string, std::string>::first);
        return person == people.end() ? std::string{} : person->second;
    };
}

std::string kinds_words(Language language, const std::string& codes)
{
    const form::Labels labels(language, "agency_picture");
    std::string words;
    for (std::size_t from = 0; from < codes.size();) {
        const auto to = std::min(codes.find(' ', from), codes.size());
        words += (words.empty() ? "" : ", ") + labels.find("kinds", codes.substr(from, to - from));
        from = to + 1;
    }
    return words;
}

std::string point_words(Language language, const AgendaPoint& point)
{
    if (point.point == "own") return point.text;
    const auto key = MessageKey::of_name("meeting.agenda." + point.point);
    check(key.has_value(), "a point of the agenda has no words in the catalogue");
    return say(language, *key);
}

html::Html agenda_list(Language language, const Meeting& meeting)
{
    std::vector<html::Content> points;
    for (const auto& point : meeting.agenda) points.emplace_back(point_words(language, point));
    return html::numbered(points);
}

html::Url meetings_url(const access::CasePermit& permit) { return cases::case_url(permit) / "moten"; }
html::Url meeting_url(const access::CasePermit& permit, const Meeting& meeting)
{
    return meetings_url(permit) / std::to_string(meeting.number);
}

}  // namespace lots::meeting
