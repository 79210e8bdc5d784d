#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/id.h"
#include "consent/rules.h"
#include "guideline/decision.h"
#include "meeting/rules.h"

// What the tests of the rules of a meeting share: three agencies, a family, and a consent between them.
namespace lots::meeting::test {

template <class Kind>
Id<Kind> numbered(std::uint8_t number)
{
    Id<Kind> id;
    id.value[0] = number;
    return id;
}
inline const auto social_services = numbered<AgencyKind>(1);
inline const auto police = numbered<AgencyKind>(2);
inline const auto school = numbered<AgencyKind>(3);
inline const auto youth = numbered<SignatoryKind>(1);
inline const auto mother = numbered<SignatoryKind>(2);
inline const auto father = numbered<SignatoryKind>(3);

/// A consent from 1 January to 30 June 2026 between three agencies, of a young person who turns 18 on 1 May 2027.
inline consent::Facts a_consent()
{
    consent::Facts facts;
    facts.born = 2009y / 5 / 1;
    facts.signatories = {{youth, 1, consent::SignatoryRole::youth, {}},
                         {mother, 2, consent::SignatoryRole::guardian, {}},
                         {father, 3, consent::SignatoryRole::guardian, {}}};
    facts.concerned = {social_services, police, school};
    consent::Consent given{numbered<ConsentKind>(1), 1, 2026y / 1 / 1, 2026y / 6 / 30, facts.concerned, {}, {}};
    for (const auto& who : facts.signatories)
        given.answers.push_back({who.id, consent::AnswerKind::yes, 2026y / 1 / 1, true, true});
    given.concerned = facts.concerned;
    facts.consents = {given};
    return facts;
}

inline std::vector<std::string> missing_about(const guideline::Decision& decision, const guideline::Requirement& requirement)
{
    std::vector<std::string> all;
    for (const auto* finding : decision.missing())
        if (finding->requirement == &requirement) all.push_back(finding->about);
    return all;
}

using About = std::vector<std::string>;

}  // namespace lots::meeting::test
