#include <array>
#include <string>

#include "html/content_components.h"
#include "html/parts.h"

namespace lots::html {

namespace {

AttributeView truth(AttributeName name, const std::optional<bool>& value)
{
    if (!value) return {};
    return attr(name, *value ? "true" : "false");
}

}  // namespace

Html back_link(const Words& words, const BackLink& options)
{
    Html out;
    out << "<a"_m << href(options.href.empty() ? Url("#"_url) : options.href)
        << class_attr(class_list("govuk-back-link", options.classes)) << options.attributes << ">"_m;
    if (options.text.empty()) out << text(words.back);
    else out << options.text;
    out << "</a>"_m;
    return out;
}

Html breadcrumbs(const Words& words, const Breadcrumbs& options)
{
    std::string classes = class_list("govuk-breadcrumbs", options.classes);
    if (options.collapse_on_mobile) classes += " govuk-breadcrumbs--collapse-on-mobile";
    Html out;
    out << "<nav"_m << attr("class", classes) << options.attributes
        << attr("aria-label", options.label.empty() ? words.breadcrumbs : options.label) << "><ol class=\"govuk-breadcrumbs__list\">"_m;
    for (const Crumb& crumb : options.items) {
        if (crumb.href.empty())
            out << "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">"_m << crumb.text << "</li>"_m;
        else
            out << "<li class=\"govuk-breadcrumbs__list-item\"><a class=\"govuk-breadcrumbs__link\""_m << href(crumb.href)
                << crumb.attributes << ">"_m << crumb.text << "</a></li>"_m;
    }
    out << "</ol></nav>"_m;
    return out;
}

Html details(const Details& options)
{
    Html out;
    out << "<details"_m << attr_if("id", options.id) << class_attr(class_list("govuk-details", options.classes)) << options.attributes
        << flag("open", options.open)
        << "><summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">"_m << options.summary
        << "</span></summary><div class=\"govuk-details__text\">"_m << options.body << "</div></details>"_m;
    return out;
}

Html inset_text(const InsetText& options)
{
    Html out;
    out << "<div"_m << attr_if("id", options.id) << class_attr(class_list("govuk-inset-text", options.classes)) << options.attributes
        << ">"_m << options.text << "</div>"_m;
    return out;
}

Html notification_banner(const Words& words, const NotificationBanner& options)
{
    const bool success = options.kind == Banner::success;
    const std::string base = success ? "govuk-notification-banner govuk-notification-banner--success" : "govuk-notification-banner";
    const std::string_view role = !options.role.empty() ? std::string_view(options.role) : success ? "alert" : "region";
    Html out;
    out << "<div"_m << class_attr(class_list(base, options.classes)) << attr("role", role) << attr("aria-labelledby", options.title_id)
        << attr("data-module", "govuk-notification-banner") << truth("data-disable-auto-focus", options.disable_auto_focus)
        << options.attributes << "><div class=\"govuk-notification-banner__header\">"_m;
    open_heading(out, options.title_level, "govuk-notification-banner__title", options.title_id);
    if (options.title.empty()) out << text(success ? words.success : words.important);
    else out << options.title;
    close_heading(out, options.title_level);
    out << "</div><div class=\"govuk-notification-banner__content\">"_m;
    if (!options.text.empty() && options.text.is_text())
        out << "<p class=\"govuk-notification-banner__heading\">"_m << options.text << "</p>"_m;
    else out << options.text;
    out << "</div></div>"_m;
    return out;
}

Html panel(const Panel& options)
{
    Html out;
    out << "<div"_m << class_attr(class_list("govuk-panel govuk-panel--confirmation", options.classes)) << options.attributes << ">"_m;
    open_heading(out, options.level, "govuk-panel__title");
    out << options.title;
    close_heading(out, options.level);
    if (!options.text.empty()) out << "<div class=\"govuk-panel__body\">"_m << options.text << "</div>"_m;
    out << "</div>"_m;
    return out;
}

Html warning_text(const Words& words, const WarningText& options)
{
    Html out;
    out << "<div"_m << class_attr(class_list("govuk-warning-text", options.classes)) << options.attributes
        << "><span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span><strong class=\"govuk-warning-text__text\">"_m
        << "<span class=\"govuk-visually-hidden\">"_m << text(options.icon_text.empty() ? words.warning : options.icon_text)
        << "</span> "_m << options.text << "</strong></div>"_m;
    return out;
}

Html tag(const Tag& options)
{
    constexpr std::array<std::string_view, 10> kinds{
        "govuk-tag",
        "govuk-tag govuk-tag--grey",
        "govuk-tag govuk-tag--blue",
        "govuk-tag govuk-tag--teal",
        "govuk-tag govuk-tag--green",
        "govuk-tag govuk-tag--yellow",
        "govuk-tag govuk-tag--orange",
        "govuk-tag govuk-tag--red",
        "govuk-tag govuk-tag--magenta",
        "govuk-tag govuk-tag--purple",
    };
    Html out;
    out << "<strong"_m << class_attr(class_list(kinds[static_cast<std::size_t>(options.kind)], options.classes)) << options.attributes
        << ">"_m << options.text << "</strong>"_m;
    return out;
}

Html skip_link(const SkipLink& options)
{
    Html out;
    out << "<a"_m << href(options.href) << class_attr(class_list("govuk-skip-link", options.classes)) << options.attributes
        << attr("data-module", "govuk-skip-link") << ">"_m << options.text << "</a>"_m;
    return out;
}

}  // namespace lots::html
