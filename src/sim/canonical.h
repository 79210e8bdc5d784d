#pragma once

#include <string>

#include "app/house.h"

namespace lots::sim {

/// Every fact of the database as text, a line a row: the same for the same life on every engine. Sealed values are opened.
/// Random ids are numbered in order of first appearance; what is keyed or hashed is only said to be there. Left out: the
/// log, sessions, limits, passwords, counters and keys of repeated requests.
std::string canonical_export(const app::House& house);

}  // namespace lots::sim
