#pragma once

#include "web/site.h"

namespace lots::app {

/// "Vem ser vad?": who in the group may read what of this case today, as access/ would answer each of them now, for
/// everybody who may see who takes part; and GET /api/v1/cases/{case}/who-sees. Guardians and private helpers are never
/// named (settled 18), and nobody is listed who has no part in the case: to them it does not exist (settled 20).
void add_who_sees(web::Site& site);

}  // namespace lots::app
