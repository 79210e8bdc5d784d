#include "sim/life.h"

#include <algorithm>

#include "sim/words.h"

namespace lots::sim {

namespace json = boost::json;
using access::Role;

namespace {

const Who sara{"sara.lind", Role::social_worker}, amir{"amir.haddad", Role::social_worker},
    mia{"mia.holm", Role::coordinator};

}  // namespace

std::string text_in(const json::object& from, std::string_view name)
{
    const auto* value = from.if_contains(name);
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string{};
}

int number_in(const json::object& from, std::string_view name)
{
    const auto* value = from.if_contains(name);
    return value != nullptr && value->is_int64() ? static_cast<int>(value->get_int64()) : 0;
}

bool flag_in(const json::object& from, std::string_view name)
{
    const auto* value = from.if_contains(name);
    return value != nullptr && value->is_bool() && value->get_bool();
}

std::optional<Date> day_in(const json::object& from, std::string_view name) { return parse_date(text_in(from, name)); }

std::vector<json::object> list_in(const json::object& from, std::string_view name)
{
    std::vector<json::object> all;
    const auto* value = from.if_contains(name);
    if (value == nullptr || !value->is_array()) return all;
    for (const auto& one : value->get_array())
        if (one.is_object()) all.push_back(one.get_object());
    return all;
}

Life::Life(Shared& town, Family family, Date proposed_on) : town_(town), family_(std::move(family)), wake_(proposed_on)
{
    officer_ = chance().percent(65) ? sara : amir;
    forgetful_ = chance().percent(25);
    outside_coordinator_ = chance().percent(35);
    const auto signs = 1 + static_cast<int>(family_.guardians.size());
    if (chance().percent(10)) refuses_ = chance().between(1, signs);
    agencies_ = {"socialtjansten", "polisen"};
    agencies_.push_back(chance().percent(70) ? "bjorkskolan" : "strandgymnasiet");
    if (chance().percent(60)) agencies_.push_back("fritid");
    if (chance().percent(20)) agencies_.push_back("region");
    if (outside_coordinator_) agencies_.push_back("samverkan");
}

const Who& Life::lead() const { return outside_coordinator_ ? mia : officer_; }
const Who& Life::colleague() const { return officer_ == sara ? amir : sara; }

bool Life::time_for(const std::string& what, int days)
{
    const auto before = last_.try_emplace(what, today()).first;
    if (days_between(before->second, today()) < days) return false;
    before->second = today();
    return true;
}

json::object Life::decision(json::object fields)
{
    if (!is_minor()) return fields;
    fields["childs_view"] = words_for("childs_view", chance());
    fields["best_interests"] = words_for("best_interests", chance());
    return fields;
}

void Life::morning()
{
    if (over_ || wake_ > today()) return;
    if (number_.empty()) {
        if (!propose()) end();
        return;
    }
    // What the officer sees who opens the case, or, while nobody has taken it up, any of them.
    const auto state = text_in(read(officer_, ""), "state");
    wake_ = next_day(today());
    if (state == "proposed")
        take_up();
    else if (state == "under_review" || state == "waitlisted")
        decide_offer(state == "waitlisted");
    else if (state == "decided_offer")
        start_asking();
    else if (state == "consent_pending")
        give_answers();
    else if (state == "forming")
        form_group();
    else if (state == "planning")
        plan();
    else if (state == "active")
        work();
    else if (state == "suspended")
        rest();
    else if (state == "closure_review")
        decide_closure();
    else
        end();
}

}  // namespace lots::sim
