#include <algorithm>
#include <optional>
#include <utility>

#include "cases/record.h"
#include "cases/youth.h"
#include "group/pages.h"
#include "group/store.h"
#include "html/pictures.h"

// The group as a ring around the young person.
namespace lots::group {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;

std::vector<html::RingActor> ring_of(Language language, const std::vector<Member>& present,
                                     const std::optional<PersonId>& coordinator, const std::vector<Helper>& helpers_now,
                                     const std::vector<std::string>& missing)
{
    std::vector<html::RingActor> actors;
    for (const auto& member : present) {
        auto role = function_words(language, member.function);
        const bool coordinates = coordinator && *coordinator == member.person;
        if (coordinates && member.function != "coordinator") role += ", " + say(language, "group.also_coordinator");
        html::RingActor actor{.name = member.name,
                              .role = role + ", " + member.agency_name,
                              .place_words = say(language, "group.ring.present")};
        // Whoever holds it together stands first: at the top of the ring.
        actors.insert(coordinates ? actors.begin() : actors.end(), std::move(actor));
    }
    for (const auto& helper : helpers_now)
        actors.push_back({.name = helper.name,
                          .role = helper.task,
                          .place_words = say(language, "group.ring.beside"),
                          .place = html::RingPlace::beside});
    for (const auto& agency : missing)
        actors.push_back(
            {.name = agency, .role = "–", .place_words = say(language, "group.ring.open"), .place = html::RingPlace::open});
    return actors;
}

Html ring_part(const access::CasePermit& permit, const web::Asked& asked, const std::vector<Member>& present)
{
    if (present.empty()) return {};
    auto beside = helpers(permit);
    std::erase_if(beside, [&](const Helper& one) { return !takes_part(permit, one); });
    // Whom one waits for is a working matter of the group, not of the young person's page.
    const bool says_missing = access::would_allow(permit, Operation::read_gates, Compartment::room) != Answer::no;
    std::vector<std::string> missing;
    if (says_missing)
        for (auto& agency : agencies_without_member(permit)) missing.push_back(std::move(agency.name));
    const auto coordinator = cases::holder(permit, "coordinator");
    html::RingPicture ring;
    ring.actors =
        ring_of(asked.language(), present, coordinator ? std::optional(coordinator->person) : std::nullopt, beside, missing);
    ring.middle = cases::youth_of(permit).given_name;
    ring.text.id = "gruppens-ring";
    const auto people = present.size() + beside.size();
    ring.text.finding = says_missing
                            ? asked.say("group.ring.finding_missing", {{"people", people}, {"missing", missing.size()}})
                            : asked.say("group.ring.finding", {{"people", people}});
    ring.text.title = asked.say("group.ring.title", {{"name", ring.middle}});
    ring.text.description = asked.say("group.ring.description");
    ring.text.head = {asked.say("group.name"), asked.say("group.function"), asked.say("group.ring.place")};
    return html::ring_picture(asked.words(), ring);
}

}  // namespace lots::group
