#include <algorithm>
#include <set>

#include "sim/life.h"
#include "sim/words.h"

// Who takes part, and what happens between meetings.
namespace lots::sim {

namespace json = boost::json;
using access::Role;

namespace {

std::string function_of(Role role)
{
    switch (role) {
    case Role::police:
        return "police_officer";
    case Role::school:
        return "teacher";
    case Role::social_worker:
        return "case_officer";
    default:
        return "other";
    }
}

}  // namespace

void Life::add(const Who& who, const std::string& agency)
{
    const auto answer =
        send(officer_, "/members",
             {{"person", who.handle}, {"function", function_of(who.role)}, {"knows_youth", chance().percent(70)}});
    if (answer.done()) members_[number_in(answer.body, "member")] = {who, agency};
}

void Life::add_somebody(const std::string& agency)
{
    if (const auto there = town_.staff.of_agency(agency); !there.empty()) add(chance().one_of(there), agency);
}

int Life::member_of(const std::string& agency) const
{
    for (const auto& [number, member] : members_)
        if (member.agency == agency) return number;
    return members_.empty() ? 0 : members_.begin()->first;
}

/// The one who leads the case from now on; who was there as coordinator only has left with it. Social services stay in the
/// group.
void Life::appoint(const std::string& hand_over)
{
    boost::json::object fields{{"person", lead().handle}};
    if (!hand_over.empty()) {
        fields["hand_over"] = hand_over;
        fields["youth_told_on"] = iso(today());
    }
    const auto answer = send(officer_, "/coordinator", std::move(fields));
    if (!answer.done()) return;
    std::set<int> there;
    for (const auto& one : list_in(read(officer_, "/members"), "members")) there.insert(number_in(one, "number"));
    std::erase_if(members_, [&](const auto& one) { return !there.contains(one.first); });
    members_[number_in(answer.body, "member")] = {lead(), outside_coordinator_ ? "samverkan" : "socialtjansten"};
    if (std::ranges::none_of(members_, [&](const auto& one) { return one.second.who == officer_; }))
        add(officer_, "socialtjansten");
}

void Life::form_group()
{
    if (members_.empty()) {
        appoint({});
        if (members_.empty()) return sleep(2, 4);
        for (const auto& agency : agencies_) {
            if (agency == "socialtjansten" || agency == "samverkan") continue;
            if (agency == "fritid" && chance().percent(10)) continue;  // nobody has the time: planning begins without them
            add_somebody(agency);
        }
        if (chance().percent(50)) return sleep(1, 3);
    }
    send(officer_, "/planning", {{"missing_reason", "Alla som har tid är med."}});
    if (chance().percent(80)) call_next();
    sleep(0, 3);
}

bool Life::leave(int number)
{
    if (!send(officer_, "/members/" + std::to_string(number) + "/end", {{"youth_told_on", iso(today())}}).done())
        return false;
    const auto agency = members_.at(number).agency;
    members_.erase(number);
    add_somebody(agency);
    last_["revised"] = add_days(today(), -365);  // what they promised needs somebody else
    return true;
}

/// Members who do not work here any more leave the group, and somebody of the same agency comes in their place.
void Life::see_who_left()
{
    std::vector<int> gone;
    for (const auto& [number, member] : members_)
        if (!desk().is_here(member.who)) gone.push_back(number);
    for (const int number : gone) leave(number);
}

void Life::work()
{
    see_who_left();
    call_next();
    accept_what_waits();
    report();
    if (something_happens()) return;
    renew();
    if (time_for("revised", 90)) revise();
    if (time_for("looked at as a whole", 175)) return ask_whether_to_close();
    sleep(3, 9);
}

/// What seldom happens. True when it changed where the case is.
bool Life::something_happens()
{
    // A guardian or the young person has had enough.
    if (chance().per_mille(12)) {
        const auto listed = list_in(read(officer_, "/consent"), "signatories");
        std::vector<json::object> may;
        for (const auto& one : listed)
            if (flag_in(one, "must_sign")) may.push_back(one);
        if (!may.empty()) {
            const auto& one = chance().one_of(may);
            const auto at = "/signatories/" + std::to_string(number_in(one, "number")) + "/withdrawal";
            const auto own = text_in(one, "role") == "youth" ? Who{family_.account, Role::youth} : Who{};
            if (!own.handle.empty() && desk().is_here(own))
                send(own, at);
            else
                send(officer_, at, {{"way", "phone"}});
            sleep(1, 6);
            return true;
        }
    }
    if (chance().per_mille(1)) {
        send(officer_, "/closure-after-death", {{"police_reminded", true}});
        end();
        return true;
    }
    // Somebody goes back to other work.
    if (chance().per_mille(8)) {
        for (const auto& [number, member] : members_) {
            if (member.who == lead() || member.who == officer_) continue;
            leave(number);
            break;
        }
    }
    // Another coordinator.
    if (chance().per_mille(5) && std::ranges::count(agencies_, "samverkan") > 0) {
        outside_coordinator_ = !outside_coordinator_;
        appoint("Allt är lämnat över.");
        last_["revised"] = add_days(today(), -365);
    }
    // Another agency is needed; until all have said yes it sees nothing.
    if (chance().per_mille(5) && std::ranges::count(agencies_, "region") == 0) {
        agencies_.emplace_back("region");
        json::array concerned;
        for (const auto& agency : agencies_) concerned.emplace_back(agency);
        send(officer_, "/concerned-agencies", {{"concerned", concerned}, {"not_concerned_reason", "Ingen kontakt i dag."}});
        add_somebody("region");  // too early
        talk_and_open(today(), 6);
        last_["region"] = today();
    }
    return false;
}

/// Answers that are still to come, and a new form before the old one ends: most of the time.
void Life::renew()
{
    if (!answers_on_.empty()) {
        give_answers();
        if (answers_on_.empty() && last_.contains("region")) {
            last_.erase("region");
            add_somebody("region");
        }
        return;
    }
    const auto consent = read(officer_, "/consent");
    const auto ends = day_in(consent, "ends_by_itself_on");
    if (!ends) return;
    const int left = days_between(today(), *ends);
    if (left > 28 || left < 1 || !chance().percent(18)) return;
    // A birthday: what is signed before it does not count after it. A wise officer waits.
    if (*ends == birthday(family_.born, 18)) return;
    talk_and_open(*ends, 6);
    for (auto& [signatory, day] : answers_on_) day = std::min(day, add_days(*ends, -1));
}

}  // namespace lots::sim
