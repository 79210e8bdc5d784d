#include "stories/page_says.h"

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <map>
#include <string_view>

#include "form/rows.h"

namespace lots::test {

namespace {

/// The requirement that a line of a box is about, as it says to programs: data-requirement="S0-22".
std::string requirement_in(std::string_view line)
{
    constexpr std::string_view name = "data-requirement=\"";
    const auto at = line.find(name);
    if (at == std::string_view::npos) return {};
    const auto from = at + name.size();
    return std::string(line.substr(from, line.find('"', from) - from));
}

}  // namespace

std::set<std::string> missing_in(const std::string& body)
{
    std::set<std::string> ids;
    const auto box = body.find("<section class=\"sig-gate");
    if (box == std::string::npos) return ids;
    const auto end = body.find("</section>", box);
    const std::string mark = "sig-gate__line--missing";
    for (auto at = body.find(mark, box); at != std::string::npos && at < end; at = body.find(mark, at + 1)) {
        const auto next = std::min(body.find("sig-gate__line--", at + mark.size()), end);
        if (auto id = requirement_in(std::string_view(body).substr(at, next - at)); !id.empty()) ids.insert(std::move(id));
    }
    return ids;
}

std::set<std::string> faults_in(const std::string& body, const FormOnPage& form)
{
    std::set<std::string> fields;
    const auto list = body.find("govuk-error-summary__list");
    if (list == std::string::npos) return fields;
    const auto end = body.find("</ul>", list);
    const std::string link = "href=\"#", of_day = "-day";
    for (auto at = body.find(link, list); at != std::string::npos && at < end; at = body.find(link, at + 1)) {
        const auto from = at + link.size();
        auto field = body.substr(from, body.find('"', from) - from);
        if (field.ends_with(of_day) && form.has(field)) field.erase(field.size() - of_day.size());
        fields.insert(std::move(field));
    }
    return fields;
}

std::set<std::string> requirements_of_rows(const std::set<std::string>& faults)
{
    static const std::map<std::string, std::string> asked_for_by{{"result", "S3-10"},
                                                                 {"goal_text", "S3-10"},
                                                                 {"agency", "S1-62"},
                                                                 {"accepted_on", "S1-62"},
                                                                 {"handed_note", "S1-62"}};
    std::set<std::string> all;
    for (const auto& field : faults) {
        const auto mark = field.find(form::row_mark);
        const auto found = asked_for_by.find(field.substr(0, mark));
        if (mark == std::string::npos || found == asked_for_by.end()) return {};
        all.insert(found->second);
    }
    return all;
}

std::string case_in(const std::string& path)
{
    const std::string before = "/arende/";
    const auto at = path.find(before);
    if (at == std::string::npos) return {};
    const auto from = at + before.size();
    const auto number = path.substr(from, path.find_first_of("/?", from) - from);
    return number.starts_with("F-") ? std::string{} : number;
}

std::string nomination_in(const std::string& text)
{
    int newest = 0;
    for (auto at = text.find("F-"); at != std::string::npos; at = text.find("F-", at + 1)) {
        const bool begins = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
        const auto digits = text.substr(at + 2, 6);
        if (begins && !digits.empty() && std::isdigit(static_cast<unsigned char>(digits[0])) != 0)
            newest = std::max(newest, std::atoi(digits.c_str()));
    }
    return newest == 0 ? std::string{} : "F-" + std::to_string(newest);
}

}  // namespace lots::test
