#pragma once

#include <string>

#include "guideline/error.h"
#include "http/message.h"
#include "messages/message.h"

namespace lots::web {

/// The answer to a program, RFC 9457: 404 not found (also: not yours), 400 invalid with the fields, 422 refused with the
/// findings, 409 changed by somebody else.
http::Response problem(Language language, Date on, const Error& error, const std::string& request_id);
/// Any other error of the way there: 401, 403, 405, 413, 503 …
http::Response problem(int status, const std::string& title, const std::string& request_id);

}  // namespace lots::web
