#include "identity/identity_number.h"

#include <algorithm>
#include <tuple>

namespace lots {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// The letters that stand first in the birth number of interim numbers. In the check digit each of them counts as 1.
bool is_interim_letter(char c) { return std::string_view("TRSUWXJKLMN").find(c) != std::string_view::npos; }

bool may_occur(char c) { return is_digit(c) || is_interim_letter(c) || c == '-' || c == '+'; }

int two_digits(const char* at) { return (at[0] - '0') * 10 + (at[1] - '0'); }

/// The text without its separator, which may only stand before the last four.
struct Parts {
    std::array<char, 12> characters{};  // right-aligned: with ten, the first two are not filled in
    bool has_century = false;
    bool has_plus = false;
};

Result<Parts, IdentityFault> split(std::string_view text)
{
    Parts parts;
    if (text.empty()) return IdentityFault::empty;
    const auto start = text.substr(0, 14);  // enough to see a text that is too long; the rest of it is not looked at
    if (!std::all_of(start.begin(), start.end(), may_occur)) return IdentityFault::character;
    if (text.size() > 13) return IdentityFault::length;
    const auto separator = text.find_first_of("-+");
    if (separator != std::string_view::npos && separator + 5 != text.size()) return IdentityFault::separator;
    const auto count = text.size() - (separator == std::string_view::npos ? 0U : 1U);
    if (count != 10 && count != 12) return IdentityFault::length;

    parts.has_century = count == 12;
    parts.has_plus = separator != std::string_view::npos && text[separator] == '+';
    std::size_t to = parts.has_century ? 0 : 2;
    for (std::size_t from = 0; from < text.size(); ++from) {
        if (from == separator) continue;
        const bool is_interim = to == 8 && is_interim_letter(text[from]);
        if (!is_digit(text[from]) && !is_interim) return IdentityFault::character;
        parts.characters[to++] = text[from];
    }
    return parts;
}

/// Luhn over the last ten, the right-most counted once.
bool has_right_checksum(const std::array<char, 12>& characters)
{
    int sum = 0;
    for (std::size_t i = 2; i < 12; ++i) {
        const int digit = is_digit(characters[i]) ? characters[i] - '0' : 1;
        const int weighted = i % 2 == 0 ? digit * 2 : digit;
        sum += weighted > 9 ? weighted - 9 : weighted;
    }
    return sum % 10 == 0;
}

int last_day_of(int year, int month)
{
    const auto last = std::chrono::year(year) / std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last;
    return static_cast<int>(static_cast<unsigned>(last.day()));
}

/// A birth day as the number writes it: month and day may be 0 in a coordination number.
struct Birth {
    int year, month, day;

    bool is_after(Date on) const
    {
        const int on_year = static_cast<int>(on.year());
        const int on_month = static_cast<int>(static_cast<unsigned>(on.month()));
        const int on_day = static_cast<int>(static_cast<unsigned>(on.day()));
        return std::tuple(year, month, day) > std::tuple(on_year, on_month, on_day);
    }
    std::optional<Date> date() const
    {
        const Date day_of_birth = std::chrono::year(year) / month / day;
        return day_of_birth.ok() ? std::optional(day_of_birth) : std::nullopt;
    }
};

/// The year that a number without century means: the latest that is not in the future, and with + a hundred years before
/// that.
// Our reading: + makes a number a hundred years older than - would. By folkbokföringslagen 18 § the separator changes
// already when the year begins in which somebody turns a hundred, so between then and that birthday the two differ by a
// century, and one has to ask.
int full_year(Birth birth, bool has_plus, Date on)
{
    const int on_year = static_cast<int>(on.year());
    birth.year = on_year - (on_year - birth.year) % 100;
    if (birth.is_after(on)) birth.year -= 100;
    return has_plus ? birth.year - 100 : birth.year;
}

}  // namespace

IdentityNumber::IdentityNumber(std::array<char, 12> characters, IdentityKind kind, std::optional<Date> birth_date)
    : characters_(characters), kind_(kind), birth_date_(birth_date)
{}

bool IdentityNumber::fits(Date born) const
{
    if (birth_date_) return *birth_date_ == born;
    const int year = two_digits(characters_.data()) * 100 + two_digits(&characters_[2]);
    const Birth known{year, two_digits(&characters_[4]), two_digits(&characters_[6]) - 60};
    if (known.year != static_cast<int>(born.year())) return false;
    if (known.month != 0 && known.month != static_cast<int>(static_cast<unsigned>(born.month()))) return false;
    // With a month, a day that is known would have made a whole day, were it one that exists.
    return known.day == 0 || known.month != 0 || known.day == static_cast<int>(static_cast<unsigned>(born.day()));
}

std::string IdentityNumber::written() const
{
    return std::string(text().substr(0, 8)) + "-" + std::string(text().substr(8));
}

Result<IdentityNumber, IdentityFault> parse_identity_number(std::string_view text, Date on)
{
    auto parts = split(text);
    if (!parts) return parts.error();
    auto& characters = parts->characters;

    Birth birth{two_digits(&characters[2]), two_digits(&characters[4]), two_digits(&characters[6])};
    auto kind = IdentityKind::personal;
    if (!is_digit(characters[8])) {
        kind = IdentityKind::interim;
    } else if (birth.day >= 60) {
        kind = IdentityKind::coordination;
        birth.day -= 60;
    }
    const bool may_be_unknown = kind == IdentityKind::coordination;
    if (birth.month > 12 || (birth.month == 0 && !may_be_unknown)) return IdentityFault::month;
    if (birth.day > 31 || (birth.day == 0 && !may_be_unknown)) return IdentityFault::day;

    if (parts->has_century) {
        birth.year += two_digits(&characters[0]) * 100;
    } else {
        birth.year = full_year(birth, parts->has_plus, on);
        const auto century = std::to_string(birth.year / 100);
        std::copy_n(century.begin(), 2, characters.begin());
    }
    if (birth.year < 1800) return IdentityFault::century;
    if (!may_be_unknown && birth.day > last_day_of(birth.year, birth.month)) return IdentityFault::day;
    if (characters[8] == '0' && characters[9] == '0' && characters[10] == '0') return IdentityFault::birth_number;
    if (!has_right_checksum(characters)) return IdentityFault::checksum;
    if (birth.is_after(on)) return IdentityFault::future;
    return IdentityNumber(characters, kind, birth.date());
}

bool is_ambiguous_century(std::string_view text)
{
    const auto parts = split(text);
    return parts && !parts->has_century && !parts->has_plus;
}

std::string_view reason(IdentityFault fault)
{
    switch (fault) {
    case IdentityFault::empty:
        return "empty";
    case IdentityFault::length:
        return "not ten or twelve digits";
    case IdentityFault::character:
        return "a character that does not belong there";
    case IdentityFault::separator:
        return "a separator in the wrong place";
    case IdentityFault::century:
        return "a year before 1800";
    case IdentityFault::month:
        return "no such month";
    case IdentityFault::day:
        return "no such day";
    case IdentityFault::birth_number:
        return "birth number 000";
    case IdentityFault::checksum:
        return "wrong check digit";
    case IdentityFault::future:
        return "in the future";
    }
    return "unknown";
}

std::string_view short_name(IdentityKind kind)
{
    switch (kind) {
    case IdentityKind::personal:
        return "pnr";
    case IdentityKind::coordination:
        return "sam";
    case IdentityKind::interim:
        break;
    }
    return "interim";
}

}  // namespace lots
