#include <doctest/doctest.h>

#include "app/demo_tale.h"
#include "base/bytes.h"
#include "form/json_reader.h"
#include "stories/world.h"
#include "web/openapi.h"

// What a program is told, and that it is so.
using namespace lots;
using lots::test::HttpAnswer;
using lots::test::HttpClient;
using lots::test::World;

namespace {

const app::TaleYouth robin{"Robin", "Åkerlund", "201001062395", 2010y / 1 / 6,
                           {{"youth", "Robin Åkerlund", ""}, {"guardian", "Siv Åkerlund", ""}, {"guardian", "Ove Åkerlund", ""}}};

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }
bool has(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

/// Sara at a program, over HTTP.
struct Program {
    HttpClient client;
    std::string token;

    explicit Program(World& world) : client(world.port())
    {
        const auto begun = client.post_json("/api/v1/session", R"({"user":"sara.lind","password":")" + app::demo().password + "\"}");
        REQUIRE(begun.status == 201);
        const auto from = begun.body.find("\"token\":\"") + 9;
        token = begun.body.substr(from, begun.body.find('"', from) - from);
    }
    HttpAnswer post(const std::string& path, const std::string& json, HttpClient::Headers more = {})
    {
        more.emplace_back("authorization", "bearer " + token);  // RFC 9110: the scheme in any case
        return client.post_json(path, json, more);
    }
};

}  // namespace

TEST_CASE("A signed form of ten megabytes is taken from a program as from a page, and nothing else is that large")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto nomination = tale.propose(robin);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, robin);
    Program program(world);
    const auto answers = "/api/v1/cases/" + number + "/signatories/1/answers";
    const auto form_of = [&](std::size_t bytes) {
        auto file = lots::test::signed_form().content;
        file.insert(9, std::string(bytes - file.size(), '%'));
        return R"({"answer":"yes","signed_on":"2026-09-07","signature_seen":true,"follow_up_answer":"no","signed_form":{"name":"a.pdf","content":")" +
               to_base64(bytes_of(file)) + "\"}}";
    };
    constexpr std::size_t most = 10UL * 1024 * 1024;
    const auto over = program.post(answers, form_of(most + 1));
    CHECK(over.status == 400);
    CHECK(has(over.body, "högst 10 MB"));
    const auto taken = program.post(answers, form_of(most));
    INFO(taken.body);
    CHECK(taken.status == 201);

    const auto too_large = program.post("/api/v1/cases/" + number + "/goals", std::string(1024 * 1024 + 1, ' '));
    CHECK(too_large.status == 413);
    CHECK(too_large.header("content-type") == "application/problem+json");
}

TEST_CASE("A program that slips is told what was wrong")
{
    World world(storage::Engine::sqlite, monday());
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    const auto nomination = tale.propose(robin);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, robin);
    for (int line = 1; line <= 3; ++line) tale.sign(number, line);
    tale.form_group(number);
    tale.make_plan(number);
    Program program(world);
    const auto goals = "/api/v1/cases/" + number + "/goals";
    const std::string goal = R"("area":"school","goal_text":"Mål","reached_how":"Så","responsible":"bjorkskolan"})";

    const auto made = program.post(goals, "{" + goal, {{"idempotency-key", "a"}});
    CHECK(made.status == 201);
    CHECK(made.header("location") == "/api/v1/cases/" + number);  // goals have no address of their own to read
    CHECK(program.client.get(made.header("location"), {{"authorization", "Bearer " + program.token}}).status == 200);
    const auto used = program.post(goals, R"({"area":"school"})", {{"idempotency-key", "a"}});
    CHECK(used.status == 400);
    CHECK(has(used.body, R"("title":"Nyckeln Idempotency-Key är redan använd till en annan begäran)"));
    tale.call(number, 2026y / 9 / 14, 13);
    const auto call = program.post("/api/v1/cases/" + number + "/meetings",
                                   R"({"kind":"individual","day":"2026-10-12","clock":"13:00","length_minutes":60,"form":"in_person",)"
                                   R"("place":"Ekvik","signatories":["1","2","3"],"members":["1","2","3","4"],"call_how":["in_lots"]})");
    CHECK(call.header("location") == "/api/v1/cases/" + number + "/meetings/2");

    for (const std::string seen : {"-1", "2147483648", "1.5", "\"1\"", "true"}) {
        CAPTURE(seen);
        const auto refused = program.post(goals + "/1", R"({"seq_seen":)" + seen + "," + goal);
        CHECK(refused.status == 400);
        CHECK(has(refused.body, R"("field":"seq_seen")"));
    }
    CHECK(has(program.post(goals + "/1", "{" + goal).body, "Säg vilken version du såg"));

    CHECK(program.client.request("POST", goals, {{"authorization", "Bearer " + program.token}, {"content-type", "text/plain"}}, "{}").status == 415);
    const HttpClient::Headers zipped{{"authorization", "Bearer " + program.token}, {"content-type", "application/json"}, {"content-encoding", "gzip"}};
    CHECK(program.client.request("POST", goals, zipped, "{}").status == 415);
    const auto nobody = HttpClient(world.port()).post_json(goals, "{}");
    CHECK(nobody.status == 401);
    CHECK(has(nobody.body, R"("title":"Du är inte inloggad")"));
}

TEST_CASE("The API's description says what is sent, what comes back, and what can go wrong")
{
    World world(storage::Engine::sqlite, monday());
    const auto json = web::openapi(world.program->site(), Language::en);
    REQUIRE(form::JsonBody::parse(json));
    const auto of = [&](const std::string& path) {
        const auto from = json.find("\"" + path + "\":{");
        REQUIRE(from != std::string::npos);
        return json.substr(from, json.find("\"/api/", from + path.size()) - from);
    };
    const auto session = of("/api/v1/session");
    for (const auto* part : {R"("user":{"type":"string")", R"("required":["user","password"])", "\"400\":", "\"401\":", "\"429\":", R"("token":{)"})
        CHECK_MESSAGE(has(session, part), part);
    const auto withdrawal = of("/api/v1/cases/{case}/signatories/{signatory}/withdrawal");
    CHECK(has(withdrawal, R"("required":[])"));
    CHECK(has(withdrawal, "(asked only sometimes"));
    const auto goal = of("/api/v1/cases/{case}/goals/{number}");
    CHECK(has(goal, R"("required":["seq_seen")"));
    for (const auto* part : {"\"201\":", "\"403\":", "\"409\":", "\"413\":", "\"415\":", "\"422\":", "\"507\":", "schemas/Outcome", "schemas/Problem"})
        CHECK_MESSAGE(has(goal, part), part);
    CHECK(has(of("/api/v1/cases/{case}/gates"), "schemas/Gates"));
}
