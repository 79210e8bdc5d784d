#include "app/demo_tale.h"

#include "base/bytes.h"

namespace lots::app {

using form::JsonWriter;

namespace {

std::string of_case(const std::string& number, const std::string& rest) { return "/api/v1/cases/" + number + rest; }

std::string text_in(const std::string& json, const std::string& name)
{
    const auto at = json.find("\"" + name + "\":\"");
    if (at == std::string::npos) throw std::runtime_error("the demo: no " + name + " in " + json);
    const auto from = at + name.size() + 4;
    return json.substr(from, json.find('"', from) - from);
}

void write_list(JsonWriter& json, const char* name, const std::vector<std::string>& values)
{
    json.name(name).array();
    for (const auto& value : values) json.value(value);
    json.end_array();
}

}  // namespace

std::string tale_form() { return "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"; }

void write_decision(JsonWriter& json, const std::string& what)
{
    json.pair("what", what)
        .pair("why", "Flera händelser på kort tid och hög frånvaro. Stödet behöver samordnas.")
        .pair("how", "I samråd med ungdomen, vårdnadshavarna och de andra myndigheterna.")
        .pair("who", "Sara Lind håller ihop ärendet.")
        .pair("delegation", "2.4")
        .pair("childs_view", "Vill ha hjälp att komma tillbaka till skolan och slippa gamla kompisar.")
        .pair("best_interests", "Samordnat stöd hemma väger tyngre än nackdelen att fler får veta.");
}

const std::string& Tale::player(const std::string& handle) const
{
    const auto found = cast.find(handle);
    return found == cast.end() ? handle : found->second;
}

DemoHand& Tale::hand(const std::string& handle, const std::string& role)
{
    if (cast.contains(handle)) return hand(player(handle));
    auto& kept = hands_[handle + "/" + role];
    if (!kept.hand || clock_.now() - kept.signed_in > std::chrono::minutes(20)) {
        kept.hand = std::make_unique<DemoHand>(site_, handle, password_, role);
        kept.signed_in = clock_.now();
    }
    return *kept.hand;
}

std::string Tale::post(const std::string& handle, const std::string& path, const Write& write)
{
    JsonWriter json;
    json.object();
    write(json);
    // Sara and Jonas sit in the working group too; here they do their daily work.
    const std::string role = handle == "sara.lind" ? "social_worker" : handle == "jonas.ek" ? "police" : handle == "karin.ostberg" ? "unit_manager" : "";
    auto told = json.end_object().take();
    if (retell) told = retell(path, told);
    return done_by ? done_by(handle, path, told) : hand(handle, role).post(path, told);
}

void Tale::at(Date day, int hour, int minute)
{
    const auto then = at_local(day, hour, minute);
    if (then > clock_.now()) clock_.set(then);
}

std::string Tale::propose(const TaleYouth& youth)
{
    const auto answer = post("jonas.ek", "/api/v1/nominations", [&](JsonWriter& json) {
        json.pair("given_name", youth.given_name).pair("family_name", youth.family_name).pair("born", youth.born);
        json.pair("personal_number", youth.personal_number).pair("legal_ground", "concern_notice").pair("noticed_on", today());
        json.pair("registry_number", "A-2026-1043").pair("police_matter_code", "604").pair("reporter_unit", "Ungdomsgruppen");
        json.pair("considered_for_sig", true);
        write_list(json, "reasons", {"debut_age", "company"});
        json.pair("debut_age", 14);
        write_list(json, "strategic_crimes", {"vehicle_theft"});
        json.pair("reason", "Har setts flera kvällar med äldre kända personer och gripits efter en bilstöld.");
        json.pair("why_sig", "Skola, fritid och socialtjänst behöver göra saker samtidigt. Var för sig har det inte räckt.");
        json.pair("weighing", "Ung vid första brottet och nytt umgänge, men en mamma som söker hjälp och en vilja att ändra sig.");
        json.pair("origin", "none").pair("known_before", "unknown").pair("feedback_asked", true);
    });
    return text_in(answer, "nomination");
}

void Tale::take_up(const std::string& nomination)
{
    post("sara.lind", of_case(nomination, "/review"), [&](JsonWriter& json) {
        json.pair("lives_here", true).pair("residence_checked_on", today()).pair("residence_source", "population_register");
        json.pair("danger_if_seen", "no").pair("conflict", "no").pair("notice_number", "SN 2026/311").pair("known_before", "yes");
        json.pair("why", "Uppgifterna är allvarliga och gäller någon som bor här.");
        json.pair("childs_view", "Är inte tillfrågad än. Samtalet är bokat.");
        json.pair("best_interests", "Att bedöma snabbt är bättre än att vänta.");
    });
}

void Tale::add_source(const std::string& nomination)
{
    post("sara.lind", of_case(nomination, "/sources"), [&](JsonWriter& json) {
        json.pair("whose", "other").pair("kind", "notice").pair("from_whom", "Polisen").pair("learned_on", today());
        json.pair("about", "Polisens anmälan, samtal med skolan och egna uppgifter.");
    });
}

std::string Tale::offer(const std::string& nomination)
{
    add_source(nomination);
    const auto answer = post("sara.lind", of_case(nomination, "/offer-decision"), [&](JsonWriter& json) {
        json.pair("outcome", "offer").pair("category", "at_risk").pair("crime_ground", "suspected").pair("room_for_more", true);
        json.pair("mode", "cooperation_form").pair("ground", "sol");
        write_decision(json, "Ungdomen erbjuds en social insatsgrupp.");
    });
    auto number = text_in(answer, "case");
    post("sara.lind", of_case(number, "/nomination-feedback"), [&](JsonWriter& json) {
        json.pair("decided_on", today()).pair("told", "opened").pair("way", "phone").pair("given_on", today());
    });
    return number;
}

void Tale::ask(const std::string& number, const TaleYouth& youth)
{
    post("sara.lind", of_case(number, "/consent-collection"), [](JsonWriter& json) { json.pair("collector", "sara.lind"); });
    post("sara.lind", of_case(number, "/concerned-agencies"), [](JsonWriter& json) {
        write_list(json, "concerned", {"socialtjansten", "polisen", "bjorkskolan", "fritid"});
        json.pair("not_concerned_reason", "Ingen kontakt med vården i dag.");
    });
    int line = 0;
    for (const auto& one : youth.signatories) {
        post("sara.lind", of_case(number, "/signatories"), [&](JsonWriter& json) {
            json.pair("role", one.role).pair("name", one.name).pair("protected_identity", "none");
            json.pair("custody_source", "population_register").pair("custody_checked_on", today()).pair("language", "svenska");
            if (!one.account.empty()) json.pair("account", one.account);
        });
        talk(number, ++line);
    }
    post("sara.lind", of_case(number, "/consents"), [&](JsonWriter& json) {
        json.pair("valid_from", today()).pair("last_day", add_months(today(), 6));
        json.pair("purpose", "Att ni som stöder ungdomen får tala med varandra och hålla ihop planen.");
        json.pair("information_kinds", "Skolgång, fritid, umgänge och det polisen ser.");
        json.pair("not_shared", "Uppgifter om vård och om andra personer.");
        json.pair("circumstances_source", "population_register").pair("circumstances_checked_on", today());
        json.pair("list_complete", true).pair("lives_here", true);
    });
}

void Tale::talk(const std::string& number, int signatory)
{
    post("sara.lind", of_case(number, "/signatories/" + std::to_string(signatory) + "/conversations"), [&](JsonWriter& json) {
        json.pair("held_on", today()).pair("way", "meeting").pair("told_purpose", true).pair("told_withdrawal", true);
        json.pair("told_police_duty", true).pair("note", "Lugnt samtal. Förstod att polisen både hjälper och utreder.");
    });
}

void Tale::sign(const std::string& number, int signatory)
{
    post("sara.lind", of_case(number, "/signatories/" + std::to_string(signatory) + "/answers"), [&](JsonWriter& json) {
        json.pair("answer", "yes").pair("signed_on", today()).pair("signature_seen", true).pair("follow_up_answer", "no");
        json.pair("place", "Ekvik").pair("original_kept_at", "Arkivskåp 3");
        json.name("signed_form").object().pair("name", "samtycke.pdf").pair("content", to_base64(bytes_of(tale_form()))).end_object();
    });
}

void Tale::form_group(const std::string& number)
{
    post("sara.lind", of_case(number, "/coordinator"), [](JsonWriter& json) {
        json.pair("person", "sara.lind").pair("reason", "Har lett samtalen och känner familjen.");
    });
    const auto add = [&](const char* person, const char* function, const char* reason) {
        post("sara.lind", of_case(number, "/members"), [&](JsonWriter& json) {
            json.pair("person", person).pair("function", function).pair("knows_youth", true).pair("reason", reason);
        });
    };
    add("jonas.ek", "police_officer", "Känner ungdomen sedan två år och har förtroende.");
    add("elin.berg", "teacher", "Mentor i skolan.");
    add("ali.nouri", "leisure_leader", "Träffar ungdomen på fritidsgården.");
    post("sara.lind", of_case(number, "/planning"), [](JsonWriter&) {});
}

void Tale::make_plan(const std::string& number)
{
    const auto goal = [&](const char* area, const char* text, const char* agency) {
        post("sara.lind", of_case(number, "/goals"), [&](JsonWriter& json) {
            json.pair("area", area).pair("goal_text", text).pair("reached_how", "Vi ser det i uppföljningen varje månad.");
            json.pair("responsible", agency);
        });
    };
    goal("school", "Vara i skolan varje dag", "bjorkskolan");
    goal("crime", "Inte begå fler brott", "polisen");
    const auto promise = [&](const char* in_goal, const char* measure, const char* by, int days, const char* plain, int order) {
        post("sara.lind", of_case(number, "/commitments"), [&](JsonWriter& json) {
            json.pair("in_goal", in_goal).pair("measure", measure).pair("promised_by", by).pair("done_by", add_days(today(), days));
            json.pair("documented_how", "Anteckning vid varje möte.").pair("plain_words", plain).pair("order_number", order);
        });
    };
    promise("1", "Gå till skolan varje dag", "signatory-1", 60, "Jag går till skolan varje dag.", 1);
    promise("1", "Ta fram en studieplan", "member-3", 21, "Elin gör en plan för skolan med dig.", 2);
    promise("2", "Samtal en gång i veckan", "member-2", 90, "Jonas pratar med dig varje vecka.", 3);
    post("sara.lind", of_case(number, "/plan/words"), [&](JsonWriter& json) {
        json.pair("youth_words", "Jag vill gå ut nian.").pair("guardian_words", "Vi vill att det blir lugnt hemma.");
        json.pair("crisis_contact", "Socialjouren, 010-000 00 00").pair("took_part_on", today()).pair("seq_seen", 0);
    });
    post("sara.lind", of_case(number, "/commitments/1/acceptance"), [&](JsonWriter& json) {
        json.pair("way", "meeting").pair("said_on", today());
    });
    post("elin.berg", of_case(number, "/commitments/2/acceptance"), [](JsonWriter&) {});
    post("jonas.ek", of_case(number, "/commitments/3/acceptance"), [](JsonWriter&) {});
    post("sara.lind", of_case(number, "/plan/decision"), [](JsonWriter& json) { write_decision(json, "Planen gäller från i dag."); });
}

void Tale::call(const std::string& number, Date day, int hour)
{
    post("sara.lind", of_case(number, "/meetings"), [&](JsonWriter& json) {
        json.pair("kind", "individual").pair("day", day).pair("clock", std::to_string(hour) + ":00").pair("length_minutes", 60);
        json.pair("form", "in_person").pair("place", "Kulturhuset, rum 2");
        write_list(json, "signatories", {"1", "2", "3"});
        write_list(json, "members", {"1", "2", "3", "4"});
        write_list(json, "call_how", {"in_lots"});
    });
}

void Tale::meet(const std::string& number, int meeting, const std::vector<int>& open, Date next,
                const std::map<int, Date>& moved)
{
    const auto path = of_case(number, "/meetings/" + std::to_string(meeting));
    for (int line = 1; line <= 7; ++line)
        post("sara.lind", path + "/attendance/" + std::to_string(line), [](JsonWriter& json) { json.pair("presence", "present").pair("seq_seen", 0); });
    for (const int commitment : open)
        post("sara.lind", path + "/follow-up/" + std::to_string(commitment), [&](JsonWriter& json) {
            json.pair("status", "ongoing").pair("text", "Går framåt. Vi fortsätter.").pair("seq_seen", 0);
            if (const auto day = moved.find(commitment); day != moved.end()) json.pair("new_last_day", day->second);
        });
    post("sara.lind", path + "/minutes", [](JsonWriter& json) {
        json.pair("who_may_hear", "Alla vid bordet får höra allt som sägs här.").pair("consent_checked", true).pair("police_role_told", true);
        json.pair("text", "Vi gick igenom planen. Skolan går bättre.").pair("youth_opinion", "Det är okej.");
        json.pair("closure_question", "continue").pair("seq_seen", 0);
    });
    call(number, next, 13);
    post("sara.lind", path + "/lock", [](JsonWriter&) {});
}

void Tale::withdraw(const std::string& number, int signatory)
{
    post("sara.lind", of_case(number, "/signatories/" + std::to_string(signatory) + "/withdrawal"),
         [](JsonWriter& json) { json.pair("way", "phone"); });
}

void Tale::close(const std::string& number, const std::vector<int>& goals, const std::vector<int>& open)
{
    post("sara.lind", of_case(number, "/closure-question"), [](JsonWriter& json) {
        json.pair("ground", "goals_reached").pair("facts", "Skolan fungerar och inga nya brott på fyra månader.");
    });
    for (const int goal : goals)
        post("sara.lind", of_case(number, "/goals/" + std::to_string(goal) + "/result"), [](JsonWriter& json) {
            json.pair("result", "reached").pair("text", "Målet är nått.").pair("seq_seen", 0);
        });
    for (const int commitment : open)
        post("sara.lind", of_case(number, "/commitments/" + std::to_string(commitment) + "/hand-over"), [&](JsonWriter& json) {
            json.pair("agency", "bjorkskolan").pair("accepted_on", today()).pair("note", "Elin Berg fortsätter i skolans vanliga arbete.");
            json.pair("seq_seen", 0);
        });
    post("sara.lind", of_case(number, "/closure"), [](JsonWriter& json) {
        json.pair("reason", "goals_reached").pair("ground", "Målen är nådda.").pair("informed", "Ungdomen och föräldrarna, vid mötet.");
        write_decision(json, "Insatsgruppen avslutas.");
    });
}

}  // namespace lots::app
