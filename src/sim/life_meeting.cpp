#include <algorithm>

#include "sim/life.h"
#include "sim/words.h"

// Meetings: called, moved, held, written down, forgotten.
namespace lots::sim {

namespace json = boost::json;

namespace {

constexpr int meeting_hour = 13;

Date day_of(const json::object& meeting)
{
    const auto at = parse_instant(text_in(meeting, "starts_at"));
    return at ? local_day(*at) : Date{};
}

}  // namespace

/// The next meeting, when none is called. Most of the time within the month; somebody also tries a day after the consent's
/// last.
void Life::call_next()
{
    const auto meetings = list_in(read(lead(), "/meetings"), "meetings");
    bool called = false, held = false;
    for (const auto& one : meetings) {
        called = called || text_in(one, "state") == "called";
        held = held || text_in(one, "state") == "locked" || text_in(one, "state") == "held";
    }
    if (called || (forgetful_ && chance().percent(60))) return;
    if (chance().percent(8) && consent_last_day_ != Date{}) call(add_days(consent_last_day_, chance().between(1, 20)));
    const auto day = add_days(today(), held ? chance().between(7, 28) : chance().between(1, 6));
    call(day, chance().percent(6) ? "network" : "individual");
}

void Life::call(Date day, const std::string& kind)
{
    if (day <= today()) return;
    json::array members, signatories, how{"in_lots"};
    for (const auto& [number, member] : members_) members.emplace_back(std::to_string(number));
    const int signs = is_minor() ? 1 + static_cast<int>(family_.guardians.size()) : 1;
    for (int number = 1; number <= signs; ++number) signatories.emplace_back(std::to_string(number));
    json::object fields{{"kind", kind},
                        {"day", iso(day)},
                        {"clock", std::to_string(meeting_hour) + ":00"},
                        {"length_minutes", 60},
                        {"form", chance().percent(85) ? "in_person" : "digital"},
                        {"signatories", signatories},
                        {"members", members},
                        {"call_how", how}};
    if (is_minor() && chance().percent(6) && signs > 2) {
        signatories.pop_back();
        fields["signatories"] = signatories;
        fields["guardian_not_invited_reason"] = "Har bett att få vänta utanför den här gången.";
    }
    send(lead(), "/meetings", std::move(fields));
}

void Life::afternoon()
{
    if (over_ || number_.empty() || number_.starts_with("F-") || members_.empty()) return;
    // The coordinator looks at the day's meeting, and, now and then, at what lies unwritten.
    if (!desk().is_here(lead())) return;
    for (const auto& one : list_in(read(lead(), "/meetings"), "meetings")) {
        const auto state = text_in(one, "state");
        const int meeting = number_in(one, "meeting");
        if (state == "called" && day_of(one) == next_day(today()) && chance().percent(5)) {
            static const std::vector<std::string> reasons{"moved", "agency_absent", "youth_absent"};
            send(lead(), "/meetings/" + std::to_string(meeting) + "/cancellation", {{"reason", chance().one_of(reasons)}});
            wake_ = next_day(today());
        }
        if (state != "held") continue;
        const bool today_s = day_of(one) == today();
        if (today_s || chance().percent(20)) hold(meeting);
    }
}

void Life::hold(int meeting)
{
    const auto seen = read(lead(), "/meetings/" + std::to_string(meeting));
    note_who_came(meeting, seen);
    follow_up(meeting);
    write_and_lock(meeting);
}

void Life::note_who_came(int meeting, const json::object& seen)
{
    for (const auto& line : list_in(seen, "attendance")) {
        if (!text_in(line, "presence").empty()) continue;
        const bool member = line.contains("member");
        const int came = chance().between(1, 100);
        const std::string presence = came <= 84             ? "present"
                                     : came <= 89           ? "digital"
                                     : member && came <= 93 ? "substitute"
                                                            : "absent";
        json::object fields{{"presence", presence}, {"seq_seen", 0}};
        if (presence == "substitute" || presence == "absent") fields["reason"] = "Sjuk i dag.";
        send(lead(), "/meetings/" + std::to_string(meeting) + "/attendance/" + std::to_string(number_in(line, "line")),
             std::move(fields));
    }
}

/// A line for every promise of the plan; a forgetful coordinator leaves one out the first time.
void Life::follow_up(int meeting)
{
    const auto at = "/meetings/" + std::to_string(meeting);
    std::vector<int> said;
    for (const auto& line : list_in(read(lead(), at), "follow_up")) said.push_back(number_in(line, "commitment"));
    bool leaves_one_out = said.empty() && (forgetful_ ? chance().percent(60) : chance().percent(10));
    for (const auto& one : list_in(read(lead(), "/commitments"), "commitments")) {
        const int number = number_in(one, "number");
        if (!one.at("decided").is_object() || std::ranges::count(said, number) > 0) continue;
        const auto status = text_in(one, "status");
        if (status == "cancelled" || (status == "done" && chance().percent(95))) continue;
        if (leaves_one_out && chance().percent(50)) {
            leaves_one_out = false;
            continue;
        }
        static const std::vector<std::string> heard{"ongoing", "ongoing", "ongoing", "done", "not_done", "not_started"};
        json::object fields{{"status", status == "done" ? "done" : chance().one_of(heard)},
                            {"needs_help", chance().percent(15)},
                            {"seq_seen", 0}};
        if (flag_in(one, "late") || *day_in(one, "last_day") <= today())
            fields["new_last_day"] = iso(add_days(today(), chance().between(10, 45)));
        send(lead(), at + "/follow-up/" + std::to_string(number), std::move(fields));
    }
}

void Life::write_and_lock(int meeting)
{
    const auto at = "/meetings/" + std::to_string(meeting);
    const auto seen = read(lead(), at);
    const auto* minutes = seen.if_contains("minutes");
    if (minutes == nullptr || !minutes->is_object()) {
        if (forgetful_ && chance().percent(50)) return;  // the minutes come later
        send(lead(), at + "/minutes",
             {{"consent_checked", true},
              {"police_role_told", true},
              {"told_by", std::to_string(member_of("polisen"))},
              {"closure_question", chance().percent(92) ? "continue" : "consider_closure"},
              {"seq_seen", 0}});
        if (chance().percent(25)) send(lead(), at + "/pictures", {{"agency", "polisen"}});
    }
    call_next();
    const auto locked = send(lead(), at + "/lock", {{"interval_reason", "Det gick inte tidigare."}});
    if (locked.done() && chance().percent(4)) send(lead(), at + "/adjustments");
}

}  // namespace lots::sim
