#include "html/words.h"

#include "messages/message.h"

namespace lots::html {

namespace {

Words read(Language language)
{
    // The components put the number in later, the scripts while somebody types: until then this stands in its place.
    const Arg count("count", "%{count}");
    return {
        .language = std::string(code_of(language)),
        .error = say(language, "html.error"),
        .error_summary_title = say(language, "html.error_summary_title"),
        .warning = say(language, "html.warning"),
        .important = say(language, "html.important"),
        .success = say(language, "html.success"),
        .back = say(language, "html.back"),
        .breadcrumbs = say(language, "html.breadcrumbs"),
        .navigation = say(language, "html.navigation"),
        .menu = say(language, "html.menu"),
        .skip_to_main = say(language, "html.skip_to_main"),
        .search_or_go = say(language, "html.search_or_go"),
        .day = say(language, "html.day"),
        .month = say(language, "html.month"),
        .year = say(language, "html.year"),
        .show = say(language, "html.show"),
        .hide = say(language, "html.hide"),
        .show_password = say(language, "html.show_password"),
        .hide_password = say(language, "html.hide_password"),
        .password_shown = say(language, "html.password_shown"),
        .password_hidden = say(language, "html.password_hidden"),
        .may_write = say(language, "html.may_write", {count}),
        .left_one = say(language, "html.left_one", {count}),
        .left_other = say(language, "html.left_other", {count}),
        .limit_reached = say(language, "html.limit_reached"),
        .over_one = say(language, "html.over_one", {count}),
        .over_other = say(language, "html.over_other", {count}),
        .pages = say(language, "html.pages"),
        .page = say(language, "html.page"),
        .previous = say(language, "html.previous"),
        .next = say(language, "html.next"),
        .done = say(language, "html.done"),
        .missing = say(language, "html.missing"),
        .should = say(language, "html.should"),
        .why = say(language, "html.why"),
        .who_can = say(language, "html.who_can"),
        .show_done = say(language, "html.show_done"),
        .sign_out = say(language, "html.sign_out"),
        .signed_in_as = say(language, "html.signed_in_as"),
        .about_method = say(language, "html.about_method"),
        .personal_data = say(language, "html.personal_data"),
        .accessibility = say(language, "html.accessibility"),
        .help = say(language, "html.help"),
    };
}

}  // namespace

const Words& words_in(Language language)
{
    static const Words swedish = read(Language::sv), english = read(Language::en);
    return language == Language::en ? english : swedish;
}

const Words& swedish_words() { return words_in(Language::sv); }
const Words& english_words() { return words_in(Language::en); }

}  // namespace lots::html
