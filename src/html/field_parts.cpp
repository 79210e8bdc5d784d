#include "html/field_frame.h"

namespace lots::html {

Html label(const Label& options)
{
    Html out;
    if (options.text.empty()) return out;
    if (options.is_page_heading) out << "<h1 class=\"govuk-label-wrapper\">"_m;
    out << "<label"_m << class_attr(class_list("govuk-label", options.classes)) << options.attributes << attr_if("for", options.for_id)
        << ">"_m << options.text << "</label>"_m;
    if (options.is_page_heading) out << "</h1>"_m;
    return out;
}

Html hint(const Hint& options)
{
    Html out;
    out << "<div"_m << attr_if("id", options.id) << class_attr(class_list("govuk-hint", options.classes)) << options.attributes << ">"_m
        << options.text << "</div>"_m;
    return out;
}

Html error_message(const Words& words, const ErrorMessage& options)
{
    const std::string& hidden = options.hidden ? *options.hidden : words.error;
    Html out;
    out << "<p"_m << attr_if("id", options.id) << class_attr(class_list("govuk-error-message", options.classes)) << options.attributes
        << ">"_m;
    if (!hidden.empty()) out << "<span class=\"govuk-visually-hidden\">"_m << text(hidden) << ":</span> "_m;
    out << options.text << "</p>"_m;
    return out;
}

Html fieldset(const Fieldset& options)
{
    Html out;
    out << "<fieldset"_m << class_attr(class_list("govuk-fieldset", options.classes)) << attr_if("role", options.role)
        << attr_if("aria-describedby", options.described_by) << options.attributes << ">"_m;
    if (!options.legend.empty()) {
        out << "<legend"_m << class_attr(class_list("govuk-fieldset__legend", options.legend_classes)) << ">"_m;
        if (options.is_page_heading) out << "<h1 class=\"govuk-fieldset__heading\">"_m << options.legend << "</h1>"_m;
        else out << options.legend;
        out << "</legend>"_m;
    }
    out << options.body << "</fieldset>"_m;
    return out;
}

Html error_summary(const Words& words, const ErrorSummary& options)
{
    Html out;
    out << "<div"_m << class_attr(class_list("govuk-error-summary", options.classes));
    if (options.disable_auto_focus) out << attr("data-disable-auto-focus", *options.disable_auto_focus ? "true" : "false");
    out << options.attributes << attr("data-module", "govuk-error-summary")
        << "><div role=\"alert\"><h2 class=\"govuk-error-summary__title\">"_m;
    if (options.title.empty()) out << text(words.error_summary_title);
    else out << options.title;
    out << "</h2><div class=\"govuk-error-summary__body\">"_m;
    if (!options.description.empty()) out << "<p>"_m << options.description << "</p>"_m;
    if (!options.errors.empty()) {
        out << "<ul class=\"govuk-list govuk-error-summary__list\">"_m;
        for (const ErrorLink& error : options.errors) {
            if (error.href.empty()) out << "<li>"_m << error.text << "</li>"_m;
            else out << "<li><a"_m << href(error.href) << error.attributes << ">"_m << error.text << "</a></li>"_m;
        }
        out << "</ul>"_m;
    }
    out << "</div></div></div>"_m;
    return out;
}

void open_group(Html& out, const FormGroup& group, bool has_error, std::string_view own_classes, const Attributes& own)
{
    std::string classes = has_error ? "govuk-form-group govuk-form-group--error" : "govuk-form-group";
    for (const std::string_view more : {own_classes, std::string_view(group.classes)})
        if (!more.empty()) classes.append(1, ' ').append(more);
    out << "<div"_m << attr("class", classes) << own << group.attributes << ">"_m;
}

void hint_and_error(Html& out, const Words& words, const std::string& id, const std::optional<Hint>& hint_option,
                    const std::optional<ErrorMessage>& error, std::string& described_by)
{
    if (hint_option) {
        Hint placed = *hint_option;
        placed.id = id + "-hint";
        describe(described_by, placed.id);
        out << hint(placed);
    }
    if (error) {
        ErrorMessage placed = *error;
        placed.id = id + "-error";
        describe(described_by, placed.id);
        out << error_message(words, placed);
    }
}

}  // namespace lots::html
