#pragma once

#include <algorithm>

#include "consent/rules.h"

// A consent in order, so that a test shows only what it is about: Alex, born 2010-03-14, two guardians, three agencies.
namespace lots::consent::test {

template <class SomeId>
SomeId id(std::uint8_t number)
{
    SomeId made;
    made.value[15] = number;
    return made;
}

inline const auto alex = id<SignatoryId>(1), eva = id<SignatoryId>(2), per = id<SignatoryId>(3), uncle = id<SignatoryId>(4);
inline const auto social_services = id<AgencyId>(1), police = id<AgencyId>(2), school = id<AgencyId>(3), health = id<AgencyId>(4);
inline constexpr Date born = 2010y / 3 / 14, adult_on = 2028y / 3 / 14;
inline constexpr Date first_day = 2026y / 11 / 18, last_day = 2027y / 4 / 30;

inline Answer yes(const SignatoryId& who, Date on) { return {who, AnswerKind::yes, on, true, true}; }
inline Answer no(const SignatoryId& who, Date on) { return {who, AnswerKind::no, on, false, false}; }

inline Consent a_form(int number, Date from, Date to)
{
    return {id<ConsentId>(static_cast<std::uint8_t>(number)), number, from, to, {social_services, police, school}, {}, {},
            {social_services, police, school}};
}

/// Nobody has been asked yet.
inline Facts nobody_asked()
{
    return {born,
            {{alex, 1, SignatoryRole::youth}, {eva, 2, SignatoryRole::guardian}, {per, 3, SignatoryRole::guardian}},
            {social_services, police, school},
            {}};
}

/// All have said yes on the first day.
inline Facts a_consent(Date from = first_day, Date to = last_day)
{
    auto facts = nobody_asked();
    auto form = a_form(1, from, to);
    form.answers = {yes(alex, from), yes(eva, from), yes(per, from)};
    facts.consents.push_back(form);
    return facts;
}

inline Consent& form(Facts& facts, std::size_t number = 1) { return facts.consents.at(number - 1); }
inline bool valid(const Facts& facts, Date on) { return state_on(facts, on) == access::ConsentState::valid; }
inline Answer& answer(Facts& facts, const SignatoryId& who, std::size_t number = 1)
{
    return *std::ranges::find(form(facts, number).answers, who, &Answer::signatory);
}
inline void without(Facts& facts, const SignatoryId& who, std::size_t number = 1)
{
    std::erase_if(form(facts, number).answers, [&](const Answer& given) { return given.signatory == who; });
}

}  // namespace lots::consent::test
