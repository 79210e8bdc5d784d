#pragma once

namespace lots::vault {

/// First thing in main(): no core dumps and no attaching by others (PR_SET_DUMPABLE 0, RLIMIT_CORE 0), and files that we make
/// are for us alone (umask 077). Throws std::system_error when the operating system refuses. Source: DESIGN D19.
void harden_process();

}  // namespace lots::vault
