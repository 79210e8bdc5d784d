#include "web/kept_text.h"

#include "base/text.h"
#include "form/form_page.h"
#include "form/labels.h"
#include "http/form_data.h"

namespace lots::web {

using namespace html::literals;

namespace {

/// Without a label it is a part of something, a day of a date; what is that long somebody wrote.
constexpr std::size_t long_text_bytes = 20;

bool is_secret(const std::string& name) { return name.find("password") != std::string::npos; }

html::SummaryList typed_in(Language language, const http::FormData& data, const std::string& scope)
{
    const form::Labels labels(language, scope);
    html::SummaryList list;
    int number = 0;
    for (const auto& [name, value] : data.fields) {
        if (form::belongs_to_request(name) || is_secret(name) || trimmed(readable_text(value)).empty()) continue;
        auto label = labels.find(name, "label");
        if (label.empty() && value.size() < long_text_bytes) continue;
        if (label.empty()) label = say(language, "web.kept.field", {{"number", ++number}});
        const auto chosen = labels.find(name, value);  // the words of a choice, when it was one
        list.rows.push_back({.key = label, .value = html::lines(chosen.empty() ? readable_text(value) : chosen)});
    }
    return list;
}

}  // namespace

std::optional<View> kept_text_view(Language language, const http::Request& request, const std::string& scope, NotTaken why)
{
    const auto data = http::parse_form(request);
    if (!data) return std::nullopt;
    const auto typed = typed_in(language, *data, scope);
    if (typed.rows.empty()) return std::nullopt;

    const bool ended = why == NotTaken::session_ended;
    View view;
    view.status = ended ? 401 : 403;
    view.has_errors = true;
    view.width = html::Width::reading;
    view.title = say(language, ended ? MessageKey("web.kept.ended.title") : MessageKey("web.stale.title"));
    view.main << html::heading(1, view.title)
              << html::paragraph(say(language, ended ? MessageKey("web.kept.ended.text") : MessageKey("web.kept.stale.text")))
              << html::heading(2, say(language, "web.kept.heading")) << html::summary_list(typed);
    // The form's page has the form's address.
    const auto page = html::Url::local(request.path).value_or(html::Url("/"_url));
    view.main << html::button({.text = say(language, ended ? MessageKey("web.kept.sign_in") : MessageKey("web.kept.open")),
                               .href = ended ? html::Url("/logga-in"_url).with("till", page.str()) : page});
    return view;
}

}  // namespace lots::web
