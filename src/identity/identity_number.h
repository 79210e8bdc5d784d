#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "base/time.h"

namespace lots {

enum class IdentityKind : std::uint8_t {
    personal,      // personnummer
    coordination,  // samordningsnummer: the day is written with 60 added
    interim        // provisional: a letter where the birth number begins
};

/// As the number says it. Not a statement about who somebody is.
enum class LegalSex : char { female = 'K', male = 'M' };

/// Why a text is not an identity number.
enum class IdentityFault : std::uint8_t {
    empty,
    length,     // not ten or twelve characters beside the separator
    character,  // something else than 0-9, or a letter that no interim number has
    separator,  // a - or + that is not before the last four
    century,    // before 1800
    month,
    day,           // a day that the month does not have
    birth_number,  // 000
    checksum,
    future  // born after the day that was asked for
};

/// A Swedish identity number, checked. It identifies, but age and birth date are recorded by themselves: they never come
/// from the number alone.
class IdentityNumber {
    std::array<char, 12> characters_;
    IdentityKind kind_;
    std::optional<Date> birth_date_;

    IdentityNumber(std::array<char, 12> characters, IdentityKind kind, std::optional<Date> birth_date);
    friend Result<IdentityNumber, IdentityFault> parse_identity_number(std::string_view text, Date on);

public:
    /// Twelve characters without a separator, as it is stored and compared: "201001012382".
    std::string_view text() const { return {characters_.data(), characters_.size()}; }
    /// As people write it: "20100101-2382".
    std::string written() const;
    IdentityKind kind() const { return kind_; }
    LegalSex legal_sex() const { return (characters_[10] - '0') % 2 == 0 ? LegalSex::female : LegalSex::male; }
    /// None for a coordination number whose month or day is not known, or is a day that does not exist.
    std::optional<Date> birth_date() const { return birth_date_; }

    /// Can somebody with this number be born that day? Of a coordination number that is no whole day only what it knows is compared:
    /// the month may be 00 and the day 60, and some have a day that does not exist.
    bool fits(Date born) const;

    friend bool operator==(const IdentityNumber& a, const IdentityNumber& b) { return a.characters_ == b.characters_; }
    friend auto operator<=>(const IdentityNumber& a, const IdentityNumber& b) { return a.characters_ <=> b.characters_; }
};

/// Reads twelve digits, with or without - or + before the last four; or ten digits, where the century is the latest that is
/// not in the future on the day `on`, and + means a hundred years before that.
/// Nothing is trimmed: white space, other digits than 0-9 and lower-case letters are refused.
/// source: folkbokföringslagen (1991:481) 18 § (form, +, check digit), 18 a § (coordination number); Skatteverket's
/// published test series, which has coordination numbers with month 00 or day 60 (not known) and with days that do not
/// exist.
Result<IdentityNumber, IdentityFault> parse_identity_number(std::string_view text, Date on);

/// Is the century left out, so that a form has to ask for it rather than guess? True for ten characters, with or without -,
/// whether or not they are a right number. A + says the century.
bool is_ambiguous_century(std::string_view text);

/// "wrong check digit": short English words for tools. Pages have their own sentences.
std::string_view reason(IdentityFault fault);
/// "pnr", "sam" or "interim".
std::string_view short_name(IdentityKind kind);

}  // namespace lots
