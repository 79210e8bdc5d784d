#pragma once

#include <algorithm>

#include "form/values.h"

namespace lots::form::for_tests {

inline constexpr Date today{2026y / 5 / 10};

/// One of every kind of field. The words of a proposal are borrowed, so that pages have labels.
struct Everything {
    std::string case_number;
    std::string given_name, reason;
    std::optional<Date> born;
    std::optional<Clock> noticed_on;
    std::optional<int> debut_age;
    bool feedback_asked = false;
    std::string origin;
    std::vector<std::string> reasons;
    std::string personal_number;
    int version = 0;
};

inline void ask_for_everything(Fields& fields, Everything& input, bool required = true)
{
    fields.path("case", input.case_number);
    fields.text("given_name", input.given_name, {.longest = 10, .required = required});
    fields.text("reason", input.reason, {.longest = 40, .required = required, .rows = 5});
    fields.day("born", input.born, {.required = required, .earliest = 2000y / 1 / 1, .latest = today});
    fields.clock("noticed_on", input.noticed_on);
    fields.number("debut_age", input.debut_age, {.required = required, .lowest = 5, .highest = 25});
    fields.flag("feedback_asked", input.feedback_asked, {.must_be_set = required});
    fields.one_of("origin", input.origin, fields.coded("origin", {"none", "placement", "prison_service"}), {.required = required});
    fields.any_of("reasons", input.reasons, fields.coded("reasons", {"company", "other"}), {.required = required});
    fields.identity_number("personal_number", input.personal_number, {.required = required});
    fields.seen("version", input.version);
}

inline Labels swedish() { return {Language::sv, "propose"}; }

/// The sentence at a field, "" when it is in order, or several when something went wrong with the reader.
inline std::string fault_at(const Reading& reader, std::string_view name)
{
    std::string keys;
    for (const auto& fault : reader.errors())
        if (fault.field == name) keys += (keys.empty() ? "" : " ") + std::string(fault.message.name());
    return keys;
}

}  // namespace lots::form::for_tests
