#include "web/request.h"

#include <exception>

#include "audit/subjects.h"
#include "web/idempotency.h"
#include "web/kept_text.h"
#include "web/own_form.h"
#include "web/problem.h"
#include "web/receipt.h"

namespace lots::web {

using namespace html::literals;

namespace {

std::string new_request_id(Random& random)
{
    std::array<std::uint8_t, 8> bytes{};
    random.fill(bytes);
    return to_hex(bytes);
}

audit::Outcome outcome_of(const Error& error)
{
    if (error.as<NotFound>() != nullptr) return audit::Outcome::not_found;
    if (error.as<Invalid>() != nullptr) return audit::Outcome::invalid;
    if (error.as<Refused>() != nullptr) return audit::Outcome::refused;
    return audit::Outcome::conflict;
}

audit::Outcome outcome_of(const Posted& posted)
{
    if (std::holds_alternative<Landing>(posted)) return audit::Outcome::allowed;
    if (const auto* error = std::get_if<Error>(&posted)) return outcome_of(*error);
    switch (std::get<View>(posted).status) {
    case 200: return audit::Outcome::allowed;  // "Kontrollera dina svar"
    case 409: return audit::Outcome::conflict;
    case 422: return audit::Outcome::refused;
    default: return audit::Outcome::invalid;
    }
}

/// Runs it, and gives back what it threw: such an attempt stands in the log before it is answered. A failure of the database is thrown on:
/// the store may run the unit again, and without the database there is no log either.
std::exception_ptr what_failed(const std::function<void()>& act)
{
    try {
        act();
        return nullptr;
    }
    catch (const storage::Failure&) {
        throw;
    }
    catch (...) {
        return std::current_exception();
    }
}

/// Without its log entry nothing is answered, whatever the reason: the service is unavailable until somebody has looked.
void write_log(audit::Log& log, storage::Session& db, const audit::Entry& entry)
{
    using Kind = storage::Failure::Kind;
    try {
        log.append(db, entry);
    }
    catch (const storage::Failure& failed) {
        if (failed.kind() == Kind::unavailable || failed.kind() == Kind::full) throw;  // a conflict among them: the store runs the unit again
        throw storage::Failure(Kind::unavailable, std::string("the log cannot be written: ") + failed.what());
    }
    catch (const vault::Unreadable& failed) {
        throw storage::Failure(Kind::unavailable, std::string("the log cannot be sealed: ") + failed.what());
    }
}

int status_of(const storage::Failure& failure)
{
    switch (failure.kind()) {
    case storage::Failure::Kind::full: return 507;
    case storage::Failure::Kind::unavailable:
    case storage::Failure::Kind::readonly: return 503;
    default: return 500;
    }
}

}  // namespace

RequestRunner::RequestRunner(const Services& services, const Frame& frame, const http::Request& request)
    : services_(services), frame_(frame), request_(request), request_id_(new_request_id(services.random)), now_(services.clock.now())
{
}

std::string RequestRunner::fresh_key() const
{
    std::array<std::uint8_t, 16> bytes{};
    services_.random.fill(bytes);
    return to_hex(bytes);
}

Asked RequestRunner::asked(const PathParts& parts, const SignedIn& session) const
{
    return {request_, parts, session.reader, local_day(now_), session.csrf_token, fresh_key()};
}

http::Response RequestRunner::read(access::Operation operation, bool api, const PathParts& parts, const Reading& handler) const
{
    const auto token = session_token(request_);
    std::optional<SignedIn> session;
    std::optional<Result<Shown>> shown;
    std::exception_ptr failed;
    audit::Entry entry;
    if (token) {
        // Session, access and data from one snapshot: a consent withdrawn before it is seen by all three.
        services_.data.read([&](storage::Session& db) {
            session = find_session(db, services_, *token, now_);
            if (!session) return;
            access::Work work(db, services_.vault, services_.random, now_, session->reader, operation, audit::Kind::read, request_id_);
            failed = what_failed([&] {
                shown.emplace(handler(work, asked(parts, *session)));
                if (!api) session->navigation = frame_.navigation_of(work, request_.path);
            });
            entry = std::move(work.entry());
        });
    }
    if (!session) return api ? failure(401) : sign_in_first();
    entry.outcome = failed ? audit::Outcome::failed : *shown ? audit::Outcome::allowed : outcome_of(shown->error());
    audit::merge_subjects(entry);
    services_.data.write({[&](storage::Session& db) {
                              touch_session(db, *session, now_);
                              return storage::Outcome::keep;
                          },
                          [&](storage::Session& db, storage::Outcome) { write_log(services_.log, db, entry); }});
    if (failed) std::rethrow_exception(failed);
    return draw(std::move(*shown), *session);
}

http::Response RequestRunner::write(access::Operation operation, const std::string& route, bool api, const PathParts& parts,
                                    const Writing& handler) const
{
    const auto token = session_token(request_);
    if (!token) return api ? failure(401) : not_taken(handler.scope, nullptr);
    if (const int status = body_fault(request_, api)) return failure(status);
    std::optional<SignedIn> session;
    std::optional<Posted> posted;
    std::exception_ptr failed;
    audit::Entry entry;
    bool forged = false;
    const auto act = [&](storage::Session& db) {
        session = find_session(db, services_, *token, now_);  // set anew on every run: PostgreSQL may run this again
        posted.reset();
        forged = session && !came_from_own_session(*session);
        if (!session || forged) return storage::Outcome::drop;
        touch_session(db, *session, now_);
        access::Work work(db, services_.vault, services_.random, now_, session->reader, operation, audit::Kind::command, request_id_);
        failed = what_failed([&] {
            posted.emplace(once(work, asked(parts, *session), route, handler));
            const bool landed = std::holds_alternative<Landing>(*posted);
            if (landed && services_.after_command) services_.after_command(work, audit::cases_of(work.entry()));
            if (!landed && !api) session->navigation = frame_.navigation_of(work, request_.path);
        });
        entry = std::move(work.entry());
        entry.outcome = failed ? audit::Outcome::failed : outcome_of(*posted);
        audit::merge_subjects(entry);
        return !failed && std::holds_alternative<Landing>(*posted) ? storage::Outcome::keep : storage::Outcome::drop;
    };
    services_.data.write({act, [&](storage::Session& db, storage::Outcome) {
                              if (failed || posted) write_log(services_.log, db, entry);
                          }});
    if (failed) std::rethrow_exception(failed);
    if (!session) return api ? failure(401) : not_taken(handler.scope, nullptr);
    if (forged) return api ? failure(403) : not_taken(handler.scope, &*session);
    if (const auto* landing = std::get_if<Landing>(&*posted)) return land(*landing, *session);
    if (auto* view = std::get_if<View>(&*posted)) return frame_.draw(request_, std::move(*view), &*session, fresh_key());
    return draw_error(std::get<Error>(*posted), &*session);
}

bool RequestRunner::came_from_own_session(const SignedIn& session) const
{
    return is_bearer(request_) || (is_own_origin(services_, request_) && carries_token(request_, session.csrf_token));
}

http::Response RequestRunner::draw(Result<Shown> shown, const SignedIn& session) const
{
    if (!shown) return draw_error(shown.error(), &session);
    if (auto* view = std::get_if<View>(&*shown)) {
        // Only now that access has said yes: that there is another page tells nothing to who may not read this one.
        const auto own = access::is_family(session.reader.role) ? frame_.family_address(request_.path) : html::Url();
        const auto& to = view->led_to.empty() ? own : view->led_to;
        if (!to.empty()) return http::see_other(to.str());
        return frame_.draw(request_, std::move(*view), &session, fresh_key());
    }
    if (auto* json = std::get_if<std::string>(&*shown)) return http::json_text(std::move(*json));
    auto& file = std::get<FileAnswer>(*shown);
    http::Response response{200, {}, std::move(file.content), file.media_type};
    // The name may say who it is about; the browser saves it under a neutral one.
    response.header("content-disposition", "attachment; filename=\"" + file.name + "\"");
    return response;
}

http::Response RequestRunner::draw_error(const Error& error, const SignedIn* session) const
{
    const auto language = session != nullptr ? session->reader.language : Language::sv;
    if (is_api()) return problem(language, local_day(now_), error, request_id_);
    const int status = error.as<NotFound>() != nullptr ? 404 : 400;  // what a form can mend has been drawn as the form
    return frame_.draw(request_, frame_.error_view(language, status, request_id_), session, session != nullptr ? fresh_key() : std::string{});
}

http::Response RequestRunner::land(const Landing& landing, const SignedIn& session) const
{
    if (is_api()) return http::json_text(landing.json, 201);
    return http::see_other(landing.done.empty() ? landing.page.str() : with_receipt(landing, session.csrf_token));
}

http::Response RequestRunner::failure(int status) const
{
    if (is_api()) {
        const auto title =
            status == 403 ? say(Language::sv, "web.no_token.title") : frame_.error_view(Language::sv, status, request_id_).title;
        auto answer = problem(status, title, request_id_);
        if (status == 401) answer.header("www-authenticate", "Bearer");
        return answer;
    }
    return frame_.draw(request_, frame_.error_view(Language::sv, status, request_id_), nullptr, {});
}

http::Response RequestRunner::sign_in_first() const
{
    // A page is kept for after the sign-in, but none of the family's: who goes back after a quick exit is told nothing (settled 23).
    const auto page = request_.path.substr(0, request_.path.find('/', 1));
    const bool of_family = page == "/min-plan" || page == "/mitt-samtycke" || page == "/om-mig" || page == "/mina-ord";
    auto address = html::Url("/logga-in"_url);
    if (request_.method == http::Method::get && request_.path != "/" && !of_family) address = address.with("till", request_.target);
    return http::see_other(address.str());
}

http::Response RequestRunner::not_taken(const std::string& scope, const SignedIn* session) const
{
    const auto why = session == nullptr ? NotTaken::session_ended : NotTaken::not_own_form;
    const auto language = session == nullptr ? Language::sv : session->reader.language;
    // What another site had somebody's browser send is shown to nobody.
    if (is_own_origin(services_, request_))
        if (auto view = kept_text_view(language, request_, scope, why)) return frame_.draw(request_, std::move(*view), nullptr, {});
    return session == nullptr ? sign_in_first() : failure(403);
}

std::optional<SignedIn> RequestRunner::reader() const
{
    std::optional<SignedIn> session;
    if (const auto token = session_token(request_))
        services_.data.read([&](storage::Session& db) {
            session = find_session(db, services_, *token, now_);
            if (!session || is_api()) return;
            access::Work work(db, services_.vault, services_.random, now_, session->reader, access::Operation::manage_own_session,
                              audit::Kind::read, request_id_);
            session->navigation = frame_.navigation_of(work, request_.path);
        });
    return session;
}

http::Response RequestRunner::open_page(View view) const
{
    const auto session = reader();
    return frame_.draw(request_, std::move(view), session ? &*session : nullptr, session ? fresh_key() : std::string{});
}

http::Response RequestRunner::nothing_there() const
{
    const auto session = reader();
    if (!session && !is_api()) return sign_in_first();
    return draw_error(not_found(), session ? &*session : nullptr);
}

http::Response RequestRunner::wrong_method(const std::string& allowed) const
{
    auto answer = failure(405);
    answer.header("allow", allowed);
    return answer;
}

http::Response RequestRunner::guarded(const std::function<http::Response()>& run) const
{
    const auto noted = [&](int status, const char* what) {
        if (services_.note) services_.note("request " + request_id_ + " status " + std::to_string(status) + ": " + what);
        auto answer = failure(status);
        if (status == 503) answer.header("retry-after", "5");
        return answer;
    };
    try {
        return run();
    }
    catch (const storage::Failure& failed) {
        return noted(status_of(failed), failed.what());
    }
    catch (const std::exception& failed) {  // Bug, Unreadable and what the libraries throw: none of them carries a typed value
        return noted(500, failed.what());
    }
}

}  // namespace lots::web
