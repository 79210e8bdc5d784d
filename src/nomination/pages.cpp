#include "nomination/pages.h"

#include "cases/page.h"
#include "cases/paging.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "guideline/law.h"
#include "nomination/store.h"
#include "organisation/store.h"

namespace lots::nomination {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

/// What was chosen, one on each line.
html::Content chosen(const form::Labels& labels, std::string_view name, const std::vector<std::string>& codes)
{
    if (codes.size() == 1) return labels.find(name, codes.front());
    std::vector<html::Content> all;
    for (const auto& code : codes) all.emplace_back(labels.find(name, code));
    return html::bullets(all);
}

/// The proposal as a list of questions and answers, in the words of the form that made it.
Html answers(const Nomination& n, const web::Asked& asked, access::Work& work)
{
    const form::Labels labels(asked.language(), "propose");
    html::SummaryList list;
    const auto row = [&](const char* name, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = labels.label(name), .value = value});
    };
    const auto choices = [&](const char* name, const std::vector<std::string>& codes) {
        if (!codes.empty()) list.rows.push_back({.key = labels.label(name), .value = chosen(labels, name, codes)});
    };
    list.rows.push_back({.key = asked.say("nomination.from"), .value = organisation::agency_name(work, n.agency)});
    list.rows.push_back({.key = asked.say("nomination.received"), .value = say_moment(asked.language(), n.received_at)});
    choices("legal_ground", {n.legal_ground});
    if (const auto law = guideline::legal_reference(n.legal_reference, n.noticed_on))
        list.rows.push_back({.key = asked.say("nomination.law"), .value = guideline::wording(*law)});
    row("noticed_on", say_date(asked.language(), n.noticed_on));
    row("registry_number", n.registry_number);
    row("police_matter_code", n.police_matter_code);
    row("matter_code_reason", n.matter_code_reason);
    row("lul_reference", n.lul_reference);
    row("reporter_unit", n.reporter_unit);
    row("on_behalf_name", n.on_behalf_name);
    if (!n.on_behalf_way.empty()) choices("on_behalf_way", {n.on_behalf_way});
    row("considered_for_sig", n.considered_for_sig ? asked.say("form.yes") : asked.say("form.no"));
    row("flag_note", n.flag_note);
    row("ground_motive", n.ground_motive);
    row("ground_manager", n.ground_manager);
    choices("reasons", n.reasons);
    if (n.debut_known == "no") choices("debut_known", {n.debut_known});
    row("debut_age", n.debut_age ? std::to_string(*n.debut_age) : "");
    choices("strategic_crimes", n.strategic_crimes);
    row("reason", n.reason);
    row("why_sig", n.why_sig);
    row("weighing", n.weighing);
    choices("origin", {n.origin});
    row("discharge_date", n.discharge_date ? say_date(asked.language(), *n.discharge_date) : "");
    choices("known_before", {n.known_before});
    row("feedback_asked", n.feedback_asked ? asked.say("form.yes") : asked.say("form.no"));
    return html::summary_list(list);
}

/// What social services added: the number of the notice, the consent behind it, what was told, and how long it is kept.
Html file_part(const access::CasePermit& permit, const web::Asked& asked)
{
    html::SummaryList list;
    const auto add = [&](const std::string& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = key, .value = value});
    };
    const auto day = [&](Date on) { return say_date(asked.language(), on); };
    const form::Labels propose(asked.language(), "propose"), review(asked.language(), "take_up"), told(asked.language(), "give_feedback");
    if (const auto consent = referral_consent_of(permit)) {
        add(asked.say("nomination.consent"), asked.say("nomination.consent.days", {{"from", day(consent->given_on)}, {"to", day(consent->last_day)}}));
        add(propose.label("consent_way"), propose.find("consent_way", consent->way));
        add(propose.label("consent_kept_at"), consent->kept_at);
    }
    if (const auto taken_up = review_of(permit)) {
        add(review.label("notice_number"), taken_up->notice_number);
        add(review.label("district"), district_of(permit).value_or(""));
        if (!taken_up->known_before.empty()) add(review.label("known_before"), review.find("known_before", taken_up->known_before));
    }
    if (const auto feedback = feedback_of(permit)) {
        add(told.label("told"), told.find("told", feedback->told));
        add(told.label("given_on"), day(*feedback->given_on));
        add(told.label("reason"), feedback->reason);
    }
    if (const auto back = taken_back_of(permit)) {
        add(asked.say("nomination.taken_back_on"), day(*back->taken_back_on));
        add(asked.say("nomination.taken_back_why"), back->reason);
    }
    for (const auto& kept : retentions_of(permit)) add(asked.say("nomination.kept_until"), day(kept.last_day));
    if (list.rows.empty()) return {};
    Html part = html::heading(3, asked.say("nomination.file"));
    part << html::summary_list(list);
    return part;
}

/// What may still be done with it, for those who keep the file.
Html file_links(const access::CasePermit& permit, const web::Asked& asked)
{
    if (access::would_allow(permit, Operation::keep_file, Compartment::social_services) == Answer::no) return {};
    std::vector<html::Content> links;
    const auto url = cases::case_url(permit) / "forslag";
    if (!feedback_of(permit)) links.emplace_back(html::link(url / "aterkoppling", asked.say("command.give_feedback.title")));
    if (!taken_back_of(permit)) links.emplace_back(html::link(url / "aterta", asked.say("command.take_back.title")));
    return links.empty() ? Html{} : html::bullets(links);
}

}  // namespace

html::Url own_url(const access::CasePermit& permit)
{
    return "/arende"_url / ("F-" + std::to_string(permit.facts().nomination_number)) / "forslag";
}

namespace {

/// The link stands there in every state, so that the page tells nothing by not having it (settled 20).
Html take_back_part(const access::CasePermit& permit, const web::Asked& asked)
{
    if (const auto day = taken_back_by_reader(permit)) return html::inset_text({.text = asked.say("nomination.own.taken_back", {{"day", *day}})});
    return html::paragraph(html::link(own_url(permit) / "ta-tillbaka", asked.say("command.take_back_own.title")));
}

/// The same in every state: what becomes of a proposal is told by social services and by nobody's page (settled 20).
Html what_happens_next(const web::Asked& asked)
{
    Html part = html::heading(2, asked.say("nomination.next.title"));
    part << html::numbered({asked.say("nomination.next.received"), asked.say("nomination.next.judged"),
                            asked.say("nomination.next.told")})
         << html::paragraph(asked.say("nomination.next.new_worry"));
    return part;
}

}  // namespace

Result<web::View> own_page(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    web::View view;
    view.title = asked.say("nomination.own.title");
    view.main << html::heading(1, view.title);
    const auto part = cases::part_asked(asked, "sida", count_own_receipts(work));
    const auto receipts = own_receipts(work, cases::lines_a_page, part.skip());
    if (receipts.empty()) {
        view.main << html::empty_state(
            {.title = asked.say("nomination.own.empty"),
             .text = asked.say("nomination.own.empty_text"),
             .action = html::button({.text = asked.say("nomination.own.propose"), .href = "/foresla"_url})});
        return view;
    }
    view.main << html::paragraph(asked.say("nomination.own.lead"));
    html::Table table;
    table.caption = asked.say("nomination.own.caption");
    table.caption_classes = "govuk-visually-hidden";  // the heading above says it
    table.head = {asked.say("nomination.number"), asked.say("nomination.received")};
    for (const auto& receipt : receipts)
        table.rows.push_back({html::Cell(html::link("/arende"_url / receipt.number / "forslag", receipt.number)),
                              html::Cell(say_moment(asked.language(), receipt.received_at))});
    view.main << html::table(table) << cases::paging(asked, part, static_cast<int>(receipts.size()), "/mina-forslag"_url)
              << what_happens_next(asked)
              << html::button({.text = asked.say("nomination.own.propose"), .href = "/foresla"_url});
    return view;
}

Result<web::View> nomination_page(access::Work& work, const web::Asked& asked)
{
    auto permit = access::permit<Operation::read_nomination>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto nomination = of_case(*permit);
    if (!permit->covers(Compartment::social_services)) {
        // The proposer's own text, in the same page whatever became of it.
        web::View view;
        view.title = asked.say("nomination.own.one", {{"number", "F-" + std::to_string(permit->facts().nomination_number)}});
        view.before_main = html::back_link(asked.words(), {.href = "/mina-forslag"_url});
        view.main << html::heading(1, view.title) << html::paragraph(asked.say("nomination.own.received_text"))
                  << answers(nomination, asked, work) << what_happens_next(asked) << take_back_part(*permit, asked);
        return view;
    }
    Html content = answers(nomination, asked, work);
    content << file_part(*permit, asked) << file_links(*permit, asked);
    if (access::would_allow(*permit, Operation::take_up, Compartment::social_services) != Answer::no)
        content << html::button({.text = asked.say("command.take_up.title"), .href = cases::case_url(*permit) / "ta-upp"});
    return cases::case_page(*permit, asked, "forslag", asked.say("cases.nav.nomination"), std::move(content));
}

Result<std::string> own_json(access::Work& work, const web::Asked& asked)
{
    if (auto allowed = access::allow(work, Operation::propose); !allowed) return allowed.error();
    auto part = cases::part_asked(asked, "page", count_own_receipts(work));
    const auto receipts = own_receipts(work, cases::lines_a_page, part.skip());
    if (part.pages == 1) part.total = static_cast<int>(receipts.size());
    form::JsonWriter json;
    json.object().name("nominations").array();
    for (const auto& receipt : receipts)
        json.object().pair("nomination", receipt.number).pair("received_at", receipt.received_at).end_object();
    json.end_array();
    cases::write_paging(json, part, "/api/v1/nominations"_url);
    return json.end_object().take();
}

namespace {

/// What social services added, for them alone.
void write_file(form::JsonWriter& json, const access::CasePermit& permit)
{
    if (const auto consent = referral_consent_of(permit))
        json.name("referral_consent").object().pair("given_on", consent->given_on).pair("last_day", consent->last_day)
            .pair("way", consent->way).pair("kept_at", consent->kept_at).pair("text_version", consent->text_version).end_object();
    if (const auto review = review_of(permit))
        json.pair("notice_number", review->notice_number)
            .pair("known_to_social_services", review->known_before)
            .pair("district", district_of(permit).value_or(""));
    if (const auto feedback = feedback_of(permit))
        json.name("feedback").object().pair("told", feedback->told).pair("way", feedback->way).pair("given_on", *feedback->given_on)
            .pair("decided_on", *feedback->decided_on).pair("reason", feedback->reason).end_object();
    if (const auto back = taken_back_of(permit))
        json.name("taken_back").object().pair("taken_back_on", *back->taken_back_on).pair("reason", back->reason).end_object();
    json.name("kept_until").array();
    for (const auto& kept : retentions_of(permit))
        json.object().pair("kind", kept.kind).pair("from", kept.from_day).pair("last_day", kept.last_day).end_object();
    json.end_array();
}

}  // namespace

Result<std::string> nomination_json(access::Work& work, const web::Asked& asked)
{
    auto permit = access::permit<Operation::read_nomination>(work, asked.part("case"));
    if (!permit) return permit.error();
    const auto n = of_case(*permit);
    form::JsonWriter json;
    json.object()
        .pair("nomination", "F-" + std::to_string(permit->facts().nomination_number))
        .pair("agency", organisation::agency_name(work, n.agency))
        .pair("legal_ground", n.legal_ground)
        .pair("noticed_on", n.noticed_on)
        .pair("registry_number", n.registry_number)
        .pair("police_matter_code", n.police_matter_code)
        .pair("matter_code_reason", n.matter_code_reason)
        .pair("lul_reference", n.lul_reference)
        .pair("considered_for_sig", n.considered_for_sig)
        .pair("flag_note", n.flag_note)
        .pair("ground_motive", n.ground_motive)
        .pair("ground_manager", n.ground_manager)
        .pair("on_behalf_name", n.on_behalf_name)
        .pair("on_behalf_way", n.on_behalf_way)
        .pair("debut_known", n.debut_known);
    json.name("reasons").array();
    for (const auto& reason : n.reasons) json.value(reason);
    json.end_array().maybe("debut_age", n.debut_age).name("strategic_crimes").array();
    for (const auto& crime : n.strategic_crimes) json.value(crime);
    json.end_array().pair("reason", n.reason).pair("why_sig", n.why_sig).pair("weighing", n.weighing);
    json.pair("origin", n.origin).maybe("discharge_date", n.discharge_date).pair("known_before", n.known_before);
    json.pair("feedback_asked", n.feedback_asked).pair("received_at", n.received_at);
    if (permit->covers(Compartment::social_services)) write_file(json, *permit);
    return json.end_object().take();
}

}  // namespace lots::nomination
