#include <algorithm>

#include "sim/life.h"
#include "sim/words.h"

// When the consent does not hold, and the end.
namespace lots::sim {

namespace json = boost::json;
using access::Role;

/// The case rests. Somebody asks anew, resumes, closes, or forgets for some weeks.
void Life::rest()
{
    if (!answers_on_.empty()) give_answers();
    if (over_) return;
    const auto consent = read(officer_, "/consent");
    if (text_in(consent, "state") == "valid") {
        if (chance().percent(30)) return sleep(1, 6);
        const auto resumed = send(officer_, "/resumption", decision());
        if (resumed.done()) last_.erase("rests");
        return sleep(0, 3);
    }
    // Somebody writes as if nothing had happened, and is stopped.
    if (chance().percent(20) && !members_.empty()) {
        send(lead(), "/goals", {{"area", "school"}, {"responsible", "polisen"}});
        call(add_days(today(), 5));
    }
    if (!answers_on_.empty()) return sleep(1, 4);
    const int chosen = chance().between(1, 100);
    if (chosen <= 55) {
        if (talk_and_open(today(), 6)) {
            refuses_ = chance().percent(20) ? 1 : 0;
            return sleep(0, 2);
        }
        return sleep(2, 5);
    }
    if (chosen <= 80) {
        const auto forms = list_in(consent, "forms");
        bool withdrawn = false;
        for (const auto& form : forms)
            for (const auto& answer : list_in(form, "answers")) withdrawn = withdrawn || answer.contains("withdrawn_on");
        return close(withdrawn ? "consent_withdrawn" : "consent_expired");
    }
    sleep(5, 40);
}

void Life::ask_whether_to_close()
{
    static const std::vector<std::string> grounds{"goals_reached", "need_gone", "behaviour_unchanged", "continued_crime",
                                                  "other"};
    Who by = lead();
    for (const auto& [number, member] : members_)
        if (member.who.role == Role::police && desk().is_here(member.who)) by = member.who;
    const auto raised = send(by, "/closure-question", {{"ground", chance().one_of(grounds)}});
    if (!raised.done()) return sleep(2, 6);
    if (chance().percent(80)) return sleep(1, 7);
    sleep(8, 20);
}

void Life::decide_closure()
{
    see_who_left();
    if (time_for("revised", 90)) revise();
    if (chance().percent(60)) {
        const auto went_on = send(officer_, "/continuation", decision());
        if (went_on.done()) return sleep(1, 5);
    }
    static const std::vector<std::string> reasons{"goals_reached", "goals_reached", "need_gone", "behaviour_unchanged",
                                                  "moved"};
    close(chance().one_of(reasons));
}

/// What is open is judged and handed over, what lies unwritten is written; then social services decide.
void Life::close(const std::string& reason)
{
    const auto now = read(officer_, "/plan");
    if (!list_in(now, "versions").empty())
        for (const auto& goal : list_in(now, "goals")) {
            static const std::vector<std::string> results{"reached", "partly", "not_reached"};
            send(officer_, "/goals/" + std::to_string(number_in(goal, "number")) + "/result",
                 {{"result", chance().one_of(results)}});
        }
    for (const auto& one : list_in(now, "commitments")) {
        const auto status = text_in(one, "status");
        if (!one.at("decided").is_object() || status == "done" || status == "cancelled") continue;
        if (text_in(one.at("decided").as_object(), "owner") != "agency") continue;
        send(officer_, "/commitments/" + std::to_string(number_in(one, "number")) + "/hand-over",
             {{"agency", "socialtjansten"}});
    }
    if (!members_.empty() && desk().is_here(lead()))
        for (const auto& one : list_in(read(lead(), "/meetings"), "meetings"))
            if (text_in(one, "state") == "held") hold(number_in(one, "meeting"));
    auto fields = decision({{"reason", reason}});
    if (!members_.empty()) fields["police_reminded"] = true;
    const auto closed = send(officer_, "/closure", fields);
    if (closed.done()) return end();
    sleep(1, 5);
}

}  // namespace lots::sim
