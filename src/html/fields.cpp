#include "html/field_frame.h"

namespace lots::html {

namespace {

AttributeView spellcheck(const std::optional<bool>& on)
{
    if (!on) return {};
    return attr("spellcheck", *on ? "true" : "false");
}

void input_element(Html& out, const Input& o, const std::string& id, const std::string& described_by)
{
    std::string classes = class_list("govuk-input", o.classes);
    if (o.error) classes += " govuk-input--error";
    out << "<input"_m << attr("class", classes) << attr("id", id) << attr("name", o.name) << attr("type", o.type.empty() ? "text" : o.type)
        << spellcheck(o.spellcheck) << attr_if("value", o.value) << flag("disabled", o.disabled) << attr_if("aria-describedby", described_by)
        << attr_if("autocomplete", o.autocomplete) << attr_if("autocapitalize", o.autocapitalize) << attr_if("pattern", o.pattern)
        << attr_if("inputmode", o.inputmode) << o.attributes << ">"_m;
}

void affix(Html& out, std::string_view base, const Affix& o)
{
    out << "<div"_m << class_attr(class_list(base, o.classes)) << attr("aria-hidden", "true") << o.attributes << ">"_m << o.text
        << "</div>"_m;
}

/// `own_classes` and `own` are what a component around an input puts on its form group.
Html input_in_group(const Words& words, const Input& o, std::string_view own_classes, const Attributes& own)
{
    const std::string& id = id_or_name(o.id, o.name);
    std::string described_by = o.described_by;
    Html out;
    open_group(out, o.group, o.error.has_value(), own_classes, own);
    label_for(out, o.label, id);
    hint_and_error(out, words, id, o.hint, o.error, described_by);
    const bool wrapped = o.prefix || o.suffix || !o.group.before.empty() || !o.group.after.empty();
    if (wrapped) {
        out << "<div"_m << class_attr(class_list("govuk-input__wrapper", o.wrapper_classes)) << o.wrapper_attributes << ">"_m
            << o.group.before;
        if (o.prefix) affix(out, "govuk-input__prefix", *o.prefix);
    }
    input_element(out, o, id, described_by);
    if (wrapped) {
        if (o.suffix) affix(out, "govuk-input__suffix", *o.suffix);
        out << o.group.after << "</div>"_m;
    }
    close_group(out);
    return out;
}

Html textarea_in_group(const Words& words, const Textarea& o, std::string_view own_classes, const Attributes& own)
{
    const std::string& id = id_or_name(o.id, o.name);
    std::string described_by = o.described_by;
    std::string classes = o.error ? "govuk-textarea govuk-textarea--error" : "govuk-textarea";
    Html out;
    open_group(out, o.group, o.error.has_value(), own_classes, own);
    label_for(out, o.label, id);
    hint_and_error(out, words, id, o.hint, o.error, described_by);
    // The parser drops one line break right after the tag: one of ours keeps the writer's.
    const bool begins_with_break = o.value.starts_with('\n');
    out << o.group.before << "<textarea"_m << class_attr(class_list(classes, o.classes)) << attr("id", id) << attr("name", o.name)
        << attr("rows", std::to_string(o.rows)) << spellcheck(o.spellcheck) << flag("disabled", o.disabled)
        << attr_if("aria-describedby", described_by) << attr_if("autocomplete", o.autocomplete) << o.attributes
        << (begins_with_break ? ">\n"_m : ">"_m) << text(o.value) << "</textarea>"_m << o.group.after;
    close_group(out);
    return out;
}

/// %{count} in a sentence of the catalogue.
std::string with_count(std::string sentence, int count)
{
    const std::size_t at = sentence.find("%{count}");
    if (at != std::string::npos) sentence.replace(at, 8, std::to_string(count));
    return sentence;
}

}  // namespace

Html input(const Words& words, const Input& options) { return input_in_group(words, options, {}, {}); }

Html password_input(const Words& words, const PasswordInput& o)
{
    const std::string& id = id_or_name(o.id, o.name);
    Attributes module{{"data-module", "govuk-password-input"}};
    if (scripts_need_words(words))
        module.insert(module.end(), {{"data-i18n.show-password", words.show},
                                     {"data-i18n.hide-password", words.hide},
                                     {"data-i18n.show-password-aria-label", words.show_password},
                                     {"data-i18n.hide-password-aria-label", words.hide_password},
                                     {"data-i18n.password-shown-announcement", words.password_shown},
                                     {"data-i18n.password-hidden-announcement", words.password_hidden}});
    Html toggle;
    toggle << "<button type=\"button\" class=\"govuk-button govuk-button--secondary govuk-password-input__toggle "
              "govuk-js-password-input-toggle\" data-module=\"govuk-button\""_m
           << attr("aria-controls", id) << attr("aria-label", words.show_password) << " hidden>"_m << text(words.show) << "</button>"_m
           << o.group.after;
    return input_in_group(words,
                          {.name = o.name,
                           .id = id,
                           .label = o.label,
                           .hint = o.hint,
                           .error = o.error,
                           .value = o.value,
                           .type = "password",
                           .autocomplete = o.autocomplete,
                           .autocapitalize = "none",
                           .spellcheck = false,
                           .disabled = o.disabled,
                           .described_by = o.described_by,
                           .classes = class_list("govuk-password-input__input govuk-js-password-input-input", o.classes),
                           .wrapper_classes = "govuk-password-input__wrapper",
                           .group = {.classes = o.group.classes, .attributes = o.group.attributes, .before = o.group.before, .after = toggle},
                           .attributes = o.attributes},
                          "govuk-password-input", module);
}

Html textarea(const Words& words, const Textarea& options) { return textarea_in_group(words, options, {}, {}); }

Html character_count(const Words& words, const CharacterCount& o)
{
    const std::string& id = id_or_name(o.field.id, o.field.name);
    Attributes module{{"data-module", "govuk-character-count"}, {"data-maxlength", std::to_string(o.max_length)}};
    if (o.threshold_percent > 0) module.push_back({"data-threshold", std::to_string(o.threshold_percent)});
    if (scripts_need_words(words))
        module.insert(module.end(), {{"data-i18n.characters-under-limit.one", words.left_one},
                                     {"data-i18n.characters-under-limit.other", words.left_other},
                                     {"data-i18n.characters-at-limit", words.limit_reached},
                                     {"data-i18n.characters-over-limit.one", words.over_one},
                                     {"data-i18n.characters-over-limit.other", words.over_other}});
    Hint message = with_count(words.may_write, o.max_length);
    message.id = id + "-info";
    message.classes = class_list("govuk-character-count__message", o.message_classes);

    Textarea field = o.field;
    field.described_by = message.id;
    field.classes = class_list("govuk-js-character-count", field.classes);
    field.group.after = Html() << hint(message) << o.field.group.after.html();
    return textarea_in_group(words, field, "govuk-character-count", module);
}

Html select(const Words& words, const Select& o)
{
    const std::string& id = id_or_name(o.id, o.name);
    std::string described_by = o.described_by;
    std::string classes = class_list("govuk-select", o.classes);
    if (o.error) classes += " govuk-select--error";
    Html out;
    open_group(out, o.group, o.error.has_value());
    label_for(out, o.label, id);
    hint_and_error(out, words, id, o.hint, o.error, described_by);
    out << o.group.before << "<select"_m << attr("class", classes) << attr("id", id) << attr("name", o.name)
        << flag("disabled", o.disabled) << attr_if("aria-describedby", described_by) << o.attributes << ">"_m;
    for (const Option& option : o.items) {
        // An option without a value is known by its text. Compared as markup, so that both sides are escaped alike.
        const bool chosen = !o.value.empty() && (option.value ? *option.value == o.value
                                                              : option.text.html().str() == Html(text(o.value)).str());
        out << "<option"_m;
        if (option.value) out << attr("value", *option.value);
        out << flag("selected", option.selected || chosen) << flag("disabled", option.disabled) << option.attributes << ">"_m
            << option.text << "</option>"_m;
    }
    out << "</select>"_m << o.group.after;
    close_group(out);
    return out;
}

Html file_upload(const Words& words, const FileUpload& o)
{
    const std::string& id = id_or_name(o.id, o.name);
    std::string described_by = o.described_by;
    std::string classes = class_list("govuk-file-upload", o.classes);
    if (o.error) classes += " govuk-file-upload--error";
    Html out;
    open_group(out, o.group, o.error.has_value());
    label_for(out, o.label, id);
    hint_and_error(out, words, id, o.hint, o.error, described_by);
    out << o.group.before;
    out << "<input"_m << attr("class", classes) << attr("id", id) << attr("name", o.name) << attr("type", "file")
        << flag("disabled", o.disabled) << flag("multiple", o.multiple) << attr_if("aria-describedby", described_by)
        << attr_if("accept", o.accept) << o.attributes << ">"_m;
    out << o.group.after;
    close_group(out);
    return out;
}

}  // namespace lots::html
