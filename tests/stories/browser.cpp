#include "stories/browser.h"

#include <algorithm>
#include <stdexcept>

namespace lots::test {

namespace {

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
    landed_ = answer.status == 303;
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
    const auto cut = std::min(button.find('='), button.size());
    const auto pressed = button.empty() ? std::pair<std::string, std::string>{}
                                        : std::pair(button.substr(0, cut), button.substr(std::min(cut + 1, button.size())));
    const auto fits = [&](const FormOnPage& form) {
        if (!action.empty()) return form.action == action;
        if (!button.empty() && std::ranges::find(form.buttons, pressed) == form.buttons.end()) return false;
        // Every page has the ways out.
        return std::ranges::all_of(fields, [&](const auto& field) { return form.has(field.first); }) &&
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
        if (!found->has(name)) throw std::runtime_error("no field " + name + " on " + path_);
        if (std::ranges::find(replaced, name) == replaced.end())
            std::erase_if(values, [&](const auto& old) { return old.first == name; });
        replaced.push_back(name);
        values.emplace_back(name, value);
    }
    if (!button.empty())
        values.push_back(pressed);
    else if (!found->buttons.empty() && !found->buttons.front().first.empty())
        values.push_back(found->buttons.front());
    return submit(*found, values, files);
}

Browser& Browser::submit(const FormOnPage& form, const Fields& values, const std::map<std::string, ChosenFile>& files)
{
    if (!form.multipart)
        take(client_.post(form.action, values), form.action);
    else {
        const std::string boundary = "----story-boundary-7f3a";
        take(client_.request("POST", form.action, {{"content-type", "multipart/form-data; boundary=" + boundary}},
                             multipart_body(values, files, boundary)),
             form.action);
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
            if (form.button_words[i].find(words) != std::string::npos) {
                auto values = form.values;
                if (!form.buttons[i].first.empty()) values.push_back(form.buttons[i]);
                return submit(form, values);
            }
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
            if (address.starts_with('/') && std::ranges::find(all, address) == all.end())
                all.push_back(std::move(address));
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
