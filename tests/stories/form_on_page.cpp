#include "stories/form_on_page.h"

#include <algorithm>

namespace lots::test {

namespace {

bool is_in(const std::vector<std::string>& names, std::string_view name)
{
    return std::ranges::find(names, name) != names.end();
}

}  // namespace

std::string decoded(std::string_view text)
{
    static const std::vector<std::pair<std::string_view, std::string_view>> entities{
        {"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}};
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto hit =
            std::ranges::find_if(entities, [&](const auto& entity) { return text.substr(i).starts_with(entity.first); });
        if (hit == entities.end()) {
            out += text[i++];
            continue;
        }
        out += hit->second;
        i += hit->first.size();
    }
    return out;
}

Tag read_tag(std::string_view html, std::size_t at)
{
    Tag tag;
    ++at;
    while (at < html.size() && html[at] != ' ' && html[at] != '>' && html[at] != '\n') tag.name += html[at++];
    while (at < html.size() && html[at] != '>') {
        while (at < html.size() && (html[at] == ' ' || html[at] == '\n' || html[at] == '/')) ++at;
        std::string name;
        while (at < html.size() && html[at] != '=' && html[at] != ' ' && html[at] != '>' && html[at] != '\n')
            name += html[at++];
        std::string value;
        if (at + 1 < html.size() && html[at] == '=' && html[at + 1] == '"') {
            const auto end = html.find('"', at + 2);
            value = decoded(html.substr(at + 2, end - at - 2));
            at = end + 1;
        }
        if (!name.empty()) tag.attributes[name] = value;
    }
    tag.after = at + 1;
    return tag;
}

std::string words_in(std::string_view html)
{
    std::string out;
    bool in_tag = false;
    for (const char c : html) {
        if (c == '<') in_tag = true;
        const bool space = in_tag || c == '\n' || c == ' ';
        if (space && !out.empty() && out.back() != ' ') out += ' ';
        if (!space) out += c;
        if (c == '>') in_tag = false;
    }
    if (out.ends_with(' ')) out.pop_back();
    return decoded(out);
}

namespace {

void add_field(FormOnPage& form, const Tag& tag, std::string_view html, const std::string& open_select, bool& select_chosen)
{
    const auto name = tag.get("name");
    const auto type = tag.get("type");
    if (tag.name == "option") {
        form.offered.emplace_back(open_select, tag.get("value"));
        if (tag.has("selected") || !select_chosen) {
            if (select_chosen) std::erase_if(form.values, [&](const auto& v) { return v.first == open_select; });
            form.values.emplace_back(open_select, tag.get("value"));
            select_chosen = true;
        }
        return;
    }
    if (tag.name == "button") {
        if (!type.empty() && type != "submit") return;  // scripts would do something with it
        form.button_words.push_back(words_in(html.substr(tag.after, html.find("</button", tag.after) - tag.after)));
        return static_cast<void>(form.buttons.emplace_back(name, tag.get("value")));
    }
    if (name.empty()) return;
    form.names.push_back(name);
    if (type == "hidden") form.hidden.push_back(name);
    if (tag.name == "textarea") {
        const auto end = html.find("</textarea>", tag.after);
        auto text = decoded(html.substr(tag.after, end - tag.after));
        if (text.starts_with("\n")) text.erase(0, 1);
        form.values.emplace_back(name, text);
    } else if (type == "radio" || type == "checkbox") {
        form.checkable.push_back(name);
        form.offered.emplace_back(name, tag.get("value"));
        if (type == "radio") form.radios.push_back(name);
        if (const auto place = tag.get("data-aria-controls"); !place.empty()) form.opens[place] = {name, tag.get("value")};
        if (tag.has("checked")) form.values.emplace_back(name, tag.get("value"));
    } else if (tag.name == "input" && type != "file")
        form.values.emplace_back(name, tag.get("value"));
}

}  // namespace

std::vector<FormOnPage> forms_of(std::string_view html)
{
    std::vector<FormOnPage> forms;
    bool inside = false, select_chosen = false;
    std::string open_select;
    std::size_t depth = 0;
    std::vector<std::pair<std::size_t, std::string>> places;  // that stand with a choice and are open, and how deep each is
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (html.substr(at).starts_with("</form")) inside = false;
        if (html.substr(at).starts_with("</select")) open_select.clear();
        if (html.substr(at).starts_with("</div")) {
            if (!places.empty() && places.back().first == depth) places.pop_back();
            if (depth > 0) --depth;
        }
        if (html.substr(at + 1, 1) == "/" || html.substr(at + 1, 1) == "!") continue;
        const auto tag = read_tag(html, at);
        if (tag.name == "div") {
            ++depth;
            if (const auto id = tag.get("id"); id.starts_with("conditional-")) places.emplace_back(depth, id);
        }
        if (tag.name == "form") {
            inside = tag.get("method") == "post";
            if (!inside) continue;
            auto& form = forms.emplace_back();
            form.action = tag.get("action");
            form.multipart = tag.get("enctype") == "multipart/form-data";
        } else if (inside && tag.name == "select") {
            open_select = tag.get("name");
            select_chosen = false;
            forms.back().names.push_back(open_select);
            if (!places.empty()) forms.back().inside[open_select] = places.back().second;
        } else if (inside) {
            add_field(forms.back(), tag, html, open_select, select_chosen);
            if (!places.empty() && tag.name != "button" && tag.has("name"))
                forms.back().inside[tag.get("name")] = places.back().second;
        }
    }
    return forms;
}

std::optional<FormOnPage> form_sent_to(const std::string& page, std::vector<FormOnPage> forms, const std::vector<std::string>& fields)
{
    const auto asks_for = [&](const FormOnPage& form) {
        return std::ranges::count_if(fields, [&](const auto& name) { return form.has(name) || form.has(name + "-day"); });
    };
    std::optional<FormOnPage> best;
    for (auto& form : forms) {
        if (form.action != page) continue;
        if (form.can(FormOnPage::confirmed)) return form;
        if (!best || asks_for(form) > asks_for(*best)) best = std::move(form);
    }
    return best;
}

bool FormOnPage::can(std::string_view step) const
{
    return std::ranges::any_of(buttons, [&](const auto& button) { return button.first == "step" && button.second == step; });
}

bool FormOnPage::has(std::string_view name) const { return is_in(names, name); }

bool FormOnPage::is_hidden(std::string_view name) const { return is_in(hidden, name); }

bool FormOnPage::offers(const std::string& name, const std::string& value) const
{
    return std::ranges::any_of(offered, [&](const auto& one) { return one.first == name && one.second == value; });
}

bool FormOnPage::is_choice(std::string_view name) const
{
    return std::ranges::any_of(offered, [&](const auto& one) { return one.first == name; });
}

std::optional<std::pair<std::string, std::string>> FormOnPage::choice_before(const std::string& name) const
{
    const auto place = inside.find(name);
    if (place == inside.end()) return std::nullopt;
    const auto choice = opens.find(place->second);
    return choice == opens.end() ? std::nullopt : std::optional(choice->second);
}

}  // namespace lots::test
