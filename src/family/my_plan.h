#pragma once

#include "web/site.h"

namespace lots::family {

/// Min plan: the page of the young person, guardians and private helpers. What comes next, what I do, what others do, what I
/// said yes to and how I take it back, who sees what (docs/interface.md). The first page holds no name, agency or free text,
/// for somebody may stand beside (settled 23); one tap leads to the whole plan, which also goes on paper.
void add_my_plan(web::Site& site);

}  // namespace lots::family
