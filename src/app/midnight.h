#pragma once

#include <map>
#include <optional>

#include "base/time.h"
#include "web/services.h"

namespace lots::app {

/// What a new day brings about by itself: a consent that ran out is written down as such (T14), what was called in a case
/// that rests is off, and the duties of every case whose day has come are reckoned anew; so are those of a case whose member got or lost an assignment
/// (House::change). Each case is a unit of work with a
/// log entry of the system.
class Midnight {
    /// A case that was followed and is due all the same, on that day or on an earlier one; or that could not be followed.
    struct Stuck {
        Date day;
        Instant followed_at;
    };
    const web::Services& services_;
    std::map<CaseId, Stuck> stuck_;

    /// Returns the day on which the case is due next.
    std::optional<Date> follow(const CaseId& id, Instant at) const;
    bool waits(const CaseId& id, Date day) const;

public:
    /// `services` must outlive it.
    explicit Midnight(const web::Services& services) : services_(services) {}

    /// Follows each case whose day has come (case_head.next_change_on). Days that nobody served are done one after the other,
    /// each as if at its own midnight. A case that does not come further waits an hour, unless somebody writes something that
    /// makes it due on another day; so does one that cannot be followed, because its key is missing or a check fails in its
    /// reckoning: nothing of it is kept. How many wait is said in the technical log. Returns how many times a case was
    /// followed. May be called from one thread at a time. Throws when the database or the log cannot be used: what was not
    /// followed is followed the next time.
    int look();
};

}  // namespace lots::app
