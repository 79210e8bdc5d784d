#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "sim/desk.h"
#include "sim/staff.h"

namespace lots::sim {

/// A young person with those who have custody, as the town knows them.
struct Family {
    int number = 0;
    std::string given_name, family_name, personal_number;
    Date born;
    std::string account;                                         // of the young person; empty: none
    std::vector<std::pair<std::string, std::string>> guardians;  // name and account

    std::string name() const { return given_name + " " + family_name; }
};

/// What the people of one case share with the rest of the town.
struct Shared {
    Desk& desk;
    Staff& staff;
    Chance& chance;
};

/// One case from the proposal to the end, played by the people in it. What they know they read from the program as it
/// answers them; beside that it holds only how these people are. Each day on which somebody has something to do one step is
/// taken, or forgotten.
class Life {
    Shared& town_;
    Family family_;
    std::string number_;  // of the proposal, then of the case
    int nomination_ = 0;
    Date wake_;
    bool over_ = false;
    Who proposer_, officer_;
    // How these people are.
    bool forgetful_ = false;             // the coordinator
    bool outside_coordinator_ = false;   // Mia Holm of the municipality's coordination
    int refuses_ = 0;                    // the number of the signatory who says no; 0: nobody
    std::vector<std::string> agencies_;  // that are concerned, social services and police among them
    struct Member {
        Who who;
        std::string agency;
    };
    std::map<int, Member> members_;     // by number
    std::map<int, Date> answers_on_;    // which signatory answers the newest form when
    std::map<std::string, Date> last_;  // when something that comes again was done last
    Date consent_last_day_{};

    // --- the people -----------------------------------------------------------------------------------------------------
    Desk& desk() { return town_.desk; }
    Chance& chance() { return town_.chance; }
    Date today() const { return local_day(town_.desk.clock().now()); }
    bool is_minor() const { return age_on(family_.born, today()) < 18; }
    const Who& lead() const;
    const Who& colleague() const;
    void sleep(int from_days, int to_days) { wake_ = add_days(today(), chance().between(from_days, to_days)); }
    /// Whether it was that long ago that it was done last; then it counts as done today.
    bool time_for(const std::string& what, int days);

    std::string path(const std::string& rest) const { return "/api/v1/cases/" + number_ + rest; }
    Answer send(const Who& who, const std::string& rest, boost::json::object fields = {})
    {
        return desk().send(who, path(rest), std::move(fields));
    }
    boost::json::object read(const Who& who, const std::string& rest) { return desk().read(who, path(rest)); }
    /// With what a decision about a child also says.
    boost::json::object decision(boost::json::object fields = {});
    void end() { over_ = true; }

    // --- up to the consent (life_before.cpp)
    // ----------------------------------------------------------------------------------
    void take_up();
    void decide_offer(bool waited);
    void start_asking();
    void list_signatories();
    bool talk_and_open(Date from, int months);
    void give_answers();

    // --- the group, the plan, the work (life_group.cpp, life_plan.cpp)
    // -----------------------------------------------------
    void form_group();
    void appoint(const std::string& hand_over);
    void add(const Who& who, const std::string& agency);
    void add_somebody(const std::string& agency);
    bool leave(int number);
    void see_who_left();
    /// Somebody of that agency in the group, or anybody else; 0 for nobody.
    int member_of(const std::string& agency) const;
    void plan();
    void draft_plan();
    void accept_what_waits();
    void work();
    void report();
    void revise();
    void renew();
    bool something_happens();

    // --- meetings (life_meeting.cpp)
    // ------------------------------------------------------------------------------------------
    void call_next();
    void call(Date day, const std::string& kind = "individual");
    void hold(int meeting);
    void follow_up(int meeting);
    void note_who_came(int meeting, const boost::json::object& seen);
    void write_and_lock(int meeting);

    // --- rest and end (life_end.cpp)
    // ------------------------------------------------------------------------------------------
    void rest();
    void ask_whether_to_close();
    void decide_closure();
    void close(const std::string& reason);

public:
    Life(Shared& town, Family family, Date proposed_on);

    /// Somebody proposes. False when the program did not take it.
    bool propose();
    /// What people do in the morning, when there is something today.
    void morning();
    /// What is left of the day after the meetings have begun.
    void afternoon();
    bool over() const { return over_; }
    const Family& family() const { return family_; }
    const std::string& number() const { return number_; }
    /// The number of the proposal; 0 before there is one.
    int nomination() const { return nomination_; }
};

/// Helpers for what the program says.
std::string text_in(const boost::json::object& from, std::string_view name);
int number_in(const boost::json::object& from, std::string_view name);
bool flag_in(const boost::json::object& from, std::string_view name);
std::optional<Date> day_in(const boost::json::object& from, std::string_view name);
/// The objects of the list of that name; empty when there is none.
std::vector<boost::json::object> list_in(const boost::json::object& from, std::string_view name);

}  // namespace lots::sim
