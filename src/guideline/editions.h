#pragma once

#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "guideline/source.h"

namespace lots::guideline {

/// A document that requirements come from, in the edition that was read.
struct Edition {
    std::string_view named;   // how `Requirement::section` begins: "Riktlinjerna"
    std::string_view title;   // "Polisens nationella riktlinjer"
    std::optional<int> year;  // printed on it; none when it carries none
};

/// All that were read, S0 to S4 (docs/method/README.md).
std::span<const Edition> editions();

/// Those that the requirement's section names, in the order of the table. None for law, rulings and our own readings.
std::vector<Edition> editions_of(const Requirement& requirement);

}  // namespace lots::guideline
