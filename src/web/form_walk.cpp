#include "web/form_walk.h"

#include <algorithm>
#include <optional>

#include "web/command.h"

namespace lots::web::detail {

namespace {

constexpr std::string_view change_field = "change:";

void read_button(Walk& walk, const std::string& step)
{
    if (step == "back") walk.pressed = Pressed::back;
    else if (step == "confirmed") walk.pressed = Pressed::confirmed;
    else if (step == "change" || step.starts_with(change_field)) walk.pressed = Pressed::change;
    if (step.starts_with(change_field)) walk.field = step.substr(change_field.size());
}

/// "who ground": one field, for a form has each name once.
void read_pages(Walk& walk, std::string_view pages, const form::PageOrder& order)
{
    while (!pages.empty()) {
        const auto end = std::min(pages.find(' '), pages.size());
        if (const auto page = pages.substr(0, end); order.has(page)) walk.sent.emplace(page);
        pages.remove_prefix(std::min(end + 1, pages.size()));
    }
}

}  // namespace

Walk walk_of(const http::FormData* data, const form::PageOrder& order)
{
    Walk walk;
    if (data != nullptr)
        if (const auto* step = data->field("step")) read_button(walk, *step);
    if (order.none()) return walk;
    walk.at = order.names().front();
    if (data == nullptr) return walk;
    for (const auto& [name, value] : data->fields)
        if (name == "form_sent") read_pages(walk, value, order);
    walk.from_check = data->field("form_check") != nullptr;
    if (const auto* page = data->field("form_page"); page != nullptr && (page->empty() || order.has(*page))) walk.at = *page;
    if (!walk.at.empty()) walk.sent.insert(walk.at);
    return walk;
}

std::vector<html::Hidden> hidden_of(const Walk& walk)
{
    std::string sent;
    for (const auto& page : walk.sent) sent += (sent.empty() ? "" : " ") + page;
    std::vector<html::Hidden> all{{"form_page", walk.at}, {"form_sent", sent}};
    if (walk.from_check) all.push_back({"form_check", "yes"});
    return all;
}

namespace {

/// What is mended in fields of the form: what was typed wrong, or what a rule says no to. Null when it is not a matter of fields.
const std::vector<FieldError>* in_fields(const Error& error)
{
    if (const auto* typed_wrong = error.as<Invalid>()) return &typed_wrong->fields;
    const auto* no = error.as<Refused>();
    return no != nullptr && !no->mended_at.empty() ? &no->mended_at : nullptr;
}

/// A form of one page, or the way through one of several.
class Way {
    const form::PageOrder& order_;
    const std::vector<FieldError>& faults_;
    const Steps& steps_;
    Walk walk_;

    View show(const std::string& page, const std::vector<FieldError>& wrong, const Error* refusal)
    {
        walk_.at = page;
        return steps_.form(walk_, wrong, refusal);
    }

    /// On the page where the first of them is mended.
    View where_mended(const std::vector<FieldError>& wrong)
    {
        const auto page = order_.of(wrong.front().field);
        return show(page, order_.faults_on(page, wrong), nullptr);
    }

    /// Whether all pages up to this one came and have their fields in order: only then may the rules be asked.
    bool is_reached(const std::string& page) const
    {
        for (const auto& before : order_.names()) {
            if (!walk_.sent.contains(before) || !order_.faults_on(before, faults_).empty()) return false;
            if (before == page) return true;
        }
        return false;
    }

    /// The page again, when something on it is wrong or its rules say no.
    std::optional<View> judged(const std::string& page)
    {
        if (const auto wrong = order_.faults_on(page, faults_); !wrong.empty()) return show(page, wrong, nullptr);
        if (!is_reached(page)) return std::nullopt;
        const auto error = steps_.after(page);
        if (!error) return std::nullopt;
        if (const auto* wrong = in_fields(*error)) return where_mended(*wrong);
        return show(page, {}, &*error);
    }

public:
    Way(const form::PageOrder& order, const Walk& walk, const std::vector<FieldError>& faults, const Steps& steps)
        : order_(order), faults_(faults), steps_(steps), walk_(walk)
    {
    }

    /// None when everything is in order and may be done.
    std::optional<View> through_pages()
    {
        if (walk_.pressed == Pressed::back) return show(walk_.at.empty() ? order_.names().back() : order_.before(walk_.at), {}, nullptr);
        if (walk_.pressed == Pressed::change) {
            walk_.from_check = walk_.from_check || walk_.at.empty();
            return show(walk_.field.empty() && !walk_.at.empty() ? walk_.at : order_.of(walk_.field), {}, nullptr);
        }
        if (!walk_.at.empty()) {
            if (auto stays = judged(walk_.at)) return stays;
            const auto next = order_.after(walk_.at);
            if (!walk_.from_check && !next.empty()) return show(next, {}, nullptr);
        }
        // From the beginning: an answer that was changed may ask for more on another page.
        for (const auto& page : order_.names()) {
            if (!walk_.sent.contains(page)) return show(page, {}, nullptr);
            if (order_.only_about_files(order_.faults_on(page, faults_))) continue;
            if (auto stays = judged(page)) return stays;
        }
        if (!faults_.empty()) return steps_.check(faults_, nullptr);
        if (walk_.pressed != Pressed::confirmed) return steps_.check({}, nullptr);
        return std::nullopt;
    }

    std::optional<View> through_one_page()
    {
        const bool confirmed = walk_.pressed == Pressed::confirmed;
        if (!faults_.empty() && steps_.checks && confirmed && order_.only_about_files(faults_)) return steps_.check(faults_, nullptr);
        if (!faults_.empty()) return steps_.form(walk_, faults_, nullptr);
        if (walk_.pressed == Pressed::change) return steps_.form(walk_, {}, nullptr);
        if (steps_.checks && !confirmed) return steps_.check({}, nullptr);
        return std::nullopt;
    }

    /// What the command itself finds wrong is shown where it is mended.
    View not_done(const Error& error)
    {
        const auto* wrong = in_fields(error);
        if (wrong != nullptr && steps_.checks && order_.only_about_files(*wrong)) return steps_.check(*wrong, nullptr);
        if (order_.none()) return wrong != nullptr ? steps_.form(walk_, *wrong, nullptr) : steps_.form(walk_, {}, &error);
        if (wrong == nullptr) return steps_.check({}, &error);
        walk_.from_check = true;
        return where_mended(*wrong);
    }
};

}  // namespace

Posted answer_of(const form::PageOrder& order, const Walk& walk, const std::vector<FieldError>& faults, const Steps& steps)
{
    Way way(order, walk, faults, steps);
    if (auto view = order.none() ? way.through_one_page() : way.through_pages()) return std::move(*view);
    auto done = steps.run();
    if (done) return std::move(*done);
    if (done.error().as<NotFound>() != nullptr) return done.error();
    return way.not_done(done.error());
}

}  // namespace lots::web::detail
