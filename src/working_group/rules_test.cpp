#include <doctest/doctest.h>

#include "guideline/requirements.h"
#include "working_group/rules.h"

using namespace lots;
using namespace lots::working_group;
using organisation::SeatFacts;

namespace {

const SeatFacts social_worker{"soc", "social_services", false, false};
const SeatFacts police_manager{"polisen", "police", true, false};
const SeatFacts officer{"polisen", "police", false, false};

/// An item in order: no traces, enough it could be about, a meeting that is called.
ItemFacts an_item()
{
    ItemFacts facts;
    facts.could_be_about = 20;
    facts.fewest = 20;
    facts.on = 2026y / 9 / 7;
    facts.meeting_day = 2026y / 9 / 14;
    return facts;
}

/// By name, with a narrow consent until the meeting's day.
ItemFacts a_named_item()
{
    auto facts = an_item();
    facts.named = facts.named_allowed = facts.all_have_signed = true;
    facts.consent_signed_on = 2026y / 9 / 7;
    facts.consent_last_day = 2026y / 9 / 14;
    return facts;
}

const guideline::Finding& about(const guideline::Decision& decision, std::string_view subject)
{
    for (const auto& finding : decision.findings())
        if (finding.about == subject) return finding;
    FAIL("not looked at");
    return decision.findings().front();
}

}  // namespace

TEST_CASE("S2-08 Only social services call the working group, and S0-35 only where the municipality has one")
{
    CHECK(may_call(true, true).allowed());
    CHECK(may_call(false, true).lacks(guideline::social_services_call_group));
    CHECK(may_call(true, false).lacks(guideline::working_group_chosen));
}

TEST_CASE("S0-38 It is a meeting of the working group with social services and a police officer who may decide")
{
    CHECK(may_hold({social_worker, police_manager}).allowed());
    CHECK(may_hold({social_worker, officer}).lacks(guideline::police_may_decide));
    CHECK(may_hold({police_manager}).lacks(guideline::social_services_call_group));
    const auto with_nobody = may_hold({});
    CHECK(with_nobody.missing().size() == 2);
}

TEST_CASE("S0-37, edge-4.15 Before a consent a text with a name, number, class, exact date, address or known event is refused, trace by trace")
{
    const auto clean = may_show(an_item());
    CHECK(clean.allowed());
    CHECK(clean.to_justify().empty());
    CHECK(clean.findings().size() == 12);  // the meeting, ten sorts of traces, and how many it could be about
    for (const auto trace : {Trace::own_name, Trace::own_number, Trace::own_birth_date, Trace::long_number, Trace::school_class,
                             Trace::exact_date, Trace::address, Trace::known_event}) {
        auto facts = an_item();
        facts.traces = {trace};
        const auto decision = may_show(facts);
        CHECK_FALSE(decision.allowed());
        const auto& finding = about(decision, trace_names.at(static_cast<std::size_t>(trace)));
        CHECK_FALSE(finding.met);
        CHECK(finding.requirement == &guideline::deidentified_before_consent);
    }
}

TEST_CASE("edge-4.15 A school and what may be a name are warned for and have to be justified; they do not stop the item")
{
    CHECK(trace_names.at(barred_traces) == "school");
    for (std::size_t i = barred_traces; i < trace_names.size(); ++i) {
        auto facts = an_item();
        facts.traces = {static_cast<Trace>(i)};
        const auto decision = may_show(facts);
        CHECK(decision.allowed());
        CHECK(decision.to_justify().size() == 1);
        CHECK(decision.to_justify().front()->about == trace_names.at(i));
        CHECK(decision.lacks(guideline::text_leads_to_nobody));
    }
}

TEST_CASE("S2-10, S0-37, edge-4.15 A text about an area is barred for the same traces; names are looked at")
{
    const auto clean = may_tell({});
    CHECK(clean.allowed());
    CHECK(clean.to_justify().empty());
    CHECK(clean.findings().size() == 7);
    for (const auto trace :
         {Trace::long_number, Trace::school_class, Trace::exact_date, Trace::address, Trace::known_event}) {
        const auto decision = may_tell({trace});
        CHECK_FALSE(decision.allowed());
        REQUIRE(decision.missing().size() == 1);
        CHECK(decision.missing().front()->requirement == &guideline::deidentified_before_consent);
        CHECK(decision.missing().front()->about == trace_names.at(static_cast<std::size_t>(trace)));
    }
    for (const auto trace : {Trace::school, Trace::possible_name}) {
        const auto decision = may_tell({trace});
        CHECK(decision.allowed());
        REQUIRE(decision.to_justify().size() == 1);
        CHECK(decision.to_justify().front()->about == trace_names.at(static_cast<std::size_t>(trace)));
    }
}

TEST_CASE("edge-4.15 A text that could be about few is warned for: one fewer than the municipality's number is too few")
{
    auto facts = an_item();
    CHECK(about(may_show(facts), "few").met);
    facts.could_be_about = 19;
    CHECK_FALSE(about(may_show(facts), "few").met);
    const auto decision = may_show(facts);
    CHECK(decision.allowed());
    CHECK(decision.to_justify().size() == 1);
}

TEST_CASE("settled-32 An item belongs to a meeting that is called and has not ended")
{
    auto facts = an_item();
    facts.meeting_day.reset();
    CHECK(may_show(facts).lacks(guideline::item_ends_with_meeting));
    auto named = a_named_item();
    named.meeting_day.reset();
    CHECK(may_show(named).lacks(guideline::item_ends_with_meeting));
}

TEST_CASE("settled-9 A case by name needs the municipality's choice and the written consent of all, on the meeting's day")
{
    CHECK(may_show(a_named_item()).allowed());
    const auto without = [](auto change) {
        auto facts = a_named_item();
        change(facts);
        return may_show(facts).lacks(guideline::named_preparation);
    };
    CHECK(without([](ItemFacts& facts) { facts.named_allowed = false; }));
    CHECK(without([](ItemFacts& facts) { facts.all_have_signed = false; }));
    CHECK(without([](ItemFacts& facts) { facts.consent_signed_on.reset(); }));
    CHECK(without([](ItemFacts& facts) { facts.consent_last_day.reset(); }));
    CHECK(without([](ItemFacts& facts) { facts.consent_last_day = 2026y / 9 / 13; }));      // the day before the meeting
    CHECK_FALSE(without([](ItemFacts& facts) { facts.consent_last_day = 2026y / 9 / 15; }));
    CHECK(without([](ItemFacts& facts) { facts.consent_signed_on = 2026y / 9 / 8; }));      // tomorrow
    // What a name is for is not looked for in the text.
    auto named = a_named_item();
    named.traces = {Trace::own_name};
    CHECK(may_show(named).allowed());
}

TEST_CASE("S2-11 The decision may follow the working group's recommendation or leave it with a reason")
{
    CHECK(may_answer(true, "").allowed());
    CHECK(may_answer(false, "Ungdomen har redan stöd.").allowed());
    CHECK(may_answer(false, "").lacks(guideline::recommendation_answered));
}

TEST_CASE("S2-09 The working group meets within the municipality's interval; a meeting that is called is no longer due")
{
    const auto due = duties(2026y / 9 / 14, false, 31);
    REQUIRE(due.size() == 1);
    CHECK(due.front().requirement == &guideline::working_group_meets);
    CHECK(due.front().last_day == 2026y / 10 / 15);
    CHECK(due.front().who == guideline::Actor::social_services);
    CHECK(duties(2026y / 9 / 14, true, 31).empty());
}
