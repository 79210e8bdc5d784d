#include "guideline/editions.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>

namespace lots::guideline {

namespace {

// QUESTION: from when S1, S2 and S3 are. They carry no year; S2 and S3 speak of the pilot project that ended on 31 October
// 2012.
constexpr std::array read_editions{
    Edition{"Riktlinjerna", "Polisens nationella riktlinjer", 2014},
    Edition{"Vad är det?", "Sociala insatsgrupper – vad är det?", std::nullopt},
    Edition{"Lund", "Social insatsgrupp i Lund", std::nullopt},
    Edition{"Fem punkter", "Fem punkter om projektet", std::nullopt},
    Edition{"Stockholm 2012", "Stockholms stads PM om sociala insatsgrupper", 2012},
};

/// A section may name several: "Riktlinjerna 3.2 och 4.2; Vad är det? 2.2".
bool names(std::string_view section, std::string_view document)
{
    return section.starts_with(document) || section.find("; " + std::string(document)) != std::string_view::npos;
}

}  // namespace

std::span<const Edition> editions() { return read_editions; }

std::vector<Edition> editions_of(const Requirement& requirement)
{
    std::vector<Edition> named;
    std::ranges::copy_if(read_editions, std::back_inserter(named),
                         [&](const Edition& one) { return names(requirement.section, one.named); });
    return named;
}

}  // namespace lots::guideline
