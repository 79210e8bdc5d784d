#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/time.h"

/// What a command asks for, said once. A command's `fields(Fields&, Input&, const Choices&)` names every field with its rule; the same
/// function then reads a form, reads JSON, draws the form and describes the API.
namespace lots::form {

/// One thing to choose. `value` is what the form and JSON carry: a code or a number, never an internal id.
struct Option {
    std::string value, label, hint = {};
};
using Options = std::vector<Option>;

/// The things to choose that are only known while running: agencies, people, commitments. Empty when the API is described.
class Choices {
    std::map<std::string, Options, std::less<>> lists_;

public:
    Choices& with(std::string name, Options options)
    {
        lists_[std::move(name)] = std::move(options);
        return *this;
    }
    const Options& of(std::string_view name) const
    {
        static const Options none;
        const auto found = lists_.find(name);
        return found == lists_.end() ? none : found->second;
    }
};

// rule_asks: the form takes it empty, for it is not asked of everybody who sends the form, but a rule refuses most of those
// who leave it so. A page does not mark it as voluntary, which somebody would believe and be refused.

struct TextRule {
    int longest = 1000;          // characters, after trimming and NFC
    bool required = true;
    bool rule_asks = false;
    int rows = 1;                // more than one: a box with line breaks
    const char* autocomplete = "";
};
struct DayRule {
    bool required = true;
    bool rule_asks = false;
    std::optional<Date> earliest = {}, latest = {};  // both included
};
struct NumberRule {
    bool required = true;
    bool rule_asks = false;
    int lowest = 0, highest = 100000;                // both included
};
struct ChoiceRule {
    bool required = true;
    bool rule_asks = false;
};
struct FlagRule {
    bool must_be_set = false;
};
struct FileRule {
    bool required = true;
};

/// A file whose content was looked at: PDF, JPEG or PNG.
struct Upload {
    std::string name, media_type, content;
};

/// A time of day.
struct Clock {
    int hour = 0, minute = 0;
    auto operator<=>(const Clock&) const = default;
};

/// `all` but those with these values.
Options without(Options all, const std::vector<std::string_view>& left_out);

class Fields {
public:
    virtual ~Fields() = default;

    /// A part of the address: the case number, a commitment's number.
    virtual void path(const char* name, std::string& value) = 0;
    /// Empty when nothing was written and it is not required.
    virtual void text(const char* name, std::string& value, TextRule rule = {}) = 0;
    virtual void day(const char* name, std::optional<Date>& value, DayRule rule = {}) = 0;
    virtual void clock(const char* name, std::optional<Clock>& value) = 0;
    virtual void number(const char* name, std::optional<int>& value, NumberRule rule = {}) = 0;
    virtual void flag(const char* name, bool& value, FlagRule rule = {}) = 0;
    /// One of the choices, as radios or, from eight on, a list. Empty when nothing was chosen and it is not required.
    virtual void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule = {}) = 0;
    virtual void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule = {}) = 0;
    /// Twelve digits (the form asks instead of guessing the century). Empty when not required and not written.
    virtual void identity_number(const char* name, std::string& value, ChoiceRule rule = {}) = 0;
    virtual void file(const char* name, std::optional<Upload>& value, FileRule rule = {}) = 0;
    /// What the page showed when it was fetched: sent back unseen, for telling that somebody else was there before.
    virtual void seen(const char* name, int& version) = 0;
    /// Fields that are asked only sometimes: of some people, of some ages. The API's description names them and says so.
    virtual void when(bool asked, const std::function<void()>& fields)
    {
        if (asked) fields();
    }
    /// Fields that are asked of who chose `value` in the field `name` before them (of a box: "yes"). A page draws them with that choice, and
    /// open where no script runs. A form reads and checks them only when it was chosen; otherwise they are empty. A program may send them
    /// whatever it chose, and the rules answer, as they always did; only what was chosen makes one of them required.
    virtual void when_chosen(const char*, std::string_view, const std::function<void()>& fields) { fields(); }
    /// The same where the answer is not one field's choice: a form asks for them only when it is so, for what it is told on a page before,
    /// say how old somebody is. A program may send them all the same.
    virtual void only_if(bool, const std::function<void()>& fields) { fields(); }
    /// From here on the fields stand on a page of their own, "Steg 2 av 4", up to the next one: its heading is field.<scope>.<name>.label.
    /// A command that names a page names the first one before its first field. At the end everything is shown to be checked.
    virtual void page(const char*) {}
    /// A heading between groups of fields; only a page shows it.
    virtual void group(const char*) {}
    /// The same with words that are known only while running: which promise the next fields are about.
    virtual void heading(const std::string&) {}

    /// Choices without those that make no sense after what a page before was told. Only a form leaves them out; a program may send them,
    /// and the rules answer.
    virtual Options offered(Options all, const std::vector<std::string_view>&) const { return all; }

    /// The choices of a coded value: labels are field.<scope>.<name>.<code>.
    virtual Options coded(const char* name, const std::vector<std::string_view>& codes) const = 0;
};

}  // namespace lots::form
