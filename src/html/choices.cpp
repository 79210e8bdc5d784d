#include <algorithm>

#include "html/field_frame.h"

namespace lots::html {

namespace {

/// What differs between boxes and radio buttons.
struct Kind {
    std::string_view type;      // of the input
    std::string_view block;     // of the classes
    std::string_view script;    // data-module
};
constexpr Kind boxes{"checkbox", "govuk-checkboxes", "govuk-checkboxes"};
constexpr Kind buttons{"radio", "govuk-radios", "govuk-radios"};

struct Place {                  // where a choice stands
    std::string id, name, described_by;
    bool checked = false;
};

std::string element(const Kind& kind, std::string_view part)
{
    return std::string(kind.block).append("__").append(part);
}

void choice(Html& out, const Kind& kind, const Choice& o, Place place)
{
    const bool asks_more = !o.conditional.empty();
    const std::string hint_id = place.id + "-item-hint", conditional_id = "conditional-" + place.id;
    if (o.hint) describe(place.described_by, hint_id);
    out << "<div"_m << attr("class", element(kind, "item")) << "><input"_m << attr("class", element(kind, "input")) << attr("id", place.id)
        << attr("name", place.name) << attr("type", kind.type) << attr("value", o.value) << flag("checked", place.checked)
        << flag("disabled", o.disabled) << attr_if("data-aria-controls", asks_more ? conditional_id : std::string())
        << attr_if("data-behaviour", o.exclusive ? "exclusive" : "") << attr_if("aria-describedby", place.described_by) << o.attributes
        << ">"_m;
    Label own(o.text, class_list(element(kind, "label"), o.label_classes));
    own.attributes = o.label_attributes;
    label_for(out, own, place.id);
    if (o.hint) {
        Hint placed = *o.hint;
        placed.id = hint_id;
        placed.classes = class_list(element(kind, "hint"), placed.classes);
        out << hint(placed);
    }
    out << "</div>"_m;
    if (asks_more) {
        const std::string conditional = element(kind, "conditional");
        out << "<div"_m << attr("class", place.checked ? conditional : conditional + " " + conditional + "--hidden")
            << attr("id", conditional_id) << ">"_m << o.conditional << "</div>"_m;
    }
}

/// The first choice has the field's id, so that the error summary can lead to it; the others get a number.
std::string choice_id(const Choice& o, const std::string& prefix, std::size_t index)
{
    if (!o.id.empty()) return o.id;
    return index == 0 ? prefix : prefix + "-" + std::to_string(index + 1);
}

void divider(Html& out, const Kind& kind, const std::string& words)
{
    out << "<div"_m << attr("class", element(kind, "divider")) << ">"_m << text(words) << "</div>"_m;
}

void open_block(Html& out, const Kind& kind, const std::string& classes, const Attributes& attributes)
{
    out << "<div"_m << class_attr(class_list(kind.block, classes)) << attributes << attr("data-module", kind.script) << ">"_m;
}

/// The choices inside their fieldset, if any, inside their group.
Html grouped(const FormGroup& group, bool has_error, const std::optional<Fieldset>& around, const std::string& described_by, Html inner)
{
    Html out;
    open_group(out, group, has_error);
    if (around) {
        Fieldset filled = *around;
        filled.described_by = described_by;
        filled.body = std::move(inner);
        out << fieldset(filled);
    }
    else out << inner;
    close_group(out);
    return out;
}

}  // namespace

Html checkboxes(const Words& words, const Checkboxes& o)
{
    const std::string& prefix = id_or_name(o.id_prefix, o.name);
    std::string described_by = o.fieldset && !o.fieldset->described_by.empty() ? o.fieldset->described_by : o.described_by;
    Html inner;
    hint_and_error(inner, words, prefix, o.hint, o.error, described_by);
    open_block(inner, boxes, o.classes, o.attributes);
    inner << o.group.before;
    for (std::size_t i = 0; i < o.items.size(); ++i) {
        const Choice& item = o.items[i];
        if (!item.divider.empty()) {
            divider(inner, boxes, item.divider);
            continue;
        }
        const bool ticked = std::find(o.values.begin(), o.values.end(), item.value) != o.values.end();
        choice(inner, boxes, item,
               {.id = choice_id(item, prefix, i),
                .name = item.name.empty() ? o.name : item.name,
                .described_by = o.fieldset ? std::string() : described_by,
                .checked = item.checked.value_or(ticked)});
    }
    inner << o.group.after << "</div>"_m;
    return grouped(o.group, o.error.has_value(), o.fieldset, described_by, std::move(inner));
}

Html radios(const Words& words, const Radios& o)
{
    const std::string& prefix = id_or_name(o.id_prefix, o.name);
    std::string described_by = o.fieldset ? o.fieldset->described_by : std::string();
    Html inner;
    hint_and_error(inner, words, prefix, o.hint, o.error, described_by);
    open_block(inner, buttons, o.classes, o.attributes);
    inner << o.group.before;
    for (std::size_t i = 0; i < o.items.size(); ++i) {
        const Choice& item = o.items[i];
        if (!item.divider.empty()) {
            divider(inner, buttons, item.divider);
            continue;
        }
        choice(inner, buttons, item,
               {.id = choice_id(item, prefix, i),
                .name = o.name,
                .described_by = {},
                .checked = item.checked.value_or(!o.value.empty() && item.value == o.value)});
    }
    inner << o.group.after << "</div>"_m;
    return grouped(o.group, o.error.has_value(), o.fieldset, described_by, std::move(inner));
}

namespace {

void date_part(Html& out, const Words& words, const DateInput& o, DatePart part, bool marked)
{
    std::string classes = "govuk-date-input__input";
    if (marked && part.classes.find("govuk-input--error") == std::string::npos) classes += " govuk-input--error";
    if (part.classes.find("govuk-input--width-") == std::string::npos) classes += " govuk-input--width-" + std::to_string(part.width);
    out << "<div class=\"govuk-date-input__item\">"_m
        << input(words, {.name = o.name_prefix.empty() ? part.name : o.name_prefix + "-" + part.name,
                         .id = part.id.empty() ? o.id + "-" + part.name : part.id,
                         .label = Label(part.label, "govuk-date-input__label"),
                         .value = part.value,
                         .autocomplete = part.autocomplete,
                         .inputmode = part.inputmode,
                         .pattern = part.pattern,
                         .classes = class_list(classes, part.classes),
                         .attributes = part.attributes})
        << "</div>"_m;
}

}  // namespace

Html date_input(const Words& words, const DateInput& o)
{
    std::vector<DatePart> parts = o.items;
    if (parts.empty())
        parts = {{.name = "day", .label = words.day, .value = o.day, .error = o.day_error},
                 {.name = "month", .label = words.month, .value = o.month, .error = o.month_error},
                 {.name = "year", .label = words.year, .value = o.year, .error = o.year_error, .width = 4}};
    const auto marked = [](const DatePart& p) {
        return p.error.value_or(false) || p.classes.find("govuk-input--error") != std::string::npos;
    };
    const bool one_is_marked = std::any_of(parts.begin(), parts.end(), marked);

    std::string described_by = o.fieldset ? o.fieldset->described_by : std::string();
    Html inner;
    hint_and_error(inner, words, o.id, o.hint, o.error, described_by);
    inner << "<div"_m << class_attr(class_list("govuk-date-input", o.classes)) << o.attributes << attr_if("id", o.id) << ">"_m
          << o.group.before;
    for (const DatePart& part : parts)
        date_part(inner, words, o, part, marked(part) || (part.error.value_or(true) && o.error && !one_is_marked));
    inner << o.group.after << "</div>"_m;

    std::optional<Fieldset> around = o.fieldset;
    if (around) around->role = "group";
    return grouped(o.group, o.error.has_value(), around, described_by, std::move(inner));
}

}  // namespace lots::html
