#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lots::test {

/// Text of a page's source as it is read: with what its entities stand for.
std::string decoded(std::string_view text);
/// The text of a piece of a page, with white space folded.
std::string words_in(std::string_view html);

/// A start tag: its name and attributes.
struct Tag {
    std::string name;
    std::map<std::string, std::string> attributes;
    std::size_t after = 0;  // behind its '>'

    std::string get(const std::string& attribute) const
    {
        const auto found = attributes.find(attribute);
        return found == attributes.end() ? std::string{} : found->second;
    }
    bool has(const std::string& attribute) const { return attributes.contains(attribute); }
};
/// The start tag whose '<' stands at `at`.
Tag read_tag(std::string_view html, std::size_t at);

/// A form that is sent by POST, as a browser without scripts has it.
struct FormOnPage {
    using Values = std::vector<std::pair<std::string, std::string>>;

    std::string action;
    bool multipart = false;
    Values values = {};                          // what the browser would send untouched
    std::vector<std::string> names = {};         // of every field, hidden ones too
    std::vector<std::string> hidden = {};        // of those that nobody sees
    std::vector<std::string> checkable = {};     // of radios and boxes: an answer replaces what is ticked
    std::vector<std::string> radios = {};        // of those a choice once made cannot be unmade
    Values offered = {};                         // what radios, boxes and lists let one choose
    Values buttons = {};                         // what each sends: a name and a value, or neither
    std::vector<std::string> button_words = {};  // as they are read, in the order of the buttons

    std::map<std::string, std::string> inside = {};                         // fields that stand with a choice: where
    std::map<std::string, std::pair<std::string, std::string>> opens = {};  // of which choice that is

    /// What the last button of a form with several steps sends as "step", and the one before.
    static constexpr std::string_view confirmed = "confirmed", next = "next";

    bool can(std::string_view step) const;
    bool has(std::string_view name) const;
    bool is_hidden(std::string_view name) const;
    bool offers(const std::string& name, const std::string& value) const;
    /// Something can be chosen there, and nothing else can be said.
    bool is_choice(std::string_view name) const;
    /// The choice that a field stands with: who says something there has made it. None for most fields.
    std::optional<std::pair<std::string, std::string>> choice_before(const std::string& name) const;
};
std::vector<FormOnPage> forms_of(std::string_view html);
/// Of the forms that are sent to this page: the one with the last button, or else the one that asks for most of those fields.
std::optional<FormOnPage> form_sent_to(const std::string& page, std::vector<FormOnPage> forms, const std::vector<std::string>& fields);

}  // namespace lots::test
