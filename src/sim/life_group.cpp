#include <algorithm>

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
    case Role::police: return "police_officer";
    case Role::school: return "teacher";
    case Role::social_worker: return "case_officer";
    default: return "other";
    }
}

}  // namespace

void Life::add_member(const std::string& agency)
{
    const auto there = town_.staff.of_agency(agency);
    if (there.empty()) return;
    const auto& who = chance().one_of(there);
    const auto answer = send(officer_, "/members", {{"person", who.handle},
                                                    {"function", function_of(who.role)},
                                                    {"knows_youth", chance().percent(70)}});
    if (answer.done()) members_[number_in(answer.body, "member")] = who;
}

void Life::form_group()
{
    if (members_.empty()) {
        const auto appointed = send(officer_, "/coordinator", {{"person", lead().handle}});
        if (!appointed.done()) return sleep(2, 4);
        members_[number_in(appointed.body, "member")] = lead();
        // Social services are in every group, whoever coordinates it.
        if (outside_coordinator_) {
            const auto answer = send(officer_, "/members", {{"person", officer_.handle}, {"function", "case_officer"}, {"knows_youth", true}});
            if (answer.done()) members_[number_in(answer.body, "member")] = officer_;
        }
        for (const auto& agency : agencies_) {
            if (agency == "socialtjansten" || agency == "samverkan") continue;
            if (agency == "fritid" && chance().percent(10)) continue;  // nobody has the time: planning begins without them
            add_member(agency);
        }
        // Somebody asks for one whom the consent does not name.
        if (chance().percent(20)) send(officer_, "/members", {{"person", "nina.bup"}, {"function", "health_contact"}, {"knows_youth", false}});
        if (chance().percent(50)) return sleep(1, 3);
    }
    send(officer_, "/planning", {{"missing_reason", "Alla som har tid är med."}});
    if (chance().percent(80)) call_next();
    sleep(0, 3);
}

/// Members who do not work here any more leave the group, and somebody of the same agency comes in their place.
void Life::see_who_left()
{
    std::vector<int> gone;
    for (const auto& [number, who] : members_)
        if (!desk().is_here(who)) gone.push_back(number);
    for (const int number : gone) {
        const auto who = members_.at(number);
        const auto answer = send(officer_, "/members/" + std::to_string(number) + "/end", {{"youth_told_on", iso(today())}});
        if (!answer.done()) continue;
        members_.erase(number);
        for (const auto& agency : agencies_) {
            const bool was = (who.role == Role::police && agency == "polisen") || (who.role == Role::school && agency.ends_with("skolan")) ||
                             (who.role == Role::school && agency == "strandgymnasiet") || (who.role == Role::agency_staff && agency == "fritid");
            if (was) add_member(agency);
        }
        last_["revised"] = add_days(today(), -365);  // what they promised needs somebody else
    }
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
            if (!own.handle.empty() && desk().is_here(own)) send(own, at);
            else send(officer_, at, {{"way", "phone"}});
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
        for (const auto& [number, who] : members_) {
            if (who == lead() || who == officer_) continue;
            const auto agency_of = [&] {
                for (const auto& agency : agencies_)
                    if (std::ranges::count(town_.staff.of_agency(agency), who) > 0) return agency;
                return std::string{};
            }();
            if (send(officer_, "/members/" + std::to_string(number) + "/end", {{"youth_told_on", iso(today())}}).done()) {
                members_.erase(number);
                if (!agency_of.empty()) add_member(agency_of);
                last_["revised"] = add_days(today(), -365);
            }
            break;
        }
    }
    // Another coordinator.
    if (chance().per_mille(5) && std::ranges::count(agencies_, "samverkan") > 0) {
        outside_coordinator_ = !outside_coordinator_;
        const auto answer = send(officer_, "/coordinator", {{"person", lead().handle}, {"hand_over", "Allt är lämnat över."}, {"youth_told_on", iso(today())}});
        if (answer.done()) members_[number_in(answer.body, "member")] = lead();
        else outside_coordinator_ = !outside_coordinator_;
    }
    // Another agency is needed; until all have said yes it sees nothing.
    if (chance().per_mille(5) && std::ranges::count(agencies_, "region") == 0) {
        agencies_.emplace_back("region");
        json::array concerned;
        for (const auto& agency : agencies_) concerned.emplace_back(agency);
        send(officer_, "/concerned-agencies", {{"concerned", concerned}, {"not_concerned_reason", "Ingen kontakt i dag."}});
        add_member("region");  // too early
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
            add_member("region");
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
