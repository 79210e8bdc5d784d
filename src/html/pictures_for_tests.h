#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>

#include "html/picture_parts.h"
#include "html/pictures.h"

/// For tests only: pictures to begin with, and what stands in them.
namespace lots::html::testing {

inline PictureText text_of(std::vector<std::string> head)
{
    return {
        .id = "bild", .finding = "Fyndet först.", .title = "Bilden", .description = "Vad man ser.", .head = std::move(head)};
}

/// From <svg to </svg>.
inline std::string drawing(const Html& picture)
{
    const auto& all = picture.str();
    const auto from = all.find("<svg"), until = all.find("</svg>");
    REQUIRE(from != std::string::npos);
    REQUIRE(until != std::string::npos);
    return all.substr(from, until + 6 - from);
}

inline std::size_t count(const std::string& in, const std::string& what)
{
    std::size_t found = 0;
    for (auto at = in.find(what); at != std::string::npos; at = in.find(what, at + what.size())) ++found;
    return found;
}

inline std::string begins(const std::string& height)
{
    return "<svg class=\"sig-picture__svg\" viewBox=\"0 0 360 " + height +
           "\" role=\"img\" focusable=\"false\" aria-labelledby=\"bild-title\" aria-describedby=\"bild-desc\">"
           "<title id=\"bild-title\">Bilden</title><desc id=\"bild-desc\">Vad man ser.</desc><g aria-hidden=\"true\">";
}

inline std::string day(Date date) { return say_date_short(Language::sv, date); }

inline LinePicture line_of(std::vector<LineMark> marks)
{
    return {
        .text = text_of({"Dag", "Slag", "Händelse"}), .lanes = {"Ärendet", "Möten", "Samtycken"}, .marks = std::move(marks)};
}

inline OrderBar bar_of(int number, Date from, Date last_day, std::optional<int> after = {})
{
    return {.number = number,
            .text = "Åtgärd",
            .state_words = "Pågår",
            .state = BarState::ongoing,
            .from = from,
            .last_day = last_day,
            .after = after};
}

inline OrderPicture order_of(std::vector<OrderBar> bars)
{
    return {.text = text_of({"Nr", "Vad", "Från", "Senast", "Efter", "Läge"}), .bars = std::move(bars)};
}

inline RingPicture ring_of(std::size_t actors)
{
    RingPicture ring{.text = text_of({"Vem", "Roll", "Plats"}), .middle = "Alex", .actors = {}};
    for (std::size_t i = 0; i < actors; ++i)
        ring.actors.push_back({.name = "Person " + std::to_string(i + 1), .role = "Skolan", .place_words = "Deltar"});
    return ring;
}

inline DotPicture dots_of(std::size_t many)
{
    DotPicture dots{.text = text_of({"Dagar", "Ärenden"}), .days = {}, .axis = "dagar"};
    for (std::size_t i = 0; i < many; ++i) dots.days.push_back(static_cast<int>(i));
    return dots;
}

}  // namespace lots::html::testing
