#include "stories/browser.h"

#include <algorithm>
#include <stdexcept>

namespace lots::test {

namespace {

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

/// A start tag: its name and attributes.
struct Tag {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::size_t after = 0;  // behind its '>'

    std::string get(const std::string& attribute) const
    {
        const auto found = attributes.find(attribute);
        return found == attributes.end() ? std::string{} : found->second;
    }
    bool has(const std::string& attribute) const { return attributes.contains(attribute); }
};

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

struct Form {
    std::string action;
    bool multipart = false;
    Browser::Fields values;              // what the browser would send untouched
    std::vector<std::string> names;      // of every field that can be filled in
    std::vector<std::string> checkable;  // names of radios and boxes: an answer replaces what is ticked
    Browser::Fields buttons;
    std::vector<std::string> button_words;  // as they are read, in the order of the buttons
};

/// The text of a piece of a page, with white space folded.
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

void add_field(Form& form, const Tag& tag, std::string_view html, const std::string& open_select, bool& select_chosen)
{
    const auto name = tag.get("name");
    const auto type = tag.get("type");
    if (tag.name == "option") {
        if (tag.has("selected") || !select_chosen) {
            if (select_chosen) std::erase_if(form.values, [&](const auto& v) { return v.first == open_select; });
            form.values.emplace_back(open_select, tag.get("value"));
            select_chosen = true;
        }
        return;
    }
    if (name.empty()) return;
    if (tag.name == "button") {
        form.button_words.push_back(words_in(html.substr(tag.after, html.find("</button", tag.after) - tag.after)));
        return static_cast<void>(form.buttons.emplace_back(name, tag.get("value")));
    }
    form.names.push_back(name);
    if (tag.name == "textarea") {
        const auto end = html.find("</textarea>", tag.after);
        auto text = decoded(html.substr(tag.after, end - tag.after));
        if (text.starts_with("\n")) text.erase(0, 1);
        form.values.emplace_back(name, text);
    } else if (type == "radio" || type == "checkbox") {
        form.checkable.push_back(name);
        if (tag.has("checked")) form.values.emplace_back(name, tag.get("value"));
    } else if (tag.name == "input" && type != "file")
        form.values.emplace_back(name, tag.get("value"));
}

std::vector<Form> forms_of(std::string_view html)
{
    std::vector<Form> forms;
    bool inside = false, select_chosen = false;
    std::string open_select;
    for (auto at = html.find('<'); at != std::string_view::npos; at = html.find('<', at + 1)) {
        if (html.substr(at).starts_with("</form")) inside = false;
        if (html.substr(at).starts_with("</select")) open_select.clear();
        if (html.substr(at + 1, 1) == "/" || html.substr(at + 1, 1) == "!") continue;
        const auto tag = read_tag(html, at);
        if (tag.name == "form") {
            forms.push_back({tag.get("action"), tag.get("enctype") == "multipart/form-data", {}, {}, {}, {}, {}});
            inside = tag.get("method") == "post";
            if (!inside) forms.pop_back();
        } else if (inside && tag.name == "select") {
            open_select = tag.get("name");
            select_chosen = false;
            forms.back().names.push_back(open_select);
        } else if (inside)
            add_field(forms.back(), tag, html, open_select, select_chosen);
    }
    return forms;
}

bool has(const std::vector<std::string>& names, const std::string& name)
{
    return std::ranges::find(names, name) != names.end();
}

std::string multipart_body(const Browser::Fields& fields, const std::map<std::string, ChosenFile>& files,
                           const std::string& boundary)
{
    std::string body;
    for (const auto& [name, value] : fields)
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    for (const auto& [name, file] : files)
        body += "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + file.name +
                "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + file.content + "\r\n";
    return body + "--" + boundary + "--\r\n";
}

}  // namespace

void Browser::take(HttpAnswer answer, std::string path)
{
    for (int hops = 0; answer.status == 303 && hops < 5; ++hops) {
        path = answer.header("location");
        answer = client_.get(path);
    }
    path_ = std::move(path);
    status_ = answer.status;
    body_ = answer.body;
    last_ = std::move(answer);
}

Browser& Browser::open(const std::string& path)
{
    take(client_.get(path), path);
    return *this;
}

Browser& Browser::send(const std::string& action, const Fields& fields, const std::string& button,
                       const std::map<std::string, ChosenFile>& files)
{
    const auto forms = forms_of(body_);
    const auto fits = [&](const Form& form) {
        if (!action.empty()) return form.action == action;
        return std::ranges::all_of(fields, [&](const auto& field) { return has(form.names, field.first); }) &&
               form.action != "/logga-ut" && form.action != "/lamna";
    };
    const auto found = std::ranges::find_if(forms, fits);
    if (found == forms.end()) {
        std::string wanted;
        for (const auto& [name, value] : fields) wanted += name + " ";
        throw std::runtime_error("no form " + action + " with " + wanted + "on " + path_ + " (" + std::to_string(status_) +
                                 "): " + text());
    }
    auto values = found->values;
    std::vector<std::string> replaced;
    for (const auto& [name, value] : fields) {
        if (!has(found->names, name)) throw std::runtime_error("no field " + name + " on " + path_);
        if (!has(replaced, name)) std::erase_if(values, [&](const auto& old) { return old.first == name; });
        replaced.push_back(name);
        values.emplace_back(name, value);
    }
    if (!button.empty()) {
        const auto cut = button.find('=');
        values.emplace_back(button.substr(0, cut), button.substr(cut + 1));
    } else if (!found->buttons.empty())
        values.push_back(found->buttons.front());
    const auto target = found->action;
    if (!found->multipart)
        take(client_.post(target, values), target);
    else {
        const std::string boundary = "----story-boundary-7f3a";
        take(client_.request("POST", target, {{"content-type", "multipart/form-data; boundary=" + boundary}},
                             multipart_body(values, files, boundary)),
             target);
    }
    return *this;
}

/// Where the links with those words lead: those that say nothing else, or all that have them.
std::vector<std::string> Browser::links(const std::string& words) const
{
    std::vector<std::string> exact, among;
    for (auto at = body_.find("<a "); at != std::string::npos; at = body_.find("<a ", at + 1)) {
        const auto tag = read_tag(body_, at);
        if (!tag.get("href").starts_with('/')) continue;
        const auto said = words_in(std::string_view(body_).substr(tag.after, body_.find("</a", tag.after) - tag.after));
        if (said == words)
            exact.push_back(tag.get("href"));
        else if (said.find(words) != std::string::npos)
            among.push_back(tag.get("href"));
    }
    return exact.empty() ? among : exact;
}

Browser& Browser::follow(const std::string& words, std::size_t which)
{
    const auto found = links(words);
    if (which > found.size()) throw std::runtime_error("no link \"" + words + "\" on " + path_ + ": " + text());
    return open(found[which - 1]);
}

Browser& Browser::press(const std::string& words)
{
    for (const auto& form : forms_of(body_))
        for (std::size_t i = 0; i < form.button_words.size(); ++i)
            if (form.button_words[i].find(words) != std::string::npos)
                return send(form.action, {}, form.buttons[i].first + "=" + form.buttons[i].second);
    throw std::runtime_error("no button \"" + words + "\" on " + path_);
}

std::vector<std::string> Browser::standing(const std::string& name) const
{
    std::vector<std::string> values;
    for (const auto& form : forms_of(body_))
        for (const auto& [field, value] : form.values)
            if (field == name) values.push_back(value);
    return values;
}

std::string Browser::text() const
{
    return words_in(std::string_view(body_).substr(std::min(body_.find("<body"), body_.size())));
}

bool Browser::shows(std::string_view words) const { return text().find(words) != std::string::npos; }

std::vector<std::string> Browser::addresses() const
{
    std::vector<std::string> all;
    for (const std::string_view attribute : {"href=\"", "action=\""})
        for (auto at = body_.find(attribute); at != std::string::npos; at = body_.find(attribute, at + 1)) {
            const auto from = at + attribute.size();
            auto address = decoded(body_.substr(from, body_.find('"', from) - from));
            if (address.starts_with('/') && !has(all, address)) all.push_back(std::move(address));
        }
    return all;
}

Browser::Fields date_fields(const std::string& name, int year, int month, int day)
{
    return {{name + "-day", std::to_string(day)},
            {name + "-month", std::to_string(month)},
            {name + "-year", std::to_string(year)}};
}

Browser::Fields operator+(Browser::Fields fields, const Browser::Fields& more)
{
    fields.insert(fields.end(), more.begin(), more.end());
    return fields;
}

}  // namespace lots::test
