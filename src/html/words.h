#pragma once

#include <cstdint>
#include <string>

namespace lots {
enum class Language : std::uint8_t;  // messages/message.h
}

namespace lots::html {

/// What the components themselves say in one language. Everything else on a page comes from its options.
struct Words {
    std::string language;             // of the page's text: "sv"
    std::string error;                // read out before an error at a field
    std::string error_summary_title;
    std::string warning;              // read out before a warning text
    std::string important, success;   // titles of notification banners
    std::string back, breadcrumbs, navigation, menu, skip_to_main, search_or_go;
    std::string day, month, year;
    std::string show, hide, show_password, hide_password, password_shown, password_hidden;
    std::string may_write, left_one, left_other, limit_reached, over_one, over_other;  // %{count} is the number
    std::string pages, page, previous, next;
    std::string done, missing, should, why, who_can, show_done;                                     // the gate box
    std::string sign_out, signed_in_as, about_method, personal_data, accessibility, help;
};

/// Out of the catalogue (text/*/html.msg), read once. Throws Bug when the catalogue lacks one.
const Words& words_in(Language language);
const Words& swedish_words();
const Words& english_words();

}  // namespace lots::html
