#include <doctest/doctest.h>
#include <set>

#include <boost/json.hpp>

#include "guideline/requirements.h"
#include "organisation/profile_commands.h"
#include "organisation/profile_pages.h"
#include "organisation/profile_settings.h"
#include "organisation/profile_versions.h"
#include "organisation/setting_about.h"
#include "support/faults.h"
#include "support/municipality.h"

using namespace lots;
using namespace lots::organisation;
using test::fault_of;
using test::Municipality;

namespace {

SetSetting number(const std::string& setting, std::optional<int> value, int version)
{
    SetSetting input;
    input.setting = setting;
    input.number = value;
    input.version_seen = version;
    input.decision = "Socialnämnden 2026-05-12 § 40";
    return input;
}

}  // namespace

TEST_CASE("The page of the profile has every setting that a profile can have, within the same bounds")
{
    // Which ready profile it began with, and what a new municipality is made of, are no settings to change.
    const std::set<std::string, std::less<>> not_changed{"name", "historic_example", "layout"};
    for (const auto& [name, read] : settings()) {
        CAPTURE(name);
        CHECK((setting_about(name) != nullptr) == !not_changed.contains(name));
    }
    const MethodProfile usual;
    for (const auto& about : settings_to_change()) {
        CAPTURE(about.name);
        CHECK(settings().contains(about.name));
        const auto now = about.value(usual);
        if (!now.is_null()) CHECK(static_cast<bool>(parse_profile(with_setting("{}", about.name, now))));
        if (about.kind != SettingKind::number && about.kind != SettingKind::number_or_none) continue;
        MethodProfile read;
        const auto& reads = settings().find(about.name)->second;
        CHECK(reads(boost::json::value(about.lowest), read));
        CHECK(reads(boost::json::value(about.highest), read));
        CHECK_FALSE(reads(boost::json::value(about.lowest - 1), read));
        CHECK_FALSE(reads(boost::json::value(about.highest + 1), read));
    }
}

TEST_CASE("A setting is changed by the municipality's administrator, holds from then on, and stands in the history with its "
          "decision")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        CHECK(fault_of(town.run("sara", set_setting_command(), number("first_meeting_days", 10, 0))) == "not found");
        CHECK(fault_of(town.run("rut", set_setting_command(), number("first_meeting_days", 10, 0))) == "none");
        const auto days =
            town.look("rut", {}, [](access::Work& work, const web::Asked&) { return profile_of(work).first_meeting_days; });
        CHECK(days == 10);
        const auto history = town.look("rut", {}, profile_history_page);
        REQUIRE(static_cast<bool>(history));
        const auto text = (*history).main.str();
        for (const auto* part :
             {"10 dagar", "Socialnämnden 2026-05-12 § 40", "Rut Hall", "Från samtycke till första möte"}) {
            CAPTURE(part);
            CHECK(text.find(part) != std::string::npos);
        }
        CHECK(fault_of(town.run("rut", set_setting_command(), number("first_meeting_days", 12, 0))) == "conflict");
        CHECK(fault_of(town.run("rut", set_setting_command(), number("first_meeting_days", 10, 1))) ==
              "number");  // it is so already
        CHECK(fault_of(town.run("rut", set_setting_command(), number("capacity", 25, 1))) == "none");
        CHECK(fault_of(town.run("rut", set_setting_command(), number("capacity", std::nullopt, 2))) == "none");
        const auto page = town.look("rut", {}, profile_page);
        REQUIRE(static_cast<bool>(page));
        CHECK((*page).main.str().find("10 dagar") != std::string::npos);
    });
}

TEST_CASE("S0-07 A setting that would weaken what holds in the whole country is refused, and so is one that does not go "
          "with the others")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        const auto refused = town.run("rut", set_setting_command(), number("quorum", 2, 0));
        REQUIRE(fault_of(refused) == "refused");
        CHECK(refused.error().as<Refused>()->decision.lacks(guideline::national_everywhere));
        // The page names what cannot be changed, and not the chapter alone.
        const auto entry = web::entry_of(set_setting_command());
        const auto page = town.look("rut", {{"setting", "quorum"}}, entry.show);
        REQUIRE(static_cast<bool>(page));
        const auto text = (*page).main.str();
        CHECK(text.find("Socialtjänsten, polisen och den unga är med på ett individmöte. Det gäller i hela landet") !=
              std::string::npos);
        CHECK(text.find("Kapitel 3") == std::string::npos);
        CHECK(fault_of(town.run("rut", set_setting_command(), number("no_such_thing", 2, 0))) == "not found");
        CHECK(fault_of(town.run("rut", set_setting_command(), number("consent_months_longest", 3, 0))) ==
              "number");  // 6 are usual
        CHECK(fault_of(town.run("rut", set_setting_command(), number("preliminary_assessment_days", 15, 0))) == "number");
        CHECK(fault_of(town.run("rut", set_setting_command(), number("preliminary_assessment_days", 12, 0))) == "none");
    });
}

TEST_CASE("settled-8 What only a jurist may allow comes on with the decision's name, number and day, and goes off again")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        auto input = number("osl_10_15a", std::nullopt, 0);
        input.choice = "yes";
        input.jurist = "Bo Al";
        input.reference = "KS 15";
        CHECK(fault_of(town.run("rut", set_setting_command(), input)) == "decided_on");
        input.decided_on = town.today();
        CHECK(fault_of(town.run("rut", set_setting_command(), input)) == "none");
        const auto is_on = [&] {
            return town.look("rut", {},
                             [](access::Work& work, const web::Asked&) { return profile_of(work).osl_10_15a.has_value(); });
        };
        CHECK(is_on());
        input.choice = "no";
        input.version_seen = 1;
        CHECK(fault_of(town.run("rut", set_setting_command(), input)) == "none");
        CHECK_FALSE(is_on());
    });
}
