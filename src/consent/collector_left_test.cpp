#include <doctest/doctest.h>

#include "consent/test_asking.h"

using namespace lots;
using namespace lots::consent;
using namespace lots::consent::test;

// Who was named to collect the consent leaves while it is asked for.
namespace {

/// Alex and Eva are listed and have been told; there is no form yet.
void prepare_two(Asking& a)
{
    Asking::must(a.sara(judge_agencies_command(), {a.number, {"soc", "polisen"}, "Ingen kontakt"}));
    Asking::must(a.sara(add_signatory_command(), a.person("youth", "Alex Ternström")));
    Asking::must(a.sara(add_signatory_command(), a.person("guardian", "Eva Ternström")));
    for (const int signatory : {1, 2}) Asking::must(a.talk(signatory));
}

/// The page of a command as Sara sees it.
std::string page_of(Asking& a, const web::CommandEntry& entry, web::PathParts parts)
{
    parts["case"] = a.number;
    const auto view = a.town.look("sara", parts, entry.show);
    Asking::must(view);
    return (*view).main.str();
}

/// Registers a yes that was signed on that day.
Result<web::Landing> signs(Asking& a, int signatory, Date signed_on)
{
    RegisterAnswer input;
    input.case_number = a.number;
    input.signatory = std::to_string(signatory);
    input.answer = "yes";
    input.signed_on = signed_on;
    input.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
    input.signature_seen = true;
    input.follow_up_answer = "no";
    return a.sara(register_answer_command(), input);
}

}  // namespace

TEST_CASE("S0-18: what a collector who has left got signed before counts, and nothing from the day on which they had left")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"]})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 30)}));
        prepare_two(a);
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        a.town.set(add_days(a.first, 6));
        a.town.leaves("jonas");  // yesterday, the fifth day, was his last
        for (const int registered_on : {6, 7, 8}) {
            CAPTURE(registered_on);
            a.town.set(add_days(a.first, registered_on));
            for (const int signed_on : {6, 7, 8})
                if (signed_on <= registered_on) CHECK(fault_of(signs(a, 1, add_days(a.first, signed_on))) == "S0-18");
        }
        Asking::must(signs(a, 1, add_days(a.first, 5)));
    });
}

TEST_CASE("S0-18: a collector of social services who has left stops nothing: anybody there asks")
{
    with([](Asking& a) {
        Asking::must(a.sara(start_consent_command(), {a.number, "amir", false}));
        prepare_two(a);
        a.town.set(add_days(a.first, 6));
        a.town.leaves("amir");
        Asking::must(a.open_form(a.town.today(), add_months(a.first, 6)));
        a.town.set(add_days(a.first, 7));
        Asking::must(signs(a, 1, add_days(a.first, 6)));
        Asking::must(signs(a, 2, add_days(a.first, 7)));
        CHECK(a.facts().state == CaseState::forming);
    });
}

TEST_CASE("S0-18: that who collects has left is said as what it is, and not as an approval that is missing, until somebody else is named")
{
    with([](Asking& a) {
        a.profile(R"({"collecting_agencies": ["police"]})");
        Asking::must(a.sara(start_consent_command(), {a.number, "jonas", true, add_days(a.first, 30)}));
        prepare_two(a);
        Asking::must(a.open_form(a.first, add_months(a.first, 6)));
        const auto check_pages = [&](bool left, bool not_approved) {
            for (const auto& page : {page_of(a, web::entry_of(open_consent_command()), {}),
                                     page_of(a, web::entry_of(register_answer_command()), {{"signatory", "1"}})}) {
                CHECK((page.find("Den som skulle hämta in samtycket har inte längre uppdraget på sin enhet. Utse någon annan.") !=
                       std::string::npos) == left);
                CHECK((page.find("har inte socialtjänstens godkännande") != std::string::npos) == not_approved);
            }
        };
        check_pages(false, false);
        a.town.set(add_days(a.first, 31));  // who collects works there, and the approval has run out
        check_pages(false, true);
        a.town.leaves("jonas");
        check_pages(true, false);
        Asking::must(a.sara(start_consent_command(), {a.number, "sara", false}));
        check_pages(false, false);
    });
}
