#include "web/request_frame.h"

#include "base/check.h"
#include "web/receipt.h"

namespace lots::web {

using html::Html;
using namespace html::literals;

namespace {

std::string role_words(Language language, const access::Reader& reader)
{
    const auto key = MessageKey::of_name("role." + std::string(access::name(reader.role)));
    check(key.has_value(), "a role has no words in the catalogue");
    return say(language, "web.menu_role", {{"role", say(language, *key)}, {"unit", reader.unit_name}});
}

/// "?klart=consent.registered": the sentence that says what happened, if the server said so to this session, and "Ångra" where it can be
/// set right at once.
Html done_banner(const http::Request& request, const SignedIn* session, Language language, const html::Words& words,
                 const std::string& fresh_key)
{
    if (session == nullptr) return {};
    const auto receipt = receipt_in(request, session->csrf_token);
    if (!receipt) return {};
    const auto key = MessageKey::of_name("done." + receipt->done);
    if (!key) return {};
    std::vector<Arg> args;
    for (const auto& [name, value] : receipt->args) args.emplace_back(name, value);
    const auto said = say(language, *key, args);
    if (!receipt->undo) return html::notification_banner(words, {.text = said, .kind = html::Banner::success});
    Html text;
    text << "<p class=\"govuk-notification-banner__heading\">"_m << html::text(said) << "</p>"_m
         << html::post_button(receipt->undo->page, {session->csrf_token, fresh_key},
                              {.text = say(language, "common.undo"), .classes = "govuk-button--secondary"}, receipt->undo->fields);
    return html::notification_banner(words, {.text = text, .kind = html::Banner::success});
}

/// The young person, guardians and helpers: whoever looks over a shoulder reads no name of a person or a program, and one tap leads
/// away (settled 23, UX rule 14).
void make_neutral(html::PageFrame& frame, Language language, const html::Words& words, const html::FormSecrets& secrets)
{
    frame.audience = html::Audience::family;
    frame.width = html::Width::reading;
    frame.product = say(language, "web.family.product");
    frame.title = frame.product;
    if (frame.navigation.size() == 1) frame.navigation.clear();  // the one page that it led to is what the frame is called
    frame.quick_exit = html::QuickExit{.text = say(language, "common.leave_quickly"), .secrets = secrets};
    frame.footer_links = {{words.help, "/min-plan/hjalp"_url},
                          {words.personal_data, "/personuppgifter"_url},
                          {words.accessibility, "/tillganglighet"_url},
                          {words.about_method, "/om-metoden"_url},
                          {say(language, "web.family.other_language"), "/installningar"_url}};  // chosen there, with a button
}

html::UserMenu menu_of(const SignedIn& session, Language language, const html::FormSecrets& secrets)
{
    html::UserMenu menu;
    if (!access::is_family(session.reader.role)) {
        menu.name = session.reader.name;
        menu.role = role_words(language, session.reader);
    }
    menu.links = {{say(language, "web.settings.link"), "/installningar"_url}};
    if (session.has_several_roles) menu.links.push_back({say(language, "sign_in.role.change"), "/roll"_url});
    menu.links.push_back({say(language, "sign_in.sessions.title"), "/mina-inloggningar"_url});
    menu.secrets = secrets;
    return menu;
}

struct ErrorWords {
    MessageKey title, text;
};
ErrorWords words_of(int status)
{
    switch (status) {
    case 401: return {"web.no_session.title", "web.no_session.text"};
    case 404: return {"web.not_found.title", "web.not_found.text"};
    case 403: return {"web.stale.title", "web.stale.text"};
    case 405: return {"web.method.title", "web.bad_request.text"};
    case 413: return {"web.too_large.title", "web.too_large.text"};
    case 503: return {"web.unavailable.title", "web.unavailable.text"};
    case 507: return {"web.full.title", "web.full.text"};
    default: break;
    }
    if (status >= 500) return {"web.failed.title", "web.failed.text"};
    return {"web.bad_request.title", "web.bad_request.text"};
}

}  // namespace

http::Response Frame::draw(const http::Request& request, View view, const SignedIn* session, const std::string& fresh_key) const
{
    const auto language = view.language.value_or(session != nullptr ? session->reader.language : Language::sv);
    const auto& words = language == Language::sv ? html::swedish_words() : html::english_words();
    html::PageFrame frame;
    frame.title = view.title;
    frame.has_errors = view.has_errors;
    frame.width = view.width;
    frame.before_main = std::move(view.before_main);
    if (services_.invented) frame.banner << "<aside class=\"sig-invented\""_m << html::attr("aria-label", say(language, "web.invented_label")) << ">"_m
                     << html::text(say(language, "web.invented")) << "</aside>"_m;
    frame.banner << done_banner(request, session, language, words, fresh_key);
    if (session != nullptr) {
        frame.navigation = session->navigation;
        frame.theme = session->theme;
        frame.text_size = session->text_size;
        frame.user = menu_of(*session, language, {session->csrf_token, fresh_key});
        if (access::is_family(session->reader.role)) make_neutral(frame, language, words, {session->csrf_token, {}});
    }
    return http::html_page(html::page(words, frame, view.main).str(), view.status);
}

View Frame::error_view(Language language, int status, const std::string& request_id) const
{
    const auto words = words_of(status);
    View view;
    view.status = status;
    view.title = say(language, words.title);
    view.width = html::Width::reading;
    view.main << html::heading(1, view.title)
              << html::paragraph(say(language, words.text, {{"support", services_.support}, {"id", request_id}}));
    if (status == 404) view.main << html::paragraph(say(language, "web.not_found.help"));
    view.main << html::paragraph(html::link(html::Url("/"_url), say(language, "web.to_start")));
    return view;
}

}  // namespace lots::web
