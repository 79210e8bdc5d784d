#pragma once

#include <string>
#include <string_view>

#include "stories/world.h"

namespace lots::test {

/// What is put in last, after it was forgotten.
struct Forgotten {
    Browser::Fields without;  // how those fields were sent the first time
    Browser::Fields mended;
    std::string_view says;  // what the page answers
    std::map<std::string, ChosenFile> files = {};
};

/// Sends the form of this page with something forgotten, sees it again with the reason and all that was typed, puts in only
/// what was forgotten, and is let through. For a decision that is to "Kontrollera dina svar".
void send_forgetting(Browser& browser, const Browser::Fields& typed, const Forgotten& forgotten);
/// The form is in order at once.
void send_well(Browser& browser, const Browser::Fields& fields);
/// "Kontrollera dina svar", and yes.
void confirm(Browser& browser);

/// One case told by people with browsers that run no scripts. They begin at what they see after signing in and go where
/// links lead. Each form is sent once with something missing.
class CaseByPages {
    World& world_;

    void answered_by(Browser& officer, std::size_t line);
    void promised(Browser& officer, const Browser::Fields& promise, bool forgets);
    void accepted_by(const std::string& handle);

public:
    explicit CaseByPages(World& world) : world_(world) {}

    std::string number;  // of the proposal, then of the case

    /// Signed in, in the role of the daily work.
    Browser sign_in(const std::string& handle);
    /// Signed in, on the case's first page by way of "Ärenden".
    Browser at_case(const std::string& handle);
    /// Nothing that this person sees leads to the case, and its address says that it does not exist.
    void is_hidden_from(const std::string& handle);

    void proposed();
    void taken_up();
    void offered();
    void asked();
    void signed_by_all();
    void group_formed();
    void plan_drafted();
    void plan_decided();
    void meeting_called();
    void meeting_held();
    void commitment_is_late();
    void closure_raised();
    void closed();
};

}  // namespace lots::test
