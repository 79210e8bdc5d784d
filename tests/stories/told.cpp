#include "stories/told.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include <boost/json.hpp>

#include "app/midnight.h"
#include "messages/message.h"
#include "stories/page_hand.h"

namespace lots::test {

using form::JsonWriter;

namespace {

/// The daily work of those who have several roles: as the API names it, and as the page does.
struct Daily {
    std::string role, choice;
};
const std::map<std::string, Daily>& daily()
{
    static const std::map<std::string, Daily> all{
        {"sara.lind", {"social_worker", "social_worker|socialtjansten|Enheten för unga"}},
        {"jonas.ek", {"police", "police|polisen|Ungdomsgruppen"}},
        {"karin.ostberg", {"unit_manager", "unit_manager|socialtjansten|Enheten för unga"}}};
    return all;
}

std::string object_of(const app::Tale::Write& write)
{
    JsonWriter json;
    json.object();
    write(json);
    return json.end_object().take();
}

std::string changed(const std::string& told, const Changes& changes)
{
    auto object = boost::json::parse(told).as_object();
    for (const auto& [field, value] : changes)
        if (value.empty())
            object.erase(field);
        else
            object[field] = boost::json::parse(value);
    return boost::json::serialize(object);
}

/// The same with the words of the cast in it.
void recast(boost::json::value& value, const std::map<std::string, std::string>& cast)
{
    if (value.is_object()) {
        for (auto& member : value.get_object()) recast(member.value(), cast);
    }
    else if (value.is_array()) {
        for (auto& one : value.get_array()) recast(one, cast);
    }
    else if (value.is_string()) {
        const auto found = cast.find(std::string(value.get_string()));
        if (found != cast.end()) value = boost::json::string(found->second);
    }
}

std::string text_of(const boost::json::value& object, const char* name)
{
    const auto& text = object.as_object().at(name).as_string();
    return {text.data(), text.size()};
}

std::string text_in(const std::string& json, const char* name) { return text_of(boost::json::parse(json), name); }

}  // namespace

std::ostream& operator<<(std::ostream& out, const Missing& missing)
{
    for (const auto& one : missing) out << "[" << one << "]";
    return out;
}

Told::Told(World& its_world, const organisation::MethodProfile& its_profile)
    : Told(its_world, its_profile, its_world.program->site())
{}

Told::Told(World& its_world, const organisation::MethodProfile& its_profile, web::Site& its_site)
    : site_(its_site), world(its_world), profile(its_profile), tale(its_site, its_world.clock, app::demo().password)
{
    tale.retell = [this](const std::string& path, const std::string& json) { return retold(path, json); };
    says_why_from_another_unit(true);
}

std::string Told::retold(const std::string& path, const std::string& json) const
{
    auto told = json;
    for (const auto& [end, changes] : changes_)
        if (path.ends_with(end)) told = changed(told, changes);
    if (tale.cast.empty()) return told;
    auto value = boost::json::parse(told);
    recast(value, tale.cast);
    return boost::json::serialize(value);
}

void Told::says_why_from_another_unit(bool says)
{
    if (profile.coordinator_units.empty()) return;
    for (const auto* end : {"/coordinator", "/deputies"})
        retell(end, {{"other_unit_reason", says ? "\"Ingen på de valda enheterna hinner.\"" : ""}});
}

http::Response Told::typed(const std::string& who, const std::string& path, const std::string& json)
{
    return PageHand(site_).post(browser(who), path, json);
}

void Told::through_pages()
{
    means = Means::pages;
    tale.done_by = [this](const std::string& who, const std::string& path, const std::string& json) {
        const auto answer = typed(who, path, json);
        if (answer.status != 201)
            throw std::runtime_error("the page for " + path + ": " + std::to_string(answer.status) + " " + answer.body);
        return answer.body;
    };
}

http::Response Told::call(const std::string& who, http::Method method, const std::string& path, const std::string& json)
{
    if (means == Means::pages && method == http::Method::post) return typed(who, path, retold(path, json));
    const auto several = daily().find(who);
    return tale.hand(who, several == daily().end() ? "" : several->second.role)
        .call(method, path, json.empty() ? json : retold(path, json));
}

int Told::status(const std::string& who, const std::string& path) { return call(who, http::Method::get, path).status; }

std::string Told::read(const std::string& who, const std::string& path)
{
    const auto answer = call(who, http::Method::get, path);
    return answer.status == 200 ? answer.body : std::string{};
}

bool Told::says(const std::string& who, const std::string& path, std::string_view words)
{
    return read(who, path).find(words) != std::string::npos;
}

std::string Told::state(const std::string& who)
{
    const auto answer = call(who, http::Method::get, at());
    return answer.status == 200 ? text_in(answer.body, "state") : std::to_string(answer.status);
}

void Told::all_get(int wanted, const std::string& path, const std::vector<std::string>& people)
{
    for (const auto& who : people) CHECK_MESSAGE(status(who, path) == wanted, who << " " << path);
}

Browser& Told::browser(const std::string& who)
{
    auto& [signed_in, kept] = browsers_[who];
    if (!kept || world.clock.now() - signed_in > std::chrono::minutes(10)) {
        kept = std::make_unique<Browser>(world.sign_in(tale.player(who)));
        signed_in = world.clock.now();
        if (const auto several = daily().find(who); several != daily().end() && !tale.cast.contains(who))
            kept->open("/roll").send("/roll", {{"role", several->second.choice}});
    }
    return *kept;
}

std::string Told::due(const std::string& who, const std::string& words)
{
    auto& day = browser(who).open("/min-dag");
    CHECK_MESSAGE(day.status() == 200, who);
    auto item = day.body().find(">" + words + "</a>");
    if (item == std::string::npos) item = day.body().find(">" + words + ": ");  // and what it is about
    if (item == std::string::npos) return {};
    const std::string mark = "sig-work__due\">";
    const auto from = day.body().find(mark, item) + mark.size();
    return day.body().substr(from, day.body().find('<', from) - from);
}

std::string Told::by(Date last_day) const
{
    const int late = days_between(last_day, today());
    return late > 0 ? say(Language::sv, "cases.day.late_by", {{"days", late}}) : say_date_short(Language::sv, last_day);
}

std::string Told::page(const std::string& who, const std::string& path)
{
    auto& shown = browser(who).open(path);
    return shown.status() == 200 ? shown.text() : std::to_string(shown.status());
}

std::string Told::does(const std::string& who, const std::string& path, const app::Tale::Write& write)
{
    const auto answer = call(who, http::Method::post, path, object_of(write));
    CHECK_MESSAGE(answer.status == 201, who << " " << path << " " << answer.status << " " << answer.body);
    return answer.body;
}

Missing Told::lacks(const std::string& who, const std::string& path, const app::Tale::Write& write)
{
    const auto answer = call(who, http::Method::post, path, object_of(write));
    INFO(who << " " << path << " " << answer.body);
    if (answer.status != 400 && answer.status != 422) return {std::to_string(answer.status)};
    const auto problem = boost::json::parse(answer.body).as_object();
    Missing missing;
    if (const auto* fields = problem.if_contains("fields"))
        for (const auto& one : fields->as_array()) missing.insert("field " + text_of(one, "field"));
    if (const auto* findings = problem.if_contains("findings"))
        for (const auto& one : findings->as_array())
            if (!one.as_object().at("met").as_bool() && text_of(one, "force") == "must")
                missing.insert(text_of(one, "requirement"));
    return missing;
}

void Told::about_an_adult()
{
    for (const auto* end : {"/review", "/plan/decision", "/continuation", "/closure", "/resumption"})
        changes_[end].insert(changes_[end].end(), {{"childs_view", ""}, {"best_interests", ""}});
    changes_["/plan/words"].emplace_back("guardian_words", "");
}

void Told::offered(const std::string& nomination, const Changes& decision, bool notified)
{
    number = nomination;
    tale.take_up(nomination);
    tale.add_source(nomination);
    auto told = object_of([](JsonWriter& json) {
        json.pair("outcome", "offer")
            .pair("category", "at_risk")
            .pair("crime_ground", "suspected")
            .pair("room_for_more", true);
        json.pair("mode", "cooperation_form").pair("ground", "sol");
        app::write_decision(json, "Ungdomen erbjuds en social insatsgrupp.");
    });
    const auto answer = call("sara.lind", http::Method::post, at("/offer-decision"), changed(told, decision));
    INFO(answer.body);
    REQUIRE(answer.status == 201);
    number = text_in(answer.body, "case");
    CHECK(number.starts_with(profile.program + "-"));
    if (!notified) return;
    does("sara.lind", at("/nomination-feedback"), [&](JsonWriter& json) {
        json.pair("decided_on", today()).pair("told", "opened").pair("way", "phone").pair("given_on", today());
    });
}

void Told::running(const app::TaleYouth& youth)
{
    offered(tale.propose(youth));
    tale.ask(number, youth);
    for (int line = 1; line <= static_cast<int>(youth.signatories.size()); ++line) tale.sign(number, line);
    tale.form_group(number);
    tale.make_plan(number);
}

void Told::on(Date day, int hour)
{
    tale.at(day, hour);
    auto services = site_.services();
    services.note = [](const std::string& line) { FAIL(line); };  // of a case that was passed over
    app::Midnight(services).look();
}

void write_texts(JsonWriter& json, std::string_view name, const std::vector<std::string>& values)
{
    json.name(name).array();
    for (const auto& value : values) json.value(value);
    json.end_array();
}

Instant monday() { return at_local(2026y / 9 / 7, 9, 0); }

}  // namespace lots::test
