#pragma once

#include <compare>
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/time.h"
#include "messages/keys.h"  // made while building from text/sv and text/en; each room has its own

namespace lots {

/// The languages of the program's own texts. Swedish is the source.
enum class Language : std::uint8_t { sv, en };

/// What the compiler names when a key is not in text/sv, or in the file of a room that the room at hand does not stand on.
/// Never defined, never called.
void this_message_key_is_not_in_the_catalogue();

/// FNV-1a: where the catalogue keeps a key. The same at build time and at run time.
constexpr std::uint32_t message_hash(std::string_view name)
{
    std::uint32_t hash = 2166136261U;
    for (const char c : name) hash = (hash ^ static_cast<std::uint8_t>(c)) * 16777619U;
    return hash;
}

/// The name of a text in the catalogue, "consent.scope.label". A literal that is not there does not compile.
class MessageKey {
    const char* text_;
    std::uint32_t size_;
    std::uint32_t hash_;

    struct Known {};
    constexpr MessageKey(Known, std::string_view name)
        : text_(name.data()), size_(static_cast<std::uint32_t>(name.size())), hash_(message_hash(name))
    {}

public:
    consteval MessageKey(
        const char* literal)  // NOLINT(google-explicit-constructor): say(language, "common.save") is the point
        : MessageKey(Known{}, literal)
    {
        if (!generated::is_message_key(literal)) this_message_key_is_not_in_the_catalogue();
    }
    /// For names put together while running: "field." + name. None when the catalogue has no such key.
    static std::optional<MessageKey> of_name(std::string_view name);

    constexpr std::string_view name() const { return {text_, size_}; }
    constexpr std::uint32_t hash() const { return hash_; }

    friend constexpr bool operator==(MessageKey a, MessageKey b) { return a.name() == b.name(); }
    friend constexpr std::strong_ordering operator<=>(MessageKey a, MessageKey b) { return a.name() <=> b.name(); }
};

/// A value for a {placeholder}. A Date is written "tisdag 1 december 2026", a number in the language's own way: "1 234,5".
/// Pass a year or a case number as text.
struct Arg {
    std::string_view name;
    std::variant<std::string, long long, double, Date> value;

    Arg(std::string_view its_name, std::string text) : name(its_name), value(std::move(text)) {}
    Arg(std::string_view its_name, std::string_view text) : name(its_name), value(std::string(text)) {}
    Arg(std::string_view its_name, const char* text) : name(its_name), value(std::string(text)) {}
    Arg(std::string_view its_name, Date day) : name(its_name), value(day) {}
    Arg(std::string_view its_name, double number) : name(its_name), value(number) {}
    template <std::integral Number>
    requires(!std::same_as<Number, bool> && !std::same_as<Number, char>) Arg(std::string_view its_name, Number number)
        : name(its_name), value(static_cast<long long>(number))
    {}
};

/// The text of a message, with its placeholders filled in. Plain text: escaping is the page's work.
/// A placeholder without a value, or text where the message counts, is a bug of ours (Bug is thrown); values that the
/// message does not use are ignored. Safe from any thread.
std::string say(Language language, MessageKey key, std::span<const Arg> args);
std::string say(Language language, MessageKey key, std::initializer_list<Arg> args = {});

/// "tisdag 1 december 2026".
std::string say_date(Language language, Date day);
/// "1 dec 2026".
std::string say_date_short(Language language, Date day);
/// The Swedish clock at that moment: "kl. 15.00", in English "15:00".
std::string say_clock(Language language, Instant at);
/// "tisdag 1 december 2026 kl. 15.00".
std::string say_moment(Language language, Instant at);
/// A whole number grouped as the language does: "1 234" with a no-break space.
std::string say_number(Language language, long long number);
/// At most three decimals: "1 234,5".
std::string say_number(Language language, double number);

/// "sv" or "en", as in the lang attribute.
std::string_view code_of(Language language);
/// None for any other language.
std::optional<Language> language_of(std::string_view code);

}  // namespace lots
