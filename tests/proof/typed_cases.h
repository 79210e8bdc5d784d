#pragma once

#include <set>
#include <string>

#include "app/demo_tale.h"
#include "proof/typist.h"
#include "stories/world.h"

namespace lots::test {

/// Whose commands the typist fills in: the tale of the demo, and beside it every command that the tale has no use for.
class TypedCases {
    Typist& typist_;
    std::set<std::string> usual_;  // fields that most cases are not asked for
    app::Tale tale_;

    void post(const std::string& handle, const std::string& number, const std::string& rest, const app::Tale::Write& write);
    void post(const std::string& number, const std::string& rest, const app::Tale::Write& write);
    std::string offered(const app::TaleYouth& youth);
    /// A new form, of the agencies as they are described now.
    void ask_anew(const std::string& number);
    void at_the_first_meeting(const std::string& number);
    void between_meetings(const std::string& number);
    void around_the_group(const std::string& number);

public:
    TypedCases(World& world, Typist& typist);

    app::Tale& tale() { return tale_; }
    std::string from_proposal_to_closure();
    void withdrawn_and_resumed();
    void refused_by_one();
    void lifted_marked_and_kept();
    void asked_with_every_care();
    void told_of_another_age_and_dead();
    void of_an_adult_and_for_others(World& world);
    void taken_up_in_the_working_group();
    void somebody_new_at_work();
};

}  // namespace lots::test
