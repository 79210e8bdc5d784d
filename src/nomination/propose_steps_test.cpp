#include "nomination/test_proposal.h"

// The proposal as its pages are filled in: who, on what ground, why, and the check.
using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

namespace {

using Fields = std::vector<std::pair<std::string, std::string>>;

Fields operator+(Fields fields, const Fields& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

const Fields who{{"given_name", "Alex"}, {"family_name", "Ternström"}, {"born", "2010-01-02"}};
const Fields adult{{"given_name", "Alex"}, {"family_name", "Ternström"}, {"born", "2006-01-02"}};
const Fields ground{{"legal_ground", "concern_notice"}, {"noticed_on", "2026-05-10"}, {"considered_for_sig", "yes"}};
const Fields why{{"reasons", "company"}, {"reason", "Därför"}, {"why_sig", "Därför"}, {"weighing", "Därför"}, {"origin", "none"},
                 {"known_before", "unknown"}};
const Fields all_sent{{"form_sent", "who"}, {"form_sent", "ground"}, {"form_sent", "why"}, {"form_page", ""}};

/// What the school gets back when it sends that.
web::Posted sent(Municipality& town, const Fields& fields)
{
    const auto post = web::entry_of(propose_command()).post;
    return town.look("elin", {}, [&](access::Work& work, const web::Asked& asked) { return post(work, asked, {fields, {}}); });
}

std::string page_of(const web::Posted& posted)
{
    REQUIRE(std::holds_alternative<web::View>(posted));
    return std::get<web::View>(posted).main.str();
}

bool says(const std::string& page, std::string_view words) { return page.find(words) != std::string::npos; }

/// The same, kept when it succeeds.
Result<web::Landing> sent_for_good(Municipality& town, const Fields& fields)
{
    const auto post = web::entry_of(propose_command()).post;
    const auto reader = town.reader("elin");
    const web::PathParts no_parts;
    http::Request request;
    request.path = "/foresla";
    return town.as("elin", [&](access::Work& work) -> Result<web::Landing> {
        auto posted = post(work, web::Asked{request, no_parts, reader, town.today(), "csrf", "key"}, {fields, {}});
        if (auto* landing = std::get_if<web::Landing>(&posted)) return std::move(*landing);
        return not_found();
    });
}

}  // namespace

TEST_CASE("A proposal is written one page at a time, and only the page that was sent is judged")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const auto first = page_of(sent(town, Fields{{"form_page", "who"}, {"given_name", "Alex"}}));
        CHECK(says(first, "Skriv ungdomens efternamn"));
        CHECK_FALSE(says(first, "Välj minst en orsak"));
        const auto second = page_of(sent(town, Fields{{"form_page", "who"}} + who));
        CHECK(says(second, "steg 2 av 4"));
        CHECK(says(second, "name=\"legal_ground\""));
        CHECK(says(second, "<input type=\"hidden\" name=\"given_name\" value=\"Alex\">"));
        CHECK_FALSE(says(second, "name=\"why_sig\""));
        // Back is never judged, and what was begun goes along.
        const auto back = page_of(sent(town, Fields{{"form_page", "ground"}, {"form_sent", "who"}, {"registry_number", "A-1"}, {"step", "back"}} + who));
        CHECK(says(back, "steg 1 av 4"));
        CHECK(says(back, "<input type=\"hidden\" name=\"registry_number\" value=\"A-1\">"));
        CHECK_FALSE(says(back, "govuk-error"));
    });
}

TEST_CASE("S0-46 settled-8: what is asked of somebody who has turned 18 follows from the birth date, and is judged before anybody writes why")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const auto child = page_of(sent(town, Fields{{"form_page", "who"}} + who));
        CHECK(says(child, "value=\"concern_notice\""));
        CHECK_FALSE(says(child, "value=\"adult_consent\""));
        CHECK_FALSE(says(child, "consent_given_on"));
        const auto grown = page_of(sent(town, Fields{{"form_page", "who"}} + adult));
        CHECK_FALSE(says(grown, "value=\"concern_notice\""));
        CHECK(says(grown, "value=\"adult_consent\""));
        CHECK(says(grown, "name=\"consent_given_on-day\""));

        const Fields at_ground{{"form_page", "ground"}, {"form_sent", "who"}, {"noticed_on", "2026-05-10"}, {"legal_ground", "adult_consent"}};
        const auto unsigned_one = sent(town, at_ground + adult);
        CHECK(std::get<web::View>(unsigned_one).status == 422);
        CHECK(says(page_of(unsigned_one), "steg 2 av 4"));
        const Fields consent{{"consent_given_on", "2026-05-10"}, {"consent_last_day", "2026-06-10"}, {"consent_way", "paper"},
                             {"consent_kept_at", "Pärm 4"}};
        CHECK(says(page_of(sent(town, at_ground + adult + consent)), "steg 3 av 4"));
    });
}

TEST_CASE("edge-4.11: a birth date other than the number's is said on the page where both stand")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const auto page = page_of(sent(town, Fields{{"form_page", "who"}, {"personal_number", "20100101-2382"}} + who));
        CHECK(says(page, "steg 1 av 4"));
        CHECK(says(page, "href=\"#personal_number\""));
    });
}

TEST_CASE("Before it is sent everything is checked, each answer can be changed, and the receipt has the number")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const Fields sent_before{{"form_sent", "who"}, {"form_sent", "ground"}, {"form_page", "why"}};
        const auto answers = page_of(sent(town, sent_before + who + ground + why));
        CHECK(says(answers, "Kontrollera dina svar"));
        CHECK(says(answers, "steg 4 av 4"));
        CHECK(says(answers, "Ternström"));
        CHECK(says(answers, "Orosanmälan till socialtjänsten"));
        CHECK_FALSE(says(answers, "change:consent_given_on"));
        CHECK(youths(town) == 0);

        const auto change = page_of(sent(town, all_sent + who + ground + why + Fields{{"step", "change:registry_number"}}));
        CHECK(says(change, "steg 2 av 4"));
        CHECK(says(change, "name=\"form_check\""));

        const auto landing = sent_for_good(town, all_sent + who + ground + why + Fields{{"step", "confirmed"}});
        REQUIRE(static_cast<bool>(landing));
        CHECK((*landing).done == "nomination.sent_as");
        CHECK((*landing).args.at(0).second == "F-1");
        CHECK(youths(town) == 1);
    });
}

TEST_CASE("What a form says about itself proves nothing: a page that never came, or is wrong, is shown instead of done")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const Fields yes{{"step", "confirmed"}};
        CHECK_FALSE(static_cast<bool>(sent_for_good(town, yes)));
        CHECK(says(page_of(sent(town, yes)), "steg 1 av 4"));
        CHECK(says(page_of(sent(town, Fields{{"form_page", "why"}} + why + yes)), "steg 1 av 4"));
        CHECK(says(page_of(sent(town, Fields{{"form_page", ""}, {"form_sent", "who"}} + who + yes)), "steg 2 av 4"));
        CHECK(says(page_of(sent(town, Fields{{"form_page", "somewhere"}} + yes)), "steg 1 av 4"));
        // An answer that was changed in the end asks for more on another page.
        CHECK(says(page_of(sent(town, all_sent + adult + ground + why + yes)), "steg 2 av 4"));
        CHECK(youths(town) == 0);
    });
}
