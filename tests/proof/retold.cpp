#include "proof/retold.h"

#include <boost/json.hpp>

#include "app/demo_tale.h"
#include "proof/canary_fields.h"
#include "stories/world.h"

namespace lots::test {

namespace {

/// Three pieces and a bit.
constexpr std::size_t form_bytes = 200'000;

RetoldStep step_of(const std::string& path, const std::string& told)
{
    auto body = boost::json::parse(told).as_object();
    body.erase("personal_number");
    if (body.contains("signed_form")) {
        auto form = app::tale_form();
        form.insert(form.find("trailer"), "% " + std::string(form_bytes, '.') + "\n");
        body["signed_form"] = boost::json::object{{"name", "samtycke.pdf"}, {"content", base64_of(form)}};
    }
    RetoldStep step{"sara.lind", "social_worker", path, {}, boost::json::serialize(body), {}};
    if (path == "/api/v1/nominations" || path.ends_with("/commitments/3/acceptance"))
        step.handle = "jonas.ek", step.role = "police";
    if (path.ends_with("/commitments/2/acceptance")) step.handle = "elin.berg", step.role = "";
    constexpr std::string_view cases = "/cases/";
    if (const auto at = path.find(cases); at != std::string::npos) {
        const auto number = at + cases.size();
        step.before = path.substr(0, number);
        step.after = path.substr(path.find('/', number));
    }
    return step;
}

}  // namespace

std::map<std::string, std::int64_t> count_facts(storage::Session& db, storage::Engine engine)
{
    std::vector<std::string> tables;
    const auto take = [&](const storage::Row& row) {
        const auto name = std::string(row.text(0));
        const bool other = name.starts_with("log_") || name.starts_with("sign_in_") || name.starts_with("schema_") ||
                           name.starts_with("sqlite_") || name == "idempotency" || name == "counter";
        if (!other) tables.push_back(name);
    };
    if (engine == storage::Engine::sqlite)
        db.each("SELECT name FROM sqlite_schema WHERE type = 'table'", take);
    else
        db.each("SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = current_schema()",
                take);
    std::map<std::string, std::int64_t> counts;
    for (const auto& table : tables)
        db.query(("SELECT COUNT(*) FROM " + table).c_str(), {},
                 [&](const storage::Row& row) { counts[table] = row.integer(0); });
    return counts;
}

std::vector<RetoldStep> record_case()
{
    World world(storage::Engine::sqlite, SystemClock().now());
    std::map<std::string, std::int64_t> before;
    const auto count = [&] {
        std::map<std::string, std::int64_t> now;
        world.house.data->read([&](storage::Session& db) { now = count_facts(db, storage::Engine::sqlite); });
        return now;
    };
    std::vector<RetoldStep> steps;
    const auto settle = [&] {  // what the last step added
        auto now = count();
        if (!steps.empty())
            for (const auto& [table, rows] : now) steps.back().rows[table] = rows - before[table];
        before = std::move(now);
    };
    app::Tale tale(world.program->site(), world.clock, app::demo().password);
    tale.retell = [&](const std::string& path, const std::string& told) {
        settle();
        steps.push_back(step_of(path, told));
        return steps.back().json;
    };
    const app::TaleYouth youth{"Robin", "Proverud", "", 2011y / 1 / 1, {{"youth", "Robin", ""}, {"guardian", "Siv", ""}}};
    const auto nomination = tale.propose(youth);
    tale.take_up(nomination);
    const auto number = tale.offer(nomination);
    tale.ask(number, youth);
    for (int line = 1; line <= 2; ++line) tale.sign(number, line);
    tale.form_group(number);
    tale.make_plan(number);
    // It ends, so that there is room for the next. Of all the ways to the end this is the one that asks for nothing more.
    tale.post("sara.lind", "/api/v1/cases/" + number + "/closure-after-death", [](form::JsonWriter& json) {
        json.pair("ground", "Påhittad, som allt annat här.").pair("informed", "De närmaste.");
        json.pair("what", "Ärendet avslutas.")
            .pair("why", "Det finns inget mer att göra.")
            .pair("how", "I samråd.")
            .pair("who", "Sara Lind.");
        json.pair("delegation", "2.4");
    });
    settle();
    return steps;
}

}  // namespace lots::test
