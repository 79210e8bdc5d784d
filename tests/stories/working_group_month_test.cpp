// A month of the working group: de-identified items and a question about an area, the group's advice, and what social
// services decide of it.
#include <doctest/doctest.h>

#include "stories/told.h"

using namespace lots;
using form::JsonWriter;
using lots::test::Missing;
using lots::test::monday;
using lots::test::Told;
using lots::test::under_each_profile;
using lots::test::World;

namespace {

class Month {
    Told& told_;

    static std::string group(const std::string& rest) { return "/api/v1/working-group" + rest; }
    std::string items() const { return told_.at("/deidentified-items"); }
    /// In the seat of the group, and not at the daily work.
    std::string group_reads(const std::string& path) { return told_.tale.hand("jonas.ek", "working_group").get(path); }
    int status_in_the_seat(const std::string& handle, const std::string& path)
    {
        return told_.tale.hand(handle, "working_group").call(http::Method::get, path).status;
    }
    app::Tale::Write shown(const std::string& text, const std::string& reason = {}) const
    {
        return [text, reason](JsonWriter& json) {
            json.pair("meeting", "1").pair("shown_text", text).pair("could_be_about", 60).pair("approved", true);
            if (!reason.empty()) json.pair("why_not_pointed_out", reason);
        };
    }

public:
    explicit Month(Told& told) : told_(told) {}

    void called()
    {
        told_.number = told_.tale.propose({"Kim", "Öberg", "", 2010y / 1 / 8, {}});
        told_.tale.take_up(told_.number);
        const auto call = [&](JsonWriter& json) {
            json.pair("group", "arbetsgruppen")
                .pair("day", add_days(told_.today(), 7))
                .pair("clock", "09:00")
                .pair("place", "Rådhuset");
        };
        for (const std::string who : {"jonas.ek", "elin.berg"})
            CHECK_MESSAGE(told_.lacks(who, group("/meetings"), call) == Missing{"404"}, who);
        told_.does("sara.lind", group("/meetings"), call);
        told_.does("sara.lind", group("/meetings/1/area-items"),
                   [](JsonWriter& json) { json.pair("area_text", "Oro vid torget om kvällarna."); });
    }
    void shown_without_a_name()
    {
        CHECK(told_.lacks("sara.lind", items(), shown("Kim är ofta ute sent.")) == Missing{"S0-37"});
        // A class may not stand there, with a reason or without. What may be a name asks for one.
        CHECK(told_.lacks("sara.lind", items(), shown("En ung person i 8B är ofta ute sent.", "Det är många.")) == Missing{"S0-37"});
        CHECK(told_.lacks("sara.lind", items(), shown("En ung person är ofta ute sent med Kevin.")) ==
              Missing{"field why_not_pointed_out"});
        CHECK(told_.state() == "under_review");
        told_.does("sara.lind", items(), shown("En ung person i högstadiet är ofta ute sent."));
        CHECK(told_.state() == "prepared_deidentified");
    }
    void read_by_the_group()
    {
        const auto meeting = group_reads(group("/meetings/1"));
        for (const std::string words : {"i högstadiet", "Oro vid torget", "\"age_band\":\"15-17\"", "Rådhuset"}) {
            CAPTURE(words);
            CHECK(meeting.find(words) != std::string::npos);
        }
        CHECK(meeting.find(told_.number) == std::string::npos);
        CHECK(meeting.find("Kim") == std::string::npos);
        // The case itself is not the group's, and the group is not everybody's.
        for (const std::string rest : {"", "/nomination", "/deidentified-items", "/gates"})
            CHECK_MESSAGE(status_in_the_seat("jonas.ek", told_.at(rest)) == 404, rest);
        told_.all_get(404, group("/meetings/1"), {"elin.berg", "jonas.ek", "omar.farah", "mia.holm"});
        told_.all_get(404, items(), {"elin.berg", "jonas.ek", "amir.haddad"});
    }
    void held_and_answered()
    {
        told_.on(add_days(told_.today(), 7), 10);
        told_.does("sara.lind", group("/meetings/1/items/1/recommendation"), [](JsonWriter& json) {
            json.pair("advice", "offer").pair("advice_text", "Flera är oroliga.").pair("contact_agency", "bjorkskolan");
        });
        const auto end = [](const std::vector<std::string>& seats) {
            return [seats](JsonWriter& json) {
                lots::test::write_texts(json, "present", seats);
                json.pair("situation", "Lugnare än i våras.").pair("measures", "Fältare vid torget på fredagar.");
            };
        };
        // Without a police officer who may decide it is no meeting of the group.
        CHECK(told_.lacks("sara.lind", group("/meetings/1/end"), end({"1"})) == Missing{"S0-38"});
        told_.does("sara.lind", group("/meetings/1/end"), end({"1", "2"}));
        // What was shown has ended with the meeting; what was said of the square is kept.
        const auto meeting = group_reads(group("/meetings/1"));
        CHECK(meeting.find("i högstadiet") == std::string::npos);
        CHECK(meeting.find("Fältare vid torget") != std::string::npos);

        // The group recommends and social services decide: leaving the advice asks for a reason.
        const auto left = [](const char* reason) {
            return [reason](JsonWriter& json) {
                json.pair("follows", "no");
                if (*reason != 0) json.pair("why_left", reason);
            };
        };
        CHECK(told_.lacks("sara.lind", items() + "/1/1/answer", left("")) == Missing{"S2-11"});
        told_.does("sara.lind", items() + "/1/1/answer", left("Familjen har redan det stöd som behövs."));
        for (const std::string words : {"i högstadiet", "Flera är oroliga.", "\"follows\":false", "det stöd som behövs"})
            CHECK_MESSAGE(told_.says("sara.lind", items(), words), words);
        for (const std::string who : {"jonas.ek", "elin.berg"})
            CHECK_MESSAGE(told_.lacks(who, told_.at("/offer-decision"), [](JsonWriter&) {}) == Missing{"404"}, who);
    }
};

}  // namespace

TEST_CASE("story (i): S0-37, S2-10, S2-11 A working-group month: the group talks about somebody it does not know and about "
          "a square, and "
          "social services decide")
{
    under_each_profile(monday(), [](Told& told) {
        CHECK(told.profile.working_group_word == (told.profile.name == "stockholm-2012" ? "operativ grupp" : "arbetsgrupp"));
        Month month(told);
        month.called();
        month.shown_without_a_name();
        month.read_by_the_group();
        month.held_and_answered();
    });
}

TEST_CASE("stories: S2-01, S2-13, S4-01 What the profiles say differently is what people read: whom the municipality turns "
          "to, its words, its ages")
{
    under_each_profile(monday(), [](Told& told) {
        const auto& profile = told.profile;
        const bool national = profile.name == "national", stockholm = profile.name == "stockholm-2012";
        CHECK(profile.plan_word == (national ? "åtgärdsplan" : "handlingsplan"));
        CHECK(profile.consent_word == (profile.name == "lund" ? "samtycke till sekretesslättnad" : "samtycke"));
        CHECK(profile.youngest_years == (stockholm ? 15 : 12));
        CHECK(profile.historic_example == stockholm);
        const auto method = told.page("elin.berg", "/om-metoden");
        for (const auto& words : {profile.plan_word, profile.consent_word, profile.working_group_word, profile.target_group})
            CHECK_MESSAGE(method.find(words) != std::string::npos, words);
        CHECK((method.find("stockholm-2012") != std::string::npos) == stockholm);
        // What no municipality may change is the same for all.
        CHECK(profile.program == "SIG");
        CHECK(profile.ladder_days == std::vector<int>{0, 7, 14});
        CHECK(profile.consent_months_longest == 12);
        CHECK(profile.consent_months_usual == 6);
    });
}

TEST_CASE("S0-25, S0-59, S0-75, S0-77, S1-01, S1-48, S3-06, S4-24 The page about the method says what always holds, and "
          "writing pages that "
          "Lots is nobody's own record")
{
    lots::test::on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        auto sara = world.sign_in("sara.lind");
        sara.open("/om-metoden");
        for (const std::string source : {"S0-25", "S4-07", "S0-75", "S1-01", "S3-06", "S4-24", "S0-59", "S0-77", "S1-48"}) {
            CAPTURE(source);
            CHECK(sara.shows(source));
        }
        CHECK(sara.shows("Polisen är med för att hjälpa, och måste samtidigt utreda brott."));
        CHECK(sara.shows("Så är det i Ekvik"));
        sara.open("/foresla");
        CHECK(sara.shows("Lots ersätter inte din egen journal."));
    });
}
