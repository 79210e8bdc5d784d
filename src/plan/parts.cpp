#include "cases/page.h"
#include "cases/youth.h"
#include "form/labels.h"
#include "guideline/law.h"
#include "plan/pages.h"
#include "plan/store.h"

// What several pages show of a commitment.
namespace lots::plan {

using access::Answer;
using access::Compartment;
using access::Operation;
using html::Html;
using namespace html::literals;

namespace {

struct StatusWord {
    MessageKey words;
    html::TagKind colour;
};

StatusWord word_of(Status status)
{
    switch (status) {
    case Status::ongoing: return {"common.commitment_state.ongoing", html::TagKind::blue};
    case Status::done: return {"common.commitment_state.done", html::TagKind::green};
    case Status::not_done: return {"common.commitment_state.not_done", html::TagKind::orange};
    case Status::cancelled: return {"common.commitment_state.dropped", html::TagKind::grey};
    case Status::not_started: break;
    }
    return {"common.commitment_state.not_started", html::TagKind::grey};
}

}  // namespace

web::AboutWords about_words(Language language)
{
    return [language](const guideline::Finding& finding) -> std::string {
        constexpr std::string_view goal = "goal-";
        if (finding.about.empty()) return {};
        constexpr std::string_view area = "area-";
        if (finding.about == "pages") return say(language, "plan.about.pages");
        if (finding.about.starts_with(area)) return area_words(language, finding.about.substr(area.size()));
        if (finding.about.starts_with(goal)) return say(language, "plan.about.goal", {{"number", finding.about.substr(goal.size())}});
        return say(language, "plan.about.commitment", {{"number", finding.about}});
    };
}

std::string area_words(Language language, const std::string& link)
{
    const auto key = MessageKey::of_name("plan.link." + link);
    check(key.has_value(), "a link of the life has no words in the catalogue");
    return say(language, *key);
}

std::string status_words(Language language, Status status) { return say(language, word_of(status).words); }

Html status_tags(const Commitment& commitment, Date today, Language language)
{
    const auto word = word_of(commitment.status);
    Html tags = html::status_tag(say(language, word.words), word.colour);
    if (late(commitment.promise(), today)) tags << " "_m << html::status_tag(say(language, "common.commitment_flag.late"), html::TagKind::red);
    if (commitment.needs_help && commitment.open())
        tags << " "_m << html::status_tag(say(language, "common.commitment_flag.needs_help"), html::TagKind::yellow);
    return tags;
}

std::string police_law(const Wording& wording)
{
    if (wording.agency_kind != "police") return {};
    const auto law = guideline::legal_reference("polislagen-2", local_day(wording.made_at));
    return law ? guideline::wording(*law) : std::string{};
}

Html wording_list(const Commitment& commitment, const Wording& wording, const web::Asked& asked, What what)
{
    html::SummaryList list;
    const auto row = [&](MessageKey key, html::Content value) { list.rows.push_back({.key = asked.say(key), .value = std::move(value)}); };
    const auto or_missing = [&](const std::string& text) { return text.empty() ? asked.say("plan.not_said_yet") : text; };
    if (what == What::shown) row("plan.what", wording.measure);
    row("plan.who", wording.helper_name.empty()
                        ? wording.owner_words
                        : asked.say("plan.with_helper", {{"owner", wording.owner_words}, {"helper", wording.helper_name}}));
    if (const auto law = police_law(wording); !law.empty()) row("plan.police_law", law);
    if (wording.kind != "support") row("plan.kind", form::Labels(asked.language(), "add_commitment").find("kind", wording.kind));
    if (!wording.activity.empty()) row("plan.activity", wording.activity);
    if (wording.from_assessment) row("plan.from_assessment", asked.say("form.yes"));
    // The day that counts: moved at a meeting, or as it was promised.
    const bool moved = commitment.moved_to && wording.words_seq() == commitment.in_force().words_seq();
    auto when = say_date(asked.language(), moved ? *commitment.moved_to : wording.last_day);
    if (wording.start_on)
        when = asked.say("plan.from_to", {{"from", say_date(asked.language(), *wording.start_on)}, {"until", when}});
    row("plan.when", when);
    row("plan.how", or_missing(wording.documented_how));
    row("plan.plain", or_missing(wording.plain_words));
    if (wording.after) row("plan.order", asked.say("plan.after", {{"number", std::to_string(*wording.after)}}));
    return html::summary_list(list);
}

Html commitment_now(const access::CasePermit& permit, const Commitment& commitment, const web::Asked& asked)
{
    Html now;
    now << html::heading(3, std::to_string(commitment.number) + ". " + commitment.in_force().measure)
        << html::paragraph(status_tags(commitment, asked.today, asked.language()))
        << wording_list(commitment, commitment.in_force(), asked, What::in_heading);
    if (!commitment.note.empty()) now << html::inset_text({.text = asked.say("plan.last_said", {{"text", commitment.note}})});
    if (!commitment.decided) now << html::paragraph(asked.say("plan.is_draft"));
    const bool may = access::would_allow(permit, Operation::accept_commitment, Compartment::room) == Answer::yes ||
                     is_promised_by_reader(permit, commitment.draft);
    if (may && !commitment.draft.accepted && !commitment.draft.dropped)
        now << html::paragraph(html::link(cases::case_url(permit) / "atagande" / std::to_string(commitment.number) / "ta-pa-dig",
                                          asked.say("plan.accept")));
    return now;
}

Html plain_plan(const access::CasePermit& permit, const std::vector<Commitment>& list, const web::Asked& asked, int level)
{
    const auto name = cases::youth_of(permit).given_name;
    std::vector<html::Content> own, others;
    for (const auto& one : list) {
        const auto& wording = one.in_force();
        if (one.status == Status::cancelled) continue;
        const auto& text = wording.plain_words.empty() ? wording.measure : wording.plain_words;
        Html line;
        line << html::text(text) << html::text(" ")
             << html::text(asked.say("plan.plain_done_by", {{"day", say_date_short(asked.language(), one.last_day())}})) << html::text(" ");
        // Without flags: nobody is late on this page (settled 30).
        const auto word = word_of(one.status);
        line << html::status_tag(say(asked.language(), word.words), word.colour);
        (wording.owner == Owner::youth ? own : others).emplace_back(std::move(line));
    }
    Html page;
    if (!own.empty()) page << html::heading(level, asked.say("plan.plain_own", {{"name", name}})) << html::numbered(own);
    if (!others.empty()) page << html::heading(level, asked.say("plan.plain_others")) << html::bullets(others);
    return page;
}

}  // namespace lots::plan
