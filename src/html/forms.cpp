#include "base/check.h"
#include "html/field_frame.h"

namespace lots::html {

namespace {

void hidden_field(Html& out, std::string_view name, std::string_view value)
{
    out << "<input type=\"hidden\""_m << attr("name", name) << attr("value", value) << ">"_m;
}

}  // namespace

Html button(const Button& o)
{
    Html out;
    if (!o.href.empty()) {
        out << "<a"_m << href(o.href) << " role=\"button\" draggable=\"false\""_m;
    }
    else {
        out << "<button"_m << attr("type", o.type.empty() ? "submit" : o.type) << attr_if("value", o.value) << attr_if("name", o.name);
        if (o.disabled) out << " disabled aria-disabled=\"true\""_m;
        if (o.prevent_double_click) out << attr("data-prevent-double-click", *o.prevent_double_click ? "true" : "false");
    }
    out << class_attr(class_list("govuk-button", o.classes)) << attr("data-module", "govuk-button") << o.attributes << attr_if("id", o.id)
        << ">"_m << o.text << (o.href.empty() ? "</button>"_m : "</a>"_m);
    return out;
}

Html link_button(const LinkButton& o)
{
    check(o.form_action.empty() || o.form_action.is_local(), "a form posts to a path of this site");
    Html out;
    out << "<button type=\"submit\" class=\"sig-link-button\""_m << attr_if("name", o.name) << attr_if("value", o.value)
        << formaction(o.form_action) << ">"_m << o.text;
    if (!o.hidden.empty()) out << "<span class=\"govuk-visually-hidden\"> "_m << text(o.hidden) << "</span>"_m;
    out << "</button>"_m;
    return out;
}

Html button_group(const std::vector<Html>& buttons)
{
    Html out;
    out << "<div class=\"govuk-button-group\">"_m;
    for (const Html& one : buttons) out << one;
    out << "</div>"_m;
    return out;
}

Html form(const Form& o)
{
    check(!o.action.empty() && o.action.is_local(), "a form posts to a path of this site");
    check(!o.secrets.csrf_token.empty(), "a form that changes something carries the session's token");
    Html out;
    out << "<form method=\"post\" novalidate"_m << action(o.action) << attr_if("id", o.id) << attr_if("class", o.classes)
        << attr_if("enctype", o.multipart ? "multipart/form-data" : "") << o.attributes << ">"_m;
    hidden_field(out, "csrf", o.secrets.csrf_token);
    if (!o.secrets.idempotency_key.empty()) hidden_field(out, "idempotency_key", o.secrets.idempotency_key);
    for (const Hidden& one : o.hidden) hidden_field(out, one.name, one.value);
    out << o.body << "</form>"_m;
    return out;
}

Html search_form(const Url& to, const Html& body, std::string_view label)
{
    check(to.is_local(), "a search stays on this site");
    return Html() << "<form method=\"get\" role=\"search\""_m << action(to) << attr("aria-label", label) << ">"_m << body << "</form>"_m;
}

Html post_button(const Url& to, const FormSecrets& secrets, const Button& options, const std::vector<Hidden>& hidden)
{
    check(options.href.empty(), "a button that changes something is no link");
    return form({.action = to, .secrets = secrets, .body = button(options), .hidden = hidden, .classes = "sig-inline-form"});
}

}  // namespace lots::html
