#pragma once

#include <string_view>

#include "http/message.h"
#include "web/services.h"

namespace lots::web {

/// Whether what was sent came from a form of ours: two signs from the browser, and a secret that only our pages hold.

/// False when the browser says that another site sent this (Sec-Fetch-Site, Origin). A program that sends neither is not stopped here.
bool is_own_origin(const Services& services, const http::Request& request);
/// 0, or why what was sent cannot be a form (or JSON, to the API) at all: 415, 400. Asked before the token: a form that cannot be read
/// carries none, and to say that the page was open for too long would send people the wrong way.
int body_fault(const http::Request& request, bool api);
/// Whether a form's or header's token is this one; takes the same time whatever it is.
bool carries_token(const http::Request& request, std::string_view token);

}  // namespace lots::web
