#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "app/house.h"
#include "sim/desk.h"

namespace lots::sim {

/// Who works in the simulated municipality, and the private accounts of young people and guardians. It begins with the
/// people of the demo.
class Staff {
    struct Post {
        Who who;
        std::string agency, unit;
    };

    const app::House& house_;
    app::Municipality here_;
    app::SetClock& clock_;
    std::vector<Post> posts_;
    std::int64_t changes_ = 0;
    int newcomers_ = 0;

    void add(const std::string& handle, const std::string& name, const std::string& unit, access::Role role);

public:
    Staff(const app::House& house, const app::Municipality& here, app::SetClock& clock);

    /// Those of that agency who sit in groups.
    std::vector<Who> of_agency(const std::string& agency) const;
    bool works_here(const Who& who) const;
    /// Somebody of an agency leaves at the end of today, and somebody new is there from tomorrow on.
    void replace_somebody(const std::string& agency, Chance& chance);
    /// An account for a young person or a guardian; the sign-in name.
    std::string add_account(const std::string& name, access::Role role);

    /// Everybody who ever worked here, in each of their roles: who might read.
    std::vector<Who> everybody() const;
    /// How many entries of the system the log has because of all this.
    std::int64_t changes() const { return changes_; }
};

}  // namespace lots::sim
