#include "guideline/requirements.h"
#include "nomination/test_proposal.h"

// What social services write down for an agency that does not sign in (settled 15), as it could have said it by itself.
using namespace lots;
using namespace lots::nomination;
using namespace lots::nomination::test;

namespace {

/// What a program sends for Sara on behalf of that agency; empty: of her own.
std::string written_for(const std::string& agency, const std::string& ground, const std::string& more)
{
    const std::string for_whom =
        R"("on_behalf_of":")" + agency + R"(","on_behalf_name":"Jonas Ek","on_behalf_way":"letter",)";
    return R"({"given_name":"Alex","family_name":"Ternström","born":"2010-01-02","noticed_on":"2026-05-10","considered_for_sig":true,)"
           R"("reason":"Därför","why_sig":"Därför","weighing":"Därför","origin":"none","known_before":"unknown",)" +
           (agency.empty() ? std::string{} : for_whom) + R"("legal_ground":")" + ground + "\"," + more + "}";
}

Result<web::Landing> sends(Municipality& town, const std::string& json)
{
    const auto body = form::JsonBody::parse(json);
    REQUIRE(body.has_value());
    const auto call = web::entry_of(propose_command()).call;
    const auto reader = town.reader("sara");
    const web::PathParts no_parts;
    http::Request request;
    return town.as("sara", [&](access::Work& work) -> Result<web::Landing> {
        return call(work, web::Asked{request, no_parts, reader, town.today(), "csrf", "key"}, *body);
    });
}

bool is_refused_for(const Result<web::Landing>& result, const guideline::Requirement& requirement)
{
    const auto* refused = result ? nullptr : result.error().as<Refused>();
    return refused != nullptr && refused->decision.lacks(requirement);
}

/// The page about why, after Sara has said for whom she writes.
std::string page_about_why(Municipality& town, const std::string& agency)
{
    const http::FormData data{{{"form_page", "ground"},
                               {"form_sent", "who"},
                               {"given_name", "Alex"},
                               {"family_name", "Ternström"},
                               {"born", "2010-01-02"},
                               {"on_behalf_of", agency},
                               {"on_behalf_name", "Jonas Ek"},
                               {"on_behalf_way", "letter"},
                               {"legal_ground", "concern_notice"},
                               {"noticed_on", "2026-05-10"},
                               {"police_matter_code", "604"},
                               {"registry_number", "A-1"},
                               {"considered_for_sig", "yes"}},
                              {}};
    const auto post = web::entry_of(propose_command()).post;
    const auto answer =
        town.look("sara", {}, [&](access::Work& work, const web::Asked& asked) { return post(work, asked, data); });
    REQUIRE(std::holds_alternative<web::View>(answer));
    return std::get<web::View>(answer).main.str();
}

bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

constexpr auto company = R"("reasons":["company"])";
constexpr auto crimes =
    R"("reasons":["debut_age","strategic_crime"],"debut_known":"yes","debut_age":13,"strategic_crimes":["robbery"])";

}  // namespace

TEST_CASE("S0-21 S0-42 S0-43 settled-15: for the police social services write down a notification under LUL, and what they "
          "know of crimes")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const auto of_police = [&](const std::string& more) {
            return sends(town, written_for("polisen", "lul6_notification", more));
        };
        // Without the notification's own reference.
        CHECK(is_refused_for(of_police(company), guideline::lul_notification));
        REQUIRE(fault_of(of_police(std::string(R"("lul_reference":"5000-K1-26",)") + crimes)) == "none");
        const auto kept = town.look("sara", {{"case", "F-1"}}, nomination_json);
        REQUIRE(static_cast<bool>(kept));
        CHECK(has(*kept, R"("legal_ground":"lul6_notification")"));
        CHECK(has(*kept, R"("lul_reference":"5000-K1-26")"));
        CHECK(has(*kept, R"("debut_known":"yes")"));
        CHECK(has(*kept, R"("debut_age":13,"strategic_crimes":["robbery"])"));
    });
}

TEST_CASE("settled-27 settled-15: what only the police can answer for is refused for others with the rule, and kept for "
          "nobody else")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        for (const std::string agency : {"fritid", "skolan", ""}) {
            CAPTURE(agency);
            CHECK(is_refused_for(sends(town, written_for(agency, "lul6_notification", company)), guideline::notice_or_lul));
            CHECK(is_refused_for(sends(town, written_for(agency, "concern_notice", crimes)), guideline::reasons_of_agency));
        }
        CHECK(is_refused_for(sends(town, written_for("polisen", "lul6_notification", R"("reasons":["school_absence"])")),
                             guideline::reasons_of_agency));
        REQUIRE(fault_of(sends(town, written_for("fritid", "concern_notice",
                                                 std::string(R"("debut_known":"no","lul_reference":"5000-K1-26",)") +
                                                     company))) == "none");
        const auto kept = town.look("sara", {{"case", "F-1"}}, nomination_json);
        REQUIRE(static_cast<bool>(kept));
        CHECK(has(*kept, R"("debut_known":"not_asked")"));
        CHECK(has(*kept, R"("lul_reference":"")"));
    });
}

TEST_CASE("settled-27 settled-15: the page offers the reasons of whom it is written for, and asks about crimes for the "
          "police alone")
{
    lots::test::on_both_engines([](const lots::test::Place& place) {
        Municipality town(place);
        town.set(2026y / 5 / 10);
        const auto of_police = page_about_why(town, "polisen"), of_leisure = page_about_why(town, "fritid");
        const auto own = page_about_why(town, "");
        for (const auto* part : {"value=\"debut_age\"", "value=\"strategic_crime\"", "value=\"returns_home\"",
                                 "name=\"debut_known\"", "name=\"strategic_crimes\""})
            CHECK_MESSAGE(has(of_police, part), part);
        for (const auto* part : {"value=\"school_absence\"", "value=\"behaviour_change\""})
            CHECK_MESSAGE(!has(of_police, part), part);
        CHECK(has(of_leisure, "value=\"behaviour_change\""));
        for (const auto* part : {"value=\"debut_age\"", "value=\"returns_home\"", "name=\"debut_known\""})
            CHECK_MESSAGE(!has(of_leisure, part), part);
        CHECK(has(own, "value=\"school_absence\""));
        for (const auto* part : {"value=\"debut_age\"", "name=\"debut_known\""}) CHECK_MESSAGE(!has(own, part), part);
    });
}
