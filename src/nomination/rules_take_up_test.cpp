#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "nomination/rules.h"

// Social services take a proposal up (T2).

using namespace lots;
using namespace lots::nomination;
using guideline::Actor;
using guideline::Decision;
using guideline::Requirement;

namespace {

Review a_review()
{
    Review review;
    review.lives_here = review.declares_no_conflict = review.under_18 = true;
    review.rests_on_notice = review.notice_registered = true;
    return review;
}
cases::DecisionNote a_note() { return {"därför", "så", "Sara", "tas upp", "inte tillfrågad", "bra", ""}; }
Decision take_up(const Review& review) { return may_take_up(review, a_note()); }

/// Whether this is the one thing that stops it.
bool stops_at(const Decision& decision, const Requirement& requirement, Actor who_can)
{
    const auto missing = decision.missing();
    return missing.size() == 1 && missing[0]->requirement == &requirement && missing[0]->who_can == who_can;
}

bool looks_at(const Decision& decision, const Requirement& requirement)
{
    for (const auto& finding : decision.findings())
        if (finding.requirement == &requirement) return true;
    return false;
}

}  // namespace

TEST_CASE("S0-09 Social services where the young person lives own the case")
{
    CHECK(take_up(a_review()).allowed());
    auto review = a_review();
    review.lives_here = false;
    CHECK(stops_at(take_up(review), guideline::lives_here, Actor::social_services));
}

TEST_CASE("edge-4.13 One person has one open case")
{
    auto review = a_review();
    review.other_open_case = true;
    CHECK(stops_at(take_up(review), guideline::one_open_case, Actor::social_services));
}

TEST_CASE(
    "edge-4.14 Who takes it up declares that there is no conflict of interest; else the manager gives it to somebody else")
{
    auto review = a_review();
    review.declares_no_conflict = false;
    CHECK(stops_at(take_up(review), guideline::no_conflict, Actor::unit_manager));
}

TEST_CASE("S0-20 S1-26 The notice that a proposal stands beside is registered at social services before it is taken up")
{
    auto review = a_review();
    review.notice_registered = false;
    CHECK(stops_at(take_up(review), guideline::notice_or_lul, Actor::social_services));
    review.rests_on_notice = false;  // known to themselves, or an adult's own consent: there is none
    CHECK(take_up(review).allowed());
    CHECK_FALSE(looks_at(take_up(review), guideline::notice_or_lul));
}

TEST_CASE("S1-71 settled-14 Taking a proposal up is a decision too, and about a child it says what the child thinks")
{
    auto note = a_note();
    note.why.clear();
    CHECK(stops_at(may_take_up(a_review(), note), guideline::four_fields, Actor::social_services));
    note = a_note();
    note.childs_view.clear();
    CHECK(stops_at(may_take_up(a_review(), note), guideline::childs_view_and_best, Actor::social_services));
    auto adult = a_review();
    adult.under_18 = false;
    CHECK(may_take_up(adult, note).allowed());
}

TEST_CASE("settled-35 The proposer takes an own proposal back once, until it is taken up")
{
    constexpr bool own = true, taken_up = true, before = true;
    CHECK(may_take_back_own(own, !taken_up, !before).allowed());
    CHECK(may_take_back_own(!own, !taken_up, !before).lacks(guideline::proposal_taken_back));
    CHECK(may_take_back_own(own, taken_up, !before).lacks(guideline::proposal_taken_back));
    CHECK(may_take_back_own(own, !taken_up, before).lacks(guideline::proposal_taken_back));
}
