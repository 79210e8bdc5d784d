// A month of the working group: de-identified items and a question about an area, the group's advice, and what social services
// decide of it.
#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "stories/world.h"

using namespace lots;
using form::JsonWriter;
using lots::test::World;

namespace {

class Month {
    app::Tale tale_;

    void group(const std::string& rest, const app::Tale::Write& write)
    {
        tale_.post("sara.lind", "/api/v1/working-group" + rest, write);
    }
    std::string group_reads(const std::string& path) { return tale_.hand("jonas.ek", "working_group").get(path); }
    std::string officer_reads(const std::string& path) { return tale_.hand("sara.lind", "social_worker").get(path); }
    int status_of(const std::string& handle, const std::string& role, const std::string& path)
    {
        return tale_.hand(handle, role).call(http::Method::get, path).status;
    }

public:
    std::string number;

    explicit Month(World& world) : tale_(world.program->site(), world.clock, app::demo().password) {}

    void called()
    {
        number = tale_.propose({"Kim", "Öberg", "", 2010y / 1 / 8, {}});
        tale_.take_up(number);
        group("/meetings", [&](JsonWriter& json) {
            json.pair("group", "arbetsgruppen").pair("day", add_days(tale_.today(), 7)).pair("clock", "09:00").pair("place", "Rådhuset");
        });
        group("/meetings/1/area-items", [](JsonWriter& json) { json.pair("area_text", "Oro vid torget om kvällarna."); });
    }
    void shown()
    {
        const auto show = [&](const std::string& text, const std::string& reason) {
            tale_.post("sara.lind", "/api/v1/cases/" + number + "/deidentified-items", [&](JsonWriter& json) {
                json.pair("meeting", "1").pair("shown_text", text).pair("could_be_about", 60).pair("approved", true);
                if (!reason.empty()) json.pair("why_not_pointed_out", reason);
            });
        };
        CHECK_THROWS(show("Kim är ofta ute sent.", ""));                     // the name
        CHECK_THROWS(show("En ung person i 8B är ofta ute sent.", ""));      // a school class, without a reason
        show("En ung person i högstadiet är ofta ute sent.", "");
        CHECK(officer_reads("/api/v1/cases/" + number).find("prepared_deidentified") != std::string::npos);
    }
    void read_by_the_group()
    {
        const auto meeting = group_reads("/api/v1/working-group/meetings/1");
        for (const auto* words : {"i högstadiet", "Oro vid torget", "\"age_band\":\"15-17\"", "Rådhuset"}) {
            CAPTURE(words);
            CHECK(meeting.find(words) != std::string::npos);
        }
        CHECK(meeting.find(number) == std::string::npos);
        CHECK(meeting.find("Kim") == std::string::npos);
        // The case itself is not the group's, and the group is not everybody's.
        CHECK(status_of("jonas.ek", "working_group", "/api/v1/cases/" + number) == 404);
        CHECK(status_of("elin.berg", "school", "/api/v1/working-group/meetings/1") == 404);
        CHECK(status_of("jonas.ek", "police", "/api/v1/working-group/meetings/1") == 404);
    }
    void held_and_answered()
    {
        tale_.at(add_days(tale_.today(), 7), 10);
        group("/meetings/1/items/1/recommendation", [](JsonWriter& json) {
            json.pair("advice", "offer").pair("advice_text", "Flera är oroliga.").pair("contact_agency", "bjorkskolan");
        });
        const auto end = [&](const std::vector<std::string>& seats) {
            group("/meetings/1/end", [&](JsonWriter& json) {
                json.name("present").array();
                for (const auto& seat : seats) json.value(seat);
                json.end_array().pair("situation", "Lugnare än i våras.").pair("measures", "Fältare vid torget på fredagar.");
            });
        };
        CHECK_THROWS(end({"1"}));  // without a police officer who may decide it is no meeting of the group
        end({"1", "2"});
        const auto meeting = group_reads("/api/v1/working-group/meetings/1");
        CHECK(meeting.find("i högstadiet") == std::string::npos);
        CHECK(meeting.find("Fältare vid torget") != std::string::npos);

        const auto items = "/api/v1/cases/" + number + "/deidentified-items";
        CHECK_THROWS(tale_.post("sara.lind", items + "/1/1/answer", [](JsonWriter& json) { json.pair("follows", "no"); }));
        tale_.post("sara.lind", items + "/1/1/answer",
                   [](JsonWriter& json) { json.pair("follows", "no").pair("why_left", "Familjen har redan det stöd som behövs."); });
        const auto kept = officer_reads(items);
        for (const auto* words : {"i högstadiet", "Flera är oroliga.", "\"follows\":false", "det stöd som behövs"}) {
            CAPTURE(words);
            CHECK(kept.find(words) != std::string::npos);
        }
    }
};

}  // namespace

TEST_CASE("S0-37, S2-10, S2-11 A working-group month: the group talks about somebody it does not know and about a square, and social "
          "services decide")
{
    lots::test::on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        Month month(world);
        month.called();
        month.shown();
        month.read_by_the_group();
        month.held_and_answered();
    });
}

TEST_CASE("S0-25, S0-59, S0-75, S0-77, S1-01, S1-48, S3-06, S4-24 The page about the method says what always holds, and writing pages that "
          "Lots is nobody's own record")
{
    lots::test::on_both(at_local(2026y / 9 / 7, 9, 0), [](World& world) {
        auto sara = world.sign_in("sara.lind");
        sara.open("/om-metoden");
        for (const auto* source : {"S0-25", "S4-07", "S0-75", "S1-01", "S3-06", "S4-24", "S0-59", "S0-77", "S1-48"}) {
            CAPTURE(source);
            CHECK(sara.shows(source));
        }
        CHECK(sara.shows("Polisen är med för att hjälpa. Men polisen måste också utreda brott."));
        CHECK(sara.shows("Så är det i Ekvik"));
        sara.open("/foresla");
        CHECK(sara.shows("Lots ersätter inte din egen journal."));
    });
}
