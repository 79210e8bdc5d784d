#include <algorithm>
#include <map>

#include "html/picture_parts.h"

namespace lots::html {

namespace {

constexpr int left = picture_edge, right = picture_width - picture_edge, text_above = 14;

void put_line(Html& out, std::string_view classes, int x1, int y1, int x2, int y2)
{
    out << "<line"_m << attr("class", classes);
    put(out, "x1", x1);
    put(out, "y1", y1);
    put(out, "x2", x2);
    put(out, "y2", y2);
    out << "></line>"_m;
}

/// The days in weeks: "0–6", and how many there are.
std::vector<std::vector<Cell>> weeks_of(Language language, const std::vector<int>& days)
{
    std::map<int, int> weeks;
    for (const int day : days) ++weeks[std::max(day, 0) / 7];
    std::vector<std::vector<Cell>> rows;
    for (const auto& [week, count] : weeks)
        rows.push_back({say(language, "html.pictures.days", {{"from", week * 7}, {"to", week * 7 + 6}}),
                        numeric(say_number(language, static_cast<long long>(count)))});
    return rows;
}

}  // namespace

Html flow_picture(const Words& words, const FlowPicture& o)
{
    if (o.bars.empty()) return {};
    constexpr int row_height = 40, bar_top = 20, bar_height = 14, room_for_count = 56;
    const auto language = language_of_words(words);
    const auto shown = std::min(o.bars.size(), most_marks);
    const int most = std::max(1, std::ranges::max(o.bars, {}, &FlowBar::count).count);
    Html drawn;
    std::vector<std::vector<Cell>> rows;
    for (std::size_t i = 0; i < o.bars.size(); ++i) {
        const auto& bar = o.bars[i];
        const int count = std::max(bar.count, 0);
        const auto figure = say_number(language, static_cast<long long>(count));
        rows.push_back({bar.text, numeric(figure)});
        if (i >= shown) continue;
        const int top = static_cast<int>(i) * row_height;
        // In wider numbers: a count of millions times the width is more than an int holds.
        const auto width = static_cast<int>(static_cast<long long>(right - left - room_for_count) * count / most);
        put_words(drawn, left, top + text_above, "sig-picture__text", shortened(bar.text, letters_in(right - left)));
        if (count > 0) {
            drawn << "<rect class=\"sig-picture__bar sig-picture__bar--done\""_m;
            put(drawn, "x", left);
            put(drawn, "y", top + bar_top);
            put(drawn, "width", std::max(width, 2));
            put(drawn, "height", bar_height);
            put(drawn, "rx", 3);
            drawn << "></rect>"_m;
        }
        put_words(drawn, left + (count > 0 ? std::max(width, 2) + 6 : 0), top + bar_top + 12, "sig-picture__text", figure);
    }
    int height = static_cast<int>(shown) * row_height;
    put_rest(drawn, words, o.bars.size() - shown, height + text_above);
    if (o.bars.size() > shown) height += row_height / 2;
    return framed(words, o.text, height + picture_edge, drawn, rows);
}

Html dot_picture(const Words& words, const DotPicture& o)
{
    Html out;
    if (o.days.empty()) return out;
    if (o.days.size() < fewest_dots) {
        out << "<p class=\"govuk-body sig-picture__finding\">"_m << text(o.text.finding) << "</p>"_m;
        return out;
    }
    constexpr int dot = 8, column = 9, left_dot = left + dot, words_height = 36;
    const auto language = language_of_words(words);
    const int longest = std::max({1, std::ranges::max(o.days), o.target.value_or(0), o.median.value_or(0)});
    const auto x_of = [&](int day) {
        const auto along = static_cast<long long>(right - dot - left_dot) * std::max(day, 0) / longest;
        return left_dot + static_cast<int>(along);
    };
    std::map<int, int> columns;  // by place, so that dots side by side do not lie over each other
    for (const int day : o.days) ++columns[(x_of(day) - left_dot) / column];
    int tallest = 0;
    for (const auto& [place, count] : columns) tallest = std::max(tallest, count);
    const int ground = words_height + std::min(tallest, static_cast<int>(most_marks)) * column + dot;
    Html drawn;
    if (o.target) {
        put_line(drawn, "sig-picture__target", x_of(*o.target), words_height - 18, x_of(*o.target), ground);
        const bool at_the_end = x_of(*o.target) > picture_width / 2;
        put_words(drawn, x_of(*o.target) + (at_the_end ? -4 : 4), text_above,
                  at_the_end ? "sig-picture__text sig-picture__text--end" : "sig-picture__text", o.target_words);
    }
    if (o.median) {
        put_line(drawn, "sig-picture__median", x_of(*o.median), words_height - 2, x_of(*o.median), ground);
        const bool at_the_end = x_of(*o.median) > picture_width / 2;
        put_words(drawn, x_of(*o.median) + (at_the_end ? -4 : 4), text_above + 16,
                  at_the_end ? "sig-picture__text sig-picture__text--end" : "sig-picture__text", o.median_words);
    }
    for (const auto& [place, count] : columns) {
        const int x = left_dot + place * column, drawn_dots = std::min(count, static_cast<int>(most_marks));
        for (int i = 0; i < drawn_dots; ++i) {
            drawn << "<circle class=\"sig-picture__mark sig-picture__mark--1\""_m;
            put(drawn, "cx", x);
            put(drawn, "cy", ground - 6 - i * column);
            put(drawn, "r", dot / 2);
            drawn << "></circle>"_m;
        }
        // A heap that goes on: how many there are, above it.
        if (count > drawn_dots)
            put_words(drawn, x, ground - 6 - drawn_dots * column, "sig-picture__text sig-picture__text--middle",
                      std::to_string(count));
    }
    put_line(drawn, "sig-picture__axis", left, ground, right, ground);
    put_words(drawn, left, ground + text_above + 2, "sig-picture__text sig-picture__text--quiet", "0");
    put_words(drawn, right, ground + text_above + 2, "sig-picture__text sig-picture__text--quiet sig-picture__text--end",
              say_number(language, static_cast<long long>(longest)) + " " + o.axis);
    return framed(words, o.text, ground + text_above + 2 + picture_edge, drawn, weeks_of(language, o.days));
}

}  // namespace lots::html
