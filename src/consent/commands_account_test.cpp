#include <algorithm>

#include <doctest/doctest.h>

#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

namespace {

bool reads(Asking& a, const std::string& who)
{
    const auto seen = a.town.as(who, [&](access::Work& work) -> Result<int> {
        const auto permit = access::permit<Operation::see_case>(work, a.number);
        if (!permit) return permit.error();
        return 1;
    });
    return static_cast<bool>(seen);
}

}  // namespace

TEST_CASE("edge-4.33 An account that was listed by mistake reads nothing from the moment that the mistake is mended")
{
    with([](Asking& a) {
        a.agree();
        CHECK(reads(a, "alex"));
        Asking::must(a.sara(end_signatory_command(), {a.number, "1", "registered_wrong", "Fel ungdom", a.first}));
        CHECK_FALSE(reads(a, "alex"));
    });
}

TEST_CASE("edge-4.33 An account is linked only under its own name, and a young person's account to that young person alone")
{
    with([](Asking& a) {
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        CHECK(fault_of(a.sara(add_signatory_command(), a.person("youth", "Alexander Ternström", "alex"))) == "account");
        Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström", "alex")));

        Asking other(a.town);
        Asking::must(other.sara(start_consent_command(), {other.number, "sara", false}));
        CHECK(fault_of(other.sara(add_signatory_command(), other.person("youth", "Alex Ternström", "alex"))) == "account");
        CHECK_FALSE(reads(other, "alex"));
    });
}

TEST_CASE("settled-23 Where it may be dangerous that somebody sees it, nobody gets an account")
{
    with(
        [](Asking& a) {
            Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
            auto alex = a.person("youth", "Alex Ternström", "alex");
            CHECK(fault_of(a.sara(add_signatory_command(), alex)) == "settled-23");
            alex.danger_if_seen = "no";  // it has been answered: nobody takes a yes back in passing
            CHECK(fault_of(a.sara(add_signatory_command(), alex)) == "danger_if_seen");
            Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
        },
        "yes");
}

TEST_CASE("settled-23 Where nobody has asked whether it is dangerous, nobody gets an account before it is asked")
{
    for (const std::string said : {"no", "yes"})
        with(
            [&](Asking& a) {
                Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
                auto alex = a.person("youth", "Alex Ternström", "alex");
                CHECK(fault_of(a.sara(add_signatory_command(), alex)) == "settled-23");
                alex.danger_if_seen = said;
                CHECK(fault_of(a.sara(add_signatory_command(), alex)) == (said == "no" ? "none" : "settled-23"));
                if (said == "yes") {
                    alex.account.clear();
                    Asking::must(a.sara(add_signatory_command(), alex));
                }
                CHECK(a.count("SELECT COUNT(*) FROM signatory WHERE person IS NOT NULL") == (said == "no" ? 1 : 0));
                const auto paper_only = a.page("sara", {}, consents_page).find("Använd bara papper") != std::string::npos;
                CHECK(paper_only == (said == "yes"));
                auto eva = a.person("guardian", "Eva Ternström");
                eva.danger_if_seen = "no";
                CHECK(fault_of(a.sara(add_signatory_command(), eva)) == "danger_if_seen");  // asked and answered
            },
            "not_asked");
}

TEST_CASE("S0-13 Who coordinates has no tie to a case whose consent does not name the own agency")
{
    with([](Asking& a) {
        a.agree();  // social services, the police and the school
        const auto coordinates = [&](const std::string& who) {
            Asking::must(a.town.as(who, [&](access::Work& work) -> Result<int> {
                work.db.run("INSERT INTO case_assignment (municipality, id, case_id, person, unit, duty, from_day, made_at, made_by) "
                            "VALUES ($1, $2, $3, $4, $5, 'coordinator', $6, $7, $4)",
                            work.municipality, work.new_id<RecordId>(), a.facts_of(work).id, work.reader.person, work.reader.unit,
                            work.today, work.now);
                return 1;
            }));
            const auto relations = a.town.as(who, [&](access::Work& work) -> Result<std::vector<access::Relation>> {
                return a.facts_of(work).relations;
            });
            return std::ranges::find(*relations, access::Relation::coordinator) != (*relations).end();
        };
        CHECK(coordinates("elin"));
        CHECK_FALSE(coordinates("ali"));
    });
}
