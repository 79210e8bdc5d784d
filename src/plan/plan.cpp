#include "plan/plan.h"

#include <algorithm>

#include "base/check.h"
#include "plan/plain_words.h"

namespace lots::plan {

namespace {

constexpr std::array<std::string_view, 3> owner_names{"youth", "guardian", "agency"};
constexpr std::array<std::string_view, 5> status_names{"not_started", "ongoing", "done", "not_done", "cancelled"};

template <class Word, std::size_t count>
Word word_in(const std::array<std::string_view, count>& names, std::string_view word)
{
    const auto found = std::ranges::find(names, word);
    check(found != names.end(), "a word of the plan is unknown");
    return static_cast<Word>(found - names.begin());
}

}  // namespace

std::string_view link_of(std::string_view area)
{
    return area == "school" || area == "occupation" || area == "leisure" ? area : std::string_view("social");
}

std::string_view name(Owner owner) { return owner_names.at(static_cast<std::size_t>(owner)); }
std::string_view name(Status status) { return status_names.at(static_cast<std::size_t>(status)); }
Owner owner_of(std::string_view word) { return word_in<Owner>(owner_names, word); }
Status status_of(std::string_view word) { return word_in<Status>(status_names, word); }

bool meets(const Wording& one, const Wording& other)
{
    // Two who write of one place seldom spell it alike.
    if (one.activity.empty() || small_letters(one.activity) != small_letters(other.activity)) return false;
    const auto begins_by = [](const Wording& first, Date last) { return !first.start_on || *first.start_on <= last; };
    return begins_by(one, other.last_day) && begins_by(other, one.last_day);
}

Promise Commitment::promise() const
{
    Promise promise;
    promise.number = number;
    promise.owner = in_force().owner;
    promise.status = status;
    promise.decided = decided.has_value();
    promise.accepted = draft.accepted;
    promise.dropped = draft.dropped;
    promise.worded_on = local_day(draft.worded_at);
    promise.last_day = last_day();
    promise.person = in_force().person;
    promise.agency = in_force().agency;
    promise.asked = draft.person;
    promise.asked_agency = draft.agency;
    return promise;
}

}  // namespace lots::plan
