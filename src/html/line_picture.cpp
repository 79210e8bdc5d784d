#include <algorithm>
#include <array>
#include <initializer_list>

#include "base/check.h"
#include "html/picture_parts.h"

namespace lots::html {

namespace {

/// One drawn mark: a day, or the days of several that lie near each other.
struct Drawn {
    std::size_t lane = 0;
    Date first = {}, last = {};
    int count = 1;
};

constexpr int lane_height = 46, first_lane = 8, text_above = 12, line_below = 30;

std::vector<LineMark> in_order(std::vector<LineMark> marks)
{
    std::ranges::stable_sort(marks, {}, &LineMark::day);
    return marks;
}

/// The mark before which the nearest other one of its lane lies, or the end when no two share a lane. Lanes lie one after
/// the other.
std::size_t nearest_pair(const std::vector<Drawn>& marks)
{
    std::size_t nearest = marks.size();
    int least = 0;
    for (std::size_t i = 1; i < marks.size(); ++i) {
        if (marks[i].lane != marks[i - 1].lane) continue;
        const int gap = days_between(marks[i - 1].last, marks[i].first);
        if (nearest != marks.size() && gap >= least) continue;
        nearest = i;
        least = gap;
    }
    return nearest;
}

void join(std::vector<Drawn>& marks, std::size_t at)
{
    marks[at - 1].last = marks[at].last;
    marks[at - 1].count += marks[at].count;
    marks.erase(marks.begin() + static_cast<std::ptrdiff_t>(at));
}

/// Lane by lane, each by day; never more than fit.
std::vector<Drawn> summed_up(const std::vector<LineMark>& sorted, std::size_t lanes)
{
    std::vector<Drawn> marks;
    for (std::size_t lane = 0; lane < lanes; ++lane)
        for (const auto& mark : sorted)
            if (mark.lane == lane) marks.push_back({lane, mark.day, mark.day, 1});
    while (true) {
        const auto at = nearest_pair(marks);
        if (at == marks.size()) break;
        const bool same_day = marks[at - 1].last == marks[at].first;
        if (!same_day && marks.size() <= most_marks) break;
        join(marks, at);
    }
    return marks;
}

/// A circle, a square, a diamond, a triangle, and again from the first: the lanes differ by shape.
void put_shape(Html& out, std::size_t lane, int x, int y)
{
    constexpr std::array<std::string_view, 4> classes{
        "sig-picture__mark sig-picture__mark--1", "sig-picture__mark sig-picture__mark--2",
        "sig-picture__mark sig-picture__mark--3", "sig-picture__mark sig-picture__mark--4"};
    const std::size_t kind = lane % classes.size();
    const auto points = [](std::initializer_list<std::array<int, 2>> corners) {
        std::string list;
        for (const auto& [corner_x, corner_y] : corners)
            list.append(list.empty() ? "" : " ")
                .append(std::to_string(corner_x))
                .append(",")
                .append(std::to_string(corner_y));
        return list;
    };
    if (kind == 0) {
        out << "<circle"_m << attr("class", classes[kind]);
        put(out, "cx", x);
        put(out, "cy", y);
        put(out, "r", 7);
        out << "></circle>"_m;
    } else if (kind == 1) {
        out << "<rect"_m << attr("class", classes[kind]);
        put(out, "x", x - 6);
        put(out, "y", y - 6);
        put(out, "width", 12);
        put(out, "height", 12);
        out << "></rect>"_m;
    } else {
        const auto corners = kind == 2 ? points({{x, y - 8}, {x + 8, y}, {x, y + 8}, {x - 8, y}})
                                       : points({{x, y - 8}, {x + 8, y + 6}, {x - 8, y + 6}});
        out << "<polygon"_m << attr("class", classes[kind]) << attr("points", corners) << "></polygon>"_m;
    }
}

void put_mark(Html& out, const Drawn& mark, Date first, Date last, int y)
{
    constexpr int left = picture_edge + 10, right = picture_width - picture_edge - 10;
    const int from = place_of_day(mark.first, first, last, left, right),
              until = place_of_day(mark.last, first, last, left, right);
    if (from != until) {
        out << "<line class=\"sig-picture__span\""_m;
        put(out, "x1", from);
        put(out, "y1", y);
        put(out, "x2", until);
        put(out, "y2", y);
        out << "></line>"_m;
    }
    const int middle = (from + until) / 2;
    put_shape(out, mark.lane, middle, y);
    // Beside the shape and not in it, where two figures would have no room.
    if (mark.count > 1) {
        const bool at_the_end = middle > picture_width - 40;
        put_words(out, at_the_end ? middle - 11 : middle + 11, y - 5,
                  at_the_end ? "sig-picture__text sig-picture__text--end" : "sig-picture__text", std::to_string(mark.count));
    }
}

}  // namespace

Html line_picture(const Words& words, const LinePicture& o)
{
    if (o.marks.empty()) return {};
    check(o.lanes.size() <= most_marks, "a line of days has few lanes");
    const auto sorted = in_order(o.marks);
    const Date first = sorted.front().day, last = sorted.back().day;
    const auto language = language_of_words(words);
    std::vector<std::vector<Cell>> rows;
    for (const auto& mark : sorted) {
        check(mark.lane < o.lanes.size(), "a mark lies on a lane");
        rows.push_back({day_cell(say_date_short(language, mark.day)), o.lanes[mark.lane], mark.text});
    }
    if (first == last) return undrawn(words, o.text, rows);
    Html drawn;
    int y = first_lane;
    const auto marks = summed_up(sorted, o.lanes.size());
    for (std::size_t lane = 0; lane < o.lanes.size(); ++lane) {
        if (std::ranges::none_of(marks, [lane](const Drawn& mark) { return mark.lane == lane; })) continue;
        put_words(drawn, picture_edge, y + text_above, "sig-picture__text",
                  shortened(o.lanes[lane], letters_in(picture_width / 2)));
        drawn << "<line class=\"sig-picture__axis\""_m;
        put(drawn, "x1", picture_edge);
        put(drawn, "y1", y + line_below);
        put(drawn, "x2", picture_width - picture_edge);
        put(drawn, "y2", y + line_below);
        drawn << "></line>"_m;
        for (const auto& mark : marks)
            if (mark.lane == lane) put_mark(drawn, mark, first, last, y + line_below);
        y += lane_height;
    }
    put_words(drawn, picture_edge, y + text_above, "sig-picture__text sig-picture__text--quiet",
              say_date_short(language, first));
    put_words(drawn, picture_width - picture_edge, y + text_above,
              "sig-picture__text sig-picture__text--quiet sig-picture__text--end", say_date_short(language, last));
    return framed(words, o.text, y + text_above + picture_edge, drawn, rows);
}

}  // namespace lots::html
