#include "stories/page_hand.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <stdexcept>
#include <utility>
#include <vector>

#include <boost/json.hpp>

#include "base/bytes.h"
#include "form/json_writer.h"
#include "form/rows.h"
#include "stories/page_says.h"
#include "web/router.h"

namespace lots::test {

namespace json = boost::json;

namespace {

/// No form has more pages than this.
constexpr int pages_max = 12;

std::string text_of(const json::string& text) { return {text.data(), text.size()}; }

std::string filled(std::string_view pattern, const std::map<std::string, std::string>& parts)
{
    std::string address(pattern);
    for (auto from = address.find('{'); from != std::string::npos; from = address.find('{', from)) {
        const auto to = address.find('}', from);
        const auto part = parts.at(address.substr(from + 1, to - from - 1));
        address.replace(from, to - from + 1, part);
        from += part.size();
    }
    return address;
}

/// Said, but nothing: the field may as well not be there.
bool is_nothing(const json::value& value)
{
    return value.is_null() || (value.is_bool() && !value.get_bool()) || (value.is_string() && value.get_string().empty()) ||
           (value.is_array() && value.get_array().empty());
}

/// What programs do one by one and people on one page, with a row for each.
struct AskedTogether {
    std::string_view api, page, row;
};
constexpr std::array asked_together{AskedTogether{"/api/v1/working-group/meetings/{meeting}/items/{item}/recommendation",
                                                  "/arbetsgrupp/moten/{meeting}/rekommendationer", "item"}};

/// What is said of one row, as the page with all of them names it.
json::object in_row(const json::object& said, const std::string& row)
{
    json::object named;
    for (const auto& member : said) named[std::string(member.key()) + form::row_mark + row] = member.value();
    return named;
}

std::vector<std::string> texts_in(const json::value& value)
{
    std::vector<std::string> all;
    if (value.is_string()) all.push_back(text_of(value.get_string()));
    if (value.is_int64()) all.push_back(std::to_string(value.get_int64()));
    if (value.is_bool()) all.emplace_back(value.get_bool() ? "yes" : "no");
    if (value.is_array())
        for (const auto& one : value.get_array())
            if (one.is_string()) all.push_back(text_of(one.get_string()));
    return all;
}

}  // namespace

/// What the story says, and how much of it has found a field.
struct PageHand::Telling {
    json::object said;
    std::set<std::string> typed = {};
    std::vector<std::string> not_offered = {};

    std::vector<std::string> names() const
    {
        std::vector<std::string> all;
        for (const auto& member : said) all.emplace_back(member.key().data(), member.key().size());
        return all;
    }

    /// What is said and no page has asked for. A file may be chosen as late as where everything is checked.
    std::set<std::string> not_asked(bool last) const
    {
        std::set<std::string> all;
        for (const auto& member : said) {
            const std::string name(member.key().data(), member.key().size());
            const bool comes_later = !last && member.value().is_object();
            if (!typed.contains(name) && !is_nothing(member.value()) && !comes_later) all.insert(name);
        }
        return all;
    }

    /// This form with what is said typed in, and nothing else that can be seen.
    Browser::Fields fill(const FormOnPage& form)
    {
        std::set<std::string> answered;
        Browser::Fields fields, choices;
        for (const auto& member : said) {
            const std::string name(member.key().data(), member.key().size());
            const bool is_day = form.has(name + "-day") && member.value().is_string();
            if (member.value().is_object() || (!is_day && !form.has(name))) continue;
            if (is_day)
                type_day(name, text_of(member.value().get_string()), fields, answered);
            else
                type(form, name, member.value(), fields);
            answered.insert(name);
            typed.insert(name);
            const auto choice = form.choice_before(is_day ? name + "-day" : name);
            if (choice && !is_nothing(member.value())) choices.push_back(*choice);
        }
        for (const auto& choice : choices) choose(form, choice, fields, answered);
        leave_the_rest(form, answered, fields);
        return fields;
    }

    /// The files that are said and that this form asks for.
    std::map<std::string, ChosenFile> choose_files(const FormOnPage& form)
    {
        std::map<std::string, ChosenFile> files;
        for (const auto& member : said) {
            const std::string name(member.key().data(), member.key().size());
            if (!member.value().is_object() || !form.has(name)) continue;
            files[name] = {text_of(member.value().as_object().at("name").as_string()), content_of(member.value())};
            typed.insert(name);
        }
        return files;
    }

private:
    static std::string content_of(const json::value& file)
    {
        const auto bytes = from_base64(text_of(file.as_object().at("content").as_string()));
        if (!bytes) throw std::runtime_error("a story sends a file that is not base64");
        return lots::text_of(*bytes);
    }

    static void type_day(const std::string& name, const std::string& day, Browser::Fields& fields,
                         std::set<std::string>& answered)
    {
        // "2026-09-07", or nothing.
        const auto part = [&](std::size_t from, std::size_t length) {
            return day.size() == 10 ? day.substr(from, length) : std::string{};
        };
        fields.emplace_back(name + "-day", part(8, 2));
        fields.emplace_back(name + "-month", part(5, 2));
        fields.emplace_back(name + "-year", part(0, 4));
        for (const auto& [field, value] : fields) answered.insert(field);
    }

    void type(const FormOnPage& form, const std::string& name, const json::value& value, Browser::Fields& fields)
    {
        for (const auto& text : texts_in(value)) {
            if (value.is_bool() && !value.get_bool() && !form.offers(name, text)) continue;  // a box that is not ticked
            if (form.is_choice(name) && !text.empty() && !form.offers(name, text)) not_offered.push_back(name + "=" + text);
            if (form.is_choice(name) && text.empty() && !form.offers(name, text)) continue;
            fields.emplace_back(name, text);
        }
    }

    /// Who says something that stands with a choice has made the choice. Of radios the story may have made another.
    void choose(const FormOnPage& form, const std::pair<std::string, std::string>& choice, Browser::Fields& fields,
                std::set<std::string>& answered) const
    {
        const bool one_only = std::ranges::find(form.radios, choice.first) != form.radios.end();
        const bool chosen = std::ranges::find(fields, choice) != fields.end();
        if (chosen || (one_only && (said.contains(choice.first) || answered.contains(choice.first)))) return;
        fields.push_back(choice);
        answered.insert(choice.first);
    }

    static void leave_the_rest(const FormOnPage& form, const std::set<std::string>& answered, Browser::Fields& fields)
    {
        const auto is_in = [](const std::vector<std::string>& names, const std::string& name) {
            return std::ranges::find(names, name) != names.end();
        };
        for (const auto& [name, value] : form.values) {
            if (answered.contains(name)) continue;
            if (form.is_hidden(name) || is_in(form.radios, name) || name.find(form::row_mark) != std::string::npos)
                fields.emplace_back(name, value);
            else if (is_in(form.checkable, name))
                continue;
            else if (!form.is_choice(name) || form.offers(name, ""))
                fields.emplace_back(name, "");
            else
                fields.emplace_back(name, value);
        }
    }
};

std::vector<std::string> PageHand::pages_of(const std::string& api_path) const
{
    const auto& lines = site_.lines();
    std::vector<std::string> pages;
    for (auto called = lines.begin(); called != lines.end(); ++called) {
        if (!called->api || called->method != http::Method::post || called->scope.empty()) continue;
        const auto parts = web::Pattern(called->pattern).match(api_path);
        if (!parts) continue;
        // A command's addresses stand together, the API's last; another of the same words may stand elsewhere.
        auto first = called;
        while (first != lines.begin() && !std::prev(first)->api && std::prev(first)->scope == called->scope) --first;
        for (auto page = first; page != lines.end() && page->scope == called->scope && (page == called || !page->api);
             ++page)
            if (!page->api && page->method == http::Method::post) pages.push_back(filled(page->pattern, *parts));
        break;
    }
    return pages;
}

http::Response PageHand::outcome(const Browser& browser, const Telling& telling) const
{
    form::JsonWriter answer;
    answer.object().pair("page", browser.path()).pair("status", browser.status());
    if (browser.landed() && browser.status() == 200) {
        if (!telling.not_offered.empty())
            throw std::runtime_error("a page took what it does not offer: " + telling.not_offered.front());
        if (const auto unasked = telling.not_asked(true); !unasked.empty())
            throw std::runtime_error("a page was content without asking for " + *unasked.begin());
        if (const auto number = case_in(browser.path()); !number.empty()) answer.pair("case", number);
        if (const auto number = nomination_in(browser.path() + " " + browser.text()); !number.empty())
            answer.pair("nomination", number);
        return {201, {}, answer.end_object().take(), "application/json"};
    }
    return {browser.status(), {}, answer.pair("text", browser.text()).end_object().take(), "application/json"};
}

namespace {

http::Response not_in_order(const std::set<std::string>& fields)
{
    form::JsonWriter answer;
    answer.object().name("fields").array();
    for (const auto& field : fields) answer.object().pair("field", field).end_object();
    return {400, {}, answer.end_array().end_object().take(), "application/json"};
}

http::Response not_yet(const std::set<std::string>& requirements)
{
    form::JsonWriter answer;
    answer.object().name("findings").array();
    for (const auto& id : requirements)
        answer.object().pair("requirement", id).pair("force", "must").pair("met", false).end_object();
    return {422, {}, answer.end_array().end_object().take(), "application/json"};
}

}  // namespace

http::Response PageHand::post(Browser& browser, const std::string& api_path, const std::string& told) const
{
    for (const auto& [api, page, row] : asked_together)
        if (const auto parts = web::Pattern(api).match(api_path)) {
            const auto address = filled(page, *parts);
            browser.open(address);
            return type_into(browser, address, json::serialize(in_row(json::parse(told).as_object(), parts->at(std::string(row)))));
        }
    const auto pages = pages_of(api_path);
    if (pages.empty()) throw std::runtime_error("no page does " + api_path);
    for (const auto& page : pages) {
        if (browser.open(page).landed()) throw std::runtime_error(page + " leads to " + browser.path());
        if (browser.status() != 404) return type_into(browser, page, told);
    }
    return outcome(browser, {});
}

http::Response PageHand::type_into(Browser& browser, const std::string& page, const std::string& told) const
{
    Telling telling{json::parse(told.empty() ? "{}" : told).as_object()};
    for (int turned = 0; turned < pages_max; ++turned) {
        if (browser.status() == 422) return not_yet(missing_in(browser.body()));
        const auto form = form_sent_to(page, forms_of(browser.body()), telling.names());
        if (browser.status() == 400) {
            if (!form) return outcome(browser, telling);
            const auto faults = faults_in(browser.body(), *form);
            const auto requirements = requirements_of_rows(faults);
            return requirements.empty() ? not_in_order(faults) : not_yet(requirements);
        }
        if (browser.status() != 200 || browser.landed()) return outcome(browser, telling);
        if (!form) return not_yet(missing_in(browser.body()));  // the step is closed: its box stands there instead

        const bool last = form->can(FormOnPage::confirmed);
        auto fields = last ? form->values : telling.fill(*form);
        const auto files = telling.choose_files(*form);
        // Somebody who is not asked has nowhere to say it; a form of several pages may ask on the next.
        if (const auto unasked = telling.not_asked(last); !form->can(FormOnPage::next) && !unasked.empty()) return not_in_order(unasked);
        if (last)
            fields.emplace_back("step", FormOnPage::confirmed);
        else if (!form->buttons.empty() && !form->buttons.front().first.empty())
            fields.push_back(form->buttons.front());
        browser.submit(*form, fields, files);
    }
    throw std::runtime_error("the form at " + page + " has no end: " + browser.text());
}

}  // namespace lots::test
