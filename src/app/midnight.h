#pragma once

#include <atomic>

#include "base/time.h"
#include "web/services.h"

namespace lots::app {

/// What a new day brings about by itself: a consent that ran out is written down as such (T14), what was called in a case
/// that rests is off, and the duties of every case whose day has come are reckoned anew. Each case is a unit of work with a
/// log entry of the system.
class Midnight {
    const web::Services& services_;
    std::atomic<int> done_for_{0};  // days since 1970; 0: never looked

    void follow(const CaseId& id, Date day) const;

public:
    /// `services` must outlive it.
    explicit Midnight(const web::Services& services) : services_(services) {}

    /// Asks the clock; does what is due when it shows another day than last time, and the first time. Days that nobody
    /// served are done one after the other, each as if at its own midnight. Returns how many times a case was followed. May
    /// be called from one thread at a time. Throws what the database throws: then the day counts as not done.
    int look();
};

}  // namespace lots::app
