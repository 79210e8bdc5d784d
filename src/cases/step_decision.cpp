#include "cases/step_decision.h"

#include <algorithm>

#include "base/check.h"
#include "cases/decision_note.h"

namespace lots::cases {

namespace {

/// In Swedish whatever the page's language is: it is kept in the file.
std::string sentence(std::string_view step, std::string_view field, const Grounds& grounds)
{
    std::string name = "cases.decided." + std::string(step) + "." + std::string(field);
    std::ranges::transform(name, name.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    const auto key = MessageKey::of_name(name);
    check(key.has_value(), "a step has no words for the decision that it is");
    return say(Language::sv, *key, grounds.values);
}

/// What the day itself brings about is nobody's: the consent ran out.
std::string who_took_it(const access::Reader& reader)
{
    if (reader.person == PersonId{}) return say(Language::sv, "cases.decided.nobody");
    return reader.unit_name.empty() ? reader.name : reader.name + ", " + reader.unit_name;
}

}  // namespace

RecordId add_step_decision(const access::CasePermit& permit, std::string_view step, const Grounds& grounds)
{
    const auto basis = basis_of(step);
    check(!basis.empty(), "a step rests on no paragraph");
    DecisionNote note;
    note.what = sentence(step, "what", grounds);
    note.why = grounds.why.empty() ? sentence(step, "why", grounds) : grounds.why;
    note.how = sentence(step, "how", grounds);
    note.who = who_took_it(permit.work().reader);
    return add_decision(permit, note, basis);
}

}  // namespace lots::cases
