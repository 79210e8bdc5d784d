#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/demo_tale.h"
#include "stories/world.h"

namespace lots::test {

/// A young person and a guardian, both with accounts. An account is of one young person for good.
using Family = std::vector<app::DemoPerson>;

/// One that is not in the demo. They have no password: tests begin their sessions.
Family new_family(World& world, const std::string& given_name);
/// The young person of that family, with the guardian and one more, who has no account.
app::TaleYouth youth_of(const Family& family);
/// Somebody of the demo. Throws std::runtime_error when nobody is called that.
const app::DemoPerson& person_of(std::string_view handle);

}  // namespace lots::test
