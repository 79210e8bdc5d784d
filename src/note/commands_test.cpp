#include "note/commands.h"

#include <doctest/doctest.h>

#include "note/pages.h"
#include "support/group_with_plan.h"

using namespace lots;
using namespace lots::note;
using test::fault_of;
using test::GroupWithPlan;
using test::missing_in;
using test::Municipality;
using test::must;

namespace {

web::PathParts the_case(const std::string& number) { return {{"case", number}}; }

template <class Page>
std::string text_of(Municipality& town, const std::string& handle, const std::string& number, Page page)
{
    const auto shown = town.look(handle, the_case(number), page);
    must(shown);
    return (*shown).main.str();
}

bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

WriteNote a_note(Municipality& town, const std::string& number, std::vector<std::string> readers)
{
    return {number, "observation", "evening", "new_concern", "Sågs med äldre ungdomar", "", town.today(), false, std::move(readers)};
}

}  // namespace

TEST_CASE("S0-30, settled-33 A note is read by those who lead the case and by whom its writer names")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        must(town.run("jonas", note_command(), a_note(town, group.number, {"member-3"})));
        for (const auto* handle : {"sara", "amir", "jonas", "elin"}) {
            CAPTURE(handle);
            CHECK(has(text_of(town, handle, group.number, notes_page), "äldre ungdomar"));
        }
        CHECK_FALSE(has(text_of(town, "alex", group.number, notes_page), "äldre ungdomar"));
        CHECK(fault_of(town.look("petra", the_case(group.number), notes_page)) == "not found");
        CHECK(has(text_of(town, "amir", group.number, notes_page), "Elin Berg"));
        // To who gets single ones a number would tell that there are others.
        const auto json = town.look("elin", the_case(group.number), notes_json);
        must(json);
        CHECK_FALSE(has(*json, R"("note":)"));
        CHECK(has(*json, R"("part_of_day":"evening")"));
    });
}

TEST_CASE("S0-30, S4-22 A note may rest on the plan in force, be a new concern, or neither; of what came from elsewhere the place is kept")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto note = a_note(town, group.number, {});
        note.basis = "commitment-2";
        CHECK(fault_of(town.run("jonas", note_command(), note)) == "basis");  // nothing is decided yet
        note.basis.clear();
        must(town.run("jonas", note_command(), note));
        CHECK(has(text_of(town, "sara", group.number, notes_page), "äldre ungdomar"));
        CHECK_FALSE(has(text_of(town, "sara", group.number, notes_page), "Vad bygger det på?"));
        note.basis = "new_concern";
        must(town.run("jonas", note_command(), note));
        CHECK(has(text_of(town, "sara", group.number, notes_page), "Ny oro, utöver det gruppen vet"));
        note.basis = "commitment-2";
        group.decide_plan();
        note.district = "Norrvik";
        must(town.run("jonas", note_command(), note));
        const auto text = text_of(town, "sara", group.number, notes_page);
        CHECK(has(text, "Åtagande 2 i planen"));
        CHECK(has(text, "Norrvik"));
        std::vector<std::optional<std::string>> kept;  // one column says which of the three it is
        town.in_unit([&](storage::Session& db) {
            kept = db.all("SELECT basis FROM note ORDER BY number", [](const storage::Row& row) { return row.get<std::optional<std::string>>(0); });
        });
        CHECK(kept == std::vector<std::optional<std::string>>{std::nullopt, "new_concern", "commitment"});
        note.seen_on = add_days(town.today(), 1);
        CHECK(fault_of(town.run("jonas", note_command(), note)) == "seen_on");
    });
}

TEST_CASE("S0-28, S0-29 A report by the police rests on their own commitment, and is written within the Police Act")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        group.decide_plan();
        auto report = a_note(town, group.number, {});
        report.kind = "report";
        CHECK(missing_in(town.run("jonas", note_command(), report)) == "S0-28");  // a new concern is no task
        report.basis = "commitment-3";                                             // the school's
        CHECK(missing_in(town.run("jonas", note_command(), report)) == "S0-28");
        must(town.run("elin", note_command(), report));
        CHECK_FALSE(has(text_of(town, "sara", group.number, notes_page), "polislagen"));
        report.basis = "commitment-2";
        must(town.run("jonas", note_command(), report));
        CHECK(has(text_of(town, "sara", group.number, notes_page), "2–3 §§ polislagen (1984:387)"));
        const auto form = town.look("jonas", the_case(group.number), note_command().prepare);
        must(form);
        CHECK(has((*form).above.str(), "Polisen deltar inom 2–3 §§ polislagen (1984:387)."));
        const auto schools = town.look("elin", the_case(group.number), note_command().prepare);
        must(schools);
        CHECK_FALSE(has((*schools).above.str(), "polislagen"));
    });
}

TEST_CASE("settled-33 What is about somebody else is not addressed to the young person")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        auto note = a_note(town, group.number, {"signatory-1"});
        note.third_party = true;
        CHECK(missing_in(town.run("elin", note_command(), note)) == "settled-33");
        note.third_party = false;
        must(town.run("elin", note_command(), note));
        CHECK(has(text_of(town, "alex", group.number, notes_page), "äldre ungdomar"));
        CHECK_FALSE(has(text_of(town, "jonas", group.number, notes_page), "äldre ungdomar"));
    });
}

TEST_CASE("S4-23 A contact with a prosecutor lies in social services' own file")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const AddContact contact{group.number, "prosecutor", "Kammaråklagare Lo Vik", "Rättegången krockar med nationella prov", "Ny dag: 3 juni",
                                 "nothing_secret", "Sara Lind", town.today()};
        CHECK(fault_of(town.run("amir", contact_command(), contact)) == "not found");
        CHECK(fault_of(town.run("jonas", contact_command(), contact)) == "not found");
        must(town.run("sara", contact_command(), contact));
        const auto text = text_of(town, "sara", group.number, contacts_page);
        CHECK(has(text, "nationella prov"));
        CHECK(has(text, "Ny dag: 3 juni"));
        CHECK(has(text, "Åklagare"));
        CHECK(fault_of(town.look("amir", the_case(group.number), contacts_page)) == "not found");
    });
}

TEST_CASE("S1-07, edge-4.19 A disclosure names who makes it and on what ground, weighs where that is asked, and opens nothing")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        Disclose told{group.number, "soc", "Polisens ledningscentral", "Risk för nytt brott i helgen", "osl_10_18a", "", "", "Karin Östberg",
                      town.today()};
        CHECK(fault_of(town.run("amir", disclose_command(), told)) == "not found");
        CHECK(has(missing_in(town.run("sara", disclose_command(), told)), "edge-4.19"));
        told.necessity = "Polisen behöver veta det före helgen";
        CHECK(has(missing_in(town.run("sara", disclose_command(), told)), "edge-4.19"));
        told.balancing = "Skyddet väger tyngre";
        must(town.run("sara", disclose_command(), told));
        CHECK(has(text_of(town, "sara", group.number, disclosures_page), "före helgen"));
        CHECK(has(text_of(town, "sara", group.number, disclosures_page), "10 kap. 18 a § offentlighets- och sekretesslagen"));
        told.necessity.clear();
        told.balancing.clear();
        told.basis = "consent";
        must(town.run("sara", disclose_command(), told));
        const auto text = text_of(town, "sara", group.number, disclosures_page);
        CHECK(has(text, "ledningscentral"));
        CHECK(has(text, "Samtycke 1"));
        CHECK(fault_of(town.look("petra", the_case(group.number), notes_page)) == "not found");
        told.disclosed_on = add_days(town.today(), 1);
        CHECK(fault_of(town.run("sara", disclose_command(), told)) == "disclosed_on");
    });
}

TEST_CASE("S1-58 That personal protection work goes on is said by the police, and read by those who need to know it")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        CHECK(fault_of(town.run("sara", protection_command(), {group.number, "yes"})) == "not found");
        CHECK(fault_of(town.run("elin", protection_command(), {group.number, "yes"})) == "not found");
        must(town.run("jonas", protection_command(), {group.number, "yes"}));
        for (const auto* handle : {"jonas", "sara", "amir", "alex"}) {
            CAPTURE(handle);
            CHECK(has(text_of(town, handle, group.number, protection_page), "Personsäkerhetsarbete pågår."));
        }
        CHECK(fault_of(town.look("elin", the_case(group.number), protection_page)) == "not found");
        must(town.run("jonas", protection_command(), {group.number, "no"}));
        CHECK_FALSE(has(text_of(town, "sara", group.number, protection_page), "Personsäkerhetsarbete pågår."));
    });
}

TEST_CASE("settled-22 The young person's own words are the coordinator's to read, until others are ticked")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto reads = [&](const std::string& handle) { return has(text_of(town, handle, group.number, words_page), "byta klass"); };
        CHECK(fault_of(town.run("amir", words_command(), {group.number, "Nej", {}, 0})) == "not found");
        must(town.run("alex", words_command(), {group.number, "Jag vill byta klass", {}, 0}));
        CHECK(reads("alex"));
        CHECK(reads("amir"));
        for (const auto* handle : {"sara", "jonas", "elin"}) CHECK_FALSE(reads(handle));
        CHECK(fault_of(town.run("alex", words_command(), {group.number, "Annat", {}, 0})) == "conflict");
        must(town.run("alex", words_command(), {group.number, "Jag vill byta klass", {"member-3", "social_services"}, 1}));
        CHECK(reads("elin"));
        CHECK(reads("sara"));
        CHECK_FALSE(reads("jonas"));
        const auto form = town.look("alex", the_case(group.number), words_command().prepare);
        must(form);
        CHECK(has((*form).above.str(), "Polisen måste agera om du berättar om brott."));
        CHECK(has((*form).above.str(), "håller ihop gruppen och läser alltid."));
        const auto readers = (*form).choices.of("readers");
        REQUIRE_FALSE(readers.empty());
        CHECK(readers.front().value == "social_services");  // another than the coordinator
        CHECK(has(readers.front().label, " eller den som ersätter, och chefen"));
    });
}

TEST_CASE("The form of a note begins with the kind and the readers of the writer's last one, never with somebody of the family")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto first = town.look("jonas", the_case(group.number), note_command().prepare);
        must(first);
        CHECK((*first).input.readers.empty());
        CHECK((*first).input.reach.empty());  // the first time nobody guesses
        CHECK_FALSE((*first).input.kind.empty());
        auto note = a_note(town, group.number, {"member-3", "signatory-1"});
        note.kind = "information";
        must(town.run("jonas", note_command(), note));
        const auto second = town.look("jonas", the_case(group.number), note_command().prepare);
        must(second);
        CHECK((*second).input.kind == "information");
        CHECK((*second).input.readers == std::vector<std::string>{"member-3"});
        CHECK((*second).input.reach == "chosen");
        const auto other = town.look("elin", the_case(group.number), note_command().prepare);
        must(other);
        CHECK((*other).input.readers.empty());  // another's readers are not hers
        for (const std::string reach : {"leading", "group"}) {
            CAPTURE(reach);
            note = a_note(town, group.number, {});
            note.reach = reach;
            must(town.run("jonas", note_command(), note));
            const auto next = town.look("jonas", the_case(group.number), note_command().prepare);
            must(next);
            CHECK((*next).input.reach == reach);
        }
    });
}

TEST_CASE("settled-33 Before a note is saved it is said who reads it: those who lead the case, the group, or whom the writer names")
{
    test::on_both_engines([](const test::Place& place) {
        Municipality town(place);
        GroupWithPlan group(town);
        const auto reads = [&](const std::string& handle) { return has(text_of(town, handle, group.number, notes_page), "äldre ungdomar"); };
        const auto reach_of = [](const Result<web::Landing>& written) { return (*written).args.front().second; };
        auto note = a_note(town, group.number, {"member-3", "signatory-1"});
        note.reach = "leading";
        const auto narrow = town.run("jonas", note_command(), note);
        must(narrow);
        CHECK(reach_of(narrow) == "leading");
        CHECK(reads("sara"));
        CHECK_FALSE(reads("elin"));
        CHECK_FALSE(reads("alex"));
        note.reach = "group";
        const auto wide = town.run("jonas", note_command(), note);
        must(wide);
        CHECK(reach_of(wide) == "group");
        CHECK(reads("elin"));
        CHECK_FALSE(reads("alex"));  // the family is named by hand
        note.reach.clear();
        const auto named = town.run("jonas", note_command(), note);
        must(named);
        CHECK(reach_of(named) == "chosen");
        CHECK(reads("alex"));
        CHECK(has(text_of(town, "alex", group.number, notes_page), "Något som har setts, "));
    });
}
