// "At rest": what people typed is nowhere to be read: not in the databases, their journals, the log, the technical log or
// temporary files.
#include <doctest/doctest.h>

#include "app/demo.h"
#include "form/json_writer.h"
#include "nomination/commands.h"
#include "nomination/forms.h"
#include "proof/caller.h"
#include "proof/canary_fields.h"
#include "proof/everywhere.h"
#include "proof/served.h"
#include "stories/browser.h"

using namespace lots;
using namespace lots::test;

namespace {

std::vector<Sighting> everywhere(const Canary& canary, const DataDirectory& data)
{
    return everywhere(canary, data.all(), data.paths());
}

/// A proposal with a canary in every text that the command asks for; its number.
std::string proposed_with(Canary& canary, unsigned short port)
{
    const auto today = local_day(SystemClock().now());
    nomination::Propose input;
    input.born = 2011y / 1 / 1;
    input.noticed_on = today;
    input.origin = "none";
    input.considered_for_sig = true;
    auto school = Caller::sign_in(port, "elin.berg");
    const auto answer = school.post("/api/v1/nominations",
                                    canary_body(nomination::propose_command(), input, canary, today,
                                                form::Choices{}.with("agency_kind", {{"school", "school"}})),
                                    canary.next());  // a program may make its key out of a name
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
    const auto number = text_in(answer.body, "nomination");
    // It is there: the one who may reads it.
    const auto read = school.get("/api/v1/cases/" + number + "/nomination");
    CHECK_FALSE(canary.in_text("answer", read.body).empty());
    return number;
}

void taken_up_with(Canary& canary, unsigned short port, const std::string& number)
{
    const auto today = local_day(SystemClock().now());
    nomination::TakeUp input;
    input.lives_here = true;
    input.residence_checked_on = today;
    input.conflict = "no";
    auto sara = Caller::sign_in(port, "sara.lind", "social_worker");
    const auto answer =
        sara.post("/api/v1/cases/" + number + "/review", canary_body(nomination::take_up_command(), input, canary, today));
    CAPTURE(answer.body);
    REQUIRE(answer.status == 201);
}

/// What is typed where it does not belong: it is refused, and must leave no trace either.
void typed_in_vain(Canary& canary, unsigned short port)
{
    const auto typed = urlencoded({{"x", canary.next()}}).substr(2);
    auto school = Caller::sign_in(port, "elin.berg");
    CHECK(school.get("/arende/" + typed + "/forslag").status == 404);
    CHECK(school.get("/" + typed).status == 404);
    CHECK(school.get("/mina-forslag?klart=" + typed + "&" + typed + "=1").status == 200);
    form::JsonWriter json;
    json.object().pair("born", canary.next()).pair(canary.next(), canary.next()).end_object();
    CHECK(school.post("/api/v1/nominations", json.take(), canary.next().substr(0, 7)).status == 400);
    CHECK(school.post("/api/v1/nominations", "{" + canary.next()).status == 400);

    HttpClient stranger(port);
    stranger.get(
        "/logga-in?till=/" + typed,
        {{"User-Agent", "x " + typed}, {"Referer", "http://127.0.0.1/" + typed}, {"Cookie", "lots_session=" + typed}});
    json = {};
    json.object().pair("user", canary.next()).pair("password", canary.next()).end_object();
    CHECK(stranger.post_json("/api/v1/session", json.take()).status == 401);

    Browser elin(port);
    elin.open("/logga-in");
    elin.send("", {{"user", "elin.berg"}, {"password", app::demo().password}});
    elin.open("/foresla");
    elin.send("/foresla", {{"given_name", canary.next()}, {"family_name", canary.next()}});
    CHECK(elin.status() == 400);
    CHECK_FALSE(canary.in_text("page", elin.body()).empty());  // what was typed is still in the form
}

}  // namespace

TEST_CASE("Nothing that people typed can be read on the disk: while it is served, after kill -9, and after a stop")
{
    on_both_engines_served([](const DataDirectory& data) {
        Canary canary(chance_of_a_run());
        {
            Served served(data);
            taken_up_with(canary, served.port(), proposed_with(canary, served.port()));
            typed_in_vain(canary, served.port());
            CHECK(canary.given() > 12);
            CHECK_MESSAGE(listed(everywhere(canary, data)).empty(),
                          "while it is served: " << listed(everywhere(canary, data)));
            served.kill();
        }
        CHECK_MESSAGE(listed(everywhere(canary, data)).empty(), "after kill -9: " << listed(everywhere(canary, data)));
        Served again(data);
        CHECK(again.stop() == 0);
        CHECK_MESSAGE(listed(everywhere(canary, data)).empty(), "after a stop: " << listed(everywhere(canary, data)));
        CHECK(std::filesystem::is_empty(data.temporary()));
        CHECK(std::filesystem::file_size(data.technical_log()) > 0);  // there was something to search
    });
}

TEST_CASE("The search would find it: the same words typed into a column that is not sealed are seen")
{
    const DataDirectory data(storage::Engine::sqlite);
    Canary canary(chance_of_a_run());
    const auto store = app::open_data(data.paths(), app::read_config(data.paths().config()));
    store->write({[&](storage::Session& db) {
                      db.run("INSERT INTO counter (municipality, name, next) SELECT municipality, $1, 1 FROM municipality",
                             canary.next());
                      return storage::Outcome::keep;
                  },
                  {}});
    const auto found = everywhere(canary, data);
    REQUIRE_FALSE(found.empty());
    CHECK(listed(found).find("lots.db") != std::string::npos);
}
