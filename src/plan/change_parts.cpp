#include <algorithm>

#include "cases/lists.h"
#include "cases/page.h"
#include "plan/changes.h"
#include "plan/pages.h"
#include "plan/store.h"

// What a new version changed, told to all who read the plan; and two young people in the same activity.
namespace lots::plan {

using access::Answer;
using access::CaseState;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

std::string field_words(const web::Asked& asked, std::string_view what)
{
    if (what == "measure") return asked.say("plan.what");
    if (what == "who") return asked.say("plan.who");
    if (what == "when") return asked.say("plan.when");
    if (what == "how") return asked.say("plan.how");
    if (what == "plain") return asked.say("plan.plain");
    if (what == "order") return asked.say("plan.order");
    return what == "text" ? asked.say("plan.goal_text") : asked.say("plan.goal_reached");
}

/// A day is kept as the machine writes it, and shown as people do.
std::string value_words(const web::Asked& asked, const ChangedField& field, const std::string& value)
{
    if (value.empty()) return asked.say("plan.not_said_yet");
    const auto day = field.what == "when" ? parse_date(value) : std::nullopt;
    return day ? say_date(asked.language(), *day) : value;
}

Html change_line(const web::Asked& asked, const Change& change)
{
    const auto number = std::to_string(change.number);
    const auto about = asked.say(change.goal ? MessageKey("plan.about.goal") : MessageKey("plan.about.commitment"), {{"number", number}});
    const MessageKey words = change.kind == ChangeKind::added     ? MessageKey("plan.change.added")
                             : change.kind == ChangeKind::removed ? MessageKey("plan.change.removed")
                                                                  : MessageKey("plan.change.changed");
    Html line = html::text(asked.say(words, {{"about", about}, {"text", change.title}}));
    std::vector<html::Content> fields;
    for (const auto& field : change.fields)
        fields.emplace_back(asked.say("plan.change.field", {{"what", field_words(asked, field.what)},
                                                            {"after", value_words(asked, field, field.after)},
                                                            {"before", value_words(asked, field, field.before)}}));
    if (!fields.empty()) line << html::bullets(fields);
    return line;
}

/// A plan is worked on there, so that asking for it is no attempt at what is closed.
bool has_open_room(CaseState state)
{
    return state == CaseState::planning || state == CaseState::active || state == CaseState::closure_review;
}

Decided decided_at(const access::CasePermit& permit, const Version& version)
{
    return {goals_of(permit, version), commitments_of(permit, version)};
}

}  // namespace

std::vector<Change> changes_of(const access::CasePermit& permit, const Version& version)
{
    const auto all = versions(permit);
    const auto before = std::ranges::find(all, version.number - 1, &Version::number);
    if (before == all.end()) return {};
    return changes_between(decided_at(permit, *before), decided_at(permit, version));
}

Html changes_part(const access::CasePermit& permit, const Version& version, const web::Asked& asked)
{
    if (version.number == 1 || permit.answer(Compartment::room) != Answer::yes) return {};
    Html part = html::heading(3, asked.say("plan.changes", {{"number", std::to_string(version.number)}}));
    if (!version.change_reason.empty()) part << html::paragraph(version.change_reason);
    std::vector<html::Content> lines;
    for (const auto& change : changes_of(permit, version)) lines.emplace_back(change_line(asked, change));
    if (!lines.empty()) part << html::bullets(lines);
    return part;
}

Html newest_changes(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto all = versions(permit);
    return all.empty() ? Html{} : changes_part(permit, all.front(), asked);
}

Html same_activity(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    const auto& mine = commitment.draft;
    if (mine.activity.empty()) return {};
    constexpr int most_cases = 50;
    auto& work = permit.work();
    std::vector<html::Content> others;
    for (const auto& id : cases::own_cases(work, most_cases)) {
        if (id == permit.case_id()) continue;
        // Only who has a part in both cases may know that they meet (settled 24): the other is read under a permit of its own.
        auto facts = access::load_case_facts(work, id);
        if (!facts || !has_open_room(facts->state)) continue;
        const auto other = access::permit<Operation::read_plan>(work, std::move(*facts));
        if (!other || other->answer(Compartment::room) != Answer::yes) continue;
        for (const auto& one : commitments(*other)) {
            const auto& theirs = one.in_force();
            if (!one.open() || !meets(mine, theirs)) continue;
            others.emplace_back(asked.say("plan.same_activity.case", {{"number", other->facts().number}}));
            break;
        }
    }
    if (others.empty()) return {};
    return html::warning_text(asked.words(), {.text = asked.say("plan.same_activity", {{"activity", mine.activity}})}) << html::bullets(others);
}

}  // namespace lots::plan
