#include <algorithm>

#include "app/demo_tale.h"
#include "base/bytes.h"
#include "sim/life.h"
#include "sim/words.h"

// From the proposal to the last answer.
namespace lots::sim {

namespace json = boost::json;
using access::Role;

namespace {

json::array texts(const std::vector<std::string>& values)
{
    json::array all;
    for (const auto& value : values) all.emplace_back(value);
    return all;
}

}  // namespace

bool Life::propose()
{
    const bool adult = !is_minor();
    auto by = town_.staff.of_agency("polisen");
    json::object fields{{"legal_ground", "concern_notice"}, {"considered_for_sig", true}};
    const int from = adult ? 100 : chance().between(1, 100);
    if (from <= 50) {
        fields["reasons"] = texts({"debut_age", "company"});
        fields["debut_age"] = chance().between(10, 16);
        fields["registry_number"] = "A-" + std::to_string(chance().between(1000, 9999));
        fields["police_matter_code"] = "604";
        if (chance().percent(40)) fields["strategic_crimes"] = texts({"vehicle_theft"});
    } else if (from <= 90) {
        by = town_.staff.of_agency(from <= 80 ? (chance().percent(70) ? "bjorkskolan" : "strandgymnasiet") : "fritid");
        fields["reasons"] =
            texts(from <= 80 ? std::vector<std::string>{"school_absence", "company"} : std::vector<std::string>{"company"});
    } else {
        by = {officer_};
        fields["reasons"] = texts({"company", "behaviour_change"});
        fields["legal_ground"] = "own_knowledge";
    }
    if (by.empty()) return false;
    proposer_ = chance().one_of(by);
    fields["given_name"] = family_.given_name;
    fields["family_name"] = family_.family_name;
    fields["born"] = iso(family_.born);
    if (!family_.personal_number.empty()) fields["personal_number"] = family_.personal_number;
    fields["noticed_on"] = iso(add_days(today(), -chance().between(0, 3)));
    fields["origin"] = "none";
    fields["known_before"] = chance().percent(50) ? "yes" : "no";
    fields["feedback_asked"] = chance().percent(70);
    const auto answer = desk().send(proposer_, "/api/v1/nominations", std::move(fields));
    number_ = text_in(answer.body, "nomination");
    if (number_.starts_with("F-")) nomination_ = std::stoi(number_.substr(2));
    // Now and then a proposal lies for longer than it should.
    if (chance().percent(10))
        sleep(10, 25);
    else
        sleep(1, 6);
    return !number_.empty();
}

void Life::take_up()
{
    if (chance().percent(4)) {
        // A relative, it turns out: the colleague has it from here on.
        send(officer_, "/review",
             {{"lives_here", true}, {"residence_checked_on", iso(today())}, {"conflict", "yes"}, {"danger_if_seen", "no"}});
        officer_ = colleague();
    }
    const bool moved = chance().percent(3);
    const auto answer = send(officer_, "/review",
                             decision({{"lives_here", !moved},
                                      {"residence_checked_on", iso(today())},
                                      {"danger_if_seen", chance().percent(6) ? "yes" : "no"},
                                      {"conflict", "no"},
                                      {"notice_number", "SN " + std::to_string(chance().between(1, 999))},
                                      {"known_before", chance().percent(50) ? "yes" : "no"},
                                       {"why", words_for("why", chance())}}));
    if (moved) {
        send({"karin.ostberg", Role::unit_manager}, "/closure", decision({{"reason", "moved"}}));
        return end();
    }
    if (!answer.done()) return sleep(5, 20);  // another case about the same person is open: this one waits
    for (int i = chance().between(1, 2); i > 0; --i)
        send(officer_, "/sources", {{"whose", "other"}, {"kind", "notice"}, {"learned_on", iso(today())}});
    sleep(2, 11);
}

void Life::decide_offer(bool waited)
{
    const int chosen = chance().between(1, 100);
    const std::string outcome = chosen <= 76 ? "offer" : chosen <= 88 ? "no_offer" : "waitlist";
    json::object fields{{"outcome", waited && outcome == "waitlist" ? "offer" : outcome},
                        {"category", chance().percent(90) ? "at_risk" : "exit_seeker"},
                        {"crime_ground", chance().percent(80) ? "suspected" : "convicted"},
                        {"room_for_more", true},
                        {"ground", chance().percent(80) ? "sol" : "none"}};
    const int mode = chance().between(1, 100);
    fields["mode"] = mode <= 60 ? "cooperation_form" : mode <= 80 ? "open_intervention" : "assessed_intervention";
    if (mode > 60) fields["intervention_last_day"] = iso(add_months(today(), 12));
    if (mode > 80) fields["appeal_information"] = "Beslutet kan överklagas inom tre veckor.";
    const int age = age_on(family_.born, today());
    if (age < 12 || age > 25) fields["outside_age_band_reason"] = "Mycket ung, men i samma umgänge.";
    auto answer = send(officer_, "/offer-decision", decision(fields));
    const auto& missing = answer.missing();
    if (!answer.done() && std::ranges::count(missing, "S1-45") > 0) {
        // The municipality is full.
        fields["outcome"] = chance().percent(50) ? "waitlist" : "no_offer";
        answer = waited ? Answer{} : send(officer_, "/offer-decision", decision(fields));
        return sleep(20, 40);
    }
    if (!answer.done()) return sleep(3, 9);
    if (const auto number = text_in(answer.body, "case"); !number.empty()) number_ = number;
    const auto state = text_in(answer.body, "state");
    if (state == "waitlisted") return sleep(14, 40);
    if (state == "decided_no_offer") return end();
    sleep(1, 5);
}

void Life::start_asking()
{
    send(officer_, "/consent-collection", {{"collector", officer_.handle}});
    send(officer_, "/concerned-agencies",
         {{"concerned", texts(agencies_)}, {"not_concerned_reason", "Ingen kontakt i dag."}});
    list_signatories();
    // Somebody tries a term that is longer than anybody may ask for.
    if (chance().percent(5))
        send(officer_, "/consents", {{"valid_from", iso(today())}, {"last_day", iso(add_months(today(), 26))}});
    static const std::vector<int> months{3, 6, 6, 6, 12};
    if (!talk_and_open(today(), chance().one_of(months))) return sleep(2, 5);
    give_answers();
}

void Life::list_signatories()
{
    const auto add = [&](const std::string& role, const std::string& name, const std::string& account) {
        json::object fields{{"role", role},
                            {"name", name},
                            {"protected_identity", chance().percent(4) ? "confidentiality_mark" : "none"},
                            {"custody_source", "population_register"},
                            {"custody_checked_on", iso(today())},
                            {"language", chance().percent(12) ? "arabiska" : "svenska"}};
        if (!account.empty()) fields["account"] = account;
        send(officer_, "/signatories", std::move(fields));
    };
    add("youth", family_.name(), family_.account);
    if (is_minor())
        for (const auto& [name, account] : family_.guardians) add("guardian", name, account);
}

/// A talk with everybody who must sign, then the form; and when each of them will answer. False when there is no form.
bool Life::talk_and_open(Date from, int months)
{
    const auto listed = list_in(read(officer_, "/consent"), "signatories");
    for (const auto& one : listed) {
        if (!flag_in(one, "must_sign")) continue;
        send(officer_, "/signatories/" + std::to_string(number_in(one, "number")) + "/conversations",
             {{"held_on", iso(today())},
              {"way", "meeting"},
              {"told_purpose", true},
              {"told_withdrawal", true},
              {"told_police_duty", true}});
    }
    const auto last = add_days(add_months(from, months), -1);
    const auto opened = send(officer_, "/consents",
                             {{"valid_from", iso(from)},
                              {"last_day", iso(last)},
                              {"circumstances_source", "population_register"},
                              {"circumstances_checked_on", iso(today())},
                              {"list_complete", true},
                              {"lives_here", true}});
    if (!opened.done()) return false;
    consent_last_day_ = last;
    answers_on_.clear();
    for (const auto& one : listed)
        if (flag_in(one, "must_sign")) answers_on_[number_in(one, "number")] = add_days(today(), chance().between(0, 12));
    return true;
}

void Life::give_answers()
{
    auto next = add_days(today(), 14);
    std::vector<int> now;
    for (const auto& [signatory, day] : answers_on_) {
        if (day <= today())
            now.push_back(signatory);
        else
            next = std::min(next, day);
    }
    for (const int signatory : now) {
        answers_on_.erase(signatory);
        const auto at = "/signatories/" + std::to_string(signatory) + "/answers";
        const bool no = signatory == refuses_;
        static const std::vector<std::string> follow_up{"yes", "no", "no"};
        const std::string said = !no ? "yes" : chance().percent(70) ? "no" : "excludes_agency";
        json::object fields{{"answer", said},
                            {"signed_on", iso(today())},
                            {"signature_seen", !no}};
        if (said == "excludes_agency") fields["excluded_agency"] = agencies_.back();
        if (!no) {
            fields["follow_up_answer"] = chance().one_of(follow_up);
            fields["signed_form"] =
                json::object{{"name", "samtycke.pdf"}, {"content", to_base64(bytes_of(app::tale_form()))}};
        }
        const auto answer = send(officer_, at, std::move(fields));
        if (no) refuses_ = 0;  // said once; a later form is another question
        if (text_in(answer.body, "state") == "consent_refused") return end();
    }
    if (answers_on_.empty() && now.empty()) {
        // Nobody has answered for long: the officer lets it be.
        if (chance().percent(30)) return close("other");
    }
    wake_ = next;
    if (answers_on_.empty()) sleep(1, 4);
}

}  // namespace lots::sim
