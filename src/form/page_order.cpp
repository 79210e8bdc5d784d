#include "form/page_order.h"

#include <algorithm>
#include <iterator>

#include "base/check.h"

namespace lots::form {

void PageOrder::note(const char* name)
{
    if (!names_.empty()) page_of_.emplace(name, names_.back());
}

void PageOrder::file(const char* name, std::optional<Upload>&, FileRule)
{
    note(name);
    files_.emplace(name);
}

bool PageOrder::has(std::string_view page) const { return std::ranges::find(names_, page) != names_.end(); }

const std::string& PageOrder::of(std::string_view field) const
{
    check(!names_.empty(), "a form of one page has no order of pages");
    const auto found = page_of_.find(field);
    return found == page_of_.end() ? names_.front() : found->second;
}

std::string PageOrder::after(std::string_view page) const
{
    const auto at = std::ranges::find(names_, page);
    return at == names_.end() || std::next(at) == names_.end() ? std::string{} : *std::next(at);
}

std::string PageOrder::before(std::string_view page) const
{
    const auto at = std::ranges::find(names_, page);
    return at == names_.end() || at == names_.begin() ? std::string(page) : *std::prev(at);
}

std::size_t PageOrder::place(std::string_view page) const
{
    return static_cast<std::size_t>(std::ranges::find(names_, page) - names_.begin()) + 1;
}

std::vector<FieldError> PageOrder::faults_on(std::string_view page, const std::vector<FieldError>& all) const
{
    std::vector<FieldError> here;
    for (const auto& fault : all)
        if (of(fault.field) == page) here.push_back(fault);
    return here;
}

bool PageOrder::only_about_files(const std::vector<FieldError>& faults) const
{
    return !faults.empty() && std::ranges::all_of(faults, [&](const FieldError& fault) { return files_.contains(fault.field); });
}

}  // namespace lots::form
