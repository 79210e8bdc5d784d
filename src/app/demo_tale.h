#pragma once

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/demo.h"
#include "form/json_writer.h"

namespace lots::app {

/// Somebody who must sign, as the tale knows them.
struct TaleSignatory {
    std::string role, name, account;  // account: sign-in name, may be empty
};
/// An invented young person. The number is of Skatteverket's test series.
struct TaleYouth {
    std::string given_name, family_name, personal_number;
    Date born;
    std::vector<TaleSignatory> signatories;  // the young person first
};

/// One case told step by step through the API by the people of Ekvik, at the moments of a clock: the demo's past, and where tests begin.
/// Each step throws std::runtime_error with the answer when a command is refused.
class Tale {
    web::Site& site_;
    SetClock& clock_;
    std::string password_;
    struct Hand {
        Instant signed_in;
        std::unique_ptr<DemoHand> hand;
    };
    std::map<std::string, Hand> hands_;

public:
    Tale(web::Site& site, SetClock& clock, std::string password) : site_(site), clock_(clock), password_(std::move(password)) {}

    /// Who does elsewhere what the people of Ekvik do here, by sign-in name: tests tell of other places. Nobody there has two roles.
    std::map<std::string, std::string> cast = {};
    const std::string& player(const std::string& handle) const;

    /// Changes what is about to be sent to that path: tests put words of their own into it. Empty: as it is told.
    std::function<std::string(const std::string& path, const std::string& json)> retell = {};
    /// Does what is told in another way than through the API, and gives back its answer: tests tell it through the pages.
    std::function<std::string(const std::string& handle, const std::string& path, const std::string& json)> done_by = {};

    using Write = std::function<void(form::JsonWriter&)>;
    /// A signed-in hand that has not been idle for too long.
    DemoHand& hand(const std::string& handle, const std::string& role = {});
    /// POST by that person with the object that `write` fills; the JSON of the answer.
    std::string post(const std::string& handle, const std::string& path, const Write& write);
    /// Moves the clock to that day and hour, never backwards.
    void at(Date day, int hour, int minute = 0);
    Date today() const { return local_day(clock_.now()); }

    std::string propose(const TaleYouth& youth);                                // "F-31", by the police
    void take_up(const std::string& nomination);                                // by Sara Lind
    void add_source(const std::string& nomination);                             // what the decision rests on
    std::string offer(const std::string& nomination);                           // the case's number; with its source and the feedback
    void ask(const std::string& number, const TaleYouth& youth);                // signatories, conversations, the form
    void talk(const std::string& number, int signatory);                        // what is told before a yes; anew before each renewal
    void sign(const std::string& number, int signatory);                        // a yes on paper
    void form_group(const std::string& number);                                 // coordinator, police, school, leisure; planning begins
    void make_plan(const std::string& number);                                  // two goals, three commitments, accepted and decided
    void call(const std::string& number, Date day, int hour);
    /// Attendance, a line for each of `open` commitments (those in `moved` get a new last day), minutes, next meeting, lock.
    void meet(const std::string& number, int meeting, const std::vector<int>& open, Date next, const std::map<int, Date>& moved = {});
    void withdraw(const std::string& number, int signatory);
    void close(const std::string& number, const std::vector<int>& goals, const std::vector<int>& open);
};

/// The four fields of a decision, and the two about the child.
void write_decision(form::JsonWriter& json, const std::string& what);
/// A small PDF that passes for a signed form.
std::string tale_form();

}  // namespace lots::app
