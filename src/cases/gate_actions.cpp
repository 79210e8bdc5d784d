#include "cases/gate_actions.h"

#include <algorithm>
#include <iterator>
#include <utility>
#include <vector>

#include "cases/page.h"

namespace lots::cases {

namespace {

constexpr std::string_view digits = "0123456789";

bool fits(std::string_view wanted, std::string_view about)
{
    if (wanted == "*") return true;
    if (wanted == "#") return !about.empty() && about.find_first_not_of(digits) == std::string_view::npos;
    if (wanted.ends_with('-')) return about.size() > wanted.size() && about.starts_with(wanted);
    return wanted == about;
}

/// "goal-3" → "3".
std::string_view number_of(std::string_view about)
{
    const auto before = about.find_last_not_of(digits);
    return before == std::string_view::npos ? about : about.substr(before + 1);
}

html::Url page_of(html::Url page, std::string_view path, std::string_view about, std::string_view here)
{
    while (!path.empty()) {
        const auto end = std::min(path.find('/'), path.size());
        const auto part = path.substr(0, end);
        page = std::move(page) / (part == "{number}" ? number_of(about) : part == "{here}" ? here : part);
        path.remove_prefix(std::min(end + 1, path.size()));
    }
    return page;
}

}  // namespace

web::ActionsFor actions_of(const access::CasePermit& permit, Language language, std::span<const Mend> mends,
                           const std::string& here)
{
    std::vector<Mend> allowed;
    std::ranges::copy_if(mends, std::back_inserter(allowed), [&](const Mend& mend) {
        return access::would_allow(permit, mend.operation, mend.compartment) >= mend.least;
    });
    return [allowed, language, here, url = case_url(permit)](const guideline::Finding& finding) {
        std::vector<web::GateAction> actions;
        for (const auto& mend : allowed)
            if (mend.requirement->id == finding.requirement->id && fits(mend.about, finding.about))
                actions.push_back({say(language, mend.words), page_of(url, mend.path, finding.about, here)});
        return actions;
    };
}

}  // namespace lots::cases
