#include <doctest/doctest.h>

#include "plan/test_reading.h"
#include "plan/translation.h"

using namespace lots;
using namespace lots::plan;
using lots::plan::test::has;
using lots::test::fault_of;
using lots::test::GroupWithPlan;
using lots::test::Municipality;
using lots::test::must;

namespace {

TranslatePlan in_arabic(const std::string& number, const std::string& version, Date on)
{
    return {number, version, "ar", "معلمك يساعدك\nالشرطة تتحدث معك", "Språkbyrån Ekvik", on};
}

std::string page_of_version(Municipality& town, const std::string& who, const std::string& number)
{
    auto found = town.look(who, {{"case", number}, {"number", "1"}}, version_page);
    must(found);
    return (*found).main.str();
}

}  // namespace

TEST_CASE("S1-49 A translation of the decided plan is shown with its language, its day and the plan it was made from")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto today = town.today();
        CHECK(fault_of(town.run("amir", translate_plan_command(), in_arabic(group.number, "1", today))) == "not found");
        group.decide_plan();
        CHECK(fault_of(town.run("amir", translate_plan_command(), in_arabic(group.number, "2", today))) == "not found");
        CHECK(fault_of(town.run("amir", translate_plan_command(), in_arabic(group.number, "1", add_days(today, 1)))) ==
              "translated_on");
        CHECK(fault_of(town.run("amir", translate_plan_command(), in_arabic(group.number, "1", add_days(today, -1)))) ==
              "translated_on");
        // It is everybody's: a member writes the own commitments.
        CHECK(fault_of(town.run("jonas", translate_plan_command(), in_arabic(group.number, "1", today))) == "not found");
        must(town.run("amir", translate_plan_command(), in_arabic(group.number, "1", today)));

        const auto plain = lots::plan::test::page_of(town, "alex", group.number, plain_page);
        CHECK(has(plain, "<div lang=\"ar\" dir=\"auto\">"));
        CHECK(has(plain, "الشرطة تتحدث معك"));
        CHECK(has(plain, "Översatt " + say_date(Language::sv, today) +
                             " av Språkbyrån Ekvik, från plan 1. Den svenska texten gäller."));
        CHECK_FALSE(has(plain, "Lägg till planen på ett annat språk"));
        CHECK(has(page_of_version(town, "elin", group.number), "الشرطة تتحدث معك"));

        const auto json = town.look("sara", {{"case", group.number}}, plan_json);
        must(json);
        CHECK(has(*json, R"("translations":[{"version":1,"language":"ar")"));
    });
}

TEST_CASE("S1-49 The newest translation of a language counts, and of an older plan it is only said that there is one")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        must(town.run("amir", translate_plan_command(), in_arabic(group.number, "1", town.today())));
        town.set(add_days(town.today(), 1));
        must(town.run("amir", plan::change_commitment_command(),
                      lots::plan::test::change_of(group.number, add_days(town.today(), 20))));
        must(town.run("sara", plan::decide_command(),
                      {group.number, GroupWithPlan::a_note(), "Polisen ses oftare med Alex"}));
        const auto plain = lots::plan::test::page_of(town, "alex", group.number, plain_page);
        CHECK_FALSE(has(plain, "الشرطة تتحدث معك"));
        CHECK(has(plain, "Arabiska: en översättning finns, men den är av plan 1."));
        CHECK(has(page_of_version(town, "alex", group.number), "الشرطة تتحدث معك"));

        auto better = in_arabic(group.number, "2", town.today());
        better.text = "معلمك يساعدك كل يوم";
        must(town.run("sara", translate_plan_command(), better));
        CHECK(has(lots::plan::test::page_of(town, "alex", group.number, plain_page), "كل يوم"));
    });
}

TEST_CASE("S1-49 Languages are listed without opening what stands in them, and so is a translation of another plan")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        // A text that no key opens: whoever opens it is stopped.
        town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO plan_translation (municipality, id, case_id, plan, language, translated_on, text_sealed, translator_sealed, "
                   "made_at, made_by) SELECT municipality, $2, case_id, id, 'so', $3, $4, $4, $5, $6 FROM plan_version WHERE municipality = $1",
                   town.here, RecordId::make(town.house.random), town.today(), Bytes(8, 1), town.house.now, town.people.at("amir"));
        });
        const auto links = [&] {
            auto found = town.look("alex", {}, [&](access::Work& work, const web::Asked& asked) -> Result<std::string> {
                const auto permit = access::permit<access::Operation::read_plan>(work, group.number);
                if (!permit) return permit.error();
                return translation_links(*permit, asked).str();
            });
            must(found);
            return *std::move(found);
        };
        CHECK(has(links(), "Somaliska"));
        CHECK_THROWS(lots::plan::test::reads(town, "alex", group.number,
                                             [](const access::CasePermit& permit) { return translations(permit); }));

        town.set(add_days(town.today(), 1));
        must(town.run("amir", plan::change_commitment_command(),
                      lots::plan::test::change_of(group.number, add_days(town.today(), 20))));
        must(town.run("sara", plan::decide_command(),
                      {group.number, GroupWithPlan::a_note(), "Polisen ses oftare med Alex"}));
        CHECK(has(links(), "Somaliska, men av plan 1"));
        CHECK(has(lots::plan::test::page_of(town, "alex", group.number, plain_page),
                  "Somaliska: en översättning finns, men den är av plan 1."));
    });
}
