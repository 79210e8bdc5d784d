#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "form/fields.h"
#include "guideline/error.h"

namespace lots::form {

/// The pages of a form that asks one thing at a time, as the command's own fields declare them, and on which of them each field stands.
/// Empty for a command that declares none: its form is one page, as it always was.
class PageOrder final : public Fields {
    std::vector<std::string> names_;
    std::map<std::string, std::string, std::less<>> page_of_;  // field → page
    std::set<std::string, std::less<>> files_;

    void note(const char* name);

public:
    bool none() const { return names_.empty(); }
    const std::vector<std::string>& names() const { return names_; }
    bool has(std::string_view page) const;
    /// The page of that field; the first when no page has it.
    const std::string& of(std::string_view field) const;
    /// Empty behind the last.
    std::string after(std::string_view page) const;
    /// The same page before the first.
    std::string before(std::string_view page) const;
    /// "Steg 3": from 1.
    std::size_t place(std::string_view page) const;
    /// The faults that are mended on that page.
    std::vector<FieldError> faults_on(std::string_view page, const std::vector<FieldError>& all) const;
    /// True when each fault is about a file and there is one: they are mended where the file is chosen.
    bool only_about_files(const std::vector<FieldError>& faults) const;
    bool has_file() const { return !files_.empty(); }

    void page(const char* name) override { names_.emplace_back(name); }
    void path(const char*, std::string&) override {}
    void text(const char* name, std::string&, TextRule) override { note(name); }
    void day(const char* name, std::optional<Date>&, DayRule) override { note(name); }
    void clock(const char* name, std::optional<Clock>&) override { note(name); }
    void number(const char* name, std::optional<int>&, NumberRule) override { note(name); }
    void flag(const char* name, bool&, FlagRule) override { note(name); }
    void one_of(const char* name, std::string&, const Options&, ChoiceRule) override { note(name); }
    void any_of(const char* name, std::vector<std::string>&, const Options&, ChoiceRule) override { note(name); }
    void identity_number(const char* name, std::string&, ChoiceRule) override { note(name); }
    void file(const char* name, std::optional<Upload>&, FileRule) override;
    void seen(const char*, int&) override {}
    Options coded(const char*, const std::vector<std::string_view>&) const override { return {}; }
};

}  // namespace lots::form
