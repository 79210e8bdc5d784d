#include "html/page.h"

#include "assets/assets.h"
#include "html/content_components.h"
#include "html/parts.h"

namespace lots::html {

namespace {

Url asset_url(const assets::File& file)
{
    return Url::local(file.url).value();
}

// An L that bends round a light: the pilot who shows the way in.
constexpr Markup mark =
    "<svg class=\"sig-mark\" viewBox=\"0 0 28 28\" width=\"28\" height=\"28\" aria-hidden=\"true\" focusable=\"false\">"
    "<rect class=\"sig-mark__ground\" width=\"28\" height=\"28\" rx=\"8\"/>"
    "<path class=\"sig-mark__line\" d=\"M9 6.5v12.2c0 1.6 1 2.5 2.6 2.5H20\" fill=\"none\" stroke-width=\"3\" stroke-linecap=\"round\"/>"
    "<circle class=\"sig-mark__light\" cx=\"18.6\" cy=\"10.4\" r=\"3.1\"/></svg>"_m;

constexpr Markup magnifier =
    "<svg class=\"sig-search-link__icon\" viewBox=\"0 0 18 18\" width=\"18\" height=\"18\" aria-hidden=\"true\" focusable=\"false\">"
    "<path d=\"M12.2 12.2 16 16M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0Z\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\" "
    "stroke-linecap=\"round\"/></svg>"_m;

void head(Html& out, const Words& words, const PageFrame& frame)
{
    out << "<head><meta charset=\"utf-8\"><title>"_m;
    if (frame.has_errors) out << text(words.error) << ": "_m;
    out << text(frame.title);
    if (frame.audience == Audience::staff) out << " – "_m << text(frame.product);
    out << "</title><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">"
           "<meta name=\"color-scheme\" content=\"light dark\">"_m;
    if (frame.theme != Theme::dark) {
        out << "<meta name=\"theme-color\" content=\"#ffffff\""_m;
        if (frame.theme == Theme::automatic) out << " media=\"(prefers-color-scheme: light)\""_m;
        out << ">"_m;
    }
    if (frame.theme != Theme::light) {
        out << "<meta name=\"theme-color\" content=\"#172126\""_m;
        if (frame.theme == Theme::automatic) out << " media=\"(prefers-color-scheme: dark)\""_m;
        out << ">"_m;
    }
    out << "<meta name=\"robots\" content=\"noindex\">"_m;
    out << "<link rel=\"preload\" as=\"font\" type=\"font/woff2\" crossorigin"_m << href(asset_url(assets::asset("inter-latin.woff2"))) << ">"_m
        << "<link rel=\"stylesheet\""_m << href(asset_url(assets::asset("app.css"))) << ">"_m
        << "<link rel=\"icon\" type=\"image/svg+xml\""_m << href(asset_url(assets::asset("favicon.svg"))) << ">"_m;
    if (frame.scripts) out << module_script(asset_url(assets::asset("app.js")));
    out << "</head>"_m;
}

void navigation_item(Html& out, const NavigationItem& item, std::string_view classes)
{
    out << "<li><a"_m << attr("class", classes) << href(item.href);
    if (item.current) out << " aria-current=\"page\""_m;
    else if (item.within) out << " aria-current=\"true\""_m;
    out << ">"_m << text(item.label) << "</a></li>"_m;
}

void user_menu(Html& out, const Words& words, const UserMenu& user)
{
    out << "<details class=\"sig-menu\"><summary class=\"sig-menu__button\">"_m;
    if (user.name.empty()) out << text(words.menu);
    else out << "<span class=\"govuk-visually-hidden\">"_m << text(words.signed_in_as) << " </span>"_m << text(user.name);
    out << "</summary><div class=\"sig-menu__panel\">"_m;
    if (!user.role.empty()) out << "<p class=\"sig-menu__role\">"_m << text(user.role) << "</p>"_m;
    if (!user.links.empty()) {
        out << "<ul class=\"sig-menu__list\">"_m;
        for (const NavigationItem& item : user.links) navigation_item(out, item, "sig-menu__link");
        out << "</ul>"_m;
    }
    out << form({.action = user.sign_out,
                 .secrets = user.secrets,
                 .body = button({.text = words.sign_out, .classes = "govuk-button--secondary"}),
                 .classes = "sig-menu__sign-out"})
        << "</div></details>"_m;
}

void header(Html& out, const Words& words, const PageFrame& frame)
{
    out << "<header class=\"sig-header\"><div class=\"sig-width sig-header__row\"><a class=\"sig-header__product\""_m << href(frame.home)
        << ">"_m << mark << "<span>"_m << text(frame.product) << "</span></a>"_m;
    if (!frame.navigation.empty()) {
        out << "<nav class=\"sig-nav\""_m << attr("aria-label", words.navigation) << "><ul class=\"sig-nav__list\">"_m;
        for (const NavigationItem& item : frame.navigation) navigation_item(out, item, "sig-nav__link");
        out << "</ul></nav>"_m;
    }
    out << "<div class=\"sig-header__end\">"_m;
    if (!frame.search.empty())
        out << "<a class=\"sig-search-link\""_m << href(frame.search) << ">"_m << magnifier << "<span>"_m << text(words.search_or_go)
            << "</span><kbd aria-hidden=\"true\">Ctrl K</kbd></a>"_m;
    if (frame.quick_exit)
        out << form({.action = frame.quick_exit->leave,
                     .secrets = frame.quick_exit->secrets,
                     .body = button({.text = frame.quick_exit->text, .classes = "govuk-button--warning"}),
                     .classes = "sig-quick-exit",
                     .attributes = Attributes{{"data-to", frame.quick_exit->to.str()}}});
    if (frame.user) user_menu(out, words, *frame.user);
    out << "</div></div></header>"_m;
}

void footer(Html& out, const Words& words, const PageFrame& frame)
{
    out << "<footer class=\"sig-footer\"><div class=\"sig-width sig-footer__row\"><ul class=\"sig-footer__list\">"_m;
    if (!frame.footer_links.empty()) {
        for (const NavigationItem& item : frame.footer_links) navigation_item(out, item, "sig-footer__link");
    }
    else {
        navigation_item(out, {.label = words.about_method, .href = "/om-metoden"_url}, "sig-footer__link");
        navigation_item(out, {.label = words.personal_data, .href = "/personuppgifter"_url}, "sig-footer__link");
        navigation_item(out, {.label = words.accessibility, .href = "/tillganglighet"_url}, "sig-footer__link");
        navigation_item(out, {.label = words.help, .href = "/hjalp"_url}, "sig-footer__link");
    }
    out << "</ul>"_m;
    if (frame.audience == Audience::staff) out << "<p class=\"sig-footer__product\">"_m << text(frame.product) << "</p>"_m;
    out << "</div></footer>"_m;
}

std::string body_class(const PageFrame& frame)
{
    std::string classes = frame.width == Width::reading ? "govuk-template__body sig-reading" : "govuk-template__body sig-staff";
    if (frame.audience == Audience::family) classes += " sig-family";
    return classes;
}

}  // namespace

Html leaving_page(const Words& words, const std::string& title, const std::string& link_text, const Url& to)
{
    PageFrame frame;
    frame.title = title;
    frame.audience = Audience::family;
    Html out;
    out << "<!DOCTYPE html><html"_m << attr("lang", words.language) << ">"_m;
    head(out, words, frame);
    out << "<body class=\"govuk-template__body sig-reading\"><main class=\"sig-width sig-page\" id=\"main\">"_m << heading(1, title)
        << "<p class=\"govuk-body\"><a class=\"govuk-link\" rel=\"noreferrer\" data-leave"_m << href(to) << ">"_m << text(link_text)
        << "</a></p></main></body></html>"_m;
    return out;
}

Html page(const Words& words, const PageFrame& frame, const Html& main)
{
    Html out;
    out.reserve(main.str().size() + 6000);
    out << "<!DOCTYPE html><html"_m << attr("lang", words.language)
        << attr_if("dir", frame.direction == "ltr" ? std::string_view{} : std::string_view(frame.direction))
        << attr_if("data-theme", frame.theme == Theme::dark ? "dark" : frame.theme == Theme::light ? "light" : "")
        << attr_if("data-text", frame.text_size == TextSize::larger ? "larger" : "") << ">"_m;
    head(out, words, frame);
    out << "<body"_m << attr("class", body_class(frame)) << ">"_m << skip_link({.text = words.skip_to_main});
    header(out, words, frame);
    out << "<div class=\"sig-width sig-page\">"_m << frame.banner << "<main class=\"sig-main\" id=\"main\">"_m
        << frame.before_main << main << "</main></div>"_m;
    if (frame.footer) footer(out, words, frame);
    // Where the scripts say aloud what changed; one place, polite. No field has a name with "sig-", so its id is its own.
    out << "<div class=\"govuk-visually-hidden\" role=\"status\" id=\"sig-status\"></div></body></html>"_m;
    return out;
}

}  // namespace lots::html
