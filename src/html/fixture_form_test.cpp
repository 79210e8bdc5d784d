// From the options of a fixture to the options of ours: what a page asks.
#include "html/fixture_drawers_for_tests.h"

namespace lots::html::testing {

namespace {

Label read_label(Options& o)
{
    Label out;
    o.object("label", [&](Options& l) {
        out.text = l.content("text", "html");
        out.classes = l.text("classes");
        out.is_page_heading = l.truth("isPageHeading");
        out.attributes = l.attributes();
    });
    return out;
}

std::optional<Hint> read_hint(Options& o)
{
    std::optional<Hint> out;
    o.object("hint", [&](Options& h) {
        out.emplace(h.content("text", "html"));
        out->classes = h.text("classes");
        out->attributes = h.attributes();
    });
    return out;
}

std::optional<ErrorMessage> read_error(Options& o)
{
    std::optional<ErrorMessage> out;
    o.object("errorMessage", [&](Options& e) {
        out.emplace(e.content("text", "html"));
        out->classes = e.text("classes");
        out->hidden = e.text_if("visuallyHiddenText");
        out->attributes = e.attributes();
    });
    return out;
}

FormGroup read_group(Options& o)
{
    FormGroup out;
    o.object("formGroup", [&](Options& g) {
        out.classes = g.text("classes");
        out.attributes = g.attributes();
        for (const char* key : {"beforeInput", "beforeInputs"}) g.object(key, [&](Options& b) { out.before = b.content("text", "html"); });
        for (const char* key : {"afterInput", "afterInputs"}) g.object(key, [&](Options& a) { out.after = a.content("text", "html"); });
    });
    return out;
}

std::optional<Fieldset> read_fieldset(Options& o)
{
    std::optional<Fieldset> out;
    o.object("fieldset", [&](Options& f) {
        out.emplace();
        f.object("legend", [&](Options& l) {
            out->legend = l.content("text", "html");
            out->legend_classes = l.text("classes");
            out->is_page_heading = l.truth("isPageHeading");
        });
        out->described_by = f.text("describedBy");
        out->classes = f.text("classes");
        out->attributes = f.attributes();
    });
    return out;
}

std::vector<Choice> read_choices(Options& o)
{
    std::vector<Choice> out;
    o.list("items", [&](Options& i) {
        Choice c{.text = i.content("text", "html"),
                 .value = i.text("value"),
                 .checked = i.truth_if("checked"),
                 .hint = read_hint(i),
                 .id = i.text("id"),
                 .name = i.text("name"),
                 .disabled = i.truth("disabled"),
                 .exclusive = i.text("behaviour") == "exclusive",
                 .divider = i.text("divider"),
                 .attributes = i.attributes()};
        i.object("label", [&](Options& l) {
            c.label_classes = l.text("classes");
            c.label_attributes = l.attributes();
        });
        i.object("conditional", [&](Options& q) {
            if (q.has("html")) c.conditional = q.fixture().slot(q.text("html")).html();
        });
        out.push_back(c);
    });
    return out;
}

std::vector<std::string> texts(Options& o, const char* key)
{
    std::vector<std::string> out;
    if (const auto* list = o.raw(key); list && list->is_array())
        for (const auto& one : list->as_array()) out.emplace_back(one.as_string());
    return out;
}

Affix affix(Options& a)
{
    return {.text = a.content("text", "html"), .classes = a.text("classes"), .attributes = a.attributes()};
}

std::string capitalised(std::string word)
{
    if (!word.empty() && word[0] >= 'a' && word[0] <= 'z') word[0] = static_cast<char>(word[0] - 'a' + 'A');
    return word;
}

Textarea read_textarea(Options& o)
{
    return {.name = o.text("name"),
            .id = o.text("id"),
            .label = read_label(o),
            .hint = read_hint(o),
            .error = read_error(o),
            .value = o.text("value"),
            .autocomplete = o.text("autocomplete"),
            .rows = o.number("rows", 5),
            .spellcheck = o.truth_if("spellcheck"),
            .disabled = o.truth("disabled"),
            .described_by = o.text("describedBy"),
            .classes = o.text("classes"),
            .group = read_group(o),
            .attributes = o.attributes()};
}

}  // namespace

Html draw_label(Options& o)
{
    Label l(o.content("text", "html"), o.text("classes"), o.truth("isPageHeading"));
    l.for_id = o.text("for");
    l.attributes = o.attributes();
    return label(l);
}

Html draw_hint(Options& o)
{
    Hint h(o.content("text", "html"));
    h.id = o.text("id");
    h.classes = o.text("classes");
    h.attributes = o.attributes();
    return hint(h);
}

Html draw_error_message(Options& o)
{
    ErrorMessage e(o.content("text", "html"));
    e.id = o.text("id");
    e.classes = o.text("classes");
    e.hidden = o.text_if("visuallyHiddenText");
    e.attributes = o.attributes();
    return error_message(package_words(), e);
}

Html draw_fieldset(Options& o)
{
    Fieldset f;
    o.object("legend", [&](Options& l) {
        f.legend = l.content("text", "html");
        f.legend_classes = l.text("classes");
        f.is_page_heading = l.truth("isPageHeading");
    });
    f.described_by = o.text("describedBy");
    f.classes = o.text("classes");
    f.role = o.text("role");
    f.attributes = o.attributes();
    if (o.has("html")) f.body = o.fixture().slot(o.text("html")).html();
    return fieldset(f);
}

Html draw_error_summary(Options& o)
{
    ErrorSummary s{.title = o.content("titleText", "titleHtml"),
                   .description = o.content("descriptionText", "descriptionHtml"),
                   .disable_auto_focus = o.truth_if("disableAutoFocus"),
                   .classes = o.text("classes"),
                   .attributes = o.attributes()};
    if (s.title.empty()) o.refuse("no title (ours has one)");
    o.list("errorList", [&](Options& e) {
        s.errors.push_back({.text = e.content("text", "html"), .href = e.url("href"), .attributes = e.attributes()});
    });
    return error_summary(package_words(), s);
}

Html draw_input(Options& o)
{
    Input i{.name = o.text("name"),
            .id = o.text("id"),
            .label = read_label(o),
            .hint = read_hint(o),
            .error = read_error(o),
            .value = o.text("value"),
            .type = o.text("type"),
            .autocomplete = o.text("autocomplete"),
            .inputmode = o.text("inputmode"),
            .pattern = o.text("pattern"),
            .autocapitalize = o.text("autocapitalize"),
            .spellcheck = o.truth_if("spellcheck"),
            .disabled = o.truth("disabled"),
            .described_by = o.text("describedBy"),
            .classes = o.text("classes"),
            .group = read_group(o),
            .attributes = o.attributes()};
    o.object("prefix", [&](Options& a) { i.prefix = affix(a); });
    o.object("suffix", [&](Options& a) { i.suffix = affix(a); });
    o.object("inputWrapper", [&](Options& w) {
        i.wrapper_classes = w.text("classes");
        i.wrapper_attributes = w.attributes();
    });
    return input(package_words(), i);
}

Html draw_password_input(Options& o)
{
    Words words = package_words();
    const auto translated = [&](const char* key, std::string& word) {
        if (!o.has(key)) return;
        word = o.text(key);
        words.language = "cy";
    };
    translated("showPasswordText", words.show);
    translated("hidePasswordText", words.hide);
    translated("showPasswordAriaLabelText", words.show_password);
    translated("hidePasswordAriaLabelText", words.hide_password);
    translated("passwordShownAnnouncementText", words.password_shown);
    translated("passwordHiddenAnnouncementText", words.password_hidden);
    PasswordInput p{.name = o.text("name"),
                    .id = o.text("id"),
                    .label = read_label(o),
                    .hint = read_hint(o),
                    .error = read_error(o),
                    .value = o.text("value"),
                    .described_by = o.text("describedBy"),
                    .classes = o.text("classes"),
                    .disabled = o.truth("disabled"),
                    .group = read_group(o),
                    .attributes = o.attributes()};
    if (o.has("autocomplete")) p.autocomplete = o.text("autocomplete");
    return password_input(words, p);
}

Html draw_textarea(Options& o) { return textarea(package_words(), read_textarea(o)); }

Html draw_character_count(Options& o)
{
    Words words = package_words();
    if (o.has("textareaDescriptionText")) words.may_write = o.text("textareaDescriptionText");
    CharacterCount c{.field = read_textarea(o), .max_length = o.number("maxlength", 0), .threshold_percent = o.number("threshold", 0)};
    if (c.max_length == 0) o.refuse("no maxlength");
    o.object("countMessage", [&](Options& m) { c.message_classes = m.text("classes"); });
    return character_count(words, c);
}

Html draw_select(Options& o)
{
    Select s{.name = o.text("name"),
             .id = o.text("id"),
             .label = read_label(o),
             .hint = read_hint(o),
             .error = read_error(o),
             .value = o.text("value"),
             .disabled = o.truth("disabled"),
             .described_by = o.text("describedBy"),
             .classes = o.text("classes"),
             .group = read_group(o),
             .attributes = o.attributes()};
    o.list("items", [&](Options& i) {
        const auto selected = i.truth_if("selected");
        if (selected == false && o.has("value") && i.text("value") == o.text("value")) i.refuse("selected: false over the value");
        s.items.push_back({.text = i.text("text"),
                           .value = i.text_if("value"),
                           .selected = selected.value_or(false),
                           .disabled = i.truth("disabled"),
                           .attributes = i.attributes()});
    });
    return select(package_words(), s);
}

Html draw_file_upload(Options& o)
{
    return file_upload(package_words(), {.name = o.text("name"),
                                         .id = o.text("id"),
                                         .label = read_label(o),
                                         .hint = read_hint(o),
                                         .error = read_error(o),
                                         .multiple = o.truth("multiple"),
                                         .disabled = o.truth("disabled"),
                                         .described_by = o.text("describedBy"),
                                         .classes = o.text("classes"),
                                         .group = read_group(o),
                                         .attributes = o.attributes()});
}

Html draw_checkboxes(Options& o)
{
    return checkboxes(package_words(), {.name = o.text("name"),
                                        .id_prefix = o.text("idPrefix"),
                                        .fieldset = read_fieldset(o),
                                        .hint = read_hint(o),
                                        .error = read_error(o),
                                        .items = read_choices(o),
                                        .values = texts(o, "values"),
                                        .described_by = o.text("describedBy"),
                                        .classes = o.text("classes"),
                                        .group = read_group(o),
                                        .attributes = o.attributes()});
}

Html draw_radios(Options& o)
{
    return radios(package_words(), {.name = o.text("name"),
                                    .id_prefix = o.text("idPrefix"),
                                    .fieldset = read_fieldset(o),
                                    .hint = read_hint(o),
                                    .error = read_error(o),
                                    .items = read_choices(o),
                                    .value = o.text("value"),
                                    .classes = o.text("classes"),
                                    .group = read_group(o),
                                    .attributes = o.attributes()});
}

Html draw_date_input(Options& o)
{
    DateInput d{.id = o.text("id"),
                .name_prefix = o.text("namePrefix"),
                .fieldset = read_fieldset(o),
                .hint = read_hint(o),
                .error = read_error(o),
                .classes = o.text("classes"),
                .group = read_group(o),
                .attributes = o.attributes()};
    std::map<std::string, std::string> values;
    o.object("values", [&](Options& v) {
        for (const char* part : {"day", "month", "year"})
            for (const std::string& key : {std::string(part), d.name_prefix + "-" + part})
                if (v.has(key.c_str())) values[part] = v.text(key.c_str());
    });
    const auto read = [&](Options& i, std::string usual) {
        DatePart p{.name = i.has("name") ? i.text("name") : usual,
                   .value = i.text("value"),
                   .id = i.text("id"),
                   .classes = i.text("classes"),
                   .autocomplete = i.text("autocomplete"),
                   .pattern = i.text("pattern"),
                   .error = i.truth_if("error"),
                   .attributes = i.attributes()};
        p.label = i.has("label") ? i.text("label") : capitalised(p.name);
        if (i.has("inputmode")) p.inputmode = i.text("inputmode");
        if (p.value.empty() && values.contains(p.name)) p.value = values[p.name];
        p.width = p.name == "year" || usual == "year" ? 4 : 2;
        d.items.push_back(p);
    };
    o.list("items", [&](Options& i) { read(i, ""); });
    const bool listed = !d.items.empty();
    for (const char* part : {"day", "month", "year"}) {
        const auto* value = o.raw(part);
        if (listed) {
            // The package lets the part's own value fill in for an item of that name.
            o.object(part, [&](Options& i) {
                for (DatePart& p : d.items)
                    if (p.name == part && p.value.empty()) p.value = i.text("value");
            });
            continue;
        }
        if (value && value->is_bool()) o.refuse(std::string(part) + ": false");
        else if (value && value->is_object()) o.object(part, [&](Options& i) { read(i, part); });
        else d.items.push_back({.name = part, .label = capitalised(part), .value = values[part], .width = std::string(part) == "year" ? 4 : 2});
    }
    return date_input(package_words(), d);
}

Html draw_button(Options& o)
{
    return button({.text = o.content("text", "html"),
                   .type = o.text("type"),
                   .name = o.text("name"),
                   .value = o.text("value"),
                   .id = o.text("id"),
                   .classes = o.text("classes"),
                   .href = o.url("href"),
                   .disabled = o.truth("disabled"),
                   .prevent_double_click = o.truth_if("preventDoubleClick"),
                   .attributes = o.attributes()});
}

}  // namespace lots::html::testing
