#pragma once

#include <map>
#include <set>

#include "form/values.h"
#include "http/form_data.h"

namespace lots::form {

/// The field in which a form asks for the century of an identity number of ten digits.
inline std::string century_field(std::string_view name) { return std::string(name) + "-century"; }

/// Reads the fields of a sent HTML form. `path` parts come from the address.
class FormReader final : public Reading {
    const http::FormData& data_;
    const std::map<std::string, std::string>& path_;
    std::optional<std::set<std::string, std::less<>>> sent_pages_ = {};  // none: the form is one page
    bool not_sent_ = false;                                              // the fields of a page that nobody has seen yet
    bool left_out_ = false;                                              // fields that are not asked this time: empty, whatever stands there
    bool files_later_ = false;

    bool was_chosen(std::string_view name, std::string_view value) const;
    void ask_if(bool asked, const std::function<void()>& fields);
    /// "100101-2382" with the century that the form asked for: "20100101-2382".
    std::string with_century(const char* name);
    std::string_view raw(std::string_view name) const;
    /// False after a fault: it came twice, or with what no text can have. `also` is said in the place of a part, as of a day.
    bool readable(std::string_view name, std::string_view said_at = {});

public:
    FormReader(Labels labels, Date today, const http::FormData& data, const std::map<std::string, std::string>& path)
        : Reading(std::move(labels), today), data_(data), path_(path)
    {
    }

    /// Only the fields of these pages came; the others keep what stands in the input, and nothing is wrong with them.
    void only_pages(std::set<std::string, std::less<>> sent) { sent_pages_ = std::move(sent); }
    /// Files are chosen where the answers are checked: none is asked for yet.
    void files_later() { files_later_ = true; }

    Options offered(Options all, const std::vector<std::string_view>& left_out) const override { return without(std::move(all), left_out); }
    void page(const char* name) override { not_sent_ = sent_pages_ && !sent_pages_->contains(std::string_view(name)); }
    void when_chosen(const char* name, std::string_view value, const std::function<void()>& fields) override;
    void only_if(bool asked, const std::function<void()>& fields) override { ask_if(asked, fields); }
    void path(const char* name, std::string& value) override;
    void text(const char* name, std::string& value, TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, DayRule rule) override;
    void clock(const char* name, std::optional<Clock>& value) override;
    void number(const char* name, std::optional<int>& value, NumberRule rule) override;
    void flag(const char* name, bool& value, FlagRule rule) override;
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override;
    void file(const char* name, std::optional<Upload>& value, FileRule rule) override;
    void seen(const char* name, int& version) override;
};

}  // namespace lots::form
