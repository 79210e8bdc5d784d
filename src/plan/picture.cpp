#include "plan/picture.h"

#include <algorithm>
#include <utility>

#include "plan/pages.h"

namespace lots::plan {

using html::Html;

namespace {

html::BarState drawn_as(Status status, Owner owner)
{
    switch (status) {
    case Status::ongoing: return html::BarState::ongoing;
    case Status::done: return html::BarState::done;
    case Status::not_done: return owner == Owner::agency ? html::BarState::missed : html::BarState::planned;
    case Status::not_started:
    case Status::cancelled: break;
    }
    return html::BarState::planned;
}

/// As the plan reads now: the draft, as the cards of the page do. The moved day counts while the wording that it was agreed for holds.
Date last_day_of(const Commitment& one) { return one.moved_to && !one.reworded() ? *one.moved_to : one.draft.last_day; }

bool is_drawn(const Commitment& one) { return !one.draft.dropped && one.status != Status::cancelled; }

}  // namespace

std::vector<html::OrderBar> bars_of(Language language, const std::vector<Commitment>& all)
{
    std::vector<html::OrderBar> bars;
    for (const auto& one : all) {
        if (!is_drawn(one)) continue;
        html::OrderBar bar;
        bar.number = one.number;
        bar.text = one.draft.measure;
        bar.state_words = status_words(language, one.status);
        bar.state = drawn_as(one.status, one.draft.owner);
        bar.from = one.draft.start_on ? *one.draft.start_on : local_day(one.draft.made_at);
        bar.last_day = last_day_of(one);
        bar.after = one.draft.after;
        bars.push_back(std::move(bar));
    }
    return bars;
}

Html order_part(const web::Asked& asked, const std::vector<Commitment>& all)
{
    html::OrderPicture picture;
    picture.bars = bars_of(asked.language(), all);
    if (picture.bars.size() < 2) return {};
    const auto open = std::ranges::count_if(all, [](const Commitment& one) { return is_drawn(one) && one.open(); });
    const auto last = std::ranges::max(picture.bars, {}, &html::OrderBar::last_day).last_day;
    picture.text.id = "planens-ordning";
    picture.text.finding = asked.say("plan.picture.finding", {{"open", open}, {"day", say_date_short(asked.language(), last)}});
    picture.text.title = asked.say("plan.picture.title");
    picture.text.description = asked.say("plan.picture.description");
    picture.text.head = {asked.say("plan.picture.number"), asked.say("plan.what"),         asked.say("plan.picture.from"),
                         asked.say("plan.picture.until"),  asked.say("plan.picture.after"), asked.say("plan.picture.state")};
    picture.today = asked.today;
    picture.today_words = asked.say("plan.picture.today");
    return html::order_picture(asked.words(), picture);
}

Readability plain_readability(const std::vector<Commitment>& all)
{
    std::string text;
    for (const auto& one : all)
        if (is_drawn(one) && !one.draft.plain_words.empty()) text.append(one.draft.plain_words).append("\n");
    return readability(text);
}

std::string readability_words(Language language, const std::vector<Commitment>& all)
{
    const auto count = plain_readability(all);
    if (count.words == 0) return {};
    const auto key = [&]() -> MessageKey {
        switch (ease_of(count.lix())) {
        case Ease::easy: return "plan.readability.easy";
        case Ease::medium: return "plan.readability.medium";
        case Ease::hard: break;
        }
        return "plan.readability.hard";
    }();
    return say(language, key, {{"lix", count.lix()}, {"words", count.longest_sentence}});
}

}  // namespace lots::plan
