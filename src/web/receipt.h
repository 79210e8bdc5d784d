#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "html/url.h"
#include "http/message.h"
#include "web/asked.h"

namespace lots::web {

/// "Alla har sagt ja" is shown only to the session that it was said to: the address a command leads to carries the sentence's name and a
/// proof of this server, keyed by the session's own secret. Nobody can make a link that has Lots say that something happened, or that puts
/// a button "Ångra" on a page.
struct Receipt {
    std::string done;                     // tail of a message key done.<…>
    std::vector<std::pair<std::string, std::string>> args = {};
    std::optional<Undo> undo = {};
};

/// `landing.page` with the receipt and the proof. `secret`: the session's CSRF token, which is only in its own pages.
std::string with_receipt(const Landing& landing, std::string_view secret);
/// The same for a sentence alone.
std::string with_receipt(const html::Url& page, std::string_view done, std::string_view secret);

/// The receipt of the request's address, when its proof is this session's and the address is the one that it was made for. None otherwise.
std::optional<Receipt> receipt_in(const http::Request& request, std::string_view secret);

/// A landing on three lines, as it is kept for a command that is sent twice.
std::string kept_landing(const Landing& landing);
/// None when it is not one.
std::optional<Landing> landing_of_kept(std::string_view kept);

}  // namespace lots::web
