#include "nomination/commands.h"

#include <doctest/doctest.h>

#include "nomination/pages.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::nomination;
using test::Municipality;

namespace {

std::string fault_of(const Result<web::Landing>& result)
{
    if (result) return "none";
    if (result.error().as<NotFound>() != nullptr) return "not found";
    if (result.error().as<Refused>() != nullptr) return "refused";
    return result.error().as<Invalid>()->fields.at(0).field;
}

Propose a_proposal(const Municipality& town, const std::string& personal_number, Date born)
{
    Propose propose;
    propose.given_name = "Alex";
    propose.family_name = "Ternström";
    propose.personal_number = personal_number;
    propose.born = born;
    propose.legal_ground = "concern_notice";
    propose.noticed_on = town.today();
    propose.considered_for_sig = true;
    propose.reasons = {"company"};
    propose.origin = "none";
    propose.known_before = "yes";
    propose.reason = propose.why_sig = propose.weighing = "Därför";
    return propose;
}

int youths(Municipality& town)
{
    int found = 0;
    town.in_unit([&](storage::Session& db) {
        found = *db.one("SELECT COUNT(*) FROM youth", [](const storage::Row& row) { return row.get<int>(0); });
    });
    return found;
}

}  // namespace

TEST_CASE("edge-4.11 S0-46: a birth date other than the number's is stopped at the field, so that it opens no gate and makes no second person")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2010y / 1 / 3))) == "personal_number");
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2012y / 1 / 2))) == "personal_number");
        CHECK(youths(town) == 0);
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "201001022399", 2010y / 1 / 2))) == "none");
        CHECK(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 3))) == "none");
        CHECK(youths(town) == 2);
    });
}

TEST_CASE("settled-20: who proposed and is not in the group finds the proposal by its own number only")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        REQUIRE(fault_of(town.run("elin", propose_command(), a_proposal(town, "", 2010y / 1 / 2))) == "none");
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO case_number (municipality, case_id, number, given_at) SELECT municipality, id, 'SIG-2026-001', made_at FROM sig_case");
        });
        const auto sees = [&](const std::string& who, const std::string& number) {
            return static_cast<bool>(town.look(who, {{"case", number}}, nomination_page));
        };
        CHECK(sees("elin", "F-1"));
        CHECK_FALSE(sees("elin", "SIG-2026-001"));
        CHECK(sees("sara", "SIG-2026-001"));  // intake: social services' own
        const auto facts = town.as("elin", [](access::Work& work) -> Result<access::CaseFacts> { return *access::load_case_facts(work, "F-1"); });
        CHECK((*facts).number == "F-1");
    });
}
