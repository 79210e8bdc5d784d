#include "proof/told_cases.h"

#include "app/demo_tale.h"
#include "proof/families.h"

namespace lots::test {

using app::Tale;
using form::JsonWriter;

namespace {

Date first_day() { return 2026y / 9 / 7; }

std::string of_case(const std::string& number, const char* rest) { return "/api/v1/cases/" + number + rest; }

/// Who has what to do with a case, added as it is told.
class Teller {
    Tale& tale_;

public:
    ToldCase told;
    app::TaleYouth youth;
    std::string nomination;

    Teller(Tale& tale, std::vector<app::DemoPerson> family) : tale_(tale), youth(youth_of(family))
    {
        told.family = std::move(family);
        told.number = nomination = tale.propose(youth);
        told.state = "proposed";
        told.consent = "none";
        for (const auto* of_unit : {"sara.lind/social_worker", "amir.haddad/social_worker", "karin.ostberg/unit_manager"})
            tie(of_unit, "own_unit");
        tie("jonas.ek/police", "proposer");
        told.things[Thing::agency] = {{{"polisen"}}};
    }

    void tie(const std::string& who, const char* relation) { told.ties[who].insert(relation); }

    Teller& taken_up()
    {
        tale_.take_up(told.number);
        told.state = "under_review";
        tie("sara.lind/social_worker", "assigned");
        return *this;
    }
    /// The working group is shown a text at its first meeting, which has not been yet.
    Teller& prepared()
    {
        taken_up();
        tale_.post("sara.lind", "/api/v1/working-group/meetings", [&](JsonWriter& json) {
            json.pair("group", "arbetsgruppen").pair("day", add_days(first_day(), 200)).pair("clock", "09:00").pair("place", "Rådhuset");
        });
        tale_.post("sara.lind", of_case(told.number, "/deidentified-items"), [](JsonWriter& json) {
            json.pair("meeting", "1")
                .pair("shown_text", "En ung person är ofta ute sent.")
                .pair("could_be_about", 60)
                .pair("approved", true);
        });
        told.state = "prepared_deidentified";
        return *this;
    }
    Teller& offered()
    {
        taken_up();
        told.number = tale_.offer(told.number);
        told.state = "decided_offer";
        told.things[Thing::offer_to_ask] = {{{}}};
        return *this;
    }
    Teller& asked()
    {
        offered();
        tale_.ask(told.number, youth);
        told.state = "consent_pending";
        told.consent = "pending";
        tie("sara.lind/social_worker", "collector");
        tie(told.family[0].handle + "/youth", "subject");
        tie(told.family[1].handle + "/guardian", "guardian_of");
        told.things[Thing::asking] = {{{}}};
        told.things[Thing::own_form] = {{{"1"}, told.family[0].handle}, {{"2"}, told.family[1].handle}, {{"3"}}};
        told.things[Thing::signatory] = told.things[Thing::answered_form] = {{{"1"}}, {{"2"}}, {{"3"}}};
        return *this;
    }
    /// The young person and the mother have said yes; the father has not.
    Teller& answered()
    {
        asked();
        tale_.sign(told.number, 1);
        tale_.sign(told.number, 2);
        told.things[Thing::file_of_social_services] = {{{"1"}}, {{"2"}}};
        told.things[Thing::own_answer] = {{{"1"}, told.family[0].handle}, {{"2"}, told.family[1].handle}};
        return *this;
    }
    Teller& refused()
    {
        asked();
        tale_.post("sara.lind", of_case(told.number, "/signatories/1/answers"), [&](JsonWriter& json) {
            json.pair("answer", "no").pair("signed_on", tale_.today()).pair("follow_up_answer", "no");
        });
        told.things.erase(Thing::offer_to_ask);
        told.state = "consent_refused";
        told.consent = "refused";
        return *this;
    }
    Teller& consented()
    {
        answered();
        tale_.sign(told.number, 3);
        told.things.erase(Thing::offer_to_ask);
        told.state = "forming";
        told.consent = "valid";
        told.things[Thing::own_answer].push_back({{"3"}});
        return *this;
    }
    /// Social services and police are there; school and leisure are not, so that planning cannot begin.
    Teller& half_a_group()
    {
        consented();
        tale_.post("sara.lind", of_case(told.number, "/coordinator"),
                   [](JsonWriter& json) { json.pair("person", "sara.lind").pair("reason", "Har lett samtalen."); });
        tale_.post("sara.lind", of_case(told.number, "/members"), [](JsonWriter& json) {
            json.pair("person", "jonas.ek")
                .pair("function", "police_officer")
                .pair("knows_youth", true)
                .pair("reason", "Känner ungdomen.");
        });
        members({{"sara.lind/social_worker", ""}, {"jonas.ek/police", "lars.polischef/agency_manager"}});
        told.things[Thing::forming_group] = {{{}}};
        return *this;
    }
    Teller& grouped()
    {
        consented();
        tale_.form_group(told.number);
        members({{"sara.lind/social_worker", ""},
                 {"jonas.ek/police", "lars.polischef/agency_manager"},
                 {"elin.berg/school", "hanna.rektor/agency_manager"},
                 {"ali.nouri/agency_staff", "ingrid.fritidschef/agency_manager"}});
        told.state = "planning";
        return *this;
    }
    void members(const std::vector<std::pair<std::string, std::string>>& with_managers)
    {
        tie("sara.lind/social_worker", "coordinator");
        int number = 0;
        for (const auto& [member, manager] : with_managers) {
            tie(member, "member");
            if (!manager.empty()) tie(manager, "own_agency");
            told.things[Thing::member].push_back({{std::to_string(++number)}});
        }
    }
    /// A coach whom social services have accepted and who has not signed the reservation.
    void private_person_wished()
    {
        tale_.post("sara.lind", of_case(told.number, "/helpers"), [&](JsonWriter& json) {
            json.pair("name", "Tore Blom").pair("relation", "coach").pair("wish", "Han lyssnar.").pair("task", "Boxning.");
            json.pair("wished_on", tale_.today()).pair("way", "meeting");
        });
        for (const auto* guardian : {"2", "3"})
            tale_.post("sara.lind", of_case(told.number, "/helpers/1/answers"), [&](JsonWriter& json) {
                json.pair("signatory", guardian).pair("answer", "yes").pair("said_on", tale_.today()).pair("way", "phone");
            });
        tale_.post("sara.lind", of_case(told.number, "/helpers/1/judgement"), [&](JsonWriter& json) {
            json.pair("suitable", "yes").pair("from_day", tale_.today()).pair("last_day", add_days(tale_.today(), 60));
            app::write_decision(json, "Tore får vara med.");
        });
        told.things[Thing::private_helper] = told.things[Thing::helper_to_sign] = {{{"1"}}};
    }
    /// A plan that nobody has answered for yet.
    Teller& drafted()
    {
        grouped();
        tale_.post("sara.lind", of_case(told.number, "/goals"), [](JsonWriter& json) {
            json.pair("area", "school")
                .pair("goal_text", "Vara i skolan")
                .pair("reached_how", "Varje månad")
                .pair("responsible", "bjorkskolan");
        });
        for (const auto* by : {"signatory-1", "member-3", "member-2"})
            tale_.post("sara.lind", of_case(told.number, "/commitments"), [&](JsonWriter& json) {
                json.pair("in_goal", "1").pair("measure", "Gå dit tillsammans").pair("promised_by", by);
                json.pair("done_by", add_days(tale_.today(), 60))
                    .pair("documented_how", "Anteckning")
                    .pair("plain_words", "Vi går dit.");
            });
        taken_out();
        private_person_wished();
        tale_.post("sara.lind", of_case(told.number, "/deputies"), [&](JsonWriter& json) {
            json.pair("person", "amir.haddad").pair("from_day", tale_.today()).pair("last_day", add_days(tale_.today(), 90));
            json.pair("reason", "Semester.");
        });
        tie("amir.haddad/social_worker", "coordinator");
        told.things[Thing::deputy] = {{{"1"}}};
        told.things[Thing::goal] = {{{"1"}}};
        told.things[Thing::commitment_to_answer] = whose();
        told.things[Thing::commitment_to_write] = whose();
        told.things[Thing::own_commitment] = whose();
        return *this;
    }
    /// One more commitment of the police's and one more goal, both out of the draft again.
    void taken_out()
    {
        tale_.post("sara.lind", of_case(told.number, "/commitments"), [&](JsonWriter& json) {
            json.pair("in_goal", "1").pair("measure", "Ring hem").pair("promised_by", "member-2").pair("done_by", add_days(tale_.today(), 60));
        });
        tale_.post("sara.lind", of_case(told.number, "/commitments/4/removal"), [](JsonWriter& json) { json.pair("seq_seen", 1); });
        const auto goal = [](JsonWriter& json) {
            json.pair("area", "leisure").pair("goal_text", "Hitta en förening").pair("reached_how", "I vår").pair("responsible", "bjorkskolan");
        };
        tale_.post("sara.lind", of_case(told.number, "/goals"), goal);
        tale_.post("sara.lind", of_case(told.number, "/goals/2"), [&](JsonWriter& json) {
            goal(json);
            json.pair("dropped", true).pair("seq_seen", 1);
        });
        told.things[Thing::taken_out_commitment] = {{{"4"}, "jonas.ek"}};
        told.things[Thing::taken_out_goal] = {{{"2"}}};
    }
    std::vector<Told> whose() const { return {{{"1"}, told.family[0].handle}, {{"2"}, "elin.berg"}, {{"3"}, "jonas.ek"}}; }
    Teller& planned()
    {
        grouped();
        tale_.make_plan(told.number);
        told.state = "active";
        told.things[Thing::goal] = told.things[Thing::judged_goal] = {{{"1"}}, {{"2"}}};
        told.things[Thing::plan_version] = {{{"1"}}};
        told.things[Thing::commitment_to_write] = told.things[Thing::own_commitment] =
            told.things[Thing::commitment_to_hand_over] = whose();
        return *this;
    }
    /// A call alone: the meeting is to come.
    Teller& called()
    {
        planned();
        tale_.call(told.number, next_day(first_day()), 13);
        return *this;
    }
    /// The first meeting is over and its minutes are locked; the second has begun.
    void met()
    {
        told.things[Thing::meeting] = {{{"1"}}, {{"2"}}};
        told.things[Thing::meeting_to_cancel] = {{{"2"}}};
        told.things[Thing::locked_meeting] = {{{"1"}}};
        told.things[Thing::avoided] = {{{"1"}}};
        told.things[Thing::picture] = {{{"1", "1"}}};
        told.things[Thing::suspicion] = {{{"1"}}};
        told.things[Thing::meeting_line] = {{{"1", "2"}}, {{"2", "1"}}};
        told.things[Thing::meeting_commitment] = {{{"1", "3"}}, {{"2", "1"}}};
    }
    Teller& withdrawn()
    {
        tale_.withdraw(told.number, 2);
        told.state = "suspended";
        told.consent = "ended";
        auto& own = told.things[Thing::own_answer];
        std::erase_if(own, [&](const Told& one) { return one.own_of == told.family[1].handle; });
        return *this;
    }
    Teller& questioned()
    {
        tale_.post("jonas.ek", of_case(told.number, "/closure-question"),
                   [](JsonWriter& json) { json.pair("ground", "continued_crime").pair("facts", "Ny anmälan."); });
        told.state = "closure_review";
        return *this;
    }
    /// A colleague reads it tonight.
    Teller& opened_in_emergency()
    {
        tale_.post("amir.haddad", of_case(told.number, "/emergency-access"),
                   [](JsonWriter& json) { json.pair("reason", "Påträffad på stationen i natt.").pair("hours", 24); });
        tie("amir.haddad/social_worker", "emergency");
        told.things[Thing::emergency] = {{{"1"}}};
        return *this;
    }
    Teller& closed()
    {
        tale_.close(told.number, {1, 2}, {2, 3});
        told.state = "closed";
        return *this;
    }
};

}  // namespace

std::vector<ToldCase> tell_cases(World& world)
{
    world.clock.set(at_local(first_day(), 9, 0));
    Tale tale(world.program->site(), world.clock, app::demo().password);
    std::vector<ToldCase> all;
    const auto keep = [&](const Teller& teller) {
        all.push_back(teller.told);
        // Who proposed is tied to the number of the proposal: the case's own would tell that there was an offer.
        if (teller.told.number != teller.nomination) all.back().ties["jonas.ek/police"].erase("proposer");
    };
    // The same case at its first number.
    const auto keep_both = [&](const Teller& teller) {
        keep(teller);
        all.push_back(teller.told);
        all.back().number = teller.nomination;
    };

    const auto somebody = [&](const char* given_name) { return Teller(tale, new_family(world, given_name)); };

    // The demo's own young people and their guardians have a case each.
    Teller met(tale, {person_of("sam"), person_of("lena.karlberg")});
    met.called();
    tale.at(next_day(first_day()), 14);
    tale.post("elin.berg", of_case(met.told.number, "/meetings/1/own-picture"), [](JsonWriter& json) {
        json.name("kinds").array().value("school").end_array().pair("text", "Kommer varje dag.");
    });
    tale.post("jonas.ek", of_case(met.told.number, "/plan/avoid"),
              [](JsonWriter& json) { json.pair("kind", "place").pair("text", "Torget efter klockan 21."); });
    tale.post("jonas.ek", of_case(met.told.number, "/suspicions"), [&](JsonWriter& json) {
        json.pair("officer", "2").pair("told_on", tale.today()).pair("text", "Misstänks för stöld.");
    });
    tale.meet(met.told.number, 1, {1, 2, 3}, add_days(first_day(), 2));
    tale.at(add_days(first_day(), 2), 14);
    met.met();
    keep_both(met);

    keep(somebody("Bim"));
    auto conflicted = somebody("Cleo");
    tale.post("karin.ostberg", of_case(conflicted.told.number, "/review"), [&](JsonWriter& json) {
        json.pair("lives_here", true)
            .pair("residence_checked_on", tale.today())
            .pair("residence_source", "population_register");
        json.pair("known_before", "no").pair("danger_if_seen", "no").pair("conflict", "yes").pair("conflict_note", "En släkting.");
    });
    conflicted.tie("karin.ostberg/unit_manager", "conflicted");
    conflicted.tie("karin.ostberg/steering_group", "conflicted");
    keep(conflicted);
    keep(somebody("Dan").taken_up());
    keep(somebody("Dag").prepared());
    keep_both(somebody("Ebbe").offered());
    keep(Teller(tale, {person_of("alex"), person_of("eva.ternstrom")}).answered());
    keep(somebody("Gry").refused());
    keep(somebody("Hedda").half_a_group());
    keep(somebody("Ines").drafted());
    keep(somebody("Jon").planned().withdrawn());
    keep(somebody("Kaj").planned().questioned().opened_in_emergency());
    keep_both(somebody("Lo").planned().closed());
    return all;
}

}  // namespace lots::test
