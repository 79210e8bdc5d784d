#include "steering/parts.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "base/check.h"
#include "cases/page.h"
#include "html/components.h"
#include "html/pictures.h"

namespace lots::steering {

using access::CaseState;
using html::Html;
using namespace html::literals;

namespace {

constexpr std::size_t quarters_to_choose = 9;

std::string words_of(const web::Asked& asked, std::string_view beginning, std::string_view code)
{
    const auto key = MessageKey::of_name(std::string(beginning) + std::string(code));
    check(key.has_value(), "what the follow-up counts has words in the catalogue");
    return asked.say(*key);
}

html::Cell count_cell(const web::Asked& asked, const std::optional<int>& count)
{
    return html::numeric(count ? say_number(asked.language(), static_cast<long long>(*count))
                               : asked.say("steering.hidden"));
}

/// Counts with their words, and the sum below them.
Html count_table(const web::Asked& asked, const std::string& caption, const std::string& what,
                 const std::vector<std::string>& words, const Shown& shown)
{
    html::Table table;
    table.caption = caption;
    table.first_cell_is_header = true;
    table.head = {html::Cell(what), html::numeric(asked.say("steering.count"))};
    for (std::size_t i = 0; i < words.size(); ++i)
        table.rows.push_back({html::Cell(words[i]), count_cell(asked, shown.counts[i])});
    table.rows.push_back({html::Cell(asked.say("steering.total")), count_cell(asked, shown.total)});
    return html::scrollable(caption, html::table(table));
}

std::string place_words(const web::Asked& asked, const Place& place)
{
    if (place.several) return asked.say("steering.place_several");
    return place.district.empty() ? asked.say("steering.place_whole") : place.district;
}

template <class What, class Say>
void add_counts(Html& part, const web::Asked& asked, bool as_they_are, const std::vector<std::pair<What, int>>& counted,
                const std::string& caption, const std::string& what, Say say_it)
{
    std::vector<std::string> words;
    std::vector<int> counts;
    for (const auto& [one, count] : counted) {
        words.push_back(say_it(one));
        counts.push_back(count);
    }
    part << count_table(asked, caption, what, words, as_they_are ? show_all(counts) : hide_few(counts));
}

/// What is really reported (S4-48): proposed and running cases of each district.
Html cross_table(const web::Asked& asked, const Figures& figures)
{
    const auto is_before_consent = [](CaseState state) { return state < CaseState::consent_pending; };
    html::Table table;
    table.caption = asked.say("steering.cross_caption");
    table.first_cell_is_header = true;
    table.head = {html::Cell(asked.say("steering.place")), html::numeric(asked.say("steering.cross.proposed")),
                  html::numeric(asked.say("steering.cross.asked")), html::numeric(asked.say("steering.cross.running"))};
    for (const auto& [place, count] : by_place(figures)) {
        if (count == 0) continue;
        int proposed = 0, waiting = 0, running = 0;
        for (const auto& one : figures.cases) {
            if (one.place != place) continue;
            if (is_before_consent(one.state))
                proposed += one.count;
            else if (one.state == CaseState::consent_pending)
                waiting += one.count;
            else
                running += one.count;
        }
        table.rows.push_back({html::Cell(place_words(asked, place)), count_cell(asked, proposed), count_cell(asked, waiting),
                              count_cell(asked, running)});
    }
    return html::scrollable(table.caption, html::table(table));
}

}  // namespace

std::string quarter_words(const web::Asked& asked, MessageKey key, Quarter quarter)
{
    return asked.say(key, {{"quarter", "q" + std::to_string(quarter.number)}, {"year", std::to_string(quarter.year)}});
}

Html quarter_choice(const web::Asked& asked, Quarter now)
{
    Html list;
    list << "<nav class=\"sig-filter\""_m << html::attr("aria-label", asked.say("steering.choose"))
         << "><ul class=\"sig-filter__list\">"_m;
    for (const auto quarter : quarters_until(asked.today, quarters_to_choose)) {
        const auto words = quarter_words(asked, "steering.quarter_short", quarter);
        list << "<li>"_m;
        if (quarter == now)
            list << "<strong aria-current=\"true\">"_m << html::text(words) << "</strong>"_m;
        else
            list << html::link("/styrgrupp"_url.with("kvartal", code_of(quarter)), words);
        list << "</li>"_m;
    }
    list << "</ul></nav>"_m;
    return list;
}

std::string median_words(const web::Asked& asked, const Figures& figures)
{
    const auto median = median_of(figures.days);
    if (!median) return asked.say("steering.median_few", {{"goal", figures.goal_days}});
    return asked.say("steering.median", {{"days", *median}, {"goal", figures.goal_days}});
}

Html late_part(const web::Asked& asked, const Figures& figures, int lifted, bool answers)
{
    Html part = html::heading(2, asked.say("steering.late"));
    html::Table table;
    table.caption = asked.say("steering.late_caption");
    table.first_cell_is_header = true;
    table.head = {html::Cell(asked.say("steering.agency")), html::numeric(asked.say("steering.count"))};
    for (const auto& one : figures.late) table.rows.push_back({html::Cell(one.name), count_cell(asked, one.late)});
    part << html::scrollable(table.caption, html::table(table)) << html::secondary_paragraph(asked.say("steering.late_own"));
    if (answers)
        part << html::paragraph(html::link("/lyfta"_url, lifted > 0 ? asked.say("steering.lifted", {{"count", lifted}})
                                                                    : asked.say("steering.lifted_to_you")));
    return part;
}

Html flow_part(const web::Asked& asked, const Figures& figures)
{
    const std::vector<std::string> words{asked.say("steering.flow.proposed"), asked.say("steering.flow.offered"),
                                         asked.say("steering.flow.consented"), asked.say("steering.flow.closed")};
    const std::vector<int> counts{figures.flow.proposed, figures.flow.offered, figures.flow.consented, figures.flow.closed};
    Html part = html::heading(2, asked.say("steering.flow"));
    const bool nothing = std::ranges::all_of(counts, [](int count) { return count == 0; });
    const bool few = std::ranges::any_of(counts, [](int count) { return count < fewest_shown; });
    if (figures.as_they_are && nothing) return part << html::paragraph(asked.say("steering.flow_nothing"));
    if (!figures.as_they_are && few) {
        html::Table table;
        table.caption = asked.say("steering.flow_caption");
        table.first_cell_is_header = true;
        table.head = {html::Cell(asked.say("steering.flow_step")), html::numeric(asked.say("steering.count"))};
        for (std::size_t i = 0; i < words.size(); ++i)
            table.rows.push_back({html::Cell(words[i]), count_cell(asked, unless_few(counts[i]))});
        return part << html::scrollable(table.caption, html::table(table));
    }
    html::FlowPicture picture;
    picture.text.id = "flode";
    picture.text.finding =
        asked.say("steering.flow_finding",
                  {{"proposed", counts[0]}, {"offered", counts[1]}, {"consented", counts[2]}, {"closed", counts[3]}});
    picture.text.title = asked.say("steering.flow");
    picture.text.description = asked.say("steering.flow_description");
    picture.text.head = {asked.say("steering.flow_step"), asked.say("steering.count")};
    for (std::size_t i = 0; i < words.size(); ++i) picture.bars.push_back({words[i], counts[i]});
    part << html::flow_picture(asked.words(), picture);
    // S4-48: consent, yes or no. Who said no is a small number that only the steering group has as it is.
    const auto declined = figures.as_they_are ? std::optional<int>(figures.flow.declined) : unless_few(figures.flow.declined);
    if (declined) part << html::paragraph(asked.say("steering.flow_declined", {{"count", *declined}}));
    return part;
}

Html days_part(const web::Asked& asked, const Figures& figures)
{
    Html part = html::heading(2, asked.say("steering.days"));
    const auto finding = median_words(asked, figures);
    if (figures.days.size() < html::fewest_dots)
        return part << html::paragraph(finding) << html::paragraph(asked.say("steering.days_few"));
    html::DotPicture picture;
    picture.text.id = "dagar";
    picture.text.finding = finding;
    picture.text.title = asked.say("steering.days");
    picture.text.description = asked.say("steering.days_description");
    picture.text.head = {asked.say("steering.days_head"), asked.say("steering.count")};
    picture.days = figures.days;
    picture.target = figures.goal_days;
    picture.target_words = asked.say("steering.days_goal", {{"days", figures.goal_days}});
    picture.median = median_of(figures.days);
    if (picture.median) picture.median_words = asked.say("steering.days_median", {{"days", *picture.median}});
    picture.axis = asked.say("steering.days_axis");
    return part << html::dot_picture(asked.words(), picture);
}

Html cases_part(const web::Asked& asked, const Figures& figures)
{
    Html part = html::heading(2, asked.say("steering.cases"));
    if (figures.cases.empty() && figures.as_they_are) return part << html::paragraph(asked.say("steering.cases_none"));
    add_counts(part, asked, figures.as_they_are, by_state(figures), asked.say("steering.by_state"),
               asked.say("steering.state"), [&](CaseState state) { return cases::state_words(asked.language(), state); });
    add_counts(part, asked, figures.as_they_are, by_place(figures), asked.say("steering.by_place"),
               asked.say("steering.place"), [&](const Place& place) { return place_words(asked, place); });
    if (figures.as_they_are) part << cross_table(asked, figures);
    return part;
}

Html ended_part(const web::Asked& asked, const Figures& figures)
{
    Html part = html::heading(2, asked.say("steering.ended"));
    if (!may_break_down(figures.quarter, asked.today)) return part << html::paragraph(asked.say("steering.ended_later"));
    const auto shown = hide_few(figures.ended);
    if (std::ranges::none_of(shown.counts, [](const auto& count) { return count.has_value(); }))
        return part << html::paragraph(asked.say("steering.ended_few"));
    std::vector<std::string> words;
    for (const auto reason : reasons) words.push_back(words_of(asked, "steering.reason.", reason));
    return part << count_table(asked, asked.say("steering.ended_caption"), asked.say("steering.reason"), words, shown);
}

}  // namespace lots::steering
