#pragma once

#include <string>

#include "guideline/error.h"

namespace lots::test {

/// What stopped a command: "none", "not found", "refused", "conflict", or the first field that has to be corrected.
template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (result.error().template as<NotFound>() != nullptr) return "not found";
    if (result.error().template as<Refused>() != nullptr) return "refused";
    if (result.error().template as<Conflict>() != nullptr) return "conflict";
    return result.error().template as<Invalid>()->fields.at(0).field;
}

}  // namespace lots::test
