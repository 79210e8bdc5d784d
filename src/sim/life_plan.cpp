#include <algorithm>

#include "sim/life.h"
#include "sim/words.h"

// The plan: drafted, accepted, decided, reported on, revised.
namespace lots::sim {

namespace json = boost::json;
using access::Role;

namespace {

/// The wording that counts now, as the program tells it.
json::object wording_of(const json::object& commitment)
{
    const auto* decided = commitment.if_contains("decided");
    if (decided != nullptr && decided->is_object()) return decided->get_object();
    return commitment.at("draft").as_object();
}

bool is_open(const json::object& commitment)
{
    const auto status = text_in(commitment, "status");
    return status != "done" && status != "cancelled";
}

}  // namespace

void Life::plan()
{
    see_who_left();
    const auto now = read(lead(), "/plan");
    if (list_in(now, "goals").empty()) draft_plan();
    call_next();
    accept_what_waits();
    if (chance().percent(45) || time_for("planned", 30)) {
        const auto decided = send(officer_, "/plan/decision", decision());
        if (decided.done()) {
            last_["revised"] = last_["looked at as a whole"] = today();
            return sleep(1, 7);
        }
        // Something is missing: most often one who promised has left, or the day has been.
        const auto missing = decided.missing();
        if (std::ranges::count(missing, "S0-79") + std::ranges::count(missing, "S4-16") > 0) revise();
        if (std::ranges::count(missing, "S4-17") + std::ranges::count(missing, "edge-4.21") > 0) {
            const auto words = now.if_contains("words");
            const int seq = words != nullptr && words->is_object() ? number_in(words->get_object(), "seq") : 0;
            json::object said{{"took_part_on", iso(today())}, {"seq_seen", seq}};
            if (is_minor()) said["guardian_words"] = words_for("guardian_words", chance());
            send(lead(), "/plan/words", said);
        }
    }
    sleep(1, 6);
}

void Life::draft_plan()
{
    std::vector<std::string> responsible{"polisen", "socialtjansten"};
    static const std::vector<std::string> areas{"school", "crime", "leisure", "family", "company"};
    const int goals = chance().between(1, 3);
    int goals_made = 0;
    for (int goal = 0; goal < goals; ++goal)
        if (send(lead(), "/goals", {{"area", chance().one_of(areas)}, {"responsible", chance().one_of(responsible)}}).done())
            ++goals_made;
    if (goals_made == 0) return;
    if (desk().knows("/api/v1/cases/{case}/plan/areas")) {
        json::object why{{"seq_seen", 0}};
        for (const auto* area : {"school_reason", "occupation_reason", "leisure_reason", "social_reason"})
            why[area] = "Det fungerar som det är.";
        send(lead(), "/plan/areas", std::move(why));
    }
    int place = 0;
    const auto promise = [&](int goal, const std::string& by) {
        json::object fields{{"in_goal", std::to_string(goal)},
                            {"promised_by", by},
                            {"done_by", iso(add_days(today(), chance().between(20, 120)))},
                            {"documented_how", words_for("documented_how", chance())},
                            {"plain_words", words_for("plain_words", chance())},
                            {"order_number", ++place}};
        send(lead(), "/commitments", std::move(fields));
    };
    promise(1, "signatory-1");
    if (is_minor() && chance().percent(40)) promise(1, "signatory-2");
    int goal = 1;
    for (const auto& [number, member] : members_) promise(goal = goal % goals_made + 1, "member-" + std::to_string(number));
    for (; goal < goals_made;) promise(++goal, "signatory-1");
    json::object said{{"took_part_on", iso(today())}, {"seq_seen", 0}};
    if (is_minor()) said["guardian_words"] = words_for("guardian_words", chance());
    send(lead(), "/plan/words", said);
}

/// Those who promised say so; some of them later than they should, some on paper through the coordinator.
void Life::accept_what_waits()
{
    for (const auto& one : list_in(read(lead(), "/commitments"), "commitments")) {
        const auto& draft = one.at("draft").as_object();
        if (flag_in(draft, "accepted") || flag_in(draft, "dropped") || chance().percent(35)) continue;
        const auto at = "/commitments/" + std::to_string(number_in(one, "number")) + "/acceptance";
        const auto member = members_.find(number_in(draft, "member"));
        if (member != members_.end() && desk().is_here(member->second.who))
            send(member->second.who, at);
        else if (text_in(draft, "owner") == "youth" && !family_.account.empty())
            send({family_.account, Role::youth}, at);
        else
            send(lead(), at, {{"way", "meeting"}, {"said_on", iso(today())}});
    }
}

/// How it goes, between meetings: those who remember, and now and then the young person.
void Life::report()
{
    static const std::vector<std::string> said{"ongoing", "ongoing", "done", "not_done"};
    for (const auto& one : list_in(read(lead(), "/commitments"), "commitments")) {
        if (!is_open(one) || !one.at("decided").is_object() || !chance().percent(12)) continue;
        const auto wording = wording_of(one);
        const auto member = members_.find(number_in(wording, "member"));
        Who who;
        if (member != members_.end())
            who = member->second.who;
        else if (text_in(wording, "owner") == "youth" && !family_.account.empty())
            who = {family_.account, Role::youth};
        if (who.handle.empty() || !desk().is_here(who)) continue;
        send(who, "/commitments/" + std::to_string(number_in(one, "number")) + "/status",
             {{"status", chance().one_of(said)},
              {"needs_help", chance().percent(20)},
              {"note", words_for("note", chance())}});
    }
}

/// The plan is looked through: one who left is replaced, a day is moved, something new is promised. Then it is decided
/// again.
void Life::revise()
{
    int place = 0, changed = 0;
    const auto now = read(lead(), "/plan");
    for (const auto& one : list_in(now, "commitments")) {
        const auto& draft = one.at("draft").as_object();
        place = std::max(place, number_in(draft, "order_number"));
        if (flag_in(draft, "dropped") || !is_open(one)) continue;
        const int member = number_in(draft, "member");
        const bool left = member != 0 && !members_.contains(member);
        const bool late = *day_in(draft, "last_day") < today();
        if (text_in(draft, "owner") == "guardian" && !is_minor()) {  // a grown-up's plan holds no promise of theirs
            changed += send(lead(), "/commitments/" + std::to_string(number_in(one, "number")) + "/removal",
                            {{"seq_seen", number_in(draft, "seq")}})
                               .done()
                           ? 1
                           : 0;
            continue;
        }
        if (!left && !late && !chance().percent(15)) continue;
        const auto promised = member == 0 ? "signatory-" + std::to_string(number_in(draft, "signatory"))
                                          : "member-" + std::to_string(left ? member_of(text_in(draft, "agency")) : member);
        const auto answer = send(lead(), "/commitments/" + std::to_string(number_in(one, "number")),
                                 {{"seq_seen", number_in(draft, "seq")},
                                  {"in_goal", std::to_string(number_in(one, "goal"))},
                                  {"measure", text_in(draft, "measure")},
                                  {"promised_by", promised},
                                  {"done_by", iso(add_days(today(), chance().between(20, 90)))},
                                  {"documented_how", text_in(draft, "documented_how")},
                                  {"plain_words", text_in(draft, "plain_words")},
                                  {"order_number", number_in(draft, "order_number")}});
        changed += answer.done() ? 1 : 0;
    }
    if (const int somebody = member_of("polisen"); changed == 0 && somebody != 0) {
        const auto answer = send(lead(), "/commitments",
                                 {{"in_goal", "1"},
                                  {"promised_by", "member-" + std::to_string(somebody)},
                                  {"done_by", iso(add_days(today(), chance().between(20, 90)))},
                                  {"documented_how", words_for("documented_how", chance())},
                                  {"plain_words", words_for("plain_words", chance())},
                                  {"order_number", place + 1}});
        changed += answer.done() ? 1 : 0;
    }
    if (changed == 0) return;
    accept_what_waits();
    send(officer_, "/plan/decision", decision());
}

}  // namespace lots::sim
