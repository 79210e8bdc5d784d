#pragma once

#include <string>

#include "guideline/error.h"

namespace lots::test {

/// What stopped a command: "none", "not found", "refused", "conflict", or the first field in which it is mended.
template <class T>
std::string fault_of(const Result<T>& result)
{
    if (result) return "none";
    if (result.error().template as<NotFound>() != nullptr) return "not found";
    if (const auto* refused = result.error().template as<Refused>())
        return refused->mended_at.empty() ? "refused" : refused->mended_at.front().field;
    if (result.error().template as<Conflict>() != nullptr) return "conflict";
    return result.error().template as<Invalid>()->fields.at(0).field;
}

}  // namespace lots::test
