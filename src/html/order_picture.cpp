#include <algorithm>
#include <array>

#include "base/text.h"
#include "html/picture_parts.h"

namespace lots::html {

namespace {

constexpr int row_height = 46, text_above = 14, bar_top = 22, bar_height = 14;
constexpr int left = picture_edge, right = picture_width - picture_edge;

/// A bar whose days were turned around is its last day alone.
Date first_day(const OrderBar& bar) { return std::min(bar.from, bar.last_day); }

struct Span {
    Date first = {}, last = {};
};

/// From the first day of all to the day after the last, so that a bar of one day has a width.
Span span_of(const std::vector<OrderBar>& bars)
{
    Span span{first_day(bars.front()), next_day(bars.front().last_day)};
    for (const auto& bar : bars) {
        span.first = std::min(span.first, first_day(bar));
        span.last = std::max(span.last, next_day(bar.last_day));
    }
    return span;
}

struct Box {
    int x = 0, width = 0, top = 0;  // top: of the row
};

Box box_of(const OrderBar& bar, const Span& span, std::size_t row)
{
    constexpr int least = 6;  // a day in a plan of a year is seen too
    const int from = place_of_day(first_day(bar), span.first, span.last, left, right);
    const int until = place_of_day(next_day(bar.last_day), span.first, span.last, left, right);
    const int width = std::max(until - from, least);
    return {std::min(from, right - width), width, static_cast<int>(row) * row_height};
}

void put_bar(Html& out, const OrderBar& bar, const Box& box)
{
    constexpr std::array<std::string_view, 4> classes{
        "sig-picture__bar sig-picture__bar--planned", "sig-picture__bar sig-picture__bar--ongoing",
        "sig-picture__bar sig-picture__bar--done", "sig-picture__bar sig-picture__bar--missed"};
    const auto put_box = [&](std::string_view kind, int width) {
        out << "<rect"_m << attr("class", kind);
        put(out, "x", box.x);
        put(out, "y", box.top + bar_top);
        put(out, "width", width);
        put(out, "height", bar_height);
        put(out, "rx", 3);
        out << "></rect>"_m;
    };
    put_box(classes[static_cast<std::size_t>(bar.state)], box.width);
    if (bar.state == BarState::ongoing) put_box("sig-picture__part", std::max(box.width / 2, 1));
}

/// From the end of the one that comes first down to the beginning of the one that waits: along the gap between two rows.
void put_arrow(Html& out, const Box& earlier, const Box& waits)
{
    const bool down = earlier.top < waits.top;
    const int x_from = earlier.x + earlier.width - 3, y_from = earlier.top + bar_top + (down ? bar_height : 0);
    const int x_to = waits.x + 3, y_to = waits.top + bar_top + (down ? 0 : bar_height);
    const int between = down ? waits.top + 1 : waits.top + row_height - 1;
    const int tip = down ? y_to - 6 : y_to + 6;
    out << "<path class=\"sig-picture__arrow\""_m
        << attr("d", "M" + std::to_string(x_from) + " " + std::to_string(y_from) + "V" + std::to_string(between) + "H" +
                         std::to_string(x_to) + "V" + std::to_string(tip))
        << "></path><path class=\"sig-picture__tip\""_m
        << attr("d", "M" + std::to_string(x_to - 4) + " " + std::to_string(tip) + "L" + std::to_string(x_to + 4) + " " +
                         std::to_string(tip) + "L" + std::to_string(x_to) + " " + std::to_string(y_to) + "Z")
        << "></path>"_m;
}

bool within(const std::optional<Date>& today, const Span& span)
{
    return today && span.first <= *today && *today < span.last;
}

void put_today(Html& out, const OrderPicture& o, const Span& span, int height)
{
    if (!within(o.today, span)) return;
    const int x = place_of_day(*o.today, span.first, span.last, left, right);
    out << "<line class=\"sig-picture__today\""_m;
    put(out, "x1", x);
    put(out, "y1", 0);
    put(out, "x2", x);
    put(out, "y2", height);
    out << "></line>"_m;
    const bool at_the_end = x > picture_width / 2;
    put_words(out, at_the_end ? x - 4 : x + 4, height + text_above,
              at_the_end ? "sig-picture__text sig-picture__text--end" : "sig-picture__text", o.today_words);
}

std::vector<std::vector<Cell>> rows_of(Language language, const std::vector<OrderBar>& bars)
{
    std::vector<std::vector<Cell>> rows;
    for (const auto& bar : bars)
        rows.push_back({std::to_string(bar.number), bar.text, day_cell(say_date_short(language, first_day(bar))),
                        day_cell(say_date_short(language, bar.last_day)),
                        bar.after ? std::to_string(*bar.after) : std::string("–"), bar.state_words});
    return rows;
}

}  // namespace

Html order_picture(const Words& words, const OrderPicture& o)
{
    if (o.bars.empty()) return {};
    const std::vector<OrderBar> shown(o.bars.begin(),
                                      o.bars.begin() + static_cast<std::ptrdiff_t>(std::min(o.bars.size(), most_marks)));
    const auto span = span_of(shown);
    const auto language = language_of_words(words);
    std::vector<Box> boxes;
    for (std::size_t row = 0; row < shown.size(); ++row) boxes.push_back(box_of(shown[row], span, row));
    const int height = static_cast<int>(shown.size()) * row_height;
    Html drawn;
    put_today(drawn, o, span, height);
    // Arrows below the words: where one crosses a text, the text is read.
    for (std::size_t row = 0; row < shown.size(); ++row) {
        if (!shown[row].after || *shown[row].after == shown[row].number) continue;
        const auto earlier = std::ranges::find(shown, *shown[row].after, &OrderBar::number);
        if (earlier != shown.end()) put_arrow(drawn, boxes[static_cast<std::size_t>(earlier - shown.begin())], boxes[row]);
    }
    for (std::size_t row = 0; row < shown.size(); ++row) {
        const auto& bar = shown[row];
        put_bar(drawn, bar, boxes[row]);
        const auto room =
            letters_in(right - left) - std::min(count_characters(bar.state_words) + 2, letters_in(right - left) / 2);
        put_words(drawn, left, boxes[row].top + text_above, "sig-picture__text",
                  shortened(std::to_string(bar.number) + " " + bar.text, room));
        put_words(drawn, right, boxes[row].top + text_above,
                  "sig-picture__text sig-picture__text--quiet sig-picture__text--end",
                  shortened(bar.state_words, letters_in(right - left) / 2));
    }
    constexpr int line = 18;
    int y = height + text_above;
    if (within(o.today, span)) y += line;
    put_words(drawn, left, y, "sig-picture__text sig-picture__text--quiet", say_date_short(language, span.first));
    put_words(drawn, right, y, "sig-picture__text sig-picture__text--quiet sig-picture__text--end",
              say_date_short(language, add_days(span.last, -1)));
    const std::size_t rest = o.bars.size() - shown.size();
    if (rest > 0) y += line;
    put_rest(drawn, words, rest, y);
    return framed(words, o.text, y + picture_edge, drawn, rows_of(language, o.bars));
}

}  // namespace lots::html
