#include "consent/rules_refusal.h"

#include <doctest/doctest.h>

#include "consent/test_facts.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

constexpr Date asked_on = 2027y / 2 / 1;

/// The consent in force, and a form that asks for health too.
Facts an_extension()
{
    auto facts = a_consent();
    facts.concerned.insert(health);
    auto more = a_form(2, asked_on, 2027y / 7 / 31);
    more.agencies.insert(health);
    more.concerned.insert(health);
    facts.consents.push_back(more);
    return facts;
}

std::string paths_of(const Facts& facts, Date on)
{
    std::string all;
    for (const auto& path : other_paths(facts, on))
        all += (all.empty() ? "" : " ") + std::string(path.what.name().substr(13));
    return all;
}

/// All have said yes to research too.
Facts with_research()
{
    auto facts = a_consent();
    for (auto& one : form(facts).answers) one.follow_up = FollowUpAnswer::yes;
    return facts;
}

std::string research_lacks(const Facts& facts, Date on)
{
    std::string all;
    const auto decision = may_follow_up(facts, facts.consents[0], on, {});
    for (const auto* finding : decision.missing())
        all += (all.empty() ? "" : " ") + finding->about;
    return all;
}

}  // namespace

TEST_CASE("S0-16, settled-5 A no to a concerned agency while an older consent holds is a question whether the group can go on")
{
    auto facts = an_extension();
    CHECK_FALSE(extension_refused(facts, asked_on).has_value());
    form(facts, 2).answers = {yes(alex, asked_on), no(per, 2027y / 2 / 3)};
    CHECK_FALSE(extension_refused(facts, 2027y / 2 / 2).has_value());
    CHECK(extension_refused(facts, 2027y / 2 / 3) == 2027y / 2 / 3);
    form(facts, 2).answers.push_back(no(eva, 2027y / 2 / 2));
    CHECK(extension_refused(facts, 2027y / 2 / 4) == 2027y / 2 / 2);  // the first
    facts.concerned.erase(health);                                    // judged not concerned after all
    CHECK_FALSE(extension_refused(facts, 2027y / 2 / 4).has_value());
}

TEST_CASE("S0-16 A no to a renewal of the same agencies takes nothing from what holds; leaving one out does")
{
    auto facts = a_consent();
    facts.consents.push_back(a_form(2, asked_on, 2027y / 7 / 31));
    form(facts, 2).answers = {no(per, asked_on)};
    CHECK_FALSE(extension_refused(facts, asked_on).has_value());
    form(facts, 2).answers[0].kind = AnswerKind::excludes_agency;
    CHECK(extension_refused(facts, asked_on) == asked_on);
    // Edge 4.7: which one, where it was asked. What is not concerned any more is not missed.
    form(facts, 2).answers[0].excluded = school;
    CHECK(extension_refused(facts, asked_on) == asked_on);
    facts.concerned.erase(school);
    CHECK_FALSE(extension_refused(facts, asked_on).has_value());
    facts.concerned.insert(school);
    // A no counts also of somebody who is hindered.
    facts.signatories[2].hindered = {{first_day, add_days(asked_on, 5)}};
    CHECK(extension_refused(facts, asked_on) == asked_on);
    facts.signatories[2].ended_on = asked_on;  // no guardian any more
    CHECK_FALSE(extension_refused(facts, asked_on).has_value());
}

TEST_CASE("S0-16 Where no consent holds there is no extension to refuse")
{
    auto facts = an_extension();
    form(facts, 2).answers = {no(per, asked_on)};
    form(facts).withdrawals = {{eva, asked_on}};
    CHECK_FALSE(extension_refused(facts, asked_on).has_value());
    CHECK_FALSE(extension_refused(nobody_asked(), asked_on).has_value());
}

TEST_CASE("edge-4.2 After a no other ways stay open, by age and by how many guardians there are")
{
    auto facts = nobody_asked();
    CHECK(paths_of(facts, first_day) == "usual one_guardian own_request notice ask_again");
    facts.signatories.pop_back();
    CHECK(paths_of(facts, first_day) == "usual own_request notice ask_again");
    facts.born = 2014y / 11 / 18;  // twelve years old that day
    CHECK(paths_of(facts, first_day) == "usual own_request notice ask_again");
    CHECK(paths_of(facts, add_days(first_day, -1)) == "usual notice ask_again");
    CHECK(paths_of(nobody_asked(), adult_on) == "usual ask_again");
    CHECK(paths_of(nobody_asked(), add_days(adult_on, -1)) == "usual one_guardian own_request notice ask_again");
}

TEST_CASE("S1-67, S1-66 The consent to research holds when all who had to sign said yes to it")
{
    auto facts = with_research();
    CHECK(may_follow_up(facts, facts.consents[0], first_day, {}).allowed());
    for (const auto said : {FollowUpAnswer::no, FollowUpAnswer::not_asked}) {
        answer(facts, per).follow_up = said;
        CHECK(may_follow_up(facts, facts.consents[0], first_day, {}).lacks(guideline::follow_up_of_all));
        CHECK(research_lacks(facts, first_day) == "3");
    }
    // Grown up since: who had to sign when it was signed still counts, guardians too.
    CHECK(research_lacks(facts, adult_on) == "3");
    answer(facts, per).follow_up = FollowUpAnswer::yes;
    CHECK(may_follow_up(facts, facts.consents[0], adult_on, {}).allowed());
    without(facts, eva);
    CHECK(research_lacks(facts, first_day) == "form 2");
}

TEST_CASE("S1-69 Research is taken back apart, by anybody who signed; the consent to the group goes on")
{
    auto facts = with_research();
    facts.follow_up_withdrawals = {{eva, asked_on}};
    CHECK(may_follow_up(facts, facts.consents[0], add_days(asked_on, -1), {}).allowed());
    CHECK(research_lacks(facts, asked_on) == "2");
    CHECK(valid(facts, asked_on));
    // And the other way: a withdrawn consent to the group leaves the yes to research alone.
    facts = with_research();
    form(facts).withdrawals = {{per, asked_on}};
    CHECK(may_follow_up(facts, facts.consents[0], asked_on, {}).allowed());
}

TEST_CASE("S1-67, S1-69 Who says yes to research again has not taken that yes back")
{
    auto facts = with_research();
    facts.follow_up_withdrawals = {{eva, asked_on}};
    facts.consents.push_back(a_form(2, asked_on, 2027y / 7 / 31));
    form(facts, 2).answers = {yes(alex, asked_on), yes(eva, next_day(asked_on)), yes(per, asked_on)};
    for (auto& one : form(facts, 2).answers) one.follow_up = FollowUpAnswer::yes;
    const auto lacks = [&](std::size_t number) {
        return may_follow_up(facts, form(facts, number), 2027y / 3 / 1, {}).lacks(guideline::follow_up_of_all);
    };
    CHECK(lacks(1));
    CHECK_FALSE(lacks(2));
    answer(facts, eva, 2).signed_on = asked_on;  // the same day: the careful reading
    CHECK(lacks(2));
    answer(facts, eva, 2).signed_on = next_day(asked_on);
    facts.follow_up_withdrawals.push_back({eva, 2027y / 2 / 20});
    CHECK(lacks(2));
}

TEST_CASE("S1-70, S1-66 A renewal that asks nobody about research leaves the earlier answer alone")
{
    auto facts = with_research();
    CHECK(form_about_research(nobody_asked(), first_day) == nullptr);
    CHECK(form_about_research(facts, add_days(first_day, -1)) == nullptr);
    CHECK(form_about_research(facts, first_day)->number == 1);
    facts.consents.push_back(a_form(2, asked_on, 2027y / 7 / 31));
    CHECK(form_about_research(facts, asked_on)->number == 1);  // it has not held
    form(facts, 2).answers = {yes(alex, asked_on), yes(eva, asked_on), yes(per, asked_on)};
    CHECK(form_about_research(facts, asked_on)->number == 1);
    answer(facts, per, 2).follow_up = FollowUpAnswer::no;
    CHECK(form_about_research(facts, asked_on)->number == 2);
    for (auto& one : form(facts).answers) one.follow_up = FollowUpAnswer::not_asked;
    answer(facts, per, 2).follow_up = FollowUpAnswer::not_asked;
    CHECK(form_about_research(facts, asked_on)->number == 2);  // nobody ever was: the newest, and it says no
    CHECK_FALSE(may_follow_up(facts, form(facts, 2), asked_on, {}).allowed());
}

TEST_CASE("S1-66 After five years from the end nobody follows up, whatever was answered")
{
    const auto facts = with_research();
    const Date closed_on = 2027y / 4 / 30;
    CHECK(may_follow_up(facts, facts.consents[0], 2032y / 4 / 30, closed_on).allowed());
    CHECK(may_follow_up(facts, facts.consents[0], 2032y / 5 / 1, closed_on).lacks(guideline::follow_up_in_time));
    CHECK(may_follow_up(facts, facts.consents[0], 2040y / 1 / 1, {}).allowed());  // it has not ended
}

TEST_CASE("S1-66, S1-70 The five years are counted from the end")
{
    CHECK(follow_up_last_day(2027y / 4 / 30) == 2032y / 4 / 30);
    CHECK(follow_up_last_day(2028y / 2 / 29) == 2033y / 2 / 28);
}
