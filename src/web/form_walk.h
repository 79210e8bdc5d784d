#pragma once

#include <set>
#include <string>
#include <vector>

#include "form/page_order.h"
#include "html/form_components.h"
#include "http/form_data.h"

namespace lots::web::detail {

/// Which button of a form was pressed.
enum class Pressed { onward, back, change, confirmed };

/// Where somebody is in a form, as its unseen fields say. They are no proof of anything: all is read and checked again before it is done.
struct Walk {
    std::string at = {};                          // the page that was sent; empty: the form is one page, or the answers were being checked
    std::set<std::string, std::less<>> sent = {}; // pages whose fields came, that one among them
    bool from_check = false;                      // one answer is being changed: from here straight back to the check
    Pressed pressed = Pressed::onward;
    std::string field = {};                       // the one to be changed
};

/// `data` null: the first time, before anything was sent.
Walk walk_of(const http::FormData* data, const form::PageOrder& order);
/// The same, for the next page to carry.
std::vector<html::Hidden> hidden_of(const Walk& walk);

}  // namespace lots::web::detail
