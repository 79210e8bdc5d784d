#include "cases/file_commands.h"
#include "working_group/test_group.h"

// The text on its way to the group, and what the group says at each item.
using namespace lots;
using namespace lots::working_group;
using namespace lots::working_group::for_tests;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

template <class Input>
web::Posted sent(Municipality& town, const web::Command<Input>& command, const web::PathParts& parts, const Fields& fields)
{
    const auto post = web::entry_of(command).post;
    return town.look("sara", parts, [&](access::Work& work, const web::Asked& asked) {
        return post(work, asked, {fields, {}});
    });
}

std::string page_of(const web::Posted& posted)
{
    REQUIRE(std::holds_alternative<web::View>(posted));
    return std::get<web::View>(posted).main.str();
}

bool says(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

Fields item(const std::string& text)
{
    return {{"meeting", "1"}, {"shown_text", text}, {"could_be_about", "60"}, {"approved", "yes"}};
}

}  // namespace

TEST_CASE("S0-37 What may lead to somebody is marked where the text is checked, and one button swaps it and leads back to "
          "the form")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        const web::PathParts parts{{"case", number}};
        const auto check =
            page_of(sent(group.town, prepare_item_command(), parts, item("Umgås med Kevin. Bor på storgatan.")));
        CHECK(says(check, "Kontrollera dina svar"));
        CHECK(says(check, "Umgås med <mark class=\"sig-mark\">Kevin<span"));
        CHECK(says(check,
                   "<mark class=\"sig-mark\">storgatan<span class=\"govuk-visually-hidden\"> (en adress)</span></mark>"));
        CHECK(says(check, "”storgatan”: en adress. Det måste bort."));
        CHECK(says(check, "”Kevin”: ett ord som kan vara ett namn. Byt ut det"));
        CHECK(says(check, "Ålder: 15-17 år"));
        CHECK(says(check, "name=\"shown_text\" value=\"Umgås med [namn]. Bor på [adress].\""));

        auto swapped = item("Umgås med [namn]. Bor på [adress].");
        swapped.emplace_back("step", "change");
        const auto form = page_of(sent(group.town, prepare_item_command(), parts, swapped));
        CHECK(says(form, "Umgås med [namn]. Bor på [adress].</textarea>"));
        CHECK_FALSE(says(form, "Kontrollera dina svar"));
        CHECK(group.state_of(number) == "under_review");
    });
}

TEST_CASE("S0-37 A text without traces is checked as it stands, and still read by somebody")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        const auto check = page_of(sent(group.town, prepare_item_command(), {{"case", number}}, item(plain)));
        CHECK(says(check, "Läs ändå texten som någon som bor i närheten."));
        CHECK_FALSE(says(check, "<mark"));
        CHECK_FALSE(says(check, "Byt ut det markerade"));
    });
}

TEST_CASE("S2-11 The page of the meeting asks about each item in its place, and what nobody spoke of is left for later")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        REQUIRE(fault_of(group.show(number, plain)) == "none");
        REQUIRE(fault_of(group.show(number, "Hen är ofta borta från skolan.")) == "none");
        const auto page = group.seen_by("sara");
        for (const auto* name : {"name=\"advice~1\"", "name=\"advice~2\"", "name=\"advice_text~1\""})
            CHECK(says(page, name));
        CHECK(page.find("i den övre tonåren") < page.find("name=\"advice~1\""));
        CHECK(page.find("Hen är ofta borta") > page.find("name=\"advice_text~1\""));

        // A member reads the same items, without questions, and is told who writes.
        const auto read = group.seen_by("gustav");
        CHECK(says(read, "i den övre tonåren"));
        CHECK_FALSE(says(read, "advice~1"));
        CHECK(says(read, "Socialtjänsten skriver ner vad gruppen rekommenderar."));

        const auto send = [&](const std::vector<ItemAdvice>& rows) {
            return group.town.run("sara", recommend_items_command(), {"1", rows});
        };
        CHECK(fault_of(send({{"1", "", "", "", ""}, {"2", "", "", "", ""}})) == "advice~1");
        CHECK(fault_of(send({{"1", "", "", "", ""}, {"2", "offer", "", "", ""}})) == "advice_text~2");
        CHECK(fault_of(send({{"1", "", "Därför", "", ""}})) == "advice~1");
        CHECK(fault_of(send({{"3", "offer", "Därför", "", ""}})) == "not found");
        CHECK(fault_of(group.town.run("gustav", recommend_items_command(), {"1", {{"2", "offer", "Därför", "", ""}}})) ==
              "not found");
        REQUIRE(fault_of(send({{"1", "", "", "", ""}, {"2", "offer", "Många är oroliga.", "skolan", "mentor"}})) == "none");

        const auto after = group.seen_by("sara");
        CHECK(says(after, "name=\"advice~1\""));
        CHECK_FALSE(says(after, "name=\"advice~2\""));
        CHECK(says(after, "Gruppens rekommendation är sparad."));
        const auto kept = group.town.look("sara", {{"case", number}}, preparation_page);
        REQUIRE(static_cast<bool>(kept));
        CHECK(says((*kept).main.str(), "Många är oroliga."));
    });
}

TEST_CASE("S2-11 What is wrong in one row is said there, and nothing that was typed is lost")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        REQUIRE(fault_of(group.show(number, plain)) == "none");
        const auto page = page_of(sent(group.town, recommend_items_command(), {{"meeting", "1"}},
                                       {{"advice_text~1", "Många är oroliga."}, {"contact_position~1", "mentor"}}));
        CHECK(says(page, "href=\"#advice~1\""));
        CHECK(says(page, "Välj vad gruppen rekommenderar"));
        CHECK(says(page, "Många är oroliga.</textarea>"));
        CHECK(says(page, "i den övre tonåren"));
    });
}

TEST_CASE("Pages of the working group with nothing on them say why, and what comes next")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        const auto main_of = [&](const std::string& who, const web::PathParts& parts, auto page) {
            const auto view = group.town.look(who, parts, page);
            REQUIRE(static_cast<bool>(view));
            return (*view).main.str();
        };
        CHECK(says(main_of("sara", {{"case", number}}, preparation_page), "Skriv en text där ingen kan kännas igen."));
        CHECK(says(main_of("sara", {{"case", number}}, preparation_page), "Avidentifiera inför arbetsgruppen"));
        CHECK(says(main_of("gustav", {}, groups_page), "När socialtjänsten har kallat gruppen står mötet här."));
        CHECK_FALSE(says(main_of("gustav", {}, groups_page), "href=\"/arbetsgrupp/kalla\""));
        CHECK(says(main_of("sara", {}, groups_page), "href=\"/arbetsgrupp/kalla\""));
        REQUIRE(fault_of(group.call()) == "none");
        CHECK(says(group.seen_by("gustav"), "Det finns ingen punkt om en ung person som du kan läsa."));
    });
}

TEST_CASE("edge-4.14, S2-11 Who has a conflict of interest in a case writes no advice about it")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        REQUIRE(fault_of(group.show(number, plain)) == "none");
        REQUIRE(fault_of(group.town.run("sara", cases::declare_conflict_command(), {number, "Släkt"})) == "none");
        const Recommend advice{"1", "1", "offer", "Många är oroliga.", "skolan", "mentor"};
        const RecommendItems on_the_page{"1", {{"1", "offer", "Många är oroliga.", "skolan", "mentor"}}};
        CHECK(fault_of(group.town.run("sara", recommend_command(), advice)) == "not found");
        CHECK(fault_of(group.town.run("sara", recommend_items_command(), on_the_page)) == "not found");
        CHECK_FALSE(says(group.seen_by("sara"), "advice~1"));
        CHECK(says(group.seen_by("amir"), "name=\"advice~1\""));
        CHECK(fault_of(group.town.run("amir", recommend_items_command(), on_the_page)) == "none");
    });
}

TEST_CASE("S2-11, T3 The advice changes the case, and is none for a case that the group does not talk about any more")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        REQUIRE(fault_of(group.call()) == "none");
        REQUIRE(fault_of(group.show(number, plain)) == "none");
        REQUIRE(fault_of(group.show(number, "Hen är ofta borta från skolan.")) == "none");
        const auto version = [&] {
            return *group.town.as("sara", [&](access::Work& work) -> Result<int> {
                return access::load_case_facts(work, number)->version;
            });
        };
        const auto before = version();
        const auto advise = [&](const std::string& item) {
            return fault_of(group.town.run("sara", recommend_command(), {"1", item, "offer", "Många är oroliga.", "", ""}));
        };
        CHECK(advise("1") == "none");
        CHECK(version() == before + 1);

        group.town.in_unit([&](storage::Session& db) {
            db.run("INSERT INTO case_transition (municipality, case_id, seq, from_state, to_state, transition, at, made_by, "
                   "role, decision_note) SELECT municipality, id, 4, 'prepared_deidentified', 'decided_no_offer', 'T5', $2, "
                   "$3, 'social_worker', NULL FROM sig_case WHERE municipality = $1",
                   group.town.here, group.town.house.now, group.town.people.at("sara"));
        });
        CHECK(advise("2") == "not found");
        CHECK_FALSE(says(group.seen_by("sara"), "advice~2"));
    });
}

TEST_CASE("S0-37 The page asks for the text at once; a gate stands there only while there is no meeting that it can belong "
          "to")
{
    test::on_both_engines([](const test::Place& place) {
        Group group(place);
        const auto number = group.under_review();
        const auto entry = web::entry_of(prepare_item_command());
        const auto shown = [&] {
            const auto page = group.town.look("sara", {{"case", number}}, entry.show);
            REQUIRE(static_cast<bool>(page));
            return (*page).main.str();
        };
        CHECK(says(shown(), "sig-gate"));
        CHECK_FALSE(says(shown(), "name=\"shown_text\""));
        REQUIRE(fault_of(group.call()) == "none");
        CHECK_FALSE(says(shown(), "sig-gate"));
        CHECK(says(shown(), "name=\"shown_text\""));
    });
}
