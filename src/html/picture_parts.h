#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "html/content_components.h"
#include "html/pictures.h"
#include "messages/message.h"

/// Inside the room only: what the pictures draw the same way. Lengths are units of the drawing, which is `picture_width` wide and grows and
/// shrinks with the page.
namespace lots::html {

inline constexpr int picture_width = 360;
inline constexpr int picture_edge = 8;
inline constexpr int units_of_a_letter = 7;  // of the text in the drawing, a little more than the middle letter

/// The language of the words, for days and for the sentences of the pictures themselves.
Language language_of_words(const Words& words);

/// The sentence, the drawing in its frame, the table behind "Visa som tabell". `drawn` is what stands inside the <svg>.
Html framed(const Words& words, const PictureText& text, int height, const Html& drawn, const std::vector<std::vector<Cell>>& rows);
/// The sentence and the table alone, where a drawing would say nothing.
Html undrawn(const Words& words, const PictureText& text, const std::vector<std::vector<Cell>>& rows);

/// A whole number as an attribute.
void put(Html& out, AttributeName name, int value);

/// Words in the drawing. `classes` sets them off: "sig-picture__text sig-picture__text--end".
void put_words(Html& out, int x, int y, std::string_view classes, std::string_view words);

/// The text in so much room, cut with "…" when it is longer. In letters, not in bytes.
std::string shortened(std::string_view text, std::size_t letters_max);
/// As many letters as have room in so many units.
std::size_t letters_in(int units);

/// Where a day lies between two others, from `left` to `right`; in the middle when they are one day.
int place_of_day(Date day, Date first, Date last, int left, int right);

/// "och 5 till i tabellen", when the drawing holds fewer than there are; draws nothing for 0.
void put_rest(Html& out, const Words& words, std::size_t rest, int y);

}  // namespace lots::html
