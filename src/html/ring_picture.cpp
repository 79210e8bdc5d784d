#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <numbers>

#include "base/text.h"
#include "html/picture_parts.h"

namespace lots::html {

namespace {

constexpr int middle_x = picture_width / 2, ring_x = middle_x - 30, middle_radius = 14, dot_radius = 9, edge = 30,
              beside_dot = 15;

struct Spot {
    int x = 0, y = 0;
};

/// The places on an upright ring, from the top and with the clock.
Spot spot_of(std::size_t place, std::size_t places, int middle_y, int ring_y)
{
    const double turn = 2 * std::numbers::pi * static_cast<double>(place) / static_cast<double>(places);
    return {middle_x + static_cast<int>(std::lround(std::sin(turn) * ring_x)),
            middle_y - static_cast<int>(std::lround(std::cos(turn) * ring_y))};
}

void put_place(Html& out, RingPlace place, Spot at)
{
    if (place == RingPlace::beside) {
        out << "<rect class=\"sig-picture__actor sig-picture__actor--beside\""_m;
        put(out, "x", at.x - dot_radius + 1);
        put(out, "y", at.y - dot_radius + 1);
        put(out, "width", 2 * dot_radius - 2);
        put(out, "height", 2 * dot_radius - 2);
        out << "></rect>"_m;
        return;
    }
    out << "<circle"_m
        << attr("class", place == RingPlace::open ? "sig-picture__actor sig-picture__actor--open" : "sig-picture__actor");
    put(out, "cx", at.x);
    put(out, "cy", at.y);
    put(out, "r", dot_radius);
    out << "></circle>"_m;
}

int half_width_of(const std::string& words)
{
    return static_cast<int>(count_characters(words)) * units_of_a_letter / 2;
}

struct Middle {
    int y = 0, half_name = 0;  // where it lies, and how far its name reaches to either side
};

/// The name above its dot, or below it, where a spoke that is nearly level would run through a name beside it.
void put_name_off_spoke(Html& out, const std::string& name, Spot at, Middle middle)
{
    const int y = at.y < middle.y ? at.y - beside_dot : at.y + beside_dot + 8;
    const bool by_middle_name = std::abs(y - middle.y - 34) < 18;
    const int room = middle_x - picture_edge - (by_middle_name ? middle.half_name + 10 : 4);
    const auto words = shortened(name, letters_in(room));
    const bool is_left = at.x < middle_x;
    const int from_edge = is_left ? at.x : picture_width - at.x;
    if (half_width_of(words) <= from_edge - picture_edge)
        put_words(out, at.x, y, "sig-picture__text sig-picture__text--middle", words);
    else
        put_words(out, is_left ? picture_edge : picture_width - picture_edge, y,
                  is_left ? "sig-picture__text" : "sig-picture__text sig-picture__text--end", words);
}

/// The name beside its dot, on the side where there is more room: outwards to the edge, or inwards as far as the other half and
/// the middle's name leave it free, unless it would lie on the spoke there.
void put_name(Html& out, const std::string& name, Spot at, Middle middle)
{
    if (at.x == middle_x) {
        const bool above = at.y < middle.y;
        put_words(out, at.x, above ? at.y - beside_dot : at.y + beside_dot + 8,
                  "sig-picture__text sig-picture__text--middle",
                  shortened(name, letters_in(picture_width - 2 * picture_edge)));
        return;
    }
    const bool is_left = at.x < middle_x;
    const int from_edge = is_left ? at.x : picture_width - at.x;
    const int beside_middle = std::abs(at.y - middle.y - 34) < 18 ? 70 : 4;
    const int outwards = from_edge - beside_dot, inwards = middle_x - from_edge - beside_dot - beside_middle;
    const bool goes_out = outwards > inwards;
    const bool nearly_level = 10 * std::abs(at.y - middle.y) < 6 * std::abs(at.x - middle_x);
    if (nearly_level && !goes_out) {
        put_name_off_spoke(out, name, at, middle);
        return;
    }
    const bool ends_at_dot = is_left == goes_out;
    put_words(out, ends_at_dot ? at.x - beside_dot : at.x + beside_dot, at.y + 4,
              ends_at_dot ? "sig-picture__text sig-picture__text--end" : "sig-picture__text",
              shortened(name, letters_in(std::max(outwards, inwards))));
}

void put_spoke(Html& out, Spot at, int middle_y, bool open)
{
    out << "<line"_m << attr("class", open ? "sig-picture__spoke sig-picture__spoke--open" : "sig-picture__spoke");
    put(out, "x1", middle_x);
    put(out, "y1", middle_y);
    put(out, "x2", at.x);
    put(out, "y2", at.y);
    out << "></line>"_m;
}

}  // namespace

Html ring_picture(const Words& words, const RingPicture& o)
{
    if (o.actors.empty()) return {};
    const auto shown = std::min(o.actors.size(), most_marks);
    const int ring_y = 60 + static_cast<int>(shown) * 8, middle_y = edge + ring_y;
    const auto middle_name = shortened(o.middle, letters_in(ring_x));
    Html drawn, names;
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& actor = o.actors[i];
        const auto at = spot_of(i, shown, middle_y, ring_y);
        put_spoke(drawn, at, middle_y, actor.place == RingPlace::open);
        put_place(names, actor.place, at);
        put_name(names, actor.name, at, {middle_y, half_width_of(middle_name)});
    }
    // All lines lie below all dots and names.
    drawn << names << "<circle class=\"sig-picture__middle\""_m;
    put(drawn, "cx", middle_x);
    put(drawn, "cy", middle_y);
    put(drawn, "r", middle_radius);
    drawn << "></circle>"_m;
    put_words(drawn, middle_x, middle_y + middle_radius + 20,
              "sig-picture__text sig-picture__text--middle sig-picture__text--strong", middle_name);
    int height = middle_y + ring_y + edge;
    const auto rest = o.actors.size() - shown;
    if (rest > 0) height += 18;
    put_rest(drawn, words, rest, height - picture_edge);
    std::vector<std::vector<Cell>> rows;
    for (const auto& actor : o.actors) rows.push_back({actor.name, actor.role, actor.place_words});
    return framed(words, o.text, height, drawn, rows);
}

}  // namespace lots::html
