#include <string_view>

#include "base/check.h"
#include "cases/day.h"
#include "cases/page.h"
#include "guideline/requirements.h"
#include "web/gates.h"

namespace lots::cases {

using html::Html;

html::Url duty_url(const access::CasePermit& permit, const DutyLine& duty)
{
    auto url = case_url(permit);
    std::string_view rest = duty.path;
    while (!rest.empty()) {
        const auto cut = rest.find('/');
        url = url / rest.substr(0, cut);
        rest = cut == std::string_view::npos ? std::string_view{} : rest.substr(cut + 1);
    }
    return url;
}

std::string duty_words(Language language, const DutyLine& duty)
{
    const auto what = MessageKey::of_name(duty.what);
    check(what.has_value(), "a duty has no words in the catalogue");
    return say(language, *what, {{Arg("number", duty.number.value_or(0))}});
}

std::string said_to_bystander(const DutyLine& duty, const web::Asked& asked)
{
    const bool officers = duty.what == "duty.replace_officer" || duty.what == "duty.appoint_officer";
    if (!duty.person && officers) return asked.say("cases.day.no_officer");
    const bool of_police = duty.what == "duty.remove_asp" || duty.what == "duty.change_asp_contact";
    if (asked.reader.role == access::Role::agency_manager && of_police) return asked.say("cases.day.no_police");
    return {};
}

std::string due_words(const web::Asked& asked, Date last_day)
{
    const int late = days_between(last_day, asked.today);
    return late > 0 ? asked.say("cases.day.late_by", {{"days", late}}) : say_date_short(asked.language(), last_day);
}

Html duty_why(const web::Asked& asked, const std::string& requirement)
{
    for (const auto* one : guideline::requirements)
        if (one->id == requirement)
            return html::details(
                {.summary = asked.words().why, .body = web::requirement_words(asked.language(), *one, asked.today)});
    return {};
}

}  // namespace lots::cases
