#pragma once

#include <string>
#include <vector>

#include "base/id.h"
#include "storage/session.h"

namespace lots::organisation {

/// An agency as anybody may read of it: it answers for the personal data that it handles itself.
struct PublicAgency {
    std::string name, kind;
    std::string board;  // the nämnd that answers for it; may be empty
};
/// Those that the cooperation counts with, by code; nobody has to be signed in.
std::vector<PublicAgency> public_agencies(storage::Session& db, const MunicipalityId& municipality);

}  // namespace lots::organisation
