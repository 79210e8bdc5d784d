#include "note/rules.h"

#include <doctest/doctest.h>

#include "guideline/law.h"
#include "guideline/requirements.h"

using namespace lots;
using namespace lots::note;

TEST_CASE("S0-30 A commitment and a new concern are the guideline's examples: a note that names neither may be written")
{
    const auto decision = may_write({});
    CHECK(decision.allowed());
    CHECK(decision.to_justify().empty());
}

TEST_CASE("S0-28 A report by the police names the commitment of the police that it rests on")
{
    CHECK(may_write({.police_report = true, .commitment_of_police = true}).allowed());
    CHECK(may_write({.police_report = true}).lacks(guideline::police_task_in_plan));
    // What they saw and did not do is no report of a task.
    CHECK(may_write({}).allowed());
}

TEST_CASE("S0-29 The paragraphs within which the police take part are a dated reference")
{
    REQUIRE(guideline::legal_reference(police_law, 2026y / 1 / 1).has_value());
    CHECK(guideline::wording(*guideline::legal_reference(police_law, 2026y / 1 / 1)) == "2–3 §§ polislagen (1984:387)");
    CHECK_FALSE(guideline::legal_reference(police_law, 1984y / 9 / 30).has_value());
}

TEST_CASE("settled-33 What tells of somebody else is not addressed to the young person or a guardian")
{
    CHECK(may_write({.third_party = true}).allowed());
    CHECK(may_write({.read_by_family = true}).allowed());
    CHECK(may_write({.third_party = true, .read_by_family = true}).lacks(guideline::note_readers));
}

namespace {

/// To the police about risk of future crime, of somebody who turns 21 on 1 May 2026.
DisclosureFacts a_disclosure() { return {"osl_10_18a", 2026y / 4 / 30, 2005y / 5 / 1, true, false, true, true}; }

}  // namespace

TEST_CASE("S1-07 Each disclosure has an agency and a ground that holds on its day")
{
    CHECK(may_disclose(a_disclosure()).allowed());
    auto nobody = a_disclosure();
    nobody.from_agency_named = false;
    CHECK(may_disclose(nobody).lacks(guideline::disclosure_has_basis));
    auto unknown = a_disclosure();
    unknown.basis = "osl_10_15a";  // off until a jurist enables it (settled 8)
    CHECK(may_disclose(unknown).lacks(guideline::disclosure_has_basis));
    auto before = a_disclosure();
    before.on = 2025y / 3 / 31;  // the day before its wording was in force
    CHECK(may_disclose(before).lacks(guideline::disclosure_has_basis));
    before.on = 2025y / 4 / 1;
    CHECK(may_disclose(before).allowed());
}

TEST_CASE("S1-07 A disclosure with consent needs a consent that holds on the day")
{
    auto told = a_disclosure();
    told.basis = "consent";
    told.balancing_written = told.necessity_written = false;  // asked for by other grounds
    CHECK(may_disclose(told).lacks(guideline::disclosure_has_basis));
    told.consent_holds = true;
    CHECK(may_disclose(told).allowed());
}

TEST_CASE("edge-4.19 Risk of crime may be told to the police below 21 years, and when it has been weighed")
{
    auto told = a_disclosure();
    told.balancing_written = false;
    const auto unweighed = may_disclose(told);
    REQUIRE(unweighed.missing().size() == 1);
    CHECK(unweighed.missing()[0]->requirement == &guideline::disclosure_weighed);
    CHECK(unweighed.missing()[0]->about == "balancing");
    told = a_disclosure();
    told.on = 2026y / 5 / 1;  // the 21st birthday
    const auto too_old = may_disclose(told);
    CHECK(too_old.lacks(guideline::disclosure_has_basis));
    REQUIRE(too_old.missing().size() == 1);
    CHECK(too_old.missing()[0]->about == "age");
}

TEST_CASE("edge-4.19 By law it is said why the disclosure is needed, whatever the paragraph; for and against only where the paragraph asks")
{
    for (const auto& basis : bases) {
        if (basis.code == "consent") continue;
        CAPTURE(basis.code);
        DisclosureFacts told{basis.code, 2026y / 4 / 30, 2010y / 5 / 1, true, false, basis.weighed, true};
        CHECK(may_disclose(told).allowed());
        told.necessity_written = false;
        const auto needless = may_disclose(told);
        REQUIRE(needless.missing().size() == 1);
        CHECK(needless.missing()[0]->requirement == &guideline::disclosure_weighed);
        CHECK(needless.missing()[0]->about == "necessity");
    }
}

TEST_CASE("S1-07 The ground that was chosen is named, so that it can be printed")
{
    const auto decision = may_disclose(a_disclosure());
    CHECK(decision.findings()[0].requirement == &guideline::disclosure_has_basis);
    CHECK(decision.findings()[0].about == "osl_10_18a");
    auto unknown = a_disclosure();
    unknown.basis = "because";
    const auto groundless = may_disclose(unknown);
    CHECK(groundless.findings()[0].about.empty());
}

TEST_CASE("S1-07 Every ground but consent is a paragraph of the law that is in force")
{
    for (const auto& basis : bases)
        if (basis.code != "consent") CHECK(guideline::legal_reference(basis.law, 2026y / 1 / 1).has_value());
}
