#pragma once

#include <map>

#include "form/fields.h"
#include "form/labels.h"
#include "guideline/error.h"
#include "html/components.h"
#include "http/form_data.h"

namespace lots::form {

/// "Kontrollera dina svar": every answer in words, each with its "Ändra", and the same answers unseen, to be sent as they are or gone back
/// to. A file does not follow from page to page: it is chosen here, in the form that the list stands in.
class AnswersPage final : public Fields {
    /// The answers of one page of the form, below its heading; without a heading when the form is one page.
    struct Section {
        std::string title;
        html::SummaryList list;
    };

    Labels labels_;
    const html::Words& words_;
    const http::FormData& typed_;
    const std::vector<FieldError>& errors_;       // about files; anything else is mended on the form
    html::Url here_;                              // where the form is sent
    std::vector<Section> sections_ = std::vector<Section>(1);
    html::Html files_;
    std::vector<html::Hidden> versions_;          // instead of those that were sent
    std::map<std::string, std::vector<std::string>, std::less<>> chosen_;
    bool without_empty_ = false;

    void row(const char* name, html::Content value, std::string_view anchor = {});
    void line(const char* name, const std::string& value, std::string_view anchor = {});

public:
    AnswersPage(Labels labels, const html::Words& words, const http::FormData& typed, const std::vector<FieldError>& errors, html::Url here)
        : labels_(std::move(labels)), words_(words), typed_(typed), errors_(errors), here_(std::move(here))
    {
    }

    /// After a conflict: what is sent next is meant to stand over these versions.
    void over(std::vector<html::Hidden> versions) { versions_ = std::move(versions); }
    /// Leaves out what was not answered, on a page that only asks whether to go on.
    void without_empty() { without_empty_ = true; }

    /// It holds buttons, so it stands in the form. `level` is that of the headings between the form's pages.
    html::Html list(int level = 2) const;
    /// The fields in which files are chosen; empty when the command has none.
    const html::Html& files() const { return files_; }
    /// What is wrong with the files. Empty when nothing is.
    html::Html summary() const;
    /// Everything that was sent, but what belongs to the one request.
    std::vector<html::Hidden> hidden() const;

    void path(const char*, std::string&) override {}
    void text(const char* name, std::string& value, TextRule rule) override;
    void day(const char* name, std::optional<Date>& value, DayRule rule) override;
    void clock(const char* name, std::optional<Clock>& value) override;
    void number(const char* name, std::optional<int>& value, NumberRule rule) override;
    void flag(const char* name, bool& value, FlagRule rule) override;
    void one_of(const char* name, std::string& value, const Options& options, ChoiceRule rule) override;
    void any_of(const char* name, std::vector<std::string>& values, const Options& options, ChoiceRule rule) override;
    void identity_number(const char* name, std::string& value, ChoiceRule rule) override;
    void file(const char* name, std::optional<Upload>& value, FileRule rule) override;
    void seen(const char*, int&) override {}
    void when_chosen(const char* name, std::string_view value, const std::function<void()>& fields) override;
    void only_if(bool asked, const std::function<void()>& fields) override
    {
        if (asked) fields();
    }
    void page(const char* name) override { sections_.push_back({labels_.label(name), {}}); }
    void heading(const std::string& words) override { sections_.push_back({words, {}}); }
    Options coded(const char* name, const std::vector<std::string_view>& codes) const override { return labels_.coded(name, codes); }
};

}  // namespace lots::form
