#include "stories/case_by_api.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "base/bytes.h"
#include "form/json_writer.h"

// How the programs speak, and the case up to the last signature.
namespace lots::test {

namespace {

std::string object_of(const Body& body)
{
    std::string json = "{";
    for (const auto& [name, value] : body)
        if (!value.empty()) json += (json.size() > 1 ? "," : "") + json_text(name) + ":" + value;
    return json + "}";
}

/// The body with those of `worse` in place of its own.
Body with(Body body, const Body& worse)
{
    for (const auto& [name, value] : worse) {
        const auto found = std::ranges::find(body, name, &Body::value_type::first);
        if (found == body.end())
            body.emplace_back(name, value);
        else
            found->second = value;
    }
    return body;
}

std::string text_in(const std::string& json, const std::string& name)
{
    const auto at = json.find("\"" + name + "\":\"");
    if (at == std::string::npos) return {};
    const auto from = at + name.size() + 4;
    return json.substr(from, json.find('"', from) - from);
}

/// The ids of the requirements that are not met.
std::vector<std::string> unmet_in(const std::string& json)
{
    std::vector<std::string> ids;
    for (auto at = json.find("{\"requirement\":"); at != std::string::npos; at = json.find("{\"requirement\":", at + 1)) {
        const auto finding = json.substr(at, json.find("{\"requirement\":", at + 1) - at);
        if (finding.find("\"met\":false") != std::string::npos) ids.push_back(text_in(finding, "requirement"));
    }
    return ids;
}

Body decision(const std::string& what)
{
    return {{"what", json_text(what)},
            {"why", json_text("Flera händelser på kort tid.")},
            {"how", json_text("I samråd med alla.")},
            {"who", json_text("Sara Lind håller ihop ärendet.")},
            {"delegation", json_text("2.4")},
            {"childs_view", json_text("Vill ha hjälp.")},
            {"best_interests", json_text("Stödet väger tyngst.")}};
}

const std::string concerned_agencies = R"(["socialtjansten","polisen","bjorkskolan","fritid"])";

}  // namespace

std::string json_text(std::string_view text)
{
    form::JsonWriter json;
    return json.value(text).take();
}

HttpAnswer CaseByApi::call(const std::string& who, const std::string& path, const Body* body)
{
    HttpClient client(world_.port());
    auto& token = tokens_[who];
    if (token.empty()) {
        Body session{{"user", json_text(who)}, {"password", json_text(app::demo().password)}};
        // Who has several roles says which.
        if (who == "sara.lind") session.emplace_back("role", json_text("social_worker"));
        if (who == "jonas.ek") session.emplace_back("role", json_text("police"));
        token = text_in(client.post_json("/api/v1/session", object_of(session)).body, "token");
        REQUIRE_FALSE(token.empty());
    }
    const HttpClient::Headers bearer{{"Authorization", "Bearer " + token}};
    return body == nullptr ? client.get(path, bearer) : client.post_json(path, object_of(*body), bearer);
}

std::string CaseByApi::step(const std::string& who, const std::string& path, const Body& body, const Body& worse,
                            std::string_view missing)
{
    CAPTURE(path);
    const auto half = with(body, worse);
    const auto refused = call(who, path, &half);
    INFO(refused.body);
    CHECK(refused.header("content-type") == "application/problem+json");
    if (refused.status == 422)
        CHECK(std::ranges::count(unmet_in(refused.body), missing) > 0);
    else {
        CHECK(refused.status == 400);
        CHECK(refused.body.find("{\"field\":\"" + std::string(missing) + "\",") != std::string::npos);
    }
    return done(who, path, body);
}

std::string CaseByApi::done(const std::string& who, const std::string& path, const Body& body)
{
    const auto answer = call(who, path, &body);
    INFO(path << " " << answer.body);
    REQUIRE(answer.status == 201);
    return answer.body;
}

std::string CaseByApi::read(const std::string& path, const std::string& who)
{
    const auto answer = call(who, path, nullptr);
    INFO(path << " " << answer.body);
    REQUIRE(answer.status == 200);
    return answer.body;
}

void CaseByApi::gates_are(const std::string& state, const std::vector<std::pair<std::string, bool>>& steps)
{
    const auto json = read(of_case("/gates"));
    INFO(json);
    CHECK(text_in(json, "state") == state);
    std::vector<std::pair<std::string, bool>> found;
    for (auto at = json.find("{\"step\":"); at != std::string::npos; at = json.find("{\"step\":", at + 1)) {
        const auto gate = json.substr(at, json.find("\"findings\"", at) - at);
        found.emplace_back(text_in(gate, "step"), gate.find("\"open\":true") != std::string::npos);
    }
    for (const auto& step : steps) CHECK_MESSAGE(std::ranges::count(found, step) == 1, step.first);
}

void CaseByApi::new_day(Instant now)
{
    world_.clock.set(now);
    tokens_.clear();
}

void CaseByApi::proposed()
{
    const auto answer = step("jonas.ek", "/api/v1/nominations",
                             {{"given_name", json_text("Robin")},
                              {"family_name", json_text("Åkerlund")},
                              {"born", json_text("2010-01-06")},
                              {"personal_number", json_text("20100106-2395")},
                              {"legal_ground", json_text("concern_notice")},
                              {"noticed_on", json_text("2026-09-07")},
                              {"registry_number", json_text("A-2026-1043")},
                              {"police_matter_code", json_text("604")},
                              {"considered_for_sig", "true"},
                              {"reasons", R"(["debut_age","company"])"},
                              {"debut_age", "14"},
                              {"reason", json_text("Har setts flera kvällar med äldre kända personer.")},
                              {"why_sig", json_text("Flera behöver göra saker samtidigt.")},
                              {"weighing", json_text("Ung vid första brottet, men en vilja att ändra sig.")},
                              {"origin", json_text("none")},
                              {"known_before", json_text("unknown")},
                              {"feedback_asked", "true"}},
                             {{"considered_for_sig", "false"}}, "S0-41");
    number_ = text_in(answer, "nomination");
    CHECK(number_ == "F-1");
}

void CaseByApi::offered()
{
    step("sara.lind", of_case("/review"),
         {{"lives_here", "true"},
          {"residence_checked_on", json_text("2026-09-07")},
          {"residence_source", json_text("population_register")},
          {"danger_if_seen", json_text("no")},
          {"conflict", json_text("no")},
          {"notice_number", json_text("SN 2026/311")},
          {"known_before", json_text("yes")},
          {"why", json_text("Flera händelser på kort tid.")},
          {"childs_view", json_text("Är inte tillfrågad än.")},
          {"best_interests", json_text("Att bedöma snabbt är bättre än att vänta.")}},
         {{"lives_here", "false"}}, "S0-09");
    gates_are("under_review", {{"decide_offer", false}});
    step("sara.lind", of_case("/sources"),
         {{"whose", json_text("other")},
          {"kind", json_text("notice")},
          {"from_whom", json_text("Polisen")},
          {"learned_on", json_text("2026-09-07")},
          {"about", json_text("Polisens anmälan och egna uppgifter.")}},
         {{"about", json_text("")}}, "about");
    gates_are("under_review", {{"decide_offer", true}});
    auto offer = decision("Ungdomen erbjuds en social insatsgrupp.");
    offer.insert(offer.end(), {{"outcome", json_text("offer")},
                               {"category", json_text("at_risk")},
                               {"crime_ground", json_text("suspected")},
                               {"room_for_more", "true"},
                               {"mode", json_text("cooperation_form")},
                               {"ground", json_text("sol")}});
    number_ = text_in(step("sara.lind", of_case("/offer-decision"), offer, {{"room_for_more", "false"}}, "S1-45"), "case");
    CHECK(number_ == "SIG-2026-001");
    // SoL 19:6: a reason is asked for when nothing is told.
    step("sara.lind", of_case("/nomination-feedback"),
         {{"decided_on", json_text("2026-09-07")},
          {"told", json_text("opened")},
          {"way", json_text("phone")},
          {"given_on", json_text("2026-09-07")}},
         {{"told", json_text("not_told")}}, "S1-73");
    gates_are("decided_offer", {{"start_consent", true}});
}

void CaseByApi::asked()
{
    step("sara.lind", of_case("/consent-collection"), {{"collector", json_text("sara.lind")}},
         {{"collector", json_text("jonas.ek")}}, "S0-18");
    step("sara.lind", of_case("/concerned-agencies"),
         {{"concerned", concerned_agencies}, {"not_concerned_reason", json_text("Ingen kontakt i dag.")}},
         {{"concerned", R"(["socialtjansten","bjorkskolan"])"}}, "S0-52");
    const Body form{{"valid_from", json_text("2026-09-07")},
                    {"last_day", json_text("2027-03-07")},
                    {"purpose", json_text("Att ni får tala med varandra.")},
                    {"information_kinds", json_text("Skolgång, fritid och umgänge.")},
                    {"not_shared", json_text("Uppgifter om vård.")},
                    {"circumstances_source", json_text("population_register")},
                    {"circumstances_checked_on", json_text("2026-09-07")},
                    {"list_complete", "true"},
                    {"lives_here", "true"}};
    gates_are("consent_pending", {{"open_consent", false}});
    int line = 0;
    for (const auto& [role, name] : std::vector<std::pair<std::string, std::string>>{
             {"youth", "Robin Åkerlund"}, {"guardian", "Siv Åkerlund"}, {"guardian", "Ove Åkerlund"}}) {
        step("sara.lind", of_case("/signatories"),
             {{"role", json_text(role)},
              {"name", json_text(name)},
              {"protected_identity", json_text("none")},
              {"language", json_text("svenska")},
              {"custody_source", json_text("population_register")},
              {"custody_checked_on", json_text("2026-09-07")}},
             {{"custody_source", ""}}, "custody_source");
        step("sara.lind", of_case("/signatories/" + std::to_string(++line) + "/conversations"),
             {{"held_on", json_text("2026-09-07")},
              {"way", json_text("meeting")},
              {"told_purpose", "true"},
              {"told_withdrawal", "true"},
              {"told_police_duty", "true"},
              {"note", json_text("Lugnt samtal.")}},
             {{"note", ""}}, "note");
    }
    gates_are("consent_pending", {{"open_consent", true}});
    step("sara.lind", of_case("/consents"), form, {{"last_day", json_text("2028-09-07")}}, "settled-12");
}

void CaseByApi::signed_by_all()
{
    const auto paper =
        "{\"name\":\"samtycke.pdf\",\"content\":" + json_text(to_base64(bytes_of(signed_form().content))) + "}";
    for (int line = 1; line <= 3; ++line) {
        CHECK(call("elin.berg", of_case("/plan"), nullptr).status == 404);
        step("sara.lind", of_case("/signatories/" + std::to_string(line) + "/answers"),
             {{"answer", json_text("yes")},
              {"signed_on", json_text("2026-09-07")},
              {"signature_seen", "true"},
              {"follow_up_answer", json_text("no")},
              {"signed_form", paper}},
             {{"signed_form", ""}}, "S0-14");
    }
    gates_are("forming", {{"start_planning", false}});
}

}  // namespace lots::test
