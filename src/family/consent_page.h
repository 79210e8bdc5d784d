#pragma once

#include "web/site.h"

namespace lots::family {

/// Mitt samtycke: what I said, what it is about and until when; and one button to take it back, with what then happens
/// (settled 4, 6).
void add_consent(web::Site& site);

}  // namespace lots::family
