#include "sim/desk.h"

#include <algorithm>
#include <stdexcept>

#include "app/demo_tale.h"
#include "base/bytes.h"
#include "organisation/commands.h"
#include "sim/words.h"
#include "web/session.h"

namespace lots::sim {

namespace json = boost::json;

namespace {

std::vector<std::string> pieces(std::string_view path)
{
    std::vector<std::string> all(1);
    for (const char c : path)
        if (c == '/')
            all.emplace_back();
        else
            all.back() += c;
    return all;
}

bool fits(const std::vector<std::string>& pattern, const std::vector<std::string>& path)
{
    return std::ranges::equal(pattern, path, [](const std::string& asked, const std::string& given) {
        return asked == given || asked.starts_with('{');
    });
}

std::string text_of(const json::value* value)
{
    return value != nullptr && value->is_string() ? std::string(value->get_string()) : "";
}

}  // namespace

std::vector<std::string> Answer::missing() const
{
    std::vector<std::string> ids;
    const auto* findings = body.if_contains("findings");
    if (findings == nullptr || !findings->is_array()) return ids;
    for (const auto& finding : findings->get_array())
        if (finding.is_object() && finding.get_object().contains("met") && !finding.at("met").as_bool())
            ids.push_back(text_of(finding.get_object().if_contains("requirement")));
    return ids;
}

Desk::Desk(web::Site& site, app::SetClock& clock, std::uint64_t seed)
    : site_(site), clock_(clock), words_(seed ^ 0x776f726473U)
{
    for (const auto& line : site.lines()) {
        if (line.method != http::Method::post || !line.api || !line.schema) continue;
        Form form{pieces(line.pattern), {}, {}};
        const auto schema = json::parse(line.schema(Language::sv)).as_object();
        form.properties = schema.at("properties").as_object();
        for (const auto& name : schema.at("required").as_array()) form.required.emplace_back(name.as_string());
        forms_.push_back(std::move(form));
    }
}

bool Desk::knows(std::string_view pattern) const { return std::ranges::count(forms_, pieces(pattern), &Form::address) > 0; }

/// An address of its own goes before one with a part in that place.
const Desk::Form* Desk::form_of(const std::string& path) const
{
    const auto given = pieces(path);
    const Form* best = nullptr;
    const auto parts = [](const Form& form) {
        return std::ranges::count_if(form.address, [](const auto& one) { return one.starts_with('{'); });
    };
    for (const auto& form : forms_)
        if (fits(form.address, given) && (best == nullptr || parts(form) < parts(*best))) best = &form;
    return best;
}

std::optional<std::string> Desk::token_of(const Who& who)
{
    using namespace std::chrono_literals;
    const auto now = clock_.now();
    auto& seat = seats_[who];
    if (!seat.token.empty() && now - seat.seen < 10min && now - seat.begun < 11h) return seat.token;
    seat = {};
    // What a sign-in ends with, without the second that each password takes.
    site_.services().data.write({[&](storage::Session& db) {
                                     seat.token.clear();
                                     const auto& services = site_.services();
                                     const auto person =
                                         organisation::person_of_handle(db, services.municipality, who.handle);
                                     if (!person) return storage::Outcome::drop;
                                     for (const auto& reader : web::readers_of(db, services, *person, local_day(now)))
                                         if (reader.role == who.role && seat.token.empty())
                                             seat.token = web::begin_session(db, services, *person, reader.assignment, now);
                                     return seat.token.empty() ? storage::Outcome::drop : storage::Outcome::keep;
                                 },
                                 {}});
    if (seat.token.empty()) return std::nullopt;
    seat.begun = seat.seen = now;
    return seat.token;
}

http::Response Desk::ask(const Who& who, http::Method method, const std::string& path, const std::string& body)
{
    const auto token = token_of(who);
    if (!token)
        throw std::runtime_error(who.handle + " is not here as " + std::string(access::name(who.role)) + ": " + path);
    http::Request request;
    request.method = method;
    request.target = path;
    const auto query = path.find('?');
    request.path = path.substr(0, query);
    if (query != std::string::npos) {
        const auto equals = path.find('=', query);
        request.query.emplace_back(path.substr(query + 1, equals - query - 1), path.substr(equals + 1));
    }
    request.headers = {{"host", "ekvik.invalid"}, {"authorization", "Bearer " + *token}};
    if (method != http::Method::get) request.headers.emplace_back("content-type", "application/json");
    request.body = body;
    request.remote_address = "127.0.0.1";
    ++requests_;
    seats_[who].seen = clock_.now();
    auto answer = site_.answer(request);
    clock_.set(clock_.now() + std::chrono::seconds(method == http::Method::get ? 1 : 5));
    if (answer.status >= 500 || answer.status == 401)
        throw std::runtime_error(who.handle + " " + path + ": " + std::to_string(answer.status) + " " + answer.body +
                                 " for " + body);
    return answer;
}

http::Response Desk::see(const Who& who, const std::string& path) { return ask(who, http::Method::get, path, {}); }

json::object Desk::read(const Who& who, const std::string& path)
{
    const auto answer = see(who, path);
    return answer.status == 200 ? json::parse(answer.body).as_object() : json::object{};
}

json::value Desk::fill(std::string_view name, const json::object& property)
{
    const auto type = text_of(property.if_contains("type"));
    if (const auto* values = property.if_contains("enum")) return values->as_array().front();
    if (type == "boolean") return true;
    if (type == "integer") return property.contains("minimum") ? property.at("minimum") : json::value(1);
    if (type == "array") {
        const auto* items = property.if_contains("items");
        const auto* values = items != nullptr ? items->as_object().if_contains("enum") : nullptr;
        return values != nullptr ? json::array{values->as_array().front()} : json::array{};
    }
    if (type == "object") return json::object{{"name", "papper.pdf"}, {"content", to_base64(bytes_of(app::tale_form()))}};
    if (text_of(property.if_contains("format")) == "date") return json::string(iso(local_day(clock_.now())));
    if (property.contains("pattern")) return name == "personal_number" ? json::value(nullptr) : json::value("13:00");
    auto words = words_for(name, words_);
    if (const auto* longest = property.if_contains("maxLength");
        longest != nullptr && words.size() > static_cast<std::size_t>(longest->as_int64()))
        words = "2.4";
    return json::string(words);
}

Answer Desk::send(const Who& who, const std::string& path, json::object fields)
{
    const auto* form = form_of(path);
    if (form == nullptr) throw std::runtime_error("there is no such command: " + path);
    const auto fill_in = [&](const std::string& name) {
        if (const auto* property = form->properties.if_contains(name)) fields[name] = fill(name, property->as_object());
    };
    for (const auto& name : form->required)
        if (!fields.contains(name)) fill_in(name);
    Answer answer;
    for (int tries = 0; tries < 3; ++tries) {
        const auto said = ask(who, http::Method::post, path, json::serialize(fields));
        answer = {said.status, json::parse(said.body).as_object()};
        const auto* faults = said.status == 400 ? answer.body.if_contains("fields") : nullptr;
        if (faults == nullptr) break;
        bool mended = false;
        for (const auto& fault : faults->as_array()) {
            const auto name = text_of(fault.as_object().if_contains("field"));
            mended = true;
            // Something that is not asked for here, or not like that, is left out; something that is missing is filled in.
            if (fields.erase(name) == 0) fill_in(name);
        }
        if (!mended) break;
    }
    return answer;
}

}  // namespace lots::sim
