#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "access/work.h"
#include "organisation/commands.h"

namespace lots::organisation {

/// A setting as somebody changed it.
struct ProfileVersion {
    int version = 0;
    std::string setting;
    std::string profile;   // all of it, JSON
    std::string decision;  // what it rests on, in the municipality's words
    Instant made_at;
    PersonId made_by;
};

/// Newest first. Without any the profile is the one that the municipality began with.
std::vector<ProfileVersion> profile_versions(access::Work& work);
/// Of the newest; 0 before the first change.
int newest_profile_version(access::Work& work);

/// From now on this is the profile. It can be read (parse_profile). Every case that is not over is looked at anew with it:
/// last days follow from the profile.
void add_profile_version(access::Work& work, std::string_view setting, std::string_view profile, std::string_view decision);

}  // namespace lots::organisation
