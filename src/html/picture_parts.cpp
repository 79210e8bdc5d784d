#include "html/picture_parts.h"

#include "base/check.h"
#include "base/text.h"

namespace lots::html {

Language language_of_words(const Words& words)
{
    const auto language = language_of(words.language);
    check(language.has_value(), "the components speak a language of the catalogue");
    return *language;
}

namespace {

Html finding_of(const PictureText& text_of)
{
    check(!text_of.id.empty() && !text_of.title.empty() && !text_of.finding.empty(),
          "a picture has an id, a title and a finding");
    return Html() << "<p class=\"govuk-body sig-picture__finding\">"_m << text(text_of.finding) << "</p>"_m;
}

/// The table behind "Visa som tabell".
Html folded_table(const Words& words, const PictureText& text_of, const std::vector<std::vector<Cell>>& rows)
{
    std::vector<Cell> head(text_of.head.begin(), text_of.head.end());
    constexpr std::size_t columns_of_a_phone = 3;
    const bool cards = head.size() > columns_of_a_phone;
    const auto shown = table({.caption = text_of.title,
                              .caption_classes = "govuk-visually-hidden",
                              .head = std::move(head),
                              .rows = rows,
                              .first_cell_is_header = true,
                              .cards = cards});
    return details({.summary = say(language_of_words(words), "html.pictures.as_table"),
                    .body = scrollable(text_of.title, shown)});
}

}  // namespace

Html framed(const Words& words, const PictureText& text_of, int height, const Html& drawn,
            const std::vector<std::vector<Cell>>& rows)
{
    const auto title_id = text_of.id + "-title", desc_id = text_of.id + "-desc";
    Html out;
    out << "<div class=\"sig-picture\">"_m << finding_of(text_of) << "<svg"_m << attr("class", "sig-picture__svg")
        << attr("viewBox", "0 0 " + std::to_string(picture_width) + " " + std::to_string(height))
        << " role=\"img\" focusable=\"false\""_m << attr("aria-labelledby", title_id) << attr("aria-describedby", desc_id)
        << "><title"_m << attr("id", title_id) << ">"_m << text(text_of.title) << "</title><desc"_m << attr("id", desc_id)
        << ">"_m << text(text_of.description) << "</desc><g aria-hidden=\"true\">"_m << drawn << "</g></svg>"_m
        << folded_table(words, text_of, rows) << "</div>"_m;
    return out;
}

Html undrawn(const Words& words, const PictureText& text_of, const std::vector<std::vector<Cell>>& rows)
{
    return Html() << "<div class=\"sig-picture\">"_m << finding_of(text_of) << folded_table(words, text_of, rows)
                  << "</div>"_m;
}

void put(Html& out, AttributeName name, int value) { out << attr(name, std::to_string(value)); }

void put_words(Html& out, int x, int y, std::string_view classes, std::string_view words)
{
    out << "<text"_m << attr("class", classes);
    put(out, "x", x);
    put(out, "y", y);
    out << ">"_m << text(words) << "</text>"_m;
}

std::string shortened(std::string_view whole, std::size_t letters_max)
{
    if (count_characters(whole) <= letters_max) return std::string(whole);
    const std::size_t keep = letters_max > 0 ? letters_max - 1 : 0;  // the last place is the sign's
    std::size_t letters = 0, end = 0;
    while (end < whole.size()) {
        const bool begins_letter = (static_cast<unsigned char>(whole[end]) & 0xC0U) != 0x80U;
        if (begins_letter && letters++ == keep) break;
        ++end;
    }
    return std::string(trimmed(whole.substr(0, end))) + "…";
}

std::size_t letters_in(int units)
{
    return units > 0 ? static_cast<std::size_t>(units / units_of_a_letter) : 0;
}

int place_of_day(Date day, Date first, Date last, int left, int right)
{
    const int whole = days_between(first, last);
    if (whole <= 0) return (left + right) / 2;
    const int part = days_between(first, day);
    return left + (right - left) * part / whole;
}

void put_rest(Html& out, const Words& words, std::size_t rest, int y)
{
    if (rest == 0) return;
    put_words(out, picture_edge, y, "sig-picture__text sig-picture__text--quiet",
              say(language_of_words(words), "html.pictures.rest", {{"count", rest}}));
}

}  // namespace lots::html
