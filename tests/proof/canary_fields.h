#pragma once

#include "form/fields.h"
#include "form/json_writer.h"
#include "form/labels.h"
#include "support/canary.h"

namespace lots::test {

/// Fills in what a command asks for, as JSON for the API: a new canary in every text, as long as the field allows, and in the name and the
/// content of every file. Everything else gets a value that the rules may accept: the first choice, yes where it must be, the days
/// and numbers that stand in the input already. It asks the command itself, so a field that is added is filled in too.
class CanaryFields final : public form::Fields {
    form::Labels labels_;
    Canary& canary_;
    Date today_;
    form::JsonWriter json_;

public:
    CanaryFields(std::string scope, Canary& canary, Date today);
    /// The finished body.
    std::string take() { return json_.end_object().take(); }

    void path(const char*, std::string&) override {}
    void text(const char* name, std::string& value, form::TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, form::DayRule rule) override;
    void clock(const char* name, std::optional<form::Clock>& value) override;
    void number(const char* name, std::optional<int>& value, form::NumberRule rule) override;
    void flag(const char* name, bool& value, form::FlagRule rule) override;
    void one_of(const char* name, std::string& value, const form::Options& options, form::ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const form::Options& options, form::ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, form::ChoiceRule rule) override;
    void file(const char* name, std::optional<form::Upload>& value, form::FileRule rule) override;
    void seen(const char* name, int& version) override;
    form::Options coded(const char* name, const std::vector<std::string_view>& codes) const override;
};

/// The body of one command of a person, `input` being what stands in the form before anything is typed.
template <class Command, class Input>
std::string canary_body(const Command& command, Input input, Canary& canary, Date today, const form::Choices& choices = {})
{
    CanaryFields fields(std::string(command.scope), canary, today);
    command.fields(fields, input, choices);
    return fields.take();
}

/// A file of that content, as JSON carries it: base64.
std::string base64_of(std::string_view content);

}  // namespace lots::test
