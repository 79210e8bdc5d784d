#pragma once

#include <iostream>
#include <string>

#include "cli/commands.h"
#include "guideline/error.h"

namespace lots::cli {

/// The value of a command, or an exception with the first thing that has to be corrected.
template <class T>
T must(Result<T> result)
{
    if (result) return *std::move(result);
    if (const auto* faults = result.error().template as<Invalid>(); faults != nullptr && !faults->fields.empty())
        refuse(faults->fields.front().field + ": " + say(Language::en, faults->fields.front().message, faults->fields.front().args));
    refuse("there is no such thing");
}

}  // namespace lots::cli
