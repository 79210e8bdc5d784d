#include "web/sign_in_pages.h"

#include "access/permit.h"
#include "web/sign_in_account.h"

namespace lots::web {

using html::Html;
using storage::Row;
using namespace html::literals;

namespace {

std::string role_words(Language language, const access::Reader& reader)
{
    const auto key = MessageKey::of_name("role." + std::string(access::name(reader.role)));
    check(key.has_value(), "a role has no words in the catalogue");
    return say(language, *key) + ", " + reader.agency_name + ", " + reader.unit_name;
}

struct FaultWords {
    std::string text, field;
    int status = 400;
};
FaultWords words_of(const SignInForm& form)
{
    const auto minutes = std::chrono::ceil<std::chrono::minutes>(form.wait).count();
    switch (form.fault) {
    case SignInFault::empty: return {say(Language::sv, "sign_in.empty"), "user", 400};
    case SignInFault::wrong: return {say(Language::sv, "sign_in.wrong"), "user", 400};
    case SignInFault::too_many: return {say(Language::sv, "sign_in.too_many.text", {{"minutes", minutes}}), "user", 429};
    case SignInFault::busy: return {say(Language::sv, "sign_in.busy"), "user", 503};
    case SignInFault::stale: return {say(Language::sv, "sign_in.stale"), "user", 403};
    case SignInFault::none: break;
    }
    return {};
}

std::vector<OwnSession> sessions_of(storage::Session& db, const Services& services, const PersonId& person, const Bytes& current)
{
    return db.all(
        "SELECT token_hash, made_at, seen_at, assignment FROM sign_in_session WHERE municipality = $1 AND person = $2 AND ends_at > $3 "
        "ORDER BY seen_at DESC, token_hash",
        [&](const Row& row) {
            OwnSession one{row.get<Bytes>(0), {}, row.get<Instant>(1), row.get<Instant>(2), row.get<AssignmentId>(3), false};
            one.name = to_hex(ByteSpan(one.token_hash).first(8));
            one.current = one.token_hash == current;
            return one;
        },
        services.municipality, person, services.clock.now());
}

}  // namespace

View sign_in_view(const SignInForm& form)
{
    const auto& words = html::swedish_words();
    const auto fault = words_of(form);
    View view;
    view.title = say(Language::sv, "sign_in.title");
    view.width = html::Width::reading;
    view.has_errors = form.fault != SignInFault::none;
    if (view.has_errors) {
        view.status = fault.status;
        view.main << html::error_summary(words, {.errors = {{.text = fault.text, .href = html::Url::fragment(fault.field)}}});
    }
    view.main << html::heading(1, view.title);
    if (form.note == SignInNote::signed_out) view.main << html::inset_text({.text = say(Language::sv, "sign_in.signed_out")});
    // Where one was is kept of staff alone.
    if (form.note == SignInNote::ended)
        view.main << html::inset_text(
            {.text = say(Language::sv, form.till.empty() ? MessageKey("sign_in.signed_out") : MessageKey("web.signed_out"))});
    if (form.note == SignInNote::going_on) view.main << html::inset_text({.text = say(Language::sv, "sign_in.going_on")});

    html::Input user{.name = "user", .label = say(Language::sv, "sign_in.user")};
    user.value = form.handle;
    user.autocomplete = "username";
    user.autocapitalize = "none";
    user.spellcheck = false;
    user.classes = "govuk-input--width-20";
    if (view.has_errors) user.error = html::ErrorMessage(fault.text);
    html::PasswordInput password{.name = "password", .label = say(Language::sv, "sign_in.password")};
    password.classes = "govuk-input--width-20";

    html::Form sent{.action = "/logga-in"_url, .secrets = {.csrf_token = form.csrf}};
    if (!form.till.empty()) sent.hidden.push_back({"till", form.till});
    sent.body << html::input(words, user) << html::password_input(words, password)
              << html::button({.text = say(Language::sv, "common.sign_in"), .prevent_double_click = true});
    view.main << html::form(sent)
              << html::details({.summary = say(Language::sv, "sign_in.help"),
                                .body = html::paragraph(say(Language::sv, "sign_in.help_text", {{"support", form.support}}))});
    return view;
}

http::Response leaving_answer(Language language)
{
    const auto& words = language == Language::sv ? html::swedish_words() : html::english_words();
    const auto to = html::QuickExit{}.to;
    auto gone = http::html_page(html::leaving_page(words, say(language, "web.leaving.title"), say(language, "web.leaving.go"), to).str());
    gone.header("refresh", "0; url=" + to.str());
    gone.header("clear-site-data", "\"cache\", \"cookies\", \"storage\"");
    return gone;
}

Result<View> role_view(const Services& services, access::Work& work, const Asked& asked)
{
    if (const auto may = access::allow(work, access::Operation::manage_own_session); !may) return may.error();
    View view;
    view.title = asked.say("sign_in.role.title");
    view.width = html::Width::reading;
    html::Radios radios{.name = "role"};
    radios.fieldset = html::Fieldset(html::Content(view.title), "govuk-fieldset__legend--l", true);
    radios.hint = html::Hint(asked.say("sign_in.role.hint"));
    for (const auto& reader : readers_of(work.db, services, asked.reader.person, asked.today)) {
        html::Choice choice{.text = role_words(asked.language(), reader), .value = choice_of(reader)};
        if (reader.assignment == asked.reader.assignment) radios.value = choice.value;
        radios.items.push_back(std::move(choice));
    }
    html::Form form{.action = "/roll"_url, .secrets = {.csrf_token = asked.csrf_token}};
    if (const auto* till = asked.request.parameter("till")) form.hidden.push_back({"till", *till});
    form.body << html::radios(asked.words(), radios) << html::button({.text = asked.say("common.continue")});
    view.main << html::form(form);
    return view;
}

std::vector<OwnSession> own_sessions(storage::Session& db, const Services& services, const SignedIn& session)
{
    return sessions_of(db, services, session.reader.person, session.token_hash);
}

Result<View> sessions_view(const Services& services, access::Work& work, const Asked& asked)
{
    if (const auto may = access::allow(work, access::Operation::manage_own_session); !may) return may.error();
    const auto token = session_token(asked.request);
    check(token.has_value(), "a page of a session without its token");
    const auto sessions = sessions_of(work.db, services, asked.reader.person, hash_of_token(*token));
    View view;
    view.title = asked.say("sign_in.sessions.title");
    view.width = html::Width::reading;
    view.main << html::heading(1, view.title) << html::paragraph(asked.say("sign_in.sessions.lead", {{"support", services.support}}));
    html::Table table{.caption = asked.say("sign_in.sessions.caption"), .caption_classes = "govuk-visually-hidden"};
    table.head = {asked.say("sign_in.sessions.begun"), asked.say("sign_in.sessions.seen"), asked.say("sign_in.sessions.end")};
    table.cards = true;
    for (const auto& one : sessions) {
        Html last;
        if (one.current) last << html::text(asked.say("sign_in.sessions.this"));
        else
            last << html::post_button("/mina-inloggningar/avsluta"_url, {.csrf_token = asked.csrf_token},
                                      {.text = asked.say("sign_in.sessions.end"), .classes = "govuk-button--secondary"}, {{"which", one.name}});
        table.rows.push_back({say_moment(asked.language(), one.made_at), say_moment(asked.language(), one.seen_at), std::move(last)});
    }
    view.main << html::table(table);
    if (sessions.size() > 1)
        view.main << html::post_button("/mina-inloggningar/avsluta"_url, {.csrf_token = asked.csrf_token},
                                       {.text = asked.say("sign_in.sessions.end_others")}, {{"which", "others"}});
    return view;
}

}  // namespace lots::web
