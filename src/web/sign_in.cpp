#include "web/sign_in.h"

#include <algorithm>
#include <memory>

#include "form/json_reader.h"
#include "form/json_writer.h"
#include "form/schema.h"
#include "http/cookie.h"
#include "http/form_data.h"
#include "web/own_form.h"
#include "web/problem.h"
#include "web/receipt.h"
#include "web/sign_in_account.h"
#include "web/sign_in_pages.h"

namespace lots::web {

using namespace html::literals;

namespace {

template <class... Fs>
struct Each : Fs... {
    using Fs::operator()...;
};
template <class... Fs>
Each(Fs...) -> Each<Fs...>;

std::string field(const http::FormData& data, std::string_view name)
{
    const auto* value = data.field(name);
    return value != nullptr ? *value : std::string{};
}

/// Where to go after signing in: a page of this site, and not signing in itself.
html::Url destination(std::string_view asked)
{
    const auto page = html::Url::local(asked);
    if (!page || page->str().starts_with("/logga-") || page->str().starts_with("/api/")) return "/"_url;
    return *page;
}

void set_session(http::Response& answer, const http::Request& request, const std::string& token)
{
    answer.header("set-cookie", http::set_cookie({std::string(session_cookie), token, {}}, request.secure));
}

/// Failed tries are summed up, never told apart: a number in the technical log, at 1, 10, 100 …
class Failures {
    const Services& services_;
    std::atomic<long> count_{0}, next_{1};

public:
    explicit Failures(const Services& services) : services_(services) {}
    void add()
    {
        const auto count = ++count_;
        auto next = next_.load();
        if (count < next || !next_.compare_exchange_strong(next, next * 10)) return;
        if (services_.note) services_.note("sign-in: " + std::to_string(count) + " failed tries since start");
    }
};

/// What a program sends to sign in, read and described by the same lines.
void credential_fields(form::Fields& fields, Credentials& typed)
{
    fields.text("user", typed.handle, {.longest = 100});
    fields.text("password", typed.password, {.longest = 1000});
    fields.text("role", typed.role, {.longest = 40, .required = false});
}

class SignIn {
    Site& site_;
    PasswordHasher& hasher_;
    Failures failures_;

    const Services& services() const { return site_.services(); }

    http::Response form(const http::Request& request, const SignInForm& shown) const
    {
        auto filled = shown;
        filled.csrf = before_token(services(), request);
        filled.support = services().support;
        auto answer = site_.open_page(request, sign_in_view(filled));
        answer.header("set-cookie", http::set_cookie({std::string(before_cookie), filled.csrf, before_lasts}, request.secure));
        if (filled.wait.count() > 0) answer.header("retry-after", std::to_string(filled.wait.count()));
        return answer;
    }

public:
    SignIn(Site& site, PasswordHasher& hasher) : site_(site), hasher_(hasher), failures_(site.services()) {}

    http::Response show(const http::Request& request) const
    {
        const auto* till = request.parameter("till");
        bool ended = false;
        if (const auto token = session_token(request)) {
            bool signed_in = false;
            services().data.read([&](storage::Session& db) { signed_in = find_session(db, services(), *token, services().clock.now()).has_value(); });
            if (signed_in) return http::see_other(destination(till != nullptr ? *till : "/").str());
            ended = true;
        }
        SignInForm shown;
        shown.till = till != nullptr ? *till : "";
        if (request.parameter("utloggad") != nullptr) shown.note = SignInNote::signed_out;
        else if (ended) shown.note = SignInNote::ended;
        else if (till != nullptr) shown.note = SignInNote::going_on;
        return form(request, shown);
    }

    http::Response post(const http::Request& request)
    {
        const auto data = http::parse_form(request);
        SignInForm shown;
        if (!data) return site_.error_page(400);
        shown.handle = field(*data, "user");
        shown.till = field(*data, "till");
        const auto before = http::cookie_of(request, before_cookie);
        if (!before || !is_own_origin(services(), request) || !carries_token(request, *before)) {
            shown.fault = SignInFault::stale;
            return form(request, shown);
        }
        if (shown.handle.empty() || field(*data, "password").empty()) {
            shown.fault = SignInFault::empty;
            return form(request, shown);
        }
        // What cannot be a password costs a try like any other that is wrong.
        const bool possible = !data->is_unreadable("password") && !data->is_unreadable("user");
        const auto answer = web::sign_in(services(), hasher_, request, {shown.handle, possible ? field(*data, "password") : "\n"});
        return std::visit(Each{[&](const Begun& begun) {
                                   // Who has several roles chooses one before anything else.
                                   auto to = destination(shown.till);
                                   if (begun.roles > 1) to = html::Url("/roll"_url).with("till", to.str());
                                   auto gone = http::see_other(to.str());
                                   set_session(gone, request, begun.token);
                                   gone.header("set-cookie", http::forget_cookie(before_cookie, request.secure));
                                   return gone;
                               },
                               [&](const TooMany& limit) {
                                   failures_.add();
                                   shown.fault = SignInFault::too_many;
                                   shown.wait = limit.wait;
                                   return form(request, shown);
                               },
                               [&](const Busy&) {
                                   shown.fault = SignInFault::busy;
                                   shown.wait = std::chrono::seconds{5};
                                   return form(request, shown);
                               },
                               [&](const auto&) {  // Wrong; no role is asked for here
                                   failures_.add();
                                   shown.fault = SignInFault::wrong;
                                   return form(request, shown);
                               }},
                          answer);
    }

    http::Response call(const http::Request& request)
    {
        const auto problem_of = [&](int status, MessageKey key) { return problem(status, say(Language::sv, key), "sign-in"); };
        const auto* type = request.header("content-type");
        if (type == nullptr || !type->starts_with("application/json")) return problem_of(415, "sign_in.api.json");
        const auto body = form::JsonBody::parse(request.body);
        if (!body) return problem_of(400, "sign_in.api.json");
        Credentials typed;
        const PathParts none;
        form::JsonReader reader(form::Labels(Language::sv, "sign_in"), local_day(services().clock.now()), *body, none);
        credential_fields(reader, typed);
        reader.finish();
        if (!reader.in_order()) return problem(Language::sv, local_day(services().clock.now()), Error{Invalid{reader.errors()}}, "sign-in");
        const auto answer = web::sign_in(services(), hasher_, request, typed);
        return std::visit(Each{[&](const Begun& begun) {
                                   form::JsonWriter json;
                                   json.object().pair("token", begun.token).pair("csrf", begun.csrf);
                                   json.pair("role", access::name(begun.reader.role)).end_object();
                                   return http::json_text(json.take(), 201);
                               },
                               [&](const TooMany& limit) {
                                   failures_.add();
                                   auto slow = problem_of(429, "sign_in.too_many.title");
                                   slow.header("retry-after", std::to_string(limit.wait.count()));
                                   return slow;
                               },
                               [&](const Busy&) {
                                   auto busy = problem_of(503, "sign_in.busy");
                                   busy.header("retry-after", "5");
                                   return busy;
                               },
                               [&](const NoSuchRole&) { return problem_of(403, "sign_in.api.role"); },
                               [&](const Wrong&) {
                                   failures_.add();
                                   auto wrong = problem_of(401, "sign_in.wrong");
                                   wrong.header("www-authenticate", "Bearer");
                                   return wrong;
                               }},
                          answer);
    }

    http::Response leave(const http::Request& request) const
    {
        const auto session = own_session(services(), request);
        if (session) web::sign_out(services(), *session);
        if (request.path.starts_with("/api/")) {
            if (session) return {204, {}, {}};
            return problem(401, say(Language::sv, "sign_in.api.none"), "sign-in");
        }
        // A form that is too old, or of another site: the session stays, and the person sees where they are.
        if (!session && session_token(request)) return http::see_other("/");
        auto gone = http::see_other("/logga-in?utloggad=ja");
        gone.header("set-cookie", http::forget_cookie(session_cookie, request.secure));
        gone.header("clear-site-data", "\"cache\", \"cookies\", \"storage\"");
        return gone;
    }

    /// "Lämna sidan snabbt" (settled 23). The form's token may be an older session's: who is in a hurry is signed out all the same.
    /// Another site cannot send the cookie along (SameSite=Lax), and does not pass for ours.
    http::Response leave_quickly(const http::Request& request) const
    {
        if (!is_own_origin(services(), request)) return http::see_other("/");
        std::optional<SignedIn> session;
        if (const auto token = session_token(request))
            services().data.read([&](storage::Session& db) { session = find_session(db, services(), *token, services().clock.now()); });
        if (session) web::sign_out(services(), *session);
        auto gone = leaving_answer(session ? session->reader.language : Language::sv);
        gone.header("set-cookie", http::forget_cookie(session_cookie, request.secure));
        return gone;
    }

    http::Response take_role(const http::Request& request) const
    {
        const auto session = own_session(services(), request);
        if (!session) return http::see_other("/roll");
        const auto data = http::parse_form(request);
        if (!data) return site_.error_page(400);
        const auto token = change_role(services(), *session, field(*data, "role"));
        if (!token) return http::see_other("/roll");
        auto gone = http::see_other(destination(field(*data, "till")).str());
        set_session(gone, request, *token);
        return gone;
    }

    http::Response end_others(const http::Request& request) const
    {
        const auto session = own_session(services(), request);
        if (!session) return http::see_other("/mina-inloggningar");
        const auto data = http::parse_form(request);
        if (!data) return site_.error_page(400);
        const auto which = field(*data, "which");
        const auto entry = sign_in_entry(services(), session->reader, audit::Kind::sign_out);
        services().data.write({[&](storage::Session& db) {
                                   for (const auto& one : own_sessions(db, services(), *session))
                                       if (!one.current && (which == "others" || one.name == which)) end_session(db, one.token_hash);
                                   return storage::Outcome::keep;
                               },
                               [&](storage::Session& db, storage::Outcome) { services().log.append(db, entry); }});
        return http::see_other(with_receipt("/mina-inloggningar"_url, "sign_in.ended", session->csrf_token));
    }
};

Described signing_in()
{
    Described about;
    about.body = [](Language language) {
        Credentials none;
        form::Schema schema(form::Labels(language, "sign_in"));
        credential_fields(schema, none);
        return schema.take();
    };
    about.answer = R"({"type":"object","properties":{"token":{"type":"string"},"csrf":{"type":"string"},"role":{"type":"string"}},)"
                   R"("required":["token","csrf","role"]})";
    about.about = "sign_in.api.begin";
    about.statuses = {201, 400, 401, 403, 413, 415, 429, 503};
    return about;
}

}  // namespace

void sign_in_routes(Site& site, PasswordHasher& hasher)
{
    using http::Method;
    const auto all = std::make_shared<SignIn>(site, hasher);
    site.open(Method::get, "/logga-in", [all](const http::Request& request) { return all->show(request); });
    site.open(Method::post, "/logga-in", [all](const http::Request& request) { return all->post(request); });
    site.open(Method::post, "/logga-ut", [all](const http::Request& request) { return all->leave(request); });
    site.open(Method::post, "/lamna", [all](const http::Request& request) { return all->leave_quickly(request); });
    site.open(Method::post, "/api/v1/session", [all](const http::Request& request) { return all->call(request); }, signing_in());
    site.open(Method::post, "/api/v1/session/end", [all](const http::Request& request) { return all->leave(request); },
              {{}, {}, "sign_in.api.end", {204, 401, 503}});
    site.open(Method::post, "/roll", [all](const http::Request& request) { return all->take_role(request); });
    site.open(Method::post, "/mina-inloggningar/avsluta", [all](const http::Request& request) { return all->end_others(request); });
    site.page("/roll", access::Operation::manage_own_session,
              [&site](access::Work& work, const Asked& asked) { return role_view(site.services(), work, asked); });
    site.page("/mina-inloggningar", access::Operation::manage_own_session,
              [&site](access::Work& work, const Asked& asked) { return sessions_view(site.services(), work, asked); });
}

}  // namespace lots::web
