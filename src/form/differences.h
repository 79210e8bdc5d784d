#pragma once

#include "form/fields.h"
#include "form/labels.h"
#include "guideline/error.h"

namespace lots::form {

/// What an input says, field by field: in words as a page shows it, and as the value that the API has.
class Spelled final : public Fields {
public:
    struct Line {
        std::string field, label, words, json;
    };

private:
    Labels labels_;
    std::vector<Line> lines_;

    void add(const char* name, std::string words, std::string json);

public:
    explicit Spelled(Labels labels) : labels_(std::move(labels)) {}
    const std::vector<Line>& lines() const { return lines_; }

    void path(const char*, std::string&) override {}
    void text(const char* name, std::string& value, TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, DayRule rule) override;
    void clock(const char* name, std::optional<Clock>& value) override;
    void number(const char* name, std::optional<int>& value, NumberRule rule) override;
    void flag(const char* name, bool& value, FlagRule rule) override;
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override;
    /// What is versioned has no files.
    void file(const char*, std::optional<Upload>&, FileRule) override {}
    void seen(const char*, int&) override {}
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

/// The fields of `mine` where the two differ, in the order of the form.
std::vector<Difference> differences(const Spelled& theirs, const Spelled& mine);

}  // namespace lots::form
