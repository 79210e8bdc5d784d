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

struct NavigationItem {
    std::string label = {};
    Url href = {};
    bool current = false;
};

struct UserMenu {
    std::string name = {};
    std::string role = {};                       // "Koordinator, Socialtjänsten Norr"
    std::vector<NavigationItem> links = {};      // settings, change of role
    FormSecrets secrets = {};                    // for the sign-out form
    Url sign_out = "/logga-ut"_url;
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
    Theme theme = Theme::automatic;
    bool scripts = true;
    std::string quick_exit = {};                 // "Lämna sidan snabbt": youth pages; leads to a neutral page
    Url quick_exit_to = "https://www.1177.se/"_url;
    std::string direction = "ltr";               // "rtl" for Arabic and others
    bool footer = true;
};

/// A whole page, from doctype on. `main` holds the h1. No inline script or style anywhere; works without scripts.
Html page(const Words& words, const PageFrame& frame, const Html& main);

}  // namespace lots::html
