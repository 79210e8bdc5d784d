#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "form/fields.h"

namespace lots::form {

/// What parts a field's name from the row it stands in: "status~3" is the status of number 3. The words of the field are those of "status".
inline constexpr char row_mark = '~';

/// The fields of one row among several that ask the same: every name gets the row's own ending, everything else is the whole form's.
class RowFields final : public Fields {
    Fields& whole_;
    std::string ending_;

    std::string named(const char* name) const { return name + ending_; }

public:
    RowFields(Fields& whole, std::string_view about) : whole_(whole), ending_(1, row_mark) { ending_ += about; }

    void path(const char* name, std::string& value) override { whole_.path(name, value); }
    void text(const char* name, std::string& value, TextRule rule) override { whole_.text(named(name).c_str(), value, rule); }
    void day(const char* name, std::optional<Date>& value, DayRule rule) override { whole_.day(named(name).c_str(), value, rule); }
    void clock(const char* name, std::optional<Clock>& value) override { whole_.clock(named(name).c_str(), value); }
    void number(const char* name, std::optional<int>& value, NumberRule rule) override { whole_.number(named(name).c_str(), value, rule); }
    void flag(const char* name, bool& value, FlagRule rule) override { whole_.flag(named(name).c_str(), value, rule); }
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override
    {
        whole_.one_of(named(name).c_str(), value, options, rule);
    }
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override
    {
        whole_.any_of(named(name).c_str(), values, options, rule);
    }
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override
    {
        whole_.identity_number(named(name).c_str(), value, rule);
    }
    void file(const char* name, std::optional<Upload>& value, FileRule rule) override { whole_.file(named(name).c_str(), value, rule); }
    void seen(const char* name, int& version) override { whole_.seen(named(name).c_str(), version); }
    void when(bool asked, const std::function<void()>& fields) override { whole_.when(asked, fields); }
    void when_chosen(const char* name, std::string_view value, const std::function<void()>& fields) override
    {
        whole_.when_chosen(named(name).c_str(), value, fields);
    }
    void only_if(bool asked, const std::function<void()>& fields) override { whole_.only_if(asked, fields); }
    Options offered(Options all, const std::vector<std::string_view>& left_out) const override
    {
        return whole_.offered(std::move(all), left_out);
    }
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return whole_.coded(name, codes); }
};

/// Many rows in one post: the same questions about each of `about`, below its label. Each row knows what it is about by its member `about`,
/// and keeps what stood in it before by it, so a list that changed while somebody wrote mixes nothing up. For forms: a program sends one
/// row at a time to the address of its own.
template <class Row, class Ask>
void ask_rows(Fields& fields, const Options& about, std::vector<Row>& rows, const Ask& ask)
{
    std::vector<Row> ordered;
    for (const auto& one : about) {
        Row row{};
        for (const auto& before : rows)
            if (before.about == one.value) row = before;
        row.about = one.value;
        ordered.push_back(std::move(row));
    }
    rows = std::move(ordered);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        fields.heading(about[i].label);
        RowFields row(fields, about[i].value);
        ask(static_cast<Fields&>(row), rows[i]);
    }
}

}  // namespace lots::form
