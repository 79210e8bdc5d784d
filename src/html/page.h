#pragma once

#include <optional>
#include <string>
#include <vector>

#include "html/form_components.h"
#include "html/html.h"
#include "html/words.h"

namespace lots::html {

/// staff: up to 1320 px, for work all day. reading: 65 characters, for the youth, guardians and running text.
enum class Width { staff, reading };
/// What the person chose; `automatic` follows the device.
enum class Theme { automatic, light, dark };
enum class TextSize { normal, larger };
/// family: the young person, guardians and private helpers. Their frame is neutral: no name of the program in the title, none of people.
enum class Audience { staff, family };

struct NavigationItem {
    std::string label = {};
    Url href = {};
    bool current = false;
    bool within = false;                         // a page below it is shown
};

struct UserMenu {
    std::string name = {};                       // empty: the button says "Meny", and nobody is named before a tap (settled 23)
    std::string role = {};                       // "Koordinator, Socialtjänsten Norr"
    std::vector<NavigationItem> links = {};      // settings, change of role
    FormSecrets secrets = {};                    // for the sign-out form
    Url sign_out = "/logga-ut"_url;
};

/// "Lämna sidan snabbt": signs out and leads to a neutral page. A form, because it changes something.
struct QuickExit {
    std::string text = {};
    FormSecrets secrets = {};
    Url leave = "/lamna"_url;
    Url to = "https://www.1177.se/"_url;         // where the script leads at once; the server leads there too
};

struct PageFrame {
    std::string title = {};                      // case numbers at most, never a person's name
    bool has_errors = false;                     // the title then begins with "Fel: "
    std::string product = "Lots";
    Url home = "/"_url;
    std::vector<NavigationItem> navigation = {};
    Url search = {};                             // the page of "Sök eller gå till"; none: no search link
    std::optional<UserMenu> user = {};
    Html banner = {};                            // notification or warning across the page, before the content
    Html before_main = {};                       // back link or breadcrumbs
    Width width = Width::staff;
    Audience audience = Audience::staff;
    Theme theme = Theme::automatic;
    TextSize text_size = TextSize::normal;
    bool scripts = true;
    std::optional<QuickExit> quick_exit = {};
    std::vector<NavigationItem> footer_links = {};  // empty: those that every page has
    std::string direction = "ltr";               // "rtl" for Arabic and others
    bool footer = true;
};

/// A whole page, from doctype on. `main` holds the h1. No inline script or style anywhere; works without scripts.
Html page(const Words& words, const PageFrame& frame, const Html& main);

/// What stands for a moment between "Lämna sidan snabbt" and the neutral page, and stays where neither header nor script leads on: one
/// link, no name of the program, nothing of what was there before.
Html leaving_page(const Words& words, const std::string& title, const std::string& link_text, const Url& to);

}  // namespace lots::html
