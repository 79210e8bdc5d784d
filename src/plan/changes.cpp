#include "plan/changes.h"

#include <algorithm>
#include <map>
#include <string>

namespace lots::plan {

namespace {

void compare(std::vector<ChangedField>& fields, std::string_view what, const std::string& before, const std::string& after)
{
    if (before != after) fields.push_back({what, before, after});
}

std::vector<ChangedField> fields_between(const Goal& before, const Goal& after)
{
    std::vector<ChangedField> fields;
    compare(fields, "text", before.text, after.text);
    compare(fields, "reached", before.reached_how, after.reached_how);
    compare(fields, "who", before.person_name.empty() ? before.agency_name : before.person_name + ", " + before.agency_name,
            after.person_name.empty() ? after.agency_name : after.person_name + ", " + after.agency_name);
    return fields;
}

std::vector<ChangedField> fields_between(const Commitment& before, const Commitment& after)
{
    std::vector<ChangedField> fields;
    const auto &was = *before.decided, &is = *after.decided;
    compare(fields, "measure", was.measure, is.measure);
    compare(fields, "who", was.owner_words, is.owner_words);
    compare(fields, "when", iso(was.last_day), iso(is.last_day));
    compare(fields, "how", was.documented_how, is.documented_how);
    compare(fields, "plain", was.plain_words, is.plain_words);
    compare(fields, "order", std::to_string(was.order_number), std::to_string(is.order_number));
    return fields;
}

const std::string& title_of(const Goal& goal) { return goal.text; }
const std::string& title_of(const Commitment& commitment) { return commitment.decided->measure; }

template <class Line>
void add_changes(std::vector<Change>& all, bool goal, const std::vector<Line>& before, const std::vector<Line>& after)
{
    std::map<int, std::pair<const Line*, const Line*>> by_number;
    for (const auto& line : before) by_number[line.number].first = &line;
    for (const auto& line : after) by_number[line.number].second = &line;
    for (const auto& [number, lines] : by_number) {
        const auto [was, is] = lines;
        if (was == nullptr) all.push_back({ChangeKind::added, goal, number, title_of(*is)});
        else if (is == nullptr) all.push_back({ChangeKind::removed, goal, number, title_of(*was)});
        else if (auto fields = fields_between(*was, *is); !fields.empty())
            all.push_back({ChangeKind::changed, goal, number, title_of(*is), std::move(fields)});
    }
}

}  // namespace

std::vector<Change> changes_between(const Decided& before, const Decided& after)
{
    std::vector<Change> all;
    add_changes(all, true, before.goals, after.goals);
    add_changes(all, false, before.commitments, after.commitments);
    return all;
}

}  // namespace lots::plan
