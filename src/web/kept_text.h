#pragma once

#include <optional>
#include <string>

#include "http/message.h"
#include "web/asked.h"

namespace lots::web {

/// Why a form was not taken although somebody had filled it in.
enum class NotTaken { session_ended, not_own_form };

/// A page with what was typed, to be copied: nothing that somebody wrote is lost because the session ended meanwhile. None when nothing was
/// typed. It is shown only to a request that came from a form of ours (is_own_origin), and nothing of it is kept.
/// scope   of the command's words, for the labels
std::optional<View> kept_text_view(Language language, const http::Request& request, const std::string& scope, NotTaken why);

}  // namespace lots::web
