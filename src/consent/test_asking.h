#pragma once

#include <functional>
#include <string>

#include <doctest/doctest.h>

#include "cases/decision_note.h"
#include "consent/commands.h"
#include "consent/commands_parts.h"
#include "consent/duties.h"
#include "consent/pages.h"
#include "consent/store.h"
#include "guideline/requirements.h"
#include "support/municipality.h"

// A case in which consent is asked for, told through the commands.
namespace lots::consent::test {

using access::CaseState;
using access::ConsentState;
using access::Operation;
using lots::test::Municipality;

/// "none", "not found", the field that is wrong, or the ids of the requirements that are not met.
template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (const auto* refused = result.error().template as<Refused>()) {
        std::string all;
        for (const auto* finding : refused->decision.missing()) all += (all.empty() ? "" : " ") + std::string(finding->requirement->id);
        return all;
    }
    if (const auto* faults = result.error().template as<Invalid>()) return faults->fields.at(0).field;
    return "not found";
}

/// A case that is to be offered, about Alex who is 16 and lives with Eva and Per; Sara is the case officer.
struct Asking {
    Municipality& town;
    std::string number;
    Date first;

    explicit Asking(Municipality& municipality, const std::string& danger_if_seen = "no")
        : town(municipality), first(municipality.today())
    {
        const auto made = town.as("sara", [&](access::Work& work) -> Result<std::string> {
            const auto youth = cases::add_youth(work, {"Alex", "Ternström", "", 2010y / 2 / 2});
            const auto permit = access::permit<Operation::take_up>(work, cases::open_case(work, youth, town.units.at("soc")));
            if (!permit) return permit.error();
            cases::assign(*permit, work.reader.person, work.reader.unit, "officer");
            review(work, permit->case_id(), danger_if_seen);
            const auto note = cases::add_decision(*permit, {"a", "b", "c", "d", "e", "f", "g"}, "sol-18-4");
            const auto id = work.new_id<RecordId>();
            work.db.run("INSERT INTO offer_decision (municipality, id, case_id, outcome, category, mode, ground, commits_crimes, "
                        "sources_sealed, room_for_more, decision_note) VALUES ($1, $2, $3, 'offer', 'exit_seeker', 'cooperation_form', "
                        "'none', 1, $4, 1, $5)",
                        work.municipality, id, permit->case_id(), Bytes(8, 1), note);
            cases::move(*permit, CaseState::decided_offer, "T5", note);
            return cases::give_case_number(*permit);
        });
        must(made);
        number = *made;
    }

    /// What was answered when the case was taken up: is it dangerous if somebody sees it?
    static void review(access::Work& work, const CaseId& id, const std::string& danger_if_seen)
    {
        work.db.run("INSERT INTO review (municipality, case_id, lives_here, residence_checked_on, residence_source, danger_if_seen, "
                    "taken_up_at, made_by) VALUES ($1, $2, 1, $3, 'population_register', $4, $5, $6)",
                    work.municipality, id, work.today, danger_if_seen, work.now, work.reader.person);
    }
    template <class T>
    static void must(const Result<T>& result)
    {
        INFO(fault_of(result));
        REQUIRE(static_cast<bool>(result));
    }
    template <class Input>
    Result<web::Landing> sara(const web::Command<Input>& command, const Input& input)
    {
        return town.run("sara", command, input);
    }

    AddSignatory person(const std::string& role, const std::string& name, const std::string& account = "") const
    {
        return {number, role, name, "", "070-000 00 00", "none", "population_register", town.today(), "svenska", account};
    }
    Result<web::Landing> talk(int signatory, const std::string& way = "meeting", bool police = true)
    {
        return sara(register_conversation_command(), {number, std::to_string(signatory), town.today(), way, true, true, police, "", "Bra samtal"});
    }
    Result<web::Landing> open_form(Date from, Date to)
    {
        return sara(open_consent_command(), {number, from, to, "Att prata", "Skola", "Vård", "population_register", town.today(), true, true});
    }
    /// With a no to an agency: the school. research: what was said about it beside a yes.
    Result<web::Landing> answer(int signatory, const std::string& what = "yes", const std::string& research = "no")
    {
        RegisterAnswer input;
        input.case_number = number;
        input.signatory = std::to_string(signatory);
        input.answer = what;
        input.signed_on = town.today();
        if (what == "yes") input.signed_form = form::Upload{"samtycke.pdf", "application/pdf", "%PDF-1.4 underskrivet"};
        input.signature_seen = what == "yes";
        input.follow_up_answer = what == "yes" ? research : "";
        if (what == "excludes_agency") input.excluded_agency = "skolan";
        return sara(register_answer_command(), input);
    }
    Result<web::Landing> withdraw(const std::string& who, int signatory)
    {
        return town.run(who, withdraw_consent_command(), {number, std::to_string(signatory), "phone", ""});
    }
    ResumeCase resumption() const { return {number, {"a", "b", "c", "d", "e", "f", "g"}}; }

    /// What a municipality decides for itself, as JSON.
    void profile(const std::string& json) { town.set_profile(json); }
    std::vector<guideline::Duty> due()
    {
        const auto found = town.as("sara", [&](access::Work& work) -> Result<std::vector<guideline::Duty>> {
            const auto permit = access::permit<Operation::read_consent>(work, number);
            if (!permit) return permit.error();
            return duties(*permit);
        });
        return *found;
    }
    /// Whether that duty is due, and by which day.
    std::optional<Date> due_by(std::string_view what)
    {
        for (const auto& duty : due())
            if (duty.what.name() == what) return duty.last_day;
        return std::nullopt;
    }
    /// Everything up to the form: three agencies, three signatories who have been talked with.
    void ask()
    {
        must(sara(start_consent_command(), {number, "sara", false}));
        must(sara(judge_agencies_command(), {number, {"soc", "polisen", "skolan"}, "Ingen kontakt"}));
        must(sara(add_signatory_command(), person("youth", "Alex Ternström", "alex")));
        must(sara(add_signatory_command(), person("guardian", "Eva Ternström")));
        must(sara(add_signatory_command(), person("guardian", "Per Ternström")));
        for (const int signatory : {1, 2, 3}) must(talk(signatory));
        must(open_form(first, add_months(first, 6)));
    }
    /// A consent that all have signed.
    void agree()
    {
        ask();
        for (const int signatory : {1, 2, 3}) must(answer(signatory));
    }

    access::CaseFacts facts_of(access::Work& work) const { return *access::load_case_facts(work, number); }
    access::CaseFacts facts()
    {
        const auto found = town.as("sara", [&](access::Work& work) -> Result<access::CaseFacts> { return facts_of(work); });
        return *found;
    }
    std::string transitions()
    {
        std::string all;
        town.in_unit([&](storage::Session& db) {
            db.each("SELECT transition FROM case_transition ORDER BY seq",
                    [&](const storage::Row& row) { all += (all.empty() ? "" : " ") + row.get<std::string>(0); });
        });
        return all;
    }
    int count(storage::Sql sql)
    {
        int found = 0;
        town.in_unit([&](storage::Session& db) { found = *db.one(sql, [](const storage::Row& row) { return row.get<int>(0); }); });
        return found;
    }
    /// What that person's page of the case says; "not found" when there is none.
    std::string page(const std::string& who, web::PathParts parts, Result<web::View> (*show)(access::Work&, const web::Asked&))
    {
        parts["case"] = number;
        const auto view = town.look(who, parts, show);
        return view ? view->main.str() : std::string("not found");
    }
    std::string json(const std::string& who)
    {
        const auto found = town.look(who, {{"case", number}}, consents_json);
        return found ? *found : std::string("not found");
    }
};

/// danger_if_seen  as it was answered when the case was taken up
inline void with(const std::function<void(Asking&)>& story, const std::string& danger_if_seen = "no")
{
    lots::test::on_both_engines([&](const lots::test::Place& place) {
        Municipality town(place);
        Asking asking(town, danger_if_seen);
        story(asking);
    });
}

}  // namespace lots::consent::test
