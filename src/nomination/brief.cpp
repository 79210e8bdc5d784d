#include "cases/page.h"
#include "form/labels.h"
#include "nomination/pages.h"
#include "nomination/store.h"
#include "organisation/store.h"

namespace lots::nomination {

namespace {

/// "Rån, Tillgrepp av motorfordon", in the words of the form.
std::string in_words(const form::Labels& labels, std::string_view name, const std::vector<std::string>& codes)
{
    std::string all;
    for (const auto& code : codes) all += (all.empty() ? "" : ", ") + labels.find(name, code);
    return all;
}

}  // namespace

html::Html proposal_in_short(const access::CasePermit& permit, const web::Asked& asked)
{
    const auto n = of_case(permit);
    const form::Labels labels(asked.language(), "propose");
    html::SummaryList list;
    const auto row = [&](const std::string& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    const auto answer = [&](const char* name, const std::string& value) { row(labels.label(name), value); };
    row(asked.say("nomination.from"), organisation::agency_name(permit.work(), n.agency));
    row(asked.say("nomination.received"), say_moment(asked.language(), n.received_at));
    answer("reasons", in_words(labels, "reasons", n.reasons));
    answer("debut_age", n.debut_age ? std::to_string(*n.debut_age) : std::string{});
    answer("strategic_crimes", in_words(labels, "strategic_crimes", n.strategic_crimes));
    answer("reason", n.reason);
    answer("why_sig", n.why_sig);
    answer("weighing", n.weighing);
    if (n.origin != "none") answer("origin", labels.find("origin", n.origin));
    answer("discharge_date", n.discharge_date ? say_date(asked.language(), *n.discharge_date) : std::string{});

    html::Html part = html::heading(3, asked.say("nomination.short.title"));
    part << html::summary_list(list)
         << html::paragraph(html::link(cases::case_url(permit) / "forslag", asked.say("nomination.short.whole")));
    return part;
}

}  // namespace lots::nomination
